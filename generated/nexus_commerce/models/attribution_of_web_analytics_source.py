from typing import Literal, TypeAlias, get_args

AttributionOfWebAnalyticsSource: TypeAlias = Literal["first_touch"]

#: The values that the contract knows.
ATTRIBUTION_OF_WEB_ANALYTICS_SOURCE_VALUES: tuple[AttributionOfWebAnalyticsSource, ...] = get_args(
    AttributionOfWebAnalyticsSource
)

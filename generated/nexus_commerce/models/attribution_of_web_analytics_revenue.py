from typing import Literal, TypeAlias, get_args

AttributionOfWebAnalyticsRevenue: TypeAlias = Literal["last_touch"]

#: The values that the contract knows.
ATTRIBUTION_OF_WEB_ANALYTICS_REVENUE_VALUES: tuple[AttributionOfWebAnalyticsRevenue, ...] = get_args(
    AttributionOfWebAnalyticsRevenue
)

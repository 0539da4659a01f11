from typing import Literal, TypeAlias, get_args

UtmTypeOfWebAnalyticsSource: TypeAlias = Literal["campaign", "content", "medium", "source", "term"]

#: The values that the contract knows.
UTM_TYPE_OF_WEB_ANALYTICS_SOURCE_VALUES: tuple[UtmTypeOfWebAnalyticsSource, ...] = get_args(UtmTypeOfWebAnalyticsSource)

from typing import Literal, TypeAlias, get_args

UtmTypeOfWebAnalyticsSourceRevenue: TypeAlias = Literal["campaign", "content", "medium", "source", "term"]

#: The values that the contract knows.
UTM_TYPE_OF_WEB_ANALYTICS_SOURCE_REVENUE_VALUES: tuple[UtmTypeOfWebAnalyticsSourceRevenue, ...] = get_args(
    UtmTypeOfWebAnalyticsSourceRevenue
)

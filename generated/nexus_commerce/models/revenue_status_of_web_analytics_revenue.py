from typing import Literal, TypeAlias, get_args

RevenueStatusOfWebAnalyticsRevenue: TypeAlias = Literal["available", "unavailable"]

#: The values that the contract knows.
REVENUE_STATUS_OF_WEB_ANALYTICS_REVENUE_VALUES: tuple[RevenueStatusOfWebAnalyticsRevenue, ...] = get_args(
    RevenueStatusOfWebAnalyticsRevenue
)

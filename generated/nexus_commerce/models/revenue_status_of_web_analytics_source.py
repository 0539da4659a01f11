from typing import Literal, TypeAlias, get_args

RevenueStatusOfWebAnalyticsSource: TypeAlias = Literal["available", "unavailable"]

#: The values that the contract knows.
REVENUE_STATUS_OF_WEB_ANALYTICS_SOURCE_VALUES: tuple[RevenueStatusOfWebAnalyticsSource, ...] = get_args(
    RevenueStatusOfWebAnalyticsSource
)

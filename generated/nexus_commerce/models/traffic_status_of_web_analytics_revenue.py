from typing import Literal, TypeAlias, get_args

TrafficStatusOfWebAnalyticsRevenue: TypeAlias = Literal["available", "unavailable"]

#: The values that the contract knows.
TRAFFIC_STATUS_OF_WEB_ANALYTICS_REVENUE_VALUES: tuple[TrafficStatusOfWebAnalyticsRevenue, ...] = get_args(
    TrafficStatusOfWebAnalyticsRevenue
)

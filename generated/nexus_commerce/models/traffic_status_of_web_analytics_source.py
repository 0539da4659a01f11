from typing import Literal, TypeAlias, get_args

TrafficStatusOfWebAnalyticsSource: TypeAlias = Literal["available", "unavailable"]

#: The values that the contract knows.
TRAFFIC_STATUS_OF_WEB_ANALYTICS_SOURCE_VALUES: tuple[TrafficStatusOfWebAnalyticsSource, ...] = get_args(
    TrafficStatusOfWebAnalyticsSource
)

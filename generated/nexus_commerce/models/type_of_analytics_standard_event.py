from typing import Literal, TypeAlias, get_args

TypeOfAnalyticsStandardEvent: TypeAlias = Literal["client", "server"]

#: The values that the contract knows.
TYPE_OF_ANALYTICS_STANDARD_EVENT_VALUES: tuple[TypeOfAnalyticsStandardEvent, ...] = get_args(
    TypeOfAnalyticsStandardEvent
)

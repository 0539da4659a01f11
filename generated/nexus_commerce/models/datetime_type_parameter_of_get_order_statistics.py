from typing import Literal, TypeAlias, get_args

DatetimeTypeParameterOfGetOrderStatistics: TypeAlias = Literal[
    "canceled_time",
    "closed_time",
    "completed_time",
    "confirmed_time",
    "draft_time",
    "in_process_time",
    "pending_time",
    "ready_time",
    "rts_time",
    "shipped_rts_time",
    "shipped_time",
]

#: The values that the contract knows.
DATETIME_TYPE_PARAMETER_OF_GET_ORDER_STATISTICS_VALUES: tuple[DatetimeTypeParameterOfGetOrderStatistics, ...] = (
    get_args(DatetimeTypeParameterOfGetOrderStatistics)
)

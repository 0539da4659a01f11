from typing import Literal, TypeAlias, get_args

StatusOfStatusHistoryOfOrder: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_STATUS_HISTORY_OF_ORDER_VALUES: tuple[StatusOfStatusHistoryOfOrder, ...] = get_args(
    StatusOfStatusHistoryOfOrder
)

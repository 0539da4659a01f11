from typing import Literal, TypeAlias, get_args

StatusOfPaymentStatusHistoryOfOrder: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_PAYMENT_STATUS_HISTORY_OF_ORDER_VALUES: tuple[StatusOfPaymentStatusHistoryOfOrder, ...] = get_args(
    StatusOfPaymentStatusHistoryOfOrder
)

from typing import Literal, TypeAlias, get_args

PaymentStatusOfOrderChangeStatus: TypeAlias = Literal["conflict", "paid", "settled", "unpaid"]

#: The values that the contract knows.
PAYMENT_STATUS_OF_ORDER_CHANGE_STATUS_VALUES: tuple[PaymentStatusOfOrderChangeStatus, ...] = get_args(
    PaymentStatusOfOrderChangeStatus
)

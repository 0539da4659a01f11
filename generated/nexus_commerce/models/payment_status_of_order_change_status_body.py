from typing import Literal, TypeAlias, get_args

PaymentStatusOfOrderChangeStatusBody: TypeAlias = Literal["conflict", "paid", "settled", "unpaid"]

#: The values that the contract knows.
PAYMENT_STATUS_OF_ORDER_CHANGE_STATUS_BODY_VALUES: tuple[PaymentStatusOfOrderChangeStatusBody, ...] = get_args(
    PaymentStatusOfOrderChangeStatusBody
)

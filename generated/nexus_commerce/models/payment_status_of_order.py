from typing import Literal, TypeAlias, get_args

PaymentStatusOfOrder: TypeAlias = Literal["conflict", "paid", "settled", "unpaid"]

#: The values that the contract knows.
PAYMENT_STATUS_OF_ORDER_VALUES: tuple[PaymentStatusOfOrder, ...] = get_args(PaymentStatusOfOrder)

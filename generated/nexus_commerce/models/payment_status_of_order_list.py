from typing import Literal, TypeAlias, get_args

PaymentStatusOfOrderList: TypeAlias = Literal["conflict", "paid", "settled", "unpaid"]

#: The values that the contract knows.
PAYMENT_STATUS_OF_ORDER_LIST_VALUES: tuple[PaymentStatusOfOrderList, ...] = get_args(PaymentStatusOfOrderList)

from typing import Literal, TypeAlias, get_args

PaymentStatusParameterOfListOrders: TypeAlias = Literal["conflict", "paid", "settled", "unpaid"]

#: The values that the contract knows.
PAYMENT_STATUS_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[PaymentStatusParameterOfListOrders, ...] = get_args(
    PaymentStatusParameterOfListOrders
)

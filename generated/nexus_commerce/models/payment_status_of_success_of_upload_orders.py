from typing import Literal, TypeAlias, get_args

PaymentStatusOfSuccessOfUploadOrders: TypeAlias = Literal["conflict", "paid", "settled", "unpaid"]

#: The values that the contract knows.
PAYMENT_STATUS_OF_SUCCESS_OF_UPLOAD_ORDERS_VALUES: tuple[PaymentStatusOfSuccessOfUploadOrders, ...] = get_args(
    PaymentStatusOfSuccessOfUploadOrders
)

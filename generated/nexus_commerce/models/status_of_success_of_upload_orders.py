from typing import Literal, TypeAlias, get_args

StatusOfSuccessOfUploadOrders: TypeAlias = Literal[
    "canceled", "closed", "completed", "confirmed", "draft", "in_process", "pending", "ready", "rts", "shipped"
]

#: The values that the contract knows.
STATUS_OF_SUCCESS_OF_UPLOAD_ORDERS_VALUES: tuple[StatusOfSuccessOfUploadOrders, ...] = get_args(
    StatusOfSuccessOfUploadOrders
)

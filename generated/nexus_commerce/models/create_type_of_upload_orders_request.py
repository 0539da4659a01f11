from typing import Literal, TypeAlias, get_args

CreateTypeOfUploadOrdersRequest: TypeAlias = Literal["archive", "regular"]

#: The values that the contract knows.
CREATE_TYPE_OF_UPLOAD_ORDERS_REQUEST_VALUES: tuple[CreateTypeOfUploadOrdersRequest, ...] = get_args(
    CreateTypeOfUploadOrdersRequest
)

from typing import Literal, TypeAlias, get_args

TypeOfKwaiPixelRequest: TypeAlias = Literal["client", "server"]

#: The values that the contract knows.
TYPE_OF_KWAI_PIXEL_REQUEST_VALUES: tuple[TypeOfKwaiPixelRequest, ...] = get_args(TypeOfKwaiPixelRequest)

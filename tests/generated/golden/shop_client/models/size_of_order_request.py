from typing import Literal, TypeAlias, get_args

SizeOfOrderRequest: TypeAlias = Literal[1, 2]

#: The values that the contract knows.
SIZE_OF_ORDER_REQUEST_VALUES: tuple[SizeOfOrderRequest, ...] = get_args(SizeOfOrderRequest)

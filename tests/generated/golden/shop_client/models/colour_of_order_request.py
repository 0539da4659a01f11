from typing import Literal, TypeAlias, get_args

ColourOfOrderRequest: TypeAlias = Literal["green", "red"]

#: The values that the contract knows.
COLOUR_OF_ORDER_REQUEST_VALUES: tuple[ColourOfOrderRequest, ...] = get_args(ColourOfOrderRequest)

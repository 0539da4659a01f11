from typing import Literal, TypeAlias, get_args

PositionOfRemoveProductOptionValueRequest: TypeAlias = Literal[1, 2, 3]

#: The values that the contract knows.
POSITION_OF_REMOVE_PRODUCT_OPTION_VALUE_REQUEST_VALUES: tuple[PositionOfRemoveProductOptionValueRequest, ...] = (
    get_args(PositionOfRemoveProductOptionValueRequest)
)

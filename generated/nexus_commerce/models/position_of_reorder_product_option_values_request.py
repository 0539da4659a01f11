from typing import Literal, TypeAlias, get_args

PositionOfReorderProductOptionValuesRequest: TypeAlias = Literal[1, 2, 3]

#: The values that the contract knows.
POSITION_OF_REORDER_PRODUCT_OPTION_VALUES_REQUEST_VALUES: tuple[PositionOfReorderProductOptionValuesRequest, ...] = (
    get_args(PositionOfReorderProductOptionValuesRequest)
)

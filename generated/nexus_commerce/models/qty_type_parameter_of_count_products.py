from typing import Literal, TypeAlias, get_args

QtyTypeParameterOfCountProducts: TypeAlias = Literal["available_qty"]

#: The values that the contract knows.
QTY_TYPE_PARAMETER_OF_COUNT_PRODUCTS_VALUES: tuple[QtyTypeParameterOfCountProducts, ...] = get_args(
    QtyTypeParameterOfCountProducts
)

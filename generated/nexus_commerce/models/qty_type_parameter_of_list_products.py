from typing import Literal, TypeAlias, get_args

QtyTypeParameterOfListProducts: TypeAlias = Literal["available_qty"]

#: The values that the contract knows.
QTY_TYPE_PARAMETER_OF_LIST_PRODUCTS_VALUES: tuple[QtyTypeParameterOfListProducts, ...] = get_args(
    QtyTypeParameterOfListProducts
)

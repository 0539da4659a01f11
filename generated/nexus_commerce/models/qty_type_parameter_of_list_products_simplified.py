from typing import Literal, TypeAlias, get_args

QtyTypeParameterOfListProductsSimplified: TypeAlias = Literal["available_qty"]

#: The values that the contract knows.
QTY_TYPE_PARAMETER_OF_LIST_PRODUCTS_SIMPLIFIED_VALUES: tuple[QtyTypeParameterOfListProductsSimplified, ...] = get_args(
    QtyTypeParameterOfListProductsSimplified
)

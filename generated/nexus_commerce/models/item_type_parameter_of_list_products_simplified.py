from typing import Literal, TypeAlias, get_args

ItemTypeParameterOfListProductsSimplified: TypeAlias = Literal[
    "course", "digital", "license", "physical", "subscription"
]

#: The values that the contract knows.
ITEM_TYPE_PARAMETER_OF_LIST_PRODUCTS_SIMPLIFIED_VALUES: tuple[ItemTypeParameterOfListProductsSimplified, ...] = (
    get_args(ItemTypeParameterOfListProductsSimplified)
)

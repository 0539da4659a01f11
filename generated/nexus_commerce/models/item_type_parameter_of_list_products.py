from typing import Literal, TypeAlias, get_args

ItemTypeParameterOfListProducts: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_PARAMETER_OF_LIST_PRODUCTS_VALUES: tuple[ItemTypeParameterOfListProducts, ...] = get_args(
    ItemTypeParameterOfListProducts
)

from typing import Literal, TypeAlias, get_args

ItemTypeParameterOfCountProducts: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_PARAMETER_OF_COUNT_PRODUCTS_VALUES: tuple[ItemTypeParameterOfCountProducts, ...] = get_args(
    ItemTypeParameterOfCountProducts
)

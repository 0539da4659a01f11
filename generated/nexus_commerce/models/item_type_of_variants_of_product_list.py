from typing import Literal, TypeAlias, get_args

ItemTypeOfVariantsOfProductList: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANTS_OF_PRODUCT_LIST_VALUES: tuple[ItemTypeOfVariantsOfProductList, ...] = get_args(
    ItemTypeOfVariantsOfProductList
)

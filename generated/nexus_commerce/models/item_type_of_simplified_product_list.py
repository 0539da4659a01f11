from typing import Literal, TypeAlias, get_args

ItemTypeOfSimplifiedProductList: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_SIMPLIFIED_PRODUCT_LIST_VALUES: tuple[ItemTypeOfSimplifiedProductList, ...] = get_args(
    ItemTypeOfSimplifiedProductList
)

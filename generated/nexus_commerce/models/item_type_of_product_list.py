from typing import Literal, TypeAlias, get_args

ItemTypeOfProductList: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_PRODUCT_LIST_VALUES: tuple[ItemTypeOfProductList, ...] = get_args(ItemTypeOfProductList)

from typing import Literal, TypeAlias, get_args

ItemTypeOfProduct: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_PRODUCT_VALUES: tuple[ItemTypeOfProduct, ...] = get_args(ItemTypeOfProduct)

from typing import Literal, TypeAlias, get_args

ItemTypeOfVariantsOfProduct: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANTS_OF_PRODUCT_VALUES: tuple[ItemTypeOfVariantsOfProduct, ...] = get_args(ItemTypeOfVariantsOfProduct)

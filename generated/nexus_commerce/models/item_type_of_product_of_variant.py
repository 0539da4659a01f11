from typing import Literal, TypeAlias, get_args

ItemTypeOfProductOfVariant: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_PRODUCT_OF_VARIANT_VALUES: tuple[ItemTypeOfProductOfVariant, ...] = get_args(ItemTypeOfProductOfVariant)

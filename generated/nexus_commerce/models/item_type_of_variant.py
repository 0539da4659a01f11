from typing import Literal, TypeAlias, get_args

ItemTypeOfVariant: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANT_VALUES: tuple[ItemTypeOfVariant, ...] = get_args(ItemTypeOfVariant)

from typing import Literal, TypeAlias, get_args

ItemTypeOfVariantOfBundlelinesOfBundle: TypeAlias = Literal["course", "digital", "license", "physical", "subscription"]

#: The values that the contract knows.
ITEM_TYPE_OF_VARIANT_OF_BUNDLELINES_OF_BUNDLE_VALUES: tuple[ItemTypeOfVariantOfBundlelinesOfBundle, ...] = get_args(
    ItemTypeOfVariantOfBundlelinesOfBundle
)

from typing import Literal, TypeAlias, get_args

ItemTypeOfProductOfVariantOfBundlelinesOfBundle: TypeAlias = Literal[
    "course", "digital", "license", "physical", "subscription"
]

#: The values that the contract knows.
ITEM_TYPE_OF_PRODUCT_OF_VARIANT_OF_BUNDLELINES_OF_BUNDLE_VALUES: tuple[
    ItemTypeOfProductOfVariantOfBundlelinesOfBundle, ...
] = get_args(ItemTypeOfProductOfVariantOfBundlelinesOfBundle)

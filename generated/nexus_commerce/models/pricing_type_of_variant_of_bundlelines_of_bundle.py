from typing import Literal, TypeAlias, get_args

PricingTypeOfVariantOfBundlelinesOfBundle: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_OF_VARIANT_OF_BUNDLELINES_OF_BUNDLE_VALUES: tuple[PricingTypeOfVariantOfBundlelinesOfBundle, ...] = (
    get_args(PricingTypeOfVariantOfBundlelinesOfBundle)
)

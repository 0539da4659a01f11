from typing import Literal, TypeAlias, get_args

CurrencyOfVariantOfBundlelinesOfBundle: TypeAlias = Literal["IDR"]

#: The values that the contract knows.
CURRENCY_OF_VARIANT_OF_BUNDLELINES_OF_BUNDLE_VALUES: tuple[CurrencyOfVariantOfBundlelinesOfBundle, ...] = get_args(
    CurrencyOfVariantOfBundlelinesOfBundle
)

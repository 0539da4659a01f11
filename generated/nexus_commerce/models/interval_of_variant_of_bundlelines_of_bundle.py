from typing import Literal, TypeAlias, get_args

IntervalOfVariantOfBundlelinesOfBundle: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_VARIANT_OF_BUNDLELINES_OF_BUNDLE_VALUES: tuple[IntervalOfVariantOfBundlelinesOfBundle, ...] = get_args(
    IntervalOfVariantOfBundlelinesOfBundle
)

from typing import Literal, TypeAlias, get_args

ValidityPeriodUnitOfVariantOfBundlelinesOfBundle: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
VALIDITY_PERIOD_UNIT_OF_VARIANT_OF_BUNDLELINES_OF_BUNDLE_VALUES: tuple[
    ValidityPeriodUnitOfVariantOfBundlelinesOfBundle, ...
] = get_args(ValidityPeriodUnitOfVariantOfBundlelinesOfBundle)

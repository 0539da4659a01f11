from typing import Literal, TypeAlias, get_args

ValidityPeriodUnitOfVariantSubscription: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
VALIDITY_PERIOD_UNIT_OF_VARIANT_SUBSCRIPTION_VALUES: tuple[ValidityPeriodUnitOfVariantSubscription, ...] = get_args(
    ValidityPeriodUnitOfVariantSubscription
)

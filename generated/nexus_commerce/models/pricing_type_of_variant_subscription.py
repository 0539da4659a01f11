from typing import Literal, TypeAlias, get_args

PricingTypeOfVariantSubscription: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_OF_VARIANT_SUBSCRIPTION_VALUES: tuple[PricingTypeOfVariantSubscription, ...] = get_args(
    PricingTypeOfVariantSubscription
)

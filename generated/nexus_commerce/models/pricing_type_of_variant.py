from typing import Literal, TypeAlias, get_args

PricingTypeOfVariant: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_OF_VARIANT_VALUES: tuple[PricingTypeOfVariant, ...] = get_args(PricingTypeOfVariant)

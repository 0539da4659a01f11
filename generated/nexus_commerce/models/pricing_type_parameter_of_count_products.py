from typing import Literal, TypeAlias, get_args

PricingTypeParameterOfCountProducts: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_PARAMETER_OF_COUNT_PRODUCTS_VALUES: tuple[PricingTypeParameterOfCountProducts, ...] = get_args(
    PricingTypeParameterOfCountProducts
)

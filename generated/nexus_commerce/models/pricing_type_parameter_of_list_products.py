from typing import Literal, TypeAlias, get_args

PricingTypeParameterOfListProducts: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_PARAMETER_OF_LIST_PRODUCTS_VALUES: tuple[PricingTypeParameterOfListProducts, ...] = get_args(
    PricingTypeParameterOfListProducts
)

from typing import Literal, TypeAlias, get_args

PricingTypeParameterOfListProductsSimplified: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_PARAMETER_OF_LIST_PRODUCTS_SIMPLIFIED_VALUES: tuple[PricingTypeParameterOfListProductsSimplified, ...] = (
    get_args(PricingTypeParameterOfListProductsSimplified)
)

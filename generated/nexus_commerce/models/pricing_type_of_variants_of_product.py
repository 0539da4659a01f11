from typing import Literal, TypeAlias, get_args

PricingTypeOfVariantsOfProduct: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_OF_VARIANTS_OF_PRODUCT_VALUES: tuple[PricingTypeOfVariantsOfProduct, ...] = get_args(
    PricingTypeOfVariantsOfProduct
)

from typing import Literal, TypeAlias, get_args

PricingTypeOfVariantsOfProductList: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_OF_VARIANTS_OF_PRODUCT_LIST_VALUES: tuple[PricingTypeOfVariantsOfProductList, ...] = get_args(
    PricingTypeOfVariantsOfProductList
)

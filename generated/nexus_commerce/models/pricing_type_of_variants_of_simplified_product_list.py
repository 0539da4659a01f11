from typing import Literal, TypeAlias, get_args

PricingTypeOfVariantsOfSimplifiedProductList: TypeAlias = Literal["one_time", "recurring"]

#: The values that the contract knows.
PRICING_TYPE_OF_VARIANTS_OF_SIMPLIFIED_PRODUCT_LIST_VALUES: tuple[PricingTypeOfVariantsOfSimplifiedProductList, ...] = (
    get_args(PricingTypeOfVariantsOfSimplifiedProductList)
)

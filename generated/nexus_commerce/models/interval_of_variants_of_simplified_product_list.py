from typing import Literal, TypeAlias, get_args

IntervalOfVariantsOfSimplifiedProductList: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_VARIANTS_OF_SIMPLIFIED_PRODUCT_LIST_VALUES: tuple[IntervalOfVariantsOfSimplifiedProductList, ...] = (
    get_args(IntervalOfVariantsOfSimplifiedProductList)
)

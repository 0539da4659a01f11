from typing import Literal, TypeAlias, get_args

IntervalOfVariantsOfProductList: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_VARIANTS_OF_PRODUCT_LIST_VALUES: tuple[IntervalOfVariantsOfProductList, ...] = get_args(
    IntervalOfVariantsOfProductList
)

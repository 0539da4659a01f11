from typing import Literal, TypeAlias, get_args

IntervalOfVariantsOfProduct: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_VARIANTS_OF_PRODUCT_VALUES: tuple[IntervalOfVariantsOfProduct, ...] = get_args(IntervalOfVariantsOfProduct)

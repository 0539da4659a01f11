from typing import Literal, TypeAlias, get_args

IntervalOfOrderlinesOfOrder: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_ORDERLINES_OF_ORDER_VALUES: tuple[IntervalOfOrderlinesOfOrder, ...] = get_args(IntervalOfOrderlinesOfOrder)

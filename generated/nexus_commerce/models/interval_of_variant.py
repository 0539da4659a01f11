from typing import Literal, TypeAlias, get_args

IntervalOfVariant: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_VARIANT_VALUES: tuple[IntervalOfVariant, ...] = get_args(IntervalOfVariant)

from typing import Literal, TypeAlias, get_args

IntervalOfSubscription2: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_SUBSCRIPTION_2_VALUES: tuple[IntervalOfSubscription2, ...] = get_args(IntervalOfSubscription2)

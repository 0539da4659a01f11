from typing import Literal, TypeAlias, get_args

IntervalOfSubscription: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_SUBSCRIPTION_VALUES: tuple[IntervalOfSubscription, ...] = get_args(IntervalOfSubscription)

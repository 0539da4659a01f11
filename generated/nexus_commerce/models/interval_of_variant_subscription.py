from typing import Literal, TypeAlias, get_args

IntervalOfVariantSubscription: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_VARIANT_SUBSCRIPTION_VALUES: tuple[IntervalOfVariantSubscription, ...] = get_args(
    IntervalOfVariantSubscription
)

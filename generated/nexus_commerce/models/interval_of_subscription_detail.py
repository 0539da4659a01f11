from typing import Literal, TypeAlias, get_args

IntervalOfSubscriptionDetail: TypeAlias = Literal["day", "month", "week", "year"]

#: The values that the contract knows.
INTERVAL_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[IntervalOfSubscriptionDetail, ...] = get_args(
    IntervalOfSubscriptionDetail
)

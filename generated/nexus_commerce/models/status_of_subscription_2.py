from typing import Literal, TypeAlias, get_args

StatusOfSubscription2: TypeAlias = Literal["active", "canceled", "expired", "failed", "unactivated"]

#: The values that the contract knows.
STATUS_OF_SUBSCRIPTION_2_VALUES: tuple[StatusOfSubscription2, ...] = get_args(StatusOfSubscription2)

from typing import Literal, TypeAlias, get_args

StatusOfSubscription: TypeAlias = Literal["active", "canceled", "expired", "failed", "unactivated"]

#: The values that the contract knows.
STATUS_OF_SUBSCRIPTION_VALUES: tuple[StatusOfSubscription, ...] = get_args(StatusOfSubscription)

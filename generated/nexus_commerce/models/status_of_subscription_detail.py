from typing import Literal, TypeAlias, get_args

StatusOfSubscriptionDetail: TypeAlias = Literal["active", "canceled", "expired", "failed", "unactivated"]

#: The values that the contract knows.
STATUS_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[StatusOfSubscriptionDetail, ...] = get_args(StatusOfSubscriptionDetail)

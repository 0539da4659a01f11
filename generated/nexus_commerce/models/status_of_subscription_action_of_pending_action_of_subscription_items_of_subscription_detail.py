from typing import Literal, TypeAlias, get_args

StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail: TypeAlias = Literal[
    "canceled", "completed", "confirmed", "failed", "pending", "replaced", "scheduled"
]

#: The values that the contract knows.
STATUS_OF_SUBSCRIPTION_ACTION_OF_PENDING_ACTION_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[
    StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail, ...
] = get_args(StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail)

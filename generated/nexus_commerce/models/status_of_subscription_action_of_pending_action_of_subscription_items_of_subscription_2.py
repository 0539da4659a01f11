from typing import Literal, TypeAlias, get_args

StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscription2: TypeAlias = Literal[
    "canceled", "completed", "confirmed", "failed", "pending", "replaced", "scheduled"
]

#: The values that the contract knows.
STATUS_OF_SUBSCRIPTION_ACTION_OF_PENDING_ACTION_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_2_VALUES: tuple[
    StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscription2, ...
] = get_args(StatusOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscription2)

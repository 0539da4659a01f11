from typing import Literal, TypeAlias, get_args

StatusOfSubscriptionItemsOfSubscriptionDetail: TypeAlias = Literal[
    "active", "canceled", "expired", "failed", "pending_downgrade", "pending_upgrade", "unactivated"
]

#: The values that the contract knows.
STATUS_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[
    StatusOfSubscriptionItemsOfSubscriptionDetail, ...
] = get_args(StatusOfSubscriptionItemsOfSubscriptionDetail)

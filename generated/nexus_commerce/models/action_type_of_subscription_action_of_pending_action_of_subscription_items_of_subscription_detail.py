from typing import Literal, TypeAlias, get_args

ActionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail: TypeAlias = Literal[
    "activation", "cancel", "create", "downgrade", "expire", "reactivate", "renew", "update_qty", "upgrade"
]

#: The values that the contract knows.
ACTION_TYPE_OF_SUBSCRIPTION_ACTION_OF_PENDING_ACTION_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[
    ActionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail, ...
] = get_args(ActionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail)

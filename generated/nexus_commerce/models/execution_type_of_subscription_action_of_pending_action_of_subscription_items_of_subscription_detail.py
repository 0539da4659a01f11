from typing import Literal, TypeAlias, get_args

ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail: TypeAlias = Literal[
    "at_period_end", "immediate", "scheduled"
]

#: The values that the contract knows.
EXECUTION_TYPE_OF_SUBSCRIPTION_ACTION_OF_PENDING_ACTION_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_DETAIL_VALUES: tuple[
    ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail, ...
] = get_args(ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscriptionDetail)

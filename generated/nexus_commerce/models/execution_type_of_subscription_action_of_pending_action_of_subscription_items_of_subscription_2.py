from typing import Literal, TypeAlias, get_args

ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscription2: TypeAlias = Literal[
    "at_period_end", "immediate", "scheduled"
]

#: The values that the contract knows.
EXECUTION_TYPE_OF_SUBSCRIPTION_ACTION_OF_PENDING_ACTION_OF_SUBSCRIPTION_ITEMS_OF_SUBSCRIPTION_2_VALUES: tuple[
    ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscription2, ...
] = get_args(ExecutionTypeOfSubscriptionActionOfPendingActionOfSubscriptionItemsOfSubscription2)

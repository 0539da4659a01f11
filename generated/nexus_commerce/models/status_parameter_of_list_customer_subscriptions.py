from typing import Literal, TypeAlias, get_args

StatusParameterOfListCustomerSubscriptions: TypeAlias = Literal[
    "active", "canceled", "expired", "failed", "unactivated"
]

#: The values that the contract knows.
STATUS_PARAMETER_OF_LIST_CUSTOMER_SUBSCRIPTIONS_VALUES: tuple[StatusParameterOfListCustomerSubscriptions, ...] = (
    get_args(StatusParameterOfListCustomerSubscriptions)
)

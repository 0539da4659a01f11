from typing import Literal, TypeAlias, get_args

IsProbablySpamParameterOfListOrders: TypeAlias = Literal["false", "true"]

#: The values that the contract knows.
IS_PROBABLY_SPAM_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[IsProbablySpamParameterOfListOrders, ...] = get_args(
    IsProbablySpamParameterOfListOrders
)

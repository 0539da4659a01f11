from typing import Literal, TypeAlias, get_args

IsRepeatParameterOfListOrders: TypeAlias = Literal["false", "true"]

#: The values that the contract knows.
IS_REPEAT_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[IsRepeatParameterOfListOrders, ...] = get_args(
    IsRepeatParameterOfListOrders
)

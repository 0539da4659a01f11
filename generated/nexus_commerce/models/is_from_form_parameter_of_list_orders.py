from typing import Literal, TypeAlias, get_args

IsFromFormParameterOfListOrders: TypeAlias = Literal["false", "true"]

#: The values that the contract knows.
IS_FROM_FORM_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[IsFromFormParameterOfListOrders, ...] = get_args(
    IsFromFormParameterOfListOrders
)

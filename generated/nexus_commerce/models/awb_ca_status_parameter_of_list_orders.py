from typing import Literal, TypeAlias, get_args

AwbCaStatusParameterOfListOrders: TypeAlias = Literal[
    "canceled", "created", "failed", "pending", "unavailable", "waiting"
]

#: The values that the contract knows.
AWB_CA_STATUS_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[AwbCaStatusParameterOfListOrders, ...] = get_args(
    AwbCaStatusParameterOfListOrders
)

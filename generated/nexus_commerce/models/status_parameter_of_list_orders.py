from typing import Literal, TypeAlias, get_args

StatusParameterOfListOrders: TypeAlias = Literal[
    "canceled",
    "closed",
    "completed",
    "confirmed",
    "draft",
    "in_process",
    "pending",
    "ready",
    "rts",
    "shipped",
    "shipped_rts",
]

#: The values that the contract knows.
STATUS_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[StatusParameterOfListOrders, ...] = get_args(StatusParameterOfListOrders)

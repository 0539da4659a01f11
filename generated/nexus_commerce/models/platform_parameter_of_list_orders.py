from typing import Literal, TypeAlias, get_args

PlatformParameterOfListOrders: TypeAlias = Literal[
    "berdu", "blibli", "bukalapak", "lazada", "orderonline", "scalev", "shopee", "tiktokshop", "tokopedia"
]

#: The values that the contract knows.
PLATFORM_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[PlatformParameterOfListOrders, ...] = get_args(
    PlatformParameterOfListOrders
)

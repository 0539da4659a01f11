from typing import Literal, TypeAlias, get_args

BusinessRoleParameterOfListOrders: TypeAlias = Literal["fulfillment_provider", "retailer"]

#: The values that the contract knows.
BUSINESS_ROLE_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[BusinessRoleParameterOfListOrders, ...] = get_args(
    BusinessRoleParameterOfListOrders
)

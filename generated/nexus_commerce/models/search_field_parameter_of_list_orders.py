from typing import Literal, TypeAlias, get_args

SearchFieldParameterOfListOrders: TypeAlias = Literal[
    "customer_email",
    "customer_name",
    "customer_phone",
    "external_id",
    "gross_revenue",
    "order_id",
    "pg_reference_id",
    "shipment_receipt",
]

#: The values that the contract knows.
SEARCH_FIELD_PARAMETER_OF_LIST_ORDERS_VALUES: tuple[SearchFieldParameterOfListOrders, ...] = get_args(
    SearchFieldParameterOfListOrders
)

from typing import Literal, TypeAlias, get_args

CapiPurchaseValueTypeOfStoreOfOrder: TypeAlias = Literal["adj_gross_revenue", "gross_revenue", "net_revenue"]

#: The values that the contract knows.
CAPI_PURCHASE_VALUE_TYPE_OF_STORE_OF_ORDER_VALUES: tuple[CapiPurchaseValueTypeOfStoreOfOrder, ...] = get_args(
    CapiPurchaseValueTypeOfStoreOfOrder
)

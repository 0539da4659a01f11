from typing import Literal, TypeAlias, get_args

CapiPurchaseValueTypeOfBusinessStoreUpdateRequest: TypeAlias = Literal[
    "adj_gross_revenue", "gross_revenue", "net_revenue"
]

#: The values that the contract knows.
CAPI_PURCHASE_VALUE_TYPE_OF_BUSINESS_STORE_UPDATE_REQUEST_VALUES: tuple[
    CapiPurchaseValueTypeOfBusinessStoreUpdateRequest, ...
] = get_args(CapiPurchaseValueTypeOfBusinessStoreUpdateRequest)

from typing import Literal, TypeAlias, get_args

CodPurchaseTriggersOfStoreOfOrder: TypeAlias = Literal[
    "completed", "confirmed", "internal_upload", "public_upload", "shipped"
]

#: The values that the contract knows.
COD_PURCHASE_TRIGGERS_OF_STORE_OF_ORDER_VALUES: tuple[CodPurchaseTriggersOfStoreOfOrder, ...] = get_args(
    CodPurchaseTriggersOfStoreOfOrder
)

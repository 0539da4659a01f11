from typing import Literal, TypeAlias, get_args

NonCodPurchaseTriggersOfStoreOfOrder: TypeAlias = Literal[
    "completed", "confirmed", "internal_upload", "public_upload", "shipped"
]

#: The values that the contract knows.
NON_COD_PURCHASE_TRIGGERS_OF_STORE_OF_ORDER_VALUES: tuple[NonCodPurchaseTriggersOfStoreOfOrder, ...] = get_args(
    NonCodPurchaseTriggersOfStoreOfOrder
)

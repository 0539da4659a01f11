from typing import Literal, TypeAlias, get_args

DynamicOtherIncomeCodTypeOfStoreOfOrder: TypeAlias = Literal["fixed", "percentage"]

#: The values that the contract knows.
DYNAMIC_OTHER_INCOME_COD_TYPE_OF_STORE_OF_ORDER_VALUES: tuple[DynamicOtherIncomeCodTypeOfStoreOfOrder, ...] = get_args(
    DynamicOtherIncomeCodTypeOfStoreOfOrder
)

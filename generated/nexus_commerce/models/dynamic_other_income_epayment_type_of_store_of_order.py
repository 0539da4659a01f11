from typing import Literal, TypeAlias, get_args

DynamicOtherIncomeEpaymentTypeOfStoreOfOrder: TypeAlias = Literal["fixed", "percentage"]

#: The values that the contract knows.
DYNAMIC_OTHER_INCOME_EPAYMENT_TYPE_OF_STORE_OF_ORDER_VALUES: tuple[
    DynamicOtherIncomeEpaymentTypeOfStoreOfOrder, ...
] = get_args(DynamicOtherIncomeEpaymentTypeOfStoreOfOrder)

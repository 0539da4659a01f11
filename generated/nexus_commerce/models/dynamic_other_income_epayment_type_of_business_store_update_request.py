from typing import Literal, TypeAlias, get_args

DynamicOtherIncomeEpaymentTypeOfBusinessStoreUpdateRequest: TypeAlias = Literal["fixed", "percentage"]

#: The values that the contract knows.
DYNAMIC_OTHER_INCOME_EPAYMENT_TYPE_OF_BUSINESS_STORE_UPDATE_REQUEST_VALUES: tuple[
    DynamicOtherIncomeEpaymentTypeOfBusinessStoreUpdateRequest, ...
] = get_args(DynamicOtherIncomeEpaymentTypeOfBusinessStoreUpdateRequest)

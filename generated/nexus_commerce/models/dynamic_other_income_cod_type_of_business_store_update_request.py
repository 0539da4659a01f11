from typing import Literal, TypeAlias, get_args

DynamicOtherIncomeCodTypeOfBusinessStoreUpdateRequest: TypeAlias = Literal["fixed", "percentage"]

#: The values that the contract knows.
DYNAMIC_OTHER_INCOME_COD_TYPE_OF_BUSINESS_STORE_UPDATE_REQUEST_VALUES: tuple[
    DynamicOtherIncomeCodTypeOfBusinessStoreUpdateRequest, ...
] = get_args(DynamicOtherIncomeCodTypeOfBusinessStoreUpdateRequest)

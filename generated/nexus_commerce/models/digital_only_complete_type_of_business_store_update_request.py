from typing import Literal, TypeAlias, get_args

DigitalOnlyCompleteTypeOfBusinessStoreUpdateRequest: TypeAlias = Literal["auto", "manual", "when_settled"]

#: The values that the contract knows.
DIGITAL_ONLY_COMPLETE_TYPE_OF_BUSINESS_STORE_UPDATE_REQUEST_VALUES: tuple[
    DigitalOnlyCompleteTypeOfBusinessStoreUpdateRequest, ...
] = get_args(DigitalOnlyCompleteTypeOfBusinessStoreUpdateRequest)

from typing import Literal, TypeAlias, get_args

PostalCodeRequirementOfBusinessStoreUpdateRequest: TypeAlias = Literal["autofill", "manual"]

#: The values that the contract knows.
POSTAL_CODE_REQUIREMENT_OF_BUSINESS_STORE_UPDATE_REQUEST_VALUES: tuple[
    PostalCodeRequirementOfBusinessStoreUpdateRequest, ...
] = get_args(PostalCodeRequirementOfBusinessStoreUpdateRequest)

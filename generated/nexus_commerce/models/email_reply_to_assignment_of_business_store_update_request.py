from typing import Literal, TypeAlias, get_args

EmailReplyToAssignmentOfBusinessStoreUpdateRequest: TypeAlias = Literal["fixed", "rotator"]

#: The values that the contract knows.
EMAIL_REPLY_TO_ASSIGNMENT_OF_BUSINESS_STORE_UPDATE_REQUEST_VALUES: tuple[
    EmailReplyToAssignmentOfBusinessStoreUpdateRequest, ...
] = get_args(EmailReplyToAssignmentOfBusinessStoreUpdateRequest)

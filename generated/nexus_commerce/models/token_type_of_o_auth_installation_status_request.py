from typing import Literal, TypeAlias, get_args

TokenTypeOfOAuthInstallationStatusRequest: TypeAlias = Literal["access", "refresh"]

#: The values that the contract knows.
TOKEN_TYPE_OF_O_AUTH_INSTALLATION_STATUS_REQUEST_VALUES: tuple[TokenTypeOfOAuthInstallationStatusRequest, ...] = (
    get_args(TokenTypeOfOAuthInstallationStatusRequest)
)

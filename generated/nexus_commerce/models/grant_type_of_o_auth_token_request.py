from typing import Literal, TypeAlias, get_args

GrantTypeOfOAuthTokenRequest: TypeAlias = Literal["authorization_code", "refresh_token"]

#: The values that the contract knows.
GRANT_TYPE_OF_O_AUTH_TOKEN_REQUEST_VALUES: tuple[GrantTypeOfOAuthTokenRequest, ...] = get_args(
    GrantTypeOfOAuthTokenRequest
)

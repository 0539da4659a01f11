from typing import Literal, TypeAlias, get_args

AuthMethodOfAuthenticatedIdentity: TypeAlias = Literal["api_key", "app_login", "oauth"]

#: The values that the contract knows.
AUTH_METHOD_OF_AUTHENTICATED_IDENTITY_VALUES: tuple[AuthMethodOfAuthenticatedIdentity, ...] = get_args(
    AuthMethodOfAuthenticatedIdentity
)

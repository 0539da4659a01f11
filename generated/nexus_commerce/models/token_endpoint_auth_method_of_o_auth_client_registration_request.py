from typing import Literal, TypeAlias, get_args

TokenEndpointAuthMethodOfOAuthClientRegistrationRequest: TypeAlias = Literal[
    "client_secret_basic", "client_secret_post", "none", "private_key_jwt"
]

#: The values that the contract knows.
TOKEN_ENDPOINT_AUTH_METHOD_OF_O_AUTH_CLIENT_REGISTRATION_REQUEST_VALUES: tuple[
    TokenEndpointAuthMethodOfOAuthClientRegistrationRequest, ...
] = get_args(TokenEndpointAuthMethodOfOAuthClientRegistrationRequest)

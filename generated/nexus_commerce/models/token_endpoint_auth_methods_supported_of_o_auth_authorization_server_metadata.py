from typing import Literal, TypeAlias, get_args

TokenEndpointAuthMethodsSupportedOfOAuthAuthorizationServerMetadata: TypeAlias = Literal[
    "client_secret_basic", "client_secret_post", "none", "private_key_jwt"
]

#: The values that the contract knows.
TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED_OF_O_AUTH_AUTHORIZATION_SERVER_METADATA_VALUES: tuple[
    TokenEndpointAuthMethodsSupportedOfOAuthAuthorizationServerMetadata, ...
] = get_args(TokenEndpointAuthMethodsSupportedOfOAuthAuthorizationServerMetadata)

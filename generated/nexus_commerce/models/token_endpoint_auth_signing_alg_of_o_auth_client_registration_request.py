from typing import Literal, TypeAlias, get_args

TokenEndpointAuthSigningAlgOfOAuthClientRegistrationRequest: TypeAlias = Literal["RS256"]

#: The values that the contract knows.
TOKEN_ENDPOINT_AUTH_SIGNING_ALG_OF_O_AUTH_CLIENT_REGISTRATION_REQUEST_VALUES: tuple[
    TokenEndpointAuthSigningAlgOfOAuthClientRegistrationRequest, ...
] = get_args(TokenEndpointAuthSigningAlgOfOAuthClientRegistrationRequest)

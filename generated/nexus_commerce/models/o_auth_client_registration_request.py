from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .token_endpoint_auth_method_of_o_auth_client_registration_request import (
        TokenEndpointAuthMethodOfOAuthClientRegistrationRequest,
    )
    from .token_endpoint_auth_signing_alg_of_o_auth_client_registration_request import (
        TokenEndpointAuthSigningAlgOfOAuthClientRegistrationRequest,
    )


class OAuthClientRegistrationRequest(Model):
    """`OAuthClientRegistrationRequest` of the contract, only ever sent."""

    redirect_uris: list[str]
    client_name: str | Unset = UNSET
    client_uri: str | Unset = UNSET
    grant_types: list[str] | Unset = UNSET
    jwks_uri: str | Unset = UNSET
    logo_uri: str | Unset = UNSET
    response_types: list[str] | Unset = UNSET
    token_endpoint_auth_method: TokenEndpointAuthMethodOfOAuthClientRegistrationRequest | Unset = UNSET
    token_endpoint_auth_signing_alg: TokenEndpointAuthSigningAlgOfOAuthClientRegistrationRequest | Unset = UNSET

    _required = ("redirect_uris",)
    _rules = {
        "type": ["object"],
        "properties": {
            "client_name": {"type": ["string"]},
            "client_uri": {"type": ["string"]},
            "grant_types": {"type": ["array"], "items": {"type": ["string"]}},
            "jwks_uri": {"type": ["string"]},
            "logo_uri": {"type": ["string"]},
            "redirect_uris": {"type": ["array"], "minItems": 1, "items": {"type": ["string"]}},
            "response_types": {"type": ["array"], "items": {"type": ["string"]}},
            "token_endpoint_auth_method": {
                "type": ["string"],
                "enum": ["client_secret_basic", "client_secret_post", "none", "private_key_jwt"],
            },
            "token_endpoint_auth_signing_alg": {"type": ["string"], "enum": ["RS256"]},
        },
        "required": ["redirect_uris"],
    }

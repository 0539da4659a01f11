from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .token_endpoint_auth_method_of_o_auth_client_registration import (
        TokenEndpointAuthMethodOfOAuthClientRegistration,
    )


class OAuthClientRegistration(Model):
    """`OAuthClientRegistration` of the contract, as it is received."""

    client_id: str | None | Unset = UNSET
    client_id_issued_at: int | str | None | Unset = UNSET
    client_name: str | None | Unset = UNSET
    grant_types: list[str] | None | Unset = UNSET
    redirect_uris: list[str] | None | Unset = UNSET
    response_types: list[str] | None | Unset = UNSET
    token_endpoint_auth_method: TokenEndpointAuthMethodOfOAuthClientRegistration | str | None | Unset = UNSET
    client_secret: str | None | Unset = UNSET
    client_uri: str | None | Unset = UNSET
    jwks_uri: str | None | Unset = UNSET
    logo_uri: str | None | Unset = UNSET
    token_endpoint_auth_signing_alg: str | None | Unset = UNSET

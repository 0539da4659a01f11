from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .token_endpoint_auth_methods_supported_of_o_auth_authorization_server_metadata import (
        TokenEndpointAuthMethodsSupportedOfOAuthAuthorizationServerMetadata,
    )


class OAuthAuthorizationServerMetadata(Model):
    """`OAuthAuthorizationServerMetadata` of the contract, as it is received."""

    authorization_endpoint: str | None | Unset = UNSET
    client_id_metadata_document_supported: bool | None | Unset = UNSET
    code_challenge_methods_supported: list[str] | None | Unset = UNSET
    grant_types_supported: list[str] | None | Unset = UNSET
    issuer: str | None | Unset = UNSET
    registration_endpoint: str | None | Unset = UNSET
    response_types_supported: list[str] | None | Unset = UNSET
    scopes_supported: list[str] | None | Unset = UNSET
    token_endpoint: str | None | Unset = UNSET
    token_endpoint_auth_methods_supported: (
        list[TokenEndpointAuthMethodsSupportedOfOAuthAuthorizationServerMetadata | str] | None | Unset
    ) = UNSET
    introspection_endpoint: str | None | Unset = UNSET
    revocation_endpoint: str | None | Unset = UNSET

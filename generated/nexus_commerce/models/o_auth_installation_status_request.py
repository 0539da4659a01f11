from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    from .token_type_of_o_auth_installation_status_request import TokenTypeOfOAuthInstallationStatusRequest


class OAuthInstallationStatusRequest(Model):
    """`OAuthInstallationStatusRequest` of the contract, only ever sent."""

    client_id: str
    client_secret: str
    token: str
    token_type: TokenTypeOfOAuthInstallationStatusRequest

    _required = ("client_id", "client_secret", "token", "token_type")
    _rules = {
        "type": ["object"],
        "properties": {
            "client_id": {"type": ["string"]},
            "client_secret": {"type": ["string"]},
            "token": {"type": ["string"]},
            "token_type": {"type": ["string"], "enum": ["access", "refresh"]},
        },
        "required": ["client_id", "client_secret", "token", "token_type"],
        "additionalProperties": False,
    }

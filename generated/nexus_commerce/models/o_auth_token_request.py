from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .grant_type_of_o_auth_token_request import GrantTypeOfOAuthTokenRequest


class OAuthTokenRequest(Model):
    """`OAuthTokenRequest` of the contract, only ever sent."""

    client_id: str
    grant_type: GrantTypeOfOAuthTokenRequest
    client_assertion: str | Unset = UNSET
    client_assertion_type: str | Unset = UNSET
    client_secret: str | Unset = UNSET
    code: str | Unset = UNSET
    code_verifier: str | Unset = UNSET
    redirect_uri: str | Unset = UNSET
    refresh_token: str | Unset = UNSET
    resource: str | Unset = UNSET

    _required = ("client_id", "grant_type")
    _rules = {
        "type": ["object"],
        "properties": {
            "client_assertion": {"type": ["string"]},
            "client_assertion_type": {"type": ["string"]},
            "client_id": {"type": ["string"]},
            "client_secret": {"type": ["string"]},
            "code": {"type": ["string"]},
            "code_verifier": {"type": ["string"]},
            "grant_type": {"type": ["string"], "enum": ["authorization_code", "refresh_token"]},
            "redirect_uri": {"type": ["string"]},
            "refresh_token": {"type": ["string"]},
            "resource": {"type": ["string"]},
        },
        "required": ["client_id", "grant_type"],
    }

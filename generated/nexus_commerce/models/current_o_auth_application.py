from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CurrentOAuthApplication(Model):
    """`CurrentOAuthApplication` of the contract, as it is received."""

    available_scopes: list[str] | None | Unset = UNSET
    client_id: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    homepage_url: str | None | Unset = UNSET
    logo_url: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    redirect_uri: str | None | Unset = UNSET
    webhook_events: list[str] | None | Unset = UNSET
    webhook_status: str | None | Unset = UNSET

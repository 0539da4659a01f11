from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class AuthenticatedConnectedBusiness(Model):
    """`AuthenticatedConnectedBusiness` of the contract, as it is received."""

    is_enabled: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    scopes: list[str] | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    username: str | None | Unset = UNSET

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class AuthenticatedBusinessSummary(Model):
    """`AuthenticatedBusinessSummary` of the contract, as it is received."""

    account_holder: str | None | Unset = UNSET
    contact_email: str | None | Unset = UNSET
    contact_phone: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_banned: bool | None | Unset = UNSET
    is_manual_reseller_transfer_allowed: bool | None | Unset = UNSET
    logo: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    username: str | None | Unset = UNSET

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_only
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class CustomerPrivacyLegalAcceptance(Model):
    """`CustomerPrivacyLegalAcceptance` of the contract, as it is received."""

    required_version: dt.date | str | None | Unset = date_only("required_version", default=UNSET)
    privacy_accepted_at: int | str | None | Unset = UNSET
    privacy_version: str | None | Unset = UNSET
    terms_accepted_at: int | str | None | Unset = UNSET
    terms_version: str | None | Unset = UNSET

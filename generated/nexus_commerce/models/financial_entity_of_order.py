from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class FinancialEntityOfOrder(Model):
    """`FinancialEntityOfOrder` of the contract, as it is received."""

    code: str | None | Unset = UNSET
    duitku_code: str | None | Unset = UNSET
    entity_type: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    platform: str | None | Unset = UNSET
    xendit_code: str | None | Unset = UNSET

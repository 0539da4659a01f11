from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class StorefrontPublicOrderUpdateRequest(Model):
    """`StorefrontPublicOrderUpdateRequest` of the contract, only ever sent."""

    financial_entity_id: int | None | Unset = UNSET
    notes: str | None | Unset = UNSET
    payment_account: str | None | Unset = UNSET
    payment_account_holder: str | None | Unset = UNSET
    payment_account_number: str | None | Unset = UNSET
    transfer_time: dt.datetime | None | Unset = date_time("transfer_time", default=UNSET)
    transferproof_url: str | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "financial_entity_id": {"type": ["integer", "null"]},
            "notes": {"type": ["string", "null"]},
            "payment_account": {"type": ["string", "null"]},
            "payment_account_holder": {"type": ["string", "null"]},
            "payment_account_number": {"type": ["string", "null"]},
            "transfer_time": {"type": ["string", "null"], "format": "date-time"},
            "transferproof_url": {"type": ["string", "null"]},
        },
    }

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_only
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class CustomerProfileUpdateRequest(Model):
    """`CustomerProfileUpdateRequest` of the contract, only ever sent."""

    date_of_birth: dt.date | Unset = date_only("date_of_birth", default=UNSET)
    is_unsubscribe: bool | Unset = UNSET
    name: str | Unset = UNSET
    phone: str | Unset = UNSET
    sex: str | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "date_of_birth": {"type": ["string"], "format": "date"},
            "is_unsubscribe": {"type": ["boolean"]},
            "name": {"type": ["string"]},
            "phone": {"type": ["string"]},
            "sex": {"type": ["string"]},
        },
        "additionalProperties": False,
    }

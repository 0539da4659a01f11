from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomerAddressRequest(Model):
    """`CustomerAddressRequest` of the contract, only ever sent."""

    address: str | Unset = UNSET
    email: str | Unset = UNSET
    location_id: int | str | Unset = UNSET
    name: str | Unset = UNSET
    notes: str | Unset = UNSET
    phone: str | Unset = UNSET
    postal_code: str | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "address": {"type": ["string"]},
            "email": {"type": ["string"]},
            "location_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "name": {"type": ["string"]},
            "notes": {"type": ["string"]},
            "phone": {"type": ["string"]},
            "postal_code": {"type": ["string"]},
        },
    }

from __future__ import annotations

from .._model import Model


class StorefrontCheckoutDestination(Model):
    """`StorefrontCheckoutDestination` of the contract, only ever sent."""

    location_id: int | str
    postal_code: str

    _required = ("location_id", "postal_code")
    _rules = {
        "type": ["object"],
        "properties": {
            "location_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "postal_code": {"type": ["string"]},
        },
        "required": ["location_id", "postal_code"],
        "additionalProperties": False,
    }

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class PagePublicCheckoutDestination(Model):
    """`PagePublicCheckoutDestination` of the contract, only ever sent."""

    address: str | None | Unset = UNSET
    postal_code: str | None | Unset = UNSET
    subdistrict_id: int | str | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "address": {"type": ["string", "null"]},
            "postal_code": {"type": ["string", "null"]},
            "subdistrict_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
        },
    }

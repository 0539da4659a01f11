from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontSnackVideoConversionEventProperties(Model):
    """`StorefrontSnackVideoConversionEventProperties` of the contract, only ever sent."""

    content_category: str | None | Unset = UNSET
    content_name: str | None | Unset = UNSET
    content_type: str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    mapping_id: str | None | Unset = UNSET
    price: int | None | Unset = UNSET
    quantity: int | None | Unset = UNSET
    query: str | None | Unset = UNSET
    value: int | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "content_category": {"type": ["string", "null"]},
            "content_name": {"type": ["string", "null"]},
            "content_type": {"type": ["string", "null"]},
            "currency": {"type": ["string", "null"]},
            "mapping_id": {"type": ["string", "null"]},
            "price": {"type": ["integer", "null"]},
            "quantity": {"type": ["integer", "null"]},
            "query": {"type": ["string", "null"]},
            "value": {"type": ["integer", "null"]},
        },
    }

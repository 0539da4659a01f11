from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class PagePublicCheckoutCustomer(Model):
    """`PagePublicCheckoutCustomer` of the contract, only ever sent."""

    name: str
    phone: str
    email: str | None | Unset = UNSET

    _required = ("name", "phone")
    _rules = {
        "type": ["object"],
        "properties": {
            "email": {"type": ["string", "null"]},
            "name": {"type": ["string"], "maxLength": 200},
            "phone": {"type": ["string"], "maxLength": 20},
        },
        "required": ["name", "phone"],
    }

from __future__ import annotations

from .._model import Model


class CartItemUpdateRequest(Model):
    """`CartItemUpdateRequest` of the contract, only ever sent."""

    quantity: int

    _required = ("quantity",)
    _rules = {
        "type": ["object"],
        "properties": {"quantity": {"type": ["integer"], "minimum": 1}},
        "required": ["quantity"],
    }

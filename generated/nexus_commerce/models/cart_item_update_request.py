"""`CartItemUpdateRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    pass


class CartItemUpdateRequest(Model):
    """`CartItemUpdateRequest` of the contract, only ever sent."""

    quantity: int

    _required = ("quantity",)
    _rules = {
        "type": ["object"],
        "properties": {"quantity": {"type": ["integer"], "minimum": 1}},
        "required": ["quantity"],
    }

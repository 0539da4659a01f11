from __future__ import annotations

from .._model import Model


class OrdervariantsOfOrderUpdateBody(Model):
    """`OrdervariantsOfOrderUpdateBody` of the contract, only ever sent."""

    quantity: int
    variant_unique_id: str

    _required = ("quantity", "variant_unique_id")
    _rules = {
        "type": ["object"],
        "properties": {"quantity": {"type": ["integer"]}, "variant_unique_id": {"type": ["string"]}},
        "required": ["quantity", "variant_unique_id"],
    }

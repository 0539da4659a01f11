from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed

if TYPE_CHECKING:
    from .type_of_variant_of_order_item import TypeOfVariantOfOrderItem


class VariantOfOrderItem(Model):
    """`VariantOfOrderItem` of the contract, only ever sent."""

    type_: TypeOfVariantOfOrderItem = renamed("type")
    variant_id: int
    quantity: int

    _required = ("type_", "variant_id", "quantity")
    _rules = {
        "type": ["object"],
        "properties": {
            "type": {"type": ["string"], "enum": ["variant"]},
            "variant_id": {"type": ["integer"], "minimum": 1},
            "quantity": {"type": ["integer"], "minimum": 1, "maximum": 100},
        },
        "required": ["quantity", "type", "variant_id"],
    }

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed

if TYPE_CHECKING:
    from .type_of_variant_of_checkout_intent_item import TypeOfVariantOfCheckoutIntentItem


class VariantOfCheckoutIntentItem(Model):
    """`VariantOfCheckoutIntentItem` of the contract, only ever sent."""

    quantity: int
    type_: TypeOfVariantOfCheckoutIntentItem = renamed("type")
    variant_id: int

    _required = ("quantity", "type_", "variant_id")
    _rules = {
        "type": ["object"],
        "properties": {
            "quantity": {"type": ["integer"], "minimum": 1, "maximum": 10000},
            "type": {"type": ["string"], "enum": ["variant"]},
            "variant_id": {"type": ["integer"], "minimum": 1},
        },
        "required": ["quantity", "type", "variant_id"],
        "additionalProperties": False,
    }

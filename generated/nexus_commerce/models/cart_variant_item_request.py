from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_cart_variant_item_request import TypeOfCartVariantItemRequest


class CartVariantItemRequest(Model):
    """`CartVariantItemRequest` of the contract, only ever sent."""

    type_: TypeOfCartVariantItemRequest = renamed("type")
    variant_id: int | str
    quantity: int | Unset = UNSET

    _required = ("type_", "variant_id")
    _rules = {
        "type": ["object"],
        "properties": {
            "quantity": {"type": ["integer"], "minimum": 1},
            "type": {"type": ["string"], "enum": ["variant"]},
            "variant_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
        },
        "required": ["type", "variant_id"],
        "additionalProperties": False,
    }

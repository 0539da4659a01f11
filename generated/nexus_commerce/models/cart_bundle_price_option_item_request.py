from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_cart_bundle_price_option_item_request import TypeOfCartBundlePriceOptionItemRequest


class CartBundlePriceOptionItemRequest(Model):
    """`CartBundlePriceOptionItemRequest` of the contract, only ever sent."""

    bundle_price_option_id: int | str
    type_: TypeOfCartBundlePriceOptionItemRequest = renamed("type")
    quantity: int | Unset = UNSET

    _required = ("bundle_price_option_id", "type_")
    _rules = {
        "type": ["object"],
        "properties": {
            "bundle_price_option_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "quantity": {"type": ["integer"], "minimum": 1},
            "type": {"type": ["string"], "enum": ["bundle_price_option"]},
        },
        "required": ["bundle_price_option_id", "type"],
        "additionalProperties": False,
    }

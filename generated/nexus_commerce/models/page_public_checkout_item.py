from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_page_public_checkout_item import TypeOfPagePublicCheckoutItem


class PagePublicCheckoutItem(Model):
    """`PagePublicCheckoutItem` of the contract, only ever sent."""

    quantity: int
    type_: TypeOfPagePublicCheckoutItem = renamed("type")
    bundle_price_option_unique_id: str | Unset = UNSET
    variant_unique_id: str | Unset = UNSET

    _required = ("quantity", "type_")
    _rules = {
        "type": ["object"],
        "properties": {
            "bundle_price_option_unique_id": {"type": ["string"]},
            "quantity": {"type": ["integer"], "minimum": 1},
            "type": {"type": ["string"], "enum": ["bundle", "product"]},
            "variant_unique_id": {"type": ["string"]},
        },
        "required": ["quantity", "type"],
    }

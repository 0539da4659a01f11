from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .page_public_checkout_destination import PagePublicCheckoutDestination
    from .page_public_checkout_item import PagePublicCheckoutItem


class PagePublicCheckoutShippingOptionsRequest(Model):
    """`PagePublicCheckoutShippingOptionsRequest` of the contract, only ever sent."""

    destination: PagePublicCheckoutDestination | Unset = UNSET
    items: list[PagePublicCheckoutItem] | Unset = UNSET
    payment_method: str | Unset = UNSET

    _nested = {"destination": "PagePublicCheckoutDestination", "items": ["PagePublicCheckoutItem"]}
    _rules = {
        "type": ["object"],
        "properties": {
            "destination": {"$ref": "PagePublicCheckoutDestination"},
            "items": {"type": ["array"], "minItems": 1, "items": {"$ref": "PagePublicCheckoutItem"}},
            "payment_method": {"type": ["string"]},
        },
    }

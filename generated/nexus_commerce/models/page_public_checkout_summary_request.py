from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .page_public_checkout_destination import PagePublicCheckoutDestination
    from .page_public_checkout_item import PagePublicCheckoutItem
    from .storefront_shipping_option import StorefrontShippingOption


class PagePublicCheckoutSummaryRequest(Model):
    """`PagePublicCheckoutSummaryRequest` of the contract, only ever sent."""

    destination: PagePublicCheckoutDestination | Unset = UNSET
    items: list[PagePublicCheckoutItem] | Unset = UNSET
    payment_method: str | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    shipping_option: StorefrontShippingOption | Unset = UNSET

    _nested = {
        "destination": "PagePublicCheckoutDestination",
        "items": ["PagePublicCheckoutItem"],
        "shipping_option": "StorefrontShippingOption",
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "destination": {"$ref": "PagePublicCheckoutDestination"},
            "items": {"type": ["array"], "minItems": 1, "items": {"$ref": "PagePublicCheckoutItem"}},
            "payment_method": {"type": ["string"]},
            "discount_code_code": {"type": ["string", "null"]},
            "shipping_option": {"$ref": "StorefrontShippingOption"},
        },
    }

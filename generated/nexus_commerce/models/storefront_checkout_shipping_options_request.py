from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_checkout_bundle_price_option_item import StorefrontCheckoutBundlePriceOptionItem
    from .storefront_checkout_destination import StorefrontCheckoutDestination
    from .storefront_checkout_variant_item import StorefrontCheckoutVariantItem


class StorefrontCheckoutShippingOptionsRequest(Model):
    """`StorefrontCheckoutShippingOptionsRequest` of the contract, only ever sent."""

    destination: StorefrontCheckoutDestination | Unset = UNSET
    items: list[StorefrontCheckoutVariantItem | StorefrontCheckoutBundlePriceOptionItem] | Unset = UNSET
    payment_method: str | Unset = UNSET

    _nested = {
        "destination": "StorefrontCheckoutDestination",
        "items": [
            (
                "tag",
                "type",
                {
                    "bundle_price_option": "StorefrontCheckoutBundlePriceOptionItem",
                    "variant": "StorefrontCheckoutVariantItem",
                },
            )
        ],
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "destination": {"$ref": "StorefrontCheckoutDestination"},
            "items": {
                "type": ["array"],
                "minItems": 1,
                "maxItems": 50,
                "items": {
                    "tag": [
                        "type",
                        {
                            "bundle_price_option": {"$ref": "StorefrontCheckoutBundlePriceOptionItem"},
                            "variant": {"$ref": "StorefrontCheckoutVariantItem"},
                        },
                    ]
                },
            },
            "payment_method": {"type": ["string"]},
        },
    }

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_checkout_bundle_price_option_item import StorefrontCheckoutBundlePriceOptionItem
    from .storefront_checkout_variant_item import StorefrontCheckoutVariantItem


class CustomerCheckoutShippingOptionsRequest(Model):
    """`CustomerCheckoutShippingOptionsRequest` of the contract, only ever sent."""

    cart_id: int | str | Unset = UNSET
    items: list[StorefrontCheckoutVariantItem | StorefrontCheckoutBundlePriceOptionItem] | Unset = UNSET
    location_id: int | str | Unset = UNSET
    payment_method: str | Unset = UNSET
    postal_code: str | Unset = UNSET

    _nested = {
        "items": [
            (
                "tag",
                "type",
                {
                    "bundle_price_option": "StorefrontCheckoutBundlePriceOptionItem",
                    "variant": "StorefrontCheckoutVariantItem",
                },
            )
        ]
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "cart_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
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
            "location_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "payment_method": {"type": ["string"]},
            "postal_code": {"type": ["string"]},
        },
    }

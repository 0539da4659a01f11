from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_checkout_bundle_price_option_item import StorefrontCheckoutBundlePriceOptionItem
    from .storefront_checkout_variant_item import StorefrontCheckoutVariantItem


class CustomerCheckoutRequest(Model):
    """`CustomerCheckoutRequest` of the contract, only ever sent."""

    address: str | Unset = UNSET
    address_id: int | str | Unset = UNSET
    cart_id: int | str | Unset = UNSET
    checkout_intent_token: str | Unset = UNSET
    courier_aggregator_code: str | None | Unset = UNSET
    courier_service_id: int | str | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    items: list[StorefrontCheckoutVariantItem | StorefrontCheckoutBundlePriceOptionItem] | Unset = UNSET
    location_id: int | str | Unset = UNSET
    notes: str | None | Unset = UNSET
    payment_method: str | Unset = UNSET
    postal_code: str | Unset = UNSET
    warehouse_unique_id: str | None | Unset = UNSET

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
            "address": {"type": ["string"]},
            "address_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "cart_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "checkout_intent_token": {"type": ["string"]},
            "courier_aggregator_code": {"type": ["string", "null"]},
            "courier_service_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "discount_code_code": {"type": ["string", "null"]},
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
            "notes": {"type": ["string", "null"]},
            "payment_method": {"type": ["string"]},
            "postal_code": {"type": ["string"]},
            "warehouse_unique_id": {"type": ["string", "null"]},
        },
        "additionalProperties": False,
    }

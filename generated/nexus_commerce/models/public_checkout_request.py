from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_checkout_bundle_price_option_item import StorefrontCheckoutBundlePriceOptionItem
    from .storefront_checkout_variant_item import StorefrontCheckoutVariantItem


class PublicCheckoutRequest(Model):
    """`PublicCheckoutRequest` of the contract, only ever sent."""

    customer_email: str
    customer_name: str
    address: str | None | Unset = UNSET
    checkout_intent_token: str | Unset = UNSET
    courier_aggregator_code: str | None | Unset = UNSET
    courier_service_id: int | None | Unset = UNSET
    customer_phone: str | None | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    items: list[StorefrontCheckoutVariantItem | StorefrontCheckoutBundlePriceOptionItem] | Unset = UNSET
    location: str | None | Unset = UNSET
    location_id: int | str | Unset = UNSET
    notes: str | None | Unset = UNSET
    payment_method: str | Unset = UNSET
    postal_code: str | None | Unset = UNSET
    shipping_address: str | None | Unset = UNSET
    shipping_city: str | None | Unset = UNSET
    shipping_location_id: int | str | Unset = UNSET
    shipping_postal_code: str | None | Unset = UNSET
    shipping_province: str | None | Unset = UNSET
    shipping_subdistrict: str | None | Unset = UNSET
    warehouse_unique_id: str | None | Unset = UNSET

    _required = ("customer_email", "customer_name")
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
            "address": {"type": ["string", "null"]},
            "checkout_intent_token": {"type": ["string"]},
            "courier_aggregator_code": {"type": ["string", "null"]},
            "courier_service_id": {"type": ["integer", "null"]},
            "customer_email": {"type": ["string"], "maxLength": 254},
            "customer_name": {"type": ["string"], "maxLength": 200},
            "customer_phone": {"type": ["string", "null"], "maxLength": 20},
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
            "location": {"type": ["string", "null"]},
            "location_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "notes": {"type": ["string", "null"]},
            "payment_method": {"type": ["string"]},
            "postal_code": {"type": ["string", "null"]},
            "shipping_address": {"type": ["string", "null"]},
            "shipping_city": {"type": ["string", "null"]},
            "shipping_location_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "shipping_postal_code": {"type": ["string", "null"]},
            "shipping_province": {"type": ["string", "null"]},
            "shipping_subdistrict": {"type": ["string", "null"]},
            "warehouse_unique_id": {"type": ["string", "null"]},
        },
        "required": ["customer_email", "customer_name"],
        "additionalProperties": False,
    }

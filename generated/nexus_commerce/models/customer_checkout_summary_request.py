from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_checkout_bundle_price_option_item import StorefrontCheckoutBundlePriceOptionItem
    from .storefront_checkout_variant_item import StorefrontCheckoutVariantItem
    from .storefront_selected_shipping_option import StorefrontSelectedShippingOption


class CustomerCheckoutSummaryRequest(Model):
    """`CustomerCheckoutSummaryRequest` of the contract, only ever sent."""

    cart_id: int | str | Unset = UNSET
    courier_aggregator_code: str | None | Unset = UNSET
    courier_service_id: int | str | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    items: list[StorefrontCheckoutVariantItem | StorefrontCheckoutBundlePriceOptionItem] | Unset = UNSET
    location_id: int | str | Unset = UNSET
    payment_method: str | Unset = UNSET
    postal_code: str | Unset = UNSET
    selected_shipping_option: StorefrontSelectedShippingOption | Unset = UNSET
    shipping_cost: str | float | None | Unset = UNSET
    shipping_option: StorefrontSelectedShippingOption | Unset = UNSET
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
        ],
        "selected_shipping_option": "StorefrontSelectedShippingOption",
        "shipping_option": "StorefrontSelectedShippingOption",
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "cart_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
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
            "payment_method": {"type": ["string"]},
            "postal_code": {"type": ["string"]},
            "selected_shipping_option": {"$ref": "StorefrontSelectedShippingOption"},
            "shipping_cost": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
            "shipping_option": {"$ref": "StorefrontSelectedShippingOption"},
            "warehouse_unique_id": {"type": ["string", "null"]},
        },
    }

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_checkout_bundle_price_option_item import StorefrontCheckoutBundlePriceOptionItem
    from .storefront_checkout_destination import StorefrontCheckoutDestination
    from .storefront_checkout_variant_item import StorefrontCheckoutVariantItem


class StorefrontDiscountCodeCheckRequest(Model):
    """`StorefrontDiscountCodeCheckRequest` of the contract, only ever sent."""

    code: str
    courier_aggregator_code: str | None | Unset = UNSET
    courier_service_id: int | str | Unset = UNSET
    destination: StorefrontCheckoutDestination | Unset = UNSET
    gross_revenue: str | float | None | Unset = UNSET
    items: list[StorefrontCheckoutVariantItem | StorefrontCheckoutBundlePriceOptionItem] | Unset = UNSET
    net_product_price: str | float | None | Unset = UNSET
    payment_method: str | Unset = UNSET
    shipping_cost: str | float | None | Unset = UNSET
    warehouse_unique_id: str | Unset = UNSET

    _required = ("code",)
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
            "code": {"type": ["string"]},
            "courier_aggregator_code": {"type": ["string", "null"]},
            "courier_service_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "destination": {"$ref": "StorefrontCheckoutDestination"},
            "gross_revenue": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
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
            "net_product_price": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
            "payment_method": {"type": ["string"]},
            "shipping_cost": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
            "warehouse_unique_id": {"type": ["string"]},
        },
        "required": ["code"],
    }

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed

if TYPE_CHECKING:
    from .type_of_storefront_checkout_bundle_price_option_item import TypeOfStorefrontCheckoutBundlePriceOptionItem


class StorefrontCheckoutBundlePriceOptionItem(Model):
    """`StorefrontCheckoutBundlePriceOptionItem` of the contract, only ever sent."""

    bundle_price_option_id: int
    quantity: int
    type_: TypeOfStorefrontCheckoutBundlePriceOptionItem = renamed("type")

    _required = ("bundle_price_option_id", "quantity", "type_")
    _rules = {
        "type": ["object"],
        "properties": {
            "bundle_price_option_id": {"type": ["integer"], "minimum": 1},
            "quantity": {"type": ["integer"], "minimum": 1, "maximum": 100},
            "type": {"type": ["string"], "enum": ["bundle_price_option"]},
        },
        "required": ["bundle_price_option_id", "quantity", "type"],
        "additionalProperties": False,
    }

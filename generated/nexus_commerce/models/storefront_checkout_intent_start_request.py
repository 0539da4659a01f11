from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .bundle_price_option_of_checkout_intent_item import BundlePriceOptionOfCheckoutIntentItem
    from .checkout_intent_attribution import CheckoutIntentAttribution
    from .checkout_intent_fields import CheckoutIntentFields
    from .variant_of_checkout_intent_item import VariantOfCheckoutIntentItem


class StorefrontCheckoutIntentStartRequest(Model):
    """`StorefrontCheckoutIntentStartRequest` of the contract, only ever sent."""

    client_session_id: str
    form_widget_id: str
    recaptcha_token: str
    attribution: CheckoutIntentAttribution | Unset = UNSET
    cart_id: int | None | Unset = UNSET
    checkout_intent_prefill_token: str | Unset = UNSET
    fields: CheckoutIntentFields | Unset = UNSET
    items: list[VariantOfCheckoutIntentItem | BundlePriceOptionOfCheckoutIntentItem] | Unset = UNSET
    source_url: str | None | Unset = UNSET

    _required = ("client_session_id", "form_widget_id", "recaptcha_token")
    _nested = {
        "attribution": "CheckoutIntentAttribution",
        "fields": "CheckoutIntentFields",
        "items": [
            (
                "tag",
                "type",
                {
                    "variant": "VariantOfCheckoutIntentItem",
                    "bundle_price_option": "BundlePriceOptionOfCheckoutIntentItem",
                },
            )
        ],
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "attribution": {"$ref": "CheckoutIntentAttribution"},
            "cart_id": {"type": ["integer", "null"], "minimum": 1},
            "checkout_intent_prefill_token": {"type": ["string"]},
            "client_session_id": {"type": ["string"], "format": "uuid"},
            "fields": {"$ref": "CheckoutIntentFields"},
            "form_widget_id": {"type": ["string"], "minLength": 1, "maxLength": 200},
            "items": {
                "type": ["array"],
                "maxItems": 100,
                "items": {
                    "tag": [
                        "type",
                        {
                            "variant": {"$ref": "VariantOfCheckoutIntentItem"},
                            "bundle_price_option": {"$ref": "BundlePriceOptionOfCheckoutIntentItem"},
                        },
                    ]
                },
            },
            "recaptcha_token": {"type": ["string"], "minLength": 1},
            "source_url": {"type": ["string", "null"], "maxLength": 2048},
        },
        "required": ["client_session_id", "form_widget_id", "recaptcha_token"],
        "additionalProperties": False,
    }

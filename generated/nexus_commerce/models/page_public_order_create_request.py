from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .page_public_checkout_customer import PagePublicCheckoutCustomer
    from .page_public_checkout_destination import PagePublicCheckoutDestination
    from .page_public_checkout_item import PagePublicCheckoutItem
    from .storefront_shipping_option import StorefrontShippingOption


class PagePublicOrderCreateRequest(Model):
    """`PagePublicOrderCreateRequest` of the contract, only ever sent."""

    affiliate_code: str | None | Unset = UNSET
    cart_id: int | str | Unset = UNSET
    channel_unique_id: str | None | Unset = UNSET
    checkout_intent_token: str | Unset = UNSET
    customer: PagePublicCheckoutCustomer | Unset = UNSET
    destination: PagePublicCheckoutDestination | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    event_source_url: str | None | Unset = UNSET
    fbc: str | None | Unset = UNSET
    fbp: str | None | Unset = UNSET
    form: dict[str, Any] | None | Unset = UNSET
    gclid: str | None | Unset = UNSET
    is_post_payment_redirect_enabled: bool | Unset = UNSET
    items: list[PagePublicCheckoutItem] | Unset = UNSET
    kwai_clickid: str | None | Unset = UNSET
    metadata: dict[str, Any] | None | Unset = UNSET
    notes: str | None | Unset = UNSET
    other_income: str | float | None | Unset = UNSET
    other_income_name: str | None | Unset = UNSET
    payment_account_unique_id: str | None | Unset = UNSET
    payment_method: str | Unset = UNSET
    post_payment_redirect_url: str | Unset = UNSET
    product_discount: str | float | None | Unset = UNSET
    recaptcha_token: str | None | Unset = UNSET
    shipping_discount: str | float | None | Unset = UNSET
    shipping_option: StorefrontShippingOption | Unset = UNSET
    transferproof_url: str | None | Unset = UNSET
    ttclid: str | None | Unset = UNSET
    ttp: str | None | Unset = UNSET
    utm_campaign: str | None | Unset = UNSET
    utm_content: str | None | Unset = UNSET
    utm_medium: str | None | Unset = UNSET
    utm_source: str | None | Unset = UNSET
    utm_term: str | None | Unset = UNSET

    _nested = {
        "customer": "PagePublicCheckoutCustomer",
        "destination": "PagePublicCheckoutDestination",
        "items": ["PagePublicCheckoutItem"],
        "shipping_option": "StorefrontShippingOption",
    }
    _rules = {
        "type": ["object"],
        "properties": {
            "affiliate_code": {"type": ["string", "null"]},
            "cart_id": {"oneOf": [{"type": ["integer"]}, {"type": ["string"]}]},
            "channel_unique_id": {"type": ["string", "null"]},
            "checkout_intent_token": {"type": ["string"]},
            "customer": {"$ref": "PagePublicCheckoutCustomer"},
            "destination": {"$ref": "PagePublicCheckoutDestination"},
            "discount_code_code": {"type": ["string", "null"]},
            "event_source_url": {"type": ["string", "null"]},
            "fbc": {"type": ["string", "null"]},
            "fbp": {"type": ["string", "null"]},
            "form": {"oneOf": [{"type": ["object"]}], "nullable": True},
            "gclid": {"type": ["string", "null"]},
            "is_post_payment_redirect_enabled": {"type": ["boolean"]},
            "items": {"type": ["array"], "minItems": 1, "items": {"$ref": "PagePublicCheckoutItem"}},
            "kwai_clickid": {"type": ["string", "null"]},
            "metadata": {"oneOf": [{"type": ["object"]}], "nullable": True},
            "notes": {"type": ["string", "null"]},
            "other_income": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
            "other_income_name": {"type": ["string", "null"]},
            "payment_account_unique_id": {"type": ["string", "null"]},
            "payment_method": {"type": ["string"]},
            "post_payment_redirect_url": {"type": ["string"], "maxLength": 200},
            "product_discount": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
            "recaptcha_token": {"type": ["string", "null"]},
            "shipping_discount": {"oneOf": [{"type": ["string"]}, {"type": ["number"]}], "nullable": True},
            "shipping_option": {"$ref": "StorefrontShippingOption"},
            "transferproof_url": {"type": ["string", "null"]},
            "ttclid": {"type": ["string", "null"]},
            "ttp": {"type": ["string", "null"]},
            "utm_campaign": {"type": ["string", "null"]},
            "utm_content": {"type": ["string", "null"]},
            "utm_medium": {"type": ["string", "null"]},
            "utm_source": {"type": ["string", "null"]},
            "utm_term": {"type": ["string", "null"]},
        },
    }

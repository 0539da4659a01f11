from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .custom_fields_of_checkout_intent_fields import CustomFieldsOfCheckoutIntentFields


class CheckoutIntentFields(Model):
    """`CheckoutIntentFields` of the contract, as it is received."""

    custom_fields: list[CustomFieldsOfCheckoutIntentFields] | None | Unset = UNSET
    customer_email: str | None | Unset = UNSET
    customer_name: str | None | Unset = UNSET
    customer_phone: str | None | Unset = UNSET
    discount_code_code: str | None | Unset = UNSET
    notes: str | None | Unset = UNSET
    payment_method: str | None | Unset = UNSET
    shipping_address: str | None | Unset = UNSET
    shipping_city: str | None | Unset = UNSET
    shipping_location_id: int | str | None | Unset = UNSET
    shipping_postal_code: str | None | Unset = UNSET
    shipping_province: str | None | Unset = UNSET
    shipping_subdistrict: str | None | Unset = UNSET
    sub_payment_method: str | None | Unset = UNSET

    _nested = {"custom_fields": ["CustomFieldsOfCheckoutIntentFields"]}
    _rules = {
        "type": ["object"],
        "properties": {
            "custom_fields": {
                "type": ["array"],
                "maxItems": 50,
                "items": {"$ref": "CustomFieldsOfCheckoutIntentFields"},
            },
            "customer_email": {"type": ["string", "null"], "maxLength": 320},
            "customer_name": {"type": ["string", "null"], "maxLength": 200},
            "customer_phone": {"type": ["string", "null"], "maxLength": 40},
            "discount_code_code": {"type": ["string", "null"], "maxLength": 100},
            "notes": {"type": ["string", "null"], "maxLength": 2000},
            "payment_method": {"type": ["string", "null"], "maxLength": 100},
            "shipping_address": {"type": ["string", "null"], "maxLength": 2000},
            "shipping_city": {"type": ["string", "null"], "maxLength": 200},
            "shipping_location_id": {"type": ["integer", "null"], "minimum": 1},
            "shipping_postal_code": {"type": ["string", "null"], "maxLength": 20},
            "shipping_province": {"type": ["string", "null"], "maxLength": 200},
            "shipping_subdistrict": {"type": ["string", "null"], "maxLength": 200},
            "sub_payment_method": {"type": ["string", "null"], "maxLength": 100},
        },
        "additionalProperties": False,
    }

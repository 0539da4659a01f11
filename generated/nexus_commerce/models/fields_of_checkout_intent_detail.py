from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .custom_fields_of_fields_of_checkout_intent_detail import CustomFieldsOfFieldsOfCheckoutIntentDetail


class FieldsOfCheckoutIntentDetail(Model):
    """`FieldsOfCheckoutIntentDetail` of the contract, as it is received."""

    custom_fields: list[CustomFieldsOfFieldsOfCheckoutIntentDetail] | None | Unset = UNSET
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

    _nested = {"custom_fields": ["CustomFieldsOfFieldsOfCheckoutIntentDetail"]}

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .checkout_intent_of_data_of_checkout_intent_prefill_response import (
        CheckoutIntentOfDataOfCheckoutIntentPrefillResponse,
    )


class DataOfCheckoutIntentPrefillResponse(Model):
    """`DataOfCheckoutIntentPrefillResponse` of the contract, as it is received."""

    address: str | None | Unset = UNSET
    checkout_intent: CheckoutIntentOfDataOfCheckoutIntentPrefillResponse | None | Unset = UNSET
    city: str | None | Unset = UNSET
    destination_subdistrict_id: int | str | None | Unset = UNSET
    discount_code: str | None | Unset = renamed("discountCode", default=UNSET)
    email: str | None | Unset = UNSET
    full_phone_number: str | None | Unset = renamed("fullPhoneNumber", default=UNSET)
    name: str | None | Unset = UNSET
    notes: str | None | Unset = UNSET
    payment_method: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
    postal_code_selected: str | None | Unset = renamed("postalCodeSelected", default=UNSET)
    province: str | None | Unset = UNSET
    sub_payment_method: str | None | Unset = UNSET
    subdistrict: str | None | Unset = UNSET

    _nested = {"checkout_intent": "CheckoutIntentOfDataOfCheckoutIntentPrefillResponse"}

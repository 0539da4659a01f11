from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .checkout_intent_fields import CheckoutIntentFields
    from .checkout_intent_prefill_item import CheckoutIntentPrefillItem


class CheckoutIntentOfDataOfCheckoutIntentPrefillResponse(Model):
    """`CheckoutIntentOfDataOfCheckoutIntentPrefillResponse` of the contract, as it is received."""

    fields: CheckoutIntentFields | None | Unset = UNSET
    id: str | None | Unset = UNSET
    items: list[CheckoutIntentPrefillItem] | None | Unset = UNSET

    _nested = {"fields": "CheckoutIntentFields", "items": ["CheckoutIntentPrefillItem"]}

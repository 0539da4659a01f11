from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .data_of_checkout_intent_prefill_response import DataOfCheckoutIntentPrefillResponse


class CheckoutIntentPrefillResponse(Model):
    """`CheckoutIntentPrefillResponse` of the contract, as it is received."""

    data: DataOfCheckoutIntentPrefillResponse | None | Unset = UNSET

    _nested = {"data": "DataOfCheckoutIntentPrefillResponse"}

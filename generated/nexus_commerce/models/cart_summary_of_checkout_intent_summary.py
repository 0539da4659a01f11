from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CartSummaryOfCheckoutIntentSummary(Model):
    """`CartSummaryOfCheckoutIntentSummary` of the contract, as it is received."""

    currency: str | None | Unset = UNSET
    estimated_total: str | None | Unset = UNSET
    item_quantity: int | str | None | Unset = UNSET

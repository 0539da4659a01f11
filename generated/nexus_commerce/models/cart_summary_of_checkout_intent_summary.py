"""`CartSummaryOfCheckoutIntentSummary` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class CartSummaryOfCheckoutIntentSummary(Model):
    """`CartSummaryOfCheckoutIntentSummary` of the contract, as it is received."""

    currency: str | None | Unset = UNSET
    estimated_total: str | None | Unset = UNSET
    item_quantity: int | str | None | Unset = UNSET

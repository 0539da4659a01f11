from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_checkout_intent_stored_item import TypeOfCheckoutIntentStoredItem


class CheckoutIntentStoredItem(Model):
    """`CheckoutIntentStoredItem` of the contract, as it is received."""

    currency: str | None | Unset = UNSET
    line_total: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
    type_: TypeOfCheckoutIntentStoredItem | str | None | Unset = renamed("type", default=UNSET)
    unit_price: str | None | Unset = UNSET
    bundle_price_option_id: int | str | None | Unset = UNSET
    variant_id: int | str | None | Unset = UNSET

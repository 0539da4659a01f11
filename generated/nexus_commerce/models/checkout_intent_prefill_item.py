from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_checkout_intent_prefill_item import TypeOfCheckoutIntentPrefillItem
    from .unavailable_reason_of_checkout_intent_prefill_item import UnavailableReasonOfCheckoutIntentPrefillItem


class CheckoutIntentPrefillItem(Model):
    """`CheckoutIntentPrefillItem` of the contract, as it is received."""

    available: bool | None | Unset = UNSET
    is_available: bool | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
    type_: TypeOfCheckoutIntentPrefillItem | str | None | Unset = renamed("type", default=UNSET)
    unavailable_reason: UnavailableReasonOfCheckoutIntentPrefillItem | str | None | Unset = UNSET
    available_qty: float | str | None | Unset = UNSET
    bundle_name: str | None | Unset = UNSET
    bundle_price_option_id: int | str | None | Unset = UNSET
    bundle_price_option_name: str | None | Unset = UNSET
    bundle_price_option_unique_id: str | None | Unset = UNSET
    bundlelines: list[dict[str, Any]] | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    display_images: list[str] | None | Unset = UNSET
    image: str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    item_type: str | None | Unset = UNSET
    line_total: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    unit_price: str | None | Unset = UNSET
    variant_id: int | str | None | Unset = UNSET
    variant_name: str | None | Unset = UNSET
    variant_unique_id: str | None | Unset = UNSET
    weight: float | str | None | Unset = UNSET
    weight_bump: float | str | None | Unset = UNSET

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .type_of_guest_cart_variant_item import TypeOfGuestCartVariantItem


class GuestCartVariantItem(Model):
    """`GuestCartVariantItem` of the contract, as it is received."""

    bundle_price_option_id: int | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    quantity: int | str | None | Unset = UNSET
    type_: TypeOfGuestCartVariantItem | str | None | Unset = renamed("type", default=UNSET)
    variant_id: int | str | None | Unset = UNSET

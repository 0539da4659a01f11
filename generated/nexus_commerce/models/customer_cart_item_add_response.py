from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .guest_cart_bundle_price_option_item import GuestCartBundlePriceOptionItem
    from .guest_cart_variant_item import GuestCartVariantItem


class CustomerCartItemAddResponse(Model):
    """`CustomerCartItemAddResponse` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    item_count: int | str | None | Unset = UNSET
    items: list[GuestCartVariantItem | GuestCartBundlePriceOptionItem | dict[str, Any]] | None | Unset = UNSET
    total: str | float | None | Unset = UNSET

    _nested = {
        "items": [
            (
                "tag",
                "type",
                {"bundle_price_option": "GuestCartBundlePriceOptionItem", "variant": "GuestCartVariantItem"},
            )
        ]
    }

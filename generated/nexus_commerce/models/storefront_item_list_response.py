from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_bundle_price_option_card import StorefrontBundlePriceOptionCard
    from .storefront_product_card import StorefrontProductCard


class StorefrontItemListResponse(Model):
    """`StorefrontItemListResponse` of the contract, as it is received."""

    data: list[StorefrontProductCard | StorefrontBundlePriceOptionCard | dict[str, Any]] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET
    has_next: bool | None | Unset = UNSET
    has_previous: bool | None | Unset = UNSET
    next_cursor: str | None | Unset = UNSET
    page_size: int | str | None | Unset = UNSET
    previous_cursor: str | None | Unset = UNSET

    _nested = {
        "data": [
            (
                "tag",
                "entity_type",
                {"product": "StorefrontProductCard", "bundle_price_option": "StorefrontBundlePriceOptionCard"},
            )
        ]
    }

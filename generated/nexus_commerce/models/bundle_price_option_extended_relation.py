from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .pages_of_bundle_price_option_extended_relation import PagesOfBundlePriceOptionExtendedRelation
    from .stores_of_bundle_price_option_extended_relation import StoresOfBundlePriceOptionExtendedRelation


class BundlePriceOptionExtendedRelation(Model):
    """`BundlePriceOptionExtendedRelation` of the contract, as it is received."""

    bundle_id: int | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    pages: PagesOfBundlePriceOptionExtendedRelation | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    price_bt: float | str | None | Unset = UNSET
    slug: str | None | Unset = UNSET
    stores: list[StoresOfBundlePriceOptionExtendedRelation] | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

    _nested = {
        "pages": "PagesOfBundlePriceOptionExtendedRelation",
        "stores": ["StoresOfBundlePriceOptionExtendedRelation"],
    }

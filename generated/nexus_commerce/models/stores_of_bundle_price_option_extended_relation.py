from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_of_stores_of_bundle_price_option_extended_relation import (
        BusinessOfStoresOfBundlePriceOptionExtendedRelation,
    )


class StoresOfBundlePriceOptionExtendedRelation(Model):
    """`StoresOfBundlePriceOptionExtendedRelation` of the contract, as it is received."""

    business: BusinessOfStoresOfBundlePriceOptionExtendedRelation | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

    _nested = {"business": "BusinessOfStoresOfBundlePriceOptionExtendedRelation"}

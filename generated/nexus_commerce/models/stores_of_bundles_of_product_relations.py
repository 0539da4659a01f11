from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_of_stores_of_bundles_of_product_relations import BusinessOfStoresOfBundlesOfProductRelations


class StoresOfBundlesOfProductRelations(Model):
    """`StoresOfBundlesOfProductRelations` of the contract, as it is received."""

    business: BusinessOfStoresOfBundlesOfProductRelations | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

    _nested = {"business": "BusinessOfStoresOfBundlesOfProductRelations"}

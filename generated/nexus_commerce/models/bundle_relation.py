from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .bundle_price_options_of_bundle_relation import BundlePriceOptionsOfBundleRelation
    from .business_of_bundle_relation import BusinessOfBundleRelation
    from .pages_of_bundle_relation import PagesOfBundleRelation
    from .stores_of_bundle_relation import StoresOfBundleRelation


class BundleRelation(Model):
    """`BundleRelation` of the contract, as it is received."""

    bundle_price_options: list[BundlePriceOptionsOfBundleRelation] | None | Unset = UNSET
    business: BusinessOfBundleRelation | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    pages: PagesOfBundleRelation | None | Unset = UNSET
    stores: list[StoresOfBundleRelation] | None | Unset = UNSET

    _nested = {
        "bundle_price_options": ["BundlePriceOptionsOfBundleRelation"],
        "business": "BusinessOfBundleRelation",
        "pages": "PagesOfBundleRelation",
        "stores": ["StoresOfBundleRelation"],
    }

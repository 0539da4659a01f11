from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .bundle_price_options_of_bundles_of_product_relations import BundlePriceOptionsOfBundlesOfProductRelations
    from .business_of_bundles_of_product_relations import BusinessOfBundlesOfProductRelations
    from .pages_of_bundles_of_product_relations import PagesOfBundlesOfProductRelations
    from .stores_of_bundles_of_product_relations import StoresOfBundlesOfProductRelations


class BundlesOfProductRelations(Model):
    """`BundlesOfProductRelations` of the contract, as it is received."""

    bundle_price_options: list[BundlePriceOptionsOfBundlesOfProductRelations] | None | Unset = UNSET
    business: BusinessOfBundlesOfProductRelations | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    pages: PagesOfBundlesOfProductRelations | None | Unset = UNSET
    stores: list[StoresOfBundlesOfProductRelations] | None | Unset = UNSET

    _nested = {
        "bundle_price_options": ["BundlePriceOptionsOfBundlesOfProductRelations"],
        "business": "BusinessOfBundlesOfProductRelations",
        "pages": "PagesOfBundlesOfProductRelations",
        "stores": ["StoresOfBundlesOfProductRelations"],
    }

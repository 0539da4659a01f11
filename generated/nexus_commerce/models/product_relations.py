from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .bundles_of_product_relations import BundlesOfProductRelations
    from .pages_of_product_relations import PagesOfProductRelations
    from .stores_of_product_relations import StoresOfProductRelations
    from .variants_of_product_relations import VariantsOfProductRelations


class ProductRelations(Model):
    """`ProductRelations` of the contract, as it is received."""

    bundles: list[BundlesOfProductRelations] | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    pages: PagesOfProductRelations | None | Unset = UNSET
    stores: list[StoresOfProductRelations] | None | Unset = UNSET
    variants: list[VariantsOfProductRelations] | None | Unset = UNSET

    _nested = {
        "bundles": ["BundlesOfProductRelations"],
        "pages": "PagesOfProductRelations",
        "stores": ["StoresOfProductRelations"],
        "variants": ["VariantsOfProductRelations"],
    }

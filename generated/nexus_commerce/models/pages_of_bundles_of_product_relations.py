from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .all_of_pages_of_bundles_of_product_relations import AllOfPagesOfBundlesOfProductRelations
    from .will_unpublish_of_pages_of_bundles_of_product_relations import WillUnpublishOfPagesOfBundlesOfProductRelations


class PagesOfBundlesOfProductRelations(Model):
    """`PagesOfBundlesOfProductRelations` of the contract, as it is received."""

    all_: list[AllOfPagesOfBundlesOfProductRelations] | None | Unset = renamed("all", default=UNSET)
    will_unpublish: list[WillUnpublishOfPagesOfBundlesOfProductRelations] | None | Unset = UNSET

    _nested = {
        "all": ["AllOfPagesOfBundlesOfProductRelations"],
        "will_unpublish": ["WillUnpublishOfPagesOfBundlesOfProductRelations"],
    }

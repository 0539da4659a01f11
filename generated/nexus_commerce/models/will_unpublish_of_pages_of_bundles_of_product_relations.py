from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_of_will_unpublish_of_pages_of_bundles_of_product_relations import (
        BusinessOfWillUnpublishOfPagesOfBundlesOfProductRelations,
    )


class WillUnpublishOfPagesOfBundlesOfProductRelations(Model):
    """`WillUnpublishOfPagesOfBundlesOfProductRelations` of the contract, as it is received."""

    business: BusinessOfWillUnpublishOfPagesOfBundlesOfProductRelations | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    slug: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

    _nested = {"business": "BusinessOfWillUnpublishOfPagesOfBundlesOfProductRelations"}

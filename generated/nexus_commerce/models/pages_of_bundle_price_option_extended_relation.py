from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .all_of_pages_of_bundle_price_option_extended_relation import AllOfPagesOfBundlePriceOptionExtendedRelation
    from .will_unpublish_of_pages_of_bundle_price_option_extended_relation import (
        WillUnpublishOfPagesOfBundlePriceOptionExtendedRelation,
    )


class PagesOfBundlePriceOptionExtendedRelation(Model):
    """`PagesOfBundlePriceOptionExtendedRelation` of the contract, as it is received."""

    all_: list[AllOfPagesOfBundlePriceOptionExtendedRelation] | None | Unset = renamed("all", default=UNSET)
    will_unpublish: list[WillUnpublishOfPagesOfBundlePriceOptionExtendedRelation] | None | Unset = UNSET

    _nested = {
        "all": ["AllOfPagesOfBundlePriceOptionExtendedRelation"],
        "will_unpublish": ["WillUnpublishOfPagesOfBundlePriceOptionExtendedRelation"],
    }

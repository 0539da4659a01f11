from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .all_of_pages_of_bundle_relation import AllOfPagesOfBundleRelation
    from .will_unpublish_of_pages_of_bundle_relation import WillUnpublishOfPagesOfBundleRelation


class PagesOfBundleRelation(Model):
    """`PagesOfBundleRelation` of the contract, as it is received."""

    all_: list[AllOfPagesOfBundleRelation] | None | Unset = renamed("all", default=UNSET)
    will_unpublish: list[WillUnpublishOfPagesOfBundleRelation] | None | Unset = UNSET

    _nested = {"all": ["AllOfPagesOfBundleRelation"], "will_unpublish": ["WillUnpublishOfPagesOfBundleRelation"]}

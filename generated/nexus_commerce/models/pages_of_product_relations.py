from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .all_of_pages_of_product_relations import AllOfPagesOfProductRelations
    from .will_unpublish_of_pages_of_product_relations import WillUnpublishOfPagesOfProductRelations


class PagesOfProductRelations(Model):
    """`PagesOfProductRelations` of the contract, as it is received."""

    all_: list[AllOfPagesOfProductRelations] | None | Unset = renamed("all", default=UNSET)
    will_unpublish: list[WillUnpublishOfPagesOfProductRelations] | None | Unset = UNSET

    _nested = {"all": ["AllOfPagesOfProductRelations"], "will_unpublish": ["WillUnpublishOfPagesOfProductRelations"]}

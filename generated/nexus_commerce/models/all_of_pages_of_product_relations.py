from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_of_all_of_pages_of_product_relations import BusinessOfAllOfPagesOfProductRelations


class AllOfPagesOfProductRelations(Model):
    """`AllOfPagesOfProductRelations` of the contract, as it is received."""

    business: BusinessOfAllOfPagesOfProductRelations | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    slug: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

    _nested = {"business": "BusinessOfAllOfPagesOfProductRelations"}

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .item_type_of_variants_of_product_relations import ItemTypeOfVariantsOfProductRelations


class VariantsOfProductRelations(Model):
    """`VariantsOfProductRelations` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    item_type: ItemTypeOfVariantsOfProductRelations | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET

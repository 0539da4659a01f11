from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .item_type_of_simplified_product_list import ItemTypeOfSimplifiedProductList
    from .labels_of_simplified_product_list import LabelsOfSimplifiedProductList
    from .variants_of_simplified_product_list import VariantsOfSimplifiedProductList


class SimplifiedProductList(Model):
    """`SimplifiedProductList` of the contract, as it is received."""

    display: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    is_owned_by_store: bool | None | Unset = UNSET
    item_type: ItemTypeOfSimplifiedProductList | str | None | Unset = UNSET
    item_type_name: str | None | Unset = UNSET
    labels: list[LabelsOfSimplifiedProductList] | None | Unset = UNSET
    name: str | None | Unset = UNSET
    uuid: str | None | Unset = UNSET
    variants: list[VariantsOfSimplifiedProductList] | None | Unset = UNSET

    _nested = {"labels": ["LabelsOfSimplifiedProductList"], "variants": ["VariantsOfSimplifiedProductList"]}

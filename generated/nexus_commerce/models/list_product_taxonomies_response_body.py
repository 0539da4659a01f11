from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .product_taxonomy import ProductTaxonomy


class ListProductTaxonomiesResponseBody(Model):
    """`ListProductTaxonomiesResponseBody` of the contract, as it is received."""

    data: list[ProductTaxonomy] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET
    has_next: bool | None | Unset = UNSET
    page_size: int | str | None | Unset = UNSET

    _nested = {"data": ["ProductTaxonomy"]}

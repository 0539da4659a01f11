from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .product_list import ProductList


class ListProductsResponseBody(Model):
    """`ListProductsResponseBody` of the contract, as it is received."""

    data: list[ProductList] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET
    has_next: bool | None | Unset = UNSET
    has_previous: bool | None | Unset = UNSET
    next_cursor: str | None | Unset = UNSET
    page_size: int | str | None | Unset = UNSET
    previous_cursor: str | None | Unset = UNSET

    _nested = {"data": ["ProductList"]}

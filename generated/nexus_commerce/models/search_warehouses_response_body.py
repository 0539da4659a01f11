from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .search_warehouse_result import SearchWarehouseResult


class SearchWarehousesResponseBody(Model):
    """`SearchWarehousesResponseBody` of the contract, as it is received."""

    data: list[SearchWarehouseResult] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["SearchWarehouseResult"]}

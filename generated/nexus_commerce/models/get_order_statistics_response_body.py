from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .collection_item import CollectionItem


class GetOrderStatisticsResponseBody(Model):
    """`GetOrderStatisticsResponseBody` of the contract, as it is received."""

    data: list[CollectionItem] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["CollectionItem"]}

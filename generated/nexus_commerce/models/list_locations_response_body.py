from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .location import Location


class ListLocationsResponseBody(Model):
    """`ListLocationsResponseBody` of the contract, as it is received."""

    data: list[Location] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET
    has_next: bool | None | Unset = UNSET
    page_size: int | str | None | Unset = UNSET

    _nested = {"data": ["Location"]}

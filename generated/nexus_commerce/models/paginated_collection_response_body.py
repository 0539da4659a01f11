from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class PaginatedCollectionResponseBody(Model):
    """`PaginatedCollectionResponseBody` of the contract, as it is received."""

    data: list[Any] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET
    has_next: bool | None | Unset = UNSET
    has_previous: bool | None | Unset = UNSET
    next_cursor: str | None | Unset = UNSET
    page_size: int | str | None | Unset = UNSET
    previous_cursor: str | None | Unset = UNSET

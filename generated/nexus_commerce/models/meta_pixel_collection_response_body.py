from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .meta_pixel import MetaPixel


class MetaPixelCollectionResponseBody(Model):
    """`MetaPixelCollectionResponseBody` of the contract, as it is received."""

    data: list[MetaPixel] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET
    has_next: bool | None | Unset = UNSET
    has_previous: bool | None | Unset = UNSET
    next_cursor: str | None | Unset = UNSET
    page_size: int | str | None | Unset = UNSET
    previous_cursor: str | None | Unset = UNSET

    _nested = {"data": ["MetaPixel"]}

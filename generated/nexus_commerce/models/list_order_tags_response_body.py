from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class ListOrderTagsResponseBody(Model):
    """`ListOrderTagsResponseBody` of the contract, as it is received."""

    data: list[str] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

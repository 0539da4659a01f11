from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class CollectionResponseBody(Model):
    """`CollectionResponseBody` of the contract, as it is received."""

    data: list[Any] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

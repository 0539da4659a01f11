"""`DeleteOrdersResponseBody` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class DeleteOrdersResponseBody(Model):
    """`DeleteOrdersResponseBody` of the contract, as it is received."""

    data: list[str] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

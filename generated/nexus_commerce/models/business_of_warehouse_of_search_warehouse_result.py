"""`BusinessOfWarehouseOfSearchWarehouseResult` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class BusinessOfWarehouseOfSearchWarehouseResult(Model):
    """`BusinessOfWarehouseOfSearchWarehouseResult` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    username: str | None | Unset = UNSET

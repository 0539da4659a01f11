from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class BusinessOfWarehouseOfSearchWarehouseResult(Model):
    """`BusinessOfWarehouseOfSearchWarehouseResult` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    username: str | None | Unset = UNSET

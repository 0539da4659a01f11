from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WarehousesOfProduct(Model):
    """`WarehousesOfProduct` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET

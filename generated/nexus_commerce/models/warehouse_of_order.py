from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_of_warehouse_of_order import BusinessOfWarehouseOfOrder


class WarehouseOfOrder(Model):
    """`WarehouseOfOrder` of the contract, as it is received."""

    business: BusinessOfWarehouseOfOrder | None | Unset = UNSET
    contact_name: str | None | Unset = UNSET
    contact_phone: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET

    _nested = {"business": "BusinessOfWarehouseOfOrder"}

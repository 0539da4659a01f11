from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_of_warehouse_of_search_warehouse_result import BusinessOfWarehouseOfSearchWarehouseResult
    from .warehouse_address_of_warehouse_of_search_warehouse_result import (
        WarehouseAddressOfWarehouseOfSearchWarehouseResult,
    )


class WarehouseOfSearchWarehouseResult(Model):
    """`WarehouseOfSearchWarehouseResult` of the contract, as it is received."""

    business: BusinessOfWarehouseOfSearchWarehouseResult | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    lincah_origin_id: str | None | Unset = UNSET
    mengantar_origin_id: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    warehouse_address: WarehouseAddressOfWarehouseOfSearchWarehouseResult | None | Unset = UNSET

    _nested = {
        "business": "BusinessOfWarehouseOfSearchWarehouseResult",
        "warehouse_address": "WarehouseAddressOfWarehouseOfSearchWarehouseResult",
    }

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .location import Location
    from .warehouse_of_search_warehouse_result import WarehouseOfSearchWarehouseResult
    from .warehouse_partner_of_search_warehouse_result import WarehousePartnerOfSearchWarehouseResult


class SearchWarehouseResult(Model):
    """`SearchWarehouseResult` of the contract, as it is received."""

    destination: Location | None | Unset = UNSET
    distance_km: float | str | None | Unset = UNSET
    warehouse: WarehouseOfSearchWarehouseResult | None | Unset = UNSET
    warehouse_partner: WarehousePartnerOfSearchWarehouseResult | None | Unset = UNSET

    _nested = {
        "destination": "Location",
        "warehouse": "WarehouseOfSearchWarehouseResult",
        "warehouse_partner": "WarehousePartnerOfSearchWarehouseResult",
    }

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .courier_service_of_courier_service_result import CourierServiceOfCourierServiceResult
    from .warehouse_of_courier_service_result import WarehouseOfCourierServiceResult


class CourierServiceResult(Model):
    """`CourierServiceResult` of the contract, as it is received."""

    cost: float | str | None | Unset = UNSET
    cost_source: str | None | Unset = UNSET
    courier_service: CourierServiceOfCourierServiceResult | None | Unset = UNSET
    etd: str | None | Unset = UNSET
    is_cod: bool | None | Unset = UNSET
    is_pickup: bool | None | Unset = UNSET
    shipment_provider_code: str | None | Unset = UNSET
    warehouse: WarehouseOfCourierServiceResult | None | Unset = UNSET
    weight: int | str | None | Unset = UNSET

    _nested = {
        "courier_service": "CourierServiceOfCourierServiceResult",
        "warehouse": "WarehouseOfCourierServiceResult",
    }

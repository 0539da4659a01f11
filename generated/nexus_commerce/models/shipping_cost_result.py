from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .courier_service_of_shipping_cost_result import CourierServiceOfShippingCostResult


class ShippingCostResult(Model):
    """`ShippingCostResult` of the contract, as it is received."""

    cost: float | str | None | Unset = UNSET
    cost_source: str | None | Unset = UNSET
    courier_service: CourierServiceOfShippingCostResult | None | Unset = UNSET
    etd: str | None | Unset = UNSET
    weight: int | str | None | Unset = UNSET

    _nested = {"courier_service": "CourierServiceOfShippingCostResult"}

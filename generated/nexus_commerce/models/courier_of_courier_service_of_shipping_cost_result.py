from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .courier_type_of_courier_of_courier_service_of_shipping_cost_result import (
        CourierTypeOfCourierOfCourierServiceOfShippingCostResult,
    )


class CourierOfCourierServiceOfShippingCostResult(Model):
    """`CourierOfCourierServiceOfShippingCostResult` of the contract, as it is received."""

    code: str | None | Unset = UNSET
    courier_type: CourierTypeOfCourierOfCourierServiceOfShippingCostResult | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET

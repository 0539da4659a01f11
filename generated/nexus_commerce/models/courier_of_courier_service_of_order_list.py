from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .courier_type_of_courier_of_courier_service_of_order_list import (
        CourierTypeOfCourierOfCourierServiceOfOrderList,
    )


class CourierOfCourierServiceOfOrderList(Model):
    """`CourierOfCourierServiceOfOrderList` of the contract, as it is received."""

    code: str | None | Unset = UNSET
    code_ka: str | None | Unset = UNSET
    code_lincah: str | None | Unset = UNSET
    code_mengantar: str | None | Unset = UNSET
    code_ro: str | None | Unset = UNSET
    courier_type: CourierTypeOfCourierOfCourierServiceOfOrderList | str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_pickup: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET

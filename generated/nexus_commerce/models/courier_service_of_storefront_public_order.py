from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .courier_of_courier_service_of_storefront_public_order import CourierOfCourierServiceOfStorefrontPublicOrder


class CourierServiceOfStorefrontPublicOrder(Model):
    """`CourierServiceOfStorefrontPublicOrder` of the contract, as it is received."""

    courier: CourierOfCourierServiceOfStorefrontPublicOrder | None | Unset = UNSET
    name: str | None | Unset = UNSET

    _nested = {"courier": "CourierOfCourierServiceOfStorefrontPublicOrder"}

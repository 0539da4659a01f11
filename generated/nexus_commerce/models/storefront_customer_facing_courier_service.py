from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_customer_facing_courier import StorefrontCustomerFacingCourier


class StorefrontCustomerFacingCourierService(Model):
    """`StorefrontCustomerFacingCourierService` of the contract, as it is received."""

    code: str | None | Unset = UNSET
    courier: StorefrontCustomerFacingCourier | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET

    _nested = {"courier": "StorefrontCustomerFacingCourier"}

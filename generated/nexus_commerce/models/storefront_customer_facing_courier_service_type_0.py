"""`StorefrontCustomerFacingCourierServiceType0` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_customer_facing_courier_type_0 import StorefrontCustomerFacingCourierType0


class StorefrontCustomerFacingCourierServiceType0(Model):
    """`StorefrontCustomerFacingCourierServiceType0` of the contract, as it is received."""

    code: str | None | Unset = UNSET
    courier: StorefrontCustomerFacingCourierType0 | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET

    _nested = {"courier": "StorefrontCustomerFacingCourierType0"}

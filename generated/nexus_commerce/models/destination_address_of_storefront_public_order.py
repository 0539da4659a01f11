"""`DestinationAddressOfStorefrontPublicOrder` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class DestinationAddressOfStorefrontPublicOrder(Model):
    """`DestinationAddressOfStorefrontPublicOrder` of the contract, as it is received."""

    address: str | None | Unset = UNSET
    city: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
    province: str | None | Unset = UNSET
    subdistrict: str | None | Unset = UNSET

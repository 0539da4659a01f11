from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class DestinationAddressOfStorefrontPublicOrder(Model):
    """`DestinationAddressOfStorefrontPublicOrder` of the contract, as it is received."""

    address: str | None | Unset = UNSET
    city: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
    province: str | None | Unset = UNSET
    subdistrict: str | None | Unset = UNSET

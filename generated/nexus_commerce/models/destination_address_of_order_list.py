from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class DestinationAddressOfOrderList(Model):
    """`DestinationAddressOfOrderList` of the contract, as it is received."""

    address: str | None | Unset = UNSET
    city: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    location: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
    postal_code: str | None | Unset = UNSET
    province: str | None | Unset = UNSET
    subdistrict: str | None | Unset = UNSET

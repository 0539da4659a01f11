from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class OriginAddressOfOrder(Model):
    """`OriginAddressOfOrder` of the contract, as it is received."""

    address: str | None | Unset = UNSET
    city: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    location: int | str | None | Unset = UNSET
    location_id: int | str | None | Unset = UNSET
    postal_code: str | None | Unset = UNSET
    province: str | None | Unset = UNSET
    subdistrict: str | None | Unset = UNSET
    warehouse: int | str | None | Unset = UNSET

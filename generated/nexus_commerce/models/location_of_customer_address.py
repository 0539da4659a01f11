from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class LocationOfCustomerAddress(Model):
    """`LocationOfCustomerAddress` of the contract, as it is received."""

    city_name: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    province_name: str | None | Unset = UNSET
    subdistrict_name: str | None | Unset = UNSET

    _printed = "{city_name}, {province_name}"

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .location_of_customer_address import LocationOfCustomerAddress


class CustomerAddress(Model):
    """`CustomerAddress` of the contract, as it is received."""

    address: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    location: LocationOfCustomerAddress | None | Unset = UNSET
    name: str | None | Unset = UNSET
    notes: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
    postal_code: str | None | Unset = UNSET

    _nested = {"location": "LocationOfCustomerAddress"}
    _printed = "address {id}: {location}"

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .location_postal_code import LocationPostalCode


class LocationPostalCodeListResponse(Model):
    """`LocationPostalCodeListResponse` of the contract, as it is received."""

    data: list[LocationPostalCode] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["LocationPostalCode"]}

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .courier_service_result import CourierServiceResult


class SearchCourierServicesResponseBody(Model):
    """`SearchCourierServicesResponseBody` of the contract, as it is received."""

    data: list[CourierServiceResult] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["CourierServiceResult"]}

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .storefront_postal_code import StorefrontPostalCode


class StorefrontPostalCodeListResponse(Model):
    """`StorefrontPostalCodeListResponse` of the contract, as it is received."""

    data: list[StorefrontPostalCode] | None | Unset = UNSET
    is_paginated: bool | None | Unset = UNSET

    _nested = {"data": ["StorefrontPostalCode"]}

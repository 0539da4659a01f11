"""`StorefrontCity` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class StorefrontCity(Model):
    """`StorefrontCity` of the contract, as it is received."""

    city_id: int | str | None | Unset = UNSET
    city_name: str | None | Unset = UNSET

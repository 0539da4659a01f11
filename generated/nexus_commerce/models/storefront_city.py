from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontCity(Model):
    """`StorefrontCity` of the contract, as it is received."""

    city_id: int | str | None | Unset = UNSET
    city_name: str | None | Unset = UNSET

    _printed = "{city_name}"

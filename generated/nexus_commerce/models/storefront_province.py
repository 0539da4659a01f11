from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontProvince(Model):
    """`StorefrontProvince` of the contract, as it is received."""

    province_id: int | str | None | Unset = UNSET
    province_name: str | None | Unset = UNSET

    _printed = "{province_name}"

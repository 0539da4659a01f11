"""`StorefrontProvince` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class StorefrontProvince(Model):
    """`StorefrontProvince` of the contract, as it is received."""

    province_id: int | str | None | Unset = UNSET
    province_name: str | None | Unset = UNSET

"""`StorefrontItemCountResponse` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class StorefrontItemCountResponse(Model):
    """`StorefrontItemCountResponse` of the contract, as it is received."""

    total: int | str | None | Unset = UNSET

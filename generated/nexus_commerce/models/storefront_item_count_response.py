from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontItemCountResponse(Model):
    """`StorefrontItemCountResponse` of the contract, as it is received."""

    total: int | str | None | Unset = UNSET

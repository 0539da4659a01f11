"""`StorefrontPriceRangeType0` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class StorefrontPriceRangeType0(Model):
    """`StorefrontPriceRangeType0` of the contract, as it is received."""

    max_: str | float | None | Unset = renamed("max", default=UNSET)
    min_: str | float | None | Unset = renamed("min", default=UNSET)

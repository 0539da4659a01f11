from __future__ import annotations

from .._model import Model, renamed
from ..types import UNSET, Unset


class StorefrontPriceRange(Model):
    """`StorefrontPriceRange` of the contract, as it is received."""

    max_: str | float | None | Unset = renamed("max", default=UNSET)
    min_: str | float | None | Unset = renamed("min", default=UNSET)

    _printed = "{min_} to {max_}"

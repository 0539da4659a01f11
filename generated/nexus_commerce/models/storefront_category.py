from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontCategory(Model):
    """`StorefrontCategory` of the contract, as it is received."""

    full_path: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    name: str | None | Unset = UNSET

    _printed = "{name}"

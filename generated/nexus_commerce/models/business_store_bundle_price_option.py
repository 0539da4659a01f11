from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class BusinessStoreBundlePriceOption(Model):
    """`BusinessStoreBundlePriceOption` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    is_visible: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    price: float | str | None | Unset = UNSET

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class BusinessStoreVariantSummary(Model):
    """`BusinessStoreVariantSummary` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    fullname: str | None | Unset = UNSET
    price: float | str | None | Unset = UNSET
    sku: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontVariantPricing(Model):
    """`StorefrontVariantPricing` of the contract, as it is received."""

    available: bool | None | Unset = UNSET
    available_qty: int | str | None | Unset = UNSET
    currency: str | None | Unset = UNSET
    price: str | float | None | Unset = UNSET
    variant_id: int | str | None | Unset = UNSET

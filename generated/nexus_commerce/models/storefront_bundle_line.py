from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class StorefrontBundleLine(Model):
    """`StorefrontBundleLine` of the contract, as it is received."""

    quantity: int | str | None | Unset = UNSET
    variant_id: int | str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    variant_name: str | None | Unset = UNSET

"""`StorefrontBundleLine` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class StorefrontBundleLine(Model):
    """`StorefrontBundleLine` of the contract, as it is received."""

    quantity: int | str | None | Unset = UNSET
    variant_id: int | str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    variant_name: str | None | Unset = UNSET

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .business_store_variant_summary import BusinessStoreVariantSummary


class BusinessStoreProduct(Model):
    """`BusinessStoreProduct` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    is_visible: bool | None | Unset = UNSET
    display: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    variants: list[BusinessStoreVariantSummary] | None | Unset = UNSET

    _nested = {"variants": ["BusinessStoreVariantSummary"]}

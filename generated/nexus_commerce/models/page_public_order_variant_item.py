from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class PagePublicOrderVariantItem(Model):
    """`PagePublicOrderVariantItem` of the contract, as it is received."""

    quantity: int | str | None | Unset = UNSET
    variant_unique_id: str | None | Unset = UNSET
    orderline_discount: str | float | None | Unset = UNSET

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .stock_status_of_variant_availability import StockStatusOfVariantAvailability


class VariantAvailability(Model):
    """`VariantAvailability` of the contract, as it is received."""

    available: bool | None | Unset = UNSET
    available_qty: int | str | None | Unset = UNSET
    stock_status: StockStatusOfVariantAvailability | str | None | Unset = UNSET
    variant_id: int | str | None | Unset = UNSET

    _printed = "variant {variant_id}: {stock_status}, {available_qty} left"

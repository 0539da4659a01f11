"""`CustomerCheckoutSummaryResponse` of the contract, as it is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


class CustomerCheckoutSummaryResponse(Model):
    """`CustomerCheckoutSummaryResponse` of the contract, as it is received."""

    gross_revenue: str | float | None | Unset = UNSET
    other_income: str | float | None | Unset = UNSET
    other_income_name: str | None | Unset = UNSET
    product_price: str | float | None | Unset = UNSET
    service_fee: str | float | None | Unset = UNSET
    shipping_cost: str | float | None | Unset = UNSET

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CustomerCheckoutSummaryResponse(Model):
    """`CustomerCheckoutSummaryResponse` of the contract, as it is received."""

    gross_revenue: str | float | None | Unset = UNSET
    other_income: str | float | None | Unset = UNSET
    other_income_name: str | None | Unset = UNSET
    product_price: str | float | None | Unset = UNSET
    service_fee: str | float | None | Unset = UNSET
    shipping_cost: str | float | None | Unset = UNSET

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class WebAnalyticsConversion(Model):
    """`WebAnalyticsConversion` of the contract, as it is received."""

    matched_orders_paid: int | str | None | Unset = UNSET
    orders_paid: int | str | None | Unset = UNSET
    sessions: int | str | None | Unset = UNSET
    unattributed_orders_paid: int | str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET

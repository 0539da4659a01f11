from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class AnalyticsPurchasesOfOrder(Model):
    """`AnalyticsPurchasesOfOrder` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    order_id: str | None | Unset = UNSET
    payload: dict[str, Any] | None | Unset = UNSET
    pixel_id: str | None | Unset = UNSET
    platform: str | None | Unset = UNSET
    response: dict[str, Any] | None | Unset = UNSET
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class ShipmentStatusHistoryOfOrder(Model):
    """`ShipmentStatusHistoryOfOrder` of the contract, as it is received."""

    description: str | None | Unset = UNSET
    status: str | None | Unset = UNSET
    timestamp: dt.datetime | str | None | Unset = date_time("timestamp", default=UNSET)
    timestamp_source: str | None | Unset = UNSET

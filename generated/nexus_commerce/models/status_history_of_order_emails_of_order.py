from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class StatusHistoryOfOrderEmailsOfOrder(Model):
    """`StatusHistoryOfOrderEmailsOfOrder` of the contract, as it is received."""

    status: str | None | Unset = UNSET
    timestamp: dt.datetime | str | None | Unset = date_time("timestamp", default=UNSET)

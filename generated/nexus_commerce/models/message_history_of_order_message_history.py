from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class MessageHistoryOfOrderMessageHistory(Model):
    """`MessageHistoryOfOrderMessageHistory` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    is_from_bot: bool | None | Unset = UNSET
    message: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    provider: str | None | Unset = UNSET
    recipient_name: str | None | Unset = UNSET
    recipient_phone: str | None | Unset = UNSET
    sender_name: str | None | Unset = UNSET
    sender_phone: str | None | Unset = UNSET
    timestamp: dt.datetime | str | None | Unset = date_time("timestamp", default=UNSET)

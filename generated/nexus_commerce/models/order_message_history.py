from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .message_history_of_order_message_history import MessageHistoryOfOrderMessageHistory


class OrderMessageHistory(Model):
    """`OrderMessageHistory` of the contract, as it is received."""

    id: str | None | Unset = UNSET
    message_history: list[MessageHistoryOfOrderMessageHistory] | None | Unset = UNSET
    payment_url: str | None | Unset = UNSET
    public_order_url: str | None | Unset = UNSET

    _nested = {"message_history": ["MessageHistoryOfOrderMessageHistory"]}

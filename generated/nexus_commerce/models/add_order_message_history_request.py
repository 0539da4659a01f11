"""`AddOrderMessageHistoryRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    pass


class AddOrderMessageHistoryRequest(Model):
    """`AddOrderMessageHistoryRequest` of the contract, only ever sent."""

    follow_up_chat_id: int

    _required = ("follow_up_chat_id",)
    _rules = {
        "type": ["object"],
        "properties": {"follow_up_chat_id": {"type": ["integer"]}},
        "required": ["follow_up_chat_id"],
    }

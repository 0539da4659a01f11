from __future__ import annotations

from .._model import Model


class AddOrderMessageHistoryRequest(Model):
    """`AddOrderMessageHistoryRequest` of the contract, only ever sent."""

    follow_up_chat_id: int

    _required = ("follow_up_chat_id",)
    _rules = {
        "type": ["object"],
        "properties": {"follow_up_chat_id": {"type": ["integer"]}},
        "required": ["follow_up_chat_id"],
    }

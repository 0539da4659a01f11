from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class CreateUpdateProductKnowledgeItemRequest(Model):
    """`CreateUpdateProductKnowledgeItemRequest` of the contract, only ever sent."""

    a: str
    q: str
    position: int | Unset = UNSET

    _required = ("a", "q")
    _rules = {
        "type": ["object"],
        "properties": {
            "a": {"type": ["string"], "maxLength": 3000},
            "position": {"type": ["integer"]},
            "q": {"type": ["string"], "maxLength": 255},
        },
        "required": ["a", "q"],
    }

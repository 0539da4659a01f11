"""`CreateUpdateProductKnowledgeItemRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    pass


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

"""`MarkOrdersNotSpamRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    pass


class MarkOrdersNotSpamRequest(Model):
    """`MarkOrdersNotSpamRequest` of the contract, only ever sent."""

    ids: list[str | int]

    _required = ("ids",)
    _rules = {
        "type": ["object"],
        "properties": {"ids": {"type": ["array"], "items": {"oneOf": [{"type": ["string"]}, {"type": ["integer"]}]}}},
        "required": ["ids"],
    }

from __future__ import annotations

from .._model import Model


class GenerateOrderAwbRequest(Model):
    """`GenerateOrderAwbRequest` of the contract, only ever sent."""

    ids: list[str | int]

    _required = ("ids",)
    _rules = {
        "type": ["object"],
        "properties": {"ids": {"type": ["array"], "items": {"oneOf": [{"type": ["string"]}, {"type": ["integer"]}]}}},
        "required": ["ids"],
    }

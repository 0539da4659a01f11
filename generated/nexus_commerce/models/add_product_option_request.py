from __future__ import annotations

from .._model import Model


class AddProductOptionRequest(Model):
    """`AddProductOptionRequest` of the contract, only ever sent."""

    name: str
    value: str

    _required = ("name", "value")
    _rules = {
        "type": ["object"],
        "properties": {"name": {"type": ["string"]}, "value": {"type": ["string"]}},
        "required": ["name", "value"],
    }

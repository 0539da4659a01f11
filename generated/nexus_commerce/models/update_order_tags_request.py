from __future__ import annotations

from .._model import Model


class UpdateOrderTagsRequest(Model):
    """`UpdateOrderTagsRequest` of the contract, only ever sent."""

    tags: list[str]

    _required = ("tags",)
    _rules = {
        "type": ["object"],
        "properties": {"tags": {"type": ["array"], "items": {"type": ["string"]}}},
        "required": ["tags"],
    }

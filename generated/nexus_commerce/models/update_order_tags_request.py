"""`UpdateOrderTagsRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    pass


class UpdateOrderTagsRequest(Model):
    """`UpdateOrderTagsRequest` of the contract, only ever sent."""

    tags: list[str]

    _required = ("tags",)
    _rules = {
        "type": ["object"],
        "properties": {"tags": {"type": ["array"], "items": {"type": ["string"]}}},
        "required": ["tags"],
    }

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class BusinessStoreCreateRequest(Model):
    """`BusinessStoreCreateRequest` of the contract, only ever sent."""

    name: str
    custom_domain_id: int | None | Unset = UNSET

    _required = ("name",)
    _rules = {
        "type": ["object"],
        "properties": {"custom_domain_id": {"type": ["integer", "null"], "minimum": 1}, "name": {"type": ["string"]}},
        "required": ["name"],
        "additionalProperties": False,
    }

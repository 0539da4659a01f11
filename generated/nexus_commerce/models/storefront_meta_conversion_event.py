from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class StorefrontMetaConversionEvent(Model):
    """`StorefrontMetaConversionEvent` of the contract, only ever sent."""

    event_id: str
    event_name: str
    parameters: dict[str, Any] | Unset = UNSET

    _required = ("event_id", "event_name")
    _rules = {
        "type": ["object"],
        "properties": {
            "event_id": {"type": ["string"]},
            "event_name": {"type": ["string"]},
            "parameters": {"type": ["object"]},
        },
        "required": ["event_id", "event_name"],
        "additionalProperties": False,
    }

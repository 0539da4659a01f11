from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class StorefrontTiktokConversionEvent(Model):
    """`StorefrontTiktokConversionEvent` of the contract, only ever sent."""

    event: str
    event_id: str
    parameters: dict[str, Any] | Unset = UNSET

    _required = ("event", "event_id")
    _rules = {
        "type": ["object"],
        "properties": {
            "event": {"type": ["string"]},
            "event_id": {"type": ["string"]},
            "parameters": {"type": ["object"]},
        },
        "required": ["event", "event_id"],
        "additionalProperties": False,
    }

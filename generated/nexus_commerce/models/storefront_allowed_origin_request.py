from __future__ import annotations

from .._model import Model


class StorefrontAllowedOriginRequest(Model):
    """`StorefrontAllowedOriginRequest` of the contract, only ever sent."""

    origin: str

    _required = ("origin",)
    _rules = {
        "type": ["object"],
        "properties": {"origin": {"type": ["string"]}},
        "required": ["origin"],
        "additionalProperties": False,
    }

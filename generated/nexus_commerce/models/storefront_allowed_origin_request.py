"""`StorefrontAllowedOriginRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    pass


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

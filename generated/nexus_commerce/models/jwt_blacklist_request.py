from __future__ import annotations

from .._model import Model


class JwtBlacklistRequest(Model):
    """`JwtBlacklistRequest` of the contract, only ever sent."""

    tokens: list[str]

    _required = ("tokens",)
    _rules = {
        "type": ["object"],
        "properties": {"tokens": {"type": ["array"], "items": {"type": ["string"]}}},
        "required": ["tokens"],
    }

from __future__ import annotations

from .._model import Model


class JwtRefreshRequest(Model):
    """`JwtRefreshRequest` of the contract, only ever sent."""

    refresh: str

    _required = ("refresh",)
    _rules = {"type": ["object"], "properties": {"refresh": {"type": ["string"]}}, "required": ["refresh"]}

"""`JwtRefreshRequest` of the contract, only ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model

if TYPE_CHECKING:
    pass


class JwtRefreshRequest(Model):
    """`JwtRefreshRequest` of the contract, only ever sent."""

    refresh: str

    _required = ("refresh",)
    _rules = {"type": ["object"], "properties": {"refresh": {"type": ["string"]}}, "required": ["refresh"]}

from __future__ import annotations

from .._model import Model


class PasswordRequest(Model):
    """`PasswordRequest` of the contract, only ever sent."""

    password: str

    _required = ("password",)
    _rules = {"type": ["object"], "properties": {"password": {"type": ["string"]}}, "required": ["password"]}

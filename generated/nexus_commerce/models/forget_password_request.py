from __future__ import annotations

from .._model import Model


class ForgetPasswordRequest(Model):
    """`ForgetPasswordRequest` of the contract, only ever sent."""

    email: str

    _required = ("email",)
    _rules = {"type": ["object"], "properties": {"email": {"type": ["string"]}}, "required": ["email"]}

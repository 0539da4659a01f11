from __future__ import annotations

from .._model import Model


class SavePasswordRequest(Model):
    """`SavePasswordRequest` of the contract, only ever sent."""

    password: str
    token: str

    _required = ("password", "token")
    _rules = {
        "type": ["object"],
        "properties": {"password": {"type": ["string"]}, "token": {"type": ["string"]}},
        "required": ["password", "token"],
    }

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class Transfer(Model):
    """`Transfer` of the contract, as it is received."""

    method: str | None | Unset = UNSET
    account: str | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {"method": {"type": ["string"]}, "account": {"type": ["string"]}},
        "required": ["account", "method"],
    }

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class Cash(Model):
    """`Cash` of the contract, as it is received."""

    method: str | None | Unset = UNSET
    change: float | str | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {"method": {"type": ["string"]}, "change": {"type": ["number"]}},
        "required": ["method"],
    }

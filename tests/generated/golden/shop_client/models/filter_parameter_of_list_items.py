from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class FilterParameterOfListItems(Model):
    """`FilterParameterOfListItems` of the contract, as it is received."""

    color: str | None | Unset = UNSET

    _rules = {"type": ["object"], "properties": {"color": {"type": ["string"]}}}

from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class Challenge(Model):
    """`Challenge` of the contract, as it is received."""

    message: str | None | Unset = UNSET

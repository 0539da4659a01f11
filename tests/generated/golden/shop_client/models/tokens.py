from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class Tokens(Model):
    """`Tokens` of the contract, as it is received."""

    access: str | None | Unset = UNSET
    refresh: str | None | Unset = UNSET
    expires_in: int | str | None | Unset = UNSET

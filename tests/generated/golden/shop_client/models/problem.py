from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class Problem(Model):
    """`Problem` of the contract, as it is received."""

    error: Any = UNSET
    code: str | None | Unset = UNSET

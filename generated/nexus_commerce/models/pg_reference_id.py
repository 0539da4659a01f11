from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class PGReferenceID(Model):
    """`PGReferenceID` of the contract, as it is received."""

    id: str | None | Unset = UNSET

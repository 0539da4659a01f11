from __future__ import annotations

from .._model import Model
from ..types import UNSET, Unset


class PGREFERENCEIDOfPGReferenceIDs(Model):
    """`PGREFERENCEIDOfPGReferenceIDs` of the contract, as it is received."""

    id: str | None | Unset = UNSET
    order_id: str | None | Unset = UNSET

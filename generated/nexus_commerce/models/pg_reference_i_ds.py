from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .pgreferenceid_of_pg_reference_i_ds import PGREFERENCEIDOfPGReferenceIDs


class PGReferenceIDs(Model):
    """`PGReferenceIDs` of the contract, as it is received."""

    pg_reference_id: PGREFERENCEIDOfPGReferenceIDs | None | Unset = renamed("PG_REFERENCE_ID", default=UNSET)

    _nested = {"PG_REFERENCE_ID": "PGREFERENCEIDOfPGReferenceIDs"}

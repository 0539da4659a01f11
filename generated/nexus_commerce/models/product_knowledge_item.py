from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class ProductKnowledgeItem(Model):
    """`ProductKnowledgeItem` of the contract, as it is received."""

    a: str | None | Unset = UNSET
    id: str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    position: int | str | None | Unset = UNSET
    product_id: int | str | None | Unset = UNSET
    q: str | None | Unset = UNSET
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)
    variant_id: int | str | None | Unset = UNSET

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .status_of_collection_item import StatusOfCollectionItem


class CollectionItem(Model):
    """`CollectionItem` of the contract, as it is received."""

    count: int | str | None | Unset = UNSET
    custom_breakdown_id: int | str | None | Unset = UNSET
    custom_breakdown_name: str | None | Unset = UNSET
    day: str | None | Unset = UNSET
    gross_revenue: float | str | None | Unset = UNSET
    month: str | None | Unset = UNSET
    status: StatusOfCollectionItem | str | None | Unset = UNSET
    week: str | None | Unset = UNSET

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class LandingPageSimpleSummary(Model):
    """`LandingPageSimpleSummary` of the contract, as it is received."""

    id: int | str | None | Unset = UNSET
    is_published: bool | None | Unset = UNSET
    name: str | None | Unset = UNSET
    published_at: dt.datetime | str | None | Unset = date_time("published_at", default=UNSET)
    slug: str | None | Unset = UNSET
    store_id: int | str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

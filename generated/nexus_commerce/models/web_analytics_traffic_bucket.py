from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_only
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class WebAnalyticsTrafficBucket(Model):
    """`WebAnalyticsTrafficBucket` of the contract, as it is received."""

    day: dt.date | str | None | Unset = date_only("day", default=UNSET)
    sessions: int | str | None | Unset = UNSET
    views: int | str | None | Unset = UNSET
    visitors: int | str | None | Unset = UNSET

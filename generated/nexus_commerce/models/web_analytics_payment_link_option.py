from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class WebAnalyticsPaymentLinkOption(Model):
    """`WebAnalyticsPaymentLinkOption` of the contract, as it is received."""

    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    id: str | None | Unset = UNSET
    label: str | None | Unset = UNSET
    store_id: int | str | None | Unset = UNSET

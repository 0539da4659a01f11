from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class CustomerOfSubscriptionDetail(Model):
    """`CustomerOfSubscriptionDetail` of the contract, as it is received."""

    confirmed_at: dt.datetime | str | None | Unset = date_time("confirmed_at", default=UNSET)
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    email: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    name: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
    status: str | None | Unset = UNSET

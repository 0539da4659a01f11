from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_only, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class CustomerProfile(Model):
    """`CustomerProfile` of the contract, as it is received."""

    avatar: str | None | Unset = UNSET
    bio_description: str | None | Unset = UNSET
    business_id: int | str | None | Unset = UNSET
    confirmed_at: dt.datetime | str | None | Unset = date_time("confirmed_at", default=UNSET)
    created_at: dt.datetime | str | None | Unset = date_time("created_at", default=UNSET)
    date_of_birth: dt.date | str | None | Unset = date_only("date_of_birth", default=UNSET)
    email: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_unsubscribe: bool | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    name: str | None | Unset = UNSET
    phone: str | None | Unset = UNSET
    sex: str | None | Unset = UNSET
    status: str | None | Unset = UNSET

    _printed = "customer {id}, {status}"

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class UserOfAuthenticatedIdentity(Model):
    """`UserOfAuthenticatedIdentity` of the contract, as it is received."""

    avatar: str | None | Unset = UNSET
    date_joined: dt.datetime | str | None | Unset = date_time("date_joined", default=UNSET)
    email: str | None | Unset = UNSET
    email_change_verified_at: dt.datetime | str | None | Unset = date_time("email_change_verified_at", default=UNSET)
    fullname: str | None | Unset = UNSET
    google_connected: bool | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    is_verified: bool | None | Unset = UNSET
    last_updated_at: dt.datetime | str | None | Unset = date_time("last_updated_at", default=UNSET)
    phone: str | None | Unset = UNSET
    telegram_chat_id: str | None | Unset = UNSET
    telegram_token: str | None | Unset = UNSET
    temp_email: str | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET

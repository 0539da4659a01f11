from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .waba_account_store import WabaAccountStore


class WabaAccount(Model):
    """`WabaAccount` of the contract, as it is received."""

    display_phone_number: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    phone_number_id: str | None | Unset = UNSET
    store: WabaAccountStore | None | Unset = UNSET
    unique_id: str | None | Unset = UNSET
    waba_id: str | None | Unset = UNSET
    dataset_id: str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    is_on_biz_app: bool | None | Unset = UNSET
    is_pin_enabled: bool | None | Unset = UNSET
    is_webhooks_subscribed: bool | None | Unset = UNSET
    marketing_messages_onboarding_status: str | None | Unset = UNSET
    phone_status: str | None | Unset = UNSET
    runtime_owner: str | None | Unset = UNSET
    status: str | None | Unset = UNSET
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)
    updates: list[dict[str, Any]] | None | Unset = UNSET
    verified_name: str | None | Unset = UNSET

    _nested = {"store": "WabaAccountStore"}

from __future__ import annotations

from typing import Any

from .._model import Model
from ..types import UNSET, Unset


class LandingPageFormDisplay(Model):
    """`LandingPageFormDisplay` of the contract, as it is received."""

    after_submit_event: str | None | Unset = UNSET
    bundle_price_options: list[dict[str, Any]] | None | Unset = UNSET
    custom_phone: str | None | Unset = UNSET
    custom_url: str | None | Unset = UNSET
    handler_assignment: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    onsubmit_fb_events: list[str] | None | Unset = UNSET
    onsubmit_kwai_client_events: list[str] | None | Unset = UNSET
    onsubmit_kwai_server_events: list[str] | None | Unset = UNSET
    onsubmit_tiktok_events: list[str] | None | Unset = UNSET
    other_page: dict[str, Any] | None | Unset = UNSET
    store: dict[str, Any] | None | Unset = UNSET
    store_sales_person: dict[str, Any] | None | Unset = UNSET
    variants: list[dict[str, Any]] | None | Unset = UNSET

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class DiscountCode(Model):
    """`DiscountCode` of the contract, as it is received."""

    amount: str | float | None | Unset = UNSET
    amount_type: str | None | Unset = UNSET
    applied_to: str | None | Unset = UNSET
    business_id: int | str | None | Unset = UNSET
    code: str | None | Unset = UNSET
    current_usage: int | str | None | Unset = UNSET
    expiry_time: dt.datetime | str | None | Unset = date_time("expiry_time", default=UNSET)
    id: int | str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    is_enabled: bool | None | Unset = UNSET
    is_expiry: bool | None | Unset = UNSET
    is_limited_to_pages: bool | None | Unset = UNSET
    is_limited_to_payment_methods: bool | None | Unset = UNSET
    is_max_amount: bool | None | Unset = UNSET
    is_minimum_revenue: bool | None | Unset = UNSET
    is_usage_limit: bool | None | Unset = UNSET
    max_amount: str | float | None | Unset = UNSET
    minimum_revenue: str | float | None | Unset = UNSET
    pages: list[dict[str, Any]] | None | Unset = UNSET
    payment_methods: list[str] | None | Unset = UNSET
    percentage: str | float | None | Unset = UNSET
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)
    usage_limit: int | str | None | Unset = UNSET

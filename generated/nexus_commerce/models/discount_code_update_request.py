from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt


class DiscountCodeUpdateRequest(Model):
    """`DiscountCodeUpdateRequest` of the contract, only ever sent."""

    expiry_time: dt.datetime | None | Unset = date_time("expiry_time", default=UNSET)
    is_enabled: bool | Unset = UNSET
    is_expiry: bool | Unset = UNSET
    is_limited_to_pages: bool | Unset = UNSET
    is_limited_to_payment_methods: bool | Unset = UNSET
    is_minimum_revenue: bool | Unset = UNSET
    is_usage_limit: bool | Unset = UNSET
    minimum_revenue: float | None | Unset = UNSET
    page_ids: list[int] | Unset = UNSET
    payment_methods: list[str] | Unset = UNSET
    usage_limit: int | None | Unset = UNSET

    _rules = {
        "type": ["object"],
        "properties": {
            "expiry_time": {"type": ["string", "null"], "format": "date-time"},
            "is_enabled": {"type": ["boolean"]},
            "is_expiry": {"type": ["boolean"]},
            "is_limited_to_pages": {"type": ["boolean"]},
            "is_limited_to_payment_methods": {"type": ["boolean"]},
            "is_minimum_revenue": {"type": ["boolean"]},
            "is_usage_limit": {"type": ["boolean"]},
            "minimum_revenue": {"type": ["number", "null"]},
            "page_ids": {"type": ["array"], "items": {"type": ["integer"]}},
            "payment_methods": {"type": ["array"], "items": {"type": ["string"]}},
            "usage_limit": {"type": ["integer", "null"]},
        },
        "additionalProperties": False,
    }

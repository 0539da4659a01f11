from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .amount_type_of_discount_code_create_request import AmountTypeOfDiscountCodeCreateRequest
    from .applied_to_of_discount_code_create_request import AppliedToOfDiscountCodeCreateRequest


class DiscountCodeCreateRequest(Model):
    """`DiscountCodeCreateRequest` of the contract, only ever sent."""

    amount_type: AmountTypeOfDiscountCodeCreateRequest
    applied_to: AppliedToOfDiscountCodeCreateRequest
    code: str
    amount: float | None | Unset = UNSET
    expiry_time: dt.datetime | None | Unset = date_time("expiry_time", default=UNSET)
    is_enabled: bool | Unset = UNSET
    is_expiry: bool | Unset = UNSET
    is_limited_to_pages: bool | Unset = UNSET
    is_limited_to_payment_methods: bool | Unset = UNSET
    is_max_amount: bool | None | Unset = UNSET
    is_minimum_revenue: bool | Unset = UNSET
    is_usage_limit: bool | Unset = UNSET
    max_amount: float | None | Unset = UNSET
    minimum_revenue: float | None | Unset = UNSET
    page_ids: list[int] | Unset = UNSET
    payment_methods: list[str] | Unset = UNSET
    percentage: int | None | Unset = UNSET
    usage_limit: int | None | Unset = UNSET

    _required = ("amount_type", "applied_to", "code")
    _rules = {
        "type": ["object"],
        "properties": {
            "amount": {"type": ["number", "null"]},
            "amount_type": {"type": ["string"], "enum": ["fixed", "percentage"]},
            "applied_to": {"type": ["string"], "enum": ["product_price", "shipping_cost"]},
            "code": {"type": ["string"]},
            "expiry_time": {"type": ["string", "null"], "format": "date-time"},
            "is_enabled": {"type": ["boolean"]},
            "is_expiry": {"type": ["boolean"]},
            "is_limited_to_pages": {"type": ["boolean"]},
            "is_limited_to_payment_methods": {"type": ["boolean"]},
            "is_max_amount": {"type": ["boolean", "null"]},
            "is_minimum_revenue": {"type": ["boolean"]},
            "is_usage_limit": {"type": ["boolean"]},
            "max_amount": {"type": ["number", "null"]},
            "minimum_revenue": {"type": ["number", "null"]},
            "page_ids": {"type": ["array"], "items": {"type": ["integer"]}},
            "payment_methods": {"type": ["array"], "items": {"type": ["string"]}},
            "percentage": {"type": ["integer", "null"], "minimum": 0, "maximum": 100},
            "usage_limit": {"type": ["integer", "null"]},
        },
        "required": ["amount_type", "applied_to", "code"],
        "additionalProperties": False,
    }

"""Discount codes: who may use which, and what it takes off."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from ..refusals import Json
from ..store import Store


@dataclass(frozen=True, slots=True)
class DiscountVerdict:
    """What a code is worth here. `code` None: there is no such code. `discount` in rupiah."""

    code: Json | None
    details: Json
    eligible: bool
    discount: int

    @property
    def applied_to(self) -> str | None:
        return str(self.code["applied_to"]) if self.code else None


def judge(
    store: Store, text: str, *, now: float, product_price: int, shipping_cost: int, payment_method: str | None
) -> DiscountVerdict:
    """Weigh the code `text` against an order in the making. An unknown or unfit code is a normal verdict."""
    row = store.one("SELECT doc, used FROM discounts WHERE code = ?", text.strip())
    if row is None:
        return DiscountVerdict(None, {}, False, 0)
    code: Json = json.loads(row["doc"]) | {"current_usage": row["used"]}
    methods = code["payment_methods"]
    details = {
        "is_enabled": bool(code["is_enabled"]),
        "is_not_expired": not code["is_expiry"] or datetime.fromisoformat(code["expiry_time"]).timestamp() > now,
        "is_under_usage_limit": not code["is_usage_limit"] or row["used"] < code["usage_limit"],
        "is_payment_method_allowed": not code["is_limited_to_payment_methods"] or payment_method in methods,
        "is_minimum_revenue_met": not code["is_minimum_revenue"] or product_price >= code["minimum_revenue"],
        "is_page_allowed": not code["is_limited_to_pages"],
    }
    if not all(details.values()):
        return DiscountVerdict(code, details, False, 0)
    base = product_price if code["applied_to"] == "product_price" else shipping_cost
    amount = code["amount"] if code["amount_type"] == "fixed" else base * code["percentage"] // 100
    if code["is_max_amount"]:
        amount = min(amount, code["max_amount"])
    return DiscountVerdict(code, details, True, min(int(amount), base))


def use(store: Store, text: str) -> None:
    store.run("UPDATE discounts SET used = used + 1 WHERE code = ?", text.strip())


def give_back(store: Store, text: str) -> None:
    store.run("UPDATE discounts SET used = max(0, used - 1) WHERE code = ?", text.strip())

"""Customers of each kind, their addresses, and discount codes of each kind."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from ..rules.passwords import hash_password
from ..rules.subscriptions import begin, save
from ..store import Store
from .catalog import COURSE_VARIANT, PLAN_VARIANTS

PASSWORD = "kata-sandi-contoh"  # noqa: S105 - the published password of made-up people

_JOINED = datetime(2026, 1, 20, 3, 0, tzinfo=UTC).timestamp()

# id, email, name, phone, needs an OTP, password made by the shop
CUSTOMERS: tuple[tuple[int, str, str, str, bool, bool], ...] = (
    (5101, "sari@example.com", "Sari Wulandari", "6281200005101", False, False),
    (5102, "budi@example.com", "Budi Hartono", "6281200005102", True, False),
    (5103, "rina@example.com", "Rina Kusuma", "6281200005103", False, False),
    (5104, "agus@example.com", "Agus Prabowo", "6281200005104", False, True),
)
SUBSCRIBER = 5101
LEARNER = 5101

_FAR = "2099-12-31T17:00:00Z"
_PAST = "2026-01-31T17:00:00Z"


def _code(
    number: int,
    code: str,
    *,
    to: str = "product_price",
    percent: int | None = None,
    at_most: int | None = None,
    amount: int | None = None,
    minimum: int | None = None,
    methods: tuple[str, ...] = (),
    limit: int | None = None,
    expires: str | None = None,
    enabled: bool = True,
    pages: tuple[int, ...] = (),
) -> dict[str, object]:
    return {
        "id": number, "business_id": 1207, "is_enabled": enabled, "code": code, "applied_to": to,
        "amount_type": "fixed" if percent is None else "percentage", "percentage": percent,
        "is_max_amount": at_most is not None, "max_amount": at_most, "amount": amount,
        "is_usage_limit": limit is not None, "usage_limit": limit,
        "is_expiry": expires is not None, "expiry_time": expires,
        "is_limited_to_pages": bool(pages), "pages": [{"id": page} for page in pages],
        "is_limited_to_payment_methods": bool(methods), "payment_methods": list(methods),
        "is_minimum_revenue": minimum is not None, "minimum_revenue": minimum,
        "inserted_at": "2026-01-10T02:00:00Z", "updated_at": "2026-01-10T02:00:00Z",
    }  # fmt: skip


DISCOUNTS: tuple[dict[str, object], ...] = (
    _code(301, "HEMAT10", percent=10, at_most=50_000),
    _code(302, "POTONG25RB", amount=25_000),
    _code(303, "BELANJA500", amount=75_000, minimum=500_000),
    _code(304, "QRISASIK", percent=5, methods=("qris",)),
    _code(305, "ONGKIR", to="shipping_cost", amount=15_000),
    _code(306, "ONGKIRGRATIS", to="shipping_cost", percent=100, at_most=40_000),
    _code(307, "LEBARAN2026", percent=20, expires=_PAST),
    _code(308, "SEKALI", amount=10_000, limit=1, expires=_FAR),
    _code(309, "NONAKTIF", amount=10_000, enabled=False),
    _code(310, "HALAMAN", amount=10_000, pages=(6801,)),
)


def fill_people(store: Store, now: float) -> None:
    store.fill(
        "INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, 0, ?, ?, ?)",
        [
            (number, email, name, phone, hash_password(PASSWORD, email), int(otp), int(made), _JOINED, _JOINED)
            for number, email, name, phone, otp, made in CUSTOMERS
        ],
    )
    store.fill(
        "INSERT INTO addresses (customer_id, name, phone, email, location_id, address, postal_code, notes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (5101, "Sari Wulandari", "6281200005101", "sari@example.com", 9089, "Jl. Mardani 12", "10510", None),
            (5101, "Kantor Sari", "6281200005101", "sari@example.com", 9093, "Jl. Cikini 40", "10330", "Titip satpam"),
            (5103, "Rina Kusuma", "6281200005103", "rina@example.com", 9131, "Jl. Riau 5", "40115", None),
        ],
    )
    store.run("INSERT INTO entitlements VALUES (?, ?)", LEARNER, COURSE_VARIANT)
    begin(store, SUBSCRIBER, PLAN_VARIANTS[1], 1, None, now - 10 * 86_400)
    ended = begin(store, SUBSCRIBER, PLAN_VARIANTS[0], 1, None, now - 90 * 86_400)
    row = store.one("SELECT * FROM subscriptions WHERE id = ?", ended)
    assert row is not None
    save(store, row, json.loads(row["doc"]) | {"at_period_end": True, "canceled": now - 80 * 86_400}, now)
    store.fill("INSERT INTO discounts VALUES (?, ?, 0)", [(str(doc["code"]), json.dumps(doc)) for doc in DISCOUNTS])

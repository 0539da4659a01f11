"""Deliveries as the service makes them: envelopes, payloads of each kind, signatures."""

import itertools
import json
from typing import Any

from nexus_storefront.webhooks import sign

SECRET = "whsec-of-a-test"
_numbers = itertools.count(1)


def envelope(event: str, data: Any = None, unique_id: str | None = "", **more: Any) -> bytes:
    """`unique_id`: one of its own unless it is given; None leaves it out."""
    found = {"event": event, "timestamp": "2026-11-20T03:15:42.051833Z", "data": {} if data is None else data, **more}
    if unique_id is not None:
        found["unique_id"] = unique_id or f"event_{next(_numbers)}"
    return json.dumps(found).encode()


def signed(body: bytes, secret: str = SECRET, name: str = "X-Scalev-Hmac-Sha256") -> dict[str, str]:
    return {"Content-Type": "application/json", name: sign(body, secret)}


def stamp(second: int) -> str:
    return f"2026-11-20T03:{second // 60:02d}:{second % 60:02d}Z"


def order(
    number: str = "A1", at: int = 0, status: str = "pending", payment: str = "unpaid", **more: Any
) -> dict[str, Any]:
    return {
        "id": f"019d-{number}",
        "order_id": number,
        "secret_slug": f"slug-{number}",
        "status": status,
        "payment_status": payment,
        "is_probably_spam": False,
        "payment_method": "qris",
        "gross_revenue": "318724.00",
        "destination_address": {"name": "Sari", "email": "sari@example.com", "phone": "6281234567890"},
        "orderlines": [
            {
                "quantity": 2,
                "variant_unique_id": "variant_1",
                "product_name": "Kaos Hitam",
                "variant_price": "150000.00",
                "product_price": "300000.00",
            }
        ],
        "created_at": stamp(0),
        "last_updated_at": stamp(at),
        **more,
    }


def payment(number: str = "A1", at: int = 1, status: str = "paid", **more: Any) -> dict[str, Any]:
    return {
        "id": f"019d-{number}",
        "order_id": number,
        "payment_status": status,
        "paid_time": stamp(at),
        "payment_method": "qris",
        "payment_status_history": [{"at": stamp(at), "status": status, "by": {"email": "kasir@example.com"}}],
        "created_at": stamp(0),
        "last_updated_at": stamp(at),
        **more,
    }


def status(number: str = "A1", at: int = 1, value: str = "confirmed") -> dict[str, Any]:
    return {"order_id": number, "status": value, "created_at": stamp(0), "last_updated_at": stamp(at)}


def intent(**more: Any) -> dict[str, Any]:
    return {
        "id": "019d2c14",
        "status": "abandoned",
        "contactable": True,
        "customer": {"name": "Sari", "email": "sari@example.com", "phone": None},
        "occurred_at": stamp(5),
        "recovery_url": "https://demo.example.com/checkout?checkout_intent_prefill_token=cip_SECRET",
        "recovery_url_expires_at": "2026-12-20T04:00:00Z",
        "order": None,
        **more,
    }

"""A payload of every event, as the service's pages show them; for trying a receiver out. Pure."""

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from ..errors import InvalidInput

_SHORT = ("id", "order_id", "payment_link_id", "is_from_payment_link", "created_at", "last_updated_at")
_PAYMENT = (*_SHORT, "is_probably_spam", "mark_as_spam_by", "payment_status", "payment_method", "paid_time")
EVENTS = {
    "business.test_event": (),
    "order.created": None,
    "order.spam_created": None,
    "order.epayment_created": None,
    "order.updated": None,
    "order.deleted": _SHORT,
    "order.status_changed": (*_SHORT, "status"),
    "order.payment_status_changed": _PAYMENT,
    "payment.received": _PAYMENT,
    "payment.failed": _PAYMENT,
    "checkout_intent.abandoned": (),
    "checkout_intent.completed": (),
}
"""Events, and which fields of an order each has; None is all of them."""


def sample(event: str, changes: Iterable[str] = (), *, now: datetime | None = None) -> bytes:
    """The body of a delivery of an event. `changes` are `path=value`, as `data.order_id=A1`, a value JSON or text."""
    if not event.strip():
        raise InvalidInput("an event has a name")
    stamp = (now or datetime.now(UTC)).isoformat(timespec="seconds").replace("+00:00", "Z")
    if event.startswith("checkout_intent."):
        data = _intent(event, stamp)
    else:
        fields = EVENTS.get(event, ())
        data = {name: value for name, value in _order(event, stamp).items() if fields is None or name in fields}
    envelope = {"event": event, "unique_id": f"event_{uuid.uuid4().hex}", "timestamp": stamp, "data": data}
    for change in changes:
        path, given, value = change.partition("=")
        if not given or not all(path.split(".")):
            raise InvalidInput(f"a change is path=value, as data.order_id=A1, not {change!r}")
        _set(envelope, path.split("."), value)
    return json.dumps(envelope, separators=(",", ":")).encode()


def _set(target: dict[str, Any], path: list[str], value: str) -> None:
    for name in path[:-1]:
        target = target.setdefault(name, {})
        if not isinstance(target, dict):
            raise InvalidInput(f"{name} in {'.'.join(path)} is no object")
    try:
        found = json.loads(value)
        json.dumps(found, allow_nan=False)
    except (ValueError, RecursionError):
        found = value
    target[path[-1]] = found


def _order(event: str, stamp: str) -> dict[str, Any]:
    paid = {"payment.received": "paid", "payment.failed": "conflict", "order.payment_status_changed": "paid"}
    spam = event == "order.spam_created"
    return {
        "id": "019d2c10-7a44-7c31-9b5e-0f3a6d5c8e21",
        "order_id": "261120SAMPLE",
        "secret_slug": "contoh-rahasia",
        "payment_link_id": None,
        "is_from_payment_link": False,
        "status": "confirmed" if event == "order.status_changed" else "pending",
        "payment_status": paid.get(event, "unpaid"),
        "paid_time": stamp if event in paid else None,
        "payment_method": "qris",
        "is_probably_spam": spam,
        "mark_as_spam_by": "ai" if spam else None,
        "gross_revenue": "318724.00",
        "shipping_cost": "18724.00",
        "destination_address": {
            "name": "Demo Customer",
            "email": "demo.customer@example.com",
            "phone": "6281234567890",
        },
        "orderlines": [
            {
                "quantity": 2,
                "product_name": "Kopi Arabika Gayo",
                "variant_unique_id": "variant_bafc8f2a4d27b",
                "variant_price": "150000.00",
                "product_price": "300000.00",
            }
        ],
        "created_at": stamp,
        "last_updated_at": stamp,
    }


def _intent(event: str, stamp: str) -> dict[str, Any]:
    completed = event.endswith("completed")
    order = {"id": "019d2c10-7a44-7c31-9b5e-0f3a6d5c8e21", "order_id": "261120SAMPLE", "secret_slug": "contoh-rahasia"}
    return {
        "id": "019d2c14-55e0-7b02-8f11-6c2b3d4e5f60",
        "form_widget_id": "storefront-checkout",
        "status": "completed" if completed else "abandoned",
        "contactable": True,
        "customer": {"name": "Demo Customer", "email": "demo.customer@example.com", "phone": None},
        "cart_summary": {"item_quantity": 1, "estimated_total": "150000", "currency": "IDR"},
        "occurred_at": stamp,
        "order": order if completed else None,
        "recovery_url": None
        if completed
        else "https://demo.example.com/checkout?checkout_intent_prefill_token=cip_contoh",
        "recovery_url_expires_at": None if completed else "2099-01-01T00:00:00Z",
    }

"""What the service's webhooks say of a checkout intent."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit, urlunsplit

from ..clock import iso
from ..refusals import Json
from ..rules import intents
from ..rules.carts import look_up
from ..rules.money import decimal_text
from ..settings import HOSTED_DOMAIN, PAGE_ID, STORE_ID, STORE_NAME
from ..store import Store

_CONTACT = ("name", "email", "phone")
_UTM = ("ad_source", "affiliate_code", "utm_campaign", "utm_content", "utm_medium", "utm_source", "utm_term")


def intent_data(store: Store, event: str, row: Json, at: float, registered: Callable[[str | None], str | None]) -> Json:
    """The `data` of an intent's event. `registered` tells whether the shop has registered an origin."""
    doc = json.loads(row["doc"])
    fields = doc.get("fields", {})
    items = [_item(store, item) for item in doc.get("items") or []]
    completed = event == "checkout_intent.completed"
    recovery = None if completed else _recovery_url(row, doc, registered)
    storefront = row["owner"] == STORE_ID
    total = sum(int(item["line_total"].split(".")[0]) for item in items)
    return {
        "id": row["id"],
        "form_widget_id": row["widget"],
        "status": event.rpartition(".")[2],
        "last_sequence": row["sequence"],
        "occurred_at": iso(at),
        "contactable": intents.contactable(doc),
        "is_email_follow_up_already_sended": False,
        "customer": {name: fields.get(f"customer_{name}") for name in _CONTACT},
        "store": {"id": STORE_ID, "unique_id": STORE_ID, "name": STORE_NAME} if storefront else None,
        "page": None if storefront else {"id": 1, "unique_id": PAGE_ID, "name": "Halaman penjualan"},
        "cart_summary": {
            "item_quantity": sum(item["quantity"] for item in items),
            "estimated_total": str(total),
            "currency": "IDR",
        },
        "handler": None,
        "source_url": doc.get("source_url"),
        "started_at": iso(row["started"]),
        "last_activity_at": iso(row["active"]),
        "follow_up_eligible_at": None if completed else iso(row["active"] + intents.ABANDONED_AFTER),
        "completed_at": iso(row["completed"]),
        "order": _order(store, row["order_id"]),
        "fields": {name: value for name, value in fields.items() if name.removeprefix("customer_") not in _CONTACT},
        "items": items,
        "attribution": {name: value for name, value in doc.get("attribution", {}).items() if name in _UTM},
        "recovery_url": recovery,
        "recovery_url_expires_at": iso(row["started"] + intents.PREFILL_FOR) if recovery else None,
    }


def _recovery_url(row: Json, doc: Json, registered: Callable[[str | None], str | None]) -> str | None:
    """The page that the buyer left, with the prefill token; None where that page is not the shop's."""
    source = doc.get("source_url")
    if not source:
        return None
    scheme, host, path, query, _ = urlsplit(source)
    if host != HOSTED_DOMAIN and registered(f"{scheme}://{host}") is None:
        return None
    token = urlencode({"checkout_intent_prefill_token": row["prefill"]})
    return urlunsplit((scheme, host, path, f"{query}&{token}" if query else token, ""))


def _order(store: Store, order_id: str | None) -> Json | None:
    row = store.one("SELECT id, order_id, slug FROM orders WHERE id = ?", order_id)
    return None if row is None else {"id": row["id"], "order_id": row["order_id"], "secret_slug": row["slug"]}


def _item(store: Store, item: Json) -> Json:
    kind, quantity = item["type"], int(item["quantity"])
    reference = int(item[f"{kind}_id"])
    line = look_up(store, kind, reference, quantity)
    price = line.unit_price if line else 0
    return {
        "type": kind,
        f"{kind}_id": reference,
        "quantity": quantity,
        "name": line.name if line else None,
        "unit_price": decimal_text(price),
        "line_total": decimal_text(price * quantity),
        "currency": "IDR",
    }

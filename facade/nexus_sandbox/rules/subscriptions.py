"""Subscriptions: periods that roll with the clock, canceling at the period's end, changing plans."""

from __future__ import annotations

import json
from calendar import monthrange
from datetime import UTC, datetime

from ..clock import iso
from ..refusals import Json, invalid
from ..settings import BUSINESS_ID, STORE_ID, STORE_NAME, STORE_NUMBER
from ..store import Row, Store


def _month_later(moment: float) -> float:
    then = datetime.fromtimestamp(moment, UTC)
    year, month = (then.year, then.month + 1) if then.month < 12 else (then.year + 1, 1)
    return then.replace(year=year, month=month, day=min(then.day, monthrange(year, month)[1])).timestamp()


def begin(store: Store, customer_id: int, variant_id: int, quantity: int, order_id: str | None, now: float) -> str:
    """Start a subscription to a plan; return its id."""
    subscription_id, item_id = store.make_uuid("subscription"), store.make_uuid("subscription_item")
    doc: Json = {
        "status": "active", "order_id": order_id, "activated": now, "canceled": None, "expired": None,
        "period_start": now, "period_end": _month_later(now), "at_period_end": False, "updated": now,
    }  # fmt: skip
    item: Json = {"variant_id": variant_id, "quantity": quantity, "status": "active", "pending": None, "updated": now}
    store.run(
        "INSERT INTO subscriptions (id, customer_id, doc, started) VALUES (?, ?, ?, ?)",
        subscription_id, customer_id, json.dumps(doc), now,
    )  # fmt: skip
    store.run("INSERT INTO subscription_items VALUES (?, ?, ?)", item_id, subscription_id, json.dumps(item))
    return subscription_id


def find(store: Store, customer_id: int, subscription_id: str, now: float) -> Row | None:
    """Return the customer's subscription, rolled on to the period of `now`."""
    row = store.one("SELECT * FROM subscriptions WHERE customer_id = ? AND id = ?", customer_id, subscription_id)
    return row if row is None else roll(store, row, now)


def find_item(store: Store, customer_id: int, item_id: str, now: float) -> tuple[Row, Row] | None:
    """Return the subscription and the item, rolled on."""
    item = store.one("SELECT * FROM subscription_items WHERE id = ?", item_id)
    row = find(store, customer_id, item["subscription_id"], now) if item else None
    item = store.one("SELECT * FROM subscription_items WHERE id = ?", item_id)
    return None if row is None or item is None else (row, item)


def roll(store: Store, row: Row, now: float) -> Row:
    """Let every period that has ended end: renew it, or cancel as was asked; carry out waiting plan changes."""
    doc = json.loads(row["doc"])
    if doc["status"] != "active" or doc["period_end"] > now:
        return row
    while doc["status"] == "active" and doc["period_end"] <= now:
        if doc["at_period_end"]:
            doc["status"], doc["expired"] = "canceled", doc["period_end"]
        else:
            doc["period_start"], doc["period_end"] = doc["period_end"], _month_later(doc["period_end"])
    for found in store.all("SELECT * FROM subscription_items WHERE subscription_id = ?", row["id"]):
        item = json.loads(found["doc"])
        item["updated"] = now
        if doc["status"] == "canceled":
            item |= {"status": "canceled", "pending": None}
        elif item["pending"]:
            item |= {"variant_id": item["pending"]["variant_id"], "status": "active", "pending": None}
        _save_item(store, found["id"], item)
    return save(store, row, doc, now)


def save(store: Store, row: Row, doc: Json, now: float) -> Row:
    doc["updated"] = now
    store.run("UPDATE subscriptions SET doc = ? WHERE id = ?", json.dumps(doc), row["id"])
    fresh = store.one("SELECT * FROM subscriptions WHERE id = ?", row["id"])
    assert fresh is not None
    return fresh


def _save_item(store: Store, item_id: str, item: Json) -> None:
    store.run("UPDATE subscription_items SET doc = ? WHERE id = ?", json.dumps(item), item_id)


def plans(store: Store, item: Row, *, dearer: bool) -> list[Row]:
    """Return the plans of the same product that cost more (or less) than the item's."""
    current = _plan(store, json.loads(item["doc"])["variant_id"])
    return store.all(
        "SELECT variants.*, items.name AS product_name FROM variants JOIN items ON items.seq = item_seq"  # noqa: S608
        f" WHERE item_seq = ? AND price {'>' if dearer else '<'} ? ORDER BY price",
        current["item_seq"], current["price"],
    )  # fmt: skip


def change_plan(store: Store, item: Row, variant_id: int, *, dearer: bool, now: float) -> None:
    """Upgrade at once, or mark a downgrade for the period's end. Refuses a plan that is not offered."""
    if variant_id not in {plan["id"] for plan in plans(store, item, dearer=dearer)}:
        raise invalid("variant_id", f"is not a plan to {'up' if dearer else 'down'}grade to", "plan_unavailable")
    doc = json.loads(item["doc"])
    doc["updated"] = now
    if dearer:
        doc |= {"variant_id": variant_id, "status": "active", "pending": None}
    else:
        doc |= {
            "status": "pending_downgrade",
            "pending": {"id": store.make_uuid("subscription_action"), "variant_id": variant_id, "asked": now},
        }
    _save_item(store, item["id"], doc)


def _plan(store: Store, variant_id: int) -> Row:
    row = store.one(
        "SELECT variants.*, items.name AS product_name FROM variants JOIN items ON items.seq = item_seq"
        " WHERE variants.id = ?",
        variant_id,
    )
    assert row is not None
    return row


def _variant(plan: Row) -> Json:
    return {
        "id": plan["id"], "item_type": plan["item_type"], "name": plan["option1"], "product_name": plan["product_name"],
    }  # fmt: skip


def plan_json(plan: Row) -> Json:
    return {
        "currency": "IDR", "id": plan["id"], "images": [], "interval": plan["period"],
        "interval_count": plan["period_count"], "item_type": plan["item_type"], "name": plan["option1"],
        "price": plan["price"], "pricing_type": plan["pricing_type"], "product_name": plan["product_name"],
        "unique_id": plan["unique_id"],
    }  # fmt: skip


def as_json(store: Store, row: Row, customer: Row, *, detail: bool) -> Json:
    """A subscription as the list (or, with `detail`, the single read) writes it."""
    doc = json.loads(row["doc"])
    found = store.all("SELECT * FROM subscription_items WHERE subscription_id = ? ORDER BY id", row["id"])
    plans = [_plan(store, json.loads(item["doc"])["variant_id"]) for item in found]
    number = int(row["customer_id"])
    ended = {"canceled_at": iso(doc["canceled"]), "expired_at": iso(doc["expired"])}
    return {
        "id": row["id"],
        "subscription_id": f"SUB-{row['id'][:8].upper()}",
        "activated_at": iso(doc["activated"]),
        "business_customer_id": store.make_uuid("business_customer", number),
        "business_id": store.make_uuid("business", BUSINESS_ID),
        "current_period_end": iso(doc["period_end"]),
        "current_period_start": iso(doc["period_start"]),
        "customer": _customer(customer),
        "customer_id": store.make_uuid("customer", number),
        "inserted_at": iso(row["started"]),
        "interval": plans[-1]["period"] if plans else "month",
        "interval_count": 1,
        "is_active": doc["status"] == "active",
        "is_cancel_at_period_end": doc["at_period_end"],
        "status": doc["status"],
        "store": {
            "id": STORE_NUMBER,
            "name": STORE_NAME,
            "unique_id": STORE_ID,
            "uuid": store.make_uuid("store", STORE_NUMBER),
            "logo": "https://cdn.toko-nusantara.example/logo.svg",
        },
        "store_id": store.make_uuid("store", STORE_NUMBER),
        "subscription_items": [
            _item_json(row, doc, item, plan, detail=detail) for item, plan in zip(found, plans, strict=True)
        ],
        "updated_at": iso(doc["updated"]),
        **_without_null(ended),
        **({"order_id": doc["order_id"], "latest_renewal_invoice": None} if detail else {}),
    }


def _without_null(values: Json) -> Json:
    """What the contract never has as null is left out."""
    return {name: value for name, value in values.items() if value is not None}


def _customer(customer: Row) -> Json:
    confirmed = iso(customer["created"])
    known = _without_null({"name": customer["name"], "phone": customer["phone"], "confirmed_at": confirmed})
    return known | {
        "id": customer["id"],
        "email": customer["email"],
        "status": "confirmed",
        "created_at": iso(customer["created"]),
        "last_updated_at": iso(customer["updated"]),
    }


def _item_json(row: Row, doc: Json, found: Row, plan: Row, *, detail: bool) -> Json:
    item = json.loads(found["doc"])
    shown = {
        "id": found["id"],
        "quantity": item["quantity"],
        "status": item["status"],
        "variant": _variant(plan),
    }
    if not detail:
        return shown | {"unit_price": plan["price"]}
    return shown | {
        "activated_at": iso(doc["activated"]),
        "canceled_at": iso(doc["canceled"]),
        "currency": "IDR",
        "expired_at": iso(doc["expired"]),
        "inserted_at": iso(row["started"]),
        "is_cancel_at_period_end": doc["at_period_end"],
        "price": plan["price"],
        "subscription_id": row["id"],
        "updated_at": iso(item["updated"]),
        "variant_id": plan["id"],
        "pending_action": item["pending"] and _pending_action(item["pending"]),
    }


def _pending_action(pending: Json) -> Json:
    return {
        "id": pending["id"],
        "action_type": "downgrade",
        "execution_type": "at_period_end",
        "status": "scheduled",
        "inserted_at": iso(pending["asked"]),
        "updated_at": iso(pending["asked"]),
        "next_variant_config": {"variant_id": pending["variant_id"]},
    }

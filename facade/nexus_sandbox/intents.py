"""Checkout intents: what a buyer filled in before leaving, kept for a day."""

from __future__ import annotations

import json
from typing import Any

from .calls import Json, Refused, not_found, unauthorized
from .clock import iso
from .settings import Settings
from .store import Row, Store

ABANDONED_AFTER = 1800
REFUSED_RECAPTCHA = "invalid"


def start(store: Store, settings: Settings, owner: str, body: Json, now: float) -> Row:
    """Start an intent, or resume the one of this session and form (or of the prefill link)."""
    if not settings.checkout_intents:
        raise Refused(403, "checkout_intent_not_allowed", "This form does not capture checkouts")
    if body["recaptcha_token"] == REFUSED_RECAPTCHA:
        raise Refused(422, "recaptcha_failed", "The reCAPTCHA check failed", {"recaptcha_token": "was not accepted"})
    session, widget = body["client_session_id"].lower(), body["form_widget_id"]
    row = store.one("SELECT * FROM intents WHERE owner = ? AND session = ? AND widget = ?", owner, session, widget)
    if row is not None and row["expires"] <= now:
        store.run("DELETE FROM intents WHERE id = ?", row["id"])
        row = None
    if row is None and body.get("checkout_intent_prefill_token"):
        row = store.one(
            "SELECT * FROM intents WHERE owner = ? AND prefill = ? AND expires > ?",
            owner, body["checkout_intent_prefill_token"], now,
        )  # fmt: skip
    if row is not None and row["status"] == "completed":
        raise _completed()
    if row is None:
        number = store.count("intent")
        intent_id = store.make_uuid("intent", number)
        store.run(
            "INSERT INTO intents VALUES (?, ?, ?, ?, ?, ?, 'active', 0, '{}', NULL, ?, ?, ?)",
            intent_id, owner, session, widget, "cit_" + store.make_code("cit", 40, number),
            "cip_" + store.make_code("cip", 40, number), now, now, now + settings.intent_ttl,
        )  # fmt: skip
    else:
        intent_id = row["id"]
    row = _get(store, intent_id)
    _write(store, row, _merged(json.loads(row["doc"]), body), row["sequence"], now)
    return _get(store, intent_id)


def update(store: Store, owner: str, intent_id: str, token: str, body: Json, now: float) -> None:
    """Take an update. One that is not newer than the last is ignored."""
    row = store.one("SELECT * FROM intents WHERE owner = ? AND id = ?", owner, intent_id.lower())
    if row is None or row["expires"] <= now:
        raise not_found("Checkout intent")
    if row["token"] != token:
        raise unauthorized("The checkout intent token is not valid")
    if row["status"] == "completed":
        raise _completed()
    sequence = min(int(body["sequence"]), 2**62)  # SQLite counts no further
    if sequence > row["sequence"]:
        _write(store, row, _merged(json.loads(row["doc"]), body), sequence, now)


def complete(store: Store, token: str | None, order_id: str, now: float) -> None:
    """Tie the intent of a checkout to its order. A token that names nothing never blocks the order."""
    store.run(
        "UPDATE intents SET status = 'completed', order_id = ?, active = ?"
        " WHERE token = ? AND status != 'completed' AND expires > ?",
        order_id, now, token, now,
    )  # fmt: skip


def status(row: Row, now: float) -> str:
    if row["status"] == "active" and now - row["active"] > ABANDONED_AFTER:
        return "abandoned"
    return str(row["status"])


def capture(row: Row, now: float) -> Json:
    return {
        "id": row["id"],
        "form_widget_id": row["widget"],
        "checkout_intent_token": row["token"],
        "status": status(row, now),
        "last_sequence": row["sequence"],
        "started_at": iso(row["started"]),
        "last_activity_at": iso(row["active"]),
        "expires_at": iso(row["expires"]),
    }


def _completed() -> Refused:
    return Refused(409, "checkout_intent_completed", "This checkout was completed")


def _get(store: Store, intent_id: str) -> Row:
    row = store.one("SELECT * FROM intents WHERE id = ?", intent_id)
    assert row is not None
    return row


def _write(store: Store, row: Row, doc: Json, sequence: int, now: float) -> None:
    store.run(
        "UPDATE intents SET doc = ?, sequence = ?, active = ? WHERE id = ?", json.dumps(doc), sequence, now, row["id"]
    )


def _merged(doc: Json, body: Json) -> Json:
    """Lay an update over what is known: a null clears a field, what is not named stays."""
    for part in ("fields", "attribution"):
        kept: dict[str, Any] = doc.get(part, {})
        for name, value in body.get(part, {}).items():
            if value is None:
                kept.pop(name, None)
            else:
                kept[name] = value
        doc[part] = kept
    for part in ("items", "source_url", "cart_id"):
        if part in body:
            doc[part] = body[part]
    return doc

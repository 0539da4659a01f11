"""Checkout intents: what a buyer filled in before leaving."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..clock import iso
from ..refusals import Json, Refused, not_found, unauthorized
from ..settings import Settings
from ..store import Row, Store

ABANDONED_AFTER = 900
PREFILL_FOR = 30 * 86_400
REFUSED_RECAPTCHA = "invalid"
_SECRET_PARAMETERS = ("token", "key", "secret", "password", "email", "phone", "code", "otp", "session")


def start(store: Store, settings: Settings, owner: str, body: Json, now: float) -> Row:
    """Start an intent, or resume the one of this prefill link or session as it was saved.

    Resuming keeps the saved fields, items and sequence, counts as activity, and renews the token's window.
    """
    if not settings.checkout_intents:
        raise Refused(403, "checkout_intent_not_allowed", "This form does not capture checkouts")
    if body["recaptcha_token"] == REFUSED_RECAPTCHA:
        raise Refused(422, "recaptcha_failed", "The reCAPTCHA check failed", {"recaptcha_token": "was not accepted"})
    session = body["client_session_id"].lower()
    row = _open_by_prefill(store, owner, body.get("checkout_intent_prefill_token"), now)
    if row is None:
        row = store.one("SELECT * FROM intents WHERE owner = ? AND session = ?", owner, session)
    if row is not None and row["status"] == "completed":
        raise _completed()
    expires = now + settings.intent_ttl
    if row is not None:
        store.run("UPDATE intents SET active = ?, expires = ? WHERE id = ?", now, expires, row["id"])
        return _get(store, row["id"])
    number = store.count("intent")
    intent_id = store.make_uuid("intent", number)
    store.run(
        "INSERT INTO intents"
        " (id, owner, session, widget, token, prefill, status, sequence, doc, started, active, expires)"
        " VALUES (?, ?, ?, ?, ?, ?, 'active', 0, ?, ?, ?, ?)",
        intent_id, owner, session, body["form_widget_id"], "cit_" + store.make_code("cit", 40, number),
        "cip_" + store.make_code("cip", 40, number), json.dumps(_merged({}, body)), now, now, expires,
    )  # fmt: skip
    return _get(store, intent_id)


def update(store: Store, owner: str, intent_id: str, token: str, body: Json, now: float) -> None:
    """Take an update. One that is not newer than the last changes nothing, and is no activity."""
    row = store.one("SELECT * FROM intents WHERE owner = ? AND id = ?", owner, intent_id.lower())
    if row is None:
        raise not_found("Checkout intent")
    if row["token"] != token:
        raise unauthorized("The checkout intent token is not valid")
    if row["status"] == "completed":
        raise _completed()
    if row["expires"] <= now:
        raise unauthorized("The checkout intent token has expired")
    sequence = min(int(body["sequence"]), 2**62)  # SQLite counts no further
    if sequence > row["sequence"]:
        store.run(
            "UPDATE intents SET doc = ?, sequence = ?, active = ? WHERE id = ?",
            json.dumps(_merged(json.loads(row["doc"]), body)), sequence, now, row["id"],
        )  # fmt: skip


def complete(store: Store, owner: str, token: str | None, order: Row, now: float) -> None:
    """Tie the intent of a checkout to its order, and take the order's contact data over.

    A token that names nothing, has expired or belongs to another shop or page never holds the order up.
    """
    row = store.one(
        "SELECT * FROM intents WHERE owner = ? AND token = ? AND status != 'completed' AND expires > ?",
        owner, token, now,
    )  # fmt: skip
    if row is None:
        return
    doc, buyer = json.loads(row["doc"]), json.loads(order["doc"])["buyer"]
    contact = {f"customer_{name}": value for name, value in buyer.items() if value is not None}
    doc["fields"] = doc.get("fields", {}) | contact
    store.run(
        "UPDATE intents SET status = 'completed', order_id = ?, completed = ?, active = ?, doc = ? WHERE id = ?",
        order["id"], now, now, json.dumps(doc), row["id"],
    )  # fmt: skip
    store.note("checkout_intent.completed", _get(store, row["id"]), now)


def note_abandoned(store: Store, now: float) -> None:
    """Note every intent that has been idle for long enough, once each, and if there is a way to reach the buyer."""
    idle = store.all(
        "SELECT * FROM intents WHERE status = 'active' AND NOT abandonment_noted AND active <= ? ORDER BY active, id",
        now - ABANDONED_AFTER,
    )
    for row in idle:
        if contactable(json.loads(row["doc"])):
            store.run("UPDATE intents SET abandonment_noted = 1 WHERE id = ?", row["id"])
            store.note("checkout_intent.abandoned", row, now)


def contactable(doc: Json) -> bool:
    """Whether the buyer left an email or phone that can be one."""
    fields = doc.get("fields", {})
    phone = [character for character in str(fields.get("customer_phone") or "") if character.isdigit()]
    return "@" in str(fields.get("customer_email") or "").strip("@") or len(phone) >= 8


def find_prefill(store: Store, token: str, now: float) -> Row | None:
    """Return the unfinished intent that a prefill token names, for the thirty days that the token lives."""
    return store.one(
        "SELECT * FROM intents WHERE prefill = ? AND started > ? AND status != 'completed'", token, now - PREFILL_FOR
    )


def _open_by_prefill(store: Store, owner: str, token: str | None, now: float) -> Row | None:
    row = find_prefill(store, token, now) if token else None
    return row if row is not None and row["owner"] == owner else None


def status(row: Row, now: float) -> str:
    if row["status"] == "active" and now - row["active"] >= ABANDONED_AFTER:
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


def _merged(doc: Json, body: Json) -> Json:
    """Lay an update over what is known: null and blank clear a field, what is not named stays, lists are replaced."""
    for part in ("fields", "attribution"):
        kept: dict[str, Any] = doc.get(part, {})
        for name, value in body.get(part, {}).items():
            if value is None or (isinstance(value, str) and not value.strip()):
                kept.pop(name, None)
            else:
                kept[name] = value
        doc[part] = kept
    for part in ("items", "cart_id"):
        if part in body:
            doc[part] = body[part]
    if "source_url" in body:
        doc["source_url"] = _without_secrets(body["source_url"])
    return doc


def _without_secrets(url: str | None) -> str | None:
    """The URL without its fragment and without parameters that may name a person or open something."""
    if not url:
        return None
    scheme, host, path, query, _ = urlsplit(url)
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not any(secret in name.lower() for secret in _SECRET_PARAMETERS)
    ]
    return urlunsplit((scheme, host, path, urlencode(kept), ""))

"""Deliveries on paper: made when something happened, claimed by one sender, tried until they are taken."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from ..clock import iso
from ..refusals import Json
from ..settings import Settings
from ..store import Row, Store
from .signing import sign
from .subscribers import Subscriber, named


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery that is due, claimed for sending."""

    id: int
    subscriber: Subscriber
    body: bytes


def envelope(store: Store, event: str, data: Json, at: float) -> tuple[str, bytes]:
    """Return the `unique_id` and the exact bytes of an event."""
    unique_id = "event_" + store.make_code("webhook_event", 24)
    stamp = datetime.fromtimestamp(at, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    body = {"event": event, "unique_id": unique_id, "timestamp": stamp, "data": data}
    return unique_id, json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def write(
    store: Store, settings: Settings, subscriber: Subscriber, event: str, data: Json, at: float, copies: int
) -> None:
    """Write the delivery of an event, `copies` times with one `unique_id`."""
    unique_id, body = envelope(store, event, data, at)
    for _ in range(copies):
        store.run(
            "INSERT INTO webhook_deliveries (webhook, event, unique_id, at, body, state, due)"
            " VALUES (?, ?, ?, ?, ?, 'waiting', ?)",
            subscriber.name, event, unique_id, at, body, at + settings.webhook_delay,
        )  # fmt: skip


def write_again(store: Store, delivery_id: int, now: float) -> None:
    """Write one more delivery of the same bytes. Raises LookupError for an unknown one, and if nobody listens there."""
    copied = store.run(
        "INSERT INTO webhook_deliveries (webhook, event, unique_id, at, body, state, due)"
        " SELECT webhook, event, unique_id, at, body, 'waiting', ? FROM webhook_deliveries"
        " WHERE id = ? AND webhook IN (SELECT name FROM webhooks WHERE active)",
        now, delivery_id,
    )  # fmt: skip
    if not copied:
        raise LookupError(f"there is no delivery {delivery_id} to anybody who listens now")


_DUE = (
    "SELECT * FROM webhook_deliveries WHERE state = 'waiting' AND due <= ?"
    " AND webhook IN (SELECT name FROM webhooks WHERE active AND ? IN (name, '')) ORDER BY id "
)
_OLDEST, _NEWEST = _DUE + "ASC LIMIT 1", _DUE + "DESC LIMIT 1"


def claim(store: Store, settings: Settings, now: float, name: str | None) -> Delivery | None:
    """Take the next delivery that is due to the subscriber `name`, or to any (None), if it is switched on; with
    `webhook_shuffle` the newest first.
    """
    with store.transaction():
        row = store.one(_NEWEST if settings.webhook_shuffle else _OLDEST, now, name or "")
        subscriber = named(store, row["webhook"]) if row else None
        if row is None or subscriber is None:
            return None
        store.run("UPDATE webhook_deliveries SET state = 'sending' WHERE id = ?", row["id"])
        return Delivery(row["id"], subscriber, row["body"])


def settle(store: Store, settings: Settings, delivery_id: int, answer: int | str, now: float) -> None:
    """Write what an attempt came to: a status, or what went wrong. Without a 2xx there is another, later and later."""
    with store.transaction():
        row = store.one("SELECT attempts, webhook FROM webhook_deliveries WHERE id = ?", delivery_id)
        if row is None:
            return
        attempts = [*json.loads(row["attempts"]), {"at": iso(now), "answer": answer}]
        taken = isinstance(answer, int) and 200 <= answer < 300
        more = not taken and len(attempts) < settings.webhook_attempts and named(store, row["webhook"]) is not None
        due = now + settings.webhook_retry_after * 2 ** (len(attempts) - 1)
        store.run(
            "UPDATE webhook_deliveries SET attempts = ?, state = ?, due = ? WHERE id = ?",
            json.dumps(attempts), "delivered" if taken else "waiting" if more else "given up", due, delivery_id,
        )  # fmt: skip


def give_up(store: Store, name: str) -> None:
    store.run("UPDATE webhook_deliveries SET state = 'given up' WHERE webhook = ? AND state = 'waiting'", name)


def release_claims(store: Store) -> None:
    """Deliveries that a sandbox was sending when it ended are sent again: at least once."""
    store.run("UPDATE webhook_deliveries SET state = 'waiting' WHERE state = 'sending'")


def listed(store: Store, most: int = -1) -> list[Json]:
    """The newest `most` deliveries (-1: all), oldest first, with payload, signature and attempts."""
    with store.transaction():
        rows = store.all("SELECT * FROM webhook_deliveries ORDER BY id DESC LIMIT ?", most)[::-1]
        secrets = {row["name"]: row["secret"] for row in store.all("SELECT name, secret FROM webhooks")}
    return [_show(row, secrets.get(row["webhook"])) for row in rows]


def _show(row: Row, secret: str | None) -> Json:
    return {
        "id": row["id"],
        "webhook": row["webhook"],
        "event": row["event"],
        "unique_id": row["unique_id"],
        "at": iso(row["at"]),
        "state": row["state"],
        "due": iso(row["due"]) if row["state"] == "waiting" else None,
        "attempts": json.loads(row["attempts"]),
        "signature": None if secret is None else sign(secret, row["body"]),
        "body": row["body"].decode(),
    }

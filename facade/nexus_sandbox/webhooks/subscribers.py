"""Who is told: the business's endpoint, and any number of apps beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..refusals import Json
from ..store import Row, Store

TEST_EVENT = "business.test_event"
EVENTS = (
    "order.created",
    "order.spam_created",
    "order.epayment_created",
    "order.updated",
    "order.deleted",
    "order.status_changed",
    "order.payment_status_changed",
    "payment.received",
    "payment.failed",
    "checkout_intent.abandoned",
    "checkout_intent.completed",
)


@dataclass(frozen=True, slots=True)
class Subscriber:
    """One endpoint. `app_id`: the app that it belongs to; None: the business's own."""

    name: str
    url: str
    secret: str
    events: tuple[str, ...]
    active: bool
    app_id: str | None

    def __repr__(self) -> str:
        return f"Subscriber({self.name!r}, {self.url!r})"

    def as_dict(self, *, reveal: bool) -> Json:
        return {
            "name": self.name,
            "url": self.url,
            "secret": self.secret if reveal else "[redacted]",
            "events": list(self.events),
            "active": self.active,
            "app_id": self.app_id,
        }


def chosen(events: Iterable[str] | None) -> tuple[str, ...]:
    """The events of a subscription, in their usual order (None: all). Raises ValueError for any other."""
    if events is None:
        return EVENTS
    wanted = set(events)
    unknown = sorted(wanted - set(EVENTS))
    if unknown:
        raise ValueError(f"{unknown[0]} cannot be chosen; there are {', '.join(EVENTS)}")
    return tuple(event for event in EVENTS if event in wanted)


def check_url(url: str) -> str:
    """Return `url`. Raises ValueError for what cannot be called."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("url is an absolute http or https URL")
    return url


def all_of(store: Store) -> list[Subscriber]:
    return [_read(row) for row in store.all("SELECT * FROM webhooks ORDER BY app_id IS NOT NULL, name")]


def named(store: Store, name: str) -> Subscriber | None:
    row = store.one("SELECT * FROM webhooks WHERE name = ?", name)
    return None if row is None else _read(row)


def keep(store: Store, subscriber: Subscriber) -> None:
    store.run(
        "INSERT OR REPLACE INTO webhooks (name, url, secret, events, active, app_id) VALUES (?, ?, ?, ?, ?, ?)",
        subscriber.name, subscriber.url, subscriber.secret, json.dumps(subscriber.events), int(subscriber.active),
        subscriber.app_id,
    )  # fmt: skip


def _read(row: Row) -> Subscriber:
    events = tuple(json.loads(row["events"]))
    return Subscriber(row["name"], row["url"], row["secret"], events, bool(row["active"]), row["app_id"])

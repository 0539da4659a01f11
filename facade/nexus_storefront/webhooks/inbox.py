"""The inbox: webhooks on disk before they are acknowledged, each once, and what they say of orders in the end."""

import json
import os
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..frames import with_bare_errors
from ..stores.places import state_file
from ..work_queue.model import CLOCK_SET, Claim, DeadLetter, Entered, QueueItem, QueuePolicy
from ..work_queue.queue import LONG_WAIT, WorkQueue
from ..work_queue.schema import SCHEMA
from .messages import OrderEvent, Webhook
from .orders import OrderSeen
from .signature import read_envelope, text_of

STORE, LANE = "business", "webhooks"
DAY = 24 * 3600.0
_WHOLE_FIRST = 1e10
"""Subtracted from the positions of whole orders, so that they come before messages that need one."""

_ORDERS = """
CREATE TABLE orders (
  store TEXT NOT NULL, about TEXT NOT NULL, seen TEXT NOT NULL, fulfilled INTEGER NOT NULL DEFAULT 0,
  touched REAL NOT NULL, PRIMARY KEY (store, about)
) WITHOUT ROWID;
CREATE INDEX untouched ON orders (touched);
"""


@frozen
class InboxPolicy(QueuePolicy):
    """Seconds, and bounds of the inbox; see `QueuePolicy`."""

    max_age: float = 30 * DAY
    max_waiting: int = 1_000_000
    max_bytes: int = 4 * 1024 * 1024
    lease: float = 300.0
    """How long a handler may take before another worker may take the webhook over."""
    keep: float = 90 * DAY
    """How long ids are remembered, and orders after their last webhook."""
    max_attempts: int | None = 20
    wait_for_order: float = 6 * 3600.0
    """How long a payment waits for the order that it belongs to."""


class _Delivery(Claim):
    """One webhook, leased to one worker."""

    @staticmethod
    def read(body: object) -> Mapping[str, object] | None:
        """The app on a line of its own, and the raw body as it came; until version 3 of the file one JSON object."""
        if not isinstance(body, str) or body.startswith("{"):
            return Claim.read(body)
        app, _, raw = body.partition("\n")
        with suppress(ValueError):
            return {"raw": raw, "app": json.loads(app)}
        return None


@with_bare_errors
class Inbox(WorkQueue[InboxPolicy, Claim, DeadLetter]):
    """Webhooks waiting in a SQLite file. Thread-safe, process-safe and fork-safe; opened when first used.

    `path`: None is `default_inbox()`. Methods raise `QueueError` when the file cannot be used.
    """

    kinds = (InboxPolicy, _Delivery, DeadLetter)
    _pauses_lanes = False
    _synchronous = "FULL"
    """Each commit is synced: a webhook that was acknowledged is not sent again, so it must outlast a power cut."""
    _schema = (*SCHEMA[:2], _ORDERS, *SCHEMA[2:])

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        policy: InboxPolicy | None = None,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        super().__init__(default_inbox() if path is None else path, policy=policy, clock=clock)

    def put(self, webhook: Webhook, body: bytes, wait: float = LONG_WAIT) -> Entered:
        """Store a verified webhook with its raw body, under its `unique_id`. Durable when it returns."""
        if not isinstance(webhook, Webhook) or webhook.unique_id is None:
            raise InvalidInput("a webhook without a unique_id cannot be stored")
        app = "null" if webhook.app_id is None else json.dumps(webhook.app_id)
        kept = f"{app}\n{text_of(body)}"
        position = webhook.at.timestamp() if webhook.at else 0.0
        if isinstance(webhook, OrderEvent):
            position -= _WHOLE_FIRST
        item = QueueItem(LANE, webhook.event, webhook.unique_id, kept, about=webhook.about, position=position)
        return self.enter(STORE, [item], wait)[0]

    def begin(self, claim: Claim) -> tuple[Webhook, OrderSeen | None]:
        """The webhook of a claim, and what is known of its order, this webhook included."""
        raw, app = claim.body.get("raw"), claim.body.get("app")
        webhook = read_envelope(str(raw).encode(), app if isinstance(app, str) else None)
        about = webhook.about
        if about is None or not webhook.event.startswith(("order.", "payment.")):
            return webhook, None
        with self._transaction() as db:
            seen = self._order(db, about).after(webhook)
            db.execute(
                "INSERT INTO orders (store, about, seen, touched) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (store, about) DO UPDATE SET seen = excluded.seen, touched = excluded.touched",
                (STORE, about, seen.dump(), self.clock.time()),
            )
        return webhook, seen

    def order(self, order_id: str) -> OrderSeen | None:
        """The order of this number, as the webhooks so far tell it; None if there were none."""
        with self._transaction() as db:
            found = self._order(db, order_id)
        return None if found == OrderSeen(order_id) else found

    def _order(self, db: sqlite3.Connection, about: str) -> OrderSeen:
        row = db.execute("SELECT seen, fulfilled FROM orders WHERE store = ? AND about = ?", (STORE, about)).fetchone()
        return OrderSeen(about) if row is None else OrderSeen.load(about, row[0], fulfilled=bool(row[1]))

    def done_with(self, db: sqlite3.Connection, claim: Claim) -> None:
        """Note with the end of a webhook that its order's payment was handled, so that it never is again."""
        row = db.execute("SELECT about FROM work WHERE seq = ?", (claim.seq,)).fetchone()
        if row is not None and row[0] is not None and self._order(db, row[0]).newly_paid:
            db.execute("UPDATE orders SET fulfilled = 1 WHERE store = ? AND about = ?", (STORE, row[0]))

    def sweep(self) -> int:
        """Sweep as any queue does, and forget orders, with their data, that no webhook was about for `keep` seconds."""
        now = self.clock.time()
        with self._transaction() as db:
            # Those of a clock that was not set yet are as old as others that come now.
            db.execute("UPDATE orders SET touched = ? WHERE touched < ?", (now, min(now, CLOCK_SET)))
            db.execute("DELETE FROM orders WHERE touched < ?", (now - self.policy.keep,))
        return super().sweep()


def default_inbox() -> Path:
    """`NEXUS_INBOX`, else `inbox.sqlite3` in the state folder."""
    return state_file("NEXUS_INBOX", "inbox.sqlite3")

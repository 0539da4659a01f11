"""Taking a webhook: verified and on disk, beside the same by hand with `hmac` and `sqlite3`."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from nexus_storefront.webhooks import Inbox, Receiver, sign
from nexus_storefront.webhooks.samples import sample

from _bench import Measure
from _bench._turns import quartiles

DELIVERIES, ROUNDS = 10, 300
SECRET = "whsec_bench"  # noqa: S105 - signs nothing but this


def run() -> Iterator[Measure]:
    """Rounds of deliveries that were not there before, one transaction each, both files as durable as the other."""
    with tempfile.TemporaryDirectory() as folder, closing(Inbox(Path(folder, "inbox"))) as inbox:
        receiver = Receiver(inbox, SECRET)
        bare = by_hand(Path(folder, "bare"))
        bodies = [sample("order.created") for _ in range(DELIVERIES * (2 * ROUNDS + 2))]
        waiting = iter([(body, {"X-Scalev-Hmac-Sha256": sign(body, SECRET)}) for body in bodies])

        def deliveries(take: Callable[[bytes, dict[str, str]], int]) -> None:
            for _ in range(DELIVERIES):
                assert take(*next(waiting)) == 200

        sides: dict[str, Callable[[], None]] = {
            "ours": lambda: deliveries(lambda body, headers: receiver.receive(body, headers).status),
            "hmac and sqlite3": lambda: deliveries(bare),
        }
        for side in sides.values():
            side()  # opens the file
        times = quartiles(sides, ROUNDS, lambda: None)
        entered = inbox.lanes("business")[0].counts["accepted"]
        with closing(sqlite3.connect(Path(folder, "bare"))) as db:
            (kept,) = db.execute("SELECT count(*) FROM webhooks").fetchone()
        assert entered == kept == DELIVERIES * (ROUNDS + 1), "not every delivery was stored"
    note = "whole order, in a transaction of its own that is synced to disk; ours is in order and deduplicated too"
    yield Measure(
        "verify and store a webhook",
        "ms",
        times.pop("ours") / DELIVERIES,
        {name: value / DELIVERIES for name, value in times.items()},
        limit=1.5,
        note=note,
    )


def by_hand(path: Path) -> Callable[[bytes, dict[str, str]], int]:
    """The least that a receiver has to do: compare the signature, take the id, insert under it, commit."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE webhooks (unique_id TEXT PRIMARY KEY, body BLOB NOT NULL)")

    def take(body: bytes, headers: dict[str, str]) -> int:
        signature = base64.b64encode(hmac.new(SECRET.encode(), body, hashlib.sha256).digest()).decode()
        if not hmac.compare_digest(signature, headers["X-Scalev-Hmac-Sha256"]):
            return 401
        unique_id = json.loads(body)["unique_id"]
        db.execute("INSERT INTO webhooks VALUES (?, ?) ON CONFLICT DO NOTHING", (unique_id, body))
        return 200

    return take

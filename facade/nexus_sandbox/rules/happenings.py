"""What happened in the shop, noted in the transaction in which it happened, for whoever is told of it."""

from __future__ import annotations

import json

from ..store import Row, Store


def happened(store: Store, event: str, row: Row, now: float) -> None:
    """Note `event` with the order or checkout intent as it is now."""
    store.run("INSERT INTO happenings (at, event, snapshot) VALUES (?, ?, ?)", now, event, json.dumps(dict(row)))

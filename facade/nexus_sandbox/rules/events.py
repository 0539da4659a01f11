"""Conversion events: kept as received, and counted the way an ad platform would."""

from __future__ import annotations

import json

from ..refusals import Json
from ..store import Store

WINDOW = 48 * 3600
PROVIDERS = ("meta", "tiktok", "snackvideo")


def record(store: Store, channel: str, provider: str, name: str, event_id: str | None, doc: Json, now: float) -> bool:
    """Keep one copy of an event; return whether it counts.

    Copies with the same provider, name and id count once in 48 hours, whichever channel they came by. Without an id
    every copy counts.
    """
    earlier = event_id is not None and store.one(
        "SELECT 1 FROM events WHERE provider = ? AND name = ? AND event_id = ? AND counted AND at > ?",
        provider, name, event_id, now - WINDOW,
    )  # fmt: skip
    store.run(
        "INSERT INTO events (at, channel, provider, name, event_id, counted, doc) VALUES (?, ?, ?, ?, ?, ?, ?)",
        now, channel, provider, name, event_id, int(not earlier), json.dumps(doc),
    )  # fmt: skip
    return not earlier


def totals(store: Store) -> dict[str, dict[str, dict[str, int]]]:
    """Return, by provider and event name: copies by channel, those counted, and the duplicates left out."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    rows = store.all(
        "SELECT provider, name, sum(channel = 'server') AS server, sum(channel = 'browser') AS browser,"
        " sum(counted) AS counted, sum(NOT counted) AS duplicates FROM events GROUP BY 1, 2 ORDER BY 1, 2"
    )
    for row in rows:
        found.setdefault(row["provider"], {})[row["name"]] = {
            key: row[key] for key in ("server", "browser", "counted", "duplicates")
        }
    return found

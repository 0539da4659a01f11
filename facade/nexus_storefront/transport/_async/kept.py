"""Records in a shop's store."""

from __future__ import annotations

from typing import TypeVar

from ...stores import DamagedEntry, Store
from ...stores.records import Kept
from .concurrency import in_thread

K = TypeVar("K", bound=Kept)


async def stored(store: Store, key: str, kind: type[K]) -> tuple[K | None, int]:
    """The record under a key, and its version; None and 0 where there is none. `DamagedEntry` where it is no such."""
    entry = await in_thread(store.get, key)
    if entry is None:
        return None, 0
    record = kind.from_bytes(entry.value)
    if record is None:
        raise DamagedEntry(key)
    return record, entry.version

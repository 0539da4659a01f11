"""A store in this process's memory."""

import os
import time
from threading import Lock
from weakref import WeakSet

from ._protocol import Entry, LeasesInEntries, check, next_version


class MemoryStore(LeasesInEntries):
    """Keeps entries for as long as the process lives, shared by its threads and event loops.

    Not shared with other processes. A forked child starts with an empty store: a refresh token in two memories would be
    used twice, and that signs the customer out everywhere.
    """

    blocking = False
    """Async code need not go through a thread."""

    def __init__(self) -> None:
        self._clear()
        self._highest = 0
        _stores.add(self)

    def _clear(self) -> None:
        self._lock = Lock()
        self._entries: dict[str, tuple[bytes, int, float | None]] = {}

    def __repr__(self) -> str:
        return f"MemoryStore({len(self._entries)} entries)"

    def get(self, key: str) -> Entry | None:
        found = self._entries.get(key)
        if found is None:
            return None
        value, version, expires = found
        return Entry(value, version) if expires is None or time.monotonic() < expires else None

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        with self._lock:
            current = self.get(key)
            check(key, expected, current.version if current else 0)
            self._highest = next_version(self._highest)
            expires = None if ttl is None else time.monotonic() + ttl
            self._entries[key] = (bytes(value), self._highest, expires)
            return self._highest

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        with self._lock:
            current = self.get(key)
            if current is not None:
                check(key, expected, current.version)
            self._entries.pop(key, None)
            return current is not None

    def keys(self, prefix: str) -> list[str]:
        with self._lock:
            return sorted(key for key in self._entries if key.startswith(prefix) and self.get(key))

    def close(self) -> None:
        """Nothing to let go of: entries stay until the store itself is gone."""

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a MemoryStore cannot be pickled: it would write its tokens out and no longer be shared")


_stores: WeakSet[MemoryStore] = WeakSet()


def _clear_all() -> None:
    for store in list(_stores):
        store._clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_clear_all)

"""A store in this process's memory."""

from ..clock import SYSTEM_CLOCK, Clock
from ._forks import ForkLock
from ._protocol import Entry, check, check_times, next_version
from .leases import LeasesInEntries


class MemoryStore(LeasesInEntries):
    """Keeps entries for as long as the process lives, shared by its threads and event loops.

    Not shared with other processes. A forked child starts with an empty store: a refresh token in two memories would be
    used twice, and that signs the customer out everywhere.
    """

    blocking = False
    """Async code need not go through a thread."""

    def __init__(self, *, clock: Clock = SYSTEM_CLOCK) -> None:
        check_times(clock)
        self.clock = clock
        self._highest = 0
        self._begin()
        self._lock = ForkLock(in_child=self._begin)

    def _begin(self) -> None:
        self._entries: dict[str, tuple[Entry, float]] = {}

    def __repr__(self) -> str:
        return f"MemoryStore({len(self._entries)} entries)"

    def get(self, key: str) -> Entry | None:
        found = self._entries.get(key)
        return found[0] if found is not None and self.clock.monotonic() < found[1] else None

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        with self._lock:
            current = self.get(key)
            check(key, expected, current.version if current else 0)
            self._highest = next_version(self._highest, self.clock)
            expires = float("inf") if ttl is None else self.clock.monotonic() + ttl
            self._entries[key] = Entry(bytes(value), self._highest), expires
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

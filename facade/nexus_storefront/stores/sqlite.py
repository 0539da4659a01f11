"""A store in one SQLite file."""

import os

from ..clock import SYSTEM_CLOCK, Clock
from ._protocol import DamagedEntry, Entry, StoreError, check, check_times, intact, known_version, next_version
from .leases import LeasesInEntries, patience
from .sqlite_file import SqliteFile

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, value BLOB NOT NULL, version INTEGER NOT NULL, expires REAL
) WITHOUT ROWID;
CREATE TABLE removed (highest INTEGER NOT NULL);
INSERT INTO removed VALUES (0);
CREATE TRIGGER remember_version AFTER DELETE ON entries WHEN typeof(old.version) = 'integer' BEGIN
    UPDATE removed SET highest = max(highest, old.version);
END;
"""


class SqliteStore(LeasesInEntries):
    """Keeps entries in one SQLite file (mode 0600): for a server with many customers on one machine.

    Write-ahead log, synced on every commit. Threads and processes may share it, forks included: a child opens a
    connection of its own. Another writer is waited for up to `busy_timeout` seconds, then there is a `StoreError`.
    Not for network file systems.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, busy_timeout: float = 10.0, clock: Clock = SYSTEM_CLOCK
    ) -> None:
        check_times(clock, busy_timeout=busy_timeout)
        self._file = SqliteFile(path, (_SCHEMA,), failed=self._error_of, irreplaceable=True, clock=clock)
        self._busy_timeout = busy_timeout
        self.clock = clock
        with self._file.transaction(self._patience()) as db:
            db.execute("DELETE FROM entries WHERE expires < ?", (clock.time(),))
        self._drop_old_leases()

    def __repr__(self) -> str:
        return f"SqliteStore({str(self._file.path)!r})"

    def get(self, key: str) -> Entry | None:
        entry, alive = self._entry(key, self._file.read(self._patience(), _ROW, (key,)))
        return entry if alive else None

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        with self._file.transaction(self._patience()) as db:
            found, alive = self._entry(key, db.execute(_ROW, (key,)).fetchall())
            check(key, expected, found.version if found and alive else 0)
            if found:
                previous = found.version
            else:
                previous = known_version(*db.execute("SELECT max(highest) FROM removed").fetchone())
            version = next_version(previous, self.clock)
            expires = None if ttl is None else self.clock.time() + ttl
            db.execute(_WRITE, (key, bytes(value), version, expires))
        return version

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        with self._file.transaction(self._patience()) as db:
            try:
                found, alive = self._entry(key, db.execute(_ROW, (key,)).fetchall())
            except DamagedEntry:
                if expected is not None:
                    raise
                found, alive = None, True
            if found and alive:
                check(key, expected, found.version)
            db.execute("DELETE FROM entries WHERE key = ?", (key,))
        return alive

    def keys(self, prefix: str) -> list[str]:
        query = "SELECT key FROM entries WHERE substr(key, 1, ?) = ? AND (expires IS NULL OR expires > ?) ORDER BY key"
        rows = self._file.read(self._patience(), query, (len(prefix), prefix, self.clock.time()))
        return [key for (key,) in rows]

    def close(self) -> None:
        self._file.close()

    def _entry(self, key: str, rows: list[tuple[object, object, object]]) -> tuple[Entry | None, bool]:
        """The entry of a row, and whether it is still alive."""
        if not rows:
            return None, False
        entry, expires = intact(key, *rows[0])
        return entry, expires is None or self.clock.time() < expires

    def _patience(self) -> float:
        return patience(self._busy_timeout, self.clock)

    def _error_of(self, error: Exception) -> StoreError:
        return StoreError(f"cannot use {self._file.path}: {error}")


_ROW = "SELECT value, version, expires FROM entries WHERE key = ?"
# Not REPLACE, which would delete first.
_WRITE = (
    "INSERT INTO entries VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE"
    " SET value = excluded.value, version = excluded.version, expires = excluded.expires"
)

"""A store in one SQLite file."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from .._forks import ABANDONED, guard
from ._protocol import Entry, LeasesInEntries, StoreError, check, next_version

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, value BLOB NOT NULL, version INTEGER NOT NULL, expires REAL
) WITHOUT ROWID
"""


class SqliteStore(LeasesInEntries):
    """Keeps entries in one SQLite file (mode 0600): for a server with many customers on one machine.

    Write-ahead log, synced on every commit. Threads and processes may share it, forks included: a child opens a
    connection of its own. `busy_timeout` seconds are waited for another writer. Not for network file systems.
    """

    def __init__(self, path: str | os.PathLike[str], *, busy_timeout: float = 10.0) -> None:
        self._path = Path(path)
        self._busy_timeout = busy_timeout
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._pid = os.getpid()
        guard(self)
        with self._transaction() as db:
            db.execute("DELETE FROM entries WHERE expires < ?", (time.time(),))

    def __repr__(self) -> str:
        return f"SqliteStore({str(self._path)!r})"

    def get(self, key: str) -> Entry | None:
        with self._connected() as db:
            found = self._row(db, key)
        return Entry(found[0], found[1]) if found and found[2] else None

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        with self._transaction() as db:
            found = self._row(db, key)
            check(key, expected, found[1] if found and found[2] else 0)
            version = next_version(found[1] if found else 0)
            expires = None if ttl is None else time.time() + ttl
            db.execute("REPLACE INTO entries VALUES (?, ?, ?, ?)", (key, bytes(value), version, expires))
        return version

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        with self._transaction() as db:
            found = self._row(db, key)
            if found and found[2]:
                check(key, expected, found[1])
            db.execute("DELETE FROM entries WHERE key = ?", (key,))
        return bool(found and found[2])

    def keys(self, prefix: str) -> list[str]:
        query = "SELECT key FROM entries WHERE substr(key, 1, ?) = ? AND (expires IS NULL OR expires > ?) ORDER BY key"
        with self._connected() as db:
            return [key for (key,) in db.execute(query, (len(prefix), prefix, time.time()))]

    def close(self) -> None:
        if self._pid != os.getpid():
            self.after_fork()
        with self._lock:
            self.disconnect()

    def fork_locks(self) -> tuple[Lock, ...]:
        return (self._lock,)

    def disconnect(self) -> None:
        """Close the connection, under the lock; the next use opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def after_fork(self) -> None:
        """In the child: a lock that nobody holds, and no connection of the parent's."""
        self._lock = Lock()
        if self._connection is not None:
            ABANDONED.append(self._connection)
            self._connection = None
        self._pid = os.getpid()

    def _row(self, db: sqlite3.Connection, key: str) -> tuple[bytes, int, bool] | None:
        """The value, its version, and whether it is still alive."""
        row = db.execute("SELECT value, version, expires FROM entries WHERE key = ?", (key,)).fetchone()
        return None if row is None else (row[0], row[1], row[2] is None or time.time() < row[2])

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        if self._pid != os.getpid():
            self.after_fork()  # of a fork that went past Python's hooks
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = self._open()
                yield self._connection
            except sqlite3.Error as error:
                raise StoreError(f"{self._path}: {error}") from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._connected() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        try:
            # Made here for its mode; SQLite gives the same mode to the files beside it.
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise StoreError(f"cannot use {self._path}: {error.strerror}") from error
        db = sqlite3.connect(
            self._path, timeout=self._busy_timeout, isolation_level=None, check_same_thread=False, cached_statements=32
        )
        # Changing the journal mode is refused, not waited for, while another connection does the same.
        for _ in range(100):
            try:
                db.execute("PRAGMA journal_mode = WAL")
                break
            except sqlite3.OperationalError:
                time.sleep(0.01)
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")
        db.execute(_SCHEMA)
        return db

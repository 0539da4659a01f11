"""One SQLite file: opened when first used, shared by threads and processes, closed over forks, for its owner only.

Everything here that keeps data in SQLite does it through a `SqliteFile`: a write-ahead log, immediate transactions, and
waits that end when the caller wants them to. Its user says which error an `sqlite3.Error` or `OSError` becomes.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from errno import ENOENT, EPERM
from functools import partial
from typing import Any, Literal, TypeVar

from ..clock import SYSTEM_CLOCK, Clock
from ._forks import ForkLock, Holder, OwnedLock, ready_for_forks
from .places import make_private, path_of, refuse_devices

T = TypeVar("T")

_connections: set[sqlite3.Connection] = set()
"""The connections that are open, so that none is garbage before it is closed: Python 3.13 warns of that. And those that
came over a fork which Python's hooks did not see: closing one could drop the parent's locks."""

LONGEST_LOG = 32 << 20
"""Bytes after which a write-ahead log should be emptied, if no commit does it."""

_making = ForkLock()
"""Held while a file is made, so that no thread of this process connects to it before it is closed again."""


class SqliteFile(Holder):
    """A SQLite database in write-ahead mode. Not for network file systems.

    `schema` has a script for each version of the file; those that were not run on it yet are run, in one transaction.
    `failed` makes the error that is raised for an `sqlite3.Error` or `OSError`, which becomes its cause.
    `synchronous`: FULL loses nothing in a power cut, NORMAL perhaps the last moments; neither loses anything with
    a killed process. `checkpoint` is the number of pages after which a commit empties the log, 0 for never. A
    file, its log and its index that are there already are closed to others (mode 0600), or not used
    (`PermissionError`). A file of a newer version is not used either. One that is removed while it is open is made
    anew, or with `irreplaceable` is an error (`FileNotFoundError`) for as long as it is not back: nobody goes on with
    a file that others cannot see.
    """

    _connection: sqlite3.Connection | None = None

    def __init__(
        self,
        path: str | os.PathLike[str],
        schema: Sequence[str],
        *,
        failed: Callable[[Exception], Exception],
        synchronous: Literal["FULL", "NORMAL"] = "FULL",
        checkpoint: int = 1000,
        irreplaceable: bool = False,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self.path = path_of(path)
        self._name = str(self.path)
        self._schema = schema
        self._failed = failed
        self._settings = f"PRAGMA synchronous = {synchronous}; PRAGMA wal_autocheckpoint = {checkpoint:d};"
        self._irreplaceable = irreplaceable
        self._clock = clock
        self._opened: tuple[int, int] | None = None
        self._new_locks()
        ready_for_forks(self)

    @contextmanager
    def transaction(self, wait: float) -> Iterator[sqlite3.Connection]:
        """A transaction that keeps other writers out; committed at the end of the block, else undone.

        Waits up to `wait` seconds for the others; then it has failed with an `sqlite3.OperationalError`.
        """
        deadline = self._clock.monotonic() + wait
        with self._inside(deadline) as db:
            begun_in = os.getpid()
            try:
                self._patiently(deadline, lambda: db.execute("BEGIN IMMEDIATE"))
                yield db
                if begun_in != os.getpid():
                    raise OSError(EPERM, "a transaction is its own process's: this is a child of a fork inside it")
                db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # an error may have undone it already
                    if begun_in == os.getpid():
                        db.execute("ROLLBACK")
                raise

    def change(self, wait: float, statement: str, parameters: Mapping[str, object]) -> int:
        """Run one statement as a transaction of its own, which takes less time than `transaction`. Gives the number of
        rows that it changed."""
        deadline = self._clock.monotonic() + wait
        with self._inside(deadline) as db:
            return self._patiently(deadline, lambda: db.execute(statement, parameters).rowcount)

    def read(self, wait: float, query: str, parameters: tuple[object, ...] = ()) -> list[Any]:
        """The rows of a query. It waits for writers of this process only, and for a log that is being put right."""
        deadline = self._clock.monotonic() + wait
        with self._inside(deadline) as db:
            return self._patiently(deadline, lambda: db.execute(query, parameters).fetchall())

    @contextmanager
    def aside(self, wait: float) -> Iterator[sqlite3.Connection]:
        """A connection of its own, for what takes longer: transactions of this process do not wait for it."""
        deadline = self._clock.monotonic() + wait
        with self._inside(deadline):
            pass  # makes the file, if it is not there
        try:
            with self._aside_lock.within(deadline - self._clock.monotonic()) as acquired:
                _require(acquired)
                side = sqlite3.connect(self.path, timeout=wait, isolation_level=None)
                side.text_factory = _text
                try:
                    yield side
                finally:
                    side.close()
        except (sqlite3.Error, OSError) as error:
            raise self._failed(error) from error

    @property
    def log_is_long(self) -> bool:
        """Whether the log should be emptied."""
        with suppress(OSError):
            return os.stat(os.path.realpath(self._name) + "-wal").st_size > LONGEST_LOG  # noqa: PTH116
        return False

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        self._at_home()
        with self._lock:
            self.disconnect()

    def __del__(self) -> None:
        if self._connection is not None:
            self._at_home()
            self.disconnect()

    # --- opening

    @contextmanager
    def _inside(self, deadline: float) -> Iterator[sqlite3.Connection]:
        """The one connection of this process, for one thread at a time."""
        self._at_home()
        try:
            with self._lock.within(deadline - self._clock.monotonic()) as acquired:
                _require(acquired)
                # A connection in the middle of a transaction was left so by an interrupted thread.
                open_one = self._connection
                if open_one is not None and (open_one.in_transaction or self._identity() != self._opened):
                    self.disconnect()
                if self._connection is None:
                    if self._irreplaceable and self._opened is not None and self._identity() is None:
                        raise FileNotFoundError(ENOENT, "the file is gone", str(self.path))
                    self._connection = self._open(deadline)
                    _connections.add(self._connection)
                    self._opened = self._identity()
                yield self._connection
        except (sqlite3.Error, OSError) as error:
            raise self._failed(error) from error

    def _identity(self) -> tuple[int, int] | None:
        """Device and inode of the file that is there now; None if there is none."""
        try:
            found = os.stat(self._name)  # noqa: PTH116 - half the time of the one of pathlib, at every use
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _open(self, deadline: float) -> sqlite3.Connection:
        self._make()
        refuse_devices(self.path)
        db = sqlite3.connect(self.path, timeout=0, isolation_level=None, check_same_thread=False, cached_statements=64)
        db.text_factory = _text
        try:
            # Before anything is changed, its mode included: a path may be mistyped.
            self._patiently(deadline, lambda: self._version(db))
            real = self.path.resolve()  # of a link, SQLite puts its other files beside the target
            for suffix in ("", "-wal", "-shm", "-journal"):
                make_private(real.with_name(real.name + suffix))
            # Refused while another connection does the same, or recovers the log of a killed process.
            self._patiently(deadline, lambda: db.execute("PRAGMA journal_mode = WAL"))
            for setting in _statements(f"{self._settings}PRAGMA secure_delete = ON;"):
                db.execute(setting)
            self._patiently(deadline, lambda: db.execute("BEGIN IMMEDIATE"))
            self._brought_up(db, self._version(db))
            db.execute("COMMIT")
        except BaseException:
            db.close()
            raise
        return db

    def _version(self, db: sqlite3.Connection) -> int:
        """The version of the file's schema. A file without one has no table yet, or those of the first schema."""
        (version,) = db.execute("PRAGMA user_version").fetchone()
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        foreign = version == 0 and tables and not any(f" {name} (" in self._schema[0] for name in tables)
        if foreign or not 0 <= version <= len(self._schema):
            other = "another kind of file, or one of a newer package"
            raise sqlite3.DatabaseError(f"version {version} of this file is not known here: it is {other}")
        return int(version)

    def _brought_up(self, db: sqlite3.Connection, version: int) -> None:
        """Run the scripts that come after a version. A file in which one makes no sense has that version of another
        kind."""
        for number, script in enumerate(self._schema[version:], version + 1):
            try:
                for statement in _statements(f"{script}PRAGMA user_version = {number:d};"):
                    db.execute(statement)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                    raise sqlite3.DatabaseError(f"this is another kind of file: {error}") from error
                raise

    def _make(self) -> None:
        """Make the file, if it is not there, for its mode: SQLite gives the same one to the files beside it.

        A file that is there is not opened here: closing it would drop every lock that this process has on it, those of
        other connections too, and the next process to close the file would take the log away from under them.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _making:
            if not self.path.exists():
                os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))

    def _patiently(self, deadline: float, call: Callable[[], T]) -> T:
        """`call`, again while another process is in the way: in finer steps than SQLite's own, and until `deadline`."""
        pause = 0.0001
        while True:
            try:
                return call()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or self._clock.monotonic() >= deadline:
                    raise
            self._clock.sleep(pause)
            pause = min(pause * 1.5, 0.005)

    # --- threads and forks

    def _at_home(self) -> None:
        if self._pid != os.getpid():
            self.after_fork()  # Python's hooks did not see this fork

    def _new_locks(self) -> None:
        self._pid = os.getpid()
        self._lock, self._aside_lock = OwnedLock(), OwnedLock()

    def fork_locks(self) -> tuple[OwnedLock, ...]:
        return self._aside_lock, self._lock

    def disconnect(self) -> None:
        closed, self._connection = self._connection, None  # first, for closing may be interrupted
        if closed is not None:
            _connections.discard(closed)
            closed.close()

    def after_fork(self) -> None:
        self._new_locks()
        self._connection = None


def _require(acquired: bool) -> None:
    if not acquired:
        raise sqlite3.OperationalError("database is locked by another thread")


_text = partial(str, encoding="utf-8", errors="replace")
"""Reads a text column. Damaged bytes become replacement characters, so that the rest of the row can be read."""


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: `executescript` would commit the transaction around it."""
    statement = ""
    for part in script.split(";"):
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

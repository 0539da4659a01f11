"""The file of a work queue, looked after: what waits, what was given up, what may be forgotten."""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Generic, Literal, TypeVar, cast

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..frames import with_bare_errors
from ..stores.sqlite_file import SqliteFile
from .model import Claim, DeadLetter, LaneState, QueueBusy, QueueError, QueuePolicy
from .schema import SCHEMA

P = TypeVar("P", bound=QueuePolicy)
C = TypeVar("C", bound=Claim)
D = TypeVar("D", bound=DeadLetter)

SENDING = 1
"""The state of what is leased; 0 is ready, 2 done, 3 dead."""
WAIT = 0.5
"""Seconds that whoever brings an item waits for others who use the file."""
LONG_WAIT = 10.0
"""The same of workers, whom nobody waits for, and for what must not be lost once it has happened."""
AT_ONCE = 100
"""Rows changed in one transaction, so that others get their turn in between."""
# a machine without a battery clock starts in 1970, and some start in the future
CLOCK_SET, CLOCK_SLACK = 1_700_000_000.0, 300.0


# What is damaged is of its type all the same.
def as_text(column: str) -> str:
    return f"CAST({column} AS TEXT)"


def _whole(column: str) -> str:
    return f"CAST({column} AS INTEGER)"


def _moment(column: str) -> str:
    return f"max(0.0, min(CAST({column} AS REAL), 1e12))"


NAMES = ", ".join(map(as_text, ("store", "lane", "name", "identity")))


@with_bare_errors
class QueueKeeper(Generic[P, C, D]):
    """A queue's SQLite file. Thread-safe, process-safe and fork-safe; opened when first used.

    Methods raise `QueueError` when the file cannot be used, `QueueBusy` when others hold it for too long.
    """

    kinds: tuple[type[P], type[C], Callable[..., D]]
    """The policy; what an item is to a worker, which reads what is in it, too; and what it is when it was given up."""
    _once: Sequence[str] = ()
    """Lanes in which an attempt is never repeated unless it is known to have failed."""
    _one_door = True
    """Whether a failure holds its whole lane back: what is behind knocks at the same door."""
    _synchronous: Literal["FULL", "NORMAL"] = "NORMAL"
    _schema: Sequence[str] = SCHEMA

    def __init__(self, path: str | os.PathLike[str], *, policy: P | None = None, clock: Clock = SYSTEM_CLOCK) -> None:
        kind = self.kinds[0]
        if not isinstance(policy, kind | None) or not isinstance(clock, Clock):
            raise InvalidInput(f"policy must be {kind.__name__}(…), and clock a Clock")
        # Emptying the log is the workers' business, unless there are none. Where each commit waits for the disk, it
        # waits less for a log that is written over than for one that grows.
        synchronous, pages = self._synchronous, 1000 if self._synchronous == "FULL" else 8000
        self._file = SqliteFile(
            path, self._schema, failed=self._error_of, synchronous=synchronous, checkpoint=pages, clock=clock
        )
        self.policy: P = policy or kind()
        self.clock = clock

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"

    @property
    def path(self) -> Path:
        return self._file.path

    def open(self) -> None:
        """Create or open the file now instead of with the first item."""
        with self._transaction():
            pass

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        self._file.close()

    def lanes(self, store: str) -> list[LaneState]:
        """The state of every lane of a store."""
        of = "FROM work w WHERE w.store = lanes.store AND w.lane = lanes.lane AND w.state"
        arrived = "FROM arrived a WHERE a.store = lanes.store AND a.lane = lanes.lane"
        new = f"(SELECT count(*) {arrived})"
        with self._file.aside(LONG_WAIT) as db:
            counted: defaultdict[str, dict[str, int]] = defaultdict(dict)
            counts = f"SELECT {as_text('lane')}, {as_text('what')}, {_whole('n')} FROM counts WHERE store = ?"  # noqa: S608
            for lane, what, n in db.execute(counts, (store,)):
                counted[lane][what] = n
            oldest = f"coalesce((SELECT min(created) {of} < 2), (SELECT created {arrived} ORDER BY seq LIMIT 1))"
            rows = db.execute(
                f"SELECT {as_text('store')}, {as_text('lane')}, {_whole('waiting')} + {new}, {_whole('failures')},"  # noqa: S608
                f" {_moment('paused_until')}, {as_text('stopped')}, {_moment(oldest)},"
                f" (SELECT count(*) {of} = 3), {_whole('accepted')} + {new} FROM lanes WHERE store = ? ORDER BY lane",
                (store,),
            ).fetchall()
        of_row = cast("Callable[..., LaneState]", LaneState)
        return [of_row(*state, {"accepted": accepted} | counted[state[1]]) for *state, accepted in rows]

    def dead_letters(self, store: str, *, limit: int = 1000) -> list[D]:
        """Items given up, newest first."""
        _, claim, letter = self.kinds
        with self._file.aside(LONG_WAIT) as db:
            rows = db.execute(
                f"SELECT seq, {NAMES}, {_moment('created')}, {as_text('reason')}, body FROM work"  # noqa: S608 - constants
                " WHERE store = ? AND state = 3 ORDER BY seq DESC LIMIT ?",
                (store, limit),
            ).fetchall()
        return [letter(*known, claim.read(body)) for *known, body in rows]

    def replay(self, store: str, seqs: Sequence[int] | None = None) -> int:
        """Put dead letters back in line, all or the given ones, and tell how many. Those past `max_age` stay dead."""
        now, oldest = self.clock.time(), self.clock.time() - self.policy.max_age
        if seqs is None:
            seqs = [letter.seq for letter in self.dead_letters(store, limit=self.policy.max_waiting)]
        with self._transaction() as db:
            return db.executemany(
                "UPDATE work SET state = 0, due = ?, attempts = 0 WHERE seq = ? AND store = ? AND state = 3"
                " AND body IS NOT NULL AND created >= ?",
                [(now, seq, store, oldest) for seq in seqs],
            ).rowcount

    def resume(self, store: str, lane: str | None = None) -> None:
        """Let stopped or paused lanes go on at once."""
        with self._transaction() as db:
            db.execute(
                "UPDATE lanes SET stopped = NULL, failures = 0, paused_until = 0"
                " WHERE store = ? AND (? IS NULL OR lane = ?)",
                (store, lane, lane),
            )

    def sweep(self) -> int:
        """Bury what is too old, forget what need not be kept. Gives the number of expired items."""
        found = 0
        while True:
            with self._transaction() as db:
                expired, more = self._swept(db)
            found += expired
            if not more:
                return found

    def _swept(self, db: sqlite3.Connection) -> tuple[int, bool]:
        """The number of items that expired, and whether anything was found at all."""
        now = self.clock.time()
        old = now - self.policy.max_age
        new = line_up(db)
        # What was tried, and is due later than after any wait: the clock was set back since, or the row is damaged. A
        # worker that has it may be at it still, and gets a whole lease.
        again = f"due = CASE state WHEN {SENDING:d} THEN :now + :lease ELSE :now END"
        times = {"now": now, "lease": self.policy.lease}
        db.execute(
            f"UPDATE work SET {again} WHERE state < 2 AND due > :longest"  # noqa: S608 - constants
            " AND (attempts > 0 OR typeof(due) <> 'real')",
            {**times, "longest": now + self.policy.longest},
        )
        # Taken before the clock was set, or by a clock that was fast: their age counts from now.
        stamped = db.execute(
            f"UPDATE work SET created = :now, {again} WHERE seq IN (SELECT seq FROM work WHERE state < 2"  # noqa: S608
            " AND created < :first UNION ALL SELECT seq FROM work WHERE state < 2 AND created > :last LIMIT :most)",
            {**times, "first": min(CLOCK_SET, now), "last": now + CLOCK_SLACK, "most": AT_ONCE},
        ).rowcount
        expired = db.execute(
            "SELECT seq, store, lane FROM work WHERE state < 2 AND created < ? AND created >= ?"
            " AND NOT (state = 1 AND due > ?) LIMIT ?",
            (old, CLOCK_SET, now, AT_ONCE),
        ).fetchall()
        for seq, *lane in expired:
            bury(db, seq, lane, "expired", keep_body=False)
        wiped = db.execute(
            "UPDATE work SET body = NULL WHERE seq IN (SELECT seq FROM work"
            " WHERE state = 3 AND body IS NOT NULL AND created < ? LIMIT ?)",
            (old, AT_ONCE),
        ).rowcount
        forgotten = db.execute(
            "DELETE FROM work WHERE seq IN"
            " (SELECT seq FROM work WHERE state >= 2 AND kept = 0 AND created < ? LIMIT ?)",
            (now - self.policy.keep, AT_ONCE),
        ).rowcount
        return len(expired), bool(new or stamped or expired or wiped or forgotten)

    def tidy(self, *, recount: bool) -> int:
        """Expire, forget, and wipe what was deleted. Gives the number of expired items."""
        if recount:
            self.recount()
        expired = self.sweep()
        self.checkpoint()
        return expired

    def recount(self) -> None:
        """Count anew what waits in each lane: the counts are beside the items, and may be damaged alone."""
        n = "(SELECT count(*) FROM work w WHERE w.store = lanes.store AND w.lane = lanes.lane AND w.state < 2)"
        with self._transaction() as db:
            db.execute(
                "INSERT OR IGNORE INTO lanes (store, lane) SELECT DISTINCT store, lane FROM work WHERE state < 2"
            )
            db.execute(f"UPDATE lanes SET waiting = {n} WHERE waiting <> {n}")  # noqa: S608 - constants

    def checkpoint(self) -> None:
        """Move what was written into the main file and empty the log, so that deleted data is gone from both."""
        with self._file.aside(LONG_WAIT) as db, suppress(sqlite3.OperationalError):  # someone reads: another time
            db.execute("PRAGMA wal_checkpoint(PASSIVE)")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _transaction(self, wait: float = LONG_WAIT) -> AbstractContextManager[sqlite3.Connection]:
        return self._file.transaction(wait)

    def _error_of(self, error: Exception) -> QueueError:
        busy = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_BUSY) & 0xFF
        held = isinstance(error, sqlite3.OperationalError) and busy in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        return (QueueBusy if held else QueueError)(f"cannot use {self.path}: {error}")


def line_up(db: sqlite3.Connection) -> int:
    """Put the first of what has arrived in line, and tell how many they were."""
    if not db.execute("SELECT 1 FROM arrived LIMIT 1").fetchone():
        return 0
    first = f"FROM arrived ORDER BY seq LIMIT {AT_ONCE:d}"
    db.execute(
        "INSERT OR IGNORE INTO work"
        " (store, lane, name, identity, state, urgent, kept, created, due, body, about, position)"
        f" SELECT store, lane, name, identity, 0, urgent, kept, created, created, body, about, position {first}"
    )
    return db.execute(f"DELETE FROM arrived WHERE seq IN (SELECT seq {first})").rowcount  # noqa: S608


def bury(db: sqlite3.Connection, seq: int, lane: Sequence[str], why: str, detail: str = "", *, keep_body: bool) -> None:
    """Give an item up, in a lane given as store and name."""
    reason = f"{why}: {detail}" if detail else why
    db.execute(
        "UPDATE work SET state = 3, owner = NULL, reason = ?, body = CASE WHEN ? THEN body END WHERE seq = ?",
        (reason, keep_body, seq),
    )
    count(db, lane, why)


def count(db: sqlite3.Connection, lane: Sequence[str], what: str) -> None:
    db.execute(
        "INSERT INTO counts (store, lane, what, n) VALUES (?, ?, ?, 1)"
        " ON CONFLICT (store, lane, what) DO UPDATE SET n = n + 1",
        (*lane, what),
    )

"""A work queue in one SQLite file: items are taken once, leased one by one, repeated with back-off, or given up.

For any number of processes and stores; readable by its owner only. What is in an item is deleted when it is done; its
identity stays, so that it is refused for as long as that is remembered. Not for network file systems.
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from random import random
from typing import Any, Generic, Literal, TypeVar, cast

from attrs import asdict

from ..arguments import ids
from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..frames import with_bare_errors
from ..stores._protocol import check_times
from ..stores.sqlite_file import SqliteFile
from . import model
from .model import (
    CLOCK_SET,
    CLOCK_SLACK,
    EXHAUSTED,
    Claim,
    Ending,
    Entered,
    LaneState,
    QueueBusy,
    QueueItem,
    QueuePolicy,
    Verdict,
    taken_at,
)
from .schema import (
    AT_ONCE,
    COUNTS,
    DEAD,
    EXPIRED,
    INSERT,
    KNOWN,
    LANES,
    NEXT,
    RECOUNT,
    SCHEMA,
    SENDING,
    SWEPT,
    line_up,
)

P = TypeVar("P", bound=QueuePolicy)
C = TypeVar("C", bound=Claim)
D = TypeVar("D", bound=model.DeadLetter)

WAIT = 0.5
"""Seconds that the caller who brings an item waits for others who use the file."""
LONG_WAIT = 10.0
"""The same for workers, which keep nobody waiting, and for what must not be lost."""


class _Uncounted(Exception):
    """So much has arrived that others need their turn before it is counted whether there is room."""


@with_bare_errors
class WorkQueue(Generic[P, C, D]):
    """Items waiting in a SQLite file. Thread-safe, process-safe and fork-safe; opened when first used.

    Methods raise `QueueError` when the file cannot be used, `QueueBusy` when others hold it for too long.
    """

    kinds: tuple[type[P], type[C], Callable[..., D]]
    """The class of the policy, of a leased item (which also reads bodies), and of an item that was given up."""
    _once: Sequence[str] = ()
    """Lanes in which an attempt is never repeated unless it is known to have failed."""
    _pauses_lanes = True
    """Whether a failed attempt pauses its whole lane, because all of the lane's items go to the same place."""
    _synchronous: Literal["FULL", "NORMAL"] = "NORMAL"
    _schema: Sequence[str] = SCHEMA

    def __init__(self, path: str | os.PathLike[str], *, policy: P | None = None, clock: Clock = SYSTEM_CLOCK) -> None:
        kind = self.kinds[0]
        check_times(clock)
        if not isinstance(policy, kind | None):
            raise InvalidInput(f"policy must be {kind.__name__}(…)")
        # Commits do not empty the log, so that no caller waits for that: workers do, or a thread. Where each commit
        # waits for the disk anyway they do, for it waits less for a log that is written over than for one that grows.
        synchronous, pages = self._synchronous, 1000 if self._synchronous == "FULL" else 0
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

    # --- what is brought

    def enter(
        self, store: str, items: Sequence[QueueItem], wait: float = WAIT, evicted: model.OnReason = model.nobody
    ) -> list[Entered]:
        """Store items, all of them in one transaction; gives what became of each. Durable against a killed process.
        `evicted` is called with the lane of each item that was pushed out."""
        until = self.clock.monotonic() + wait
        more, now = {"store": store, "most": self.policy.max_waiting}, self.clock.time()
        rows = [
            asdict(item) | more | {"created": item.created or now, "size": len(item.body.encode())} for item in items
        ]
        # A single item that is new needs this one statement only.
        if len(rows) == 1 and rows[0]["size"] <= self.policy.max_bytes and self._file.change(wait, INSERT, rows[0]):
            return ["accepted"]
        counted = False
        entered: list[Entered] | None = None
        while True:
            left = until - self.clock.monotonic()
            try:
                with self._transaction(max(0.0, left)) as db:
                    self._pushed_out = out = list[str]()
                    if not counted or line_up(db) < AT_ONCE:
                        entered = [self._enter(db, row, counted=counted) for row in rows]
                for lane in out:
                    evicted(lane)
                if entered is not None:
                    return entered
            except _Uncounted:
                counted = True
                continue
            if left <= 0:
                raise QueueBusy(f"{self.path} is being put in order")

    def _enter(self, db: sqlite3.Connection, row: Mapping[str, Any], *, counted: bool) -> Entered:
        status: Entered
        lane = (row["store"], row["lane"])
        if row["size"] > self.policy.max_bytes:
            status = "too_large"
        elif db.execute(INSERT, row).rowcount:
            return "accepted"  # it is counted when it is put in line
        elif any(db.execute(known, row).fetchone() for known in KNOWN):
            status = "duplicate"
        elif self._make_room(db, lane, row["urgent"], counted=counted):
            db.execute(INSERT, row)
            return "accepted"
        else:
            status = "full"
        _count(db, lane, status)
        return status

    def _make_room(self, db: sqlite3.Connection, lane: tuple[str, str], urgent: bool, *, counted: bool) -> bool:
        """Whether a lane has room for an item by now; an urgent one takes the place of the oldest that is not."""
        while lined_up := line_up(db):  # including items that came with this one
            if lined_up == AT_ONCE and not counted:
                raise _Uncounted
        db.execute("INSERT INTO lanes (store, lane) VALUES (?, ?) ON CONFLICT DO NOTHING", lane)
        full = "SELECT 1 FROM lanes WHERE store = ? AND lane = ? AND waiting + 0 >= ?"
        if not db.execute(full, (*lane, self.policy.max_waiting)).fetchone():
            return True
        # "state < 2" lets the partial index serve
        oldest = "store = ? AND lane = ? AND urgent = 0 AND state < 2 AND state = 0 ORDER BY due LIMIT 1"
        evict = f"DELETE FROM work WHERE seq = (SELECT seq FROM work WHERE {oldest})"  # noqa: S608 - constants
        if not urgent or not db.execute(evict, lane).rowcount:
            return False
        _count(db, lane, "evicted")
        self._pushed_out.append(lane[1])
        return True

    # --- what is worked on

    def claim(self, store: str, lane: str, given_up: model.OnReason = model.nobody, owner: str = "") -> C | None:
        """Lease the next due item of a lane to the caller, urgent ones first; None if nothing may be tried now.

        Items that turn out to be too old or damaged, or that another worker may have sent before it died, go to the
        dead letters on the way; `given_up` is called with each one's reason. `owner` is a name for this lease alone.
        """
        owner = owner or os.urandom(8).hex()
        while True:
            with self._transaction() as db:
                # First put all that has arrived in line, for urgent items may be among the last. Not in one
                # transaction: others want to write, too.
                if line_up(db) == AT_ONCE:
                    continue
                # Then lease one.
                dead: list[str] = []
                claim = self._claim(db, store, lane, owner, dead)
            # Callbacks run when the file is free again.
            for why in dead:
                given_up(why)
            if len(dead) < AT_ONCE:
                return claim

    def give_back(self, store: str, lane: str, owner: str) -> None:
        """Undo the lease of an owner who was interrupted before anything was begun."""
        with self._transaction() as db:
            # The item keeps its owner, and with that its turn: it may have been handed on before. `state < 2` lets the
            # partial index serve.
            db.execute(
                "UPDATE work SET state = 0, due = ?, attempts = attempts - 1"
                " WHERE store = ? AND lane = ? AND state < 2 AND state = 1 AND owner = ?",
                (self.clock.time(), store, lane, owner),
            )

    def _claim(self, db: sqlite3.Connection, store: str, lane: str, owner: str, dead: list[str]) -> C | None:
        """`claim` inside of a transaction; the reasons why items were given up are added to `dead`."""
        now, kind = self.clock.time(), self.kinds[1]
        # First whether the lane may go on: in SQL, to which a damaged row is no error. A longer pause than any that is
        # given comes from a clock that was set back.
        if not db.execute(
            "SELECT 1 FROM lanes WHERE store = ? AND lane = ? AND waiting <> 0 AND stopped IS NULL"
            " AND NOT (paused_until > ? AND paused_until <= ?)",
            (store, lane, now, now + 2 * self.policy.retry_after_ceiling),
        ).fetchone():
            return None
        # Then the first due item that can be tried. Those before it are given up, not too many in one transaction.
        for _ in range(AT_ONCE):
            found = db.execute(NEXT, {"store": store, "lane": lane, "now": now}).fetchone()
            if found is None:
                return None
            seq, name, identity, kept, created, attempts, state, text = found
            created = taken_at(created, now)
            body = kind.read(text)
            once = lane in self._once and state == SENDING
            why = self.policy.hopeless(now - created, attempts, may_have_been_sent=once)
            if body is not None and why is None:
                leased = "UPDATE work SET state = 1, owner = ?, due = ?, attempts = ? WHERE seq = ?"
                db.execute(leased, (owner, now + self.policy.lease, attempts, seq))
                return kind(seq, store, lane, name, identity, created, bool(kept), attempts, owner, body)
            why = why or "damaged"
            _bury(db, seq, (store, lane), why, keep_body=why == EXHAUSTED)
            dead.append(why)
        return None

    def settle(self, claim: Claim, ending: Ending, needed: model.OnReason = model.nobody) -> None:
        """Record how an attempt ended, and tell `needed` the reason if the item died or the lane stopped."""
        lane, seq = (claim.store, claim.lane), claim.seq
        verdict = self.policy.verdict(ending, claim.attempts, random(), once=claim.lane in self._once)  # noqa: S311
        with self._transaction() as db:
            if verdict.over == "delivered":
                # true even if the lease has run out and another worker has the item
                done = "UPDATE work SET state = 2, body = NULL, owner = NULL, reason = NULL WHERE seq = ? AND state < 2"
                if db.execute(done, (seq,)).rowcount:
                    _count(db, lane, "delivered")
                    self.done_with(db, claim)
            elif not db.execute(
                "SELECT 1 FROM work WHERE seq = ? AND state = 1 AND owner = ?", (seq, claim.owner)
            ).fetchone():
                return  # the lease ran out and the item is in other hands
            elif verdict.over is not None:
                detail = "" if verdict.over == ending.reason else ending.reason
                _bury(db, seq, lane, verdict.over, detail, keep_body=verdict.replayable)
            else:
                # an item that was handed on keeps its owner
                due, kept = self.clock.time() + verdict.wait, ending.kind == "handed_on"
                db.execute(
                    "UPDATE work SET state = 0, due = ?, attempts = attempts - ?, reason = ?,"
                    " owner = CASE WHEN ? THEN owner END WHERE seq = ?",
                    (due, not verdict.counts, ending.reason, kept, seq),
                )
            self._lane_after(db, lane, verdict, ending)
        verdict.report(ending, needed)

    def done_with(self, db: sqlite3.Connection, claim: Claim) -> None:
        """For subclasses: what else is to be written when an item is done, in the same transaction."""

    def _lane_after(self, db: sqlite3.Connection, lane: tuple[str, str], verdict: Verdict, ending: Ending) -> None:
        """Write what the end of an attempt means for its lane."""
        of = "WHERE store = ? AND lane = ?"
        if verdict.lane == "recovered":
            changed = f"failures = 0, paused_until = 0 {of} AND (failures <> 0 OR paused_until <> 0)"
            db.execute(f"UPDATE lanes SET {changed}", lane)  # noqa: S608 - constants
        elif verdict.lane == "stopped":
            db.execute(f"UPDATE lanes SET stopped = ? {of}", (ending.reason, *lane))  # noqa: S608 - constants
        elif verdict.lane == "paused" and self._pauses_lanes:
            row = db.execute(f"SELECT failures + 1 FROM lanes {of}", lane).fetchone()  # noqa: S608 - constants
            pause = self.policy.backoff(row[0] if row else 1, ending.retry_after, random())  # noqa: S311 - jitter
            db.execute(
                f"UPDATE lanes SET failures = failures + 1, paused_until = max(paused_until, ?) {of}",  # noqa: S608
                (self.clock.time() + pause, *lane),
            )

    # --- what is looked after

    def lanes(self, store: str) -> list[LaneState]:
        """The state of every lane of a store."""
        counted: defaultdict[str, dict[str, int]] = defaultdict(dict)
        with self._file.aside(LONG_WAIT) as db:
            for lane, what, n in db.execute(COUNTS, (store,)):
                counted[lane][what] = n
            rows = db.execute(LANES, (store,)).fetchall()
        of_row = cast("Callable[..., LaneState]", LaneState)
        return [of_row(*state, {"accepted": accepted} | counted[state[1]]) for *state, accepted in rows]

    def dead_letters(self, store: str, *, limit: int = 1000) -> list[D]:
        """Items given up, newest first."""
        _, claim, letter = self.kinds
        with self._file.aside(LONG_WAIT) as db:
            rows = db.execute(DEAD, (store, limit)).fetchall()
        return [letter(*known, claim.read(body)) for *known, body in rows]

    def replay(self, store: str, seqs: Sequence[int] | None = None) -> int:
        """Put dead letters back in line, all or the given ones, and tell how many. Those past `max_age` stay dead."""
        now, oldest = self.clock.time(), self.clock.time() - self.policy.max_age
        if seqs is not None:
            seqs = ids("seqs", seqs)
        else:
            seqs = [letter.seq for letter in self.dead_letters(store, limit=self.policy.max_waiting)]
        with self._transaction() as db:
            return db.executemany(
                "UPDATE work SET state = 0, due = ?, attempts = 0 WHERE seq = ? AND store = ? AND state = 3"
                " AND body IS NOT NULL AND created >= ?",
                [(now, seq, store, oldest) for seq in seqs],
            ).rowcount

    def resume(self, store: str, lane: str | None = None) -> None:
        """Let stopped or paused lanes go on at once."""
        these = "store = ? AND lane = ifnull(?, lane)"
        with self._transaction() as db:
            db.execute(f"UPDATE lanes SET stopped = NULL, failures = 0, paused_until = 0 WHERE {these}", (store, lane))  # noqa: S608

    def sweep(self) -> int:
        """Bury what is too old, forget what need not be kept. Gives the number of expired items."""
        found, more = 0, True
        while more:
            with self._transaction() as db:
                now, policy = self.clock.time(), self.policy
                times = {"now": now, "lease": policy.lease, "longest": now + policy.longest, "most": AT_ONCE}
                times |= {"first": CLOCK_SET if now >= CLOCK_SET else 0.0, "last": now + CLOCK_SLACK, "set": CLOCK_SET}
                times |= {"old": now - policy.max_age, "forgotten": now - policy.keep}
                changed = line_up(db) + sum(db.execute(statement, times).rowcount for statement in SWEPT)
                expired = db.execute(EXPIRED, times).fetchall()
                for seq, *lane in expired:
                    _bury(db, seq, lane, "expired", keep_body=False)
            found += len(expired)
            more = bool(changed or expired)
        return found

    def tidy(self, *, recount: bool) -> int:
        """Expire, forget, and wipe what was deleted. Gives the number of expired items. `recount`: count anew what
        waits in each lane, because these counts are kept apart from the items and may be damaged alone."""
        if recount:
            with self._transaction() as db:
                for statement in RECOUNT:
                    db.execute(statement)
        expired = self.sweep()
        self.checkpoint()
        return expired

    @property
    def log_is_long(self) -> bool:
        """Whether nobody has emptied the log for long."""
        return self._file.log_is_long

    def checkpoint(self) -> None:
        """Move what was written into the main file and empty the log, so that deleted data is gone from both. Writers
        are kept out while readers are waited for, for up to `WAIT` seconds."""
        with self._file.aside(WAIT) as db, suppress(sqlite3.OperationalError):  # someone reads: another time
            db.execute("PRAGMA wal_checkpoint(PASSIVE)")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _transaction(self, wait: float = LONG_WAIT) -> AbstractContextManager[sqlite3.Connection]:
        return self._file.transaction(wait)

    def _error_of(self, error: Exception) -> model.QueueError:
        busy = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_BUSY) & 0xFF
        held = isinstance(error, sqlite3.OperationalError) and busy in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        return (model.QueueBusy if held else model.QueueError)(f"cannot use {self.path}: {error}")


def _bury(
    db: sqlite3.Connection, seq: int, lane: Sequence[str], why: str, detail: str = "", *, keep_body: bool
) -> None:
    """Give an item up, in a lane given as store and name."""
    reason = f"{why}: {detail}" if detail else why
    dead = "UPDATE work SET state = 3, owner = NULL, reason = ?, body = CASE WHEN ? THEN body END WHERE seq = ?"
    db.execute(dead, (reason, keep_body, seq))
    _count(db, lane, why)


def _count(db: sqlite3.Connection, lane: Sequence[str], what: str) -> None:
    db.execute(
        "INSERT INTO counts (store, lane, what, n) VALUES (?, ?, ?, 1)"
        " ON CONFLICT (store, lane, what) DO UPDATE SET n = n + 1",
        (*lane, what),
    )

"""The outbox: events on disk from the moment `put` returns until the relay has accepted them.

One SQLite file, for any number of processes and stores; readable by its owner only. What is personal in an event is
deleted with its delivery; its id stays, so that the same event is refused for ever (interactions: for a week).
Not for network file systems (WAL).
"""

import json
import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from random import random
from typing import Literal

from attrs import field, frozen

from ..stores._forks import guard
from ..stores.sqlite_file import _ABANDONED as ABANDONED
from .delivery import Outcome, Policy, repeatable
from .model import Event, Provider

Status = Literal["accepted", "duplicate", "no_consent", "not_relayed", "full", "too_large", "failed"]

READY, SENDING, DELIVERED, DEAD = 0, 1, 2, 3
_BUSY_FOR = 0.5
# rows changed in one transaction, so that `put` gets its turn in between
_AT_ONCE = 100
# a machine without a battery clock starts in 1970, and some start in the future
_CLOCK_SET, _CLOCK_SLACK = 1_700_000_000.0, 300.0

_SCHEMA = """
CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  store TEXT NOT NULL, provider TEXT NOT NULL, name TEXT NOT NULL, event_id TEXT NOT NULL,
  state INTEGER NOT NULL, purchase INTEGER NOT NULL, kept INTEGER NOT NULL,
  created REAL NOT NULL, due REAL NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  owner TEXT, body TEXT, reason TEXT,
  UNIQUE (store, provider, name, event_id)
);
CREATE INDEX waiting ON events (store, provider, purchase, due) WHERE state < 2;
CREATE INDEX age ON events (created) WHERE state < 2;
CREATE INDEX dead ON events (store, seq) WHERE state = 3;
CREATE INDEX forgettable ON events (created) WHERE state >= 2 AND kept = 0;
CREATE INDEX personal ON events (created) WHERE state = 3 AND body IS NOT NULL;
CREATE TABLE lanes (
  store TEXT NOT NULL, provider TEXT NOT NULL, waiting INTEGER NOT NULL DEFAULT 0, accepted INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0, paused_until REAL NOT NULL DEFAULT 0, stopped TEXT,
  PRIMARY KEY (store, provider)
) WITHOUT ROWID;
CREATE TABLE counts (
  store TEXT NOT NULL, provider TEXT NOT NULL, what TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (store, provider, what)
) WITHOUT ROWID;
CREATE TRIGGER entered AFTER INSERT ON events WHEN new.state < 2 BEGIN
  INSERT INTO lanes (store, provider, waiting, accepted) VALUES (new.store, new.provider, 1, 1)
    ON CONFLICT (store, provider) DO UPDATE SET waiting = waiting + 1, accepted = accepted + 1;
END;
CREATE TRIGGER moved AFTER UPDATE OF state ON events WHEN (old.state < 2) <> (new.state < 2) BEGIN
  UPDATE lanes SET waiting = waiting + (new.state < 2) - (old.state < 2)
    WHERE store = new.store AND provider = new.provider;
END;
CREATE TRIGGER gone AFTER DELETE ON events WHEN old.state < 2 BEGIN
  UPDATE lanes SET waiting = waiting - 1 WHERE store = old.store AND provider = old.provider;
END;
PRAGMA user_version = 1;
"""


@frozen
class Claim:
    """One event, leased to one worker."""

    seq: int
    store: str
    provider: Provider
    name: str
    event_id: str
    kept: bool
    """Its id is remembered for ever."""
    created: float
    attempts: int
    owner: str
    payload: Mapping[str, object] = field(repr=False)
    user_agent: str | None = field(repr=False)
    subject: str | None = field(repr=False)


@frozen
class DeadLetter:
    """An event that was given up, and why. `payload` is None once it can no longer be replayed."""

    seq: int
    store: str
    provider: Provider
    name: str
    event_id: str
    created: float
    reason: str
    payload: Mapping[str, object] | None = field(repr=False)


@frozen
class Lane:
    """One store's events for one provider: how many wait, since when it fails, and what became of the others.

    `counts` has `accepted`, `delivered`, `duplicate`, and for each drop its reason: `full`, `too_large`, `evicted`,
    `refused`, `expired`, `ambiguous`, `no_consent`.
    """

    store: str
    provider: Provider
    waiting: int
    failures: int
    paused_until: float
    stopped: str | None
    oldest: float | None
    """Epoch seconds."""
    dead: int
    counts: Mapping[str, int]


class Outbox:
    """Events waiting in a SQLite file. Thread-safe, process-safe and fork-safe; opened when first used.

    `clock` gives epoch seconds. Methods raise `sqlite3.Error` or `OSError` when the file cannot be used.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, policy: Policy | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        self.path = Path(path)
        self.policy = policy or Policy()
        self.clock = clock
        self._lock = threading.Lock()
        self._aside_lock = threading.Lock()
        """Taken before `_lock` where both are."""
        self._connection: sqlite3.Connection | None = None
        self._pid = os.getpid()
        guard(self)

    def __repr__(self) -> str:
        return f"Outbox({str(self.path)!r})"

    def open(self) -> None:
        """Create or open the file now instead of at the first event."""
        with self._mine():
            self._connected()

    def put(self, store: str, events: Sequence[Event]) -> list[Status]:
        """Store events that have a payload, all of them in one transaction. Durable against a killed process."""
        now = self.clock()
        bodies = [_body(event) for event in events]
        with self._transaction() as db:
            return [self._put(db, store, event, body, now) for event, body in zip(events, bodies, strict=True)]

    def _put(self, db: sqlite3.Connection, store: str, event: Event, body: str, now: float) -> Status:
        status: Status
        if len(body) > self.policy.max_bytes:
            status = "too_large"
        elif self._room(db, store, event):
            # a trigger counts it as accepted
            if db.execute(
                "INSERT INTO events (store, provider, name, event_id, state, purchase, kept, created, due, body)"
                " VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?) ON CONFLICT (store, provider, name, event_id) DO NOTHING",
                (*_key(store, event), event.is_purchase, event.is_order, now, now, body),
            ).rowcount:
                return "accepted"
            status = "duplicate"
        else:
            status = "full"
        _count(db, store, event.provider, status)
        return status

    def _room(self, db: sqlite3.Connection, store: str, event: Event) -> bool:
        """Whether there is room, or the event needs none because it is known."""
        row = db.execute(
            "SELECT waiting FROM lanes WHERE store = ? AND provider = ?", (store, event.provider)
        ).fetchone()
        if row is None or row[0] < self.policy.max_waiting:
            return True
        known = "SELECT 1 FROM events WHERE store = ? AND provider = ? AND name = ? AND event_id = ?"
        if db.execute(known, _key(store, event)).fetchone():
            return True
        if not event.is_purchase:
            return False
        evicted = db.execute(
            # "state < 2" lets the partial index serve
            "DELETE FROM events WHERE seq = (SELECT seq FROM events WHERE store = ? AND provider = ? AND purchase = 0"
            " AND state < 2 AND state = 0 ORDER BY due LIMIT 1)",
            (store, event.provider),
        ).rowcount
        if evicted:
            _count(db, store, event.provider, "evicted")
        return bool(evicted)

    def claim(self, store: str, provider: Provider, given_up: list[str] | None = None) -> Claim | None:
        """Lease the next due event of a lane to the caller, purchases first; None if nothing may be sent now.

        Events that turn out to be too old, or that another worker may have sent before it died, go to the dead letters
        on the way, each with its reason in `given_up`.
        """
        now, owner = self.clock(), secrets.token_hex(8)
        due = "SELECT seq FROM events WHERE store = ? AND provider = ? AND purchase = {} AND state < 2 AND due <= ?"
        first = f"coalesce(({due.format(1)} ORDER BY due LIMIT 1), ({due.format(0)} ORDER BY due LIMIT 1))"
        with self._transaction() as db:
            lane = db.execute(
                "SELECT waiting, stopped, paused_until FROM lanes WHERE store = ? AND provider = ?", (store, provider)
            ).fetchone()
            if lane is None or not lane[0] or lane[1] is not None:
                return None
            if now < lane[2] <= now + 2 * self.policy.retry_after_ceiling:
                return None  # any later, and the clock was set back since
            for _ in range(_AT_ONCE):
                row = db.execute(
                    "SELECT seq, name, event_id, kept, created, attempts, state, body FROM events"  # noqa: S608 - constants
                    f" WHERE seq = {first}",
                    (store, provider, now, store, provider, now),
                ).fetchone()
                if row is None:
                    return None
                seq, name, event_id, kept, created, attempts, state, body = row
                why = None
                if created < _CLOCK_SET:
                    created = now
                if now - created > self.policy.max_age:
                    why = "expired"
                elif state == SENDING and not repeatable(provider):
                    why = "ambiguous"  # whoever leased it died or hung, perhaps after sending
                if why is None:
                    break
                _bury(db, seq, (store, provider), why, keep_body=False)
                if given_up is not None:
                    given_up.append(why)
            else:
                return None  # the next call goes on; writers get their turn
            db.execute(
                "UPDATE events SET state = 1, owner = ?, due = ?, attempts = attempts + 1 WHERE seq = ?",
                (owner, now + self.policy.lease, seq),
            )
        told = json.loads(body)
        return Claim(
            seq=seq,
            store=store,
            provider=provider,
            name=name,
            event_id=event_id,
            kept=bool(kept),
            created=created,
            attempts=attempts + 1,
            owner=owner,
            payload=told["p"],
            user_agent=told.get("u"),
            subject=told.get("s"),
        )

    def settle(self, claim: Claim, outcome: Outcome) -> str | None:
        """Record how an attempt ended. Gives the reason if the event is now dead or the lane stopped."""
        now, kind, lane = self.clock(), outcome.kind, (claim.store, claim.provider)
        if kind == "ambiguous" and repeatable(claim.provider):
            kind = "retry"
        with self._transaction() as db:
            if kind == "delivered":
                # true whoever holds the lease by now
                if db.execute(
                    "UPDATE events SET state = 2, body = NULL, owner = NULL, reason = NULL WHERE seq = ? AND state < 2",
                    (claim.seq,),
                ).rowcount:
                    _count(db, *lane, "delivered")
                _recovered(db, lane)
                return None
            if not db.execute(
                "SELECT 1 FROM events WHERE seq = ? AND state = 1 AND owner = ?", (claim.seq, claim.owner)
            ).fetchone():
                return None  # the lease ran out and the event is in other hands
            if kind == "refused":
                _bury(db, claim.seq, lane, "refused", outcome.reason, keep_body=True)
                _recovered(db, lane)
                return outcome.reason
            if kind == "stopped":
                db.execute("UPDATE events SET state = 0, owner = NULL, due = ? WHERE seq = ?", (now, claim.seq))
                db.execute("UPDATE lanes SET stopped = ? WHERE store = ? AND provider = ?", (outcome.reason, *lane))
                return outcome.reason
            if kind == "handed_on":
                db.execute(
                    "UPDATE events SET state = 0, owner = NULL, due = ? WHERE seq = ?",
                    (now + (outcome.retry_after or 0), claim.seq),
                )
                return None
            if kind == "given_up":
                _bury(db, claim.seq, lane, outcome.reason, keep_body=False)
                return outcome.reason
            if kind == "ambiguous":
                _bury(db, claim.seq, lane, "ambiguous", outcome.reason, keep_body=False)
            else:
                due = now + self.policy.backoff(claim.attempts, outcome.retry_after, random())  # noqa: S311 - jitter
                db.execute(
                    "UPDATE events SET state = 0, owner = NULL, due = ?, reason = ? WHERE seq = ?",
                    (due, outcome.reason, claim.seq),
                )
            # the whole lane waits, else every event in it would knock at a door that is shut
            (failures,) = db.execute("SELECT failures FROM lanes WHERE store = ? AND provider = ?", lane).fetchone()
            pause = self.policy.backoff(failures + 1, outcome.retry_after, random())  # noqa: S311 - jitter
            db.execute(
                "UPDATE lanes SET failures = failures + 1, paused_until = max(paused_until, ?)"
                " WHERE store = ? AND provider = ?",
                (now + pause, *lane),
            )
        return outcome.reason if kind == "ambiguous" else None

    def discard(self, claim: Claim, why: str) -> None:
        """Give up a leased event at once, with everything personal in it."""
        with self._transaction() as db:
            _bury(db, claim.seq, (claim.store, claim.provider), why, keep_body=False)

    def lanes(self, store: str) -> list[Lane]:
        """The state of every lane of a store."""
        of = "FROM events e WHERE e.store = lanes.store AND e.provider = lanes.provider AND e.state"
        with self._aside() as db:
            counted: dict[str, dict[str, int]] = {}
            for provider, what, n in db.execute("SELECT provider, what, n FROM counts WHERE store = ?", (store,)):
                counted.setdefault(provider, {})[what] = n
            rows = db.execute(
                "SELECT provider, waiting, accepted, failures, paused_until, stopped,"  # noqa: S608 - constants
                f" (SELECT min(created) {of} < 2), (SELECT count(*) {of} = 3)"
                " FROM lanes WHERE store = ? ORDER BY provider",
                (store,),
            ).fetchall()
        return [
            Lane(
                store=store,
                provider=provider,
                waiting=waiting,
                failures=failures,
                paused_until=paused,
                stopped=stopped,
                oldest=oldest,
                dead=dead,
                counts={"accepted": accepted, **counted.get(provider, {})},
            )
            for provider, waiting, accepted, failures, paused, stopped, oldest, dead in rows
        ]

    def dead_letters(self, store: str, *, limit: int = 1000) -> list[DeadLetter]:
        """Events given up, newest first."""
        with self._aside() as db:
            rows = db.execute(
                "SELECT seq, provider, name, event_id, created, reason, body FROM events"
                " WHERE store = ? AND state = 3 ORDER BY seq DESC LIMIT ?",
                (store, limit),
            ).fetchall()
        return [
            DeadLetter(seq, store, provider, name, event_id, created, reason, json.loads(body)["p"] if body else None)
            for seq, provider, name, event_id, created, reason, body in rows
        ]

    def replay(self, store: str, seqs: Sequence[int] | None = None) -> int:
        """Put dead letters back in line, all or the given ones, and tell how many. Those past `max_age` stay dead."""
        now, oldest = self.clock(), self.clock() - self.policy.max_age
        chosen = (
            [letter.seq for letter in self.dead_letters(store, limit=self.policy.max_waiting)] if seqs is None else seqs
        )
        with self._transaction() as db:
            return sum(
                db.execute(
                    "UPDATE events SET state = 0, due = ?, attempts = 0 WHERE seq = ? AND store = ? AND state = 3"
                    " AND body IS NOT NULL AND created >= ?",
                    (now, seq, store, oldest),
                ).rowcount
                for seq in chosen
            )

    def resume(self, store: str, provider: Provider | None = None) -> None:
        """Let stopped or paused lanes send again at once."""
        with self._transaction() as db:
            db.execute(
                "UPDATE lanes SET stopped = NULL, failures = 0, paused_until = 0"
                " WHERE store = ? AND (? IS NULL OR provider = ?)",
                (store, provider, provider),
            )

    def sweep(self) -> int:
        """Bury what is too old to send, forget what need not be kept. Gives the number of expired events."""
        now = self.clock()
        old, found = now - self.policy.max_age, 0
        while True:
            with self._transaction() as db:
                # taken before the clock was set, or by a clock that was fast: their age counts from now
                stamped = db.execute(
                    "UPDATE events SET created = ?, due = ? WHERE seq IN (SELECT seq FROM events WHERE state < 2"
                    " AND created < ? UNION ALL SELECT seq FROM events WHERE state < 2 AND created > ? LIMIT ?)",
                    (now, now, min(_CLOCK_SET, now), now + _CLOCK_SLACK, _AT_ONCE),
                ).rowcount
                expired = db.execute(
                    "SELECT seq, store, provider FROM events WHERE state < 2 AND created < ? AND created >= ?"
                    " AND NOT (state = 1 AND due > ?) LIMIT ?",
                    (old, _CLOCK_SET, now, _AT_ONCE),
                ).fetchall()
                for seq, store, provider in expired:
                    _bury(db, seq, (store, provider), "expired", keep_body=False)
                wiped = db.execute(
                    "UPDATE events SET body = NULL WHERE seq IN (SELECT seq FROM events"
                    " WHERE state = 3 AND body IS NOT NULL AND created < ? LIMIT ?)",
                    (old, _AT_ONCE),
                ).rowcount
                forgotten = db.execute(
                    "DELETE FROM events WHERE seq IN (SELECT seq FROM events WHERE state >= 2 AND kept = 0"
                    " AND created < ? LIMIT ?)",
                    (now - self.policy.keep_interactions, _AT_ONCE),
                ).rowcount
            found += len(expired)
            if not (stamped or expired or wiped or forgotten):
                return found

    def checkpoint(self) -> None:
        """Move what was written into the main file and empty the log, so that deleted data is gone from both."""
        with self._aside() as db, suppress(sqlite3.OperationalError):  # someone reads: the next time will do
            db.execute("PRAGMA wal_checkpoint(PASSIVE)")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._mine():
            self.disconnect()

    def _mine(self) -> threading.Lock:
        """This process's lock, also where a fork went past Python's hooks."""
        if self._pid != os.getpid():
            self.after_fork()
        return self._lock

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._mine():
            db = self._connected()
            _begin(db)
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    db.execute("ROLLBACK")
                raise

    @contextmanager
    def _aside(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own, for what takes longer: callers of `put` do not wait for it."""
        self._mine()
        with self._aside_lock:
            self.open()
            side = sqlite3.connect(self.path, timeout=0, isolation_level=None)
            try:
                yield side
            finally:
                side.close()

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = _open(self.path)
        return self._connection

    def fork_locks(self) -> tuple[threading.Lock, ...]:
        return self._aside_lock, self._lock

    def disconnect(self) -> None:
        """Close the connection, under the locks; the next use opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def after_fork(self) -> None:
        """New locks (the old ones may be held by threads that exist no more) and no connection of the parent's."""
        self._lock, self._aside_lock = threading.Lock(), threading.Lock()
        if self._connection is not None:
            ABANDONED.append(self._connection)
            self._connection = None
        self._pid = os.getpid()


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        # SQLite gives its log and index files the same mode
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    db = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        # a killed process loses nothing that is in the log; only a power cut may lose the last moments
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA secure_delete = ON")
        # flushing is the workers' business, unless there are none
        db.execute("PRAGMA wal_autocheckpoint = 8000")
        db.execute("BEGIN IMMEDIATE")
        if db.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in _statements(_SCHEMA):
                db.execute(statement)
        db.execute("COMMIT")
        db.execute("PRAGMA busy_timeout = 0")
    except BaseException:
        db.close()
        raise
    return db


def _statements(script: str) -> Iterator[str]:
    """executescript would commit the transaction that guards against two processes creating the schema at once."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _begin(db: sqlite3.Connection) -> None:
    """BEGIN IMMEDIATE, waiting for other processes in finer steps than SQLite's own milliseconds."""
    give_up, pause = time.monotonic() + _BUSY_FOR, 0.0001
    while True:
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(pause)
            pause = min(pause * 1.5, 0.005)
        else:
            return


def _bury(
    db: sqlite3.Connection, seq: int, lane: tuple[str, str], why: str, detail: str = "", *, keep_body: bool
) -> None:
    reason = f"{why}: {detail}" if detail else why
    db.execute(
        "UPDATE events SET state = 3, owner = NULL, reason = ?, body = CASE WHEN ? THEN body END WHERE seq = ?",
        (reason, keep_body, seq),
    )
    _count(db, *lane, why)


def _recovered(db: sqlite3.Connection, lane: tuple[str, str]) -> None:
    db.execute(
        "UPDATE lanes SET failures = 0, paused_until = 0 WHERE store = ? AND provider = ? AND failures > 0", lane
    )


def _count(db: sqlite3.Connection, store: str, provider: str, what: str) -> None:
    db.execute(
        "INSERT INTO counts (store, provider, what, n) VALUES (?, ?, ?, 1)"
        " ON CONFLICT (store, provider, what) DO UPDATE SET n = n + 1",
        (store, provider, what),
    )


def _key(store: str, event: Event) -> tuple[str, str, str, str]:
    return store, event.provider, event.name, event.event_id


def _body(event: Event) -> str:
    told: dict[str, object] = {"p": event.payload}
    if event.user_agent:
        told["u"] = event.user_agent
    if event.subject:
        told["s"] = event.subject
    return json.dumps(told, separators=(",", ":"))

"""A work queue in one SQLite file: items are taken once, leased one by one, repeated with back-off, or given up.

For any number of processes and stores; readable by its owner only. What is in an item is deleted when it is done; its
identity stays, so that it is refused for as long as that is remembered. Not for network file systems.
"""

import os
import secrets
import sqlite3
from collections.abc import Sequence
from random import random
from typing import Literal

from ..clock import SYSTEM_CLOCK, Clock
from .keeper import AT_ONCE, CLOCK_SET, SENDING, WAIT, QueueKeeper, bury, count, line_up
from .model import Claim, Ending, Item, QueuePolicy, Status
from .schema import SCHEMA

_KNOWN = "store = ? AND lane = ? AND name = ? AND identity = ?"
# An item about something waits while another about the same thing is under way, or comes before it. One that has an
# owner is under way: leased, left by a worker that died, or handed on to others. It goes on before all that came since.
_FREE = (
    "(about IS NULL OR owner IS NOT NULL OR NOT EXISTS (SELECT 1 FROM work o WHERE o.store = work.store"
    " AND o.lane = work.lane AND o.about = work.about AND o.state < 2 AND o.seq <> work.seq"
    " AND (o.owner IS NOT NULL OR (o.position, o.seq) < (work.position, work.seq))))"
)
_DUE = (
    "(SELECT seq FROM work WHERE store = ?1 AND lane = ?2 AND urgent = {} AND state < 2 AND due <= ?3"  # noqa: S608
    f" AND {_FREE} ORDER BY due LIMIT 1)"
)
_NEXT = (
    # a sum is a number, whatever is in a damaged row
    "SELECT seq, name, identity, kept, created + 0.0, attempts + 1, state, body FROM work"  # noqa: S608 - constants
    f" WHERE seq = coalesce({_DUE.format(1)}, {_DUE.format(0)})"
)
# Of all lanes together at most so many have arrived: to count those of one would take longer.
_ROOM = (
    "EXISTS (SELECT 1 FROM lanes WHERE store = ?1 AND lane = ?2 AND waiting"
    " + coalesce((SELECT max(seq) FROM arrived) - (SELECT min(seq) FROM arrived) + 1, 0) < ?11)"
)
_INSERT = (
    "INSERT INTO arrived (store, lane, name, identity, urgent, kept, created, body, about, position)"  # noqa: S608
    " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10"
    f" WHERE NOT EXISTS (SELECT 1 FROM work WHERE store = ?1 AND lane = ?2 AND name = ?3 AND identity = ?4) AND {_ROOM}"
    " ON CONFLICT (store, lane, name, identity) DO NOTHING"
)


class WorkQueue(QueueKeeper):
    """Items waiting in a file.

    In the lanes of `once` an attempt is never repeated unless it is known to have failed. With `one_door` a failure
    holds its whole lane back: what is behind knocks at the same door.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        policy: QueuePolicy,
        once: Sequence[str] = (),
        one_door: bool = True,
        synchronous: Literal["FULL", "NORMAL"] = "NORMAL",
        schema: Sequence[str] = SCHEMA,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        super().__init__(path, policy=policy, synchronous=synchronous, schema=schema, clock=clock)
        self._once = frozenset(once)
        self._one_door = one_door

    def enter(self, store: str, items: Sequence[Item], wait: float = WAIT) -> list[Status]:
        """Store items, all of them in one transaction. Durable against a killed process."""
        now = self.clock.time()
        with self._transaction(wait) as db:
            return [self._enter(db, store, item, now) for item in items]

    def _enter(self, db: sqlite3.Connection, store: str, item: Item, now: float) -> Status:
        if len(item.body) > self.policy.max_bytes:
            count(db, (store, item.lane), "too_large")
            return "too_large"
        known = (store, item.lane, item.name, item.identity)
        row = (*known, item.urgent, item.kept, now, item.body, item.about, item.position, self.policy.max_waiting)
        if db.execute(_INSERT, row).rowcount:
            return "accepted"  # it is counted when it gets in line
        status = self._why_not(db, store, item)
        if status == "accepted":
            db.execute(_INSERT, row)
        else:
            count(db, (store, item.lane), status)
        return status

    def _why_not(self, db: sqlite3.Connection, store: str, item: Item) -> Status:
        """Why an item was not entered; `accepted` if it may be by now."""
        lane = (store, item.lane)
        for table in ("arrived", "work"):
            if db.execute(f"SELECT 1 FROM {table} WHERE {_KNOWN}", (*lane, item.name, item.identity)).fetchone():  # noqa: S608
                return "duplicate"
        while line_up(db):
            pass
        db.execute("INSERT INTO lanes (store, lane) VALUES (?, ?) ON CONFLICT DO NOTHING", lane)
        full = "SELECT 1 FROM lanes WHERE store = ? AND lane = ? AND waiting + 0 >= ?"
        if not db.execute(full, (*lane, self.policy.max_waiting)).fetchone():
            return "accepted"
        evicted = (
            item.urgent
            and db.execute(
                # "state < 2" lets the partial index serve
                "DELETE FROM work WHERE seq = (SELECT seq FROM work WHERE store = ? AND lane = ? AND urgent = 0"
                " AND state < 2 AND state = 0 ORDER BY due LIMIT 1)",
                lane,
            ).rowcount
        )
        if not evicted:
            return "full"
        count(db, lane, "evicted")
        return "accepted"

    def claim(self, store: str, lane: str, given_up: list[str] | None = None) -> Claim | None:
        """Lease the next due item of a lane to the caller, urgent ones first; None if nothing may be tried now.

        Items that turn out to be too old or damaged, or that another worker may have sent before it died, go to the
        dead letters on the way, each with its reason in `given_up`.
        """
        while True:
            with self._transaction() as db:
                # Urgent ones may be among the last to arrive; in between others get their turn.
                if line_up(db) < AT_ONCE:
                    return self._claim(db, store, lane, given_up)

    def _claim(self, db: sqlite3.Connection, store: str, lane: str, given_up: list[str] | None) -> Claim | None:
        now, owner = self.clock.time(), secrets.token_hex(8)
        # Compared in SQL, for which a damaged row is no error. A pause that is any longer is of a clock set back.
        if not db.execute(
            "SELECT 1 FROM lanes WHERE store = ? AND lane = ? AND waiting <> 0 AND stopped IS NULL"
            " AND NOT (paused_until > ? AND paused_until <= ?)",
            (store, lane, now, now + 2 * self.policy.retry_after_ceiling),
        ).fetchone():
            return None
        for _ in range(AT_ONCE):
            found = db.execute(_NEXT, (store, lane, now)).fetchone()
            if found is None:
                return None
            seq, name, identity, kept, created, attempts, state, text = found
            created = now if created < CLOCK_SET else created
            body = self.read(text)
            once = lane in self._once and state == SENDING
            why = self.policy.hopeless(now - created, may_have_been_sent=once)
            if why is None and body is not None:
                break
            bury(db, seq, (store, lane), why or "damaged", keep_body=False)
            if given_up is not None:
                given_up.append(why or "damaged")
        else:
            return None  # the next call goes on; writers get their turn
        db.execute(
            "UPDATE work SET state = 1, owner = ?, due = ?, attempts = ? WHERE seq = ?",
            (owner, now + self.policy.lease, attempts, seq),
        )
        return Claim(seq, store, lane, name, identity, bool(kept), created, attempts, owner, body)

    def settle(self, claim: Claim, ending: Ending) -> str | None:
        """Record how an attempt ended. Gives the reason if the item is now dead or the lane stopped."""
        lane = (claim.store, claim.lane)
        with self._transaction() as db:
            if ending.kind == "delivered":
                # true whoever holds the lease by now
                if db.execute(
                    "UPDATE work SET state = 2, body = NULL, owner = NULL, reason = NULL WHERE seq = ? AND state < 2",
                    (claim.seq,),
                ).rowcount:
                    count(db, lane, "delivered")
                    self.done_with(db, claim)
                _recovered(db, lane)
                return None
            if not db.execute(
                "SELECT 1 FROM work WHERE seq = ? AND state = 1 AND owner = ?", (claim.seq, claim.owner)
            ).fetchone():
                return None  # the lease ran out and the item is in other hands
            return self._failed(db, claim, ending)

    def done_with(self, db: sqlite3.Connection, claim: Claim) -> None:
        """What else is true with the delivery of an item; in the same transaction."""

    def _failed(self, db: sqlite3.Connection, claim: Claim, ending: Ending) -> str | None:
        kind, lane, now = ending.kind, (claim.store, claim.lane), self.clock.time()
        if kind == "refused":
            bury(db, claim.seq, lane, "refused", ending.reason, keep_body=True)
            _recovered(db, lane)
            return ending.reason
        if kind == "given_up":
            bury(db, claim.seq, lane, ending.reason, keep_body=False)
            return ending.reason
        if kind == "stopped":
            _again(db, claim, now)
            db.execute("UPDATE lanes SET stopped = ? WHERE store = ? AND lane = ?", (ending.reason, *lane))
            return ending.reason
        if kind in ("handed_on", "waiting"):
            # to ask how others fare is no attempt; while they are at it, it keeps its owner
            db.execute(
                "UPDATE work SET state = 0, due = ?, attempts = attempts - 1, owner = CASE WHEN ? THEN owner END"
                " WHERE seq = ?",
                (now + (ending.retry_after or 0), kind == "handed_on", claim.seq),
            )
            return None
        if self.policy.max_attempts is not None and claim.attempts >= self.policy.max_attempts:
            bury(db, claim.seq, lane, "exhausted", ending.reason, keep_body=True)
            return ending.reason
        gone = kind == "ambiguous" and claim.lane in self._once
        if gone:
            bury(db, claim.seq, lane, "ambiguous", ending.reason, keep_body=False)
        else:
            wait = self.policy.backoff(claim.attempts, ending.retry_after, random())  # noqa: S311 - jitter
            _again(db, claim, now + wait, ending.reason)
        if self._one_door:
            self._pause(db, lane, ending.retry_after, now)
        return ending.reason if gone else None

    def _pause(self, db: sqlite3.Connection, lane: tuple[str, str], asked: float | None, now: float) -> None:
        """The whole lane waits, else every item in it would knock at a door that is shut."""
        row = db.execute("SELECT failures + 1 FROM lanes WHERE store = ? AND lane = ?", lane).fetchone()
        pause = self.policy.backoff(row[0] if row else 1, asked, random())  # noqa: S311 - jitter
        db.execute(
            "UPDATE lanes SET failures = failures + 1, paused_until = max(paused_until, ?)"
            " WHERE store = ? AND lane = ?",
            (now + pause, *lane),
        )

    def discard(self, claim: Claim, why: str) -> None:
        """Give up a leased item at once, with everything in it."""
        with self._transaction() as db:
            bury(db, claim.seq, (claim.store, claim.lane), why, keep_body=False)


def _again(db: sqlite3.Connection, claim: Claim, due: float, reason: str | None = None) -> None:
    db.execute(
        "UPDATE work SET state = 0, owner = NULL, due = ?, reason = coalesce(?, reason) WHERE seq = ?",
        (due, reason, claim.seq),
    )


def _recovered(db: sqlite3.Connection, lane: tuple[str, str]) -> None:
    db.execute(
        "UPDATE lanes SET failures = 0, paused_until = 0"
        " WHERE store = ? AND lane = ? AND (failures <> 0 OR paused_until <> 0)",
        lane,
    )

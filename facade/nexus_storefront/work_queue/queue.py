"""A work queue in one SQLite file: items are taken once, leased one by one, repeated with back-off, or given up.

For any number of processes and stores; readable by its owner only. What is in an item is deleted when it is done; its
identity stays, so that it is refused for as long as that is remembered. Not for network file systems.
"""

import secrets
import sqlite3
from collections.abc import Mapping, Sequence
from operator import attrgetter
from random import random

from attrs import fields

from ..frames import with_bare_errors
from .keeper import AT_ONCE, CLOCK_SET, SENDING, WAIT, C, D, P, QueueKeeper, as_text, bury, count, line_up
from .model import EXHAUSTED, Claim, Ending, Entered, OnReason, QueueItem, Verdict, nobody

_NAMES = tuple(each.name for each in fields(QueueItem))
_values = attrgetter(*_NAMES)
_KNOWN = "store = ? AND lane = ? AND name = ? AND identity = ?"
# An item about something waits while another about the same thing is under way, or comes before it. One that has an
# owner is under way: leased, left by a worker that died, or handed on to others. It goes on before all that came since.
_FREE = (
    "(about IS NULL OR owner IS NOT NULL OR NOT EXISTS (SELECT 1 FROM work o WHERE o.store = work.store"
    " AND o.lane = work.lane AND o.about = work.about AND o.state < 2 AND o.seq <> work.seq"
    " AND (o.owner IS NOT NULL OR (o.position, o.seq) < (work.position, work.seq))))"
)
_DUE = (
    "(SELECT seq FROM work WHERE store = :store AND lane = :lane AND urgent = {} AND state < 2 AND due <= :now"  # noqa: S608
    f" AND {_FREE} ORDER BY due LIMIT 1)"
)
_NEXT = (
    # a sum is a number, whatever is in a damaged row
    f"SELECT seq, {as_text('name')}, {as_text('identity')}, kept, created + 0.0, attempts + 1, state, body FROM work"  # noqa: S608
    f" WHERE seq = coalesce({_DUE.format(1)}, {_DUE.format(0)})"
)
# Of all lanes together at most so many have arrived: to count those of one would take longer.
_ROOM = (
    "EXISTS (SELECT 1 FROM lanes WHERE store = :store AND lane = :lane AND waiting"
    " + coalesce((SELECT max(seq) FROM arrived) - (SELECT min(seq) FROM arrived) + 1, 0) < :most)"
)
_INSERT = (
    "INSERT INTO arrived (store, lane, name, identity, urgent, kept, created, body, about, position)"  # noqa: S608
    " SELECT :store, :lane, :name, :identity, :urgent, :kept, :now, :body, :about, :position"
    " WHERE NOT EXISTS (SELECT 1 FROM work WHERE store = :store AND lane = :lane AND name = :name"
    f" AND identity = :identity) AND {_ROOM}"
    " ON CONFLICT (store, lane, name, identity) DO NOTHING"
)


@with_bare_errors
class WorkQueue(QueueKeeper[P, C, D]):
    """Items waiting in a file."""

    def enter(self, store: str, items: Sequence[QueueItem], wait: float = WAIT) -> list[Entered]:
        """Store items, all of them in one transaction. Durable against a killed process."""
        until = self.clock.monotonic() + wait
        more = {"store": store, "now": self.clock.time(), "most": self.policy.max_waiting}
        rows = [(item, dict(zip(_NAMES, _values(item), strict=True)) | more) for item in items]
        # One alone that is new needs no more than the one statement.
        if len(rows) == 1 and self._fits(items[0]) and self._file.change(wait, _INSERT, rows[0][1]):
            return ["accepted"]
        with self._transaction(max(0.0, until - self.clock.monotonic())) as db:
            return [self._enter(db, store, item, row) for item, row in rows]

    def _fits(self, item: QueueItem) -> bool:
        return len(item.body) <= self.policy.max_bytes

    def _enter(self, db: sqlite3.Connection, store: str, item: QueueItem, row: Mapping[str, object]) -> Entered:
        if not self._fits(item):
            count(db, (store, item.lane), "too_large")
            return "too_large"
        if db.execute(_INSERT, row).rowcount:
            return "accepted"  # it is counted when it gets in line
        status = self._why_not(db, store, item)
        if status == "accepted":
            db.execute(_INSERT, row)
        else:
            count(db, (store, item.lane), status)
        return status

    def _why_not(self, db: sqlite3.Connection, store: str, item: QueueItem) -> Entered:
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

    def claim(self, store: str, lane: str, given_up: OnReason = nobody, owner: str = "") -> C | None:
        """Lease the next due item of a lane to the caller, urgent ones first; None if nothing may be tried now.

        Items that turn out to be too old or damaged, or that another worker may have sent before it died, go to the
        dead letters on the way; `given_up` is told each one's reason. `owner` is a name for this lease alone.
        """
        owner = owner or secrets.token_hex(8)
        while True:
            with self._transaction() as db:
                if line_up(db) == AT_ONCE:
                    continue  # urgent ones may be among the last to arrive; in between others get their turn
                dead: list[str] = []
                claim = self._claim(db, store, lane, owner, dead)
            for why in dead:
                given_up(why)
            return claim

    def give_back(self, store: str, lane: str, owner: str) -> None:
        """Undo a lease that nobody heard of: nothing was begun."""
        with self._transaction() as db:
            # It keeps its owner, which holds its turn: it was perhaps handed on before. The index is of `state < 2`.
            db.execute(
                "UPDATE work SET state = 0, due = ?, attempts = attempts - 1"
                " WHERE store = ? AND lane = ? AND state < 2 AND state = 1 AND owner = ?",
                (self.clock.time(), store, lane, owner),
            )

    def _claim(self, db: sqlite3.Connection, store: str, lane: str, owner: str, dead: list[str]) -> C | None:
        now, kind = self.clock.time(), self.kinds[1]
        # Compared in SQL, for which a damaged row is no error. A pause that is any longer is of a clock set back.
        if not db.execute(
            "SELECT 1 FROM lanes WHERE store = ? AND lane = ? AND waiting <> 0 AND stopped IS NULL"
            " AND NOT (paused_until > ? AND paused_until <= ?)",
            (store, lane, now, now + 2 * self.policy.retry_after_ceiling),
        ).fetchone():
            return None
        for _ in range(AT_ONCE):
            found = db.execute(_NEXT, {"store": store, "lane": lane, "now": now}).fetchone()
            if found is None:
                return None
            seq, name, identity, kept, created, attempts, state, text = found
            created = now if created < CLOCK_SET else created
            body = kind.read(text)
            once = lane in self._once and state == SENDING
            why = self.policy.hopeless(now - created, attempts, may_have_been_sent=once)
            if body is None:
                why = why or "damaged"
            elif why is None:
                break
            bury(db, seq, (store, lane), why, keep_body=why == EXHAUSTED)
            dead.append(why)
        else:
            return None  # the next call goes on; writers get their turn
        db.execute(
            "UPDATE work SET state = 1, owner = ?, due = ?, attempts = ? WHERE seq = ?",
            (owner, now + self.policy.lease, attempts, seq),
        )
        return kind(seq, store, lane, name, identity, created, bool(kept), attempts, owner, body)

    def settle(self, claim: Claim, ending: Ending, needed: OnReason = nobody) -> str | None:
        """Record how an attempt ended. Gives the reason, and tells `needed`, if the item died or the lane stopped."""
        lane, seq = (claim.store, claim.lane), claim.seq
        verdict = self.policy.verdict(ending, claim.attempts, random(), once=claim.lane in self._once)  # noqa: S311
        with self._transaction() as db:
            if verdict.over == "delivered":
                # true whoever holds the lease by now
                if db.execute(
                    "UPDATE work SET state = 2, body = NULL, owner = NULL, reason = NULL WHERE seq = ? AND state < 2",
                    (seq,),
                ).rowcount:
                    count(db, lane, "delivered")
                    self.done_with(db, claim)
            elif not db.execute(
                "SELECT 1 FROM work WHERE seq = ? AND state = 1 AND owner = ?", (seq, claim.owner)
            ).fetchone():
                return None  # the lease ran out and the item is in other hands
            elif verdict.over is not None:
                detail = "" if verdict.over == ending.reason else ending.reason
                bury(db, seq, lane, verdict.over, detail, keep_body=verdict.replayable)
            else:
                # what others are at keeps its owner
                due, kept = self.clock.time() + verdict.wait, ending.kind == "handed_on"
                db.execute(
                    "UPDATE work SET state = 0, due = ?, attempts = attempts - ?, reason = ?,"
                    " owner = CASE WHEN ? THEN owner END WHERE seq = ?",
                    (due, not verdict.counts, ending.reason, kept, seq),
                )
            self._lane_after(db, lane, verdict, ending)
        return verdict.report(ending, needed)

    def done_with(self, db: sqlite3.Connection, claim: Claim) -> None:
        """What else is true with the delivery of an item; in the same transaction."""

    def _lane_after(self, db: sqlite3.Connection, lane: tuple[str, str], verdict: Verdict, ending: Ending) -> None:
        of = "WHERE store = ? AND lane = ?"
        if verdict.lane == "recovered":
            changed = f"failures = 0, paused_until = 0 {of} AND (failures <> 0 OR paused_until <> 0)"
            db.execute(f"UPDATE lanes SET {changed}", lane)  # noqa: S608 - constants
        elif verdict.lane == "stopped":
            db.execute(f"UPDATE lanes SET stopped = ? {of}", (ending.reason, *lane))  # noqa: S608 - constants
        elif verdict.lane == "paused" and self._one_door:
            row = db.execute(f"SELECT failures + 1 FROM lanes {of}", lane).fetchone()  # noqa: S608 - constants
            pause = self.policy.backoff(row[0] if row else 1, ending.retry_after, random())  # noqa: S311 - jitter
            db.execute(
                f"UPDATE lanes SET failures = failures + 1, paused_until = max(paused_until, ?) {of}",  # noqa: S608
                (self.clock.time() + pause, *lane),
            )

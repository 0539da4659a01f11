"""A work queue in a store that is awaited, as a browser's page has one: for any number of tabs, by compare-and-swap.

It keeps the promises of the queue in a file, in its words.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from random import random
from typing import Any, Generic, Literal, TypeVar

import anyio
import attrs

from ..clock import Clock
from ..stores import AsyncStore, DamagedEntry, StoreError, VersionConflict
from ..stores.records import dump, load
from ..transport._async.concurrency import Lock
from ._async.runner import Dispatcher
from .model import (
    CLOCK_SET,
    Claim,
    Ending,
    Entered,
    LaneState,
    OnReason,
    QueueItem,
    QueuePolicy,
    Taken,
    Verdict,
    nobody,
    taken_at,
)

C = TypeVar("C", bound=Claim)
T = TypeVar("T", "_Row", "_Lane")


@attrs.frozen
class _Row:
    """An item as it is kept."""

    name: str
    identity: str
    created: float
    due: float
    urgent: bool = False
    kept: bool = False
    state: Literal["ready", "sending", "ended"] = "ready"
    attempts: int = 0
    owner: str | None = None
    body: str | None = attrs.field(default=None, repr=False)
    reason: str | None = None

    def ended(self, reason: str) -> _Row:
        return attrs.evolve(self, state="ended", owner=None, body=None, reason=reason)


@attrs.frozen
class _Lane:
    """The state of a lane after its last attempts."""

    failures: int = 0
    paused_until: float = 0.0
    stopped: str | None = None


_DAMAGED: Mapping[Any, Any] = {_Row: _Row("", "", 0.0, 0.0, urgent=True, kept=True), _Lane: _Lane()}
"""What an entry counts as that cannot be read. An item counts as urgent and kept: it is given up before others are
tried, is never pushed out, and its key stays taken for ever. A lane counts as a new one: its next attempt shows how it
is."""


class StoreQueue(Generic[C]):
    """Items that wait in `kept`, under `queue/`. `once`: the lanes in which only a known failure is repeated. `kind`
    is what an item is to a worker."""

    blocking = False

    def __init__(
        self, kept: AsyncStore, *, policy: QueuePolicy, once: Sequence[str], kind: type[C], clock: Clock
    ) -> None:
        self.policy = policy
        self.clock = clock
        self._kept = kept
        self._once = frozenset(once)
        self._kind = kind
        self._ended: set[str] = set()
        """Keys that need no second look: what has ended never begins again."""

    async def enter(self, store: str, item: QueueItem, evicted: OnReason = nobody) -> Entered:
        """Keep an item: all tabs know it when this returns. `evicted` is called with the lane of one that was pushed
        out."""
        now, key = self.clock.time(), _key(store, item)
        if len(item.body.encode()) > self.policy.max_bytes:
            return "too_large"
        waiting = dict[str, _Row]()
        with suppress(StoreError):  # what cannot be counted takes no room
            waiting = await self._waiting(_prefix(store, item.lane))
        row = _Row(item.name, item.identity, item.created or now, now, item.urgent, item.kept, body=item.body)
        if len(waiting) >= self.policy.max_waiting and (await self._find(key, _Row))[0] is None:
            if not await self._make_room(item, waiting):
                return "full"
            evicted(item.lane)
        entered = await self._change(key, _Row, lambda found: None if found else row)
        return "duplicate" if entered is None else "accepted"

    async def _make_room(self, item: QueueItem, waiting: dict[str, _Row]) -> bool:
        ready = [(row.due, key) for key, row in waiting.items() if row.state == "ready" and not row.urgent]
        if not item.urgent or not ready:
            return False
        key = min(ready)[1]
        row, version = await self._find(key, _Row)
        if row != waiting[key]:
            return False  # another tab has taken it meanwhile
        with suppress(VersionConflict):
            return await self._kept.delete(key, expected=version)
        return False

    async def claim(self, store: str, lane: str, given_up: OnReason, owner: str = "") -> C | None:
        """Lease the next due item of a lane, urgent ones first; None if nothing may be tried now. What may not be tried
        any more ends on the way; `given_up` is called with its reason. `owner` is a name for this lease alone."""
        now, owner = self.clock.time(), owner or os.urandom(8).hex()
        due = now + self.policy.lease
        # First whether the lane may go on. A longer pause than any that is given comes from a clock that was set back.
        state = (await self._find(_lane_key(store, lane), _Lane))[0] or _Lane()
        if state.stopped is not None or now < state.paused_until <= now + 2 * self.policy.retry_after_ceiling:
            return None
        # Then the first due item that can be tried; those before it that cannot are given up.
        waiting = await self._waiting(_prefix(store, lane))
        for key, seen in sorted(waiting.items(), key=lambda each: (not each[1].urgent, each[1].due)):
            if now < seen.due <= now + self.policy.longest:
                continue
            if now < seen.due and seen.state == "sending":
                # The clock was set back since: its worker may still be at it, and gets a whole lease.
                await self._change(key, _Row, _instead_of(seen, attrs.evolve(seen, due=due)))
                continue
            body = self._kind.read(seen.body)
            once = lane in self._once and seen.state == "sending"
            created, attempts = taken_at(seen.created, now), seen.attempts + 1
            why = self.policy.hopeless(now - created, attempts, may_have_been_sent=once) if body else "damaged"
            leased = attrs.evolve(seen, state="sending", owner=owner, due=due, attempts=attempts, created=created)
            after = seen.ended(why) if why else leased
            if await self._change(key, _Row, _instead_of(seen, after)) is None:
                continue  # another tab was first
            if why is None and body is not None:
                known = (0, store, lane, seen.name, seen.identity, created)
                return self._kind(*known, seen.kept, after.attempts, owner, body)
            given_up(why or "damaged")
        return None

    async def give_back(self, store: str, lane: str, owner: str) -> None:
        """Undo the lease of an owner who was interrupted before anything was begun."""
        with anyio.CancelScope(shield=True):
            for key, seen in (await self._waiting(_prefix(store, lane))).items():
                if seen.owner == owner:
                    ready = attrs.evolve(seen, state="ready", owner=None, due=self.clock.time())
                    await self._change(key, _Row, _instead_of(seen, attrs.evolve(ready, attempts=seen.attempts - 1)))

    async def settle(self, claim: Claim, ending: Ending, needed: OnReason = nobody) -> None:
        """Record how an attempt ended, and tell `needed` the reason if the item was given up or the lane stopped."""
        now = self.clock.time()
        verdict = self.policy.verdict(ending, claim.attempts, random(), once=claim.lane in self._once)  # noqa: S311

        def after(row: _Row | None) -> _Row | None:
            if row is None or row.state == "ended" or (verdict.over != "delivered" and row.owner != claim.owner):
                return None  # it has ended, or the lease ran out and another worker has it
            if verdict.over is not None:
                return row.ended(f"{verdict.over}: {ending.reason}")
            due, attempts = now + verdict.wait, row.attempts - (not verdict.counts)
            return attrs.evolve(row, state="ready", owner=None, due=due, attempts=attempts, reason=ending.reason)

        if await self._change(_key(claim.store, claim), _Row, after) is None:
            return
        verdict.report(ending, needed)
        if verdict.lane is not None:
            after_it = partial(self._lane_after, verdict, ending, now)
            await self._change(_lane_key(claim.store, claim.lane), _Lane, after_it)

    def _lane_after(self, verdict: Verdict, ending: Ending, now: float, found: _Lane | None) -> _Lane:
        lane = found or _Lane()
        if verdict.lane == "stopped":
            return attrs.evolve(lane, stopped=ending.reason)
        if verdict.lane == "recovered":
            return _Lane(stopped=lane.stopped)
        pause = self.policy.backoff(lane.failures + 1, ending.retry_after, random())  # noqa: S311 - jitter
        return _Lane(lane.failures + 1, max(lane.paused_until, now + pause), lane.stopped)

    async def resume(self, store: str, lane: str) -> None:
        """Let a stopped or paused lane go on at once."""
        await self._kept.delete(_lane_key(store, lane))

    async def tidy(self, *, recount: bool) -> int:
        """Put right when things were taken, and end what is too old, whose number it gives. The store forgets by itself
        what has ended."""
        now, expired = self.clock.time(), 0
        for key, seen in (await self._waiting("queue/")).items() if now >= CLOCK_SET else ():
            right = attrs.evolve(seen, created=taken_at(seen.created, now))
            if now - right.created > self.policy.max_age and not (seen.state == "sending" and now < seen.due):
                right = right.ended("expired")
            if right != seen and seen is not _DAMAGED[_Row]:
                ended = await self._change(key, _Row, _instead_of(seen, right)) is not None and right.state == "ended"
                expired += ended
        return expired

    async def lanes(self, store: str) -> list[LaneState]:
        """The state of every lane of a store that has something in it."""
        lanes = {key.split("/")[-2] for key in await self._kept.keys(f"queue/{store}/")}
        return [await self.lane_state(store, lane) for lane in sorted(lanes)]

    async def lane_state(self, store: str, lane: str) -> LaneState:
        """A lane now. Nothing is counted, and what was given up is gone."""
        state = (await self._find(_lane_key(store, lane), _Lane))[0] or _Lane()
        waiting = (await self._waiting(_prefix(store, lane))).values()
        oldest = min((row.created for row in waiting if row != _DAMAGED[_Row]), default=None)
        return LaneState(store, lane, len(waiting), state.failures, state.paused_until, state.stopped, oldest, 0, {})

    async def _waiting(self, prefix: str) -> dict[str, _Row]:
        """The items that have not ended, by key. One at which the store fails keeps no other back."""
        found: dict[str, _Row] = {}
        failed: StoreError | None = None
        for key in await self._kept.keys(prefix):
            try:
                row = None if key in self._ended else (await self._find(key, _Row))[0]
            except StoreError as error:
                row, failed = None, error
            if row is not None and row.state == "ended":
                self._ended.add(key)
            elif row is not None:  # one that is gone may be entered anew
                found[key] = row
        if failed is not None and not found:
            raise failed
        return found

    async def _find(self, key: str, kind: type[T]) -> tuple[T | None, int | None]:
        """An entry and its version, which is None where the store itself cannot read it."""
        try:
            entry = await self._kept.get(key)
        except DamagedEntry:
            return _DAMAGED[kind], None
        return (None, 0) if entry is None else (load(kind, entry.value) or _DAMAGED[kind], entry.version)

    async def _change(self, key: str, kind: type[T], change: Callable[[T | None], T | None]) -> T | None:
        """Replace an entry by what `change` makes of it, and give that; None, and nothing is written, if `change` gives
        None. It is asked again if somebody else has written meanwhile."""
        while True:
            found, version = await self._find(key, kind)
            after = change(found)
            if after is None:
                return None
            over = isinstance(after, _Row) and after.state == "ended" and not after.kept
            try:
                await self._kept.put(
                    key, json.dumps(dump(after)).encode(), expected=version, ttl=self.policy.keep if over else None
                )
            except VersionConflict:
                continue
            return after


class StoreSpill:
    """Takes items for one store without making anybody wait: what comes is in memory until the store has written it, a
    moment later. In memory there is room for `max_spilled` items; an urgent one takes the place of one that is not. The
    alarm rings for one that the queue does not take."""

    blocking = False

    def __init__(self, dispatcher: Dispatcher[Any]) -> None:
        self._dispatcher = dispatcher
        self._evicted = partial(dispatcher.alarm, "dropped", reason="evicted")
        self._waiting: deque[QueueItem] = deque()
        self._under_way: QueueItem | None = None
        """The one that is being written."""
        self._lock = Lock()
        self._writing: asyncio.Task[None] | None = None

    def take(self, items: Sequence[QueueItem]) -> Sequence[Taken]:
        """What became of each item: `spilled`, or `full`."""
        taken: list[Taken] = [self._keep(item) for item in items]
        with suppress(RuntimeError):  # outside of an event loop the worker writes it
            self._writing = asyncio.get_running_loop().create_task(self._write_soon())
        return taken

    def _keep(self, item: QueueItem) -> Taken:
        if len(self._waiting) >= self._dispatcher.queue.policy.max_spilled:
            evicted = item.pushes_out(other for other in self._waiting if other is not self._under_way)
            if evicted is None:
                return "full"
            self._waiting.remove(evicted)
            self._evicted(evicted.lane)
        self._waiting.append(attrs.evolve(item, created=self._dispatcher.queue.clock.time()))
        return "spilled"

    async def _write_soon(self) -> None:
        try:
            await self.write_out()
        except Exception as error:
            self._dispatcher.failed(error)

    async def write_out(self, wait: float = 0.0) -> None:
        """Write what is in memory. What the store does not take stays, for the next time, and so does what is behind it
        in its lane."""
        failed: dict[str, StoreError] = {}
        async with self._lock:
            while (item := next((each for each in self._waiting if each.lane not in failed), None)) is not None:
                self._under_way = item
                try:
                    status = await self._dispatcher.queue.enter(self._dispatcher.store_id, item, self._evicted)
                except StoreError as error:
                    failed[item.lane] = error
                    continue
                finally:
                    self._under_way = None
                self._waiting.remove(item)
                if status in ("full", "too_large"):
                    self._dispatcher.alarm("dropped", item.lane, status)
        for first in failed.values():
            raise first


def _instead_of(seen: _Row, after: _Row) -> Callable[[_Row | None], _Row | None]:
    """A change that makes `after` of an item, if that is still as it was `seen`."""
    return lambda row: after if row == seen else None


def _prefix(store: str, lane: str) -> str:
    return f"queue/{store}/{lane}/"


def _lane_key(store: str, lane: str) -> str:
    return f"queue-lane/{store}/{lane}"


def _key(store: str, of: QueueItem | Claim) -> str:
    return _prefix(store, of.lane) + sha256(f"{of.name}\x1f{of.identity}".encode("utf-8", "surrogatepass")).hexdigest()

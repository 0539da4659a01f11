"""Leases: the right to be the only one at work on a key, for a time.

A lease is taken by compare-and-swap and ends by itself, because its holder may be killed. On one machine its end is
measured by the monotonic clock, which is never set and is the same for all processes; between machines by the wall
clock.
"""

import json
import math
import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import NamedTuple, Self

from ..clock import SYSTEM_CLOCK, Clock
from ..log import harmless
from ._protocol import DamagedEntry, Lease, LeaseTimeout, Store, StoreError, VersionConflict

_GIVING_BACK = 1.0
"""Seconds that giving a lease back may take. After that it is given back with the next lease of its key, or ends by
itself."""
_LONGEST = 1e7
"""Seconds that a lease may last. An entry that says more is damaged: it would keep everybody out for good."""
LEAST = 0.5
"""Seconds that a store waits for its own lock at least, however short the caller's wait for the lease."""

NOT_GIVEN_BACK = "the lease of {} could not be given back"

_deadline: ContextVar[tuple[float, float]] = ContextVar("nexus_storefront_stores_deadline", default=(math.inf, 0.0))


class HeldLease(NamedTuple):
    """A lease that the process `pid` holds, or held."""

    key: str
    owner: str
    """Tells this grant from every other."""
    fence: int
    """0 if the answer to the write was lost, so that the lease may or may not have been granted."""
    until: float
    pid: int
    clock: Clock
    is_ours: Callable[["HeldLease"], bool]
    """Asks the store."""
    blocking: bool

    @property
    def inherited(self) -> bool:
        """Whether this is the copy of a forked child: the lease stayed with the parent."""
        return self.pid != os.getpid()

    def still_held(self) -> bool:
        return not self.inherited and self.clock.monotonic() < self.until and self.is_ours(self)


class NoLongerThan:
    """A block in which stores wait for their own locks until so many seconds have passed; after that, `least` seconds
    each time."""

    __slots__ = ("_around", "_until")

    def __init__(self, seconds: float, clock: Clock, *, least: float = 0.0) -> None:
        self._until = (clock.monotonic() + seconds, least)

    def __enter__(self) -> None:
        self._around = _deadline.get()
        _deadline.set(self._until)

    def __exit__(self, *_: object) -> None:
        _deadline.set(self._around)


def patience(usual: float, clock: Clock) -> float:
    """Seconds that a store may wait for its own lock now: `usual`, or what `NoLongerThan` leaves."""
    deadline, least = _deadline.get()
    return min(usual, max(least, deadline - clock.monotonic()))


class LeasesInEntries(Store):
    """`lease` for any store whose `put` compares and swaps: the lease is an entry `lease/{key}`.

    Derive a store of your own from this to get leases for nothing; set `clock` if it goes by another. Between machines,
    and across a restart of this one, a lease ends by the wall clock: those of the machines have to agree within its
    `ttl`, or the store ends its entries by itself, as `RedisStore` does.
    """

    clock: Clock = SYSTEM_CLOCK
    _ends_entries = False
    """Whether entries end by one clock for all that share the store, as a server's: then leases end with theirs."""

    def lease(self, key: str, *, ttl: float, wait: float) -> AbstractContextManager[Lease]:
        return self._leased(key, ttl, wait)

    @contextmanager
    def _leased(self, key: str, ttl: float, wait: float) -> Iterator[Lease]:
        asked: HeldLease | None = None
        unreturned, deadline = self._unreturned, self.clock.monotonic() + wait
        blocking = getattr(self, "blocking", True)
        try:
            # Who asks once, and waits for the lease elsewhere, may let the store wait for its own lock meanwhile.
            with NoLongerThan(max(wait, LEAST, _deadline.get()[1]), self.clock):
                # First give back earlier leases of this key that could not be given back then: nobody holds them. If
                # one cannot now either, nothing is asked for, or there would be ever more to give back.
                for left in unreturned.copy().values():
                    if left.until <= self.clock.monotonic():
                        unreturned.pop(left.owner, None)
                    elif left.key == key:
                        self._give_back(left)
                # Then ask until it is granted, with a new owner each time, by which a lost answer can be found out.
                while True:
                    owner = os.urandom(16).hex()  # as `secrets` makes it, whose import would be a tenth of ours
                    until, pid = self.clock.monotonic() + ttl, os.getpid()
                    asked = HeldLease(key, owner, 0, until, pid, self.clock, self._is_there, blocking)
                    try:
                        fence = self._take(asked, ttl)
                    except BaseException:
                        unreturned[owner] = asked  # it may have been granted, and only the answer lost
                        asked = None
                        raise
                    if fence:
                        asked = asked._replace(fence=fence)
                        break
                    asked, left_over = None, deadline - self.clock.monotonic()
                    if left_over <= 0:
                        raise LeaseTimeout(key, wait)
                    # Jitter keeps waiters from asking in step.
                    self.clock.sleep(min(random.uniform(0.002, 0.012), left_over))  # noqa: S311
            yield asked
        finally:
            # Last give it back. A forked child gives nothing back: the lease is its parent's.
            if asked is not None:
                unreturned[asked.owner] = asked  # before any call: each of them could be interrupted
                if asked.inherited:
                    del unreturned[asked.owner]
                else:
                    with NoLongerThan(_GIVING_BACK, self.clock), harmless(NOT_GIVEN_BACK.format(key)):
                        self._give_back(asked)  # whether that works makes no difference to what was done under it

    @property
    def _unreturned(self) -> dict[str, HeldLease]:
        """The leases still to be given back, by owner: threads may have left several of one key. That is done before
        another lease of the key is asked for."""
        # Made here, because a caller's store need not call an `__init__` of ours.
        leases: dict[str, HeldLease] = self.__dict__.setdefault("_kept_leases", {})
        return leases

    def _give_back(self, lease: HeldLease) -> None:
        name = f"lease/{lease.key}"
        fence = lease.fence or self._fence_of(name, lease.owner)
        if fence:
            self._drop_lease(name, fence)
        self._unreturned.pop(lease.owner, None)  # or another thread has done it just now

    def _take(self, lease: HeldLease, ttl: float) -> int:
        """Ask for `lease` once. Its fence; 0 while somebody else has it."""
        name = f"lease/{lease.key}"
        found = None if self._ends_entries else self.get(name)
        if found is not None and not _Grant.read(name, found.value).over(self.clock):
            return 0
        grant = _Grant(ttl, _machine(), lease.until - ttl, self.clock.time(), lease.owner).to_bytes()
        try:
            # In other stores a time to live would go by the wall clock.
            ends = ttl if self._ends_entries else None
            return self.put(name, grant, expected=found.version if found else 0, ttl=ends)
        except VersionConflict:
            return self._fence_of(name, lease.owner)  # a store that repeats writes conflicts with its own first one

    def _is_there(self, lease: HeldLease) -> bool:
        """Whether the store still has this lease."""
        found = self.get(f"lease/{lease.key}")
        return found is not None and found.version == lease.fence

    def _fence_of(self, name: str, owner: str) -> int:
        """The fence of this owner's lease; 0 if there is none, or somebody else's."""
        found = self.get(name)
        return found.version if found is not None and _Grant.read(name, found.value).owner == owner else 0

    def _drop_lease(self, name: str, fence: int) -> None:
        with suppress(VersionConflict):  # it ran out, and someone else has it now
            self.delete(name, expected=fence)

    def _drop_old_leases(self) -> None:
        """Remove what killed holders left behind, for keys that nobody may ask for again."""
        for name in self.keys("lease/"):
            with suppress(StoreError):  # a damaged one is an error for the caller who asks for that lease
                found = self.get(name)
                if found is not None and _Grant.read(name, found.value).over(self.clock):
                    self._drop_lease(name, found.version)


class _Grant(NamedTuple):
    """What the entry of a lease holds: for how long it was granted, and when."""

    ttl: float
    machine: str
    monotonic: float
    """When, in seconds since `machine` was started."""
    wall: float
    owner: str = ""
    """Tells this grant from every other."""

    def to_bytes(self) -> bytes:
        return json.dumps(self._asdict()).encode()

    @classmethod
    def read(cls, name: str, value: bytes) -> Self:
        try:
            fields = json.loads(bytes(value))  # a driver may have a class of its own for them
            numbers = {each: float(fields[each]) for each in ("ttl", "monotonic", "wall")}
            if not all(map(math.isfinite, numbers.values())) or numbers["ttl"] > _LONGEST:
                raise ValueError
            return cls(machine=str(fields["machine"]), owner=str(fields.get("owner", "")), **numbers)
        except (ValueError, TypeError, LookupError, OverflowError, RecursionError):
            raise DamagedEntry(name) from None

    def over(self, clock: Clock) -> bool:
        passed = clock.monotonic() - self.monotonic if self.machine == _machine() else clock.time() - self.wall
        # Granted more than a lease's length in the future: the clock was set back since, or the machine restarted.
        return not -self.ttl <= passed < self.ttl


@cache
def _machine() -> str:
    """A name for all processes that share this monotonic clock: this machine, from one start to the next."""
    if sys.platform == "emscripten":
        return os.urandom(8).hex()  # each page counts from when it was opened
    try:
        started = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return f"{started} {Path('/proc/self/ns/time').readlink()}"
    except OSError:
        import platform

        return platform.node()

"""Leases: leave to be the only one at work on a key, for a time.

A lease is given by compare-and-swap and ends by itself, for its holder may be killed. When it is over, the machine's
monotonic clock tells, which is never set and is the same for all its processes; between machines it is the wall clock.
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
from threading import get_ident
from typing import NamedTuple, Self

from ..clock import SYSTEM_CLOCK, Clock
from ..log import logger
from ._protocol import DamagedEntry, Entry, Lease, LeaseTimeout, StoreError, VersionConflict

_GIVING_BACK = 1.0
"""Seconds that giving a lease back may take: what cannot be given back then is tried again, or ends by itself."""
_LONGEST = 1e7
"""Seconds that a lease can last: one of longer would keep everybody out for good."""
LEAST = 0.5
"""Seconds that a store's own lock is waited for, however short the caller's wait for the lease."""

_deadline: ContextVar[tuple[float, float]] = ContextVar("nexus_storefront_stores_deadline", default=(math.inf, 0.0))


class HeldLease(NamedTuple):
    """A lease that the process `pid` holds, or held."""

    key: str
    owner: str
    """Tells this grant from every other."""
    fence: int
    """0 where the lease was perhaps granted, and only that was not told."""
    until: float
    pid: int
    clock: Clock
    is_ours: Callable[["HeldLease"], bool]
    """Asks the store."""
    blocking: bool

    def __repr__(self) -> str:
        return f"HeldLease(fence={self.fence})"

    @property
    def inherited(self) -> bool:
        """Whether this is the copy of a forked child: the lease stayed with the parent."""
        return self.pid != os.getpid()

    def still_held(self) -> bool:
        return not self.inherited and self.clock.monotonic() < self.until and self.is_ours(self)


class NoLongerThan:
    """In this block stores wait for locks of their own until so many seconds have passed, then `least` each time."""

    __slots__ = ("_around", "_until")

    def __init__(self, seconds: float, clock: Clock, *, least: float = 0.0) -> None:
        self._until = (clock.monotonic() + seconds, least)

    def __enter__(self) -> None:
        self._around = _deadline.get()
        _deadline.set(self._until)

    def __exit__(self, *_: object) -> None:
        _deadline.set(self._around)


def patience(usual: float, clock: Clock) -> float:
    """Seconds that a store waits for a lock of its own now: as usual, but no longer than a lease or a call may wait."""
    deadline, least = _deadline.get()
    return min(usual, max(least, deadline - clock.monotonic()))


class Leasing:
    """`lease` for a store that can say how one is taken and given back."""

    clock: Clock = SYSTEM_CLOCK

    def lease(self, key: str, *, ttl: float, wait: float) -> AbstractContextManager[Lease]:
        return self._leased(key, ttl, wait)

    def _take(self, lease: HeldLease, ttl: float) -> int:
        """Ask for `lease` once. Its fence; 0 while somebody else has it."""
        raise NotImplementedError

    def _is_there(self, lease: HeldLease) -> bool:
        """Whether it is this one that the store has."""
        raise NotImplementedError

    def _give_back(self, lease: HeldLease) -> None:
        raise NotImplementedError

    @contextmanager
    def _leased(self, key: str, ttl: float, wait: float) -> Iterator[Lease]:
        lease: HeldLease | None = None
        unreturned, here = self._unreturned, _asked_here(key)
        try:
            with NoLongerThan(max(wait, LEAST), self.clock):
                # Nobody holds what could not be given back, so nobody need wait for its end.
                for which in (key, here):
                    left = unreturned.pop(which, None)
                    if left is not None:
                        self._returned(left)
                lease = self._granted(key, ttl, wait)
                unreturned.pop(here, None)
            yield lease
        finally:
            if lease is not None:
                unreturned[here] = lease  # until it is given back, and before any call, which could be interrupted
                if not lease.inherited:
                    with NoLongerThan(_GIVING_BACK, self.clock):
                        self._returned(lease)
                unreturned.pop(here, None)

    @property
    def _unreturned(self) -> dict[object, HeldLease]:
        """Leases that could not be given back, to be given back before they are asked for again: by their keys, and by
        `_asked_here` those of a thread that is asking or giving back, or was interrupted at it."""
        # A store of the caller's has no `__init__` of ours.
        leases: dict[object, HeldLease] = self.__dict__.setdefault("_kept_leases", {})
        return leases

    def _granted(self, key: str, ttl: float, wait: float) -> HeldLease:
        deadline = self.clock.monotonic() + wait
        blocking = getattr(self, "blocking", True)
        while True:
            until, pid = self.clock.monotonic() + ttl, os.getpid()
            owner = os.urandom(16).hex()  # as `secrets` makes it, whose import would be a tenth of ours
            lease = HeldLease(key, owner, 0, until, pid, self.clock, self._is_there, blocking)
            self._unreturned[_asked_here(key)] = lease
            try:
                fence = self._take(lease, ttl)
            except Exception:
                self._unreturned.pop(_asked_here(key), None)
                raise
            if fence:
                return lease._replace(fence=fence)
            self._unreturned.pop(_asked_here(key), None)
            left = deadline - self.clock.monotonic()
            if left <= 0:
                raise LeaseTimeout(key, wait)
            # Jitter keeps waiters from asking in step.
            self.clock.sleep(min(random.uniform(0.002, 0.012), left))  # noqa: S311

    def _returned(self, lease: HeldLease) -> None:
        """Give it back. Whether that works makes no difference to what was done under it: a failure is logged."""
        try:
            self._give_back(lease)
        except BaseException as error:
            self._unreturned[lease.key] = lease
            if not isinstance(error, Exception):
                raise
            logger.warning("the lease of %s could not be given back: %s", lease.key, type(error).__name__)


def _asked_here(key: str) -> tuple[str, int]:
    return key, get_ident()


class LeasesInEntries(Leasing):
    """`lease` for any store whose `put` compares and swaps: the lease is an entry `lease/{key}`.

    Derive a store of your own from this to get leases for nothing; set `clock` if it goes by another. Between machines,
    and across a restart of this one, a lease ends by the wall clock: those of the machines have to agree within its
    `ttl`, or the store has leases of its own, as `RedisStore` does.
    """

    def get(self, key: str) -> Entry | None:
        raise NotImplementedError

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        raise NotImplementedError

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        raise NotImplementedError

    def keys(self, prefix: str) -> list[str]:
        raise NotImplementedError

    def _drop_old_leases(self) -> None:
        """Remove what killed holders left behind, for keys that nobody may ask for again."""
        for name in self.keys("lease/"):
            try:
                found = self.get(name)
                if found is not None and _Grant.read(name, found.value).over(self.clock):
                    self._drop_lease(name, found.version)
            except StoreError:
                continue  # damaged: told to whoever asks for that lease

    def _take(self, lease: HeldLease, ttl: float) -> int:
        name = f"lease/{lease.key}"
        found = self.get(name)
        if found is not None and not _Grant.read(name, found.value).over(self.clock):
            return 0
        grant = _Grant(ttl, _machine(), lease.until - ttl, self.clock.time(), lease.owner)
        try:
            # Without a time to live, which would be by the wall clock.
            return self.put(name, grant.to_bytes(), expected=found.version if found else 0)
        except VersionConflict:
            return self._fence_of(name, lease.owner)  # a store that repeats a write by itself meets its own
        except BaseException:
            self._unreturned[lease.key] = lease  # perhaps it was written, and only that was not told
            raise

    def _is_there(self, lease: HeldLease) -> bool:
        found = self.get(f"lease/{lease.key}")
        return found is not None and found.version == lease.fence

    def _give_back(self, lease: HeldLease) -> None:
        name = f"lease/{lease.key}"
        fence = lease.fence or self._fence_of(name, lease.owner)
        if fence:
            self._drop_lease(name, fence)

    def _fence_of(self, name: str, owner: str) -> int:
        """Of this owner's grant; 0 where there is none, or another."""
        found = self.get(name)
        return found.version if found is not None and _Grant.read(name, found.value).owner == owner else 0

    def _drop_lease(self, name: str, fence: int) -> None:
        with suppress(VersionConflict):  # it ran out, and someone else has it now
            self.delete(name, expected=fence)


class _Grant(NamedTuple):
    """What stands in the entry of a lease: for how long, and since when."""

    ttl: float
    machine: str
    monotonic: float
    """Of the machine that `machine` names, since it was started."""
    wall: float
    owner: str = ""
    """Tells this grant from every other."""

    def to_bytes(self) -> bytes:
        return json.dumps(self._asdict()).encode()

    @classmethod
    def read(cls, name: str, value: bytes) -> Self:
        try:
            fields = json.loads(value)
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
    """Names whatever shares this monotonic clock: this machine, from one start to the next."""
    if sys.platform == "emscripten":
        return os.urandom(8).hex()  # each page counts from when it was opened
    try:
        started = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return f"{started} {Path('/proc/self/ns/time').readlink()}"
    except OSError:
        import platform

        return platform.node()

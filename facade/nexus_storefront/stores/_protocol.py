"""What a store must do, and the parts that every store shares."""

import json
import random
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from secrets import token_hex
from typing import NamedTuple, Protocol, runtime_checkable

from ..errors import StorefrontError


class StoreError(StorefrontError):
    """A store could not do what was asked: unreachable, full, unreadable. Never carries a stored value."""


class VersionConflict(StoreError):
    """The entry is not at the expected version: someone else wrote first, and nothing was changed.

    `found` is the version that is there, 0 when the entry is absent.
    """

    def __init__(self, key: str, expected: int, found: int) -> None:
        super().__init__(f"{key} is at version {found}, not {expected}", key=key, expected=expected, found=found)

    key: str
    expected: int
    found: int


class LeaseTimeout(StoreError):
    """The lease stayed with someone else for as long as the caller was willing to wait, in seconds."""

    def __init__(self, key: str, waited: float) -> None:
        super().__init__(f"{key} is leased to someone else (waited {waited:g} s)", key=key, waited=waited)

    key: str
    waited: float


class Entry(NamedTuple):
    """A stored value and its version."""

    value: bytes
    version: int

    def __repr__(self) -> str:
        # Values hold tokens.
        return f"Entry({len(self.value)} bytes, version={self.version})"


class Lease(Protocol):
    """Leave to be the only one at work on a key."""

    @property
    def fence(self) -> int:
        """A number that rises with every grant of this lease."""
        ...

    def still_held(self) -> bool:
        """Whether the lease is still ours: False once its time is up or someone else has it."""
        ...


@runtime_checkable
class Store(Protocol):
    """A small, durable key-value store with compare-and-swap and leases, shared by threads, processes or machines.

    Keys are short text, values are bytes. Calls block, so async code makes them in a thread, unless the store has a
    class attribute `blocking = False`. Every method raises `StoreError` when the store cannot be reached or read.
    """

    def get(self, key: str) -> Entry | None:
        """The entry, or None when it is absent or its time to live is over."""
        ...

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        """Write an entry and return its new version; the write is durable when this returns.

        `expected` None writes in any case, 0 only where there is no entry, else only over that version;
        `VersionConflict` when it does not hold. `ttl` is the time to live in seconds, None for no end. Versions of
        a key only ever rise, also across a delete.
        """
        ...

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        """Remove an entry; False when there was none. `VersionConflict` when it is not at version `expected`."""
        ...

    def keys(self, prefix: str) -> list[str]:
        """The keys that start with `prefix`, sorted."""
        ...

    def lease(self, key: str, *, ttl: float, wait: float) -> AbstractContextManager[Lease]:
        """Hold the lease of a key for a `with` block.

        Waits up to `wait` seconds (0: does not wait), then raises `LeaseTimeout`. After `ttl` seconds the lease is free
        for others even if its holder has not returned it, as when it was killed. Entering and leaving the block may
        happen in different threads. A lease guards nothing by itself: write with `expected`.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections. Entries stay, except in memory."""
        ...


def next_version(previous: int) -> int:
    """A version above `previous`, and above those of any entry of this key that was deleted before."""
    return max(previous + 1, time.time_ns())


def check(key: str, expected: int | None, found: int) -> None:
    """Refuse a write that expected another version."""
    if expected is not None and expected != found:
        raise VersionConflict(key, expected, found)


class _RecordLease:
    def __init__(self, store: "LeasesInEntries", name: str, fence: int, until: float) -> None:
        self._store = store
        self._name = name
        self.fence = fence
        self.blocking = getattr(store, "blocking", True)
        self._until = until

    def still_held(self) -> bool:
        if time.monotonic() >= self._until:
            return False
        entry = self._store.get(self._name)
        return entry is not None and entry.version == self.fence


class LeasesInEntries:
    """`lease` for any store whose `put` compares and swaps: the lease is an entry `lease/{key}` that lives for `ttl`.

    Derive a store of your own from this to get leases for nothing. Expiry is by this machine's wall clock, so a store
    shared by machines needs either clocks that agree within the `ttl` or a lease of its own, as `RedisStore` has.
    """

    def get(self, key: str) -> Entry | None:
        raise NotImplementedError

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        raise NotImplementedError

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        raise NotImplementedError

    @contextmanager
    def lease(self, key: str, *, ttl: float, wait: float) -> Iterator[Lease]:
        name = f"lease/{key}"
        owner = token_hex(8)
        started = time.monotonic()
        while True:
            asked = time.monotonic()
            fence = self._grant(name, owner, ttl)
            if fence is not None:
                break
            if asked - started >= wait:
                raise LeaseTimeout(key, wait)
            # Jitter keeps waiters from asking in step.
            time.sleep(min(random.uniform(0.002, 0.012), max(0.0, wait - (asked - started))))  # noqa: S311
        try:
            yield _RecordLease(self, name, fence, asked + ttl)
        finally:
            with suppress(VersionConflict):  # It ran out and someone else has it now.
                self.delete(name, expected=fence)

    def _grant(self, name: str, owner: str, ttl: float) -> int | None:
        held = self.get(name)
        now = time.time()
        if held is not None:
            # A grant from more than a lease's length in the future: the clock was set back, and expiry with it.
            granted = json.loads(held.value)["at"]
            if now >= granted - ttl:
                return None
        record = json.dumps({"owner": owner, "at": now}).encode()
        try:
            return self.put(name, record, expected=held.version if held else 0, ttl=ttl)
        except VersionConflict:
            return None

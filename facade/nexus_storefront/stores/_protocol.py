"""The protocol of stores, and the parts that they share."""

import sys
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from importlib import import_module
from typing import Any, NamedTuple, Protocol, cast, runtime_checkable

from ..clock import Clock
from ..errors import InvalidInput, MissingExtra, StorefrontError


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


class DamagedEntry(StoreError):
    """The entry of the key cannot be read. `delete(key)` removes it."""

    def __init__(self, key: str) -> None:
        super().__init__(f"the entry {key} is damaged; delete it to start afresh", key=key)

    key: str


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
    """The right to be the only one at work on a key, for a time."""

    @property
    def fence(self) -> int:
        """A number that rises with every grant of this lease: the holder who came later has the higher one."""
        ...

    @property
    def until(self) -> float:
        """When the lease ends, in monotonic seconds of the store's clock. Begin nothing after that."""
        ...

    def still_held(self) -> bool:
        """Whether it is still ours: False once its time is up, someone else has it, or in a forked child."""
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
        for others even if its holder has not given it back, as when it was killed; setting the wall clock changes
        nothing about that. Leaving the block raises nothing of the store's: what was done under the lease is done.
        Entering and leaving may happen in different threads; a forked child has no lease of its parent's.

        A lease guards nothing by itself, for its holder may be stopped for longer than it lasts: write with `expected`
        what was read under it, so that a late holder changes nothing.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections. Entries stay, except in memory."""
        ...


class AsyncStore(Protocol):
    """A `Store` whose methods are awaited, for `AsyncStorefront` only: a browser's page has no other."""

    async def get(self, key: str) -> Entry | None: ...

    async def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int: ...

    async def delete(self, key: str, *, expected: int | None = None) -> bool: ...

    async def keys(self, prefix: str) -> list[str]: ...

    def lease(self, key: str, *, ttl: float, wait: float) -> AbstractAsyncContextManager[Lease]: ...

    def close(self) -> None: ...


_LARGEST = 2**62


def intact(key: str, value: object, version: object, expires: object = None) -> tuple[Entry, float | None]:
    """An entry and when it ends (epoch seconds, None for never), from the fields of a row or file. Raises
    `DamagedEntry` if no store of ours can have written them."""
    if not isinstance(value, bytes) or type(version) is not int or not 0 < version <= _LARGEST:
        raise DamagedEntry(key)
    if expires is not None and (type(expires) not in (int, float) or expires != expires):
        raise DamagedEntry(key)
    return Entry(value, version), cast("float | None", expires)


def known_version(kept: object) -> int:
    """The highest version of a removed entry, as it was kept; 0 if that is damaged: then the clock alone makes versions
    rise."""
    return kept if isinstance(kept, int) and 0 < kept <= _LARGEST else 0


def next_version(previous: int, clock: Clock) -> int:
    """A version above `previous`, and, unless the clock was set back, above every version before."""
    return max(previous + 1, min(int(clock.time() * 1e9), _LARGEST - 2**32))  # a clock may be set to any year


def check(key: str, expected: int | None, found: int) -> None:
    """Refuse a write that expected another version."""
    if expected is not None and expected != found:
        raise VersionConflict(key, expected, found)


# --- checks of a store's arguments, and libraries that only some stores need

LONGEST = 1e6
"""Seconds to wait at most; the system's locks refuse more."""


def check_times(clock: Clock, **seconds: float) -> None:
    """Raise `InvalidInput` for what is no clock, and for waits that are no seconds from 0 to `LONGEST`."""
    if isinstance(clock, type) or not isinstance(clock, Clock):
        raise InvalidInput("clock must be a Clock")
    for name, value in seconds.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= LONGEST:
            raise InvalidInput(f"{name} must be a number of seconds from 0 to {LONGEST:g}")


def needs(module: str, extra: str) -> Any:
    """Import a library that belongs to an extra."""
    try:
        return import_module(module)
    except (ImportError, NotImplementedError) as error:  # the latter where it knows that it cannot work, as in a page
        there = f"pip install 'nexus-storefront[{extra}]'"
        if sys.platform == "emscripten":
            there = "a browser's page does not have it, and keeps things in its PageStore"
        raise MissingExtra(f"this store needs {module}: {there}") from error

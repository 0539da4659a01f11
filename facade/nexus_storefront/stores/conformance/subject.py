"""How the suites open a store, damage it and cut it off, and a clock that they set."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TypeVar

from ...clock import SYSTEM_CLOCK, Clock, SystemClock
from .._protocol import LeaseTimeout, Store, StoreError, VersionConflict

E = TypeVar("E", bound=StoreError)

JUNK = (
    *(b"", b"null", b"[]", b"{}", b"\n", b'{"key": 1}', b"\xff\xfe", b"[" * 100_000, b"1" * 100_000, b"\x00" * 64),
    *(b'{"ttl": null}', b'{"ttl": "x", "monotonic": 0, "wall": 0}'),
    b'{"ttl": 1e300, "machine": "m", "monotonic": 0, "wall": 0}',
)
"""What no store has written."""


class Subject:
    """The store under test. Override `open_store`, and of the others what is true of yours."""

    shared_by_processes = True
    """False for a store that lives in one object: `open_store` then gives that object each time."""

    def open_store(self) -> Store:
        """A new handle on the same data."""
        raise NotImplementedError

    @cached_property
    def handle(self) -> Store:
        """The one with which a test does most."""
        return self.open_store()

    def open_store_at(self, clock: Clock) -> Store | None:
        """The same, going by `clock`. None where the time is not this program's, as on a server."""
        return None

    def damage(self, key: str, content: bytes) -> bool:
        """Put `content` where the entry of `key` is kept, as a failing disk would. False if that cannot be done."""
        return False

    def out_of_reach(self, store: Store) -> AbstractContextManager[None] | None:
        """A block in which the store can be neither read nor written. None if there is no such thing."""
        return None


class HandClock(SystemClock):
    """A clock that goes on by hand and by sleeping, besides by itself; `set_by` sets its wall clock only."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.offset = 0.0

    def time(self) -> float:
        return super().time() + self.passed + self.offset

    def monotonic(self) -> float:
        return super().monotonic() + self.passed

    def sleep(self, seconds: float) -> None:
        self.go_on(max(0.0, seconds))

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)

    def go_on(self, seconds: float) -> None:
        self.passed += seconds

    def set_by(self, seconds: float) -> None:
        self.offset += seconds


def raised(kind: type[E], call: Callable[..., object], *arguments: object, **options: object) -> E:
    """The error of this kind that the call raises; any other, or none, fails the test."""
    try:
        found = call(*arguments, **options)
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__}: {found!r}")


def conflict(write: Callable[[], object], *, expected: int, found: int) -> None:
    """`write` is refused for this reason."""
    refused = raised(VersionConflict, write)
    assert (refused.expected, refused.found) == (expected, found)


def value(store: Store, key: str) -> bytes:
    """What stands under a key that is there."""
    entry = store.get(key)
    assert entry is not None, f"{key} is gone"
    return entry.value


def refused(store: Store, *, wait: float = 0.0) -> bool:
    """Whether somebody else has the lease of `k`, and is waited for as long as asked."""
    try:
        with store.lease("k", ttl=30, wait=wait):
            return False
    except LeaseTimeout as error:
        waited = error.waited
    assert waited == wait, f"waited {waited:g} s, not {wait:g} s"
    return True


def until(happened: Callable[[], bool]) -> None:
    """Wait for what comes by itself."""
    deadline = SYSTEM_CLOCK.monotonic() + 10
    while not happened():
        assert SYSTEM_CLOCK.monotonic() < deadline, "did not happen within 10 s"
        SYSTEM_CLOCK.sleep(0.01)

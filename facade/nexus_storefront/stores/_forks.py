"""What keeps locks and connections, and forks.

A lock that another thread holds during a fork is locked for ever in the child. SQLite keeps its view of file locks per
process, so no connection of it may cross a fork, not even unused; and a file lock lives on in every child that
inherited its descriptor. So every fork waits until no thread is inside, and finds nothing open. It waits, too, for what
another thread is importing: a module that is being imported during a fork can never be imported in the child.

A signal handler that forks may have interrupted its own thread inside, for which nobody can wait: that is left as it
is, and in the child its connection is given up, open as it is.
"""

import os
import sys
import time
from collections.abc import Callable
from threading import Lock, RLock, get_ident
from typing import Protocol
from weakref import WeakSet


class OwnedLock:
    """A lock that knows which thread has it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._owner = 0

    @property
    def mine(self) -> bool:
        """Whether this thread has it."""
        return self._owner == get_ident()

    def acquire(self, timeout: float = -1) -> bool:
        """Whether the lock was to be had within `timeout` seconds (-1: waits for ever)."""
        if not self._lock.acquire(timeout=timeout):
            return False
        self._owner = get_ident()
        return True

    def release(self) -> None:
        self._owner = 0
        self._lock.release()

    def locked(self) -> bool:
        return self._lock.locked()

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()


class Holder(Protocol):
    """Whatever keeps locks, and perhaps a connection."""

    def fork_locks(self) -> tuple[OwnedLock, ...]:
        """Whoever holds these keeps every thread out; in the order in which they are taken."""
        ...

    def disconnect(self) -> None:
        """Close what must not cross the fork; the next use opens another. The locks are held."""
        ...

    def after_fork(self) -> None:
        """In the child: new locks, for the old ones may be held by threads that exist no more."""
        ...


_holders: WeakSet[Holder] = WeakSet()
_forking = RLock()
"""One fork at a time, for two would take the same locks, perhaps in another order."""
_held: list[OwnedLock] = []
_IMPORTING = 2.0
"""Seconds that a fork waits for the imports of other threads."""


def ready_for_forks(holder: Holder) -> None:
    """Have it ready for every fork of this process."""
    with _forking:
        _holders.add(holder)


class ForkLock(OwnedLock):
    """A lock for threads that no forked child finds locked. A fork does not wait for it, unless it is `waited` for.

    What it guards has to be such that a child may begin anew with it; `in_child` is called there.
    """

    def __init__(self, *, in_child: Callable[[], None] | None = None, waited: bool = False) -> None:
        super().__init__()
        self._in_child = in_child
        self._waited = waited
        ready_for_forks(self)

    def release(self) -> None:
        if self.mine:  # else the child goes on in a block that its parent entered
            super().release()

    def fork_locks(self) -> tuple[OwnedLock, ...]:
        return (self,) if self._waited else ()

    def disconnect(self) -> None:
        """Nothing is open."""

    def after_fork(self) -> None:
        super().__init__()
        if self._in_child is not None:
            self._in_child()


def _importing() -> bool:
    """Whether another thread is importing something, as far as Python tells."""
    locks = getattr(sys.modules.get("_frozen_importlib"), "_module_locks", {})
    return any(getattr(found(), "owner", None) not in (None, get_ident()) for found in [*locks.values()])


def _before_fork() -> None:
    _forking.acquire()
    for holder in list(_holders):
        locks = holder.fork_locks()
        if any(lock.mine for lock in locks):
            continue
        for lock in locks:
            lock.acquire()
            _held.append(lock)
        holder.disconnect()
    # Last, for whoever was waited for goes on to import.
    until = time.monotonic() + _IMPORTING
    while _importing() and time.monotonic() < until:
        time.sleep(0.001)


def _after_fork_in_parent() -> None:
    while _held:
        _held.pop().release()
    _forking.release()


def _after_fork_in_child() -> None:
    global _forking
    _forking = RLock()
    _held.clear()
    for holder in list(_holders):
        holder.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before_fork, after_in_parent=_after_fork_in_parent, after_in_child=_after_fork_in_child)

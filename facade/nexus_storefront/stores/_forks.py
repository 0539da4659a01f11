"""What keeps locks and connections, and forks.

A lock that another thread holds during a fork is locked for ever in the child. SQLite keeps its view of file locks per
process, so no connection of it may cross a fork, not even unused; and a file lock lives on in every child that
inherited its descriptor. So every fork waits until no thread is inside, and finds nothing open. It waits, too, for what
another thread is importing: a module that is being imported during a fork can never be imported in the child.

A signal handler that forks may have interrupted its own thread inside, for which nobody can wait: that is left as it
is, and in the child its connection is given up, open as it is.
"""

import gc
import os
import sys
import time
from _thread import RLock, get_ident
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self
from weakref import WeakSet


class OwnedLock(RLock):  # type: ignore[misc]  # the stub says that it is final, and it is not
    """A lock that knows which thread has it, and that no thread keeps that is interrupted, by whatever a signal raises
    at any point: `with` is the interpreter's own, and everything else is asked of the lock itself.
    """

    def __new__(cls, *_: object, **__: object) -> Self:
        return super().__new__(cls)

    @property
    def mine(self) -> bool:
        """Whether this thread has it."""
        return bool(self._is_owned())  # type: ignore[attr-defined]

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Whether the lock was to be had, within `timeout` seconds (-1: however long). A thread that has it gets it no
        second time, unless it is a signal handler or a finalizer that comes upon a `with` block of its own thread."""
        return not self.mine and super().acquire(blocking, timeout)

    def release(self) -> None:
        """Give it back, if this thread has it."""
        if self.mine:
            super().release()

    def locked(self) -> bool:
        if not self.mine and super().acquire(blocking=False):
            super().release()
            return False
        return True

    @contextmanager
    def within(self, seconds: float) -> Iterator[bool]:
        """Whether the lock is held in this block: it was to be had within so many seconds."""
        if self.mine:
            gc.collect()  # it may be had by what is left of a call that was interrupted: frames that hold each other
        nested, had = self.mine, False
        try:
            had = self.acquire(timeout=max(0.0, seconds))
            yield had
        finally:
            # `had` first: between it and the lock's own method nothing is called, so nothing can be interrupted.
            if had or (not nested and self.mine):
                RLock.release(self)


class Holder:
    """Whatever keeps locks, and perhaps a connection."""

    def fork_locks(self) -> tuple[OwnedLock, ...]:
        """Whoever holds these keeps every thread out; in the order in which they are taken."""
        return ()

    def disconnect(self) -> None:
        """Close what must not cross the fork; the next use opens another. The locks are held."""

    def after_fork(self) -> None:
        """In the child: new locks, for the old ones may be held by threads that exist no more."""
        raise NotImplementedError


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


class ForkLock(OwnedLock, Holder):  # type: ignore[misc]
    """A lock for threads that no forked child finds locked. A fork does not wait for it, unless it is `waited` for.

    What it guards has to be such that a child may begin anew with it; `in_child` is called there.
    """

    def __init__(self, *, in_child: Callable[[], None] | None = None, waited: bool = False) -> None:
        super().__init__()
        self._in_child = in_child
        self._waited = waited
        ready_for_forks(self)

    def fork_locks(self) -> tuple[OwnedLock, ...]:
        return (self,) if self._waited else ()

    def after_fork(self) -> None:
        if not self.mine:  # else the child goes on in a block that its parent entered
            self._at_fork_reinit()  # type: ignore[attr-defined]
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
    while _held:
        _held.pop().release()
    for holder in list(_holders):
        holder.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before_fork, after_in_parent=_after_fork_in_parent, after_in_child=_after_fork_in_child)

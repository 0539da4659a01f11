"""Locks and connections that survive a fork of the process.

A lock that another thread holds during a fork stays locked in the child for ever. SQLite keeps its view of file locks
per process, so none of its connections may cross a fork, not even unused; and a file lock lives on in every child that
inherited its descriptor. So every fork waits until no thread holds one of these locks, and closes the connections. It
also waits for imports of other threads: a module whose import is interrupted by a fork cannot be imported in the child.

A signal handler that forks may have interrupted its own thread while that held a lock. Nobody can wait for that: the
lock stays as it is, and the child abandons the connection without closing it.
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
    """A lock that knows which thread has it, and that is given back even if a signal handler raises at any point:
    `with` is the interpreter's own, and who has the lock is asked of the lock itself.
    """

    def __new__(cls, *_: object, **__: object) -> Self:
        return super().__new__(cls)

    @property
    def mine(self) -> bool:
        """Whether this thread has it."""
        return bool(self._is_owned())  # type: ignore[attr-defined]

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock, and tell whether it was free within `timeout` seconds (-1: wait without end). False for a
        thread that has it already; only a plain `with`, in a signal handler or a finalizer, takes it a second time."""
        return not self.mine and super().acquire(blocking, timeout)

    def release(self) -> None:
        """Give it back, if this thread has it."""
        if self.mine:
            super().release()

    def locked(self) -> bool:
        with self.within(0.0) as free:
            return not free

    @contextmanager
    def within(self, seconds: float) -> Iterator[bool]:
        """Hold the lock for a block, and tell in it whether it was free within so many seconds."""
        if self.mine:
            gc.collect()  # an interrupted call may have left it in frames that keep each other alive
        nested, acquired = self.mine, False
        try:
            acquired = self.acquire(timeout=max(0.0, seconds))
            yield acquired
        finally:
            # `acquired` first: between it and the lock's own method nothing is called, so nothing can be interrupted.
            if acquired or (not nested and self.mine):
                RLock.release(self)


class Holder:
    """Whatever keeps locks, and perhaps a connection."""

    def fork_locks(self) -> tuple[OwnedLock, ...]:
        """The locks that keep every other thread out, in the order in which they are taken."""
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
    """Have every fork of this process take care of `holder`, for as long as it lives."""
    with _forking:
        _holders.add(holder)


class ForkLock(OwnedLock, Holder):  # type: ignore[misc]
    """A lock for threads that is free in every forked child. A fork waits for it only with `waited`.

    A child must be able to begin anew with what the lock guards; `in_child` is called there to do so.
    """

    def __init__(self, *, in_child: Callable[[], object] | None = None, waited: bool = False) -> None:
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
    """Whether another thread is importing something, as far as Python shows it."""
    locks = getattr(sys.modules.get("_frozen_importlib"), "_module_locks", {})
    return any(getattr(found(), "owner", None) not in (None, get_ident()) for found in [*locks.values()])


def _before_fork() -> None:
    _forking.acquire()
    for holder in list(_holders):
        locks = holder.fork_locks()
        if any(lock.mine for lock in locks):
            continue
        for lock in locks:
            _held.append(lock)  # first, for a signal may interrupt this as soon as the lock is taken
            lock.acquire()
        holder.disconnect()
    # Last, because a thread that was waited for may have begun to import something.
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

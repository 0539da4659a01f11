"""SQLite and forks.

SQLite keeps its view of locks per process: no connection may cross a fork, not even unused. And no thread may be inside
SQLite while another one forks, or the child inherits SQLite's own mutexes as they are then, and hangs.
"""

import os
import sqlite3
from threading import Lock
from typing import Protocol
from weakref import WeakSet

__all__ = ["ABANDONED", "guard"]

ABANDONED: list[sqlite3.Connection] = []
"""Connections that came over a fork past Python's hooks: closing one could drop the parent's locks."""


class Holder(Protocol):
    """Whatever keeps a connection."""

    def fork_locks(self) -> tuple[Lock, ...]:
        """Whoever holds these keeps every thread out of the connection; in the order in which they are taken."""
        ...

    def disconnect(self) -> None:
        """Close the connection; the next use opens another."""
        ...

    def after_fork(self) -> None:
        """In the child: new locks, for the old ones may be held by threads that exist no more."""
        ...


_guarded: WeakSet[Holder] = WeakSet()
_held: list[Lock] = []


def guard(holder: Holder) -> None:
    """Close its connection before every fork."""
    _guarded.add(holder)


def _before_fork() -> None:
    for holder in list(_guarded):
        for lock in holder.fork_locks():
            lock.acquire()
            _held.append(lock)
        holder.disconnect()


def _after_fork_in_parent() -> None:
    while _held:
        _held.pop().release()


def _after_fork_in_child() -> None:
    _held.clear()
    for holder in list(_guarded):
        holder.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before_fork, after_in_parent=_after_fork_in_parent, after_in_child=_after_fork_in_child)

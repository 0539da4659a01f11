"""The threads in which an asynchronous shop calls its store.

Not the threads of the event loop: it looks up host names in those, which can take half a minute each, and a few of them
would keep every call of a store waiting.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
_MOST = 32
_made: dict[int, Executor] = {}


def in_store_thread(loop: asyncio.AbstractEventLoop, call: Callable[[], T]) -> asyncio.Future[T]:
    """Begin `call` in another thread; in this one if none can be started, for an order may depend on it."""
    todo = [call]  # taken out by the thread that runs it: an executor that can start no thread may still queue it

    def once() -> T:
        try:
            mine = todo.pop()
        except IndexError:
            raise RuntimeError("no thread can be had") from None
        return mine()

    try:
        return loop.run_in_executor(_threads(), once)
    except RuntimeError:
        done = loop.create_future()
        try:
            done.set_result(once())
        except Exception as error:
            done.set_exception(error)
        return done


def _threads() -> Executor:
    """The threads of this process: a forked child has none of its parent's."""
    from concurrent.futures import ThreadPoolExecutor

    pid = os.getpid()
    if pid not in _made:
        _made.setdefault(pid, ThreadPoolExecutor(_MOST, "nexus-store"))
    return _made[pid]

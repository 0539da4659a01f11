"""The threads in which an asynchronous shop calls its store.

Not the threads of the event loop: it looks up host names in those, which can take half a minute each, and a few of them
would keep every call of a store waiting.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
_MOST = 32
_made: dict[int, Executor] = {}


def in_store_thread(loop: asyncio.AbstractEventLoop, call: Callable[[], T]) -> asyncio.Future[T]:
    """Begin `call` in another thread; in this one if none can be started, for an order may depend on it."""
    done, todo = loop.create_future(), [call]

    def once() -> None:
        try:
            mine = todo.pop()
        except IndexError:
            return  # an executor that could start no thread had queued it all the same, and another thread was free
        tell: Callable[[Any], object] = done.set_result
        try:
            told: Any = mine()
        except BaseException as error:
            tell, told = done.set_exception, error
        with suppress(RuntimeError):  # the loop was closed meanwhile
            loop.call_soon_threadsafe(lambda: done.done() or tell(told))

    try:
        _threads().submit(once)
    except RuntimeError:
        once()
    return done


def _threads() -> Executor:
    """The threads of this process: a forked child has none of its parent's."""
    from concurrent.futures import ThreadPoolExecutor

    pid = os.getpid()
    if pid not in _made:
        _made.setdefault(pid, ThreadPoolExecutor(_MOST, "nexus-store"))
    return _made[pid]

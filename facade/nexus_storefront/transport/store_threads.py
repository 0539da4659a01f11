"""The threads in which an asynchronous shop calls its store.

They are none of the event loop's: that looks up the names of hosts in those, which can take half a minute each, and
while a few of them do, nothing else of the loop's would begin.
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


def begun(loop: asyncio.AbstractEventLoop, call: Callable[[], T]) -> asyncio.Future[T]:
    """`call` in another thread; in this one where none can be had: what an order depends on is written."""
    todo = [call]  # once, by whoever comes first: an executor that can start no thread may have it in line for others

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
    """Those of this process: a forked child has none of its parent's."""
    from concurrent.futures import ThreadPoolExecutor

    pid = os.getpid()
    if pid not in _made:
        _made.setdefault(pid, ThreadPoolExecutor(_MOST, "nexus-store"))
    return _made[pid]

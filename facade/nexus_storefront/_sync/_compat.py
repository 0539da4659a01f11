"""Where the two halves differ at run time. Written by hand, with a twin of the same names in `_async`."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, NoReturn, ParamSpec, TypeVar

import httpx

if TYPE_CHECKING:
    from ..stores import Lease, Store

__all__ = ["ByteStream", "Lock", "WrongHalf", "in_thread", "leased", "sleep"]

P = ParamSpec("P")
T = TypeVar("T")

Lock = threading.Lock
ByteStream = httpx.SyncByteStream
sleep = time.sleep


def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call `function`: here the caller's thread is the one that may block."""
    return function(*args, **kwargs)


def leased(store: Store, key: str, *, ttl: float, wait: float) -> AbstractContextManager[Lease]:
    """`store.lease`."""
    return store.lease(key, ttl=ttl, wait=wait)


class WrongHalf:
    """The generated asynchronous functions, given the synchronous client."""

    async def asend(self, operation: object, request: object) -> NoReturn:
        raise TypeError("this is the synchronous client: call the operation's sync() or sync_detailed()")

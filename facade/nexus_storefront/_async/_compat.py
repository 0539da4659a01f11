"""Where the two halves differ at run time. Written by hand, with a twin of the same names in `_sync`."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, TypeVar

import anyio
import anyio.to_thread
import httpx

if TYPE_CHECKING:
    from ..stores import Lease, Store

__all__ = ["ByteStream", "Lock", "WrongHalf", "in_thread", "leased", "sleep"]

P = ParamSpec("P")
T = TypeVar("T")

Lock = anyio.Lock
ByteStream = httpx.AsyncByteStream
sleep = anyio.sleep


async def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run `function` in a thread, to its end also when the caller is cancelled: what it wrote or took is then known."""
    call = partial(function, *args, **kwargs)
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # trio
        with anyio.CancelScope(shield=True):
            return await anyio.to_thread.run_sync(call)
    future = loop.run_in_executor(None, call)
    cancelled: asyncio.CancelledError | None = None
    with anyio.CancelScope(shield=True):
        while not future.done():
            try:
                await asyncio.wait([future])
            except asyncio.CancelledError as error:  # asyncio's own cancellation passes anyio's shield
                cancelled = error
    if cancelled is not None:
        if not future.cancelled():
            future.exception()  # seen: the cancellation goes first
        raise cancelled
    return future.result()


@asynccontextmanager
async def leased(store: Store, key: str, *, ttl: float, wait: float) -> AsyncIterator[Lease]:
    """`store.lease`, waited for without holding a thread: else the waiters could keep the holder from releasing."""
    granted: list[Any] = []

    def take() -> None:
        manager = store.lease(key, ttl=ttl, wait=0)
        granted.append((manager, manager.__enter__()))

    from ..stores import LeaseTimeout

    deadline = time.monotonic() + wait
    while True:
        try:
            await in_thread(take)
            break
        except LeaseTimeout:
            if time.monotonic() >= deadline:
                raise
        except BaseException:
            if granted:
                await in_thread(granted[0][0].__exit__, None, None, None)
            raise
        await sleep(0.01 + random.random() * 0.03)  # noqa: S311 - spreads the waiters
    try:
        yield granted[0][1]
    finally:
        await in_thread(granted[0][0].__exit__, None, None, None)


class WrongHalf:
    """The generated synchronous functions, given the asynchronous client."""

    def send(self, operation: object, request: object) -> NoReturn:
        raise TypeError("this is the asynchronous client: call the operation's asyncio() or asyncio_detailed()")

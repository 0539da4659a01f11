"""Where the two halves differ at run time. Written by hand, with a twin of the same names in `_sync`."""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from contextvars import Context, copy_context
from functools import partial
from inspect import iscoroutinefunction
from math import inf
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, TypeVar, cast

import anyio
import anyio.lowlevel
import anyio.to_thread
import httpx

from ...clock import Clock
from ...errors import StorefrontError, Timeout
from ...frames import frameless
from ...stores import LeaseTimeout, MemoryStore
from ...stores.leases import LEAST, NoLongerThan
from ..store_threads import in_store_thread

if TYPE_CHECKING:
    from ...stores import Lease, Store


P = ParamSpec("P")
T = TypeVar("T")
Lock = anyio.Lock
can_be_called = callable


@frameless
async def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of `function`, called in a thread. It runs to its end even if the caller is cancelled, so that what
    it wrote or took is known.

    A method of an object that says `blocking = False`, such as a store in memory, is called in the event loop, and its
    result is awaited if it is awaitable, as with the store of a browser's page. Errors come without their frames: the
    variables of a store hold what is stored.
    """
    if not getattr(getattr(function, "__self__", None), "blocking", True):
        result: Any = function(*args, **kwargs)
        return await to_its_end(lambda: result) if hasattr(result, "__await__") else result
    call = partial(copy_context().run, partial(function, *args, **kwargs))  # the context says how long a store may wait
    loop = _asyncio_loop()
    return await to_its_end(
        partial(anyio.to_thread.run_sync, call) if loop is None else partial(in_store_thread, loop, call)
    )


@frameless
async def in_thread_for(seconds: float, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`in_thread` for a function that may go on unattended: raises `TimeoutError` when it takes more than `seconds`."""
    at_once = not getattr(getattr(function, "__self__", None), "blocking", True)
    call, loop = partial(function, *args, **kwargs), _asyncio_loop()
    if at_once or loop is None:
        with anyio.fail_after(max(0.0, seconds)):
            return await (called(call) if at_once else anyio.to_thread.run_sync(call, abandon_on_cancel=True))
    return await _waited_for(in_store_thread(loop, partial(copy_context().run, call)), seconds)


async def to_its_end(work: Callable[[], Awaitable[T]]) -> T:
    """The result of `work()`, which runs to its end even if the caller is cancelled."""
    with anyio.CancelScope(shield=True):
        return await (work() if _asyncio_loop() is None else _to_its_end(asyncio.ensure_future(work()), lambda: None))
    raise AssertionError("a shielded scope swallows nothing")


async def within(seconds: float, work: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of `work(...)`; `TimeoutError` after `seconds`.

    On asyncio the work is a task of its own, which only anyio cancels: asyncio's own cancellation ignores the shields
    under which the HTTP library gives a connection back, and the connection would be lost to its pool.
    """
    await anyio.lowlevel.checkpoint_if_cancelled()  # before anything is begun
    scope = anyio.CancelScope(deadline=anyio.current_time() + seconds)

    async def run() -> T:
        with scope:
            if not scope.cancel_called:
                return await work(*args, **kwargs)
        raise TimeoutError

    loop = _asyncio_loop()
    if loop is None:
        return await run()
    return await _to_its_end(loop.create_task(run()), scope.cancel)


async def _waited_for(work: asyncio.Future[T], seconds: float) -> T:
    """The result of `work`. Raises `TimeoutError` after `seconds`; the work then goes on by itself."""
    work.add_done_callback(lambda done: done.cancelled() or done.exception())  # else asyncio warns of its error
    done, _ = await asyncio.wait([work], timeout=max(0.0, seconds))
    if not done:
        raise TimeoutError
    return work.result()


async def _to_its_end(work: asyncio.Future[T], cancel: Callable[[], object]) -> T:
    """The result of `work`. If the caller is cancelled, `cancel()` is called, the work is waited for, and only then is
    the cancellation raised: anyio's shields do not stop asyncio's own cancellation."""
    cancelled: asyncio.CancelledError | None = None
    while not work.done():
        ended = work.get_loop().create_future()
        work.add_done_callback(partial(_wake, ended))  # `asyncio.wait` would take twice as long
        try:
            await ended
        except asyncio.CancelledError as error:
            cancelled = error
            cancel()
    if cancelled is not None:
        if not work.cancelled():
            work.exception()  # else asyncio warns of it; the cancellation goes first
        raise cancelled
    if work.cancelled():
        raise RuntimeError("the work cancelled itself")  # no cancellation: the caller was not cancelled
    return work.result()


def _wake(sleeper: asyncio.Future[None], _: object) -> None:
    if not sleeper.done():
        sleeper.set_result(None)


def starts_by(deadline: float, clock: Clock) -> dict[str, Any]:
    """Extensions of a request that must not leave after `deadline`. None are needed here: `within` ends it."""
    return {}


def default_transport() -> httpx.AsyncBaseTransport | None:
    """The transport of a shop that was given none; None for httpx's own."""
    if sys.platform != "emscripten":
        return None
    from ...browser import FetchTransport

    return FetchTransport()


def default_store() -> Store:
    """The store of a shop that was given none."""
    if sys.platform != "emscripten":
        return MemoryStore()
    from ...browser import PageStore

    return cast("Store", PageStore())  # `in_thread` and `leased` await what it gives


def with_timed_reads(client: httpx.AsyncClient) -> httpx.AsyncClient:
    """`client`, whose reads end with their call. Nothing is needed for that here: `within` ends them."""
    return client


def home() -> object:
    """The event loop, to which the connections of an HTTP client belong; None on trio."""
    return _asyncio_loop()


@asynccontextmanager
async def held(lock: anyio.Lock, wait: float) -> AsyncIterator[None]:
    """Hold `lock` for a block. Raises `Timeout` if others have it for more than `wait` seconds."""
    try:
        lock.acquire_nowait()  # a free lock is taken even if there is no time left
    except anyio.WouldBlock:
        with anyio.move_on_after(wait) as scope:
            await lock.acquire()
        if scope.cancelled_caught:
            late = "another call of this shop was in the way for too long: nothing was sent"
            raise Timeout(late, effect="nothing_left") from None
    try:
        yield
    finally:
        lock.release()


@asynccontextmanager
async def leased(store: Store, key: str, *, ttl: float, wait: float, clock: Clock) -> AsyncIterator[Lease]:
    """Hold a lease of the store for a block. It is waited for without a thread, since waiters in all threads would keep
    the holder from giving it back, and is given back also when the caller is cancelled. Raises `LeaseTimeout` after
    `wait` seconds.
    """
    if iscoroutinefunction(store.get):
        # Entered and left in one task, with all scopes in order: locks, scopes and variables belong to a task.
        limit = anyio.CancelScope(deadline=anyio.current_time() + max(LEAST, wait))
        with limit, anyio.CancelScope() as leaving:
            awaited: Any = store.lease(key, ttl=ttl, wait=wait)
            async with awaited as lease:
                try:
                    if not limit.cancel_called:
                        limit.deadline = inf
                        yield lease
                        return
                finally:
                    leaving.shield = True
        raise LeaseTimeout(key, max(LEAST, wait))
    lease, leave = await _granted(store, key, ttl, clock.monotonic() + wait, clock)
    try:
        yield lease
    finally:
        await leave()


async def _granted(store: Store, key: str, ttl: float, deadline: float, clock: Clock) -> Any:
    """A lease of a store with blocking methods, and the function that gives it back."""
    run: Any = in_thread if getattr(store, "blocking", True) else called
    granted, given_up = list[Any](), list[bool]()

    def take() -> None:
        manager = store.lease(key, ttl=ttl, wait=0)
        granted.append((manager.__enter__(), manager.__exit__))
        if given_up:
            leave()

    def leave() -> None:
        with suppress(IndexError):  # given back already, by the thread or by the caller that gave up
            granted.pop()[1](None, None, None)

    while True:
        left = deadline - clock.monotonic()
        own = max(LEAST, left - LEAST)  # for the store's own lock: it is told apart from a store that hangs
        try:
            with NoLongerThan(own, clock, least=own):
                await (run(take) if run is called else in_thread_for(max(LEAST, left), take))
            return granted[0][0], partial(run, leave)
        except LeaseTimeout:
            if left <= 0:
                raise
        except BaseException as error:
            given_up.append(True)
            if granted:
                await run(leave)
            if isinstance(error, TimeoutError):
                raise LeaseTimeout(key, max(LEAST, left)) from None
            raise
        await clock.asleep(0.01 + random.random() * 0.03)  # noqa: S311 - spreads the waiters


async def called(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of a caller's function, awaited if it is awaitable. A cancellation that did not come to this task, but
    from one that the function waited for, is an error of the function: `RuntimeError`."""
    result: Any = function(*args, **kwargs)
    try:
        return await result if hasattr(result, "__await__") else result  # type: ignore[no-any-return]
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
    raise RuntimeError("the work cancelled itself")


async def some_at_once(works: Sequence[Callable[[], Awaitable[T]]], most: int = 4) -> list[T | StorefrontError]:
    """Do pieces of work, at most `most` of them at a time. Gives their results in order, with the `StorefrontError` of
    one that raised it in the place of its result; any other error is raised."""
    done, todo = dict[int, Any](), iter(enumerate(works))

    async def worker() -> None:
        for number, work in todo:
            try:
                done[number] = await work()
            except anyio.get_cancelled_exc_class():
                raise
            except BaseException as error:  # raised below as it is, not in an exception group
                done[number] = error

    async with anyio.create_task_group() as group:
        for _ in range(min(most, len(works))):
            group.start_soon(worker)
    for result in done.values():
        if isinstance(result, BaseException) and not isinstance(result, StorefrontError):
            raise result
    return [done[number] for number in range(len(works))]


class Flight:
    """One run of a piece of work at a time: whoever asks while it runs waits for it and gets its result.

    On asyncio the run is a task of its own, in an empty context: a caller that is cancelled or tired of waiting leaves,
    and the run goes on for the others. On trio the caller that began it stays to its end.
    """

    def __init__(self) -> None:
        self._task: asyncio.Task[Any] | None = None
        self._lock = anyio.Lock()
        self._runs = 0
        self._result: Any = None

    @property
    def busy(self) -> bool:
        return (self._task is not None and not self._task.done()) or self._lock.locked()

    async def join(self, work: Callable[[], Awaitable[T]], wait: float) -> T:
        """The result of the run; `TimeoutError` after `wait` seconds."""
        loop = _asyncio_loop()
        if loop is None:
            runs = self._runs
            with anyio.fail_after(wait):
                await self._lock.acquire()
            try:
                if self._runs == runs:
                    self._result = await to_its_end(work)
                    self._runs += 1
                return cast("T", self._result)
            finally:
                self._lock.release()
        task = self._task
        if task is None or task.done() or task.get_loop() is not loop:
            task = self._task = loop.create_task(called(cast("Any", work)), context=Context())
        return await _waited_for(task, wait)

    async def settle(self) -> None:
        """Wait until nothing is running."""
        task = self._task
        if task is not None and not task.done() and task.get_loop() is asyncio.get_running_loop():
            await asyncio.wait({task})


def _asyncio_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None  # trio


class Later:
    """A piece of work put off until nobody has asked for it for `delay` seconds; one run at a time."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._lock = anyio.Lock()

    async def ask(self, work: Callable[[], Awaitable[None]]) -> None:
        """Have the work done after the delay. On trio, which has no task to leave it to, it is done now."""
        await self.drop()
        loop = _asyncio_loop()
        if loop is None:
            await self._run(work)
        else:
            self._timer = loop.call_later(self._delay, self._start, loop, work)

    async def now(self, work: Callable[[], Awaitable[None]], wait: float) -> None:
        """Do the work now, and wait for it up to `wait` seconds; it goes on after that."""
        await self.drop()
        loop = _asyncio_loop()
        if loop is None:
            with anyio.move_on_after(wait):
                await self._run(work)
        else:
            await asyncio.wait({self._start(loop, work)}, timeout=max(0.0, wait))

    async def drop(self) -> None:
        """Do not begin the work that was put off."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _start(self, loop: asyncio.AbstractEventLoop, work: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        self._task = loop.create_task(self._run(work), context=Context())
        return self._task

    async def _run(self, work: Callable[[], Awaitable[None]]) -> None:
        async with self._lock:
            await work()


class WrongHalf:
    """The generated synchronous functions, given the asynchronous client."""

    def send(self, operation: object, request: object) -> NoReturn:
        raise TypeError("this is the asynchronous client: call the operation's asyncio() or asyncio_detailed()")

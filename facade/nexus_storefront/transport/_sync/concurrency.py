"""Where the two halves differ at run time. Written by hand, with a twin of the same names in `_async`."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import Context
from functools import wraps
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, TypeVar

import httpx

from ...arguments import is_function
from ...clock import Clock
from ...errors import MissingExtra, StorefrontError, Timeout
from ...frames import frameless
from ...stores import MemoryStore
from ...stores._forks import ForkLock

if TYPE_CHECKING:
    from ...stores import Lease, Store


P = ParamSpec("P")
T = TypeVar("T")

Lock = ForkLock


@frameless
def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of `function`, called in this thread, which may block. Errors come without their frames: the variables
    of a store hold what is stored."""
    return function(*args, **kwargs)


@frameless
def in_thread_for(seconds: float, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`in_thread`; it takes as long as the store does, for a thread cannot be stopped."""
    return function(*args, **kwargs)


def to_its_end(work: Callable[[], T]) -> T:
    """The result of `work()`: a thread is not cancelled."""
    return work()


def within(seconds: float, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of `work(...)`. A thread cannot be stopped: the timeouts of each phase keep the time here."""
    return work(*args, **kwargs)


def starts_by(deadline: float, clock: Clock) -> dict[str, Any]:
    """Extensions of a request that must not leave after `deadline`: phases within their timeouts can add up to more."""

    def watch(event: str, info: object) -> None:
        if event.endswith("send_request_headers.started") and clock.monotonic() > deadline:
            raise httpx.ConnectTimeout("the connection was made too late: nothing was sent")

    return {"trace": watch}


def default_transport() -> httpx.BaseTransport | None:
    """The transport of a shop that was given none; None for httpx's own."""
    if sys.platform == "emscripten":
        raise MissingExtra("a browser's page has no connections that wait: use AsyncStorefront, or give a transport")
    return None


def default_store() -> Store:
    """The store of a shop that was given none."""
    return MemoryStore()


def with_timed_reads(client: httpx.Client) -> httpx.Client:
    """`client`, whose reads end with their call."""
    from ..timed_reads import with_timed_reads

    return with_timed_reads(client)


def home() -> object:
    """None: the connections of an HTTP client belong to no event loop here."""
    return None


@contextmanager
def held(lock: ForkLock, wait: float) -> Iterator[None]:
    """Hold `lock` for a block. Raises `Timeout` if others have it for more than `wait` seconds."""
    with lock.within(wait) as acquired:
        if not acquired:
            late = "another call of this shop was in the way for too long: nothing was sent"
            raise Timeout(late, effect="nothing_left")
        yield


def leased(store: Store, key: str, *, ttl: float, wait: float, clock: Clock) -> AbstractContextManager[Lease]:
    """Hold a lease of the store for a block; the store waits by its own clock. Raises `LeaseTimeout` after `wait` seconds.
    """
    return store.lease(key, ttl=ttl, wait=wait)


def some_at_once(works: Sequence[Callable[[], T]]) -> list[T | StorefrontError]:
    """Do pieces of work, one after the other. Gives their results, with the `StorefrontError` of one that raised it in
    the place of its result; any other error is raised."""
    return [_result(work) for work in works]


def _result(work: Callable[[], T]) -> T | StorefrontError:
    try:
        return work()
    except StorefrontError as error:
        return error


class Flight:
    """One run of a piece of work at a time: whoever asks while it runs waits for it and gets its result.

    The run is made by the first caller's thread, in an empty context. A forked child starts with none running.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._runs = 0
        self._result: Any = None

    @property
    def busy(self) -> bool:
        return self._lock.locked()

    def join(self, work: Callable[[], T], wait: float) -> T:
        """The result of the run; `TimeoutError` after `wait` seconds. What the run itself calls, such as a function of
        the caller's own that it tells something, cannot wait for its end, and makes a run of its own."""
        if self._lock.mine:
            return Context().run(work)
        runs = self._runs
        with self._lock.within(wait) as acquired:
            if not acquired:
                raise TimeoutError
            if self._runs == runs:
                self._result = Context().run(work)
                self._runs += 1
            result: T = self._result
            return result

    def settle(self) -> None:
        """Wait until nothing is running."""
        with self._lock:
            pass


class Later:
    """A piece of work put off until nobody has asked for it for `delay` seconds; one run at a time, in a thread."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._timer: threading.Timer | None = None
        self._lock = Lock(in_child=self._in_child)

    def _in_child(self) -> None:
        self._timer = None  # its thread is the parent's, and may have had its lock

    def ask(self, work: Callable[[], None]) -> None:
        """Have the work done after the delay, or now if no thread can be started."""
        self.drop()
        timer = threading.Timer(self._delay, self._run, (work,))
        timer.daemon = True
        if _starts(timer):
            self._timer = timer
        else:
            self._run(work)

    def now(self, work: Callable[[], None], wait: float) -> None:
        """Do the work now, and wait for it up to `wait` seconds; it goes on after that."""
        self.drop()
        thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        if _starts(thread):
            thread.join(max(0.0, wait))
        else:
            self._run(work)

    def drop(self) -> None:
        """Do not begin the work that was put off."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _run(self, work: Callable[[], None]) -> None:
        with self._lock:
            work()


def _starts(thread: threading.Thread) -> bool:
    try:
        thread.start()
    except RuntimeError:  # there are too many of them, or the interpreter is at its end
        return False
    return True


def called(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of a caller's function. Raises `TypeError` for an awaitable one, which nobody here would await."""
    result = function(*args, **kwargs)
    if hasattr(result, "__await__"):
        if isinstance(result, Coroutine):
            result.close()
        raise TypeError("a function of the asynchronous half")
    return result


can_be_called = is_function


class WrongHalf:
    """The generated asynchronous functions, given the synchronous client."""

    async def asend(self, operation: object, request: object) -> NoReturn:
        raise TypeError("this is the synchronous client: call the operation's sync() or sync_detailed()")

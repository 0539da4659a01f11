"""Hooks, which get an event when a call starts, before each attempt after the first, and when it ends; and raw answers.

An event holds names, counts and times, never a header, a body, an id or a token, so that it may be logged as it is.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..log import logger

if TYPE_CHECKING:
    import httpx

call_numbers = itertools.count(1)


class CallEvent(NamedTuple):
    """The event that a hook gets: a call begins, an attempt has failed and is followed by another, a call has ended."""

    phase: Literal["start", "attempt", "end"]
    """`start`: nothing was sent yet. `attempt`: one has failed, and another follows. `end`: how the call ended."""
    call: int
    """The same number in all events of one call, and in no other call of this process."""
    operation_id: str
    """The operation's id in the contract, e.g. `createPublicCheckout`."""
    method: str
    """The HTTP method."""
    route: str
    """The path template, without ids."""
    attempt: int = 0
    """Which attempt it was, from 1; 0 at the start."""
    elapsed: float = 0.0
    """Seconds since the start of the call, with its attempts and all waits, that for the rate limit too."""
    status: int | None = None
    """The answer's status, if there was an answer."""
    error: str | None = None
    """The error's class name."""
    request_id: str | None = None
    """The service's id of the request, if it sent one."""
    wait: float | None = None
    """Seconds until the next attempt; None if there is none."""


route_in_flight: ContextVar[str | None] = ContextVar("nexus_storefront_route", default=None)
"""The path template of the exchange that this task or thread is in."""

_HTTP_LOGGERS = (
    "httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy", "httpcore.socks",
    "hpack.hpack", "hpack.table",
)  # fmt: skip


class _Discreet(logging.Filter):
    """Keeps what the HTTP libraries log of our exchanges free of ids in URLs and of tokens in headers."""

    def filter(self, record: logging.LogRecord) -> bool:
        route = route_in_flight.get()
        if route is None:
            return True
        if record.name == "httpx" and isinstance(record.args, tuple):
            record.args = tuple(route if type(value).__name__ == "URL" else value for value in record.args)
        if record.name.startswith("hpack."):  # nothing but headers
            return False
        return not (record.name.startswith("httpcore.") and "headers" in record.getMessage())


def keep_http_logs_discreet() -> None:
    """Put the filter on the loggers of the HTTP libraries; once is enough."""
    for name in _HTTP_LOGGERS:
        found = logging.getLogger(name)
        if not any(isinstance(each, _Discreet) for each in found.filters):
            found.addFilter(_Discreet())


Hook = Callable[[CallEvent], None]


def emit(hooks: Iterable[Hook], event: CallEvent) -> None:
    """Tell every hook. One that fails is logged and cannot fail the call; the answers to calls that it makes are not in
    the `raw` block around this one."""
    for hook in hooks:
        around = captured.set(None)
        try:
            hook(event)
        except Exception:
            logger.warning("a hook failed on %s", event.operation_id, exc_info=True)
        finally:
            captured.reset(around)


_LOGGED = (
    "%(phase)s %(operation_id)s %(route)s attempt=%(attempt)d status=%(status)s error=%(error)s elapsed=%(elapsed).3f"
    " wait=%(wait)s"
)


def log_event(event: CallEvent) -> None:
    """A hook that writes the event to the logger `nexus_storefront` at DEBUG, with the fields as `extra`."""
    if logger.isEnabledFor(logging.DEBUG):
        logger.debug(_LOGGED, event._asdict(), extra={"nexus_call": event})


class Answers(list["httpx.Response"]):
    """Every answer that was received inside a block."""

    may_have_left = False
    """Whether anything that was sent inside the block may have left."""


captured: ContextVar[Answers | None] = ContextVar("nexus_storefront_raw", default=None)


@contextmanager
def raw() -> Iterator[Answers]:
    """Collect every answer that this task or thread receives inside the block, attempts that failed included."""
    answers, around = Answers(), captured.get()
    try:
        captured.set(answers)
        yield answers
    finally:
        captured.set(around)
        if around is not None:
            around.extend(answers)

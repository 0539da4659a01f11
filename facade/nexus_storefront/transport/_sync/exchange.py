# Rendered from facade/nexus_storefront/transport/_async/exchange.py by scripts/unasync.py; edit that file.
"""One call under way, and what its failures are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import httpx

from ...errors import (
    EFFECTS,
    ConnectionFailed,
    DecodeError,
    Effect,
    StorefrontError,
    Timeout,
    refuses,
    request_id,
)
from ...redact import redact
from .. import routes as identity
from ..hooks import CallEvent
from .concurrency import ByteStream

if TYPE_CHECKING:
    from nexus_commerce.types import Operation

    from ...clock import Clock


class _Call:
    """One call under way."""

    __slots__ = (
        "asked",
        "attempt",
        "clock",
        "deadline",
        "effect",
        "least",
        "limited",
        "number",
        "operation",
        "route",
        "started",
        "told",
        "unsent",
    )

    def __init__(self, operation: Operation, total: float, clock: Clock) -> None:
        self.clock = clock
        self.operation = operation
        self.route = route = identity.route_for(operation.method, operation.path)
        self.limited = route.api_key or route.bearer  # by the storefront's rate limit
        self.number = self.attempt = 0
        self.effect: Effect = "nothing_left"
        """What the attempts so far may have done; one that was answered with success has done what was asked."""
        self.unsent = False
        """The last attempt provably never left."""
        self.started = clock.monotonic()
        self.deadline = self.started + total
        # Seconds without which it is not sent: nobody would know what it did.
        self.least = 0.0 if route.repeatable else min(5.0, total / 10)
        # What the last answer said in the headers that matter here, and in Retry-After.
        self.told: dict[str, str] = {}
        self.asked: float | None = None

    def has_done(self, status: int | None) -> None:
        """One more attempt of this call was answered with `status`, or None: it was sent, and its answer was lost."""
        lost = status is None or not (status < 300 or refuses(status))
        effect: Effect = "may_have_taken_effect" if lost and self.route.changes_something else "refused"
        if EFFECTS.index(effect) > EFFECTS.index(self.effect):
            self.effect = effect

    def event(
        self,
        phase: Literal["start", "attempt", "end"],
        response: httpx.Response | None = None,
        error: BaseException | None = None,
        wait: float | None = None,
    ) -> CallEvent:
        failed = error if isinstance(error, StorefrontError) else None
        return CallEvent(
            phase,
            self.number,
            self.operation.id,
            self.operation.method,
            self.operation.path,
            self.attempt,
            self.clock.monotonic() - self.started,
            response.status_code if response is not None else getattr(failed, "status", None),
            type(error).__name__ if error is not None else None,
            request_id(response.headers) if response is not None else getattr(failed, "request_id", None),
            wait,
        )


class HeadersOfACall(httpx.Headers):
    """The headers of an answer that refuses, where an earlier attempt of the same call may have taken effect."""

    def __init__(self, headers: httpx.Headers, effect: Effect) -> None:
        super().__init__(headers)
        self.effect: Effect = effect


class _Deadlined(ByteStream):
    """A body that may not take longer than the call: read timeouts alone never end a slow drip."""

    def __init__(self, inner: Any, deadline: float, request: httpx.Request, clock: Clock) -> None:
        self._clock = clock
        self._inner = inner
        self._deadline = deadline
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._inner:
            if self._clock.monotonic() > self._deadline:
                raise httpx.ReadTimeout("the body took longer than the call may last", request=self._request)
            yield chunk

    def close(self) -> None:
        self._inner.close()


def _failure_class(error: httpx.HTTPError) -> type[StorefrontError]:
    if isinstance(error, httpx.TimeoutException):
        return Timeout
    return DecodeError if isinstance(error, httpx.DecodingError) else ConnectionFailed


def _transport_error(error: httpx.HTTPError, operation: Operation, effect: Effect) -> StorefrontError:
    detail = redact(str(error))
    return _failure_class(error)(
        f"{type(error).__name__}: {detail}" if detail else type(error).__name__,
        operation_id=operation.id,
        effect=effect,
    )

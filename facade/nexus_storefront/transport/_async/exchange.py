"""One call under way, and what its failures are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Literal

import httpx

from ...errors import (
    ConnectionFailed,
    DecodeError,
    StorefrontError,
    Timeout,
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
        "least",
        "limited",
        "number",
        "operation",
        "route",
        "started",
        "told",
    )

    def __init__(self, operation: Operation, total: float, clock: Clock) -> None:
        self.clock = clock
        self.operation = operation
        self.route = route = identity.route_for(operation.method, operation.path)
        self.limited = route.api_key or route.bearer  # by the storefront's rate limit
        self.number = self.attempt = 0
        self.started = clock.monotonic()
        self.deadline = self.started + total
        # Seconds without which it is not sent: nobody would know what it did.
        self.least = 0.0 if route.repeatable else min(5.0, total / 10)
        # What the last answer said in the headers that matter here, and in Retry-After.
        self.told: dict[str, str] = {}
        self.asked: float | None = None

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


class _Deadlined(ByteStream):
    """A body that may not take longer than the call: read timeouts alone never end a slow drip."""

    def __init__(self, inner: Any, deadline: float, request: httpx.Request, clock: Clock) -> None:
        self._clock = clock
        self._inner = inner
        self._deadline = deadline
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._inner:
            if self._clock.monotonic() > self._deadline:
                raise httpx.ReadTimeout("the body took longer than the call may last", request=self._request)
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()


def _failure_class(error: httpx.HTTPError) -> type[StorefrontError]:
    if isinstance(error, httpx.TimeoutException):
        return Timeout
    return DecodeError if isinstance(error, httpx.DecodingError) else ConnectionFailed


def _transport_error(error: httpx.HTTPError, operation: Operation, may_have_taken_effect: bool) -> StorefrontError:
    detail = redact(str(error))
    return _failure_class(error)(
        f"{type(error).__name__}: {detail}" if detail else type(error).__name__,
        operation_id=operation.id,
        may_have_taken_effect=may_have_taken_effect,
    )

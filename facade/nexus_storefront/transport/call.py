"""One call under way: its operation and route, its time, and what its attempts have done so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, get_args

from ..errors import Effect, StorefrontError
from ..redact import request_id
from .hooks import CallEvent
from .routes import route_for

if TYPE_CHECKING:
    import httpx
    from nexus_commerce.types import Operation, RequestArgs

    from ..clock import Clock
    from ..redact import Secret


class AttemptLost(Exception):
    """One attempt of a call brought no answer. It stays inside the transport, which in the end raises its `failure`."""

    def __init__(self, failure: StorefrontError) -> None:
        super().__init__()
        self.failure = failure


_EFFECTS: tuple[Effect, ...] = get_args(Effect)
"""From the weakest to the strongest: a call has the strongest effect of all its attempts."""


class Call:
    """One call under way."""

    def __init__(
        self,
        operation: Operation,
        request: RequestArgs,
        total: float,
        clock: Clock,
        authorization: Secret | None = None,
    ) -> None:
        self.clock = clock
        self.operation = operation
        self.request = request
        self.authorization = authorization
        """A business credential, for routes outside of the storefront's layers."""
        self.headers: dict[str, str] = {}
        """The headers of the attempt: the identities of its route, and the caller's own."""
        self.route = route = route_for(operation.method, operation.path)
        self.limited = route.api_key or route.bearer
        """The storefront's rate limit counts it."""
        self.number = self.attempt = 0
        self.effect: Effect = "nothing_left"
        """The strongest effect that an attempt so far may have had; one that was answered with success counts as
        `refused`, because it is no failure."""
        self.admitted = False
        """Admitted by the rate budget, and not answered yet."""
        self.unsent = False
        """The last attempt provably never left."""
        self.bearer: Secret | None = None
        """The access token of the last attempt."""
        self.started = clock.monotonic()
        self.deadline = self.started + total
        self.least = 0.0 if route.repeatable else min(5.0, total / 10)
        """Seconds that must be left for the call to be sent: with fewer its answer would be lost."""
        self.seen_headers: Mapping[str, str] = {}
        """The headers of the last answer that the transport reads, by lower-case name."""
        self.retry_after: float | None = None
        """Seconds, from the `Retry-After` of the last answer, if that was no success."""

    @property
    def left(self) -> float:
        """Seconds until the call's time is over; negative after that."""
        return self.deadline - self.clock.monotonic()

    def has_done(self, effect: Effect) -> None:
        """Take note of the effect that one more attempt may have had."""
        if _EFFECTS.index(effect) > _EFFECTS.index(self.effect):
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

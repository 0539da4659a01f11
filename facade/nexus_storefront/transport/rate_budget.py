"""The rate budget: what is left of the limit, who may use it, and how several clients know. Pure.

The service limits storefront calls per client address and says so in `X-Ratelimit-*`. What one client learns is kept in
the store under `rate/{store_id}`, so that a new client or another process does not have to run into the limit again.
When little is left, catalogue calls and then events wait for the next window, so that a checkout still gets through.
"""

import json
from collections.abc import Mapping
from typing import NamedTuple

from .routes import Priority

MAX_WAIT = 30.0
WINDOW = 60.0
"""Seconds: a reset that is further off is not believed, so that one odd answer does not hold up all calls for long."""

# The part of the limit kept back from everyone less urgent than a checkout.
# By priority: nothing, a tenth, a quarter.
RESERVE = (0, 10, 4)
DEFAULT_BLOCK = 1.0


class RateBudget(NamedTuple):
    """The rate limit, as far as it is known; times are epoch seconds."""

    limit: int | None = None
    remaining: int | None = None
    reset_at: float = 0.0
    blocked_until: float = 0.0
    seen_at: float = 0.0
    """When the service said so."""

    def observe(
        self, status: int, headers: Mapping[str, str], now: float, retry_after: float | None, under_way: int = 0
    ) -> "RateBudget":
        """The budget after an answer, which may not count those `under_way` yet. Returns itself if the answer says
        nothing about it."""
        budget, blocked_until = self, _believed(self.blocked_until, now, MAX_WAIT)
        if status == 429:
            wait = min(MAX_WAIT, DEFAULT_BLOCK if retry_after is None else retry_after)
            blocked_until = max(blocked_until, now + wait)
            budget = budget._replace(blocked_until=blocked_until)
        if "x-ratelimit-remaining" not in headers:
            return budget
        limit, remaining = _number(headers.get("x-ratelimit-limit")), _number(headers["x-ratelimit-remaining"])
        if remaining is None:
            return budget
        reset_at = min(_moment(headers.get("x-ratelimit-reset"), now), now + WINDOW)
        if status == 429 and retry_after is not None:
            reset_at = min(reset_at, now + retry_after)  # can be read in one way only
        left = max(0, int(remaining) - under_way)
        return RateBudget(None if limit is None else int(limit), left, reset_at, blocked_until, seen_at=now)

    def wait(self, priority: int, now: float) -> float:
        """Seconds a call of this priority waits before it is sent, at most `MAX_WAIT`: the server is the judge."""
        blocked_until, reset_at = _believed(self.blocked_until, now, MAX_WAIT), _believed(self.reset_at, now, WINDOW)
        until = blocked_until + 0.25 * priority if blocked_until > now else 0.0
        if self.remaining is not None and reset_at > now and self.remaining <= self.reserve(priority):
            until = max(until, reset_at + 0.25 * priority)
        return min(MAX_WAIT, max(0.0, until - now))

    def reserve(self, priority: int) -> int:
        """How many of the limit are not for calls of this priority: never all of them."""
        share = RESERVE[priority]
        return 0 if not (share and self.limit) else min(self.limit - 1, -(-self.limit // share))

    def spend(self, now: float) -> "RateBudget":
        """The budget after sending one request whose answer has not come yet."""
        if self.remaining is None:
            return self
        if self.limit and 0 < self.reset_at <= now:
            # A new window, whose length the next answer says: until then no more than the limit may go.
            return self._replace(remaining=self.limit - 1, reset_at=now + 1)
        return RateBudget(self.limit, max(0, self.remaining - 1), self.reset_at, self.blocked_until, self.seen_at)

    def short(self, now: float) -> bool:
        """Others should know: little is left, or the service has refused."""
        if self.blocked_until > now:
            return True
        # The first two are nearly always enough.
        return (
            self.remaining is not None
            and self.remaining * RESERVE[Priority.EVENTS] < (self.limit or 0) + RESERVE[Priority.EVENTS]
            and self.remaining <= self.reserve(Priority.EVENTS)
        )

    def merge(self, other: "RateBudget", now: float) -> "RateBudget":
        """The newer of two views, with the refusals of both; times of a clock that is ahead are not believed."""
        newer = other if self.seen_at < other.seen_at <= now + 1 else self
        return newer._replace(blocked_until=max(self.blocked_until, _believed(other.blocked_until, now, MAX_WAIT)))

    def to_bytes(self) -> bytes:
        return json.dumps(self._asdict()).encode()

    @classmethod
    def from_bytes(cls, value: bytes) -> "RateBudget":
        """Tolerant: what cannot be read is an empty budget."""
        try:
            found = json.loads(value)
            limit, remaining, *times = (found[name] for name in cls._fields)
            limit, remaining = (None if count is None else int(count) for count in (limit, remaining))
            return cls(limit, remaining, *map(float, times))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return cls()


def _believed(until: float, now: float, most: float) -> float:
    """`until`; 0 if it is further off than any that is written down, because the clock has been set back since."""
    return until if until <= now + most + 1 else 0.0


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if 0 <= value < 1e15 else None


def _moment(text: str | None, now: float) -> float:
    """`X-Ratelimit-Reset` as epoch seconds: it may be epoch milliseconds, epoch seconds, or seconds from now."""
    value = _number(text)
    if value is None:
        return 0.0
    if value > 1e11:
        return value / 1000
    return value if value > 1e8 else now + value

"""When a failed attempt is made again. Pure: a policy turns what happened into seconds to wait, or None to stop."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import inf
from typing import NamedTuple

from ..arguments import is_function, number, whole
from ..errors import InvalidInput
from ..log import logger


class Attempt(NamedTuple):
    """One failed attempt: the answer's `status`, or None and the kind of failure."""

    operation_id: str
    method: str
    number: int
    """1 for the first."""
    elapsed: float
    """Seconds since the call began."""
    repeatable: bool
    """Sending it twice has the effect of sending it once."""
    status: int | None = None
    retry_after: float | None = None
    """Seconds, from `Retry-After`."""
    unsent: bool = False
    """The request provably never reached the service (no connection was made)."""


RetryPolicy = Callable[[Attempt], float | None]


def never(attempt: Attempt) -> float | None:
    """The policy that never tries again."""
    return None


def asked(policy: RetryPolicy, attempt: Attempt) -> float | None:
    """The wait that a policy gives, None for no other attempt. If it fails, or gives no number of seconds, that is
    logged and the call ends: its caller should get the attempt's own error."""
    try:
        wait = policy(attempt)
        return None if wait is None else number("the wait of a retry policy", wait, most=inf)
    except Exception as error:
        logger.warning("the retry policy failed on %s: %s", attempt.operation_id, type(error).__name__)
        return None


class Retry:
    """The default policy.

    What provably never left is sent again, whatever it is. An answer or a broken connection leads to another attempt
    only for a repeatable call: 429, 502, 503, 504 and lost answers; 429 also for PUT, PATCH and DELETE, because a
    refused request had no effect. A POST that creates is never sent again after it may have arrived.
    """

    def __init__(
        self,
        *,
        attempts: int = 4,
        base: float = 0.5,
        cap: float = 8.0,
        retry_after_ceiling: float = 30.0,
        budget: float = 60.0,
        random: Callable[[], float] = random.random,
    ) -> None:
        """Seconds, but for `attempts` (at most this many in all).

        Waits double from `base` to `cap`, and vary by half; `random` gives [0, 1). A server that asks for more than
        `retry_after_ceiling` gets no second attempt. No wait is begun that ends after `budget` since the call began.
        """
        if not is_function(random):
            raise InvalidInput("random must be a function that gives [0, 1)")
        self.attempts = whole("attempts", attempts)
        self.base = number("base", base)
        self.cap = number("cap", cap)
        self.retry_after_ceiling = number("retry_after_ceiling", retry_after_ceiling, most=inf)
        self.budget = number("budget", budget, most=inf)
        self.random = random

    def __call__(self, attempt: Attempt) -> float | None:
        if attempt.number >= self.attempts or not self._may_repeat(attempt):
            return None
        wait = min(self.cap, self.base * 2 ** (attempt.number - 1)) * (0.5 + self.random() / 2)
        if attempt.retry_after is not None:
            if attempt.retry_after > self.retry_after_ceiling:
                return None
            wait = max(wait, attempt.retry_after)
        return wait if attempt.elapsed + wait <= self.budget else None

    @staticmethod
    def _may_repeat(attempt: Attempt) -> bool:
        if attempt.unsent:
            return True
        if attempt.status == 429:
            return attempt.repeatable or attempt.method in ("PUT", "PATCH", "DELETE")
        return attempt.repeatable and attempt.status in (None, 502, 503, 504)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds asked for by `Retry-After`, given as seconds or as a date; None without one that can be read.

    `now` is epoch seconds; a date in the past is 0.
    """
    value = headers.get("retry-after")
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=UTC)
            seconds = (moment - datetime.fromtimestamp(now, UTC)).total_seconds()
        except (ValueError, OverflowError):
            return None
    return max(0.0, seconds) if seconds == seconds and seconds != float("inf") else None

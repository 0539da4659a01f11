"""What one attempt at the relay means, and when the next one is due. Pure, no I/O."""

import json
import math
from collections.abc import Mapping
from typing import Literal

from attrs import asdict, frozen

from ..errors import InvalidInput
from ..transport.retry import retry_after
from .model import Provider

AlarmKind = Literal["lane_stopped", "dead_letter", "dropped", "outbox_failed"]
Kind = Literal["delivered", "refused", "stopped", "retry", "ambiguous", "handed_on", "given_up"]

# seconds in which Meta and TikTok tell a copy of an event by its id
_DEDUPLICATED = 48 * 3600.0


@frozen
class Outcome:
    """The end of one attempt.

    `delivered`: accepted. `refused`: this event will never be accepted. `stopped`: no event will be, store or key are
    wrong. `retry`: provably not accepted. `ambiguous`: perhaps accepted, the answer is lost or makes no sense.
    `handed_on`: others deliver it, ask again after `retry_after`. `given_up`: they never will.
    """

    kind: Kind
    reason: str = ""
    retry_after: float | None = None
    """Seconds the service, or whoever it was handed to, asked to wait."""


def outcome_of(status: int, headers: Mapping[str, str], content: bytes = b"", *, now: float) -> Outcome:
    """Read an answer. `headers` by lower-case name; `now` in epoch seconds, for a `Retry-After` date."""
    reason = f"status {status}"
    if status in (201, 202, 204) or (status == 200 and _is_json(content)):
        return Outcome("delivered", reason)
    if status in (401, 403, 404) or 300 <= status < 400:
        return Outcome("stopped", reason)
    if status in (408, 425, 429):
        return Outcome("retry", reason, retry_after(headers, now))
    if 400 <= status < 500:
        return Outcome("refused", reason)
    # a page from something in between, or a server that failed, perhaps after it had accepted
    return Outcome("ambiguous", reason, retry_after(headers, now))


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True


@frozen
class Alarm:
    """Something a person should know: a provider's lane stopped, an event was given up or dropped, a broken outbox."""

    kind: AlarmKind
    provider: Provider | None
    reason: str
    """Never personal data."""


@frozen
class Policy:
    """Seconds, and bounds of the outbox.

    The deduplication windows of Meta and TikTok are 48 hours, so nothing older than `max_age` is ever sent.
    `max_waiting` is per provider: a full lane refuses interactions, and a purchase takes the place of the oldest
    interaction there; only when purchases alone fill it is one refused.
    """

    max_age: float = 24 * 3600.0
    max_waiting: int = 50_000
    max_bytes: int = 64 * 1024
    """Of one event, as JSON."""
    lease: float = 120.0
    """How long a worker may take for one attempt before another may take its event over."""
    base: float = 1.0
    ceiling: float = 300.0
    """Of the backoff between attempts."""
    retry_after_ceiling: float = 900.0
    keep_interactions: float = 7 * 24 * 3600.0
    """How long ids of interactions are remembered; those of orders are kept for ever."""

    def __attrs_post_init__(self) -> None:
        for name, value in asdict(self).items():
            kind = int if name in ("max_waiting", "max_bytes") else (int, float)
            least = 0 if name in ("base", "ceiling", "retry_after_ceiling", "keep_interactions") else 1e-6
            if isinstance(value, bool) or not isinstance(value, kind) or not least <= value < math.inf:
                raise InvalidInput(f"{name} must be a positive number")
        if self.max_age > _DEDUPLICATED:
            raise InvalidInput("max_age must be at most 48 hours, or an event could count twice")

    def backoff(self, failures: int, asked: float | None, chance: float) -> float:
        """Seconds until the next attempt after `failures` in a row (1 or more); `chance` in [0, 1) spreads it."""
        wait = min(self.ceiling, self.base * 2.0 ** min(failures - 1, 30)) * (0.5 + chance / 2)
        return wait if asked is None else max(wait, min(asked, self.retry_after_ceiling) * (1 + chance / 10))


def repeatable(provider: Provider) -> bool:
    """Whether sending an event twice counts it once. SnackVideo has no event id to tell by."""
    return provider != "snackvideo"

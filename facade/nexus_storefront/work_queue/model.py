"""The words of a work queue: items, claims, how an attempt ended, dead letters, lanes. Pure, no I/O."""

import math
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, get_args

from attrs import asdict, field, frozen

from ..arguments import number
from ..errors import InvalidInput, StorefrontError
from ..redact import decoded

Entered = Literal["accepted", "duplicate", "full", "too_large"]
Taken = Entered | Literal["spilled"]
EndingKind = Literal["delivered", "refused", "stopped", "retry", "ambiguous", "handed_on", "waiting", "given_up"]
AlarmKind = Literal["lane_stopped", "dead_letter", "dropped", "outbox_failed"]
EXHAUSTED = "exhausted"
"""Why an item is given up that has had all its attempts."""
# A machine without a battery clock starts in 1970, and some start in the future.
CLOCK_SET, CLOCK_SLACK = 1_700_000_000.0, 300.0


def taken_at(said: float, now: float) -> float:
    """When an item was taken. The age of one that was taken before the clock was set, or by one that was fast, counts
    from now."""
    return said if CLOCK_SET <= said <= now + CLOCK_SLACK else now


OnReason = Callable[[str], object]
"""A callback that gets the reason why an item was given up, or a lane stopped."""


def nobody(why: str) -> None:
    """The callback that does nothing."""


class QueueError(StorefrontError):
    """The queue's file cannot be used. `__cause__` is the `sqlite3.Error` or `OSError`."""


class QueueBusy(QueueError):
    """Someone else has held the file for too long."""


@frozen
class QueueItem:
    """An item to be put in line. `name` and `identity` together are unique in its lane."""

    lane: str
    name: str
    identity: str
    body: str = field(repr=False)
    """JSON."""
    urgent: bool = False
    """Goes first, and pushes out what is not, where there is no room."""
    kept: bool = False
    """Its identity is remembered for ever."""
    about: str | None = None
    """Items about the same thing are worked on one after the other, by `position`."""
    position: float = 0.0
    created: float | None = field(default=None, eq=False)
    """When it was taken, in epoch seconds; None: now."""

    def __attrs_post_init__(self) -> None:
        # Refused before it stands in memory before others: no file takes it.
        if not isinstance(self.urgent, bool) or not isinstance(self.kept, bool):
            raise InvalidInput("whether an item is urgent, or kept, is true or false")
        try:
            "".join((self.lane, self.name, self.identity, self.about or "")).encode()
        except (TypeError, UnicodeEncodeError):
            raise InvalidInput("what tells an item from others are texts, of whole characters") from None

    def pushes_out(self, others: Iterable["QueueItem"]) -> "QueueItem | None":
        """Which of the others this one takes the place of where there is no room; None: it has none itself."""
        return next((other for other in others if not other.urgent), None) if self.urgent else None


@frozen
class Known:
    """An item as a queue knows it."""

    seq: int
    store: str
    lane: str
    name: str
    identity: str
    created: float
    """Epoch seconds."""


@frozen
class Claim(Known):
    """One item, leased to one worker."""

    kept: bool
    attempts: int
    owner: str
    body: Mapping[str, object] = field(repr=False)

    @staticmethod
    def read(body: object) -> Mapping[str, object] | None:
        """The body of a row; None if it is gone or damaged."""
        found = decoded(body) if isinstance(body, str) else None
        return found if isinstance(found, dict) else None


@frozen
class DeadLetter(Known):
    """An item that was given up, and why. `body` is None once it can no longer be replayed."""

    reason: str
    body: Mapping[str, object] | None = field(repr=False)


@frozen
class LaneState:
    """One store's items of one lane: how many wait, since when it fails, and what became of the others.

    `counts` has `accepted`, `delivered`, `duplicate`, and for each drop its reason: `full`, `too_large`, `evicted`,
    `refused`, `expired`, `ambiguous` and what else an attempt may end with.
    """

    store: str
    lane: str
    waiting: int
    failures: int
    paused_until: float
    stopped: str | None
    oldest: float | None
    """Epoch seconds."""
    dead: int
    counts: Mapping[str, int]

    @property
    def provider(self) -> str:
        """The lane of a conversion event is its provider."""
        return self.lane


def _readable(reason: object) -> str:
    """A reason as any queue can keep it: a handler may give an error itself, or a text with half of a character."""
    return str(reason).encode("utf-8", "replace").decode()


@frozen
class Ending:
    """The end of one attempt.

    `delivered`: accepted. `refused`: this item will never be accepted. `stopped`: no item will be, store or key are
    wrong. `retry`: provably not accepted. `ambiguous`: perhaps accepted, the answer is lost or makes no sense.
    `handed_on`: others deliver it, ask again after `retry_after`, which is cut to twice the policy's
    `retry_after_ceiling`, half an hour; nothing else about the same thing is begun meanwhile.
    `given_up`: they never will. `waiting`: it was not begun: something else about the same thing has to come first.
    """

    kind: EndingKind
    reason: str = field(default="", converter=_readable)
    retry_after: float | None = None
    """Seconds that the service, or the queue it was handed on to, asked to wait."""

    def __attrs_post_init__(self) -> None:
        if self.kind not in get_args(EndingKind):
            raise InvalidInput(f"kind must be one of {', '.join(get_args(EndingKind))}")
        if self.retry_after is not None:
            number("retry_after", self.retry_after, most=sys.float_info.max)


@frozen
class Verdict:
    """What the end of an attempt means for the item and for its lane."""

    over: str | None = None
    """`delivered`, or why the item is given up; None: it stays in line."""
    replayable: bool = False
    """A person may have it tried again, so what is in it is kept."""
    wait: float = 0.0
    """Seconds until it may be tried again."""
    counts: bool = True
    """Whether it counts as an attempt; asking others how far they are does not."""
    lane: Literal["recovered", "paused", "stopped"] | None = None
    """What becomes of the lane, whose other items go to the same place; None: nothing."""

    def report(self, ending: Ending, needed: OnReason) -> None:
        """Tell `needed` the reason, if the item was given up or the lane stopped."""
        if self.lane == "stopped" or self.over not in (None, "delivered"):
            needed(ending.reason)


@frozen
class Alarm:
    """Something a person should know: a lane stopped, an item was given up or dropped, a broken file."""

    kind: AlarmKind
    lane: str | None
    reason: str
    """Never personal data."""

    @property
    def provider(self) -> str | None:
        """The lane of a conversion event is its provider."""
        return self.lane


@frozen
class QueuePolicy:
    """Seconds, and bounds.

    Nothing older than `max_age` is ever worked on. `max_waiting` is per lane: a full lane refuses items, and an urgent
    one takes the place of the oldest that is not; only when urgent ones alone fill it is one refused.
    """

    max_age: float = 24 * 3600.0
    max_waiting: int = 50_000
    max_bytes: int = 64 * 1024
    """Bytes of one item, as JSON."""
    lease: float = 120.0
    """How long a worker may take for one attempt before another may take its item over."""
    base: float = 1.0
    ceiling: float = 300.0
    """The longest backoff between attempts."""
    retry_after_ceiling: float = 900.0
    keep: float = 7 * 24 * 3600.0
    """How long identities are remembered, of items that are not kept for ever."""
    max_attempts: int | None = None
    """After so many an item that fails is given up; None leaves that to `max_age`."""

    def __attrs_post_init__(self) -> None:
        for name, value in asdict(self).items():
            kind = int if name in ("max_waiting", "max_bytes", "max_attempts", "max_spilled") else (int, float)
            least = 0 if name in ("base", "ceiling", "retry_after_ceiling", "keep") else 1e-6
            if value is None and name == "max_attempts":
                continue
            if isinstance(value, bool) or not isinstance(value, kind) or not least <= value < math.inf:
                raise InvalidInput(f"{name} must be a positive number")

    @property
    def longest(self) -> float:
        """The longest wait for another attempt, in seconds. A due time that is further off was set by another clock, or
        is damaged."""
        return max(self.lease, self.ceiling, 2 * self.retry_after_ceiling)

    def backoff(self, failures: int, asked: float | None, chance: float) -> float:
        """Seconds until the next attempt after `failures` in a row (1 or more); `chance` in [0, 1) spreads it."""
        wait = min(self.ceiling, self.base * 2.0 ** min(failures - 1, 30)) * (0.5 + chance / 2)
        return wait if asked is None else max(wait, min(asked, self.retry_after_ceiling) * (1 + chance / 10))

    def verdict(self, ending: Ending, attempts: int, chance: float, *, once: bool) -> Verdict:
        """What the end of an attempt, the item's `attempts`th, means; `once`: only a known failure may be repeated."""
        match ending.kind:
            case "delivered":
                return Verdict("delivered", lane="recovered")
            case "refused":
                return Verdict("refused", replayable=True, lane="recovered")
            case "given_up":
                return Verdict(ending.reason)
            case "stopped":
                return Verdict(lane="stopped")
            case "handed_on" | "waiting":
                asked = ending.retry_after or self.base
                return Verdict(wait=min(asked, 2 * self.retry_after_ceiling), counts=False)
        if ending.kind == "ambiguous" and once:
            return Verdict("ambiguous", lane="paused")
        if self.max_attempts is not None and attempts >= self.max_attempts:
            return Verdict(EXHAUSTED, replayable=True, lane="paused")
        return Verdict(wait=self.backoff(attempts, ending.retry_after, chance), lane="paused")

    def hopeless(self, age: float, attempts: int, *, may_have_been_sent: bool) -> str | None:
        """Why an item of this age, in seconds, is given up; None: it is tried, for the `attempts`th time.
        `may_have_been_sent`: a worker died or hung, perhaps after sending it, and it must not be sent twice."""
        if age > self.max_age:
            return "expired"
        if may_have_been_sent:
            return "ambiguous"
        # the workers of these attempts have reported no failure: the item may have killed them
        return EXHAUSTED if self.max_attempts is not None and attempts > self.max_attempts else None

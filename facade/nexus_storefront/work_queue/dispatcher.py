"""One store's side of a work queue: what may be worked on, what became of it, and who is told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ..errors import StorefrontError
from .model import Alarm, AlarmKind, Claim, Ending, LaneState

if TYPE_CHECKING:
    from .queue import WorkQueue

logger = logging.getLogger("nexus_storefront")

# seconds
_TIDY_IDLE = 60.0
_TIDY_AFTER_DELIVERY = 5.0


class Alarms:
    """Tells the log and `on_alarm` what a person should know. `what` is how the log calls the items."""

    def __init__(self, what: str, on_alarm: Callable[[Alarm], None] | None) -> None:
        self._what = what
        self._on_alarm = on_alarm

    def failed(self, error: BaseException) -> None:
        """A worker could not use the queue."""
        self.alarm("outbox_failed", None, str(error) if isinstance(error, StorefrontError) else type(error).__name__)

    def alarm(self, kind: AlarmKind, lane: str | None, reason: str) -> None:
        logger.warning("%s: %s%s: %s", self._what, kind, f" ({lane})" if lane else "", reason)
        if self._on_alarm is not None:
            try:
                self._on_alarm(Alarm(kind, lane, reason))
            except Exception as error:
                logger.warning("the alarm callback failed: %s", type(error).__name__)

    def settled(self, lane: str, ending: Ending, reason: str | None) -> None:
        """An attempt has ended; with a `reason` where a person is needed."""
        if reason is not None:
            self.alarm("lane_stopped" if ending.kind == "stopped" else "dead_letter", lane, reason)

    def remind(self, lanes: Iterable[LaneState]) -> None:
        """Of lanes that an earlier run left stopped."""
        for lane in lanes:
            if lane.stopped is not None:
                self.alarm("lane_stopped", lane.lane, lane.stopped)


class Dispatcher(Alarms):
    """What a worker asks of a queue in a file."""

    def __init__(
        self, queue: WorkQueue, store: str, lanes: Sequence[str], what: str, on_alarm: Callable[[Alarm], None] | None
    ) -> None:
        self.queue = queue
        self.store_id = store
        self.lanes = lanes
        super().__init__(what, on_alarm)
        self._tidied = float("-inf")
        self._settled = False

    def claim(self, lane: str) -> Claim | None:
        """The next item to work on."""
        given_up: list[str] = []
        claim = self.queue.claim(self.store_id, lane, given_up)
        for reason in given_up:
            self.alarm("dead_letter", lane, reason)
        return claim

    def settle(self, claim: Claim, ending: Ending) -> None:
        """Record how the attempt ended, and raise the alarm where a person is needed."""
        self._settled = True
        self.settled(claim.lane, ending, self.queue.settle(claim, ending))

    def starting(self) -> None:
        """Open the file, and remind of lanes that an earlier run left stopped."""
        self.queue.open()
        self.remind(self.states())

    def states(self) -> Sequence[LaneState]:
        return self.queue.lane_states(self.store_id)

    def tidy(self, *, now: bool = False) -> None:
        """Between deliveries: expire, forget, and wipe what was deleted, every few seconds at most."""
        moment = self.queue.clock.monotonic()
        if not now and moment - self._tidied < (_TIDY_AFTER_DELIVERY if self._settled else _TIDY_IDLE):
            return
        if self._tidied < 0:
            self.queue.recount()
        self._tidied, self._settled = moment, False
        expired = self.queue.sweep()
        if expired:
            self.alarm("dead_letter", None, f"{expired} expired")
        self.queue.checkpoint()

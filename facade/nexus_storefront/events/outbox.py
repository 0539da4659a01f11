"""The outbox: events on disk from the moment `put` returns until the relay has accepted them; and the way through it.

One SQLite file, for any number of processes and stores; readable by its owner only. What is personal in an event is
deleted with its delivery; its id stays, so that the same event is refused for ever (interactions: for a week).
"""

import os
from collections.abc import Mapping, Sequence
from typing import cast

from attrs import asdict, frozen

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..work_queue import model
from ..work_queue.dispatcher import Dispatcher
from ..work_queue.keeper import WAIT
from ..work_queue.queue import WorkQueue
from ..work_queue.spill import Spill, Taken
from .model import PROVIDERS, Event, Provider
from .relay_answer import Policy
from .sending import ONCE, Claim, DeadLetter, Sending, event_body, item_of
from .settings import EventSettings, default_outbox


@frozen
class Lane(model.LaneState):
    """One store's events for one provider; see `LaneState`."""

    @property
    def provider(self) -> Provider:
        return cast("Provider", self.lane)


class Outbox(WorkQueue):
    """Events waiting in a SQLite file. Thread-safe, process-safe and fork-safe; opened when first used.

    Methods raise `QueueError` when the file cannot be used.
    """

    policy: Policy

    def __init__(
        self, path: str | os.PathLike[str], *, policy: Policy | None = None, clock: Clock = SYSTEM_CLOCK
    ) -> None:
        if not isinstance(policy, Policy | None):
            raise InvalidInput("policy must be Policy(…)")
        super().__init__(path, policy=policy or Policy(), once=ONCE, clock=clock)

    def put(self, store: str, events: Sequence[Event], wait: float = WAIT) -> list[model.Status]:
        """Store events that have a payload, all of them in one transaction. Durable against a killed process."""
        return self.enter(store, [item_of(event) for event in events], wait)

    def read(self, body: object) -> Mapping[str, object] | None:
        return event_body(body)

    def claim(self, store: str, lane: str, given_up: list[str] | None = None) -> Claim | None:
        """Lease the next due event of a provider to the caller; see `WorkQueue.claim`."""
        found = super().claim(store, lane, given_up)
        return None if found is None else Claim(**asdict(found, recurse=False))

    def lanes(self, store: str) -> list[Lane]:
        """The state of every provider's lane of a store."""
        return [Lane(**asdict(lane, recurse=False)) for lane in self.lane_states(store)]

    def dead_letters(self, store: str, *, limit: int = 1000) -> list[DeadLetter]:
        """Events given up, newest first."""
        return [DeadLetter(**asdict(letter, recurse=False)) for letter in self.given_up(store, limit=limit)]


class Relay(Dispatcher, Sending):
    """One store's way out for events. `outbox` may be shared by stores, processes and threads.

    `send` is the half that a checkout meets: it never raises, touches no network, and waits for nobody. `claim` and
    `settle` are the half of a worker, which brings the transport.
    """

    def __init__(
        self,
        store_id: str,
        settings: EventSettings | None = None,
        outbox: Outbox | None = None,
        *,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        if not isinstance(store_id, str) or not isinstance(settings, EventSettings | None):
            raise InvalidInput("a Relay needs a store id and EventSettings(…)")
        if not isinstance(outbox, Outbox | None):
            raise InvalidInput("outbox must be an Outbox")
        self.settings = settings or EventSettings()
        path, policy = self.settings.outbox or default_outbox(), self.settings.policy
        self.outbox = outbox or Outbox(path, policy=policy, clock=clock)
        super().__init__(self.outbox, store_id, PROVIDERS, "conversion events", self.settings.on_alarm)
        self._spill = Spill(self.outbox, store_id, self.outbox.policy.max_spilled, self._dropped)

    def _take(self, items: Sequence[model.Item]) -> Sequence[Taken]:
        return self._spill.take(items)

    def claim(self, lane: str) -> Claim | None:
        """The next event to send, if the shopper still consents; what they do not consent to any more is deleted."""
        self._spill.write_out(0.0)
        while True:
            claim = cast("Claim | None", super().claim(lane))
            if claim is None or self.consents(claim.provider, claim.subject):
                return claim
            self.outbox.discard(claim, "no_consent")

"""The outbox: events on disk from the moment `put` returns until the relay has accepted them.

One SQLite file, for any number of processes and stores; readable by its owner only. What is personal in an event is
deleted with its delivery; its id stays, so that the same event is refused for ever (interactions: for a week).
"""

import os
from collections.abc import Mapping, Sequence
from typing import Any, cast

from attrs import asdict, frozen

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..work_queue import model
from ..work_queue.keeper import WAIT
from ..work_queue.queue import WorkQueue
from .model import Event, Provider
from .queued import ONCE, Claim, event_body, item_of
from .relay_answer import Policy

__all__ = ["Claim", "DeadLetter", "Lane", "Outbox", "item_of"]


@frozen
class DeadLetter(model.DeadLetter):
    """An event that was given up, and why. `payload` is None once it can no longer be replayed."""

    @property
    def provider(self) -> Provider:
        return cast("Provider", self.lane)

    @property
    def event_id(self) -> str:
        return self.identity

    @property
    def payload(self) -> Mapping[str, Any] | None:
        return None if self.body is None else cast("Mapping[str, Any]", self.body["p"])


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

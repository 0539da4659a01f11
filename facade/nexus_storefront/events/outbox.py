"""The outbox: events on disk from the moment `put` returns until the relay has accepted them."""

from collections.abc import Sequence

from ..frames import with_bare_errors
from ..work_queue.model import Entered, LaneState
from ..work_queue.queue import WAIT, WorkQueue
from .model import Event
from .sending import ONCE, Claim, DeadLetter, Policy, item_of

Lane = LaneState
"""One store's events for one provider."""


@with_bare_errors
class Outbox(WorkQueue[Policy, Claim, DeadLetter]):
    """Events waiting in a SQLite file. Thread-safe, process-safe and fork-safe; opened when first used.

    Methods raise `QueueError` when the file cannot be used.
    """

    kinds = (Policy, Claim, DeadLetter)
    _once = ONCE

    def put(self, store: str, events: Sequence[Event], wait: float = WAIT) -> list[Entered]:
        """Store events that have a payload, all of them in one transaction. Durable against a killed process."""
        return self.enter(store, [item_of(event) for event in events], wait)

"""From a shopper's action to the outbox and on to a worker: what may be sent, what became of it, who is told.

`Relay.send` is the half that a checkout meets: it never raises, touches no network, and waits for nobody. `Relay.claim`
and `Relay.settle` are the half of a worker, which brings the transport.
"""

from collections.abc import Sequence
from typing import cast

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..work_queue.dispatcher import Dispatcher
from ..work_queue.model import Item
from ..work_queue.spill import Spill, Taken
from .model import PROVIDERS
from .outbox import Claim, Outbox
from .sending import Receipt, Sending
from .settings import EventSettings, default_outbox

__all__ = ["Receipt", "Relay"]


class Relay(Dispatcher, Sending):
    """One store's way out for events. `outbox` may be shared by stores, processes and threads."""

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

    def _take(self, items: Sequence[Item]) -> Sequence[Taken]:
        return self._spill.take(items)

    def claim(self, lane: str) -> Claim | None:
        """The next event to send, if the shopper still consents; what they do not consent to any more is deleted."""
        self._spill.write_out(0.0)
        while True:
            claim = cast("Claim | None", super().claim(lane))
            if claim is None or self.consents(claim.provider, claim.subject):
                return claim
            self.outbox.discard(claim, "no_consent")

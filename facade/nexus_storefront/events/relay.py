"""From a shopper's action to the outbox and on to a worker: what may be sent, what became of it, who is told.

`Relay.send` is the half that a checkout meets: it never raises, touches no network, and waits for nobody. `Relay.claim`
and `Relay.settle` are the half of a worker, which brings the transport.
"""

import logging
from collections.abc import Iterable, Mapping
from typing import Literal, cast

from attrs import field, frozen

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..work_queue.dispatcher import Dispatcher
from ..work_queue.model import Item
from ..work_queue.spill import Spill, Taken
from .model import PROVIDERS, Event, Provider
from .outbox import Claim, Outbox, item_of
from .settings import EventSettings, default_outbox

logger = logging.getLogger("nexus_storefront")

Status = Taken | Literal["no_consent", "not_relayed", "failed"]
_DROPS = ("full", "too_large", "failed")


@frozen
class Receipt:
    """What became of a conversion's events, by provider.

    `accepted`: on disk, will be sent. `spilled`: in memory, as somebody else holds the file; it is written when the
    file is free, and lost only if this process is killed before. `duplicate`: was accepted before, perhaps already
    sent. `not_relayed`: has no server half. `no_consent`: the gate said no; nothing was stored. `full`, `too_large`,
    `failed`: dropped, reported.
    """

    statuses: Mapping[Provider, Status] = field(factory=dict)
    skipped: str | None = None
    """Why the conversion has no events at all, as it says itself."""

    @property
    def accepted(self) -> bool:
        """Whether something new was taken."""
        return not {"accepted", "spilled"}.isdisjoint(self.statuses.values())

    @property
    def dropped(self) -> bool:
        return any(status in _DROPS for status in self.statuses.values())


class Relay(Dispatcher):
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

    def send(self, events: Iterable[Event]) -> Receipt:
        """Take the events of one conversion. Never raises; well under a millisecond, whatever the network does, and
        some 20 ms at most, whoever holds the file.
        """
        statuses: dict[Provider, Status] = {}
        wanted: list[Event] = []
        try:
            for event in events:
                if event.payload is None:
                    statuses[event.provider] = "not_relayed"
                elif not self.consents(event.provider, event.subject):
                    statuses[event.provider] = "no_consent"
                else:
                    statuses[event.provider] = "failed"
                    wanted.append(event)
            if wanted:
                taken = self._spill.take([item_of(event) for event in wanted])
                statuses.update((event.provider, status) for event, status in zip(wanted, taken, strict=True))
        except Exception as error:
            # whatever it is, the shopper's checkout goes on
            self.failed(error)
        for provider, status in statuses.items():
            if status in ("full", "too_large"):
                self.alarm("dropped", provider, status)
        return Receipt(statuses, getattr(events, "skipped", None))

    def _dropped(self, item: Item, why: str) -> None:
        """An event that was in memory is lost after all."""
        self.alarm("dropped", item.lane, why)

    def consents(self, provider: Provider, subject: str | None) -> bool:
        """Ask the consent gate. One that fails is a no."""
        if self.settings.consent is None:
            return True
        try:
            return self.settings.consent(provider, subject) is True
        except Exception as error:
            logger.warning("the consent gate failed: %s", type(error).__name__)
            return False

    def claim(self, lane: str) -> Claim | None:
        """The next event to send, if the shopper still consents; what they do not consent to any more is deleted."""
        self._spill.write_out(0.0)
        while True:
            claim = cast("Claim | None", super().claim(lane))
            if claim is None or self.consents(claim.provider, claim.subject):
                return claim
            self.outbox.discard(claim, "no_consent")

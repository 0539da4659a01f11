# Rendered from facade/nexus_storefront/events/_async/relay.py by scripts/unasync.py; edit that file.
"""The way of one store's events from a checkout into the outbox, and from there to a worker."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ...clock import SYSTEM_CLOCK, Clock
from ...errors import InvalidInput, StorefrontError
from ...frames import with_bare_errors
from ...transport._sync.concurrency import in_thread, in_thread_for
from ...work_queue._sync.runner import Dispatcher
from ...work_queue.model import Ending
from ..consent import allows
from ..model import PROVIDERS, Event, Provider
from ..sending import Claim, Receipt, Status, item_of
from ..settings import EventSettings, default_outbox

if TYPE_CHECKING:
    from ..outbox import Outbox


@with_bare_errors
class Relay(Dispatcher[Claim]):
    """The way of one store's events to their worker. `outbox` may be shared by stores, processes and threads.

    A checkout calls `send`: it never raises, touches no network, and waits for nobody. A worker calls `claim` and
    `settle`, and delivers in between.
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
        self.settings = settings or EventSettings()
        in_memory: Any
        if outbox is not None and not getattr(outbox, "blocking", True):
            from ...work_queue.store_queue import StoreSpill as in_memory
        else:
            from ...work_queue.spill import Spill as in_memory  # its SQLite is not in every browser
            from ..outbox import Outbox

            if not isinstance(outbox, Outbox | None):
                raise InvalidInput("outbox must be an Outbox")
            path, policy = self.settings.outbox or default_outbox(), self.settings.policy
            outbox = outbox or Outbox(path, policy=policy, clock=clock)
        self.outbox = outbox
        super().__init__(outbox, store_id, PROVIDERS, "conversion events", self.settings.on_alarm)
        self._spill = in_memory(self)

    def send(self, events: Iterable[Event]) -> Receipt:
        """Take the events of one conversion. Never raises; well under a millisecond, whatever the network does, and
        some 20 ms at most if others hold the file.
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
            for provider, status in statuses.items():
                if status in ("full", "too_large"):
                    self.alarm("dropped", provider, status)
        except Exception as error:
            self.failed(error)  # no error of any kind may stop the shopper's checkout
        return Receipt(statuses, getattr(events, "skipped", None))

    def consents(self, provider: Provider, subject: str | None) -> bool:
        """Ask the consent gate. One that fails is a no."""
        return allows(self.settings.consent, provider, subject)

    def claim(self, lane: str, owner: str = "") -> Claim | None:
        """The next event to send, if the shopper still consents; if they do not, it is deleted, and None."""
        with suppress(StorefrontError):  # `tidy` reports it
            in_thread(self._spill.write_out, 0.0)
        claim = super().claim(lane, owner)
        if claim is None or self.consents(claim.provider, claim.subject):
            return claim
        in_thread(self.outbox.settle, claim, Ending("given_up", "no_consent"))
        self.withdrawn += 1
        return None

    def stopped(self, seconds: float) -> None:
        if self._spill._waiting:
            try:
                in_thread_for(seconds, self._spill.write_out, 0.0)
            except Exception as error:
                self.failed(error)

    def tidy(self, *, now: bool = False) -> None:
        in_thread(self._spill.write_out, 0.0)
        super().tidy(now=now)

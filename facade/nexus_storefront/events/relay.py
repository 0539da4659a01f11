"""From a shopper's action to the outbox and on to a worker: what may be sent, what became of it, who is told.

`Relay.send` is the half that a checkout meets: it never raises and touches no network. `Relay.claim` and `Relay.settle`
are the half of a worker, which brings the transport.
"""

import logging
import time
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from .delivery import Alarm, AlarmKind, Outcome
from .model import Event, Provider
from .outbox import Claim, Outbox, Status
from .settings import EventSettings, default_outbox

logger = logging.getLogger("nexus_storefront")

# seconds
_TIDY_IDLE = 60.0
_TIDY_AFTER_DELIVERY = 5.0
_DROPS = ("full", "too_large", "failed")


@frozen
class Receipt:
    """What became of a conversion's events, by provider.

    `accepted`: on disk, will be sent. `duplicate`: was accepted before, perhaps already sent. `not_relayed`: has no
    server half. `no_consent`: the gate said no; nothing was stored. `full`, `too_large`, `failed`: dropped, reported.
    """

    statuses: Mapping[Provider, Status] = field(factory=dict)
    skipped: str | None = None
    """Why the conversion has no events at all, as it says itself."""

    @property
    def accepted(self) -> bool:
        """Whether something new was taken."""
        return "accepted" in self.statuses.values()

    @property
    def dropped(self) -> bool:
        return any(status in _DROPS for status in self.statuses.values())


class Relay:
    """One store's way out for events. `outbox` may be shared by stores, processes and threads."""

    def __init__(self, store_id: str, settings: EventSettings | None = None, outbox: Outbox | None = None) -> None:
        self.store_id = store_id
        self.settings = settings or EventSettings()
        self.outbox = outbox or Outbox(self.settings.outbox or default_outbox(), policy=self.settings.policy)
        self._tidied = float("-inf")
        self._settled = False

    def send(self, events: Iterable[Event]) -> Receipt:
        """Take the events of one conversion. Never raises; well under a millisecond, whatever the network does."""
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
                taken = self.outbox.put(self.store_id, wanted)
                statuses.update((event.provider, status) for event, status in zip(wanted, taken, strict=True))
        except Exception as error:
            # whatever it is, the shopper's checkout goes on
            self._alarm("outbox_failed", None, type(error).__name__)
        for provider, status in statuses.items():
            if status in ("full", "too_large"):
                self._alarm("dropped", provider, status)
        return Receipt(statuses, getattr(events, "skipped", None))

    def consents(self, provider: Provider, subject: str | None) -> bool:
        """Ask the consent gate. One that fails is a no."""
        if self.settings.consent is None:
            return True
        try:
            return self.settings.consent(provider, subject) is True
        except Exception as error:
            logger.warning("the consent gate failed: %s", type(error).__name__)
            return False

    def claim(self, provider: Provider) -> Claim | None:
        """The next event to send, if the shopper still consents; what they do not consent to any more is deleted."""
        given_up: list[str] = []
        while True:
            claim = self.outbox.claim(self.store_id, provider, given_up)
            for reason in given_up:
                self._alarm("dead_letter", provider, reason)
            if claim is None or self.consents(provider, claim.subject):
                return claim
            given_up.clear()
            self.outbox.discard(claim, "no_consent")

    def settle(self, claim: Claim, outcome: Outcome) -> None:
        """Record how the attempt ended, and raise the alarm where a person is needed."""
        self._settled = True
        reason = self.outbox.settle(claim, outcome)
        if reason is not None:
            kind: AlarmKind = "lane_stopped" if outcome.kind == "stopped" else "dead_letter"
            self._alarm(kind, claim.provider, reason)

    def starting(self) -> None:
        """Open the outbox, and remind of lanes that an earlier run left stopped."""
        self.outbox.open()
        for lane in self.outbox.lanes(self.store_id):
            if lane.stopped is not None:
                self._alarm("lane_stopped", lane.provider, lane.stopped)

    def tidy(self, *, now: bool = False) -> None:
        """Between deliveries: expire, forget, and wipe what was deleted, every few seconds at most."""
        moment = time.monotonic()
        if not now and moment - self._tidied < (_TIDY_AFTER_DELIVERY if self._settled else _TIDY_IDLE):
            return
        self._tidied, self._settled = moment, False
        expired = self.outbox.sweep()
        if expired:
            self._alarm("dead_letter", None, f"{expired} expired")
        self.outbox.checkpoint()

    def failed(self, error: BaseException) -> None:
        """A worker could not use the outbox."""
        self._alarm("outbox_failed", None, type(error).__name__)

    def _alarm(self, kind: AlarmKind, provider: Provider | None, reason: str) -> None:
        logger.warning("conversion events: %s%s: %s", kind, f" ({provider})" if provider else "", reason)
        if self.settings.on_alarm is not None:
            try:
                self.settings.on_alarm(Alarm(kind, provider, reason))
            except Exception as error:
                logger.warning("the alarm callback failed: %s", type(error).__name__)

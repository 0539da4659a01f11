"""From a shopper's action to a queue: what may be sent, and what became of it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from ..work_queue.dispatcher import Alarms
from ..work_queue.spill import Taken
from .queued import item_of

if TYPE_CHECKING:
    from ..work_queue.model import Item
    from .model import Event, Provider
    from .settings import EventSettings

__all__ = ["Receipt", "Sending", "Status"]

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


class Sending(Alarms):
    """The half of a relay that a checkout meets."""

    settings: EventSettings

    def _take(self, items: Sequence[Item]) -> Sequence[Taken]:
        raise NotImplementedError

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
                taken = self._take([item_of(event) for event in wanted])
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

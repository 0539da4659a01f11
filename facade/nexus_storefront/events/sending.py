"""From a shopper's action to a queue: how an event stands in line, what may be sent, and what became of it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

from attrs import field, frozen

from ..work_queue import model as queue
from ..work_queue.dispatcher import Alarms
from ..work_queue.spill import Taken
from .providers import PLATFORMS

if TYPE_CHECKING:
    from .model import Event, Provider
    from .settings import EventSettings

logger = logging.getLogger("nexus_storefront")

Status = Taken | Literal["no_consent", "not_relayed", "failed"]
_DROPS = ("full", "too_large", "failed")

ONCE = tuple(provider for provider, platform in PLATFORMS.items() if not platform.repeatable)
"""Who cannot tell a copy of an event by its id: an attempt is repeated only if it is known to have failed."""


@frozen
class _OfEvent(queue.Known):
    @property
    def provider(self) -> Provider:
        return cast("Provider", self.lane)

    @property
    def event_id(self) -> str:
        return self.identity


@frozen
class Claim(_OfEvent, queue.Claim):
    """One event, leased to one worker."""

    @property
    def payload(self) -> Mapping[str, Any]:
        return cast("Mapping[str, Any]", self.body["p"])

    @property
    def user_agent(self) -> str | None:
        return cast("str | None", self.body.get("u"))

    @property
    def subject(self) -> str | None:
        return cast("str | None", self.body.get("s"))


@frozen
class DeadLetter(_OfEvent, queue.DeadLetter):
    """An event that was given up, and why. `payload` is None once it can no longer be replayed."""

    @property
    def payload(self) -> Mapping[str, Any] | None:
        return None if self.body is None else cast("Mapping[str, Any]", self.body["p"])


def event_body(body: object) -> Mapping[str, object] | None:
    """What `item_of` put into an item; None if it is gone or damaged."""
    found = queue.body_of(body)
    return found if found is not None and isinstance(found.get("p"), dict) else None


def item_of(event: Event) -> queue.Item:
    """An event as it stands in line."""
    body: dict[str, object] = {"p": event.payload}
    if event.user_agent:
        body["u"] = event.user_agent
    if event.subject:
        body["s"] = event.subject
    text = json.dumps(body, separators=(",", ":"))
    return queue.Item(event.provider, event.name, event.event_id, text, event.is_purchase, event.is_order)


@frozen
class Receipt:
    """What became of a conversion's events, by provider.

    `statuses` has a word for each provider that the moment has an event for.
    """

    statuses: Mapping[Provider, Status] = field(factory=dict)
    """`accepted`: on disk, will be sent. `spilled`: in memory, as somebody else holds the file; it is written when the
    file is free, and lost only if this process is killed before. `duplicate`: was accepted before, perhaps already
    sent. `not_relayed`: has no server half; `not_relayed` of the conversion's event says why. `no_consent`: the gate
    said no; nothing was stored. `full`, `too_large`, `failed`: dropped, reported."""
    skipped: str | None = None
    """Why the conversion has no events at all, as it says itself."""

    @property
    def accepted(self) -> bool:
        """Whether something new was taken."""
        return not {"accepted", "spilled"}.isdisjoint(self.statuses.values())

    @property
    def dropped(self) -> bool:
        """Whether something was lost: `full`, `too_large` or `failed`."""
        return any(status in _DROPS for status in self.statuses.values())


class Sending(Alarms):
    """The half of a relay that a checkout meets."""

    settings: EventSettings

    def _take(self, items: Sequence[queue.Item]) -> Sequence[Taken]:
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

    def _dropped(self, item: queue.Item, why: str) -> None:
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

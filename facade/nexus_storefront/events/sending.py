"""From a shopper's action to a queue: how an event stands in line, what may be sent, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, cast

from attrs import field, frozen

from ..work_queue import model as queue
from .providers import PLATFORMS

if TYPE_CHECKING:
    from .model import Event, Provider

Status = queue.Taken | Literal["no_consent", "not_relayed", "failed"]
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

    @staticmethod
    def read(body: object) -> Mapping[str, object] | None:
        """What `item_of` put into an item; None if it is gone or damaged."""
        found = queue.Claim.read(body)
        return found if found is not None and isinstance(found.get("p"), dict) else None


@frozen
class DeadLetter(_OfEvent, queue.DeadLetter):
    """An event that was given up, and why. `payload` is None once it can no longer be replayed."""

    @property
    def payload(self) -> Mapping[str, Any] | None:
        return None if self.body is None else cast("Mapping[str, Any]", self.body["p"])


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

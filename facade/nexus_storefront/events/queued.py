"""Events as they stand in line, wherever that is. Pure."""

import json
from collections.abc import Mapping
from typing import Any, cast

from attrs import frozen

from ..work_queue import model
from .model import Event, Provider
from .providers import PLATFORMS

__all__ = ["ONCE", "Claim", "event_body", "item_of"]

ONCE = tuple(provider for provider, platform in PLATFORMS.items() if not platform.repeatable)
"""Who cannot tell a copy of an event by its id: an attempt is repeated only if it is known to have failed."""


@frozen
class Claim(model.Claim):
    """One event, leased to one worker."""

    @property
    def provider(self) -> Provider:
        return cast("Provider", self.lane)

    @property
    def event_id(self) -> str:
        return self.identity

    @property
    def payload(self) -> Mapping[str, Any]:
        return cast("Mapping[str, Any]", self.body["p"])

    @property
    def user_agent(self) -> str | None:
        return cast("str | None", self.body.get("u"))

    @property
    def subject(self) -> str | None:
        return cast("str | None", self.body.get("s"))


def event_body(body: object) -> Mapping[str, object] | None:
    """What `item_of` put into an item; None if it is gone or damaged."""
    found = model.body_of(body)
    return found if found is not None and isinstance(found.get("p"), dict) else None


def item_of(event: Event) -> model.Item:
    """An event as it stands in line."""
    body: dict[str, object] = {"p": event.payload}
    if event.user_agent:
        body["u"] = event.user_agent
    if event.subject:
        body["s"] = event.subject
    text = json.dumps(body, separators=(",", ":"))
    return model.Item(event.provider, event.name, event.event_id, text, event.is_purchase, event.is_order)

"""Events in their queue: as items, as what workers get, for how long they wait, and what an answer of the relay means
for them. Pure, no I/O."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal, cast

from attrs import field, frozen

from ..errors import InvalidInput
from ..transport.retry import retry_after
from ..work_queue import model as queue
from .model import Event, Provider
from .providers import PLATFORMS

Status = queue.Taken | Literal["no_consent", "not_relayed", "failed"]
_DROPS = ("full", "too_large", "failed")
# seconds in which Meta and TikTok tell a copy of an event by its id
_DEDUPLICATED = 48 * 3600.0

ONCE = tuple(provider for provider, platform in PLATFORMS.items() if not platform.repeatable)
"""Providers that would count a copy of an event again: there an attempt is repeated only if it is known to have failed.
"""


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
        """The body that `item_of` made; None if it is gone or damaged."""
        found = queue.Claim.read(body)
        return found if found is not None and isinstance(found.get("p"), dict) else None


@frozen
class DeadLetter(_OfEvent, queue.DeadLetter):
    """An event that was given up, and why. `payload` is None once it can no longer be replayed."""

    @property
    def payload(self) -> Mapping[str, Any] | None:
        return None if self.body is None else cast("Mapping[str, Any]", self.body["p"])


def item_of(event: Event) -> queue.QueueItem:
    """An event as it stands in line."""
    whose = {name: value for name, value in (("u", event.user_agent), ("s", event.subject)) if value}
    text = json.dumps({"p": event.payload, **whose}, separators=(",", ":"))
    return queue.QueueItem(event.provider, event.name, event.event_id, text, event.is_purchase, event.is_order)


@frozen
class Receipt:
    """The result of sending a conversion: a status for each provider that has an event for the moment."""

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


def ending_of(status: int, headers: Mapping[str, str], content: bytes = b"", *, now: float) -> queue.Ending:
    """Read an answer. `headers` by lower-case name; `now` in epoch seconds, for a `Retry-After` date."""
    reason = f"status {status}"
    if status in (201, 202, 204) or (status == 200 and _is_json(content)):
        return queue.Ending("delivered", reason)
    if status in (401, 402, 403, 404, 407) or 300 <= status < 400:
        return queue.Ending("stopped", reason)
    if status in (408, 425, 429):
        return queue.Ending("retry", reason, retry_after(headers, now))
    if 400 <= status < 500:
        return queue.Ending("refused", reason)
    # a page from something in between, or a server that failed, perhaps after it had accepted
    return queue.Ending("ambiguous", reason, retry_after(headers, now))


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


@frozen
class Policy(queue.QueuePolicy):
    """Seconds, and bounds of the outbox; see `QueuePolicy`.

    The deduplication windows of Meta and TikTok are 48 hours, so nothing older than `max_age` is ever sent. Purchases
    are urgent: in a full lane one takes the place of the oldest interaction.
    """

    max_spilled: int = 1000
    """Events held in memory while others hold the file."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.max_age > _DEDUPLICATED:
            raise InvalidInput("max_age must be at most 48 hours, or an event could count twice")

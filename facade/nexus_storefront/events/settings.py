"""What one store decides about its conversion events. Pure but for reading the environment."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import InvalidInput
from .delivery import Alarm, Policy
from .model import DEFAULT_NAMES, PROVIDERS, ConsentGate, EventNames, Moment, Provider, PurchasePoint
from .pixels import PixelSettings


@dataclass(frozen=True, slots=True)
class EventSettings:
    """One store's choices. `names` replaces the defaults moment by moment.

    `domains` are the hosts a storefront page may be on (each with its subdomains); when given, an event from another
    page is not relayed. `consent(provider, subject)` is asked before an event is stored and again before it is sent.
    """

    names: Mapping[Moment, EventNames] = field(default_factory=dict)
    providers: Sequence[Provider] = PROVIDERS
    purchase_point: PurchasePoint = "order_created"
    """When an order counts as a purchase. Change it between campaigns, not under way."""
    domains: Sequence[str] = ()
    page_url: str | None = None
    """The page of events that come without one, as in a kiosk."""
    consent: ConsentGate | None = None
    country: str = "id"
    country_code: str = "62"
    """Of phone numbers written without one."""
    currency: str = "IDR"
    pixels: PixelSettings = field(default_factory=PixelSettings)
    outbox: str | os.PathLike[str] | None = None
    """The outbox file; None is `default_outbox()`."""
    policy: Policy = field(default_factory=Policy)
    on_alarm: Callable[[Alarm], None] | None = None
    """Told at once of what needs a person; runs where it happens, so it must be quick."""

    def __post_init__(self) -> None:
        if self.purchase_point not in ("order_created", "payment_confirmed"):
            raise InvalidInput("purchase_point must be 'order_created' or 'payment_confirmed'")
        unknown = {*self.names} - {*DEFAULT_NAMES} | {*self.providers} - {*PROVIDERS}
        if unknown:
            raise InvalidInput(f"no such moment or provider: {', '.join(sorted(map(str, unknown)))}")
        object.__setattr__(self, "names", {**DEFAULT_NAMES, **self.names})
        purchase = self.names["purchase"]
        for moment, names in self.names.items():
            for slot in EventNames.__slots__:
                name = getattr(names, slot)
                if moment != "purchase" and name is not None and name == getattr(purchase, slot):
                    raise InvalidInput(f"{moment} needs another event name than a purchase, which counts once")


def default_outbox() -> Path:
    """`NEXUS_OUTBOX`, else `nexus-storefront/outbox.sqlite3` in the user's state folder."""
    given = os.environ.get("NEXUS_OUTBOX")
    if given:
        return Path(given)
    state = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(state) if state else Path.home() / ".local/state") / "nexus-storefront/outbox.sqlite3"

"""The settings of one store's conversion events. Pure but for reading the environment."""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from attrs import field, fields, frozen

from ..answer_fields import text
from ..arguments import function
from ..errors import InvalidInput
from ..stores.places import path_of, state_file
from ..work_queue.model import Alarm
from .model import DEFAULT_NAMES, PROVIDERS, ConsentGate, EventNames, Moment, Provider, PurchasePoint
from .pixels import PixelSettings
from .reading import cleaned, host_name, is_storefront_page, public_url, texts
from .sending import Policy

OUTBOX = "NEXUS_OUTBOX"
"""The environment variable that names the outbox file."""


@frozen
class EventSettings:
    """One store's choices. `names` replaces the defaults moment by moment.

    `domains` are the hosts a storefront page may be on (each with its subdomains); when given, an event from another
    page is not relayed. `consent(provider, subject)` is asked before an event is stored and again before it is sent.
    What could never work is put right (a URL as a domain, `+62`) or refused with `InvalidInput`.
    """

    names: Mapping[Moment, EventNames] = field(factory=dict)
    providers: Sequence[Provider] = PROVIDERS
    purchase_point: PurchasePoint = "order_created"
    """When an order counts as a purchase. Change it between campaigns, not under way."""
    domains: Sequence[str] = ()
    page_url: str | None = None
    """The page of events that come without one, as in a kiosk."""
    consent: ConsentGate | None = None
    country: str = "id"
    country_code: str = "62"
    """The country code of phone numbers that are written without one."""
    currency: str = "IDR"
    pixels: PixelSettings = field(factory=PixelSettings)
    outbox: str | os.PathLike[str] | None = None
    """The outbox file; None is `default_outbox()`, or a store that is awaited, where `NEXUS_OUTBOX` names no file."""
    policy: Policy = field(factory=Policy)
    on_alarm: Callable[[Alarm], None] | None = None
    """Told at once of what needs a person; runs where it happens, so it must be quick."""

    def __attrs_post_init__(self) -> None:
        if self.purchase_point not in ("order_created", "payment_confirmed"):
            raise InvalidInput("purchase_point must be 'order_created' or 'payment_confirmed'")
        for name, kind in (("pixels", PixelSettings), ("policy", Policy)):
            if not isinstance(getattr(self, name), kind):
                raise InvalidInput(f"{name} must be {kind.__name__}(…)")
        if self.outbox is not None:
            path_of(self.outbox, "outbox")
        function("consent", self.consent)
        function("on_alarm", self.on_alarm)
        domains = tuple(dict.fromkeys(map(host_name, texts("domains", self.domains))))
        chosen = texts("providers", self.providers)
        _known("providers", "provider", chosen, PROVIDERS)
        for name, value in {
            "names": _names(self.names),
            "providers": tuple(provider for provider in PROVIDERS if provider in chosen),
            "domains": domains,
            "page_url": _page(self.page_url, domains),
            "country": _code("country", self.country, "[a-z]{2}", "two letters, as 'id'").lower(),
            "country_code": _code("country_code", self.country_code, r"(?:\+|00)?([1-9][0-9]{0,2})", "digits, as '62'"),
            "currency": _code("currency", self.currency, "[a-z]{3}", "three letters, as 'IDR'").upper(),
        }.items():
            object.__setattr__(self, name, value)


def _names(given: object) -> Mapping[Moment, EventNames]:
    if not isinstance(given, Mapping) or not all(isinstance(names, EventNames) for names in given.values()):
        raise InvalidInput("names must give EventNames(…) by moment")
    _known("names", "moment", given, DEFAULT_NAMES)
    merged: dict[Moment, EventNames] = {**DEFAULT_NAMES, **given}
    purchase = merged["purchase"]
    for moment, names in merged.items():
        for slot in fields(EventNames):
            name = getattr(names, slot.name)
            if moment != "purchase" and name is not None and name == getattr(purchase, slot.name):
                raise InvalidInput(f"{moment} needs another event name than a purchase, which counts once")
    return merged


def _known(name: str, what: str, given: Iterable[object], known: Iterable[str]) -> None:
    unknown = {*given} - {*known}
    if unknown:
        raise InvalidInput(f"{name}: no such {what}: {', '.join(sorted(map(str, unknown)))}")


def _page(given: object, domains: Sequence[str]) -> str | None:
    page = public_url(given)
    if given is not None and page is None:
        raise InvalidInput("page_url must be an http(s) URL, as 'https://toko.example/kiosk'")
    if page is not None and not is_storefront_page(page, domains):
        raise InvalidInput("page_url must be on one of the domains, or no event would be relayed")
    return page


def _code(name: str, value: object, pattern: str, shape: str) -> str:
    given = text(value) if isinstance(value, int) else value
    found = re.fullmatch(pattern, cleaned(given), re.IGNORECASE) if isinstance(given, str) else None
    if found is None:
        raise InvalidInput(f"{name} must be {shape}")
    return found[found.lastindex or 0]


def default_outbox() -> Path:
    """`NEXUS_OUTBOX`, else `outbox.sqlite3` in the state folder."""
    return state_file(OUTBOX, "outbox.sqlite3")

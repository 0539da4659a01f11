# Rendered from facade/nexus_storefront/events/_async/events.py by scripts/unasync.py; edit that file.
"""Conversion events of a shop: made from what happened, taken by the outbox, delivered by a worker."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from attrs import define

from ...answer_fields import field, text
from ...arguments import number
from ...catalogue._sync.catalog import Catalog
from ...errors import ConnectionFailed, InvalidInput, NotFound, RateLimited, StatusError, StorefrontError, Timeout
from ...signposts import Signposted
from ...transport._sync.concurrency import some_at_once
from ...transport.retry import never
from ...transport.settings import Timeouts
from ...work_queue._sync.runner import Runner
from ...work_queue.model import Ending
from ..checks import one_of, several
from ..composer import Composer
from ..items import ItemKind, Reference, reference_of, shown_lines, slug_of
from ..model import Conversion, Provider
from ..pixels import pixel_calls, render_pixels
from ..providers import PLATFORMS
from ..relay_answer import ending_of
from ..sending import Receipt
from ..way_out import relay_of

if TYPE_CHECKING:
    from ...transport._sync.core import Core
    from ...work_queue.model import Claim as Leased
    from ..composer import Lines
    from ..outbox import Outbox
    from ..queued import Claim
    from ..settings import EventSettings

__all__ = ["Events"]

_TIMEOUTS = Timeouts(connect=5.0, read=15.0, write=15.0, pool=5.0, total=30.0)
_LOOKUPS = 60
# unanswered details in a row after which a look into the catalogue ends
_SILENT = 2

logger = logging.getLogger("nexus_storefront")


@define
class _Reading:
    """How a look into the catalogue goes."""

    lookups: int = 0
    unanswered: int = 0
    failed: bool = False
    limited: bool = False

    @property
    def over(self) -> bool:
        """Nothing more is asked."""
        return self.limited or self.unanswered >= _SILENT


class Events(Composer, Signposted):
    """Conversion events of one shop: make one with the method of its moment, `send` it, `render` its pixels.

    A worker delivers what was sent: `start` one here, call `flush` in a loop of your own, or run `nexus events run`.
    """

    def __init__(self, core: Core, settings: EventSettings | None = None, outbox: Outbox | None = None) -> None:
        super().__init__(settings)
        self.relay = relay_of(core.store_id, self.settings, outbox, core.store, core.clock)
        self.via: Callable[[Claim], Ending] = self._deliver
        """What a worker does with an event; replace it to hand events on instead (see `events.celery`)."""
        self._core = core
        self._runner = Runner(self.relay, self._attempt)
        self._not_found: set[Reference] = set()

    def send(self, conversion: Conversion) -> Receipt:
        """Take a conversion's events for delivery. Never raises, and waits for no network and no file."""
        # the worker finds them when it looks next: woken now, it would compete with the rest of the checkout
        self._runner.revive()
        return self.relay.send(conversion)

    def render(
        self, *conversions: Conversion, nonce: str | None = None, loaders: bool = True, subject: str | None = None
    ) -> str:
        """The pixel snippet of a page, for the providers that `subject` consents to; see `render_pixels`."""
        allowed: list[Provider] = [p for p in self.settings.providers if self.relay.consents(p, subject)]
        calls = [
            call for conversion in several("conversions", conversions, Conversion) for call in pixel_calls(conversion)
        ]
        return render_pixels(calls, self.settings.pixels, nonce=nonce, loaders=loaders, providers=allowed)

    def resolve(self, lines: Lines | None) -> list[Reference]:
        """Learn the unique ids of what is in a cart, a checkout or a list of lines; gives those that stay unknown.

        Reads the catalogue (listStorefrontItems, getStorefrontProduct, getStorefrontBundlePriceOption) only for ids
        never seen before. For a page that has time, such as the cart or the checkout form; never raises on the
        service's account.
        """
        self.index.learn(lines)
        wanted = {
            reference: line
            for reference, line in self.index.unknown(shown_lines(lines)).items()
            if reference not in self._not_found
        }
        if wanted:
            try:
                if self._look_up(wanted):
                    self._not_found.update(self.index.unknown(wanted.values()))
            except StorefrontError as error:
                # not now; the events go out without these items
                logger.warning("conversion events: the catalogue cannot be read: %s", type(error).__name__)
        return [*self.index.unknown(shown_lines(lines))]

    def _look_up(self, wanted: Mapping[Reference, object]) -> bool:
        """Read details until every id is known. False if something could not be read."""
        reading = _Reading()
        # First what the lines say themselves; then page by page, what may hold the rest.
        said: list[tuple[ItemKind, str | None]] = [
            (reference.kind, slug_of(line, reference.kind)) for reference, line in wanted.items()
        ]
        self._learn_all(said, wanted, reading)
        if not self.index.unknown(wanted.values()):
            return True
        for page in Catalog(self._core).items(page_size=100).pages():
            missing, shown = self.index.unknown(wanted.values()), list[tuple[ItemKind, str | None]]()
            for card in page:
                bundle = reference_of(card)
                if bundle is None or bundle in missing:
                    shown.append(("variant" if bundle is None else bundle.kind, text(field(card, "slug"))))
            self._learn_all(shown, wanted, reading)
            missing = self.index.unknown(wanted.values())
            if not missing or reading.lookups >= _LOOKUPS:
                return not missing
        return not reading.failed

    def _learn_all(
        self, items: Iterable[tuple[ItemKind, str | None]], wanted: Mapping[Reference, object], reading: _Reading
    ) -> None:
        """Read some details at a time, as long as something of their kind is wanted."""

        def learn(kind: ItemKind, slug: str) -> None:
            missing = self.index.unknown(wanted.values())
            more = reading.lookups < _LOOKUPS and not reading.over
            if more and any(reference.kind == kind for reference in missing):
                self._learn(kind, slug, reading)

        works = [partial(learn, kind, slug) for kind, slug in dict.fromkeys(items) if slug is not None]
        for result in some_at_once(works):
            if isinstance(result, StorefrontError):
                raise result

    def _learn(self, kind: ItemKind, slug: str, reading: _Reading) -> None:
        """Read one detail. One that cannot be read keeps nobody from the others, unless nothing answers any more."""
        catalog = Catalog(self._core)
        reading.lookups += 1
        try:
            self.index.learn((catalog.product(slug) if kind == "variant" else catalog.bundle(slug)))
            reading.unanswered = 0
        except NotFound:
            reading.unanswered = 0  # gone since the cart or the page was read
        except StorefrontError as error:
            reading.failed = True
            reading.unanswered += isinstance(error, (ConnectionFailed, Timeout))
            reading.limited = reading.limited or isinstance(error, RateLimited)
            if reading.over:
                raise
            logger.warning("conversion events: %s %s is left out: %s", kind, slug, type(error).__name__)

    def post(self, provider: Provider, payload: Mapping[str, Any], user_agent: str | None = None) -> Ending:
        """One attempt to hand one event to the relay (send_storefront_{provider}_conversion_event). Never raises on
        the service's account; nothing is repeated here.
        """
        from nexus_commerce.api.storefront import (
            send_storefront_meta_conversion_event,
            send_storefront_snack_video_conversion_event,
            send_storefront_tiktok_conversion_event,
        )

        one_of("provider", provider, PLATFORMS)
        core = self._core.derive(timeout=_TIMEOUTS, retry=never, headers=_agent(user_agent))
        operation = {
            "meta": send_storefront_meta_conversion_event,
            "tiktok": send_storefront_tiktok_conversion_event,
            "snackvideo": send_storefront_snack_video_conversion_event,
        }[provider]
        try:
            answer = operation.sync_detailed(core.store_id, client=core.api, body=payload)
        except InvalidInput as error:
            return Ending("refused", str(error))
        except StatusError as error:
            return ending_of(error.status, error.headers, error.content, now=core.clock.time())
        except StorefrontError as error:
            if error.effect == "refused" and error.status is not None:  # its status came, its body could not be read
                return ending_of(error.status, {}, now=core.clock.time())
            return Ending("ambiguous" if error.may_have_taken_effect else "retry", type(error).__name__)
        except Exception as error:  # an answer that cannot be read, say
            return Ending("ambiguous", type(error).__name__)
        return ending_of(answer.status_code, answer.headers, answer.content, now=core.clock.time())

    def _deliver(self, claim: Claim) -> Ending:
        return self.post(claim.provider, claim.payload, claim.user_agent)

    def _attempt(self, claim: Leased) -> Ending:
        return self.via(cast("Claim", claim))

    def flush(self, *, seconds: float | None = None) -> int:
        """Deliver what is due, and give the number of attempts. Begins none after `seconds`.

        May run in any number of processes at once. Raises `StorefrontError` if the outbox cannot be used.
        """
        return self._runner.flush(None if seconds is None else number("seconds", seconds))

    def run(self) -> None:
        """Deliver until `stop`, in the caller's own task or thread. What goes wrong is told to the log and the
        alarm callback, never raised.
        """
        self._runner.run()

    def start(self) -> None:
        """Deliver in the background. At exit nothing is waited for: what is not delivered stays in the outbox."""
        self._runner.start()

    def stop(self, seconds: float = 2.0) -> None:
        """End the background worker after the attempt under way, at the latest after `seconds`."""
        self._runner.stop(number("seconds", seconds))


def _agent(user_agent: str | None) -> dict[str, str] | None:
    """The shopper's User-Agent as a header, as far as one can carry it."""
    agent = "".join(c for c in user_agent or "" if c.isascii() and c.isprintable()).strip()[:1024].strip()
    return {"User-Agent": agent} if agent else None

"""Conversion events of a shop: made from what happened, taken by the outbox, delivered by a worker."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, cast

from attrs import define
from nexus_commerce import api

from ...answer_fields import field, text
from ...catalogue._async.catalog import Catalog
from ...errors import ConnectionFailed, InvalidInput, NotFound, RateLimited, StatusError, StorefrontError, Timeout
from ...log import logger
from ...signposts import Signposted
from ...transport._async.concurrency import called, can_be_called, some_at_once
from ...transport.retry import never
from ...transport.settings import Timeouts
from ...work_queue._async.runner import Runner
from ...work_queue.model import Ending
from ..composer import Composer
from ..items import ItemIndex, ItemKind, Reference, reference_of, shown_lines, slug_of
from ..model import Conversion, Provider
from ..pixels import pixel_calls, render_pixels
from ..providers import PLATFORMS
from ..reading import one_of, several
from ..sending import ONCE, Claim, Receipt, ending_of
from ..settings import OUTBOX, EventSettings
from .relay import Relay

if TYPE_CHECKING:
    from ...transport._async.core import Core
    from ..composer import Goods
    from ..outbox import Outbox


_TIMEOUTS = Timeouts(connect=5.0, read=15.0, write=15.0, pool=5.0, total=30.0)
_LOOKUPS = 60
# unanswered details in a row after which a look into the catalogue ends
_SILENT = 2


@define
class _Search:
    """A look into the catalogue for the unique ids of what is `wanted`."""

    index: ItemIndex
    catalog: Catalog
    wanted: Mapping[Reference, object]
    read: set[tuple[ItemKind, str]]
    """The details that earlier looks have read, which this one skips; emptied by a look that comes to the last page."""
    sought: set[Reference]
    """What has been wanted since the first detail of those was read."""
    lookups: int = 0
    unanswered: int = 0
    failed: bool = False

    @property
    def missing(self) -> Mapping[Reference, object]:
        return self.index.unknown(self.wanted.values())

    async def run(self) -> bool:
        """Read details until every id is known, or all were read that could be. False if some were not."""
        if not self.read:
            self.sought.clear()
            self.sought.update(self.wanted)
        # First the details that the lines name by slug; then, page by page, those that may hold the rest.
        await self._learn_all((it.kind, slug_of(line, it.kind)) for it, line in self.wanted.items())
        if not self.missing:
            return True
        async for page in self.catalog.items(page_size=100).pages():
            missing, shown = self.missing, list[tuple[ItemKind, str | None]]()
            for card in page:
                bundle = reference_of(card)
                if bundle is None or bundle in missing:
                    shown.append(("variant" if bundle is None else bundle.kind, text(field(card, "slug"))))
            await self._learn_all(each for each in shown if each not in self.read)
            if not self.missing or self.lookups >= _LOOKUPS:
                return not self.missing
        self.read.clear()
        return not self.failed

    async def _learn_all(self, items: Iterable[tuple[ItemKind, str | None]]) -> None:
        """Read some details at a time."""
        works = [partial(self._learn, kind, slug) for kind, slug in dict.fromkeys(items) if slug is not None]
        for result in await some_at_once(works):
            if isinstance(result, StorefrontError):
                raise result

    async def _learn(self, kind: ItemKind, slug: str) -> None:
        """Read one detail, as long as something of its kind is missing. If that fails, the others are read all the
        same, unless the service does not answer at all or limits the rate.
        """
        if self.lookups >= _LOOKUPS or all(reference.kind != kind for reference in self.missing):
            return
        self.lookups += 1
        try:
            with suppress(NotFound):  # gone since the cart or the page was read
                self.index.learn(await (self.catalog.product(slug) if kind == "variant" else self.catalog.bundle(slug)))
            self.unanswered = 0
            self.read.add((kind, slug))
        except StorefrontError as error:
            self.failed = True
            self.unanswered += isinstance(error, (ConnectionFailed, Timeout))
            if self.unanswered >= _SILENT or isinstance(error, RateLimited):
                self.lookups = _LOOKUPS  # nothing more is asked
                raise
            logger.warning("conversion events: %s %s is left out: %s", kind, slug, type(error).__name__)


class Events(Composer, Runner[Claim], Signposted):
    """Conversion events of one shop: make one with the method of its moment, `send` it, `render` its pixels.

    A worker delivers what was sent: `start` one here, call `flush` in a loop of your own, or run `nexus events run`.
    """

    def __init__(self, core: Core, settings: EventSettings | None = None, outbox: Outbox | None = None) -> None:
        Composer.__init__(self, settings)
        self._core = core
        named = outbox or self.settings.outbox or os.environ.get(OUTBOX)
        if not named and iscoroutinefunction(core.store.get):
            # as in a browser's page, whose files are gone after a reload
            from ...work_queue.store_queue import StoreQueue

            kept: Any = core.store
            waiting = StoreQueue(kept, policy=self.settings.policy, once=ONCE, kind=Claim, clock=core.clock)
            outbox = cast("Outbox", waiting)
        self.relay = Relay(core.store_id, self.settings, outbox, clock=core.clock)
        Runner.__init__(self, self.relay)
        self._via: Callable[[Claim], object] = self._deliver
        self._not_found: set[Reference] = set()
        self._read: set[tuple[ItemKind, str]] = set()
        self._sought: set[Reference] = set()

    @property
    def via(self) -> Callable[[Claim], object]:
        """The function that a worker calls with an event; replace it to hand events on (see `events.celery`)."""
        return self._via

    @via.setter
    def via(self, function: Callable[[Claim], object]) -> None:
        if not can_be_called(function):
            raise InvalidInput("via must be a function that takes an event and gives an Ending")
        self._via = function

    def send(self, conversion: Conversion) -> Receipt:
        """Take a conversion's events for delivery. Never raises, and waits for no network and no file."""
        # the worker is not woken: it would compete with the rest of the checkout, and finds them when it looks next
        self._background.revive()
        if not isinstance(conversion, Conversion):
            logger.warning("no conversion event: what was to be sent is no Conversion")
            return Receipt(skipped="there is no conversion")
        return self.relay.send(conversion)

    def render(
        self, *conversions: Conversion, nonce: str | None = None, loaders: bool = True, subject: str | None = None
    ) -> str:
        """The pixel snippet of a page, for the providers that its shopper consents to: `subject`, else whom the
        conversions' visits name; see `render_pixels`."""
        events = [event for each in several("conversions", conversions, Conversion) for event in each]
        named = [event.subject for event in events] if subject is None else [subject]
        whom = [who for number, who in enumerate(named) if who not in named[:number]] or [None]
        consents: list[Provider] = [
            each for each in self.settings.providers if all(self.relay.consents(each, who) for who in whom)
        ]
        calls = pixel_calls(events)
        return render_pixels(calls, self.settings.pixels, nonce=nonce, loaders=loaders, providers=consents)

    async def resolve(self, lines: Goods | None) -> list[Reference]:
        """Learn the unique ids of what is in a cart, a checkout or a list of lines; gives those that stay unknown.

        Reads the catalogue (listStorefrontItems, getStorefrontProduct, getStorefrontBundlePriceOption) only for ids
        never seen before. For a page that has time, such as the cart or the checkout form; never raises on the
        service's account.
        """
        self.index.learn(lines)
        unknown = self.index.unknown(shown_lines(lines))
        wanted = {reference: line for reference, line in unknown.items() if reference not in self._not_found}
        if wanted:
            try:
                search = _Search(self.index, Catalog(self._core), wanted, self._read, self._sought)
                if await search.run():
                    self._not_found |= self._sought & search.missing.keys()
            except StorefrontError as error:
                # not now; the events go out without these items
                logger.warning("conversion events: the catalogue cannot be read: %s", type(error).__name__)
        return [*self.index.unknown(shown_lines(lines))]

    async def post(self, provider: Provider, payload: Mapping[str, Any], user_agent: str | None = None) -> Ending:
        """One attempt to hand one event to the relay (send_storefront_{provider}_conversion_event). Never raises on
        the service's account; nothing is repeated here.
        """
        one_of("provider", provider, PLATFORMS)
        core = self._core.derive(timeout=_TIMEOUTS, retry=never, headers=_agent(user_agent))
        operation = {
            "meta": api.storefront.send_storefront_meta_conversion_event,
            "tiktok": api.storefront.send_storefront_tiktok_conversion_event,
            "snackvideo": api.storefront.send_storefront_snack_video_conversion_event,
        }[provider]
        try:
            answer = await operation.asyncio_detailed(core.store_id, client=core.api, body=payload)
        except InvalidInput as error:
            return Ending("refused", str(error))
        except StatusError as error:
            return ending_of(error.status, error.headers, error.content, now=core.clock.time())
        except StorefrontError as error:
            if error.status is not None:  # its status came, its body could not be read
                return ending_of(error.status, {}, now=core.clock.time())
            return Ending("ambiguous" if error.may_have_taken_effect else "retry", type(error).__name__)
        except Exception as error:  # an answer that cannot be read, say
            return Ending("ambiguous", type(error).__name__)
        return ending_of(answer.status_code, answer.headers, answer.content, now=core.clock.time())

    async def _deliver(self, claim: Claim) -> Ending:
        return await self.post(claim.provider, claim.payload, claim.user_agent)

    async def _work(self, claim: Claim) -> Ending:
        ending = await called(self._via, claim)
        return ending if isinstance(ending, Ending) else Ending("ambiguous", "no Ending was given")


def _agent(user_agent: object) -> dict[str, str] | None:
    """The shopper's User-Agent as a header, without characters that a header cannot carry; none of what is no text."""
    given = user_agent if isinstance(user_agent, str) else ""
    agent = "".join(c for c in given if c.isascii() and c.isprintable()).strip()[:1024].strip()
    return {"User-Agent": agent} if agent else None

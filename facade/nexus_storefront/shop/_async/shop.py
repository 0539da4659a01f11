"""The shop: one store, one shopper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Self, TypedDict, Unpack

import httpx

from ..._lazy import MadeOnce
from ...clock import SYSTEM_CLOCK, Clock
from ...frames import with_bare_errors
from ...signposts import Signposted
from ...stores import AsyncStore, Store
from ...transport._async.concurrency import default_store
from ...transport._async.core import AsyncApiClient, Core
from ...transport._async.http_client import HttpClient
from ...transport._async.shared import Session, Shared
from ...transport.hooks import Hook, raw
from ...transport.retry import Retry, RetryPolicy
from ...transport.routes import extra_headers
from ...transport.settings import BASE_URL, Settings, Timeouts, read_environment
from ..parts import check_hooks, check_parts, group

if TYPE_CHECKING:
    from ...account._async.account import Account, Courses, Subscriptions
    from ...auth._async.auth import Auth
    from ...cart._async.cart import Cart
    from ...catalogue._async.catalog import Catalog, Locations
    from ...catalogue._async.discounts import Discounts
    from ...checkout._async.flow import CheckoutFlow
    from ...checkout.outcomes import CheckoutPolicy
    from ...events._async.events import Events
    from ...events.settings import EventSettings
    from ...intents._async.intents import Intents
    from ...orders._async.orders import Orders
    from ...transport.drift_report import DriftReport

    class Options(TypedDict, total=False):
        """The constructor's arguments by name, for type checkers and editors."""

        store_id: str
        api_key: str
        base_url: str
        customer: str
        store: Store | AsyncStore | None
        timeout: float | Timeouts | httpx.Timeout | None
        retry: RetryPolicy | None
        headers: Mapping[str, str] | None
        http_client: httpx.AsyncClient | None
        transport: httpx.AsyncBaseTransport | None
        http2: bool
        hooks: Sequence[Hook]
        drift: DriftReport | None
        events: EventSettings | None
        checkout_policy: CheckoutPolicy | None
        clock: Clock


class AsyncStorefront(Signposted):
    """A client of one store for one shopper.

    Arguments:
        store_id: the store's unique id (`store_…`).
        api_key: the store's publishable storefront key (`sfpk_…`).
        base_url: the service; https, or http on loopback.
        customer: a label that keeps the carts and sessions of several shoppers apart who share `store`.
        store: where guest token, sessions, rate budget and checkout journal are kept; default: memory, lost at exit.
        timeout: `Timeouts`, an `httpx.Timeout`, or a number of seconds for every phase and for a whole call. It also
            holds for calls through an `http_client`, whose own timeout does not count.
        retry: a `Retry`, `retry.never`, or any function from an `Attempt` to seconds to wait or None.
        headers: sent with every request; identity headers, and those that describe a body, are refused here.
        http_client: your own `httpx` client (proxies, TLS, limits as httpx does them); it stays yours to close.
        transport: your own `httpx` transport, instead of `http_client`.
        http2: speak HTTP/2 where the server does; needs the extra `http2`.
        hooks: functions that get a `CallEvent` when a call starts, before each further attempt, and when it ends.
        drift: a `DriftReport` that counts what answers hold beyond the contract.
        events: the store's choices for conversion events; see `EventSettings`.
        checkout_policy: how checkouts are placed and settled; see `CheckoutPolicy`.
        clock: what the time is, and how it passes; see `nexus_storefront.clock`. For tests.

    One object may be used by many tasks of one event loop. Use it as a context manager, or call `aclose`.
    """

    # The groups of methods, each imported and made when it is first used.
    catalog: Catalog = group("catalogue._async.catalog.Catalog")
    locations: Locations = group("catalogue._async.catalog.Locations")
    cart: Cart = group("cart._async.cart.Cart")
    orders: Orders = group("orders._async.orders.Orders")
    auth: Auth = group("auth._async.auth.Auth")
    account: Account = group("account._async.account.Account")
    subscriptions: Subscriptions = group("account._async.account.Subscriptions")
    courses: Courses = group("account._async.account.Courses")
    intents: Intents = group("intents._async.intents.Intents")
    discounts: Discounts = group("catalogue._async.discounts.Discounts")
    checkout: CheckoutFlow = group("checkout._async.flow.CheckoutFlow", "_checkout_policy")

    @with_bare_errors  # headers and an address may hold what is secret
    def __init__(
        self,
        store_id: str,
        api_key: str,
        base_url: str = BASE_URL,
        *,
        customer: str = "default",
        store: Store | AsyncStore | None = None,
        timeout: float | Timeouts | httpx.Timeout | None = None,
        retry: RetryPolicy | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        http2: bool = False,
        hooks: Sequence[Hook] = (),
        drift: DriftReport | None = None,
        events: EventSettings | None = None,
        checkout_policy: CheckoutPolicy | None = None,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        settings = Settings(
            store_id=store_id,
            api_key=api_key,
            base_url=base_url,
            customer=customer,
            timeouts=Timeouts() if timeout is None else Timeouts.of(timeout),
            retry=Retry() if retry is None else retry,
            headers=extra_headers({} if headers is None else headers),
        ).checked()
        check_parts(store=store, drift=drift, clock=clock, checkout_policy=checkout_policy, events=events)
        if store is None:
            kept = default_store()
        else:
            from ...stores.guarded import guarded

            kept = guarded(store)
        shared = Shared(
            settings,
            kept,
            client=HttpClient(http_client, transport=transport, http2=http2),
            hooks=check_hooks(hooks),
            drift=drift,
            clock=clock,
            make_session=self._session,
        )
        self._checkout_policy = checkout_policy
        self._event_settings = events
        self._origin = self
        self._core = Core(settings, shared)

    @classmethod
    @with_bare_errors
    def from_env(cls, environ: Mapping[str, str] | None = None, **options: Unpack[Options]) -> Self:
        """A shop from `SCALEV_STORE_UNIQUE_ID`, `SCALEV_STOREFRONT_API_KEY` and, if set, `SCALEV_API_BASE`.

        `options` are the constructor's keywords, which go before the variables.
        """
        given: dict[str, Any] = {**read_environment(environ, options.keys()), **options}
        return cls(**given)

    def __repr__(self) -> str:
        settings = self._core.settings
        return f"{type(self).__name__}({settings.store_id!r}, base_url={settings.base_url!r})"

    def with_options(
        self,
        *,
        timeout: float | Timeouts | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
        retry: RetryPolicy | None = None,
    ) -> Self:
        """A shop with other options for its calls. It shares everything else with this one, which stays as it is and
        is the one to close.
        """
        shop = type(self).__new__(type(self))
        shop._origin = self._origin
        shop._core = self._core.derive(timeout=timeout, headers=headers, retry=retry)
        return shop

    def raw(self) -> AbstractContextManager[list[httpx.Response]]:
        """`with shop.raw() as answers:` collects the answers, as they came, of all calls made inside the block."""
        return raw()

    async def aclose(self) -> None:
        """Stop delivering events, let a token refresh that is under way finish, and close the connections.

        An `http_client` of your own stays open. On a shop made by `with_options` this does nothing.
        """
        if self._origin is not self:
            return
        try:
            if "events" in self.__dict__:
                await self.events.stop()
        finally:
            await self._core.shared.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()

    @property
    def store_id(self) -> str:
        """The store's unique id, which the generated operations take first."""
        return self._core.store_id

    def _session(self) -> Session:
        from ...auth._async.session import CustomerSession

        return CustomerSession(self._core)

    @property
    def api(self) -> AsyncApiClient:
        """The generated layer on this shop's transport: `await operation.asyncio(..., client=shop.api)`."""
        return self._core.api

    @MadeOnce
    def events(self) -> Events:
        """Conversion events: made from what happens in the shop, and delivered by a worker."""
        if self._origin is not self:
            return self._origin.events  # one outbox, one worker
        from ...events._async.events import Events

        return Events(self._core, self._event_settings)

"""What all calls of a shop share, and what the transport needs of a customer's session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

import httpx

from ...errors import InvalidInput, StorefrontError, Timeout
from ...log import harmless, logger
from ...redact import Secret, SecretBytes
from ...stores import DamagedEntry, Entry, Store, StoreError
from ...stores._forks import ForkLock
from ...stores.leases import patience
from ..hooks import Hook, emit, keep_http_logs_discreet
from ..routes import check_value
from ..settings import Settings
from .admission import Admission
from .concurrency import Lock, in_thread, in_thread_for
from .http_client import HttpClient

if TYPE_CHECKING:
    from ...clock import Clock
    from ...contents import SeenCart
    from ..call import Call
    from ..drift_report import DriftReport


class KnownSession(Protocol):
    """A session, as far as the transport knows it."""

    @property
    def account(self) -> str: ...


class Session(Protocol):
    """A customer's session, as far as the transport uses it."""

    async def access_token(self, wait: float | None = None) -> Secret | None:
        """A token to send now, refreshed if it was about to expire; None when nobody is signed in. A refresh is waited
        for no longer than `wait` seconds; an interrupted login is finished first, if nobody is in the way.

        Raises `SessionLost` when the session cannot be kept, `Timeout` when someone else's refresh takes too long, and
        what kept the refresh from being done when the access token has expired meanwhile.
        """
        ...

    async def rejected(self, token: str, wait: float | None = None) -> bool:
        """Take note that the service answered 401 to `token`. Whether `access_token` has another one to try."""
        ...

    async def token_for(self, account: str | None, before: Secret | None, wait: float | None = None) -> Secret | None:
        """As `access_token`, but only for this account, or, with the token of a call's attempt `before`, for the same
        customer as that. Raises `SessionLost` if they are signed out or another customer has signed in."""
        ...

    async def signed_in(self) -> bool:
        """Whether somebody is signed in, as far as is known without asking the service."""
        ...

    async def look(self) -> str:
        """Take over what others have changed about the session in the store. Gives its account, empty for none."""
        ...

    async def account(self) -> str:
        """A digest that tells one signed-in customer from another; empty when nobody is signed in."""
        ...

    @property
    def known(self) -> KnownSession | None:
        """The session in use here; None when nobody is signed in."""
        ...

    async def carries_over(self, token: str | None) -> bool:
        """Whether a login has begun to carry the guest's cart of this token, or of any, over and has not finished."""
        ...

    async def carried_over(self, token: str) -> bool:
        """Whether a login has finished carrying the guest's cart of this token over."""
        ...

    async def finish_login(self, *, wait: float, within: float) -> object:
        """Finish a login that was interrupted before the guest's cart was safe. Gives a report of the cart, None when
        there was no such login. `wait`: seconds to wait for others who do the same or use one of the carts; `within`:
        seconds that a request may take, and after which no further step begins."""
        ...

    async def aclose(self) -> None:
        """Let a refresh that is under way come to its end."""
        ...


class GuestToken:
    """The token that names a guest's cart: in memory, and in the store before anything depends on it."""

    def __init__(self, store: Store, key: str, clock: Clock) -> None:
        self.value: Secret | None = None
        self.key = key
        self.creating = Lock()
        """Held while a cart is being made, so that two first calls do not make two."""
        self._store = store
        self._clock = clock
        self._loaded = False
        self._unsaved = False

    def __repr__(self) -> str:
        return f"GuestToken(known={self.value is not None})"

    async def current(self) -> Secret | None:
        """The token, from the store on first use."""
        if not self._loaded:
            await self.reload()
        return self.value

    async def reload(self) -> Secret | None:
        """The token as the store has it now; the read may take as long as the call. A newer one that could not be saved
        stays."""
        if self._unsaved:
            await self.saved()
            return self.value
        before = self.value
        entry = await self._entry()
        if self.value is not before:
            return self.value  # kept or dropped here while the store was slow: this look is older
        try:
            self.value = _checked(entry.value.decode()) if entry else None
        except (InvalidInput, UnicodeDecodeError):
            self.value = None  # not something that a service ever issued
        self._loaded = True
        return self.value

    async def saved(self) -> None:
        """Save again what could not be saved before."""
        if self._unsaved and self.value is not None:
            await self.keep(self.value)

    async def keep(self, token: str) -> None:
        """Remember the token that an answer carried."""
        try:
            self.value = _checked(token)
        except InvalidInput:
            logger.warning("the service sent a guest token that cannot be sent back; it is ignored")
            return
        self._loaded = self._unsaved = True
        entry = self.key, SecretBytes(self.value.encode())
        # If that fails, the cart lives on in memory, and every later guest answer tries to save the token again.
        with harmless("the guest token could not be saved", StoreError):
            try:
                await in_thread(self._store.put, *entry)
            except DamagedEntry:  # cannot be written over, only deleted
                await in_thread(self._store.delete, self.key)
                await in_thread(self._store.put, *entry)
            self._unsaved = False

    async def forget(self, token: str) -> None:
        """Drop `token`, unless it has been replaced already."""
        entry = await self._entry()
        if entry is not None and entry.value == token.encode():
            await in_thread(self._store.delete, self.key, expected=entry.version)
        if self.value == token:
            self.value, self._unsaved = None, False

    async def _entry(self) -> Entry | None:
        """What the store has, if it answers in time; None also for damage: nobody can tell which cart it named."""
        try:
            with suppress(DamagedEntry):
                return await in_thread_for(patience(60.0, self._clock), self._store.get, self.key)
        except TimeoutError:
            raise Timeout("the store did not answer in time: nothing was sent", effect="nothing_left") from None
        return None


def _checked(token: str) -> Secret:
    return Secret(check_value("guest token", token, limit=200))


class Shared:
    """The state that a shop and every shop derived from it share."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        *,
        client: HttpClient,
        hooks: Sequence[Hook],
        drift: DriftReport | None,
        clock: Clock,
        make_session: Callable[[], Session],
    ) -> None:
        keep_http_logs_discreet()
        label = "" if settings.customer == "default" else f"/{settings.customer}"
        self.store = store
        self.clock = clock
        self.hooks = tuple(hooks)
        self.drift = drift
        self.client = client
        self.admission = Admission(store, f"rate/{settings.store_id}", clock)
        self.guest = GuestToken(store, f"guest/{settings.store_id}{label}", clock)
        self.cart_lock = Lock()
        self.seen_cart: list[SeenCart] = []
        """What a cart was last seen to hold: at most one, in a place that `forget_cart` makes anew for each look."""
        self.unwritten: dict[str, Any] = {}
        """Ends of order attempts that the store failed to take, by their keys; `OrderJournal` writes them later."""
        self.urls: dict[str, httpx.URL] = {}
        """The URLs used last, by path."""
        self._session: Session | None = None
        self._make_session = make_session
        self._making_session = ForkLock()

    @property
    def session(self) -> Session:
        """The customer's session, made when it is first asked for."""
        if self._session is None:
            with self._making_session:
                if self._session is None:
                    self._session = self._make_session()
        return self._session

    @property
    def account(self) -> str | None:
        """The account of the session in use; None if there is none, or if it is not known here yet."""
        known = None if self._session is None else self._session.known
        return None if known is None else known.account

    def tell(self, call: Call, response: httpx.Response | None, failure: StorefrontError | None, wait: float) -> None:
        """Tell the hooks that an attempt has failed and that another one is made in `wait` seconds."""
        if self.hooks:
            emit(self.hooks, call.event("attempt", response, failure, wait))

    async def aclose(self) -> None:
        """Let a token refresh that is under way finish, and close the connections."""
        try:
            if self._session is not None:
                await self._session.aclose()
        finally:
            await self.client.aclose()

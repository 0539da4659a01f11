# Rendered from facade/nexus_storefront/transport/_async/shared.py by scripts/unasync.py; edit that file.
"""What all calls of a shop share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

import httpx

from ...errors import InvalidInput, StorefrontError, Timeout
from ...log import harmless, logger
from ...redact import Secret, SecretBytes
from ...stores import DamagedEntry, Store, StoreError
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
    """What the transport asks of a customer's session."""

    def access_token(self, wait: float | None = None) -> Secret | None:
        """A token to send now, refreshed if it was about to expire; None when nobody is signed in.

        Someone else's refresh is waited for no longer than `wait` seconds.
        """
        ...

    def rejected(self, token: str, wait: float | None = None) -> bool:
        """The service answered 401 to `token`. False if `access_token` gives no other answer than that."""
        ...

    def token_for(self, account: str | None, before: Secret | None, wait: float | None = None) -> Secret | None:
        """As `access_token`, for the customer of an account alone, or for another attempt of a call that was made with
        `before`: for the same customer."""
        ...

    def signed_in(self) -> bool:
        """Whether somebody is signed in, as far as is known without asking the service."""
        ...

    def look(self) -> str:
        """Take notice of what others have made of the session in the store since: its account."""
        ...

    def account(self) -> str:
        """A digest that tells one signed-in customer from another; empty when nobody is signed in."""
        ...

    @property
    def known(self) -> KnownSession | None:
        """The session in use here; None when nobody is signed in."""
        ...

    def carries_over(self, token: str | None) -> bool:
        """Whether a login has begun to carry this guest's cart over, None for any, and has not finished."""
        ...

    def carried_over(self, token: str) -> bool:
        """Whether a login has carried this guest's cart over: the store has dropped its token for good."""
        ...

    def finish_login(self, *, wait: float, within: float) -> object:
        """Finish a login that was interrupted, waiting `wait` seconds for others, and `within` for an answer."""
        ...

    def close(self) -> None:
        """Let what is under way come to its end."""
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

    def current(self) -> Secret | None:
        """The token, from the store on first use."""
        if not self._loaded:
            self.reload()
        return self.value

    def reload(self) -> Secret | None:
        """The token as the store has it now, which may take it as long as the call; an unsaved newer one stays."""
        if self._unsaved:
            self.saved()
            return self.value
        try:
            entry = in_thread_for(patience(60.0, self._clock), self._store.get, self.key)
        except TimeoutError:
            raise Timeout("the store did not answer in time: nothing was sent", effect="nothing_left") from None
        except DamagedEntry:
            entry = None  # it names no cart any more
        try:
            self.value = _checked(entry.value.decode()) if entry else None
        except (InvalidInput, UnicodeDecodeError):
            self.value = None  # not something that a service ever issued
        self._loaded = True
        return self.value

    def saved(self) -> None:
        """Save again what could not be saved before."""
        if self._unsaved and self.value is not None:
            self.keep(self.value)

    def keep(self, token: str) -> None:
        """Remember the token that an answer carried."""
        try:
            self.value = _checked(token)
        except InvalidInput:
            logger.warning("the service sent a guest token that cannot be sent back; it is ignored")
            return
        self._loaded = self._unsaved = True
        entry = self.key, SecretBytes(self.value.encode())
        # Else the cart lives on in memory; every later guest answer tries to save again.
        with harmless("the guest token could not be saved", StoreError):
            try:
                in_thread(self._store.put, *entry)
            except DamagedEntry:  # over which nothing is written
                in_thread(self._store.delete, self.key)
                in_thread(self._store.put, *entry)
            self._unsaved = False

    def forget(self, token: str) -> None:
        """Drop `token`, unless it has been replaced already."""
        with suppress(DamagedEntry):  # which names no cart
            entry = in_thread(self._store.get, self.key)
            if entry is not None and entry.value == token.encode():
                in_thread(self._store.delete, self.key, expected=entry.version)
        if self.value == token:
            self.value, self._unsaved = None, False


def _checked(token: str) -> Secret:
    return Secret(check_value("guest token", token, limit=200))


class Shared:
    """What a shop and every shop derived from it have in common."""

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
        self.seen_cart: SeenCart | None = None
        self.unwritten: dict[str, Any] = {}
        """What became of orders, by the keys of the store, which did not take it: kept here until it does."""
        self.urls: dict[str, httpx.URL] = {}
        """Those of late, by path."""
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

    def tell(self, call: Call, response: httpx.Response | None, failure: StorefrontError | None, wait: float) -> None:
        """Tell the hooks of an attempt after which another one is made, in `wait` seconds."""
        if self.hooks:
            emit(self.hooks, call.event("attempt", response, failure, wait))

    def close(self) -> None:
        """Let a token refresh that is under way finish, and close the connections."""
        if self._session is not None:
            self._session.close()
        self.client.close()

# Rendered from facade/nexus_storefront/transport/_async/core.py by scripts/unasync.py; edit that file.
"""A shop's transport: one call goes through its layers in this order.

`Core` makes attempts until there is an answer; each is let go by `Admission` (the rate budget), gets the headers of its
route (the guest token's by `GuestCart`), and is sent by `Exchange`. `judge` says what became of it.
Flows call it through the generated operations, see `Core.call`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeVar

import httpx
from nexus_commerce.client import Client

from ..._lazy import MadeOnce
from ...errors import ConnectionFailed, DecodeError, InvalidInput, NotSignedIn, StorefrontError
from ...frames import frameless
from ...log import harmless
from ...redact import Secret, decoded, hidden, redact
from ...stores import StoreError
from ...stores.leases import LEAST, NoLongerThan, patience
from .. import routes
from ..call import AttemptLost, Call
from ..hooks import call_numbers, emit, raw
from ..judge import HeadersOfACall, error_for, unreadable
from ..retry import Attempt, RetryPolicy, asked, retry_after
from ..routes import Route, check_value, extra_headers
from ..settings import Settings, Timeouts
from ..unsent import may_be_repeated
from .concurrency import WrongHalf, in_thread_for
from .exchange import Exchange
from .guest_cart import GuestCart
from .shared import Session, Shared

if TYPE_CHECKING:
    from nexus_commerce.errors import ApiError
    from nexus_commerce.types import Operation, RequestArgs

    from ...stores import Entry
    from ...stores.records import Kept


T = TypeVar("T")
K = TypeVar("K", bound="Kept")


class Core:
    """The layers of one shop, or of one derived from it, over what they share."""

    def __init__(self, settings: Settings, shared: Shared) -> None:
        self.settings = settings
        self.shared = shared
        self.clock = shared.clock
        self.store = shared.store
        self.guest = shared.guest
        self.store_id = settings.store_id
        self._of_store = f"/v3/stores/{self.store_id}/"
        self.api = ApiClient(self)
        self._exchange = Exchange(shared, settings)
        self._api_key = Secret(settings.api_key)
        self._guest_cart = GuestCart(shared, self._exchange, self._read_cart) if settings.sends_guest_token else None
        self.send_elsewhere = self._exchange.elsewhere

    def __repr__(self) -> str:
        return f"Core({self.settings!r})"

    @property
    def session(self) -> Session:
        """The customer's session, made when it is first asked for."""
        return self.shared.session

    def may_repeat(self) -> bool:
        """Whether what sends this shop's requests may send one more than once by itself; see `unsent`."""
        return may_be_repeated(self.shared.client.made(), self._exchange.url(""))

    def hurried_store(self, seconds: float | None = None) -> AbstractContextManager[None]:
        """A block in which the store may take as long as a call that begins now, or `seconds`, but no longer than the
        call around it, and after that half a second for each access."""
        total = self.settings.timeouts.total if seconds is None else seconds
        return NoLongerThan(patience(total, self.clock), self.clock, least=LEAST)

    def derive(
        self,
        *,
        timeout: float | Timeouts | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
        retry: RetryPolicy | None = None,
    ) -> Core:
        """A core with these options changed, which shares everything else with this one."""
        settings = self.settings
        if timeout is not None:
            settings = settings._replace(timeouts=Timeouts.of(timeout))
        if headers is not None:
            settings = settings._replace(headers={**settings.headers, **extra_headers(headers)})
        if retry is not None:
            settings = settings._replace(retry=retry).checked()
        return Core(settings, self.shared)

    def at_most(self, seconds: float, retry: RetryPolicy | None = None) -> Core:
        """A core whose calls take at most `seconds`, each phase included; with another retry policy if one is given."""
        return self.derive(timeout=self.settings.timeouts.at_most(seconds), retry=retry)

    def without_guest_token(self) -> Core:
        """A core that neither sends nor keeps the shopper's guest token: each of its calls names its cart itself."""
        return self._without_guest_token if self.settings.sends_guest_token else self

    @MadeOnce
    def _without_guest_token(self) -> Core:
        return Core(self.settings._replace(sends_guest_token=False), self.shared)

    @property
    def account(self) -> str | None:
        """The account, a digest, for which this core calls a customer's routes: the one it was made for, else that of
        whoever is signed in. None if that is not known yet."""
        return self.settings.account or self.shared.account

    def of_customer(self, account: str | None) -> Core:
        """A core that calls a customer's routes for this account only, and raises `SessionLost` once another customer
        has signed in. With None or an empty account: for whoever is signed in at the time of each call."""
        if not account or account == self.settings.account:
            return self
        return Core(self.settings._replace(account=account), self.shared)

    def call(self, operation: Callable[..., T], /, *path: object, **more: object) -> T:
        """An operation of the generated layer, for this store by this client: `core.call(operation.sync)`."""
        return operation(self.store_id, *path, client=self.api, **more)

    def carry_out(self, operation: Any, /, **more: object) -> None:
        """`call` an operation, given by its module, whose answer says nothing but that it was done. Raises
        `DecodeError` for a 200 with no body or a web page: that may be the answer of a proxy."""
        with raw() as answers:
            self.call(operation.sync, **more)
        found = answers[-1]
        if found.status_code == 200 and decoded(found.content) is None:
            answer = found.status_code, found.headers, found.content
            raise unreadable(*answer, operation_id=operation.OPERATION.id, changes_something=True)

    # Every error leaves the transport here, without the frames below: their variables hold headers.
    @frameless
    def send(
        self, operation: Operation, request: RequestArgs, authorization: Secret | None = None
    ) -> httpx.Response:
        """Send one call of the contract and return its answer, whatever its status. Raises `StorefrontError` if there
        is none.

        `authorization` is a business credential the caller gave for routes that belong to none of the storefront's
        layers; it goes to no other route.
        """
        call = Call(operation, request, self.settings.timeouts.total, self.clock, authorization)
        if call.limited and not request.get("url", "").startswith(self._of_store):
            raise InvalidInput("store_id names another store than this shop's", operation_id=operation.id)
        with self.hurried_store():
            response = self._with_hooks(call)
        response.headers = HeadersOfACall(response.headers, call)
        return response

    @frameless
    def entry(self, key: str) -> Entry | None:
        """The store's entry under a key. Raises `StoreError` if reading it takes longer than a call may."""
        try:
            return in_thread_for(patience(self.settings.timeouts.total, self.clock), self.store.get, key)
        except TimeoutError:
            raise StoreError("the store did not answer in time") from None

    @frameless
    def stored(self, key: str, kind: type[K]) -> tuple[K | None, int]:
        """The record under a key of the store, and its version; None and 0 if there is none. Raises `DamagedEntry` if
        the entry is no record of this kind.
        """
        entry = self.entry(key)
        return (None, 0) if entry is None else (kind.kept(key, entry.value), entry.version)

    # --- its attempts, one after another, until there is an answer or nothing more to try

    def _with_hooks(self, call: Call) -> httpx.Response:
        """The answer to a call; the shop's hooks hear how it began and how it ended."""
        hooks = self.shared.hooks
        if hooks:
            call.number = next(call_numbers)
            emit(hooks, call.event("start"))
        try:
            response = self._with_retries(call)
        except BaseException as error:  # also a cancelled call has ended
            if isinstance(error, StorefrontError):
                # The error may be of another call that this one waited for, such as a refresh: say what this one did.
                error.effect = call.effect
            emit(hooks, call.event("end", error=error))
            raise
        if hooks:
            emit(hooks, call.event("end", response))
        return response

    def _with_retries(self, call: Call) -> httpx.Response:
        token_replaced = False
        account = self.account if call.route.bearer else None  # it is meant for whoever is signed in when it begins
        while True:
            # First, one attempt, when the rate budget lets it go.
            call.attempt += 1
            response: httpx.Response | None = None
            failure: StorefrontError | None = None
            try:
                self.shared.admission.admit(call)
                response = self._identified(call, account)
                status: int | None = response.status_code
            except AttemptLost as lost:
                failure = lost.failure
                status = failure.status
            finally:
                self.shared.admission.ended(call)
            if response is not None and response.is_success:
                return response
            # A request refused for its token had no effect, so it may go again with another one, once. Its status is
            # enough for that if its body cannot be read.
            if status == 401 and call.bearer is not None and not token_replaced:
                token_replaced = True
                if self.session.rejected(call.bearer, max(0.0, call.left)):
                    self.shared.tell(call, response, failure, 0.0)
                    continue
            # Then ask the policy. Its wait is not begun if too little of the call's time would be left for an answer.
            wait = self._wait(call, status if response is not None or status == 429 else None)
            if wait is None or wait >= call.left - call.least:
                if response is not None:
                    return response
                # Raised outside of the except block, so that the lost attempt's error is no part of this one.
                raise failure or ConnectionFailed("no answer", operation_id=call.operation.id)
            self.shared.tell(call, response, failure, wait)
            self.clock.sleep(wait)

    def _wait(self, call: Call, status: int | None) -> float | None:
        """Seconds until the next attempt, None for no other. `status`: of the answer, None if that was lost."""
        operation = call.operation
        # Whatever a policy says, what creates is not sent again unless it provably never left.
        if operation.method == "POST" and not call.route.repeatable and not call.unsent:
            return None
        attempt = Attempt(
            operation_id=operation.id,
            method=operation.method,
            number=call.attempt,
            elapsed=self.clock.monotonic() - call.started,
            repeatable=call.route.repeatable,
            status=status,
            retry_after=call.retry_after if status is not None else None,
            unsent=call.unsent,
        )
        return asked(self.settings.retry, attempt)

    # --- who is asking

    def _identified(self, call: Call, account: str | None) -> httpx.Response:
        """One attempt under the identities that the call's route asks for."""
        route, headers = call.route, dict[str, str]()
        if route.api_key:
            headers[routes.API_KEY] = self._api_key
        if route.bearer:
            call.bearer = self.session.token_for(account, call.bearer, max(0.0, call.left))
            if call.bearer is None:
                raise NotSignedIn("nobody is signed in: shop.auth.login comes first", operation_id=call.operation.id)
            headers[routes.AUTHORIZATION] = Secret(f"Bearer {call.bearer}")
        elif call.authorization is not None and not route.api_key and call.operation.security:
            headers[routes.AUTHORIZATION] = call.authorization
        for name, value in call.request.get("headers", {}).items():
            headers[name] = Secret(check_value(f"header {name}", value))
        call.headers = headers
        if not route.guest or self._guest_cart is None or routes.GUEST_TOKEN in headers:
            return self._exchange.attempt(call)
        return self._guest_cart.attempt(call)

    def _read_cart(self, total: float) -> object:
        from nexus_commerce.api.storefront.get_guest_cart import OPERATION

        path = OPERATION.path.format(store_id=self.store_id)
        return self._with_hooks(Call(OPERATION, {"method": "GET", "url": path}, total, self.clock))


class ApiClient(WrongHalf, Client):
    """The generated layer's client on this shop's transport, for every operation of the contract:
    `operation.sync(..., client=shop.api)`.

    Routes outside the storefront carry no credential unless `with_authorization` gave one.
    """

    def __init__(self, core: Core, authorization: Secret | None = None) -> None:
        super().__init__(base_url=core.settings.base_url)
        self._core = core
        self._authorization = authorization

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.base_url!r})"

    def with_authorization(self, value: str) -> ApiClient:
        """A client that also sends `Authorization: <value>`, to business routes only, never to the storefront's."""
        value = hidden(value)
        return ApiClient(self._core, Secret(check_value("authorization", value)))

    def send(self, operation: Operation, request: RequestArgs) -> httpx.Response:
        return self._core.send(operation, request, self._authorization)

    def received(self, operation: Operation, body: Any) -> None:
        drift = self._core.shared.drift
        if drift is not None:
            with harmless("the drift report failed"):
                drift.see(operation, body)

    def failure(self, error: ApiError) -> Exception:
        """A generated layer's error as the facade's."""
        from nexus_commerce.errors import ErrorStatus, InvalidRequest, UndecodableBody

        if not isinstance(error, ErrorStatus | UndecodableBody):
            kind = InvalidInput if isinstance(error, InvalidRequest) else DecodeError
            return kind(redact(str(error)), operation_id=error.operation_id)
        shared, name, headers = self._core.shared, error.operation_id or "", error.headers
        route = headers.call.route if isinstance(headers, HeadersOfACall) else Route()
        answer, changes = (error.status_code, headers, error.content), route.changes_something
        if isinstance(error, ErrorStatus):
            wait = retry_after(headers, shared.clock.time())
            of_store = route.names_only_the_store
            return error_for(*answer, operation_id=name, changes_something=changes, retry_after=wait, of_store=of_store)
        if shared.drift is not None:
            with harmless("the drift report failed"):
                shared.drift.see_unreadable(name, error.content)
        return unreadable(*answer, operation_id=name, changes_something=changes)

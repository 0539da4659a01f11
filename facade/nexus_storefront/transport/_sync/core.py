# Rendered from facade/nexus_storefront/transport/_async/core.py by scripts/unasync.py; edit that file.
"""The transport of a shop: one place where requests get their identity, are admitted, sent, repeated and judged.

Everything in a shop that talks to the service goes through `Core.send`; flows call it through the generated operations:
`operation.sync(core.store_id, client=core.api)`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar
from urllib.parse import quote, urlencode

import httpx
from nexus_commerce.errors import ApiError, ErrorStatus, InvalidRequest, UndecodableBody

from ...errors import (
    ConnectionFailed,
    DecodeError,
    InvalidInput,
    NotSignedIn,
    StorefrontError,
    Timeout,
    error_for,
    request_id,
)
from ...redact import excerpt, redact
from ...stores import StoreError, VersionConflict
from ...version import __version__
from .. import routes as identity
from ..hooks import call_numbers, emit, route_in_flight
from ..rate_budget import MAX_WAIT, WINDOW, RateBudget
from ..raw_answers import captured
from ..retry import Attempt, RetryPolicy, retry_after
from ..settings import Settings, Timeouts
from ..unsent import never_left
from .api_client import ApiClient
from .concurrency import held, in_thread, leased, starts_by, within
from .exchange import HeadersOfACall, _Call, _Deadlined, _failure_class, _transport_error
from .guest_token import GuestToken
from .shared import Session, Shared

if TYPE_CHECKING:
    from nexus_commerce.types import Operation, RequestArgs

    from ...stores import Store


__all__ = ["Core"]


logger = logging.getLogger("nexus_storefront")


P = ParamSpec("P")


T = TypeVar("T")


_USER_AGENT = f"nexus-storefront/{__version__} python-httpx/{httpx.__version__}"


# Statuses by which the service may refuse a guest token, on a read of the cart and elsewhere.
_DEAD_TOKEN = {"GET": (400, 404, 410, 422), "POST": (404, 410)}


_SECOND_LOOK = 0.5
"""Seconds until a refused guest token is asked for again."""


_BUDGET_AGE = 5.0


_GUEST_TOKEN = identity.GUEST_TOKEN.lower()


# Of an answer's headers, those that the transport itself reads.
_READ = {
    name.encode(): name
    for name in (_GUEST_TOKEN, "retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")
}


_BODY = ("json", "content", "data", "files")


class Core:
    """A shop's transport: shared state, and the settings of one shop or of one derived from it."""

    def __init__(self, settings: Settings, shared: Shared, *, shoppers_cart: bool = True) -> None:
        self.settings = settings
        self.shared = shared
        self._shoppers_cart = shoppers_cart
        self.clock = shared.clock
        self.store_id = settings.store_id
        self.api = ApiClient(self)
        self._apart: Core | None = None
        self._defaults: list[tuple[bytes, bytes]] | None = None
        self._prepared: dict[bytes, bytes] = {}
        *phases, total = settings.timeouts
        self._timeout = dict(zip(Timeouts._fields, (min(seconds, total) for seconds in phases), strict=False))
        self._longest = max(self._timeout.values())

    def __repr__(self) -> str:
        return f"Core({self.settings!r})"

    @property
    def store(self) -> Store:
        return self.shared.store

    @property
    def guest(self) -> GuestToken:
        return self.shared.guest

    @property
    def session(self) -> Session | None:
        """The customer's session, made when it is first asked for."""
        shared = self.shared
        if shared.session is None and shared.make_session is not None:
            with shared.making:
                if shared.session is None:
                    shared.session = shared.make_session()
        return shared.session

    @session.setter
    def session(self, session: Session | None) -> None:
        self.shared.session = session

    def derive(
        self,
        *,
        timeout: float | Timeouts | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
        retry: RetryPolicy | None = None,
    ) -> Core:
        """A core with other options and the same everything else."""
        settings = self.settings
        if timeout is not None:
            settings = settings._replace(timeouts=Timeouts.of(timeout))
        if headers is not None:
            settings = settings._replace(headers={**settings.headers, **identity.extra_headers(headers)})
        if retry is not None:
            settings = settings._replace(retry=retry).checked()
        return Core(settings, self.shared, shoppers_cart=self._shoppers_cart)

    def apart(self) -> Core:
        """A core that neither sends nor keeps the shopper's guest token: for a cart of its own, named by each call."""
        if self._apart is None:
            self._apart = Core(self.settings, self.shared, shoppers_cart=False) if self._shoppers_cart else self
        return self._apart

    def received(self, operation: Operation, body: Any) -> None:
        """Have the drift report, if there is one, look at an answer's body."""
        if self.shared.drift is not None:
            self.shared.drift.see(operation, body)

    def failure(self, error: ApiError) -> Exception:
        """A generated layer's error as the facade's."""
        operation = self.shared.operations.get(error.operation_id or "")
        route = identity.route_for(operation.method, operation.path) if operation else identity.Route()
        if isinstance(error, InvalidRequest):
            return InvalidInput(redact(str(error)), operation_id=error.operation_id)
        if isinstance(error, ErrorStatus):
            refused = error_for(
                error.status_code,
                error.headers,
                error.content,
                operation_id=error.operation_id,
                changes_something=route.changes_something,
                retry_after=retry_after(error.headers, self.clock.time()),
            )
            if isinstance(error.headers, HeadersOfACall):
                refused.effect = error.headers.effect
            return refused
        if isinstance(error, UndecodableBody):
            if self.shared.drift is not None:
                self.shared.drift.see_unreadable(error.operation_id or "", error.content)
            return DecodeError(
                "the answer is not what the contract describes",
                operation_id=error.operation_id,
                # "Created" is the service's own word, whatever its body looks like.
                effect=(
                    "refused"
                    if not route.changes_something
                    else "took_effect"
                    if error.status_code == 201
                    else "may_have_taken_effect"
                ),
                status=error.status_code,
                request_id=request_id(error.headers),
                body_excerpt=excerpt(error.content),
            )
        return StorefrontError(redact(str(error)), operation_id=error.operation_id)

    def send(
        self, operation: Operation, request: RequestArgs, authorization: str | None = None
    ) -> httpx.Response:
        """Send one call of the contract and return its answer, of any status; no answer raises a `StorefrontError`.

        `authorization` is a business credential the caller gave for routes that belong to none of the storefront's
        layers; it goes to no other route.
        """
        self.shared.operations[operation.id] = operation
        call = _Call(operation, self.settings.timeouts.total, self.clock)
        response = self._whole(call, request, authorization)
        if call.effect in ("may_have_taken_effect", "took_effect") and not response.is_success:
            response.headers = HeadersOfACall(response.headers, call.effect)
        return response

    def _whole(self, call: _Call, request: RequestArgs, authorization: str | None) -> httpx.Response:
        hooks = self.shared.hooks
        if not hooks:
            return self._until_done(call, request, authorization)
        call.number = next(call_numbers)
        emit(hooks, call.event("start"))
        try:
            response = self._until_done(call, request, authorization)
        except BaseException as error:  # also a cancelled call has ended
            emit(hooks, call.event("end", error=error))
            raise
        emit(hooks, call.event("end", response))
        return response

    def _until_done(self, call: _Call, request: RequestArgs, authorization: str | None) -> httpx.Response:
        operation, route, shared = call.operation, call.route, self.shared
        replayed = False
        while True:
            call.attempt += 1
            response: httpx.Response | None = None
            bearer: str | None = None
            failure: StorefrontError | None = None
            try:
                self._admit(call)
                response, bearer = self._identified(call, request, authorization)
            except httpx.HTTPError as error:
                failure = _transport_error(error, operation, call.effect)
            except StorefrontError as error:
                # What this call did, not what another one did that it waited for, such as a refresh of its token.
                error.effect = call.effect
                raise
            if response is not None:
                if response.is_success:
                    return response
                if response.status_code == 401 and bearer is not None and not replayed and self.session is not None:
                    # A request refused for its token had no effect, so it may go again with another one.
                    replayed = True
                    if self.session.rejected(bearer):
                        if shared.hooks:
                            emit(shared.hooks, call.event("attempt", response, None, 0.0))
                        continue
            elapsed = self.clock.monotonic() - call.started
            # Whatever a policy says, what creates is not sent again unless it provably never left.
            final = operation.method == "POST" and not route.repeatable and not call.unsent
            wait = (
                None
                if final
                else self.settings.retry(
                    Attempt(
                        operation_id=operation.id,
                        method=operation.method,
                        number=call.attempt,
                        elapsed=elapsed,
                        repeatable=route.repeatable,
                        status=response.status_code if response is not None else None,
                        retry_after=call.asked if response is not None else None,
                        unsent=call.unsent,
                    )
                )
            )
            if wait is None or self.clock.monotonic() + wait >= call.deadline - call.least:
                if response is not None:
                    return response
                # Outside of the except block: the transport's own error holds the request, and with it the headers.
                raise failure or ConnectionFailed("no answer", operation_id=operation.id)
            if shared.hooks:
                emit(shared.hooks, call.event("attempt", response, failure, wait))
            self.clock.sleep(wait)

    def send_elsewhere(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        content: bytes | Iterator[bytes] | None = None,
        what: str = "upload",
    ) -> httpx.Response:
        """One request to another host, such as the storage host of an upload URL: with `headers` and nothing of ours.

        Returns any answer; raises `ConnectionFailed` or `Timeout`. Never repeated here.
        """
        client = self.shared.http()
        request = httpx.Request(
            method,
            url,
            headers={"User-Agent": _USER_AGENT, **headers},
            content=content,
            extensions={"timeout": self._timeout},
        )
        deadline = self.clock.monotonic() + self.settings.timeouts.total
        try:
            return self._exchange(client, request, deadline, what)
        except httpx.HTTPError as error:
            # An upload URL is itself a credential: neither it nor the transport's error goes further.
            failure = _failure_class(error)(
                f"{what}: {type(error).__name__}",
                effect="nothing_left" if never_left(client, request.url, error) else "may_have_taken_effect",
            )
        raise failure

    def _identified(
        self, call: _Call, request: RequestArgs, authorization: str | None
    ) -> tuple[httpx.Response, str | None]:
        """One attempt with the headers of the route's layers; the answer, and the access token that was sent."""
        route, headers = call.route, dict[str, str]()
        bearer: str | None = None
        if route.api_key:
            headers[identity.API_KEY] = self.settings.api_key
        if route.bearer:
            bearer = self.session.access_token() if self.session is not None else None
            if bearer is None:
                raise NotSignedIn("nobody is signed in", operation_id=call.operation.id)
            headers[identity.AUTHORIZATION] = f"Bearer {bearer}"
        elif authorization is not None and not route.api_key and call.operation.security:
            headers[identity.AUTHORIZATION] = authorization
        for name, value in request.get("headers", {}).items():
            headers[name] = identity.check_value(f"header {name}", value)
        if not route.guest or not self._shoppers_cart or identity.GUEST_TOKEN in headers:
            return self._attempt(call, request, headers), bearer
        guest = self.shared.guest
        token = guest.current()
        if token is None and route.issues_guest_token:
            return self._first(call, request, headers), bearer
        if token is not None:
            headers[identity.GUEST_TOKEN] = token
        response = self._attempt(call, request, headers)
        if token and response.status_code in _DEAD_TOKEN.get(call.operation.method, ()):
            heal = self._heal if call.operation.method == "GET" else self._ask_the_cart
            return heal(call, request, headers, token, response), bearer
        if not self._keep_token(call, response, token) and route.issues_guest_token:
            # The answer is about a cart that nobody will use: another call had replaced the token meanwhile.
            headers[identity.GUEST_TOKEN] = guest.value or ""
            response = self._attempt(call, request, headers)
        return response, bearer

    @contextmanager
    def _making_a_cart(self, call: _Call) -> Iterator[None]:
        """One at a time, here and in every process that shares the store, for as long as the call may last."""
        guest, left = self.shared.guest, call.deadline - self.clock.monotonic()
        with held(guest.creating, min(30.0, left)):
            left = max(0.0, call.deadline - self.clock.monotonic())
            with leased(self.store, guest.key, ttl=left + 5, wait=min(30.0, left)):
                yield

    def _first(self, call: _Call, request: RequestArgs, headers: dict[str, str]) -> httpx.Response:
        """The call that makes the cart."""
        guest = self.shared.guest
        with self._making_a_cart(call):
            token = guest.reload()
            if token is not None:
                headers[identity.GUEST_TOKEN] = token
            response = self._attempt(call, request, headers)
            other: str | None = None
            if token is None and response.is_success:
                with suppress(StoreError):  # what the answer brought is worth more than the check
                    other = guest.reload()
            if other is not None:
                # It took so long that somebody else has made a cart meanwhile, and that one is the shopper's.
                if call.route.changes_something:
                    raise StorefrontError(
                        "another cart has become the shopper's meanwhile, and this is not in it: do it again",
                        operation_id=call.operation.id,
                    )
                headers[identity.GUEST_TOKEN] = token = other
                response = self._attempt(call, request, headers)
            self._keep_token(call, response, token)
            return response

    def _heal(
        self, call: _Call, request: RequestArgs, headers: dict[str, str], dead: str, refused: httpx.Response
    ) -> httpx.Response:
        """The cart could not be read: take the newer token if there is one; else, refused twice, a new cart.

        If that is refused as well, the reason was another one, and the token stays.
        """
        guest = self.shared.guest
        with self._making_a_cart(call):
            token = guest.reload()
            if token == dead:
                # A refusal can be an accident of something on the way, and a cart is too much to lose to one.
                response = self._again(call, request, headers, refused, _SECOND_LOOK)
                if response.status_code != refused.status_code:
                    self._keep_token(call, response, token)
                    return response
            if token is None or token == dead:
                headers.pop(identity.GUEST_TOKEN, None)
            else:
                headers[identity.GUEST_TOKEN] = token
            response = self._again(call, request, headers, refused)
            if not response.is_success:
                return refused
            self._keep_token(call, response, guest.value)
            return response

    def _ask_the_cart(
        self, call: _Call, request: RequestArgs, headers: dict[str, str], dead: str, refused: httpx.Response
    ) -> httpx.Response:
        """The refusal of a POST may be the token's fault: whether the cart is still there is asked of the cart itself,
        and only for one that is not, what had no effect is sent again.
        """
        if call.route.changes_something and not call.route.issues_guest_token:
            return refused
        from nexus_commerce.api.storefront.get_guest_cart import OPERATION

        read = _Call(OPERATION, max(0.0, call.deadline - self.clock.monotonic()), self.clock)
        with suppress(ConnectionFailed):
            self._whole(read, {"method": "GET", "url": OPERATION.path.format(store_id=self.store_id)}, None)
        token = self.shared.guest.value
        if token is None or token == dead:
            return refused
        headers[identity.GUEST_TOKEN] = token
        response = self._again(call, request, headers, refused)
        self._keep_token(call, response, token)
        return response

    def _again(
        self, call: _Call, request: RequestArgs, headers: dict[str, str], failed: httpx.Response, wait: float = 0.0
    ) -> httpx.Response:
        """Another attempt of a call whose last one was refused."""
        wait = max(0.0, min(wait, (call.deadline - self.clock.monotonic()) / 4))
        if self.shared.hooks:
            emit(self.shared.hooks, call.event("attempt", failed, None, wait))
        call.attempt += 1
        if wait:
            self.clock.sleep(wait)
        self._admit(call)
        return self._attempt(call, request, headers)

    def _keep_token(self, call: _Call, response: httpx.Response, sent: str | None) -> bool:
        """Remember the token an answer carries. False if it is left: a read may not replace a token newer than it sent,
        because something may have been put into that cart since.
        """
        token, guest = call.told.get(_GUEST_TOKEN), self.shared.guest
        if not token or token == guest.value:
            guest.saved()
            return True
        if not call.route.changes_something and guest.value is not None and guest.value != sent:
            return False
        guest.keep(token)
        return True

    def _attempt(self, call: _Call, request: RequestArgs, headers: dict[str, str]) -> httpx.Response:
        operation, path = call.operation, request.get("url", "")
        if not path.startswith("/") or path.startswith("//"):
            raise InvalidInput("an operation's URL must be a path", operation_id=operation.id)
        left = call.deadline - self.clock.monotonic()
        if left <= call.least:
            raise Timeout("too little of the call's time is left: nothing was sent", operation_id=operation.id)
        timeout = self._timeout
        if left < self._longest:
            timeout = {phase: min(seconds, left) for phase, seconds in timeout.items()}
        client = self.shared.http()
        sent = dict(self._defaults_of(client))
        for name, value in headers.items():
            sent[name.lower().encode()] = value.encode()
        params = request.get("params")
        if params:
            path = f"{path}?{urlencode(params, doseq=True, quote_via=quote)}"
        body: dict[str, Any] = {name: value for name, value in request.items() if name in _BODY}
        built = httpx.Request(
            operation.method,
            self._url(path),
            headers=sent,
            extensions={"timeout": timeout} if call.least == 0 else {"timeout": timeout, **starts_by(call.deadline)},
            **body,
        )
        call.unsent = False
        try:
            response = self._exchange(client, built, call.deadline, operation.path)
        except httpx.HTTPError as error:
            call.unsent = never_left(client, built.url, error)
            if not call.unsent:
                call.has_done(None)
            raise
        call.has_done(response.status_code)
        # Once for all: looking up a header in httpx goes through all of them.
        call.told = {
            known: value.decode("latin-1")
            for name, value in response.headers.raw
            if (known := _READ.get(name.lower())) is not None
        }
        call.asked = None if response.is_success else retry_after(call.told, self.clock.time())
        if call.limited:
            self._learn(response.status_code, call.told, call.asked)
        return response

    def _defaults_of(self, client: httpx.Client) -> dict[bytes, bytes]:
        """The headers of every request. Not by `client.build_request`: a client that was passed in may have
        credentials, cookies, parameters of its own.
        """
        defaults = client.headers.raw
        if defaults != self._defaults:
            kept = {name.lower(): value for name, value in defaults if not identity.is_ours(name.decode("latin-1"))}
            own = {"Accept": "application/json", "User-Agent": _USER_AGENT, **self.settings.headers}
            kept.update((name.lower().encode(), value.encode()) for name, value in own.items())
            self._prepared, self._defaults = kept, defaults
        return self._prepared

    def _url(self, path: str) -> httpx.URL:
        """The URL of a path; parsing one takes longer than the rest of a request's making."""
        urls = self.shared.urls
        url = urls.get(path)
        if url is None:
            if len(urls) >= 64:
                urls.clear()
            try:
                url = urls[path] = httpx.URL(self.settings.base_url + path)
            except httpx.InvalidURL:
                raise InvalidInput("a path or a query is too long for a URL") from None
        return url

    def _exchange(
        self, client: httpx.Client, request: httpx.Request, deadline: float, what: str
    ) -> httpx.Response:
        logged_as = route_in_flight.set(what)
        try:
            response = within(deadline - self.clock.monotonic(), self._receive, client, request, deadline)
        except TimeoutError:
            raise httpx.ReadTimeout("the call's time is over", request=request) from None
        finally:
            route_in_flight.reset(logged_as)
        answers = captured.get()
        if answers is not None:
            answers.append(response)
        return response

    def _receive(self, client: httpx.Client, request: httpx.Request, deadline: float) -> httpx.Response:
        try:
            response = client.send(request, auth=None, follow_redirects=False, stream=True)
        except (httpx.InvalidURL, UnicodeError):
            # A redirect is made ready to be followed even if it must not be.
            raise httpx.RemoteProtocolError("a redirect to something that is no URL", request=request) from None
        try:
            left = deadline - self.clock.monotonic()
            timeout = request.extensions["timeout"]
            if left < timeout["read"]:
                request.extensions["timeout"] = {**timeout, "read": max(0.001, left)}
            response.stream = _Deadlined(response.stream, deadline, request, self.clock)
            response.read()
        finally:
            response.close()
        return response

    def _admit(self, call: _Call) -> None:
        """Wait, if the rate budget says that this call would be refused or would take what a checkout needs.

        At most half of the call's time: what is sent needs time for its answer, and the service is the judge.
        """
        if not call.limited:
            return
        shared = self.shared
        now = self.clock.monotonic()
        if now - shared.budget_read > _BUDGET_AGE:
            shared.budget_read = now
            try:
                entry = in_thread(self.store.get, shared.budget_key)
            except StoreError as error:
                logger.debug("the shared rate budget could not be read: %s", type(error).__name__)
            else:
                if entry is not None:
                    shared.budget = shared.budget.merge(RateBudget.from_bytes(entry.value), self.clock.time())
        if shared.budget.short(self.clock.time()):
            patience = min(MAX_WAIT, (call.deadline - now) / 2)
            while (wait := min(patience, shared.budget.wait(call.route.priority, self.clock.time()))) > 0:
                self.clock.sleep(wait)
                patience -= wait
        shared.budget = shared.budget.spend(self.clock.time())

    def _learn(self, status: int, told: Mapping[str, str], asked: float | None) -> None:
        """Take what an answer says about the rate limit; tell the other clients if it is getting short."""
        shared, now = self.shared, self.clock.time()
        before = shared.budget
        budget = shared.budget = before.observe(status, told, now, asked)
        if budget is before or not budget.short(now):
            return
        if status != 429 and self.clock.monotonic() - shared.budget_written < 1.0:
            return
        shared.budget_written = self.clock.monotonic()
        store, key = self.store, shared.budget_key
        for _ in range(3):
            try:
                entry = in_thread(store.get, key)
                if entry is not None:
                    budget = budget.merge(RateBudget.from_bytes(entry.value), now)
                version = 0 if entry is None else entry.version
                in_thread(store.put, key, budget.to_bytes(), expected=version, ttl=WINDOW)
                return
            except VersionConflict:
                continue
            except StoreError as error:
                logger.debug("the rate budget could not be shared: %s", type(error).__name__)
                return

# Rendered from facade/nexus_storefront/transport/_async/core.py by scripts/unasync.py; edit that file.
"""A shop's transport: one call goes through its layers in this order.

`Attempts` makes attempts until there is an answer; each is let go by `Admission` (the rate budget), gets the headers of
its route (the guest token's by `GuestCart`), and is sent by `Exchange`. `judge` says what became of it.
Flows call it through the generated operations, see `Core.call`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import httpx
from nexus_commerce.client import Client
from nexus_commerce.errors import ApiError, ErrorStatus, InvalidRequest, UndecodableBody

from ...errors import InvalidInput, StorefrontError
from ...redact import Secret, redact
from ..call import Call
from ..judge import HeadersOfACall, error_for, unreadable
from ..retry import RetryPolicy, retry_after
from ..routes import Route, check_value, extra_headers, route_for
from ..settings import Settings, Timeouts
from ..unsent import may_be_repeated
from .attempts import Attempts
from .concurrency import WrongHalf, frameless, in_thread
from .exchange import Exchange
from .shared import Session, Shared

if TYPE_CHECKING:
    from nexus_commerce.types import Operation, RequestArgs

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
        self.api = ApiClient(self)
        self._exchange = Exchange(shared, settings)
        self._attempts = Attempts(shared, settings, self._exchange)
        self.send_elsewhere = self._exchange.elsewhere
        self._without_guest_token: Core | None = None

    def __repr__(self) -> str:
        return f"Core({self.settings!r})"

    @property
    def session(self) -> Session:
        """The customer's session, made when it is first asked for."""
        return self.shared.session

    def may_repeat(self) -> bool:
        """Whether what sends this shop's requests may send one more than once by itself; see `unsent`."""
        return may_be_repeated(self.shared.client.get(), self._exchange.url(""))

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
            settings = settings._replace(headers={**settings.headers, **extra_headers(headers)})
        if retry is not None:
            settings = settings._replace(retry=retry).checked()
        return Core(settings, self.shared)

    def without_guest_token(self) -> Core:
        """A core that neither sends nor keeps the shopper's guest token: for a cart of its own, named by each call."""
        if not self.settings.sends_guest_token:
            return self
        if self._without_guest_token is None:
            self._without_guest_token = Core(self.settings._replace(sends_guest_token=False), self.shared)
        return self._without_guest_token

    def call(self, operation: Callable[..., T], /, *path: object, **more: object) -> T:
        """An operation of the generated layer, for this store by this client: `core.call(operation.sync)`."""
        return operation(self.store_id, *path, client=self.api, **more)

    # Here every error leaves the transport, whoever's it is: the variables of the frames below hold headers.
    @frameless
    def send(
        self, operation: Operation, request: RequestArgs, authorization: Secret | None = None
    ) -> httpx.Response:
        """Send one call of the contract and return its answer, of any status; no answer raises a `StorefrontError`.

        `authorization` is a business credential the caller gave for routes that belong to none of the storefront's
        layers; it goes to no other route.
        """
        self.shared.operations[operation.id] = operation
        call = Call(operation, request, self.settings.timeouts.total, self.clock, authorization)
        response = self._attempts.with_hooks(call)
        if not response.is_success:
            response.headers = HeadersOfACall(response.headers, call.effect)
        return response

    @frameless
    def stored(self, key: str, kind: type[K]) -> tuple[K | None, int]:
        """The record under a key of the store, and its version; None and 0 where there is none. `DamagedEntry` where it
        is no such.
        """
        entry = in_thread(self.store.get, key)
        return (None, 0) if entry is None else (kind.kept(key, entry.value), entry.version)


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
        return ApiClient(self._core, Secret(check_value("authorization", value)))

    def send(self, operation: Operation, request: RequestArgs) -> httpx.Response:
        return self._core.send(operation, request, self._authorization)

    def received(self, operation: Operation, body: Any) -> None:
        drift = self._core.shared.drift
        if drift is not None:
            drift.see(operation, body)

    def failure(self, error: ApiError) -> Exception:
        """A generated layer's error as the facade's."""
        if not isinstance(error, ErrorStatus | UndecodableBody):
            kind = InvalidInput if isinstance(error, InvalidRequest) else StorefrontError
            return kind(redact(str(error)), operation_id=error.operation_id)
        shared, name = self._core.shared, error.operation_id or ""
        operation = shared.operations.get(name)
        route = Route() if operation is None else route_for(operation.method, operation.path)
        answer, changes = (error.status_code, error.headers, error.content), route.changes_something
        if isinstance(error, ErrorStatus):
            wait = retry_after(error.headers, shared.clock.time())
            of_store = route.names_only_the_store
            return error_for(*answer, operation_id=name, changes_something=changes, retry_after=wait, of_store=of_store)
        if shared.drift is not None:
            shared.drift.see_unreadable(name, error.content)
        return unreadable(*answer, operation_id=name, changes_something=changes)

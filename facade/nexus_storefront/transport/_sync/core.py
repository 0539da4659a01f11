# Rendered from facade/nexus_storefront/transport/_async/core.py by scripts/unasync.py; edit that file.
"""A shop's transport: one call goes through its layers in this order.

`Repetition` makes attempts until there is an answer; each is let go by `Admission` (the rate budget), gets the headers
of its route from `Identification` (with `GuestCart`), and is sent by `Exchange`. `judge` says what became of it.
Flows call it through the generated operations: `operation.sync(core.store_id, client=core.api)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import httpx
from nexus_commerce.errors import ApiError, ErrorStatus, InvalidRequest, UndecodableBody

from ...errors import InvalidInput, StorefrontError, without_frames
from ...redact import Secret, redact
from ..call import Call
from ..judge import HeadersOfACall, error_for, unreadable
from ..retry import RetryPolicy, retry_after
from ..routes import Route, extra_headers, route_for
from ..settings import Settings, Timeouts
from ..unsent import may_be_repeated
from .api_client import ApiClient
from .exchange import Exchange
from .guest_cart import GuestCart
from .guest_token import GuestToken
from .identification import Identification
from .repetition import Repetition
from .shared import Session, Shared

if TYPE_CHECKING:
    from nexus_commerce.types import Operation, RequestArgs

    from ...stores import Store

__all__ = ["Core"]


class Core:
    """The layers of one shop, or of one derived from it, over what they share."""

    def __init__(self, settings: Settings, shared: Shared, *, sends_guest_token: bool = True) -> None:
        self.settings = settings
        self.shared = shared
        self.clock = shared.clock
        self.store_id = settings.store_id
        self.api = ApiClient(self)
        self._sends_guest_token = sends_guest_token
        self._exchange = Exchange(shared, settings)
        guest_cart = GuestCart(shared, self._exchange, self._read_cart) if sends_guest_token else None
        self._identification = Identification(shared, settings, self._exchange, guest_cart)
        self._repetition = Repetition(shared, settings.retry, self._identification)
        self._without_guest_token: Core | None = None

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
        return self._identification.session()

    @session.setter
    def session(self, session: Session | None) -> None:
        self.shared.session = session

    def may_repeat(self) -> bool:
        """Whether what sends this shop's requests may send one more than once by itself; see `unsent`."""
        return may_be_repeated(self.shared.client.get(), httpx.URL(self.settings.base_url))

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
        return Core(settings, self.shared, sends_guest_token=self._sends_guest_token)

    def without_guest_token(self) -> Core:
        """A core that neither sends nor keeps the shopper's guest token: for a cart of its own, named by each call."""
        if not self._sends_guest_token:
            return self
        if self._without_guest_token is None:
            self._without_guest_token = Core(self.settings, self.shared, sends_guest_token=False)
        return self._without_guest_token

    def send(
        self, operation: Operation, request: RequestArgs, authorization: Secret | None = None
    ) -> httpx.Response:
        """Send one call of the contract and return its answer, of any status; no answer raises a `StorefrontError`.

        `authorization` is a business credential the caller gave for routes that belong to none of the storefront's
        layers; it goes to no other route.
        """
        self.shared.operations[operation.id] = operation
        call = Call(operation, self.settings.timeouts.total, self.clock)
        try:
            response = self._repetition.with_hooks(call, request, authorization)
        except BaseException as error:
            failed = error
        else:
            if not response.is_success:
                response.headers = HeadersOfACall(response.headers, call.effect)
            return response
        # Here every error leaves the transport, also a cancellation or one of somebody else's code: without the frames
        # below, whose variables hold headers.
        try:
            raise without_frames(failed)
        finally:
            del failed

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

        Returns any answer; raises `ConnectionFailed`, `Timeout`, or `DecodeError`. Never repeated here.
        """
        try:
            return self._exchange.elsewhere(method, url, headers, content, what)
        except BaseException as error:
            failed = error
        try:
            raise without_frames(failed)
        finally:
            del failed

    def received(self, operation: Operation, body: Any) -> None:
        """Have the drift report, if there is one, look at an answer's body."""
        if self.shared.drift is not None:
            self.shared.drift.see(operation, body)

    def failure(self, error: ApiError) -> Exception:
        """A generated layer's error as the facade's."""
        operation = self.shared.operations.get(error.operation_id or "")
        route = route_for(operation.method, operation.path) if operation else Route()
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
            return unreadable(
                error.status_code,
                error.headers,
                error.content,
                operation_id=error.operation_id,
                changes_something=route.changes_something,
            )
        return StorefrontError(redact(str(error)), operation_id=error.operation_id)

    def _read_cart(self, total: float) -> object:
        from nexus_commerce.api.storefront.get_guest_cart import OPERATION

        read = Call(OPERATION, total, self.clock)
        path = OPERATION.path.format(store_id=self.store_id)
        return self._repetition.with_hooks(read, {"method": "GET", "url": path}, None)

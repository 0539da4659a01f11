# Rendered from facade/nexus_storefront/transport/_async/attempts.py by scripts/unasync.py; edit that file.
"""The outer layers of a call: its attempts, one after another, until there is an answer or nothing more to try. Who is
asking is said anew for each, by the route's template alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from ...errors import ConnectionFailed, NotSignedIn, StorefrontError
from ...redact import Secret
from .. import routes
from ..call import AttemptLost, Call
from ..hooks import call_numbers, emit
from ..retry import Attempt, asked
from .guest_cart import GuestCart

if TYPE_CHECKING:
    from ..settings import Settings
    from .exchange import Exchange
    from .shared import Shared


class Attempts:
    """A call as often as the retry policy wants and its route allows, each time under its route's identities."""

    def __init__(self, shared: Shared, settings: Settings, exchange: Exchange) -> None:
        self._shared = shared
        self._settings = settings
        self._api_key = Secret(settings.api_key)
        self._exchange = exchange
        self._guest_cart = GuestCart(shared, exchange, self._read_cart) if settings.sends_guest_token else None

    def with_hooks(self, call: Call) -> httpx.Response:
        """The answer to a call; the shop's hooks hear how it began and how it ended."""
        hooks = self._shared.hooks
        if not hooks:
            return self._with_retries(call)
        call.number = next(call_numbers)
        emit(hooks, call.event("start"))
        try:
            response = self._with_retries(call)
        except BaseException as error:  # also a cancelled call has ended
            emit(hooks, call.event("end", error=error))
            raise
        emit(hooks, call.event("end", response))
        return response

    def _with_retries(self, call: Call) -> httpx.Response:
        token_replaced = False
        while True:
            # First, one attempt, when the rate budget lets it go.
            call.attempt += 1
            response: httpx.Response | None = None
            failure: StorefrontError | None = None
            try:
                self._shared.admission.admit(call)
                response = self._identified(call)
            except AttemptLost as lost:
                failure = lost.failure
            except StorefrontError as error:
                # What this call did, not what another one did that it waited for, such as a refresh of its token.
                error.effect = call.effect
                raise
            finally:
                self._shared.admission.ended(call)
            if response is not None:
                if response.is_success:
                    return response
                # A request refused for its token had no effect, so it may go again with another one, once.
                if response.status_code == 401 and not token_replaced:
                    token_replaced = True
                    if self._has_another_token(call):
                        self._shared.tell(call, response, None, 0.0)
                        continue
            # Then the policy is asked. What it says does not count where the time would be over, or too little of it
            # left for an answer.
            wait = self._wait(call, response)
            if wait is None or wait >= call.left - call.least:
                if response is not None:
                    return response
                # Outside of the except block: its error goes no further.
                raise failure or ConnectionFailed("no answer", operation_id=call.operation.id)
            self._shared.tell(call, response, failure, wait)
            self._shared.clock.sleep(wait)

    def _wait(self, call: Call, response: httpx.Response | None) -> float | None:
        """Seconds until the next attempt, None for no other."""
        operation = call.operation
        # Whatever a policy says, what creates is not sent again unless it provably never left.
        if operation.method == "POST" and not call.route.repeatable and not call.unsent:
            return None
        attempt = Attempt(
            operation_id=operation.id,
            method=operation.method,
            number=call.attempt,
            elapsed=self._shared.clock.monotonic() - call.started,
            repeatable=call.route.repeatable,
            status=response.status_code if response is not None else None,
            retry_after=call.retry_after if response is not None else None,
            unsent=call.unsent,
        )
        return asked(self._settings.retry, attempt)

    # --- who is asking

    def _identified(self, call: Call) -> httpx.Response:
        """One attempt under the identities that the call's route asks for."""
        route, headers = call.route, dict[str, str]()
        if route.api_key:
            headers[routes.API_KEY] = self._api_key
        if route.bearer:
            call.bearer = self._shared.session.access_token(max(0.0, call.left))
            if call.bearer is None:
                raise NotSignedIn("nobody is signed in: shop.auth.login comes first", operation_id=call.operation.id)
            headers[routes.AUTHORIZATION] = Secret(f"Bearer {call.bearer}")
        elif call.authorization is not None and not route.api_key and call.operation.security:
            headers[routes.AUTHORIZATION] = call.authorization
        for name, value in call.request.get("headers", {}).items():
            headers[name] = Secret(routes.check_value(f"header {name}", value))
        call.headers = headers
        if not route.guest or self._guest_cart is None or routes.GUEST_TOKEN in headers:
            return self._exchange.attempt(call)
        return self._guest_cart.attempt(call)

    def _has_another_token(self, call: Call) -> bool:
        """The service answered 401 to the last attempt. True if another access token is there to try."""
        return call.bearer is not None and self._shared.session.rejected(call.bearer, max(0.0, call.left))

    def _read_cart(self, total: float) -> object:
        from nexus_commerce.api.storefront.get_guest_cart import OPERATION

        path = OPERATION.path.format(store_id=self._settings.store_id)
        return self.with_hooks(Call(OPERATION, {"method": "GET", "url": path}, total, self._shared.clock))

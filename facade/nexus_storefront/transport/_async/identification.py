"""The second layer of a call: who is asking, by the route's template alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import NotSignedIn
from ...redact import Secret
from .. import routes

if TYPE_CHECKING:
    import httpx

    from ..call import Call
    from ..settings import Settings
    from .exchange import Exchange
    from .guest_cart import GuestCart
    from .shared import Shared


class Identification:
    """Puts the headers of a route's layers on a request. Without a `guest_cart`, the shopper's guest token is neither
    sent nor kept.
    """

    def __init__(self, shared: Shared, settings: Settings, exchange: Exchange, guest_cart: GuestCart | None) -> None:
        self._shared = shared
        self._api_key = Secret(settings.api_key)
        self._exchange = exchange
        self._guest_cart = guest_cart

    async def attempt(self, call: Call) -> httpx.Response:
        """One attempt under the identities that the call's route asks for."""
        route, headers = call.route, dict[str, str]()
        if route.api_key:
            headers[routes.API_KEY] = self._api_key
        if route.bearer:
            call.bearer = await self._shared.session.access_token(max(0.0, call.left))
            if call.bearer is None:
                raise NotSignedIn("nobody is signed in: shop.auth.login comes first", operation_id=call.operation.id)
            headers[routes.AUTHORIZATION] = Secret(f"Bearer {call.bearer}")
        elif call.authorization is not None and not route.api_key and call.operation.security:
            headers[routes.AUTHORIZATION] = call.authorization
        for name, value in call.request.get("headers", {}).items():
            headers[name] = Secret(routes.check_value(f"header {name}", value))
        call.headers = headers
        if not route.guest or self._guest_cart is None or routes.GUEST_TOKEN in headers:
            return await self._exchange.attempt(call)
        return await self._guest_cart.attempt(call)

    async def has_another_token(self, call: Call) -> bool:
        """The service answered 401 to the last attempt. True if another access token is there to try."""
        return call.bearer is not None and await self._shared.session.rejected(call.bearer, max(0.0, call.left))

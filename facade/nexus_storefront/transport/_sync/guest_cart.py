# Rendered from facade/nexus_storefront/transport/_async/guest_cart.py by scripts/unasync.py; edit that file.
"""The guest's cart and its token: sent, kept, made when there is none, replaced when the service has forgotten it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING

import httpx

from ...errors import ConnectionFailed, StorefrontError, Timeout
from ...redact import Secret
from ...stores import StoreError
from .. import routes
from ..call import Call
from .concurrency import held, leased

if TYPE_CHECKING:
    from .exchange import Exchange
    from .shared import GuestToken, Shared


DEAD_TOKEN = {"GET": (400, 404, 410, 422), "POST": (404, 410)}
"""Statuses by which the service may refuse a guest token, on a read of the cart and elsewhere."""
_SECOND_LOOK = 0.5
"""Seconds until a refused guest token is asked for again."""

_LONGEST_WAIT = 30.0

_at_it: ContextVar[GuestToken | None] = ContextVar("nexus_storefront_making_a_cart", default=None)


@contextmanager
def making_a_cart(shared: Shared, until: float) -> Iterator[None]:
    """One at a time, here and in every process that shares the store, for as long as a call may last that is over at
    `until`. Whoever is at it makes the cart by whichever call in the block comes to it."""
    if _at_it.get() is shared.guest:
        yield
        return
    left = max(0.0, until - shared.clock.monotonic())
    with held(shared.guest.creating, min(_LONGEST_WAIT, left)):
        left = max(0.0, until - shared.clock.monotonic())
        wait = min(_LONGEST_WAIT, left)
        with leased(shared.store, shared.guest.key, ttl=left + 5, wait=wait, clock=shared.clock):
            around = _at_it.get()
            try:
                _at_it.set(shared.guest)
                yield
            finally:
                _at_it.set(around)


class GuestCart:
    """Attempts of calls that may carry the guest token."""

    def __init__(self, shared: Shared, exchange: Exchange, read_cart: Callable[[float], object]) -> None:
        self._shared = shared
        self._token: GuestToken = shared.guest
        self._exchange = exchange
        self._read_cart = read_cart
        """Reads the cart by a call of its own that may take so many seconds."""

    def attempt(self, call: Call) -> httpx.Response:
        """One attempt with the guest token, or more if that is missing, dead, or replaced meanwhile."""
        token = self._token.current()
        if token is None and call.route.issues_guest_token:
            return self._make(call)
        response = self._send(call, token)
        if token and response.status_code in DEAD_TOKEN.get(call.operation.method, ()):
            heal = self._heal if call.operation.method == "GET" else self._ask_the_cart
            return heal(call, token, response)
        if not self._keep(call, token) and call.route.issues_guest_token:
            # The answer is about a cart that nobody will use: another call had replaced the token meanwhile.
            response = self._send(call, self._token.value)
        return response

    def _send(self, call: Call, token: Secret | None) -> httpx.Response:
        if token is None:
            call.headers.pop(routes.GUEST_TOKEN, None)
        else:
            call.headers[routes.GUEST_TOKEN] = token
        return self._exchange.attempt(call)

    def _make(self, call: Call) -> httpx.Response:
        """The call that makes the cart."""
        with making_a_cart(self._shared, call.deadline):
            # First, look whether somebody else has made one while this call waited.
            token = self._token.reload()
            response = self._send(call, token)
            other: Secret | None = None
            if token is None and response.is_success:
                with suppress(StoreError, Timeout):  # what the answer brought is worth more than the check
                    other = self._token.reload()
            if other is not None:
                # It took so long that somebody else has made a cart meanwhile, and that one is the shopper's.
                if call.route.changes_something:
                    raise StorefrontError(
                        "another cart has become the shopper's meanwhile, and this is not in it: do it again",
                        operation_id=call.operation.id,
                    )
                token = other
                response = self._send(call, token)
            # The token of the new cart is in the store before anybody else may look for one.
            self._keep(call, token)
            return response

    def _heal(self, call: Call, dead: Secret, refused: httpx.Response) -> httpx.Response:
        """The cart could not be read: take the newer token if there is one; else, refused twice, a new cart.

        If that is refused as well, the reason was another one, and the token stays.
        """
        with making_a_cart(self._shared, call.deadline):
            # First, the token that somebody else may have put in its place.
            token = self._token.reload()
            if token == dead:
                # A refusal can be an accident of something on the way, and a cart is too much to lose to one.
                response = self._again(call, token, refused, _SECOND_LOOK)
                if response.status_code != refused.status_code:
                    self._keep(call, token)
                    return response
            # Then the read again, with the newer token or with none, which makes a new cart.
            response = self._again(call, None if token == dead else token, refused)
            if not response.is_success:
                call.headers[routes.GUEST_TOKEN] = dead  # it is the answer to that one
                return refused
            self._keep(call, self._token.value)
            return response

    def _ask_the_cart(self, call: Call, dead: Secret, refused: httpx.Response) -> httpx.Response:
        """The refusal of a POST may be the token's fault: whether the cart is still there is asked of the cart itself,
        and only for one that is not, what had no effect is sent again.
        """
        if call.route.changes_something and not call.route.issues_guest_token:
            return refused
        with suppress(ConnectionFailed):
            self._read_cart(max(0.0, call.left))
        token = self._token.value
        if token is None or token == dead:
            return refused
        response = self._again(call, token, refused)
        self._keep(call, token)
        return response

    def _again(
        self, call: Call, token: Secret | None, failed: httpx.Response, wait: float = 0.0
    ) -> httpx.Response:
        """Another attempt of a call whose last one was refused."""
        wait = max(0.0, min(wait, call.left / 4))
        self._shared.tell(call, failed, None, wait)
        call.attempt += 1
        if wait:
            self._shared.clock.sleep(wait)
        self._shared.admission.admit(call)
        return self._send(call, token)

    def _keep(self, call: Call, sent: Secret | None) -> bool:
        """Remember the token that the last answer carries. False if it is left: a read may not replace a token newer
        than it sent, because something may have been put into that cart since.
        """
        token, guest = call.seen_headers.get(routes.GUEST_TOKEN.lower()), self._token
        if not token or token == guest.value:
            guest.saved()
            return True
        if not call.route.changes_something and guest.value is not None and guest.value != sent:
            return False
        guest.keep(token)
        return True

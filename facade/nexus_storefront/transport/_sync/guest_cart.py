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
"""By the request's method, the statuses with which the service may refuse a guest token."""
_SECOND_LOOK = 0.5
"""Seconds until a refused guest token is asked for again."""

_LONGEST_WAIT = 30.0

_making_for: ContextVar[GuestToken | None] = ContextVar("nexus_storefront_making_a_cart", default=None)


@contextmanager
def making_a_cart(shared: Shared, until: float) -> Iterator[None]:
    """A block in which this task or thread alone may make the guest's cart, of all processes that share the store. It
    lasts until `until`, in monotonic seconds; a block inside such a block goes straight on."""
    if _making_for.get() is shared.guest:
        yield
        return
    left = max(0.0, until - shared.clock.monotonic())
    with held(shared.guest.creating, min(_LONGEST_WAIT, left)):
        left = max(0.0, until - shared.clock.monotonic())
        wait = min(_LONGEST_WAIT, left)
        with leased(shared.store, shared.guest.key, ttl=left + 5, wait=wait, clock=shared.clock):
            around = _making_for.get()
            try:
                _making_for.set(shared.guest)
                yield
            finally:
                _making_for.set(around)


class GuestCart:
    """Attempts of calls that may carry the guest token, with whatever token is the right one."""

    def __init__(self, shared: Shared, exchange: Exchange, read_cart: Callable[[float], object]) -> None:
        self._shared = shared
        self._token: GuestToken = shared.guest
        self._exchange = exchange
        self._read_cart = read_cart
        """Reads the guest's cart in a call of its own, which may take the given seconds."""

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
                with suppress(StoreError, Timeout):  # the answer counts, whether or not this can be checked
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
        """Answer a read of the cart whose token was refused: with a newer token if the store has one, else, if it is
        refused a second time, with a new cart.

        If the service gives no new cart either, the token was not what it refused, and the token stays.
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
                call.headers[routes.GUEST_TOKEN] = dead  # with which `refused` was asked for
                return refused
            self._keep(call, self._token.value)
            return response

    def _ask_the_cart(self, call: Call, dead: Secret, refused: httpx.Response) -> httpx.Response:
        """Answer a POST that was refused, perhaps because its cart is gone: reading the cart tells. If it is, and has
        been replaced, a POST that only computes or puts something in is sent again for the new cart.
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
        """Keep the guest token of the last answer. False if it was not kept: a read does not replace a token that is
        newer than the one it sent, because something may have been put into that cart since.
        """
        token, guest = call.seen_headers.get(routes.GUEST_TOKEN.lower()), self._token
        if not token or token == guest.value:
            guest.saved()
            return True
        if not call.route.changes_something and guest.value is not None and guest.value != sent:
            return False
        guest.keep(token)
        return True

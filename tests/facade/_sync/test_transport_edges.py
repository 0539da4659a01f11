# Rendered from tests/facade/_async/test_transport_edges.py by scripts/unasync.py; edit that file.
"""The transport where it is easily wrong: odd answers, deadlines, dead carts, leases, other people's clients."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import httpx
import pytest
from nexus_commerce.api.storefront import add_guest_cart_item
from nexus_sandbox import Sandbox
from nexus_storefront import (
    CheckoutPolicy,
    ConnectionFailed,
    InvalidInput,
    Item,
    MemoryStore,
    NotFound,
    Placed,
    RateLimited,
    Retry,
    ServerError,
    StatusError,
    StorefrontError,
    Timeout,
    Timeouts,
    never,
)
from nexus_storefront.clock import SystemClock
from nexus_storefront.shop._sync.shop import Storefront
from nexus_storefront.stores import LeaseTimeout, StoreError
from nexus_storefront.transport.conformance_server import Connection, ScriptedServer
from nexus_storefront.transport.judge import error_for
from nexus_storefront.transport.rate_budget import RateBudget

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
Handler = Callable[[httpx.Request], httpx.Response]
GUEST = "x-scalev-guest-token"
ADD: Any = (add_guest_cart_item.OPERATION, {"url": "/v3/stores/store_x/public/cart/items", "json": {}})
ODD_DATE = {"retry-after": "Fri, 01 Jan 99999999999999999999 00:00:00 GMT"}
NO_URLS = ["mailto:x", "javascript:alert(1)", "https://xn--/"]


def through(real: Handler, path: str, change: Callable[[httpx.Response], httpx.Response]) -> Any:
    """A transport on which the answers of one path are changed."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = real(request)
        return change(response) if request.url.path.endswith(path) else response

    return httpx.MockTransport(handle)


def with_odd_date(response: httpx.Response) -> httpx.Response:
    return httpx.Response(response.status_code, headers=ODD_DATE, content=response.content)


# --- headers that cannot be read


def test_an_odd_date_in_a_header_costs_no_answer(wire: Any, reply: Reply, naps: list[float]) -> None:
    wire.answers = [reply(200, {"total": 1}, ODD_DATE), reply(503, None, ODD_DATE), reply(200, {"total": 2})]
    with wire.shop() as shop:
        assert shop.catalog.count() == 1
        assert shop.catalog.count() == 2
        wire.default = lambda request: reply(201, {"id": "cit_1", "checkout_intent_token": "cit_t"}, ODD_DATE)
        shop.intents.start("form-1", "human")


@pytest.mark.parametrize("location", NO_URLS)
@pytest.mark.parametrize("own", [False, True])
def test_a_redirect_to_what_is_no_url_is_an_answer(wire: Any, reply: Reply, location: str, own: bool) -> None:
    wire.default = lambda request: reply(302, None, {"location": location})
    mine = httpx.Client(transport=httpx.MockTransport(wire), follow_redirects=True)
    shop = wire.shop(retry=never)
    if own:
        shop = Storefront("store_x", "sfpk_x", "https://api.test", retry=never, http_client=mine)
    with shop.raw() as answers:
        for call, changed in ((lambda: shop.cart.guest.add(variant_id=1), True), (lambda: shop.catalog.count(), False)):
            with pytest.raises(StatusError) as caught:
                call()
            assert (caught.value.status, caught.value.may_have_taken_effect) == (302, changed)
    answer = shop._core.send_elsewhere("PUT", "https://storage.test/u", headers={}, content=b"x")
    assert [each.headers["location"] for each in (*answers, answer)] == [answer.headers["location"]] * 3
    assert len(wire.requests) == 3
    shop.close()
    mine.close()


@pytest.mark.parametrize("how", ["date", "redirect"])
def test_an_order_behind_an_odd_header_is_found(
    sandbox: Sandbox, in_process: Callable[[Any], Handler], how: str
) -> None:
    def change(response: httpx.Response) -> httpx.Response:
        return with_odd_date(response) if how == "date" else httpx.Response(302, headers={"location": "mailto:x"})

    before = len(sandbox.control.orders())
    transport = through(in_process(sandbox.asgi()), "/public/checkout", change)
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, transport=transport) as shop:
        checkout = shop.checkout.start([Item(bundle_price_option_id=31925)], digital=True)
        checkout.set_buyer(name="A", email="a@example.com", phone="6281234567890")
        checkout.pay_with("bank_transfer")
        checkout.quote()
        assert isinstance(checkout.place(), Placed)
    assert len(sandbox.control.orders()) == before + 1


def test_a_refresh_behind_an_odd_header_keeps_the_session(
    sandbox: Sandbox, in_process: Callable[[Any], Handler]
) -> None:
    email, password = f"{uuid4().hex}@example.com", "kata-sandi-contoh"
    sandbox.control.add_customer(email, password, name="Sari")
    transport = through(in_process(sandbox.asgi()), "/jwt/refresh", with_odd_date)
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, transport=transport) as shop:
        shop.auth.login(email, password)
        shop._core.session.rejected(shop._core.session.access_token())
        assert (shop.account.profile()).customer
    (family,) = sandbox.control.token_families(email)
    assert (family["revoked"], family["spent_presented"], family["refreshes"]) == (None, 0, 1)


def test_what_had_no_effect_by_the_status() -> None:
    for status in (*range(100, 200), *range(300, 600)):
        error = error_for(status, {}, b"<html>", operation_id="x", changes_something=True)
        assert error.may_have_taken_effect is (error.effect != "refused")
        assert error.may_have_taken_effect is (not 400 <= status < 500 or status in (408, 421, 425, 499))
        assert not error_for(status, {}, b"", operation_id="x", changes_something=False).may_have_taken_effect


# --- deadlines


class SlowSession:
    """A session whose token takes time to get."""

    known = None

    def __init__(self, naps: list[float], seconds: float) -> None:
        self.naps, self.seconds = naps, seconds

    def access_token(self, wait: float | None = None) -> str:
        self.naps.append(self.seconds)
        return "token"

    def token_for(self, account: str | None, before: str | None, wait: float | None = None) -> Any:
        return self.access_token(wait)

    def rejected(self, token: str, wait: float | None = None) -> bool:
        return False

    def signed_in(self) -> bool:
        return True

    def close(self) -> None: ...


@pytest.mark.parametrize(("taken", "sent"), [(80, ["POST", "GET"]), (88, ["GET"]), (91, [])])
def test_what_creates_is_not_sent_without_time_for_an_answer(
    wire: Any, naps: list[float], taken: float, sent: list[str]
) -> None:
    from nexus_commerce.api.customer_cart import add_customer_cart_item, get_customer_cart

    body = {"type": "variant", "variant_id": 1, "quantity": 1}
    failures = []
    with wire.shop(retry=never) as shop:
        shop._core.shared._session = SlowSession(naps, taken)
        for call in (
            lambda: add_customer_cart_item.sync("store_x", client=shop.api, body=body),
            lambda: get_customer_cart.sync("store_x", client=shop.api),
        ):
            try:
                call()
            except Timeout as error:
                failures.append(error)
    assert [request.method for request in wire.requests] == sent
    assert len(failures) == 2 - len(sent)
    assert not any(error.may_have_taken_effect for error in failures)


def test_waiting_for_the_rate_limit_leaves_time_for_the_answer(wire: Any, naps: list[float]) -> None:
    with wire.shop(timeout=5, retry=never) as shop:
        shop._core.shared.admission.budget = RateBudget(60, 0, time.time() + 20)
        shop.cart.guest.add(variant_id=1)
    assert 2 < sum(naps) <= 2.5
    assert 2 < wire.requests[0].extensions["timeout"]["read"] <= 3


@contextmanager
def server(script: Callable[[socket.socket, int], None]) -> Iterator[str]:
    """Does with each request what the script says; it gets the connection and how many requests came before."""
    listening = socket.create_server(("127.0.0.1", 0))
    numbers = iter(range(1000))
    over = threading.Event()

    def serve() -> None:
        with listening:
            while not over.is_set():
                connection, _ = listening.accept()
                threading.Thread(target=run, args=(connection,), daemon=True).start()

    def run(connection: socket.socket) -> None:
        with connection:
            try:
                if connection.recv(65536):
                    script(connection, next(numbers))
                    over.wait(20)
            except OSError:
                pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    address = listening.getsockname()
    try:
        yield f"http://127.0.0.1:{address[1]}"
    finally:
        over.set()
        socket.create_connection(address).close()
        thread.join(10)


def late_headers_and_no_body(connection: socket.socket, number: int) -> None:
    time.sleep(0.4)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{")


def nothing_at_the_second_attempt(connection: socket.socket, number: int) -> None:
    if number == 0:
        connection.sendall(b"HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize("script", [late_headers_and_no_body, nothing_at_the_second_attempt])
def test_no_call_lasts_longer_than_it_may(script: Callable[[socket.socket, int], None]) -> None:
    with server(script) as url:
        # Without its deadline each of them would wait for another 5 seconds.
        timeout = Timeouts(connect=5, read=5, write=5, pool=5, total=0.5)
        with Storefront("store_x", "sfpk_x", url, timeout=timeout, retry=Retry(base=0.02)) as shop:
            began = time.monotonic()
            with pytest.raises((Timeout, ServerError)):  # where the first attempt took it all, there is no second one
                shop.catalog.count()
            assert time.monotonic() - began < 4


def test_a_call_does_not_wait_longer_for_a_lease_than_it_may_last(wire: Any) -> None:
    store = MemoryStore()
    with wire.shop(store=store, timeout=0.3) as shop:
        began = time.monotonic()
        with store.lease("guest/store_x", ttl=60, wait=0), pytest.raises(LeaseTimeout):
            shop.cart.get()
        assert time.monotonic() - began < 10
    assert wire.requests == []


# --- the guest's cart


class Leases(MemoryStore):
    """Remembers for how long leases were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, float] = {}

    def lease(self, key: str, *, ttl: float, wait: float) -> Any:
        self.asked[key] = ttl
        return super().lease(key, ttl=ttl, wait=wait)


def test_the_lease_of_the_first_call_lasts_as_long_as_the_call_may(wire: Any) -> None:
    store = Leases()
    with wire.shop(store=store) as shop:
        shop.cart.get()
        store.put("guest/store_x", b"mine")
        shop._core.guest.reload()
        shop.cart.add(variant_id=1)
    assert store.asked.pop("guest/store_x") >= 90
    assert list(store.asked.values()) == [95]  # the turn at the cart: `total` and 5 s


def test_an_item_put_into_a_cart_that_lost_the_race_is_not_lost_in_silence(wire: Any, reply: Reply) -> None:
    store = MemoryStore()

    def slow(request: httpx.Request) -> httpx.Response:
        store.put("guest/store_x", b"theirs")
        return reply(201, {"items": []}, {GUEST: "mine"})

    wire.answers = [slow]
    with wire.shop(store=store) as shop:
        with pytest.raises(StorefrontError, match="do it again") as caught:
            shop.cart.guest.add(variant_id=1)
        assert not caught.value.may_have_taken_effect
        shop.cart.guest.add(variant_id=1)
    assert [request.headers.get(GUEST) for request in wire.requests] == [None, "theirs"]
    assert store.get("guest/store_x").value == b"theirs"  # type: ignore[union-attr]


def test_a_store_that_fails_after_the_answer_costs_no_cart(wire: Any, reply: Reply) -> None:
    class Failing(MemoryStore):
        def get(self, key: str) -> Any:
            if wire.requests and key.startswith("guest/"):
                raise StoreError("gone")
            return super().get(key)

    wire.default = lambda request: reply(201, {"items": []}, {GUEST: "mine"})
    with wire.shop(store=Failing()) as shop:
        shop._core.send(*ADD)
        shop._core.send(*ADD)
    assert [request.headers.get(GUEST) for request in wire.requests] == [None, "mine"]


def test_a_read_that_lost_the_race_gives_the_cart_that_won(wire: Any, reply: Reply) -> None:
    store = MemoryStore()

    def slow(request: httpx.Request) -> httpx.Response:
        store.put("guest/store_x", b"theirs")
        return reply(200, {"id": 1, "items": []}, {GUEST: "mine"})

    wire.answers = [slow, reply(200, {"id": 2, "items": []}, {GUEST: "theirs"})]
    with wire.shop(store=store) as shop:
        assert (shop.cart.get()).id == 2
    assert store.get("guest/store_x").value == b"theirs"  # type: ignore[union-attr]


def test_a_guest_answer_that_brings_nothing_new_leaves_the_store_alone(wire: Any, reply: Reply) -> None:
    """Another process may have saved a newer token meanwhile."""
    store = MemoryStore()
    wire.default = lambda request: reply(200, {"items": []}, {GUEST: "mine"})
    with wire.shop(store=store) as shop:
        shop._core.send(*ADD)
        store.put("guest/store_x", b"newer")
        shop._core.send(*ADD)
    assert store.get("guest/store_x").value == b"newer"  # type: ignore[union-attr]


def test_what_creates_is_sent_once_when_its_token_is_replaced_meanwhile(wire: Any, reply: Reply) -> None:
    """Reads may be asked again with the newer token; what changes something may not."""
    store = MemoryStore()
    store.put("guest/store_x", b"old")

    def during(shop: Storefront) -> None:
        def slow(request: httpx.Request) -> httpx.Response:
            shop._core.shared.guest.value = "theirs"  # as another call's answer leaves it
            return reply(201, {"items": []}, {GUEST: "answered"})

        wire.answers = [slow]
        answer = shop._core.send(*ADD)
        assert answer.status_code == 201

    with wire.shop(store=store) as shop:
        during(shop)
    assert [request.headers[GUEST] for request in wire.requests] == ["old"]


def test_a_store_that_cannot_tell_the_rate_budget_stops_no_call(wire: Any) -> None:
    class Failing(MemoryStore):
        def get(self, key: str) -> Any:
            if key.startswith("rate/"):
                raise StoreError("gone")
            return super().get(key)

    wire.default = lambda request: httpx.Response(200, json={"total": 3})
    with wire.shop(store=Failing()) as shop:
        assert shop.catalog.count() == 3


def refusing(reply: Reply, *, carts_too: bool) -> Handler:
    """A service that has forgotten a token, or only refuses something about the request."""

    def service(request: httpx.Request) -> httpx.Response:
        if request.headers.get(GUEST) == "old" and (carts_too or request.method == "POST"):
            return reply(404, {"error": "Not Found"})
        given = {} if GUEST in request.headers else {GUEST: "new"}
        return reply(200, {"items": [], "is_eligible": True}, given)

    return service


def test_a_dead_token_does_not_stop_a_discount_check(wire: Any, reply: Reply, naps: list[float]) -> None:
    store = MemoryStore()
    store.put("guest/store_x", b"old")
    wire.default = refusing(reply, carts_too=True)
    with wire.shop(store=store) as shop:
        assert (shop.discounts.check("HEMAT")).is_eligible
    sent = [(request.method, request.headers.get(GUEST)) for request in wire.requests]
    assert sent == [("POST", "old"), ("GET", "old"), ("GET", "old"), ("GET", None), ("POST", "new")]


def test_a_refusal_with_a_living_cart_is_an_answer(wire: Any, reply: Reply, naps: list[float]) -> None:
    from nexus_commerce.api.storefront import merge_guest_cart

    store = MemoryStore()
    store.put("guest/store_x", b"old")
    wire.default = refusing(reply, carts_too=False)
    with wire.shop(store=store) as shop:
        with pytest.raises(NotFound):
            shop.discounts.check("HEMAT")
        # What changes something and gets no token is not even asked about.
        shop._core.shared._session = SlowSession(naps, 0)
        with pytest.raises(NotFound):
            merge_guest_cart.sync("store_x", client=shop.api)
    assert [request.method for request in wire.requests] == ["POST", "GET", "POST"]
    assert store.get("guest/store_x").value == b"old"  # type: ignore[union-attr]


def test_hooks_see_every_attempt_at_healing_a_cart(wire: Any, reply: Reply, naps: list[float]) -> None:
    store, events = MemoryStore(), list[Any]()
    store.put("guest/store_x", b"old")
    wire.default = refusing(reply, carts_too=True)
    with wire.shop(store=store, hooks=[events.append]) as shop:
        shop.cart.guest.add(variant_id=1)
    assert [(e.phase, e.operation_id, e.attempt, e.status) for e in events] == [
        ("start", "addGuestCartItem", 0, None),
        ("start", "getGuestCart", 0, None),
        ("attempt", "getGuestCart", 1, 404),
        ("attempt", "getGuestCart", 2, 404),
        ("end", "getGuestCart", 3, 200),
        ("attempt", "addGuestCartItem", 1, 404),
        ("end", "addGuestCartItem", 2, 200),
    ]


def test_hooks_see_a_refused_token(wire: Any, reply: Reply) -> None:
    class Renewing(SlowSession):
        def token_for(self, account: str | None, before: str | None, wait: float | None = None) -> Any:
            return self.access_token(wait)

        def rejected(self, token: str, wait: float | None = None) -> bool:
            return True

    events: list[Any] = []
    wire.answers = [reply(401)]
    with wire.shop(hooks=[events.append]) as shop:
        shop._core.shared._session = Renewing([], 0)
        shop.account.profile()
    assert [(e.phase, e.attempt, e.status) for e in events] == [
        ("start", 0, None),
        ("attempt", 1, 401),
        ("end", 2, 200),
    ]


# --- the rate limit


def test_the_limit_of_business_routes_is_another_one(wire: Any, reply: Reply, naps: list[float]) -> None:
    from nexus_commerce.api.discounts import list_discount_codes

    empty = {"x-ratelimit-limit": "10000", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "30"}
    store = MemoryStore()
    wire.answers = [reply(200, {"data": []}, empty)]
    with wire.shop(store=store) as shop:
        list_discount_codes.sync(client=shop.api)
        shop.catalog.count()
    assert naps == []
    assert store.keys("rate/") == []


def test_a_client_does_not_write_away_what_another_was_told(wire: Any, reply: Reply) -> None:
    store = MemoryStore()
    low = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": "10", "x-ratelimit-reset": "9"}
    with wire.shop(store=store, retry=never) as refused, wire.shop(store=store) as other:
        other.catalog.count()
        wire.answers = [reply(429, b"slow", {"retry-after": "25"}), reply(200, {"items": []}, low)]
        with pytest.raises(RateLimited):
            refused.cart.get()
        other.cart.get()
    known = json.loads(store.get("rate/store_x").value)  # type: ignore[union-attr]
    assert known["remaining"] == 10
    assert known["blocked_until"] > time.time() + 15


def test_a_clock_of_the_callers_own_may_begin_anywhere(sandbox: Sandbox) -> None:
    class Mine(SystemClock):
        def monotonic(self) -> float:  # type: ignore[override]
            return time.monotonic() - begun

    begun = time.monotonic()
    where = sandbox.store_id, sandbox.api_key, sandbox.base_url
    with Storefront(*where, clock=Mine(), timeout=5) as shop:
        assert (shop.cart.add(variant_id=494535)).item_count == 1


@pytest.mark.parametrize("framing", ["Transfer-Encoding: chunked", "X-Scalev-Guest-Token: gt b\0"])
def test_what_breaks_an_answer_is_not_quoted(framing: str) -> None:
    """It may be any part of a body, or a header."""

    def breaks(connection: Connection) -> None:
        connection.next_request()
        connection.send(f"HTTP/1.1 200 OK\r\n{framing}\r\n\r\nSari, Jl. Contoh 3\r\n".encode())

    with ScriptedServer(breaks) as server:
        with Storefront("store_x", "sfpk_x", server.url(""), retry=never) as shop:
            with pytest.raises(ConnectionFailed, match="illegal") as caught:
                shop.catalog.count()
    assert not any(word in str(caught.value) for word in ("Sari", "Contoh", "gt", "b'"))


# --- what goes along


def test_a_business_credential_goes_only_where_one_is_asked_for(wire: Any) -> None:
    from nexus_commerce.api.o_auth import list_o_auth_scopes

    with wire.shop() as shop:
        list_o_auth_scopes.sync(client=shop.api.with_authorization("Bearer business-1"))
    assert "authorization" not in wire.requests[0].headers


class OtherTokens(httpx.HTTPTransport):
    """A service whose guest tokens are no UUIDs."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        token = request.headers.get(GUEST)
        if token is not None:
            request.headers[GUEST] = token.removeprefix("gt.")
        response = super().handle_request(request)
        if GUEST in response.headers:
            response.headers[GUEST] = f"gt.{response.headers[GUEST]}"
        return response


@pytest.mark.parametrize("items", [None, [Item(bundle_price_option_id=31925)]])
def test_a_guest_token_may_have_any_form(sandbox: Sandbox, items: list[Item] | None) -> None:
    where = sandbox.store_id, sandbox.api_key, sandbox.base_url
    with Storefront(*where, transport=OtherTokens()) as shop:
        shop.cart.add(bundle_price_option_id=31925)
        checkout = shop.checkout.start(items, digital=True)
        checkout.set_buyer(name="A", email="a@example.com", phone="6281234567890")
        checkout.pay_with("bank_transfer")
        checkout.quote()
        assert isinstance(checkout.place(), Placed)


def test_nothing_goes_to_another_store(wire: Any, reply: Reply) -> None:
    """Neither key nor token, and no cart of another store takes the place of the shopper's."""
    from nexus_commerce.api.storefront import get_guest_cart

    wire.default = lambda request: reply(200, {"items": []}, {GUEST: request.url.path.split("/")[3]})
    with wire.shop() as shop:
        shop.cart.get()
        for other in ("store_y", "store_xy", "x/../store_x"):
            with pytest.raises(InvalidInput) as caught:
                get_guest_cart.sync(other, client=shop.api)
            assert caught.value.effect == "nothing_left"
        nowhere: Any = {"method": "GET"}
        with pytest.raises(InvalidInput):
            shop._core.send(get_guest_cart.OPERATION, nowhere)
        shop.cart.get()
    assert [request.headers.get(GUEST) for request in wire.requests] == [None, "store_x"]


def test_a_passed_in_client_says_nothing_about_our_requests(wire: Any, reply: Reply) -> None:
    theirs = {
        "X-Scalev-Page-Api-Key": "lpk_x",
        "X-Scalev-Checkout-Intent-Token": "cit_x",
        "Host": "evil.test",
        "Content-Type": "text/plain",
        "Content-Encoding": "gzip",
        "Transfer-Encoding": "chunked",
        "Proxy-Authorization": "Basic x",
    }
    mine = httpx.Client(transport=httpx.MockTransport(wire), headers={**theirs, "X-Mine": "1"}, timeout=2)
    wire.default = lambda request: reply(200, {"items": []}, {GUEST: "t"})
    shop = Storefront("store_x", "sfpk_x", "https://api.test", http_client=mine)
    shop.cart.guest.add(variant_id=1)
    mine.headers["X-Mine"] = "2"
    shop.cart.get()
    first, second = wire.requests
    assert (first.headers["host"], first.headers["content-type"]) == ("api.test", "application/json")
    assert not {name.lower() for name in theirs} - {"host", "content-type"} & set(first.headers)
    assert (first.headers["x-mine"], second.headers["x-mine"]) == ("1", "2")
    assert "content-type" not in second.headers
    assert first.extensions["timeout"]["read"] == 30
    mine.close()


@pytest.mark.parametrize("name", ["Content-Type", "content-length", "Content-Encoding", "Proxy-Authorization"])
def test_headers_that_describe_a_request_cannot_be_extra_headers(wire: Any, name: str) -> None:
    with pytest.raises(InvalidInput):
        wire.shop(headers={name: "x"})


def test_a_path_or_query_too_long_for_a_url_is_refused(wire: Any) -> None:
    from nexus_commerce.api.storefront import get_storefront_product, search_storefront_locations

    with wire.shop() as shop:
        with pytest.raises(InvalidInput):
            get_storefront_product.sync("store_x", "x" * 1_000_000, client=shop.api)
        with pytest.raises(InvalidInput):
            search_storefront_locations.sync("store_x", client=shop.api, search="x" * 1_000_000)
    assert wire.requests == []


# --- construction


def test_closing_a_derived_shop_leaves_the_other_open(wire: Any) -> None:
    with wire.shop() as shop:
        with shop.with_options(timeout=3) as derived:
            derived.catalog.count()
        shop.catalog.count()


@pytest.mark.parametrize("part", ["events", "_session"])
def test_a_close_that_is_interrupted_closes_the_connections(wire: Any, part: str) -> None:
    class Interrupted(BaseException):
        """As Ctrl-C is, or a cancellation."""

    class Part:
        def stop(self) -> None:
            raise Interrupted

        close = stop

    shop = wire.shop()
    shop.catalog.count()
    vars(shop if part == "events" else shop._core.shared)[part] = Part()
    with pytest.raises(Interrupted):
        shop.close()
    assert shop._core.shared.client._client.is_closed


def test_derived_shops_keep_the_checkout_policy(wire: Any) -> None:
    policy = CheckoutPolicy(settle_reads=(0.0,))
    with wire.shop(checkout_policy=policy) as shop:
        assert shop.checkout.policy is policy
        assert shop.with_options(timeout=3).checkout.policy is policy


@pytest.mark.parametrize("url", ["https://api.test/v3", "https://api.test/v3/", "https://api.test"])
def test_a_base_url_may_end_in_the_version(wire: Any, url: str) -> None:
    with wire.shop(base_url=url) as shop:
        shop.catalog.count()
    assert str(wire.requests[0].url) == "https://api.test/v3/stores/store_x/public/items/count"


@pytest.mark.parametrize("url", ["https://api.test?", "https://api.test/#", "https://api.test/?a=1"])
def test_a_base_url_has_no_query_and_no_fragment(wire: Any, url: str) -> None:
    with pytest.raises(InvalidInput):
        wire.shop(base_url=url)


@pytest.mark.parametrize(
    "options",
    [{"retry": 5}, {"hooks": [1]}, {"store": object()}, {"drift": 1}, {"headers": [("a", "b")]}, {"timeout": True}],
)
def test_what_cannot_work_is_refused_at_construction(wire: Any, options: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        wire.shop(**options)


def test_a_shop_is_made_without_a_look_at_its_store(wire: Any) -> None:
    class Asked(MemoryStore):
        asked = False

        def get(self, key: str) -> Any:
            self.asked = True
            return super().get(key)

        def lease(self, key: str, *, ttl: float, wait: float) -> Any:
            self.asked = True
            return super().lease(key, ttl=ttl, wait=wait)

    store = Asked()
    with wire.shop(store=store, customer="sari") as shop:
        assert not store.asked
        shop.cart.get()
        assert store.asked


def test_a_transport_and_a_policy_must_be_ones(wire: Any) -> None:
    with pytest.raises(InvalidInput):
        Storefront("store_x", "sfpk_x", transport=1)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput):
        wire.shop().with_options(retry=5)


@pytest.mark.parametrize("host", [".api.test", "api..test", "x" * 64, "x" * 64 + ".test"])
def test_a_base_url_has_a_host_that_can_be_looked_up(wire: Any, host: str) -> None:
    with pytest.raises(InvalidInput, match="base_url"):
        wire.shop(base_url=f"https://{host}/v3")
    with wire.shop(base_url="https://api.test./v3") as shop:
        shop.catalog.count()

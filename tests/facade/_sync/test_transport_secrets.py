# Rendered from tests/facade/_async/test_transport_secrets.py by scripts/unasync.py; edit that file.
"""Keys and tokens stay where they belong: out of logs, out of other layers' requests, out of errors."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import h2.config
import h2.connection
import h2.events
import httpx
import nexus_storefront as nexus
import pytest
from nexus_commerce.api.orders import list_orders
from nexus_storefront import Storefront, MemoryStore, never

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
KEY, TOKEN = "sfpk_very-secret", "7f8c2d60-92a4-4e0e-8a35-1f7a5b1c9d11"


@pytest.fixture
def http2_service() -> Iterator[str]:
    """A service that speaks nothing but HTTP/2 and hands out a guest token with every answer."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            h2_ = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
            h2_.initiate_connection()
            connection.sendall(h2_.data_to_send())
            while data := connection.recv(65536):
                for event in h2_.receive_data(data):
                    if isinstance(event, h2.events.StreamEnded) and event.stream_id:
                        answer = [
                            (":status", "200"),
                            ("content-type", "application/json"),
                            ("x-scalev-guest-token", TOKEN),
                        ]
                        h2_.send_headers(event.stream_id, answer)
                        h2_.send_data(event.stream_id, b'{"items": []}', end_stream=True)
                connection.sendall(h2_.data_to_send())

    server = threading.Thread(target=serve, daemon=True)
    server.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.close()


def test_http2_logs_no_key_and_no_token(http2_service: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with (
        httpx.Client(http1=False, http2=True) as http,
        Storefront("store_x", KEY, http2_service, http_client=http) as shop,
    ):
        shop.cart.get()
        shop.cart.get()
    mine = [record for record in caplog.records if record.threadName == threading.current_thread().name]
    assert any(record.name == "httpcore.http2" for record in mine)
    for record in mine:
        assert KEY not in record.getMessage()
        assert TOKEN not in record.getMessage()


OWN = {
    "X-Scalev-Storefront-Api-Key": "sfpk_another-store",
    "X-Scalev-Guest-Token": "a-guest-of-another-store",
    "Authorization": "Bearer of-another-user",
    "Cookie": "session=another",
    "X-Scalev-Page-Api-Key": "lpk_of-a-page",
    "X-Scalev-Checkout-Intent-Token": "cit_another",
    "X-Trace": "kept",
}


@pytest.mark.parametrize("spelled", [str, str.lower, str.upper])
def test_credentials_of_the_callers_own_client_are_not_sent(
    wire: Any, reply: Reply, spelled: Callable[[str], str]
) -> None:
    """Neither where the route has one of its own nor where it has none."""
    wire.default = lambda request: reply(200, {"total": 1, "data": []})
    own = {spelled(name): value for name, value in OWN.items()}
    with httpx.Client(transport=httpx.MockTransport(wire), headers=own) as http:
        shop = Storefront("store_x", KEY, "https://api.test", http_client=http)
        shop.catalog.count()
        business = shop.api.with_authorization("Bearer business")
        list_orders.sync(client=business)
    public, business_call = (dict(request.headers) for request in wire.requests)
    assert public["x-scalev-storefront-api-key"] == KEY
    others = {"x-scalev-guest-token", "x-scalev-page-api-key", "x-scalev-checkout-intent-token", "cookie"}
    assert not (others | {"authorization"}) & set(public)
    assert business_call["authorization"] == "Bearer business"
    assert not (others | {"x-scalev-storefront-api-key"}) & set(business_call)
    assert public["x-trace"] == business_call["x-trace"] == "kept"


def test_a_rate_limit_belongs_to_one_store(wire: Any, reply: Reply, naps: list[float]) -> None:
    """Two stores in one `Store`: what one is told does not make the other wait."""
    store = MemoryStore()
    used_up = {"x-ratelimit-limit": "100", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "20"}
    wire.answers = [reply(200, {"total": 1}, used_up)]
    wire.default = lambda request: reply(200, {"total": 1})

    def shop(store_id: str) -> Storefront:
        return Storefront(store_id, KEY, "https://api.test", store=store, transport=httpx.MockTransport(wire))

    with shop("store_one") as one, shop("store_two") as two, shop("store_one") as again:
        one.catalog.count()
        two.catalog.count()
        assert naps == []
        again.catalog.count()
        assert naps


@pytest.mark.parametrize("how", ["status", "body", "argument"])
def test_an_error_does_not_hold_what_it_was_made_from(wire: Any, reply: Reply, how: str) -> None:
    """The generated layer's error has the whole body, a JSON error too: they are cut off, for tracebacks show them."""
    wire.default = lambda request: (
        reply(500, {"error": TOKEN}) if how == "status" else reply(200, b"{" + TOKEN.encode())
    )
    with wire.shop(retry=never) as shop:
        with pytest.raises(nexus.StorefrontError) as caught:
            (shop.catalog.product("..") if how == "argument" else shop.catalog.count())
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_refusal_that_repeats_a_guest_token_is_shown_without_it(naps: list[float]) -> None:
    """Also where a cart was then sought without one, to no avail: it is the answer to the token."""

    def service(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404, json={"error": f"no cart {request.headers.get('x-scalev-guest-token')}"})

    store = MemoryStore()
    store.put("guest/store_x", TOKEN.encode())
    with Storefront("store_x", KEY, store=store, transport=httpx.MockTransport(service)) as shop:
        with pytest.raises(nexus.NotFound) as caught:
            shop.cart.get()
    assert TOKEN not in f"{caught.value!r} {caught.value.body_excerpt} {caught.value.content!r}"
    assert caught.value.content == b'{"error":"no cart [redacted]"}'


def test_an_orders_slug_is_not_repeated(wire: Any, reply: Reply) -> None:
    """Whatever it looks like."""
    wire.default = lambda request: reply(404, {"message": f"no order {request.url.path.split('/')[-1]}"})
    with wire.shop() as shop:
        with pytest.raises(nexus.NotFound) as caught:
            shop.orders.get("kopi-rahasia")
    assert (caught.value.message, "rahasia" in str(caught.value.body_excerpt)) == ("no order [redacted]", False)

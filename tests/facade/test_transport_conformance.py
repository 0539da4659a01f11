"""httpx's own transports and the fast one pass the kit: their connection errors prove that nothing was sent."""

from __future__ import annotations

import os
import subprocess
import sys

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, ConnectionFailed, Item, MissingExtra, Placed, never
from nexus_storefront.transport.conformance import AsyncTransportConformance, TransportConformance
from nexus_storefront.transport.conformance_server import Connection, ScriptedServer
from nexus_storefront.transport.fast import fast_transport

pytestmark = pytest.mark.anyio


class TestHTTPTransport(TransportConformance):
    def open_transport(self, limits: httpx.Limits) -> httpx.BaseTransport:
        return httpx.HTTPTransport(limits=limits)


class TestAsyncHTTPTransport(AsyncTransportConformance):
    def open_transport(self, limits: httpx.Limits) -> httpx.AsyncBaseTransport:
        return httpx.AsyncHTTPTransport(limits=limits)


# Some megabytes at once, which aiohttp would rather have in pieces.
@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")
class TestFastTransport(AsyncTransportConformance):
    def open_transport(self, limits: httpx.Limits) -> httpx.AsyncBaseTransport:
        return fast_transport(limits=limits)


async def test_a_shop_buys_over_the_fast_transport() -> None:
    with Sandbox() as sandbox:
        async with AsyncStorefront(
            sandbox.store_id, sandbox.api_key, sandbox.base_url, transport=fast_transport()
        ) as shop:
            await shop.cart.add(variant_id=494535)
            checkout = await shop.checkout.start([Item(bundle_price_option_id=31925)], digital=True)
            checkout.set_buyer(name="A", email="a@example.com", phone="6281234567890")
            checkout.pay_with("bank_transfer")
            await checkout.quote()
            assert isinstance(await checkout.place(), Placed)


async def test_a_header_that_cannot_be_sent_sends_nothing() -> None:
    """A client of the caller's own may have one; no transport writes a part of such a request."""
    with ScriptedServer(Connection.next_request) as server:
        for transport in (None, fast_transport()):
            async with httpx.AsyncClient(transport=transport, headers={"X-Mine": "a\nb"}) as client:
                shop = AsyncStorefront("store_x", "sfpk_x", server.url(""), http_client=client, retry=never)
                with pytest.raises(ConnectionFailed) as caught:
                    await shop.cart.add(variant_id=1)
                assert caught.value.effect == "nothing_left"
        assert not server.arrived


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
async def test_the_fast_transport_goes_through_no_proxy_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:1")  # where nobody answers
    monkeypatch.delenv("NO_PROXY", raising=False)
    with Sandbox() as sandbox:
        where = sandbox.store_id, sandbox.api_key, sandbox.base_url
        async with AsyncStorefront(*where, transport=fast_transport(), retry=never) as shop:
            assert await shop.catalog.count()
        through_it = fast_transport(proxy="http://127.0.0.1:1")
        async with AsyncStorefront(*where, transport=through_it, retry=never) as shop:
            with pytest.raises(ConnectionFailed):
                await shop.catalog.count()


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSLKEYLOGFILE"])
def test_a_fast_transport_that_cannot_be_made_is_told_as_any_client(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, f"{os.devnull}/file")
    with pytest.raises(ConnectionFailed, match="no HTTP client can be made") as caught:
        fast_transport()
    assert caught.value.effect == "nothing_left"


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSLKEYLOGFILE"])
def test_a_fast_transport_whose_library_cannot_be_imported_is_told_so(name: str) -> None:
    """`aiohttp` makes TLS contexts when it is imported."""
    program = "from nexus_storefront.transport.fast import fast_transport\nfast_transport()"
    environment = {**os.environ, name: f"{os.devnull}/file"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert "ConnectionFailed: no HTTP client can be made" in done.stderr


def test_the_fast_transport_says_which_extra_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx_aiohttp", None)
    with pytest.raises(MissingExtra, match=r"nexus-storefront\[fast\]"):
        fast_transport()

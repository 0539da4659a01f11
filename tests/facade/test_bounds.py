"""What bounds an answer in time and memory, where that is a matter of one half or of no service at all."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpcore
import httpx
import pytest
from nexus_storefront import AsyncStorefront, MemoryStore, SqliteStore, Storefront, StorefrontError, Timeout, never
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.stores import Entry
from nexus_storefront.transport._sync.exchange import read_body
from nexus_storefront.transport.conformance_server import Connection, Script, ScriptedServer
from nexus_storefront.transport.timed_reads import _TimedStream
from nexus_storefront.transport.unpacking import MAX_BODY, BodyTooLong

ASKED = httpx.Request("GET", "https://api.scalev.com/")


@pytest.mark.parametrize("size", [0, 2])
def test_a_body_takes_no_more_memory_however_small_its_pieces_are(size: int) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(100_000):
            yield bytes(bytearray(size))  # an object of its own

    tracemalloc.start()
    try:
        assert len(read_body(pieces(), "", time.monotonic() + 60, ASKED, SYSTEM_CLOCK)) == 100_000 * size
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 2 * 1024 * 1024


def test_a_body_that_is_too_long_by_one_piece() -> None:
    with pytest.raises(BodyTooLong):
        read_body(iter([b"x" * MAX_BODY, b"x"]), "", time.monotonic() + 60, ASKED, SYSTEM_CLOCK)


@pytest.mark.parametrize("secured", [None, "http/1.1", "h2"])
def test_the_head_of_a_request_is_sent_with_its_body(secured: str | None) -> None:
    """But in the frames of HTTP/2, whose last is not known."""
    sent: list[bytes] = []

    class Plain(httpcore.NetworkStream):
        def get_extra_info(self, info: str) -> Any:
            tls = SimpleNamespace(selected_alpn_protocol=lambda: secured)
            return None if secured is None else tls

        def write(self, buffer: bytes, timeout: float | None = None) -> None:
            sent.append(buffer)

        def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
            return b""

        def close(self) -> None:
            """Nothing is open."""

    stream, head = _TimedStream(Plain()), b"POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n"
    for body in (b"x", b"", None):
        stream.write(head)
        if body is not None:
            stream.write(body)
        stream.read(1)
    assert sent == ([head, b"x", head, head] if secured == "h2" else [head + b"x", head, head])


def test_an_answer_that_came_early_is_read_also_where_the_end_of_the_request_cannot_be_sent() -> None:
    def early(connection: Connection) -> None:
        connection.head()
        connection.send(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")

    def pieces() -> Iterator[bytes]:
        for piece in (b"a", b"b"):
            yield piece
            time.sleep(0.1)

    with ScriptedServer(early) as server, Storefront("store_x", "sfpk_x", server.url("").rstrip("/")) as shop:
        answered = shop._core.send_elsewhere("PUT", server.url(), headers={}, content=pieces())
        assert answered.status_code == 413


def test_the_phases_of_a_request_end_together_with_its_call() -> None:
    """A connection is waited for, and then an answer: not each of them as long as the call may last."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        client = httpx.Client(limits=httpx.Limits(max_connections=1))
        shop = Storefront("store_sandbox", "sfpk_sandbox", address, http_client=client, retry=never)

        def occupied() -> None:
            with pytest.raises(Timeout):
                shop.with_options(timeout=1.0).catalog.count()

        busy = threading.Thread(target=occupied)
        busy.start()
        time.sleep(0.2)
        started = time.monotonic()
        with pytest.raises(Timeout):
            shop.with_options(timeout=1.2).catalog.count()
        assert time.monotonic() - started < 1.7
        busy.join()
        client.close()


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"id": 1, "items": [], "data": []}, headers={"X-Scalev-Guest-Token": "t"})


def shop_of(store: Any, **options: Any) -> AsyncStorefront:
    wire = httpx.MockTransport(answer)
    return AsyncStorefront("store_x", "sfpk_x", "https://api.test", store=store, transport=wire, retry=never, **options)


LOOKS: dict[str, Callable[[AsyncStorefront], Awaitable[object]]] = {
    "cart": lambda shop: shop.cart.get(),
    "change of the cart": lambda shop: shop.cart.add(variant_id=1),
    "check": lambda shop: shop.discounts.check("HEMAT10"),
    "profile": lambda shop: shop.account.profile(),
    "orders": lambda shop: shop.orders.mine().page(),
    "state": lambda shop: shop.auth.state(),
    "checkout": lambda shop: shop.checkout.start(),
    "intent": lambda shop: shop.intents.start("form-1", "ok"),
}


@pytest.mark.parametrize("what", LOOKS)
def test_an_asynchronous_call_gives_up_a_look_at_the_store_when_its_time_is_over(what: str) -> None:
    over = threading.Event()

    class Silent(MemoryStore):
        blocking = True

        def get(self, key: str) -> Entry | None:
            over.wait(10)
            return super().get(key)

    async def main() -> float:
        async with shop_of(Silent(), timeout=0.5) as shop:
            started = time.monotonic()
            with suppress(StorefrontError):
                await LOOKS[what](shop)
            took = time.monotonic() - started
            over.set()
            return took

    assert asyncio.run(main()) < 2


def test_names_that_are_looked_up_for_long_do_not_keep_the_store_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    over, look_up = threading.Event(), socket.getaddrinfo

    def slowly(host: Any, *more: Any, **options: Any) -> Any:
        if "slow.test" in str(host):
            over.wait(10)
            raise socket.gaierror(socket.EAI_AGAIN, "later")
        return look_up(host, *more, **options)

    monkeypatch.setattr(socket, "getaddrinfo", slowly)

    async def main() -> float:
        elsewhere = AsyncStorefront("store_x", "sfpk_x", "https://slow.test", timeout=0.2, retry=never)
        async with elsewhere, shop_of(SqliteStore(tmp_path / "shop.db")) as shop:
            await asyncio.gather(*(elsewhere.catalog.count() for _ in range(40)), return_exceptions=True)
            started = time.monotonic()
            assert (await shop.cart.get()).item_count == 0
            took = time.monotonic() - started
            over.set()
            return took

    assert asyncio.run(main()) < 4


def trailers(connection: Connection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n")


def size_of_a_piece(connection: Connection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n1;")


def headers(connection: Connection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\nX: ")


def interim_answers(connection: Connection) -> None:
    while not connection.server.over.is_set():
        connection.send(b"HTTP/1.1 102 Processing\r\n\r\n" * 100)


@pytest.mark.parametrize("begin", [trailers, size_of_a_piece, headers, interim_answers])
def test_what_drips_within_an_answer_ends_with_the_call(begin: Script) -> None:
    def drip(connection: Connection) -> None:
        connection.next_request()
        begin(connection)
        while not connection.server.over.wait(0.1):
            connection.send(b"a")

    with ScriptedServer(drip) as server:
        shop = Storefront("store_x", "sfpk_x", server.url("").rstrip("/"), timeout=0.8, retry=never)
        started = time.monotonic()
        with pytest.raises(Timeout) as late:
            shop.catalog.count()
        assert time.monotonic() - started < 3
        assert late.value.effect == "refused"
        shop.close()


def test_a_name_whose_addresses_all_keep_silent_is_given_up_with_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as silent, contextlib.ExitStack() as full:
        address = silent.getsockname()
        for _ in range(3):  # nobody else is let in
            waiting = full.enter_context(socket.socket())
            waiting.setblocking(False)
            with suppress(BlockingIOError):
                waiting.connect(address)
        found = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", address)
        monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: [found] * (5 if host == "localhost" else 1))
        with Storefront("store_x", "sfpk_x", f"http://localhost:{address[1]}", timeout=0.8, retry=never) as shop:
            started = time.monotonic()
            with pytest.raises(Timeout) as late:
                shop.cart.add(variant_id=1)
            assert time.monotonic() - started < 2
    assert late.value.effect == "nothing_left"


def test_connections_that_the_caller_makes_otherwise_stay_so() -> None:
    transport: Any = httpx.HTTPTransport()
    transport._pool._network_backend = httpcore.MockBackend(
        [b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n", b'{"total":5}']
    )
    with Storefront("store_x", "sfpk_x", "http://127.0.0.1:1", transport=transport, retry=never) as shop:
        assert shop.catalog.count() == 5


def test_an_answer_that_is_here_counts_while_its_connection_is_closed_slowly() -> None:
    class Slow(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b'{"id": 7, "items": []}'

        async def aclose(self) -> None:
            await asyncio.sleep(20)

    async def main() -> None:
        wire = httpx.MockTransport(lambda request: httpx.Response(201, stream=Slow()))
        async with AsyncStorefront(
            "store_x", "sfpk_x", "https://api.test", transport=wire, retry=never, timeout=0.5
        ) as shop:
            assert (await shop.cart.add(variant_id=1)).id == 7

    asyncio.run(main())

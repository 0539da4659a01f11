"""Calls that are given up on, and calls that must end: what differs between the two halves."""

from __future__ import annotations

import asyncio
import random
import socket
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from frames import leaks
from nexus_commerce.api.storefront import get_guest_cart
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
    ConnectionFailed,
    Item,
    MemoryStore,
    Placed,
    Storefront,
    StorefrontError,
    Timeout,
    never,
)
from nexus_storefront.auth.session_record import SessionRecord
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.events import EventSettings
from nexus_storefront.order_journal._async.journal import OrderJournal
from nexus_storefront.stores import Entry
from nexus_storefront.transport._async.admission import Admission
from nexus_storefront.transport._sync.concurrency import starts_by

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("times", [1, 2])
async def test_calls_given_up_on_give_their_connections_back(times: int) -> None:
    chance = random.Random(3)
    limits = httpx.Limits(max_connections=3)
    with Sandbox() as sandbox:
        async with (
            httpx.AsyncClient(limits=limits) as client,
            AsyncStorefront(
                sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client, retry=never
            ) as shop,
        ):
            for _ in range(150):
                tasks = [asyncio.create_task(shop.catalog.count()) for _ in range(3)]
                await asyncio.sleep(chance.random() * 0.012)
                for task in tasks:
                    for _ in range(times):
                        task.cancel()
                        await asyncio.sleep(0)
                await asyncio.gather(*tasks, return_exceptions=True)
            pool: Any = client._transport
            assert not [each for each in pool._pool.connections if not each.is_idle() and not each.is_closed()]
            assert await asyncio.wait_for(shop.catalog.count(), 30)


def dripping_headers(listening: socket.socket, over: threading.Event) -> None:
    connection, _ = listening.accept()
    with connection, suppress(OSError):
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while not over.wait(0.05):
            connection.sendall(b"a")


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_dripping_headers_end_with_the_call(anyio_backend: str) -> None:
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=dripping_headers, args=(listening, over))
        thread.start()
        try:
            url = f"http://127.0.0.1:{listening.getsockname()[1]}"
            async with AsyncStorefront("store_x", "sfpk_x", url, timeout=0.5, retry=never) as shop:
                began = time.monotonic()
                with pytest.raises(Timeout):
                    await shop.catalog.count()
                assert time.monotonic() - began < 10
        finally:
            over.set()
            socket.create_connection(listening.getsockname()).close()  # should the call never have come to connect
            thread.join()


def test_a_connection_made_too_late_is_not_used() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, httpx.Client() as client:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        with pytest.raises(httpx.ConnectTimeout):
            client.post(url, content=b"order", extensions=starts_by(time.monotonic() - 1, SYSTEM_CLOCK))
        connection, _ = listening.accept()
        with connection:
            assert connection.recv(100) == b""


def test_a_shop_belongs_to_one_event_loop() -> None:
    answer = httpx.MockTransport(lambda request: httpx.Response(200, json={"total": 3}))
    shop = AsyncStorefront("store_x", "sfpk_x", "https://api.test", transport=answer)

    async def count() -> int:
        return await shop.catalog.count()

    assert asyncio.run(count()) == 3
    with pytest.raises(StorefrontError, match="another event loop"):
        asyncio.run(count())
    with pytest.raises(StorefrontError, match="another event loop"):
        asyncio.run(shop.aclose())


def test_a_worker_that_is_a_task_says_that_it_needs_an_event_loop(tmp_path: Path) -> None:
    shop = AsyncStorefront("store_x", "sfpk_x", "https://api.test", events=EventSettings(outbox=tmp_path / "outbox"))
    with pytest.raises(StorefrontError, match=r"no event loop is running: call start\(\) in an async def"):
        shop.events.start()


async def test_a_checkout_is_taken_up_again_in_a_thread() -> None:
    """Where nothing is sent, no event loop is asked for: a web framework runs plain functions in threads."""
    answer = httpx.MockTransport(lambda request: httpx.Response(200, json={"total": 3}))
    async with AsyncStorefront("store_x", "sfpk_x", "https://api.test", transport=answer) as shop:
        await shop.catalog.count()
        checkout = await shop.checkout.start([Item(variant_id=1)], clear_cart=True, customer=False)
        kept = await asyncio.to_thread(checkout.dump)
        again = await asyncio.to_thread(shop.checkout.load, kept)
        assert again.missing == (await asyncio.to_thread(checkout.again)).missing == checkout.missing
        assert await shop.catalog.count() == 3


@pytest.mark.parametrize("how", ["cancelled", "in another loop"])
def test_no_frame_holds_a_token(how: str, in_process: Any) -> None:
    """Where the error is not ours to make: a cancellation, an event loop too many."""
    store = MemoryStore()

    async def signed_in(sandbox: Sandbox) -> AsyncStorefront:
        shop = AsyncStorefront(
            sandbox.store_id,
            sandbox.api_key,
            sandbox.base_url,
            store=store,
            transport=httpx.MockTransport(in_process(sandbox.asgi())),
        )
        await shop.auth.login("sari@example.com", "kata-sandi-contoh", keep_cart=False)
        return shop

    async def cancelled(sandbox: Sandbox) -> BaseException | None:
        reached = asyncio.Event()

        async def never(request: httpx.Request) -> httpx.Response:
            reached.set()
            await asyncio.Event().wait()
            raise AssertionError

        options: Any = {"store": store, "transport": httpx.MockTransport(never)}
        async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, **options) as shop:
            task = asyncio.create_task(shop.account.profile())
            await reached.wait()
            task.cancel()
            (error,) = await asyncio.gather(task, return_exceptions=True)
        return error if isinstance(error, BaseException) else None

    async def profile(other: AsyncStorefront) -> BaseException | None:
        with pytest.raises(StorefrontError, match="another event loop") as caught:
            await other.account.profile()
        return caught.value

    with Sandbox() as sandbox:
        other = asyncio.run(signed_in(sandbox))
        (key,) = store.keys("session/")
        record = SessionRecord.from_bytes(store.get(key).value)  # type: ignore[union-attr]
        assert record is not None
        error = asyncio.run(cancelled(sandbox) if how == "cancelled" else profile(other))
    assert error is not None
    assert not leaks(error, [str(record.access), str(record.refresh)], but_not_in=__file__)


ALL_BUT_USED_UP = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": "1", "x-ratelimit-reset": "9"}


class Stuck(MemoryStore):
    """A store on a disk that has gone away: reading takes for ever, or until it is back."""

    blocking = True

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix
        self.back = threading.Event()

    def get(self, key: str) -> Entry | None:
        if key.startswith(self.prefix):
            self.back.wait(30)
        return super().get(key)


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_total_bounds_the_reads_of_the_store(anyio_backend: str) -> None:
    """What the answer says of the rate limit, all others would be told: that, too, is left to itself."""
    sent: list[str] = []

    def service(request: httpx.Request) -> httpx.Response:
        sent.append(request.method)
        return httpx.Response(200, json={"total": 3}, headers=ALL_BUT_USED_UP)

    for prefix in ("rate/", "guest/"):
        store = Stuck(prefix)
        options: Any = {"store": store, "transport": httpx.MockTransport(service), "timeout": 0.6, "retry": never}
        async with AsyncStorefront("store_x", "sfpk_x", "https://api.test", **options) as shop:
            began = time.monotonic()
            if prefix == "rate/":
                assert await shop.catalog.count() == 3
            else:
                with pytest.raises(Timeout) as caught:
                    await shop.api.asend(get_guest_cart.OPERATION, {"url": "/v3/stores/store_x/public/cart"})
                assert caught.value.effect == "nothing_left"
            assert time.monotonic() - began < 10
            store.back.set()
    assert sent == ["GET"]


async def test_total_bounds_the_wait_for_a_call_that_makes_the_cart() -> None:
    begun, goes_on = asyncio.Event(), asyncio.Event()

    async def service(request: httpx.Request) -> httpx.Response:
        begun.set()
        await goes_on.wait()
        return httpx.Response(200, json={"items": []}, headers={"x-scalev-guest-token": "t"})

    transport: Any = httpx.MockTransport(service)
    async with AsyncStorefront("store_x", "sfpk_x", "https://api.test", transport=transport) as shop:
        first = asyncio.create_task(shop.cart.guest.get())
        await begun.wait()
        began = time.monotonic()
        with pytest.raises(Timeout) as caught:
            await shop.with_options(timeout=0.3).cart.guest.get()
        assert time.monotonic() - began < 10
        assert caught.value.effect == "nothing_left"
        goes_on.set()
        await first


def test_what_may_share_a_shop_is_said_for_each_half() -> None:
    assert "many tasks of one event loop" in (AsyncStorefront.__doc__ or "")
    assert "many threads" in (Storefront.__doc__ or "")


async def test_a_transport_that_cancels_itself_is_a_lost_answer() -> None:
    """Nobody has cancelled the call."""

    class Cancelling(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            raise asyncio.CancelledError

    async with AsyncStorefront("store_x", "sfpk_x", "https://api.test", transport=Cancelling(), retry=never) as shop:
        with pytest.raises(ConnectionFailed) as caught:
            await shop.cart.add(variant_id=494535)
        assert caught.value.may_have_taken_effect


class Awaited:
    """A store that is awaited, and takes its time to say that an order counts as sent."""

    def __init__(self, marked: asyncio.Event | None) -> None:
        self._inner, self._marked = MemoryStore(), marked

    async def get(self, key: str) -> Entry | None:
        return self._inner.get(key)

    async def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        version = self._inner.put(key, value, expected=expected, ttl=ttl)
        if self._marked is not None and b'"sending"' in value:
            self._marked.set()
            await asyncio.sleep(0.05)
        return version

    async def delete(self, key: str, *, expected: int | None = None) -> bool:
        return self._inner.delete(key, expected=expected)

    async def keys(self, prefix: str) -> list[str]:
        return self._inner.keys(prefix)

    @asynccontextmanager
    async def lease(self, key: str, *, ttl: float, wait: float) -> AsyncIterator[Any]:
        with self._inner.lease(key, ttl=ttl, wait=wait) as lease:
            yield lease

    def close(self) -> None:
        self._inner.close()


@pytest.mark.parametrize("scope", [False, True])
@pytest.mark.parametrize("moment", ["marked", "rate budget", "connecting"])
async def test_what_was_given_up_before_anything_was_sent_keeps_nobody_from_ordering(
    monkeypatch: pytest.MonkeyPatch, moment: str, scope: bool
) -> None:
    reached = asyncio.Event()
    store = Awaited(reached if moment == "marked" else None)
    admit, written = Admission.admit, OrderJournal.write

    async def short(admission: Admission, call: Any) -> None:
        if call.operation.id == "createPublicCheckout":
            reached.set()
            await asyncio.sleep(60)
        await admit(admission, call)

    async def never_there(*args: Any, **options: Any) -> Any:
        reached.set()
        await asyncio.sleep(60)

    async def and_no_connection(journal: OrderJournal, attempt: Any, version: int) -> Any:
        if attempt.phase == "sending":
            await pool._pool.aclose()
            monkeypatch.setattr(anyio, "connect_tcp", never_there)
        return await written(journal, attempt, version)

    with Sandbox() as sandbox:
        async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
            await shop.cart.add(variant_id=494601)
            checkout = await shop.checkout.start(digital=True)
            checkout.set_buyer(name="Sari Dewi", email="sari@example.com")
            checkout.pay_with("qris")
            await checkout.quote()
            pool: Any = shop._core.shared.client.get()._transport
            if moment == "rate budget":
                monkeypatch.setattr(Admission, "admit", short)
            if moment == "connecting":
                monkeypatch.setattr(OrderJournal, "write", and_no_connection)
            if scope:
                with anyio.CancelScope() as given_up:
                    async with anyio.create_task_group() as group:
                        group.start_soon(checkout.place)
                        await reached.wait()
                        given_up.cancel()
            else:
                task = asyncio.create_task(checkout.place())
                await reached.wait()
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            monkeypatch.undo()
            assert checkout.attempt_id is None
            assert await shop.checkout.history() == []
            assert isinstance(await checkout.place(), Placed)
            assert len(sandbox.control.orders()) == 1

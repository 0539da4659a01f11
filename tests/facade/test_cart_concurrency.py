"""Cancellation, threads, tasks, processes and forks around one cart."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
    CartSnapshot,
    CheckoutIncomplete,
    FileStore,
    MemoryStore,
    Placed,
    SqliteStore,
    Storefront,
    StorefrontError,
    Timeout,
    never,
)
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.events import Conversion, Event, EventSettings
from nexus_storefront.stores import LeaseTimeout, StoreError
from nexus_storefront.transport import store_threads
from nexus_storefront.transport._async.concurrency import in_thread, in_thread_for, leased
from nexus_storefront.transport._sync.concurrency import Later

pytestmark = pytest.mark.anyio
GUEST = "x-scalev-guest-token"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def shop_of(sandbox: Sandbox, **options: Any) -> Storefront:
    return Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, **options)


async def test_a_cancelled_call_leaves_a_working_shop(sandbox: Sandbox) -> None:
    limits = httpx.Limits(max_connections=1)
    async with (
        httpx.AsyncClient(limits=limits) as client,
        AsyncStorefront(
            sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client, retry=never, timeout=5
        ) as shop,
    ):
        before = await shop.cart.add(variant_id=494535)
        sandbox.control.fault("getGuestCart", "latency", count=1, seconds=5)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await shop.cart.get()
        sandbox.control.clear_faults()
        # The pool's only connection and the locks must have come back.
        after = await asyncio.gather(shop.cart.get(), shop.cart.add(variant_id=494536))
        assert {cart.id for cart in after} == {before.id}


@pytest.mark.parametrize("how", ["cancel", "timeout"])
async def test_a_token_that_arrived_is_saved_even_if_the_task_is_cancelled(how: str) -> None:
    class SlowStore(MemoryStore):
        blocking = True

        def put(self, key: str, value: bytes, **options: Any) -> int:
            if key.startswith("guest/"):
                writing.set()
                released.wait(10)
            return super().put(key, value, **options)

    writing, released, store = threading.Event(), threading.Event(), SlowStore()
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"items": []}, headers={GUEST: "token-1"}))
    async with AsyncStorefront("store_x", "sfpk_x", "https://api.test", transport=transport, store=store) as shop:
        task = asyncio.create_task(shop.cart.get())
        await asyncio.to_thread(writing.wait, 10)
        for _ in range(3):
            task.cancel()
            await asyncio.sleep(0.01)
        released.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert store.get("guest/store_x").value == b"token-1"  # type: ignore[union-attr]
        # And the lease of the first call is free again.
        with store.lease("guest/store_x", ttl=1, wait=0):
            pass
        assert (await shop.cart.get()).owner == "guest"


def no_more(self: threading.Thread) -> None:
    raise RuntimeError("can't start new thread")


def test_where_no_thread_can_be_had_an_order_is_placed_all_the_same(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def buy() -> None:
        store = SqliteStore(tmp_path / "shop.db")
        async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
            patch.setattr(threading.Thread, "start", no_more)
            assert (await shop.cart.add(variant_id=494535)).item_count == 1
            checkout = await shop.checkout.start()
            checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
            checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
            checkout.pay_with("bank_transfer")
            checkout.ship_with((await checkout.shipping_options())[0])
            await checkout.quote()
            placed = await checkout.place()
            assert isinstance(placed, Placed)
            resumed = await shop.checkout.resume(placed.attempt_id)
            assert resumed.attempt_id == placed.attempt_id
            patch.undo()

    with monkeypatch.context() as patch:
        asyncio.run(buy())


def test_what_found_no_thread_is_done_once_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An executor has it in line already when it fails to start a thread, and one that was busy may take it."""
    done: list[int] = []

    def counted(number: int) -> int:
        done.append(number)
        return number

    class Full(ThreadPoolExecutor):
        def submit(self, function: Any, /, *args: Any, **kwargs: Any) -> Any:
            super().submit(function, *args, **kwargs).result()  # by another thread, before it has failed here
            raise RuntimeError("can't start new thread")

    async def work() -> None:
        monkeypatch.setitem(store_threads._made, os.getpid(), Full(1))
        for number in range(20):
            assert await in_thread(counted, number) == number
            assert await in_thread_for(10, counted, number) == number

    asyncio.run(work())
    assert done == [number for number in range(20) for _ in range(2)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_a_child_without_threads_takes_events_and_begins_to_deliver_when_there_are_some(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = shop_of(sandbox, events=EventSettings(outbox=tmp_path / "outbox"))
    shop.events.start()
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", no_more)
        other = shop_of(sandbox, events=EventSettings(outbox=tmp_path / "other"))
        with pytest.raises(StorefrontError):
            other.events.start()
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        conversion = Conversion("add_to_cart", (Event("meta", "AddToCart", "add_1", None, {"n": 1}),))
        with monkeypatch.context() as patch:
            patch.setattr(threading.Thread, "start", no_more)
            taken = shop.events.send(conversion).accepted
        shop.events.send(conversion)
        alive = any(thread.name == "nexus-events" for thread in threading.enumerate())
        os._exit(0 if taken and alive else 1)
    assert os.waitpid(child, 0)[1] == 0
    shop.close()


def test_work_that_was_put_off_is_done_at_once_without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading.Thread, "start", no_more)
    done: list[str] = []
    later = Later(60)
    later.ask(lambda: done.append("asked"))
    later.now(lambda: done.append("now"), 1)
    later.drop()
    assert done == ["asked", "now"]


async def test_in_thread_gives_results_and_errors_and_outlasts_cancellation() -> None:
    assert await in_thread(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        await in_thread(divmod, 7, 0)
    done = threading.Event()
    started = threading.Event()

    def work() -> None:
        started.set()
        done.wait(10)

    task = asyncio.create_task(in_thread(work))
    await asyncio.to_thread(started.wait, 10)
    task.cancel()
    await asyncio.sleep(0.02)
    assert not task.done()
    done.set()
    with pytest.raises(asyncio.CancelledError):
        await task


class Asleep(MemoryStore):
    """A store of somebody else's that answers late."""

    blocking = True

    def __init__(self, asleep: str) -> None:
        super().__init__()
        self.asleep, self.awake, self.at_work = asleep, threading.Event(), threading.Semaphore(0)

    def _sleep(self, what: str) -> None:
        if what == self.asleep and not self.awake.is_set():
            self.at_work.release()
            self.awake.wait(20)

    def get(self, key: str) -> Any:
        self._sleep("get")
        return super().get(key)

    def _take(self, key: str, ttl: float) -> Any:
        self._sleep("lease")
        return super()._take(key, ttl)


@pytest.mark.parametrize("asleep", ["get", "lease"])
async def test_a_store_that_sleeps_is_waited_for_within_total(sandbox: Sandbox, asleep: str) -> None:
    store = Asleep("nothing yet")
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        await shop.cart.add(variant_id=494535)
        store.asleep = asleep
        hurried = shop.with_options(timeout=0.6)
        begun = time.monotonic()
        results = await asyncio.gather(*(hurried.cart.add(variant_id=494535) for _ in range(2)), return_exceptions=True)
        assert time.monotonic() - begun < 5
        assert all(isinstance(result, (StoreError, Timeout)) for result in results), results
        assert store.at_work.acquire(timeout=0)
        store.awake.set()
        # And what was left to itself keeps nobody out.
        assert (await shop.cart.add(variant_id=494535)).item_count == 2


@pytest.mark.parametrize("how", ["too late", "cancelled"])
async def test_a_lease_that_comes_too_late_is_given_back(how: str) -> None:
    store = Asleep("lease")

    async def ask() -> None:
        async with leased(store, "k", ttl=30, wait=0, clock=SYSTEM_CLOCK):
            raise AssertionError("it came too late")

    task = asyncio.create_task(ask())
    await asyncio.to_thread(store.at_work.acquire)
    if how == "cancelled":
        task.cancel()
    with pytest.raises(asyncio.CancelledError if how == "cancelled" else LeaseTimeout):
        await task
    store.awake.set()
    with store.lease("k", ttl=1, wait=5):
        pass


async def test_a_lease_is_given_back_whatever_happens() -> None:
    store = MemoryStore()
    with pytest.raises(ZeroDivisionError):
        async with leased(store, "k", ttl=30, wait=1, clock=SYSTEM_CLOCK):
            raise ZeroDivisionError
    held = asyncio.Event()

    async def hold() -> None:
        async with leased(store, "k", ttl=30, wait=1, clock=SYSTEM_CLOCK):
            held.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(hold())
    await held.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with leased(store, "k", ttl=30, wait=1, clock=SYSTEM_CLOCK) as lease:
        assert lease.still_held()


async def test_parallel_first_calls_make_one_cart(sandbox: Sandbox) -> None:
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        carts = await asyncio.gather(
            *(shop.cart.get() for _ in range(10)), *(shop.cart.add(variant_id=494535) for _ in range(10))
        )
        assert len({cart.id for cart in carts}) == 1
        assert (await shop.cart.get()).item_count == 10


def test_parallel_writes_of_threads_are_all_there(sandbox: Sandbox) -> None:
    with shop_of(sandbox) as shop, ThreadPoolExecutor(8) as pool:
        carts = list(pool.map(lambda n: shop.cart.add(variant_id=494535 + n % 3), range(30)))
        assert len({cart.id for cart in carts}) == 1
        assert shop.cart.get().item_count == 30
        list(pool.map(lambda n: shop.cart.set_quantity(n, variant_id=494535), range(1, 9)))
        assert len([line for line in shop.cart.get() if line.variant_id == 494535]) == 1


class NoTurns(MemoryStore):
    """A store that cannot give a cart's turn."""

    def lease(self, key: str, *, ttl: float, wait: float) -> Any:
        if key.startswith("turn/"):
            raise StoreError("the store is down")
        return super().lease(key, ttl=ttl, wait=wait)


@pytest.mark.parametrize("store", [MemoryStore, NoTurns])
@pytest.mark.parametrize("half", ["sync", "async"])
async def test_two_changes_of_a_shops_cart_are_one_after_the_other(sandbox: Sandbox, store: Any, half: str) -> None:
    """Also of a cart that is not made yet, which has no turn in the store, and while the store gives none."""
    sandbox.control.fault("addGuestCartItem", "latency", count=2, seconds=0.15)  # the others could look meanwhile
    if half == "async":
        async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store()) as shop:
            if store is NoTurns:
                await shop.cart.get()  # from now on it has a turn
            await asyncio.gather(*(shop.cart.set_quantity(2, variant_id=494535) for _ in range(3)))
            assert (await shop.cart.get()).item_count == 2
        return
    with shop_of(sandbox, store=store()) as plain, ThreadPoolExecutor(3) as pool:
        if store is NoTurns:
            plain.cart.get()
        list(pool.map(lambda _: plain.cart.set_quantity(2, variant_id=494535), range(3)))
        assert plain.cart.get().item_count == 2


def first_call(base_url: str, path: str, kind: str, start: Any, results: Any) -> None:
    store = FileStore(path) if kind == "file" else SqliteStore(path)
    with Storefront("store_sandbox", "sfpk_sandbox", base_url, store=store) as shop:
        start.wait()
        results.put(shop.cart.add(variant_id=494535).id)


@pytest.mark.parametrize("kind", ["file", "sqlite"])
def test_processes_that_share_a_store_make_one_cart(sandbox: Sandbox, tmp_path: Path, kind: str) -> None:
    others = multiprocessing.get_context("forkserver" if hasattr(os, "fork") else "spawn")
    others.set_forkserver_preload(["nexus_storefront.shop._sync.shop"])  # one interpreter is started, not three
    start, results = others.Barrier(3), others.Queue()
    arguments = (sandbox.base_url, str(tmp_path / "store"), kind, start, results)
    workers = [others.Process(target=first_call, args=arguments) for _ in range(3)]  # type: ignore[attr-defined]
    for worker in workers:
        worker.start()
    carts = {results.get(timeout=60) for _ in workers}
    for worker in workers:
        worker.join(30)
    assert len(carts) == 1
    (cart,) = [found for found in sandbox.control.carts() if found["id"] in carts]
    assert sum(line["quantity"] for line in cart["lines"]) == 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_has_connections_of_its_own(sandbox: Sandbox, tmp_path: Path) -> None:
    with shop_of(sandbox, store=FileStore(tmp_path / "store")) as shop:
        before = shop.cart.add(variant_id=494535)
        client = shop._core.shared.client.get()
        read, write = os.pipe()
        child = os.fork()
        if not child:  # pragma: no cover - runs in the child
            signal.alarm(120)  # does not outlive the test, should it hang
            try:
                own = shop._core.shared.client.get() is not client
                os.write(write, f"{own} {shop.cart.get().id}".encode())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        told = os.read(read, 100).decode()
        os.close(read)
        os.close(write)
        assert told == f"True {before.id}"
        assert shop._core.shared.client.get() is client
        assert shop.cart.get().same_content(before)


class Held(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Holds back one answer: to a read of the guest's cart in the thread `reader`, without its token; or, in an
    asynchronous shop, to what is put in second.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self.inner = sandbox.transport()
        self.asked, self.go_on = threading.Event(), threading.Event()
        self.put_in, self.under_way = 0, asyncio.Event()
        self.read: list[CartSnapshot] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.inner.handle_request(request)
        if threading.current_thread().name == "reader" and request.url.path.endswith("/public/cart"):
            del answer.headers[GUEST]
            self.asked.set()
            self.go_on.wait(10)
        return answer

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.inner.handle_request(request)
        self.put_in += request.method == "POST"
        if request.method == "POST" and self.put_in == 2:
            self.under_way.set()
            await anyio.sleep_forever()
        return answer


def held_shop() -> tuple[Storefront, Held, threading.Thread]:
    """A shop whose cart has something in it, which is being read in another thread."""
    sandbox = Sandbox()
    held = Held(sandbox)
    shop = Storefront(sandbox.store_id, sandbox.api_key, "http://localhost", transport=held)
    shop.cart.add(variant_id=494601)
    reader = threading.Thread(target=lambda: held.read.append(shop.cart.get()), name="reader")
    reader.start()
    held.asked.wait(10)
    return shop, held, reader


def test_an_older_answer_does_not_tell_what_is_in_a_cart_that_has_changed() -> None:
    shop, held, reader = held_shop()
    with shop:
        shop.cart.add(variant_id=494602)
        held.go_on.set()
        reader.join()
        checkout = shop.checkout.start(digital=True)
        checkout.set_buyer(name="Demo", email="demo@example.com")
        checkout.pay_with("qris")
        assert checkout.quote().breakdown.part("product_price") == 49_000 + 39_000
        assert isinstance(checkout.place(), Placed)


def test_a_guests_cart_is_not_taken_for_that_of_who_signs_in_meanwhile() -> None:
    shop, held, reader = held_shop()
    with shop:
        shop.auth.login("sari@example.com", "kata-sandi-contoh")
        held.go_on.set()
        reader.join()
        checkout = shop.checkout.start(digital=True)
        checkout.pay_with("qris")
        assert checkout.quote().breakdown.part("product_price") == 49_000
    assert not held.read[0].replaced


def test_what_is_being_carried_over_is_not_quoted_as_still_in_the_guests_cart() -> None:
    sandbox, asked = Sandbox(), list[tuple[str, ...]]()

    def quote(event: Any) -> None:
        if (event.operation_id, event.phase) == ("mergeGuestCart", "end"):
            with pytest.raises(CheckoutIncomplete) as caught:
                shop.checkout.start(digital=True, customer=False).quote()
            asked.append(caught.value.missing)

    transport = sandbox.transport()
    with Storefront(sandbox.store_id, sandbox.api_key, "http://localhost", transport=transport, hooks=[quote]) as shop:
        shop.cart.add(variant_id=494601)
        shop.auth.login("sari@example.com", "kata-sandi-contoh")
    assert asked == [("items",)]


async def test_what_is_read_while_a_change_is_under_way_is_old_after_it() -> None:
    sandbox = Sandbox()
    held = Held(sandbox)
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, "http://localhost", transport=held) as shop:
        await shop.cart.add(variant_id=494601)
        adding = asyncio.create_task(shop.cart.add(variant_id=494602))
        await held.under_way.wait()
        await shop.cart.get()
        checkout = await shop.checkout.start(digital=True)
        checkout.pay_with("qris")
        reads = len(sandbox.control.requests("getGuestCart"))
        await checkout.quote()
        assert len(sandbox.control.requests("getGuestCart")) == reads  # what was read is what there is, so far
        adding.cancel()
        await asyncio.gather(adding, return_exceptions=True)
        await checkout.quote()
        assert len(sandbox.control.requests("getGuestCart")) == reads + 1

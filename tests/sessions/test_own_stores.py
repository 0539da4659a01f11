"""A store of the caller's own: whatever it raises is a `StoreError` to a shop, and whatever it gives is looked at."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any

import anyio
import pytest
from frames import leaks
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, InvalidInput, MemoryStore, NotFound, Placed, StorefrontError, Timeout
from nexus_storefront.clock import SystemClock
from nexus_storefront.stores import Entry, Lease, LeaseTimeout, StoreError, VersionConflict
from nexus_storefront.stores.conformance.subject import raised
from nexus_storefront.stores.guarded import guarded
from nexus_storefront.transport._async.concurrency import in_thread, leased


@pytest.mark.parametrize("error", [Timeout("x"), NotFound("x"), InvalidInput("x"), StorefrontError("x"), KeyError("x")])
def test_an_error_of_ours_that_is_about_something_else_is_a_store_error_too(error: Exception) -> None:
    class Talking(MemoryStore):
        def get(self, key: str) -> Entry | None:
            raise error

    raised(StoreError, guarded(Talking()).get, "k")


@pytest.mark.parametrize(
    "found", ["v", ("v", 1), (b"v", "1"), Entry(b"v", 0), Entry(b"v", True), (b"v",), (b"v", None)]
)
@pytest.mark.anyio
async def test_what_is_no_entry_is_a_store_error(found: Any) -> None:
    class Odd(MemoryStore):
        def get(self, key: str) -> Any:
            return found

        def put(self, *args: Any, **options: Any) -> Any:
            return found

        def keys(self, prefix: str) -> Any:
            return [found]

    class OddAsync:
        async def get(self, key: str) -> Any:
            return found

        async def keys(self, prefix: str) -> Any:
            return [found]

        put = get

    store = guarded(Odd())
    raised(StoreError, store.get, "k")
    raised(StoreError, store.put, "k", b"v")
    if found != "v":
        raised(StoreError, store.keys, "")
    awaited: Any = guarded(OddAsync())  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        await awaited.get("k")


@pytest.mark.parametrize("found", [(b'{"token": "sangat-rahasia"}', 1), ("sangat-rahasia", 1), (b"sangat-rahasia", 0)])
@pytest.mark.anyio
async def test_what_is_kept_stands_in_no_variable_of_an_error(found: Any) -> None:
    class Keeping(MemoryStore):
        def get(self, key: str) -> Any:
            return found

    async with AsyncStorefront("store_sandbox", "sfpk_sandbox", store=Keeping()) as shop:
        for call in (shop.checkout.resume, shop.checkout.find):
            with pytest.raises(StoreError) as caught:
                await call("a" * 32)
            assert not leaks(caught.value, ["sangat-rahasia"], but_not_in=__file__)


def test_an_entry_is_taken_in_any_form_of_bytes_and_a_lease_in_any_class() -> None:
    class Driver(MemoryStore):
        def get(self, key: str) -> Any:
            entry = super().get(key)
            return entry and (memoryview(entry.value), entry.version)

        def keys(self, prefix: str) -> Any:
            return iter(super().keys(prefix))

        def lease(self, key: str, *, ttl: float, wait: float) -> Any:
            return nullcontext()

    store = guarded(Driver())
    version = store.put("k", b"v")
    assert store.get("k") == Entry(b"v", version)
    assert store.get("l") is None
    assert store.keys("") == ["k"]
    with store.lease("k", ttl=1, wait=0) as lease:
        raised(StoreError, lease.still_held)


class Awaited:
    """A store of the caller's own whose methods are awaited, and which lets the errors of its driver through."""

    failing = leaving = False

    def __init__(self) -> None:
        self.inner = MemoryStore()
        self.leases = 0

    async def _look(self) -> MemoryStore:
        if self.failing:
            raise sqlite3.OperationalError("no room for 'a refresh token'")
        return self.inner

    async def get(self, key: str) -> Entry | None:
        return (await self._look()).get(key)

    async def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        return (await self._look()).put(key, value, expected=expected, ttl=ttl)

    async def delete(self, key: str, *, expected: int | None = None) -> bool:
        return (await self._look()).delete(key, expected=expected)

    async def keys(self, prefix: str) -> list[str]:
        return (await self._look()).keys(prefix)

    @asynccontextmanager
    async def lease(self, key: str, *, ttl: float, wait: float) -> AsyncIterator[Lease]:
        self.leases += 1
        with (await self._look()).lease(key, ttl=ttl, wait=wait) as lease:
            yield lease
        await self._look()

    def close(self) -> None:
        if self.failing:
            raise OSError("gone")


@pytest.mark.anyio
async def test_whatever_an_awaited_store_raises_is_a_store_error_to_the_shop() -> None:
    awaited = Awaited()
    store: Any = guarded(awaited)
    version = await store.put("k", b"v")
    assert await store.get("k") == Entry(b"v", version)
    assert await store.get("l") is None
    assert await store.keys("") == ["k"]
    with pytest.raises(VersionConflict):
        await store.put("k", b"w", expected=version + 1)
    assert await store.delete("k")
    assert repr(store) == repr(awaited)
    async with leased(store, "k", ttl=30, wait=0, clock=SystemClock()) as lease:
        assert lease.still_held()
        awaited.failing = True  # what was done under a lease is done, whether or not it can be given back
    calls: list[Callable[[], Any]] = [
        lambda: store.get("k"), lambda: store.put("k", b"v"), lambda: store.delete("k"), lambda: store.keys(""),
        lambda: store.lease("k", ttl=1, wait=0).__aenter__(),
    ]  # fmt: skip
    for call in calls:
        with pytest.raises(StoreError) as told:
            await call()
        assert "token" not in str(told.value)
        assert told.value.__context__ is None
    raised(StoreError, store.close)


@pytest.mark.anyio
async def test_an_awaited_store_is_asked_by_await_whether_a_lease_is_still_held() -> None:
    class Asked:
        fence, until = 1, 0.0
        answer: Any = False

        async def still_held(self) -> bool:
            if isinstance(self.answer, Exception):
                raise self.answer
            return bool(self.answer)

    asked = Asked()

    class Asking(Awaited):
        @asynccontextmanager
        async def lease(self, key: str, *, ttl: float, wait: float) -> AsyncIterator[Any]:
            yield asked

    async with leased(guarded(Asking()), "k", ttl=30, wait=0, clock=SystemClock()) as lease:
        assert await in_thread(lease.still_held) is False
        asked.answer = True
        assert await in_thread(lease.still_held) is True
        asked.answer = OSError("gone")
        with pytest.raises(StoreError):
            await in_thread(lease.still_held)


@pytest.mark.anyio
@pytest.mark.parametrize("make", [Awaited, MemoryStore])
async def test_an_order_in_an_awaited_store(make: Any) -> None:
    """Its calls go through no thread, and its failures after the answer cost no outcome."""
    store = make()
    with Sandbox() as sandbox:

        def hook(event: Any) -> None:
            store.failing = store.failing or (event.operation_id, event.phase) == ("createPublicCheckout", "end")

        where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
        async with AsyncStorefront(*where, store=store, hooks=[hook]) as shop:
            await shop.cart.add(variant_id=494601)
            checkout = await shop.checkout.start(digital=True)
            checkout.set_buyer(name="Budi", email="budi@example.com")
            checkout.pay_with("qris")
            await checkout.quote()
            outcome = await checkout.place()
            assert isinstance(outcome, Placed)
            assert outcome.secret_slug
            store.failing = False
            assert isinstance(await shop.checkout.resume(outcome.attempt_id), Placed)


@pytest.mark.anyio
async def test_a_lease_is_asked_for_once() -> None:
    """Also of a store that takes it when it is asked for, and not when the block begins."""

    class Taken:
        def __init__(self, kept: Any, lease: Lease) -> None:
            self.kept, self.lease = kept, lease

        def __enter__(self) -> Lease:
            return self.lease

        def __exit__(self, *ending: object) -> None:
            self.kept.__exit__(*ending)

    class Eager(MemoryStore):
        def lease(self, key: str, *, ttl: float, wait: float) -> Any:
            kept = super().lease(key, ttl=ttl, wait=wait)
            return Taken(kept, kept.__enter__())

    store = Eager()
    for _ in range(2):
        async with leased(guarded(store), "k", ttl=30, wait=0, clock=SystemClock()) as lease:
            assert lease.still_held()


@pytest.mark.anyio
async def test_whoever_is_cancelled_as_a_lease_is_granted_that_cannot_be_given_back_is_cancelled() -> None:
    class Broken(MemoryStore):
        blocking = True

        @contextmanager
        def lease(self, key: str, *, ttl: float, wait: float) -> Iterator[Lease]:
            with super().lease(key, ttl=ttl, wait=wait) as lease:
                yield lease
            raise OSError("gone")

    async def hold() -> None:
        async with leased(guarded(Broken()), "k", ttl=30, wait=1, clock=SystemClock()):
            raise AssertionError("it was cancelled before")

    holder = asyncio.create_task(hold())
    await asyncio.sleep(0)
    holder.cancel()
    time.sleep(0.2)  # noqa: ASYNC251 - the lease is granted meanwhile, in its thread
    with pytest.raises(asyncio.CancelledError):
        await holder


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
@pytest.mark.anyio
async def test_a_lease_of_an_awaited_store_is_given_back_by_whoever_is_cancelled() -> None:
    class Slow(Awaited):
        @asynccontextmanager
        async def lease(self, key: str, *, ttl: float, wait: float) -> AsyncIterator[Lease]:
            keeper = self.inner.lease(key, ttl=ttl, wait=wait)
            try:
                yield keeper.__enter__()
            finally:
                await anyio.sleep(0.01)  # its way to where the entries are
                keeper.__exit__(None, None, None)

    store: Any = Slow()
    with anyio.CancelScope() as scope:
        async with leased(guarded(store), "k", ttl=30, wait=0, clock=SystemClock()):
            scope.cancel()
            await anyio.sleep(1)
    assert scope.cancelled_caught
    assert store.inner.keys("lease/") == []


@pytest.mark.anyio
async def test_a_store_that_is_slow_to_look_for_a_guests_cart_loses_none_that_it_could_not_save(half: Any) -> None:
    class Slow(MemoryStore):
        blocking, full, looks = True, True, 0
        waiting, going_on = threading.Event(), threading.Event()

        def get(self, key: str) -> Entry | None:
            found = super().get(key)
            if key.startswith("guest/"):
                self.looks += 1
                if self.looks == 1:
                    self.waiting.set()
                    assert self.going_on.wait(20)
            return found

        def put(self, key: str, value: bytes, **options: Any) -> int:
            if key.startswith("guest/") and self.full:
                raise StoreError("the disk is full")
            return super().put(key, value, **options)

    async def add() -> None:
        await asyncio.to_thread(half.store.waiting.wait, 20)
        await half(shop.cart.add(variant_id=494535, quantity=2))
        half.store.going_on.set()

    half.store = Slow()
    shop = half.shop()
    await half.both(lambda: shop.cart.get(), add)
    half.store.full = False
    for each in (shop, shop, half.shop()):
        assert (await half(each.cart.get())).item_count == 2


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
@pytest.mark.anyio
async def test_a_lease_of_an_awaited_store_that_does_not_come_is_given_up() -> None:
    class Hanging(Awaited):
        async def _look(self) -> MemoryStore:
            await anyio.sleep(10)
            return self.inner

    store: Any = Hanging()
    with anyio.fail_after(5), pytest.raises(LeaseTimeout):
        async with leased(guarded(store), "k", ttl=30, wait=0.1, clock=SystemClock()):
            raise AssertionError("it did not come")


@pytest.mark.anyio
async def test_a_store_that_is_slow_when_a_guests_cart_was_carried_over_holds_up_no_login(sandbox: Sandbox) -> None:
    class Slow(Awaited):
        slow = False

        async def get(self, key: str) -> Entry | None:
            if self.slow and key.startswith("guest/"):
                await anyio.sleep(10)
            return self.inner.get(key)

    def watch(event: Any) -> None:
        store.slow = store.slow or event.operation_id == "mergeGuestCart"

    store: Any = Slow()
    async with AsyncStorefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store, timeout=1, hooks=[watch]
    ) as shop:
        await shop.cart.add(variant_id=494535)
        with anyio.fail_after(5):
            answer: Any = await shop.auth.login("sari@example.com", "kata-sandi-contoh")
        assert (store.slow, answer.cart.pending) == (True, True)
        store.slow = False
        assert await shop.auth.finish_login() is not None
        assert (await shop.cart.get()).item_count == 1


class OfATask(Awaited):
    """Its leases have what belongs to the task that enters them."""

    def __init__(self) -> None:
        super().__init__()
        self.lock, self.variable = anyio.Lock(), ContextVar("in a lease", default=False)

    @asynccontextmanager
    async def lease(self, key: str, *, ttl: float, wait: float) -> AsyncIterator[Lease]:
        async with self.lock, anyio.create_task_group() as renewing, super().lease(key, ttl=ttl, wait=wait) as lease:
            renewing.start_soon(anyio.sleep, ttl)
            before = self.variable.set(True)
            try:
                yield lease
            finally:
                self.variable.reset(before)
                renewing.cancel_scope.cancel()


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
@pytest.mark.anyio
async def test_a_lease_of_an_awaited_store_is_left_in_the_task_that_entered_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store: Any = OfATask()
    for _ in range(2):
        async with leased(guarded(store), "k", ttl=30, wait=0, clock=SystemClock()) as lease:
            assert lease.still_held()
    with pytest.raises(ZeroDivisionError):
        async with leased(guarded(store), "k", ttl=30, wait=0, clock=SystemClock()):
            raise ZeroDivisionError
    assert store.inner.keys("lease/") == []
    assert caplog.records == []

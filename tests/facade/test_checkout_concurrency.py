"""One order, however many threads, tasks and processes press; and a process that is killed while it orders."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
    CheckoutIncomplete,
    CheckoutPolicy,
    CheckoutUnresolved,
    FileStore,
    Item,
    MemoryStore,
    NotPlaced,
    Placed,
    SqliteStore,
    StaleQuote,
    Storefront,
    Unknown,
)
from nexus_storefront.checkout._sync.settling import Settling
from nexus_storefront.stores import StoreError

BUNDLE = 31925


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def choose(checkout: Any) -> Any:
    checkout.set_buyer(name="Budi", email="budi@example.com")
    checkout.pay_with("bank_transfer")
    return checkout


def items_checkout(shop: Storefront, **options: Any) -> Any:
    checkout = choose(shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True, **options))
    checkout.quote()
    return checkout


def cart_checkout(shop: Storefront) -> Any:
    checkout = choose(shop.checkout.start(digital=True))
    checkout.quote()
    return checkout


def together(count: int, press: Any) -> list[Any]:
    """The results (or errors) of `count` threads that press at the same moment."""
    barrier = threading.Barrier(count)

    def run(number: int) -> Any:
        barrier.wait()
        try:
            return press(number)
        except (CheckoutIncomplete, CheckoutUnresolved, StaleQuote) as error:
            return error

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def test_threads_that_press_one_checkout(sandbox: Sandbox) -> None:
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        checkout = items_checkout(shop)
        outcomes = together(8, lambda _: checkout.place())
    assert len({id(outcome) for outcome in outcomes}) == 1
    assert isinstance(outcomes[0], Placed)
    assert len(sandbox.control.orders()) == 1


def test_threads_that_wait_for_a_press_are_told_what_it_is_told(sandbox: Sandbox) -> None:
    """Nobody looks again for what has been looked for while it waited: eight presses take no eight times as long."""
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        shop.checkout.policy = CheckoutPolicy(settle_reads=(0.0, 0.3))
        checkout = items_checkout(shop)
        sandbox.control.fault("createPublicCheckout", "reset", when="before")
        outcomes = together(8, lambda _: checkout.place())
        assert len({id(outcome) for outcome in outcomes}) == 1
        assert isinstance(outcomes[0], Unknown)
        assert len(sandbox.control.requests("getGuestCart")) == 2
        assert checkout.place() is not outcomes[0]  # a press of later looks again


def test_a_press_from_inside_a_press_ends(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    inside: list[Any] = []

    def hook(event: Any) -> None:
        if (event.operation_id, event.phase) == ("createPublicCheckout", "end"):
            inside.extend(together(1, lambda _: checkout.place()))

    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, hooks=[hook], timeout=2) as shop:
        shop.checkout.policy = CheckoutPolicy(settle_reads=(0.0,))
        monkeypatch.setattr(Settling, "lasting", 2.0)
        checkout = items_checkout(shop)
        assert isinstance(checkout.place(), Placed)
    assert [type(outcome) for outcome in inside] == [CheckoutUnresolved]
    assert inside[0].attempt_id is None


@pytest.mark.anyio
async def test_tasks_that_wait_for_a_press_are_told_what_it_is_told(sandbox: Sandbox) -> None:
    outcomes: list[Any] = []
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        shop.checkout.policy = CheckoutPolicy(settle_reads=(0.0, 0.3))
        checkout = choose(await shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True))
        await checkout.quote()
        sandbox.control.fault("createPublicCheckout", "reset", when="before")

        async def press() -> None:
            outcomes.append(await checkout.place())

        async with anyio.create_task_group() as tasks:
            for _ in range(8):
                tasks.start_soon(press)
    assert len({id(outcome) for outcome in outcomes}) == 1
    assert len(sandbox.control.requests("getGuestCart")) == 2


@pytest.mark.anyio
async def test_tasks_that_press_one_checkout(sandbox: Sandbox) -> None:
    outcomes: list[Any] = []
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        checkout = choose(await shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True))
        await checkout.quote()

        async def press() -> None:
            outcomes.append(await checkout.place())

        async with anyio.create_task_group() as tasks:
            for _ in range(8):
                tasks.start_soon(press)
    assert len({id(outcome) for outcome in outcomes}) == 1
    assert len(sandbox.control.orders()) == 1


@pytest.mark.anyio
async def test_a_cancelled_press_is_looked_up_and_not_repeated(sandbox: Sandbox) -> None:
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        shop.checkout.policy = CheckoutPolicy(settle_reads=(0.0, 0.3, 0.3), settle_after=120)
        checkout = choose(await shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True))
        await checkout.quote()
        sandbox.control.fault("createPublicCheckout", "latency", seconds=0.4)
        with anyio.move_on_after(0.15):
            await checkout.place()
        assert checkout.attempt_id is not None
        outcome = await checkout.place()
        while isinstance(outcome, Unknown):  # until the service has got to it
            outcome = await checkout.place()
        assert isinstance(outcome, Placed)
    assert len(sandbox.control.orders()) == 1


def test_shops_that_share_a_cart_order_it_once(sandbox: Sandbox, tmp_path: Path) -> None:
    stores = [SqliteStore(tmp_path / "store.sqlite") for _ in range(4)]
    shops = [Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) for store in stores]
    shops[0].cart.add(bundle_price_option_id=BUNDLE)
    checkouts = [cart_checkout(shop) for shop in shops]
    outcomes = together(4, lambda number: checkouts[number].place())
    assert {outcome.order_id for outcome in outcomes} == {sandbox.control.orders()[0]["order_id"]}
    assert len(sandbox.control.orders()) == 1
    for shop in shops:
        shop.close()


def test_shops_that_share_a_key_order_once(sandbox: Sandbox, tmp_path: Path) -> None:
    stores = [FileStore(tmp_path / "store") for _ in range(4)]
    shops = [Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) for store in stores]
    checkouts = [items_checkout(shop, key="form-4711") for shop in shops]
    outcomes = together(4, lambda number: checkouts[number].place())
    assert {outcome.order_id for outcome in outcomes} == {sandbox.control.orders()[0]["order_id"]}
    assert len(sandbox.control.orders()) == 1
    for shop in shops:
        shop.close()


ORDERING = """
import sys
from nexus_storefront import FileStore, Item, Storefront
base_url, store_id, api_key, path = sys.argv[1:]
with Storefront(store_id, api_key, base_url, store=FileStore(path)) as shop:
    checkout = shop.checkout.start([Item(bundle_price_option_id=31925)], digital=True)
    checkout.set_buyer(name="Budi", email="budi@example.com")
    checkout.pay_with("bank_transfer")
    checkout.quote()
    print("ready", flush=True)
    checkout.place()
"""


@pytest.mark.parametrize("made", [True, False])
def test_a_killed_process_is_settled_by_the_next_one(sandbox: Sandbox, tmp_path: Path, made: bool) -> None:
    operation = "createPublicCheckout" if made else "addGuestCartItem"
    sandbox.control.fault(operation, "latency", seconds=1.0)
    command = [sys.executable, "-c", ORDERING, sandbox.base_url, sandbox.store_id, sandbox.api_key, str(tmp_path / "s")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"}) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        while not sandbox.state.faults.planned()[0].hits:  # until the service is at work on it
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path / "s")) as shop:
        shop.checkout.policy = CheckoutPolicy(settle_reads=(0.0, *[0.25] * 20), settle_after=120)
        unfinished = shop.checkout.unfinished()
        outcomes = [shop.checkout.resume(attempt_id) for attempt_id in unfinished]
        if made:
            assert [type(outcome) for outcome in outcomes] == [Placed]
        else:
            assert unfinished == []  # it was killed while it prepared: nothing was journalled, nothing sent
    assert len(sandbox.control.orders()) == made


def test_an_attempt_resumed_by_many_ends_one_way(sandbox: Sandbox, tmp_path: Path) -> None:
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path / "s")) as shop:
        shop.checkout.policy = CheckoutPolicy(settle_reads=(0.0,), settle_after=0)
        checkout = items_checkout(shop)
        sandbox.control.fault("createPublicCheckout", "reset", when="before")
        sandbox.control.fault("getGuestCart", "html_502")
        assert isinstance(checkout.place(), Unknown)
        outcomes = together(4, lambda _: shop.checkout.resume(checkout.attempt_id))
        assert [type(outcome) for outcome in outcomes] == [NotPlaced] * 4
    assert sandbox.control.orders() == []


def test_what_is_saved_while_another_thread_sends_is_neither_lost_nor_an_error(sandbox: Sandbox) -> None:
    class Watched(dict[str, Any]):
        """What is noted: a send begins as it is looked through."""

        def keys(self) -> Any:
            if not sending.is_alive() and not sending.ident:
                sending.start()
                sending.join(0.2)
            return super().keys()

    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        intent = shop.intents.start("form-1", "ok", delay=60)
        intent.save(fields={"customer_name": "Sari"})
        sending = threading.Thread(target=intent._send)
        intent._pending = Watched(intent._pending)
        intent.save(fields={"notes": "titip di satpam"})
        sending.join()
        assert intent.flush()
        (kept,) = [found["fields"] for found in sandbox.control.intents() if found["id"] == intent.id]
        assert (kept["customer_name"], kept["notes"]) == ("Sari", "titip di satpam")


def test_an_end_that_the_store_did_not_take_stays_while_another_thread_looks(sandbox: Sandbox) -> None:
    class Full(MemoryStore):
        def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
            if b'"placed"' in value and not looked.is_set():
                raise StoreError("full")
            return super().put(key, value, expected=expected, ttl=ttl)

    class Watched(dict[str, Any]):
        """The ends that the store did not take: one who looks for one there is held up until the order is made."""

        def get(self, key: str, default: Any = None) -> Any:
            found = super().get(key, default)
            if threading.current_thread() is looker:
                looking.set()
                made.wait(10)
            return found

    looking, made, looked = threading.Event(), threading.Event(), threading.Event()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=Full()) as shop:

        def look(event: Any) -> None:
            if (event.operation_id, event.phase) == ("createPublicCheckout", "end"):
                looker.start()
                looking.wait(10)

        looker = threading.Thread(target=shop.checkout.history)
        shop._core.shared.hooks = (look,)
        shop._core.shared.unwritten = Watched()
        outcome = items_checkout(shop, key="form-1").place()
        made.set()
        looker.join()
        looked.set()
        found = shop.checkout.find("form-1")
    assert isinstance(outcome, Placed)
    assert isinstance(found, Placed)
    assert (found.evidence, found.order_id) == ("answer", outcome.order_id)


def test_what_is_refused_of_two_saves_at_once_is_told_of_both(sandbox: Sandbox) -> None:
    class Watched(dict[str, Any]):
        """What was refused before: another save begins as it is looked through."""

        def items(self) -> Any:
            found = list(super().items())
            if not saving.ident:
                saving.start()
                saving.join(0.05)
            return found

    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        intent = shop.intents.start("form-1", "ok", delay=60)
        saving = threading.Thread(target=intent.save, kwargs={"fields": {"notes": "x" * 9999}})
        intent._refused = Watched()
        intent.save(fields={"customer_name": "x" * 9999})
        saving.join()
        assert "fields.customer_name" in str(intent.error)
        assert "fields.notes" in str(intent.error)


def test_what_has_just_been_ordered_is_not_quoted_as_still_in_the_cart(sandbox: Sandbox) -> None:
    """By who asks before the press that ordered it has told so."""
    asked = list[tuple[str, ...]]()

    def quote(event: Any) -> None:
        if (event.operation_id, event.phase) == ("createPublicCheckout", "end"):
            with pytest.raises(CheckoutIncomplete) as caught:
                cart_checkout(shop)
            asked.append(caught.value.missing)

    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, hooks=[quote]) as shop:
        shop.cart.add(bundle_price_option_id=BUNDLE)
        assert isinstance(cart_checkout(shop).place(), Placed)
    assert asked == [("items",)]

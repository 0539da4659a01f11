"""The cart: one interface for guest and customer, a token that survives, writes that do not get lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from hand_clock import GoesOn
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
    BadRequest,
    DecodeError,
    FileStore,
    InvalidInput,
    Item,
    MemoryStore,
    NotFound,
    Placed,
    SqliteStore,
    StorefrontError,
    never,
)
from nexus_storefront.stores import StoreError
from nexus_storefront.transport._async.concurrency import in_thread

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
GUEST = "x-scalev-guest-token"
GOODS, OTHER, BUNDLE = 494535, 494536, 31926


async def test_add_change_remove_clear(shop: AsyncStorefront) -> None:
    cart = await shop.cart.add(variant_id=GOODS, quantity=2)
    assert [(line.type, line.variant_id, line.quantity) for line in cart] == [("variant", GOODS, 2)]
    assert not cart.replaced  # a first cart takes no other one's place
    cart = await shop.cart.add(bundle_price_option_id=BUNDLE)
    assert (len(cart), cart.item_count, cart.owner) == (2, 3, "guest")
    line = cart.find(variant_id=GOODS)
    assert line is not None
    cart = await shop.cart.change(line, 5)
    assert cart.find(variant_id=GOODS).quantity == 5  # type: ignore[union-attr]
    cart = await shop.cart.remove(line)
    assert [line.to_item() for line in cart] == [Item(bundle_price_option_id=BUNDLE)]
    assert int(cart.total) > 0
    cart = await shop.cart.clear()
    assert len(cart) == 0
    assert cart.same_content(await shop.cart.get())
    with pytest.raises(NotFound):
        await shop.cart.remove(line)


async def test_set_quantity_is_repeatable(shop: AsyncStorefront) -> None:
    for wanted in (3, 3, 1, 0, 0, 2):
        cart = await shop.cart.set_quantity(wanted, variant_id=OTHER)
        assert cart.item_count == wanted
        assert (await shop.cart.get()).item_count == wanted


async def test_a_customers_cart_by_the_same_methods(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    sandbox.control.add_customer("cart@example.com", "kata-sandi-contoh", name="Cart")
    guest = await shop.cart.add(variant_id=GOODS)
    await shop.auth.login("cart@example.com", "kata-sandi-contoh", keep_cart=False)
    sandbox.control.clear_requests()
    cart = await shop.cart.add(variant_id=OTHER, quantity=2)
    assert (cart.owner, cart.item_count) == ("customer", 2)
    cart = await shop.cart.change(cart.lines[0], 4)
    assert (await shop.cart.set_quantity(1, bundle_price_option_id=BUNDLE)).item_count == 5
    assert len(await shop.cart.remove(cart.lines[0])) == 1
    assert len(await shop.cart.clear()) == 0
    assert {seen["operation"] for seen in sandbox.control.requests()} == {
        f"{verb}CustomerCart{rest}"
        for verb, rest in (("get", ""), ("add", "Item"), ("update", "Item"), ("remove", "Item"))
    }
    assert (await shop.cart.guest.get()).same_content(guest)
    assert (await shop.cart.customer.get()).owner == "customer"


@pytest.mark.parametrize("kind", ["file", "sqlite"])
async def test_the_cart_survives_a_restart(sandbox: Sandbox, tmp_path: Path, kind: str) -> None:
    def open_store() -> Any:
        return FileStore(tmp_path / "store") if kind == "file" else SqliteStore(tmp_path / "store.db")

    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=open_store()) as shop:
        before = await shop.cart.add(variant_id=GOODS, quantity=2)
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=open_store()) as shop:
        after = await shop.cart.get()
    assert after.same_content(before)
    assert after.id == before.id


async def test_shoppers_of_one_store_have_carts_of_their_own(sandbox: Sandbox) -> None:
    store = MemoryStore()
    carts = []
    for label in ("default", "budi", "sari", "budi"):
        async with AsyncStorefront(
            sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store, customer=label
        ) as shop:
            carts.append((await shop.cart.get()).id)
    assert len(set(carts)) == 3
    assert carts[1] == carts[3]
    assert store.keys("guest/") == [f"guest/{sandbox.store_id}{rest}" for rest in ("", "/budi", "/sari")]


def test_whatever_label_a_server_draws_is_taken() -> None:
    for label in ("-shIeXuvc45a5E5c08FyghMKhShmxhCb", "_x", "7", "sari+1@example.com", "a" * 128):
        assert AsyncStorefront("store_1", "sfpk_1", "http://127.0.0.1:1", customer=label).store_id == "store_1"
    for label in ("", "..", ".a", "a/b", "a b", "a" * 129, "a\n", None, 5):
        with pytest.raises(InvalidInput, match="label"):
            AsyncStorefront("store_1", "sfpk_1", "http://127.0.0.1:1", customer=label)  # type: ignore[arg-type]


# --- a token that names no cart any more


async def test_a_token_the_service_does_not_know_heals(sandbox: Sandbox) -> None:
    store = MemoryStore()
    store.put(f"guest/{sandbox.store_id}", str(uuid4()).encode())
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        cart = await shop.cart.add(variant_id=GOODS)
        assert cart.replaced
        assert cart.item_count == 1
        again = await shop.cart.get()
        assert not again.replaced
        assert again.same_content(cart)


async def test_a_new_cart_is_told_by_whatever_found_the_old_one_gone(sandbox: Sandbox) -> None:
    for change in ("set_quantity", "clear"):
        store = MemoryStore()
        store.put(f"guest/{sandbox.store_id}", str(uuid4()).encode())
        async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
            if change == "clear":
                cart = await shop.cart.clear()
            else:
                cart = await shop.cart.set_quantity(2, variant_id=GOODS)
            assert cart.replaced


async def test_shops_on_one_store_take_turns_at_a_cart_with_each_other_and_with_orders(sandbox: Sandbox) -> None:
    taken: list[str] = []

    class Noting(MemoryStore):
        @contextmanager
        def lease(self, key: str, *, ttl: float, wait: float) -> Any:
            with super().lease(key, ttl=ttl, wait=wait) as lease:
                if key.startswith("turn/"):
                    taken.append(key)
                yield lease

    store = Noting()
    shops = [AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) for _ in range(3)]
    await shops[0].cart.add(variant_id=494601)  # makes the cart: that has a turn of its own
    assert taken == []
    await shops[1].cart.set_quantity(2, variant_id=494601)
    checkout = await shops[2].checkout.start(digital=True)
    checkout.set_buyer(name="Sari", email="sari@example.com")
    checkout.pay_with("bank_transfer")
    await checkout.quote()
    assert isinstance(await checkout.place(), Placed)
    for shop in shops:
        await shop.aclose()
    assert len(taken) == 2
    assert taken[0] == taken[1]

    taken.clear()
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, "kata-sandi-contoh", name="Sari")
    shops = [AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) for _ in range(3)]
    await shops[0].auth.login(email, "kata-sandi-contoh", keep_cart=False)
    taken.clear()
    await shops[0].cart.add(variant_id=494601)
    await shops[1].cart.set_quantity(2, variant_id=494601)
    checkout = await shops[2].checkout.start(digital=True)
    checkout.pay_with("bank_transfer")
    await checkout.quote()
    assert isinstance(await checkout.place(), Placed)
    for shop in shops:
        await shop.aclose()
    assert len(taken) == 3
    assert len(set(taken)) == 1


async def test_a_store_that_is_down_keeps_nobody_from_filling_a_cart(sandbox: Sandbox) -> None:
    class Down(MemoryStore):
        def lease(self, key: str, *, ttl: float, wait: float) -> Any:
            if key.startswith("turn/"):
                raise StoreError("the store is down")
            return super().lease(key, ttl=ttl, wait=wait)

    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=Down()) as shop:
        await shop.cart.add(variant_id=GOODS)
        assert (await shop.cart.set_quantity(2, variant_id=GOODS)).item_count == 2
        assert (await shop.cart.clear()).item_count == 0


async def test_a_store_that_cannot_be_read_keeps_no_guest_from_filling_the_cart(sandbox: Sandbox) -> None:
    class Down(MemoryStore):
        down = False

        def get(self, key: str) -> Any:
            if self.down:
                raise StoreError("the store is down")
            return super().get(key)

    store, clock = Down(), GoesOn()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store, clock=clock) as shop:
        await shop.cart.add(variant_id=GOODS)
        store.down = True
        clock.passed += 5.0
        assert (await shop.cart.add(variant_id=GOODS)).item_count == 2
        assert (await shop.cart.get()).item_count == 2
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as other:
        with pytest.raises(StoreError):  # which knows of no cart, and does not make another one
            await other.cart.add(variant_id=GOODS)


@pytest.mark.parametrize("status", [404, 410])
@pytest.mark.parametrize("first", ["get", "add"])
async def test_a_token_the_service_refuses_heals(
    wire: Any, reply: Reply, naps: list[float], status: int, first: str
) -> None:
    store = MemoryStore()
    store.put("guest/store_x", b"foreign")

    def service(request: httpx.Request) -> httpx.Response:
        if request.headers.get(GUEST) == "foreign":
            return reply(status, {"error": "Not Found"})
        return reply(200 if request.method == "GET" else 201, {"items": []}, {GUEST: "fresh"})

    wire.default = service
    async with wire.shop(store=store) as shop:
        cart = await (shop.cart.get() if first == "get" else shop.cart.add(variant_id=1))
        assert cart.replaced
    assert store.get("guest/store_x").value == b"fresh"  # type: ignore[union-attr]
    sent = [(request.method, request.headers.get(GUEST)) for request in wire.requests]
    reads = [("GET", "foreign"), ("GET", "foreign"), ("GET", None)]
    assert sent == (reads if first == "get" else [("POST", "foreign"), *reads, ("POST", "fresh")])
    assert sum(naps) == 0.5


async def test_one_refusal_costs_no_cart(wire: Any, reply: Reply, naps: list[float]) -> None:
    store = MemoryStore()
    store.put("guest/store_x", b"mine")
    wire.answers = [reply(404, {"error": "Not Found"}), reply(200, {"items": []}, {GUEST: "mine"})]
    async with wire.shop(store=store) as shop:
        assert not (await shop.cart.get()).replaced
    assert [request.headers.get(GUEST) for request in wire.requests] == ["mine", "mine"]
    assert store.get("guest/store_x").value == b"mine"  # type: ignore[union-attr]


async def test_a_refused_addition_is_not_sent_again_while_the_cart_is_there(wire: Any, reply: Reply) -> None:
    store = MemoryStore()
    store.put("guest/store_x", b"mine")
    wire.default = lambda request: reply(200, {"items": []}) if request.method == "GET" else reply(404, {"error": "no"})
    async with wire.shop(store=store) as shop:
        with pytest.raises(NotFound):
            await shop.cart.add(variant_id=1)
    assert [request.method for request in wire.requests] == ["POST", "GET"]
    assert store.get("guest/store_x").value == b"mine"  # type: ignore[union-attr]


async def test_a_refusal_for_another_reason_keeps_the_token(wire: Any, reply: Reply, naps: list[float]) -> None:
    store = MemoryStore()
    store.put("guest/store_x", b"mine")
    wire.default = lambda request: reply(404, {"error": "Variant not found"}, {GUEST: "other"})
    async with wire.shop(store=store) as shop:
        with pytest.raises(NotFound):
            await shop.cart.add(variant_id=1)
    assert store.get("guest/store_x").value == b"mine"  # type: ignore[union-attr]


async def test_a_newer_token_of_another_process_is_taken_before_a_new_cart_is_made(wire: Any, reply: Reply) -> None:
    store = MemoryStore()
    store.put("guest/store_x", b"old")
    async with wire.shop(store=store) as shop:
        await shop.cart.get()
        store.put("guest/store_x", b"newer")
        wire.answers = [reply(404)]
        cart = await shop.cart.get()
    assert cart.replaced
    assert [request.headers.get(GUEST) for request in wire.requests] == ["old", "old", "newer"]


@pytest.mark.parametrize("garbage", [b"", b" a", b"x\r\nX-Evil: 1", b"\xff\xfe", b"t" * 5000])
async def test_a_stored_token_that_no_service_issued_is_not_sent(wire: Any, garbage: bytes) -> None:
    store = MemoryStore()
    store.put("guest/store_x", garbage)
    async with wire.shop(store=store) as shop:
        await shop.cart.get()
    assert GUEST not in wire.requests[0].headers


@pytest.mark.parametrize("garbage", ["a b ", "t" * 5000])
async def test_a_sent_token_that_cannot_be_sent_back_is_ignored(wire: Any, reply: Reply, garbage: str) -> None:
    wire.answers = [reply(200, {"items": []}, {GUEST: "good"}), reply(200, {"items": []}, {GUEST: garbage})]
    async with wire.shop() as shop:
        for _ in range(3):
            await shop.cart.get()
    assert wire.requests[2].headers[GUEST] == "good"


async def test_a_read_does_not_take_back_a_cart_that_was_just_filled(wire: Any, reply: Reply) -> None:
    store = MemoryStore()
    store.put("guest/store_x", b"dead")

    async with wire.shop(store=store) as shop:

        def slow_read(request: httpx.Request) -> httpx.Response:
            # While this read is under way, something is put into a new cart.
            shop._core.guest.value = "filled"
            return reply(200, {"items": []}, {GUEST: "empty"})

        wire.answers = [slow_read, reply(200, {"id": 7, "items": []}, {GUEST: "filled"})]
        cart = await shop.cart.get()
    assert cart.id == 7
    assert shop._core.guest.value == "filled"
    assert [request.headers[GUEST] for request in wire.requests] == ["dead", "filled"]


class FullDisk(MemoryStore):
    full = True

    def put(self, key: str, value: bytes, **how: Any) -> int:
        if self.full and key.startswith("guest/"):
            raise StoreError("no space left")
        return super().put(key, value, **how)


async def test_a_token_that_cannot_be_saved_is_kept_and_saved_later(
    wire: Any, reply: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    store = FullDisk()
    wire.default = lambda request: reply(200, {"items": []}, {GUEST: "token-1"})
    async with wire.shop(store=store) as shop:
        await shop.cart.get()
        assert "could not be saved" in caplog.text
        await shop.cart.get()
        assert wire.requests[1].headers[GUEST] == "token-1"
        assert store.get("guest/store_x") is None
        store.full = False
        await shop.cart.get()
    assert store.get("guest/store_x").value == b"token-1"  # type: ignore[union-attr]
    assert "token-1" not in caplog.text


async def test_forgetting_a_token_compares_first(wire: Any) -> None:
    store = MemoryStore()
    store.put("guest/store_x", b"newer")
    guest = wire.shop(store=store)._core.guest
    await guest.current()
    await guest.forget("older")
    assert await guest.current() == "newer"
    await guest.forget("newer")
    assert await guest.current() is None
    assert await in_thread(store.get, "guest/store_x") is None


# --- what is refused before sending


@pytest.mark.parametrize(
    "what",
    [
        {},
        {"variant_id": 1, "bundle_price_option_id": 2},
        {"variant_id": 0},
        {"variant_id": -1},
        {"variant_id": "abc"},
        {"variant_id": True},
        {"variant_id": 1, "quantity": 0},
        {"variant_id": 1, "quantity": 101},
        {"variant_id": 1, "quantity": 1.5},
    ],
)
async def test_what_is_no_item_is_not_sent(wire: Any, what: dict[str, Any]) -> None:
    async with wire.shop() as shop:
        with pytest.raises(InvalidInput):
            await shop.cart.add(**what)
    assert wire.requests == []


@pytest.mark.parametrize("quantity", [-1, 101, 1.5])
async def test_what_is_no_quantity_is_not_sent(wire: Any, quantity: Any) -> None:
    async with wire.shop() as shop:
        with pytest.raises(InvalidInput):
            await shop.cart.set_quantity(quantity, variant_id=1)
        with pytest.raises(InvalidInput):
            await shop.cart.change("7", quantity)
    assert wire.requests == []


async def test_the_stores_refusal_says_why(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    with pytest.raises((NotFound, BadRequest)) as caught:
        await shop.cart.add(variant_id=999_999_999)
    assert caught.value.operation_id == "addGuestCartItem"
    assert not caught.value.may_have_taken_effect


async def test_tolerant_of_what_a_cart_may_become(wire: Any, reply: Reply) -> None:
    strange = {
        "id": "17",
        "item_count": "3",
        "total": 12000.0,
        "new": {"a": 1},
        "items": [
            {"id": "a1", "type": "variant", "variant_id": "5", "quantity": "2", "note": None},
            {"id": 9, "type": "gift_card", "quantity": 1},
            {"id": 10, "bundle_price_option_id": 3, "quantity": 1.0},
            "not a line",
        ],
    }
    wire.answers = [reply(200, strange)]
    async with wire.shop() as shop:
        cart = await shop.cart.get()
    assert (cart.id, cart.item_count, str(cart.total)) == (17, 3, "Rp12.000")
    assert [(line.id, line.type, line.quantity) for line in cart][:3] == [
        ("a1", "variant", 2),
        ("9", "gift_card", 1),
        ("10", "bundle_price_option", 1),
    ]
    assert json.loads(json.dumps(cart.raw.to_dict())) == strange  # type: ignore[attr-defined]


VARIANT = {"id": 1, "type": "variant", "variant_id": 7, "bundle_price_option_id": None, "quantity": 2}
UNTOLD: dict[str, dict[str, Any]] = {
    "what it is of": {"items": [VARIANT | {"variant_id": None}]},
    "how many": {"items": [VARIANT | {"quantity": None}]},
    "of which kind": {"items": [VARIANT | {"type": "x"}]},
    "all lines": {"items": [VARIANT], "item_count": 5},
    "its id": {"items": [VARIANT | {"id": None}]},
}


@pytest.mark.parametrize("what", UNTOLD)
async def test_a_cart_that_does_not_tell_is_not_brought_to_a_quantity(wire: Any, reply: Reply, what: str) -> None:
    wire.default = lambda request: reply(200, UNTOLD[what], {GUEST: "token-1"})
    async with wire.shop(retry=never) as shop:
        with pytest.raises(DecodeError) as failed:
            await shop.cart.set_quantity(3, variant_id=7)
    assert failed.value.effect == "refused"
    assert {request.method for request in wire.requests} == {"GET"}


async def test_a_line_without_an_id_is_not_taken_out(wire: Any, reply: Reply) -> None:
    wire.default = lambda request: reply(200, {"items": [VARIANT, UNTOLD["its id"]["items"][0]]}, {GUEST: "token-1"})
    async with wire.shop(retry=never) as shop:
        with pytest.raises(DecodeError) as failed:
            await shop.cart.clear()
    assert failed.value.may_have_taken_effect  # the other one


@pytest.mark.parametrize("then", [httpx.ConnectError("down"), 404, {"items": None}])
async def test_what_was_added_is_never_said_to_be_unsent(wire: Any, reply: Any, then: Any) -> None:
    """The answer to the addition does not say what is in the cart, and the look at it afterwards fails."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return reply(201, {"items": None}, {GUEST: "token-1"})  # type: ignore[no-any-return]
        if isinstance(then, Exception):
            raise then
        return reply(then, {"error": "x"}) if isinstance(then, int) else reply(200, then)

    wire.default = answer
    async with wire.shop(retry=never) as shop:
        with pytest.raises(StorefrontError) as failed:
            await shop.cart.add(variant_id=7)
    assert failed.value.may_have_taken_effect

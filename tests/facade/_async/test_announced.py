"""An order whose answer was lost is settled by the webhook that announces it: by evidence, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, CheckoutPolicy, Item, MemoryStore, NotPlaced, Placed, Unknown, never

pytestmark = pytest.mark.anyio
COFFEE = 494535
NO_LOOK = CheckoutPolicy(settle_reads=(0.0,), settle_after=3600.0)


class Heard:
    """The whole orders that the sandbox tells of."""

    def __init__(self) -> None:
        self.orders: list[dict[str, Any]] = []
        self.intents: list[dict[str, Any]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        told = json.loads(request.content)
        if told["event"] == "order.created":
            self.orders.append(told["data"])
        if told["event"] == "checkout_intent.completed":
            self.intents.append(told["data"])
        return httpx.Response(200)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def service(heard: Heard) -> Iterator[Sandbox]:
    with Sandbox(webhook_client=httpx.Client(transport=httpx.MockTransport(heard))) as sandbox:
        sandbox.control.set_webhook(
            "http://toko.localhost/hooks", events=["order.created", "checkout_intent.completed"]
        )
        yield sandbox


def make(sandbox: Sandbox, store: Any, **more: Any) -> AsyncStorefront:
    options = {"store": store, "retry": never, "checkout_policy": NO_LOOK, **more}
    return AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, **options)


async def ready(
    shop: AsyncStorefront, email: str = "demo.customer@example.com", quantity: int = 1, key: str | None = None
) -> Any:
    """A checkout of the cart, or with a key of items alone."""
    items = None if key is None else [Item(variant_id=COFFEE, quantity=quantity)]
    if items is None:
        await shop.cart.add(variant_id=COFFEE, quantity=quantity)
    checkout = await shop.checkout.start(items, key=key)
    checkout.set_buyer(name="Demo Customer", email=email, phone="0812-3456-7890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("bank_transfer")
    checkout.ship_with((await checkout.shipping_options())[0])
    await checkout.quote()
    return checkout


async def test_an_order_that_only_its_cart_told_of_gets_its_details(service: Sandbox, heard: Heard) -> None:
    async with make(service, MemoryStore()) as shop:
        checkout = await ready(shop)
        service.control.fault("createPublicCheckout", "reset", when="after")
        outcome = await checkout.place()
        assert isinstance(outcome, Placed)
        assert (outcome.evidence, outcome.order_id) == ("cart", None)
        service.control.deliver_webhooks()
        (order,) = heard.orders
        found = await shop.checkout.announced(order)
        assert found is not None
        assert (found.was, found.placed.order_id, found.placed.evidence) == ("placed", order["order_id"], "order")
        assert found.placed.secret_slug == order["secret_slug"]
        again = await shop.checkout.resume(outcome.attempt_id)
        assert isinstance(again, Placed)
        assert again.order_id == order["order_id"]
        assert again.instructions is not None
        # a second copy of the webhook, and one of an order that this shop did not make
        once_more = await shop.checkout.announced(order)
        assert once_more is not None
        assert once_more.was == "placed"
        assert await shop.checkout.announced(order | {"order_id": "OTHER"}) is None


async def test_an_unknown_outcome_becomes_known_in_another_process(service: Sandbox, heard: Heard) -> None:
    store = MemoryStore()
    async with make(service, store) as shop:
        checkout = await ready(shop)
        service.control.fault("createPublicCheckout", "reset", when="after")
        service.control.fault("getGuestCart", "status", status=500, count=None, skip=1)
        outcome = await checkout.place()
        assert isinstance(outcome, Unknown)
    service.control.deliver_webhooks()
    async with make(service, store, customer="worker") as worker:
        found = await worker.checkout.announced(heard.orders[0])
        assert found is not None
        assert (found.was, found.placed.attempt_id) == ("unknown", outcome.attempt_id)
        assert await worker.checkout.unfinished(everyone=True) == []


async def test_a_contradiction_is_told(service: Sandbox, heard: Heard, caplog: pytest.LogCaptureFixture) -> None:
    async with make(service, MemoryStore()) as shop:
        checkout = await ready(shop)
        service.control.fault("createPublicCheckout", "reset", when="after")
        service.control.fault("getGuestCart", "status", status=500, count=None, skip=1)
        outcome = await checkout.place()
        assert isinstance(await shop.checkout.dismiss(outcome.attempt_id), NotPlaced)
        service.control.deliver_webhooks()
        found = await shop.checkout.announced(heard.orders[0])
        assert found is not None
        assert found.was == "not_placed"
        assert isinstance(await shop.checkout.resume(outcome.attempt_id), Placed)
        assert "taken for dismissed" in caplog.text


@pytest.mark.parametrize(
    "other",
    [
        {"gross_revenue": "1.00"},
        {"payment_method": "qris"},
        {"destination_address": {"email": "other@example.com", "phone": "6281234567890"}, "customer": None},
        {"destination_address": {"email": "demo.customer@example.com", "phone": "6289999999999"}, "customer": None},
        {"destination_address": None, "customer": None},
        {"created_at": "2020-01-01T00:00:00Z"},
        {"created_at": None},
        {"total_quantity": 7},
        {"order_id": None},
    ],
)
async def test_what_does_not_fit_changes_nothing(service: Sandbox, heard: Heard, other: dict[str, Any]) -> None:
    async with make(service, MemoryStore()) as shop:
        checkout = await ready(shop)
        service.control.fault("createPublicCheckout", "reset", when="after")
        outcome = await checkout.place()
        service.control.deliver_webhooks()
        assert await shop.checkout.announced(heard.orders[0] | other) is None
        again = await shop.checkout.resume(outcome.attempt_id)
        assert isinstance(again, Placed)
        assert again.order_id is None


@pytest.mark.parametrize("known", [Placed, Unknown])
async def test_two_candidates_stay_as_they_are(service: Sandbox, heard: Heard, known: type) -> None:
    store, attempts = MemoryStore(), []
    for label in ("one", "two"):
        async with make(service, store, customer=label) as shop:
            checkout = await ready(shop)
            service.control.fault("createPublicCheckout", "reset", when="after")
            if known is Unknown:
                service.control.fault("getGuestCart", "status", status=500, count=None, skip=1)
            outcome = await checkout.place()
            assert isinstance(outcome, known)
            attempts.append(outcome.attempt_id)
            service.control.clear_faults()
    service.control.deliver_webhooks()
    async with make(service, store) as shop:
        assert [await shop.checkout.announced(order) for order in heard.orders] == [None, None]
        left = await shop.checkout.unfinished(everyone=True)
        assert set(left) == (set(attempts) if known is Unknown else set())


async def test_the_order_of_a_purchase_is_not_that_of_the_same_purchase_made_again(
    service: Sandbox, heard: Heard
) -> None:
    async with make(service, MemoryStore()) as shop:
        service.control.fault("createPublicCheckout", "reset", when="after")
        first = await (await ready(shop)).place()
        assert isinstance(first, Placed)
        assert first.order_id is None
        checkout = await ready(shop)
        service.control.fault("createPublicCheckout", "reset", when="before")
        second = await checkout.place()
        assert isinstance(second, Unknown)
        service.control.deliver_webhooks()  # late, and of the first
        assert await shop.checkout.announced(heard.orders[0]) is None
        assert not isinstance(await shop.checkout.resume(second.attempt_id), Placed)
        assert len(heard.orders) == 1


@pytest.mark.parametrize("second", ["refused before there is an order", "lost"])
async def test_the_first_try_of_a_key_is_announced_after_the_second(
    service: Sandbox, heard: Heard, second: str
) -> None:
    """What became of the purchase is told by the try that made its order, whatever became of a later one."""
    async with make(service, MemoryStore()) as shop:
        checkout = await ready(shop, key="form-1")
        service.control.fault("createPublicCheckout", "reset", when="after")
        service.control.fault("getGuestCart", "status", status=500, count=None)
        first = await checkout.place()
        assert isinstance(first, Unknown)
        await shop.checkout.dismiss(first.attempt_id)
        again = await ready(shop, key="form-1")
        if second == "lost":
            service.control.fault("createPublicCheckout", "reset", when="before")
        else:
            service.control.fault("addGuestCartItem", "status", status=422)
        outcome = await again.place()
        assert isinstance(outcome, Unknown if second == "lost" else NotPlaced)
        assert outcome.attempt_id != first.attempt_id
        service.control.deliver_webhooks()
        found = await shop.checkout.announced(heard.orders[0])
        assert found is not None
        told = await shop.checkout.find("form-1")
        assert isinstance(told, Placed)
        assert told.order_id == found.placed.order_id
        pressed = await (await ready(shop, key="form-1")).place()
        assert isinstance(pressed, Placed)
        assert pressed.attempt_id == told.attempt_id
        assert len(heard.orders) == 1


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_the_journal_holds_no_contact(service: Sandbox, tmp_path: Path) -> None:
    from nexus_storefront import FileStore

    async with make(service, FileStore(tmp_path)) as shop:
        await (await ready(shop)).place()
    kept = on_disk(tmp_path)
    for word in (b"demo.customer", b"example.com", b"34567890"):
        assert word not in kept


async def test_the_intent_that_went_along_names_its_order(service: Sandbox, heard: Heard) -> None:
    store = MemoryStore()
    for label in ("one", "two"):  # alike, but for their intents
        async with make(service, store, customer=label) as shop:
            checkout = await ready(shop)
            intent = await shop.intents.start("storefront-checkout", "ok", source_url=f"{service.base_url}/checkout")
            assert intent.id is not None
            checkout.set_intent(intent)
            service.control.fault("createPublicCheckout", "reset", when="after")
            assert isinstance(await checkout.place(), Placed)
    service.control.deliver_webhooks()
    async with make(service, store) as shop:
        assert len(heard.intents) == 2
        found = [await shop.checkout.announced(told) for told in heard.intents]
    assert [each and each.placed.order_id for each in found] == [told["order"]["order_id"] for told in heard.intents]
    assert len({each.placed.attempt_id for each in found if each}) == 2


@pytest.mark.parametrize(
    "buyer",
    [
        {"email": "Demo.Customer@EXAMPLE.com ", "phone": "+62 812 3456-7890"},
        {"email": None, "phone": "081234567890"},
        {"email": "demo.customer@example.com", "phone": None},
    ],
)
async def test_a_buyer_is_known_however_it_is_written(service: Sandbox, heard: Heard, buyer: dict[str, Any]) -> None:
    async with make(service, MemoryStore()) as shop:
        checkout = await ready(shop)
        service.control.fault("createPublicCheckout", "reset", when="after")
        await checkout.place()
        service.control.deliver_webhooks()
        found = await shop.checkout.announced(heard.orders[0] | {"destination_address": buyer, "customer": None})
        assert found is not None
        assert found.placed.order_id == heard.orders[0]["order_id"]


@pytest.mark.parametrize("other", [("store_other", "sfpk_sandbox"), ("store_sandbox", "sfpk_other")])
async def test_another_shop_on_the_same_store_learns_nothing(
    service: Sandbox, heard: Heard, other: tuple[str, str]
) -> None:
    store = MemoryStore()
    async with make(service, store) as shop:
        checkout = await ready(shop)
        service.control.fault("createPublicCheckout", "reset", when="after")
        outcome = await checkout.place()
        service.control.deliver_webhooks()
        async with AsyncStorefront(*other, service.base_url, store=store) as stranger:
            assert await stranger.checkout.announced(heard.orders[0]) is None
        again = await shop.checkout.resume(outcome.attempt_id)
        assert isinstance(again, Placed)
        assert again.order_id is None

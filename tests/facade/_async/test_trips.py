"""How many requests each flow takes, which docs/checkout.md and docs/sessions.md state: one more is a failure."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import pytest
from hand_clock import GoesOn
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, Item, MemoryStore, Placed

pytestmark = pytest.mark.anyio

GOODS, OTHER = 494535, 494601
PASSWORD = "kata-sandi-contoh"


class Trips:
    """The operations that a block called."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self.made: list[str] = []

    @asynccontextmanager
    async def counted(self) -> AsyncIterator[list[str]]:
        before = len(self._sandbox.control.requests())
        self.made.clear()
        yield self.made
        self.made += [request["operation"] for request in self._sandbox.control.requests()[before:]]


@pytest.fixture
def trips(sandbox: Sandbox) -> Trips:
    return Trips(sandbox)


@pytest.fixture
async def signed_in(sandbox: Sandbox) -> AsyncIterator[AsyncStorefront]:
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        await shop.auth.login(email, PASSWORD)
        yield shop


async def bought(shop: AsyncStorefront, items: list[Item] | None = None) -> Placed:
    checkout = await shop.checkout.start(items)
    if not checkout.customer:
        checkout.set_buyer(name="Sari Dewi", email="sari@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("bank_transfer")
    checkout.ship_with((await checkout.shipping_options())[0])
    await checkout.quote()
    outcome = await checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.instructions is not None
    return outcome


async def test_a_guests_cart_is_bought_in_four(shop: AsyncStorefront, trips: Trips) -> None:
    await shop.cart.add(variant_id=GOODS)
    async with trips.counted() as made:
        await bought(shop)
    assert made == [
        "listPublicCheckoutShippingOptions",
        "getPublicCheckoutSummary",
        "getGuestCart",
        "createPublicCheckout",
    ]


async def test_bare_items_are_bought_in_four(shop: AsyncStorefront, trips: Trips) -> None:
    async with trips.counted() as made:
        await bought(shop, [Item(variant_id=GOODS)])
    assert made == [
        "listPublicCheckoutShippingOptions",
        "getPublicCheckoutSummary",
        "addGuestCartItem",
        "createPublicCheckout",
    ]


async def test_a_customers_cart_is_bought_in_five(signed_in: AsyncStorefront, trips: Trips) -> None:
    await signed_in.cart.add(variant_id=GOODS)
    async with trips.counted() as made:
        await bought(signed_in)
    assert sorted(made[2:4]) == ["getCustomerCart", "listCustomerOrders"]  # at the same time, where tasks can
    assert [*made[:2], *made[4:]] == ["listCheckoutShippingOptions", "getCheckoutSummary", "createCustomerCheckout"]


async def test_what_was_read_is_not_asked_again(sandbox: Sandbox, shop: AsyncStorefront, trips: Trips) -> None:
    await shop.cart.add(variant_id=GOODS)
    another_request = AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=shop._core.store)
    async with another_request, trips.counted() as made:
        await bought(another_request)
    assert made.count("getGuestCart") == 2  # once at its first step, once before the order is sent
    assert len(made) == 5


async def test_what_was_told_more_than_30_seconds_ago_is_asked_again(sandbox: Sandbox, trips: Trips) -> None:
    clock = GoesOn()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, clock=clock) as shop:
        await shop.cart.add(variant_id=GOODS)
        checkout = await shop.checkout.start()
        checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
        checkout.pay_with("bank_transfer")
        clock.passed += 25
        async with trips.counted() as made:
            await checkout.shipping_options()
        assert made == ["listPublicCheckoutShippingOptions"]
        clock.passed += 6
        async with trips.counted() as made:
            await checkout.shipping_options()
    assert made == ["getGuestCart", "listPublicCheckoutShippingOptions"]


async def test_an_order_forgets_what_the_cart_held(shop: AsyncStorefront, trips: Trips) -> None:
    await shop.cart.add(variant_id=GOODS)
    await bought(shop)
    async with trips.counted() as made:
        checkout = await shop.checkout.start(digital=True)
        checkout.set_buyer(name="Sari Dewi", email="sari@example.com")
        checkout.pay_with("qris")
        with pytest.raises(Exception, match="empty"):
            await checkout.quote()
    assert made == ["getGuestCart"]


@pytest.mark.parametrize(
    ("call", "takes"),
    [
        (lambda shop: shop.cart.get(), ["getGuestCart"]),
        (lambda shop: shop.cart.add(variant_id=OTHER), ["addGuestCartItem"]),
        (lambda shop: shop.cart.set_quantity(3, variant_id=GOODS), ["getGuestCart", "updateGuestCartItem"]),
        (lambda shop: shop.cart.set_quantity(1, variant_id=OTHER), ["getGuestCart", "addGuestCartItem"]),
        (lambda shop: shop.cart.set_quantity(0, variant_id=GOODS), ["getGuestCart", "removeGuestCartItem"]),
        (lambda shop: shop.cart.clear(), ["getGuestCart", "removeGuestCartItem"]),
    ],
)
async def test_what_a_call_of_the_cart_takes(shop: AsyncStorefront, trips: Trips, call: Any, takes: list[str]) -> None:
    await shop.cart.add(variant_id=GOODS)
    async with trips.counted() as made:
        await call(shop)
    assert made == takes


async def test_signing_in_with_a_cart_takes_six(sandbox: Sandbox, trips: Trips) -> None:
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=MemoryStore()) as shop:
        async with trips.counted() as made:
            await shop.auth.login(email, PASSWORD)
        assert made == ["loginCustomer"]
        await shop.auth.logout()
        await shop.cart.add(variant_id=GOODS)
        async with trips.counted() as made:
            await shop.auth.login(email, PASSWORD)
    assert made == [
        "loginCustomer",
        "getGuestCart",
        "getCustomerCart",
        "mergeGuestCart",
        "getCustomerCart",
        "getGuestCart",
    ]


async def test_an_account_page_takes_one_for_each_part(signed_in: AsyncStorefront, trips: Trips) -> None:
    async with trips.counted() as made:
        await signed_in.account.profile()
        await signed_in.account.addresses().page()
        await signed_in.orders.mine().page()
    assert len(made) == 3

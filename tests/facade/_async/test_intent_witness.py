"""What a lost answer is told by first: the checkout intent that went along. And what a refusal after one is not."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
    CheckoutPolicy,
    CheckoutUnresolved,
    Item,
    MemoryStore,
    NotPlaced,
    Placed,
    Unknown,
)
from nexus_storefront.clock import SystemClock

pytestmark = pytest.mark.anyio

BUNDLE = 31925
ORDER = "createPublicCheckout"
ONE_LOOK = CheckoutPolicy(settle_reads=(0.0,))


class Hand(SystemClock):
    passed = 0.0

    def time(self) -> float:
        return super().time() + self.passed


def shop_of(sandbox: Sandbox, **options: Any) -> AsyncStorefront:
    options = {"checkout_policy": ONE_LOOK, **options}
    return AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, **options)


async def ready(
    shop: AsyncStorefront,
    *,
    intent: Any = None,
    phone: str = "6281234567890",
    email: str = "sari@example.com",
    cart: bool = False,
) -> Any:
    """A checkout of a bundle, or of the cart with it."""
    if cart:
        await shop.cart.set_quantity(1, bundle_price_option_id=BUNDLE)
    checkout = await shop.checkout.start(None if cart else [Item(bundle_price_option_id=BUNDLE)], digital=True)
    if not checkout.customer:
        checkout.set_buyer(name="Sari Dewi", email=email, phone=phone)
    checkout.pay_with("bank_transfer")
    checkout.set_intent(intent)
    await checkout.quote()
    return checkout


async def captured(shop: AsyncStorefront) -> Any:
    intent = await shop.intents.start("storefront-checkout", "ok", fields={"customer_email": "sari@example.com"})
    assert intent.token is not None
    return intent


@pytest.mark.parametrize("readable", [True, False])
async def test_a_completed_intent_is_an_order(sandbox: Sandbox, readable: bool) -> None:
    async with shop_of(sandbox) as shop:
        checkout, before = await ready(shop, intent=await captured(shop)), len(sandbox.control.orders())
        sandbox.control.fault(ORDER, "reset", when="after")
        if not readable:  # the cart says nothing
            sandbox.control.fault("getGuestCart", "status", status=503, count=None)
        try:
            outcome = await checkout.place()
        finally:
            sandbox.control.clear_faults()
        assert isinstance(outcome, Placed)
        assert outcome.evidence == "intent"
        assert len(sandbox.control.orders()) == before + 1


async def test_a_customers_list_has_the_order_of_a_completed_intent(sandbox: Sandbox) -> None:
    async with shop_of(sandbox) as shop:
        email = f"{uuid4().hex}@example.com"
        sandbox.control.add_customer(email, "kata-sandi-contoh", name="Sari Dewi")
        await shop.auth.login(email, "kata-sandi-contoh")
        checkout = await shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True)
        checkout.pay_with("bank_transfer")
        checkout.set_intent(await captured(shop))
        await checkout.quote()
        sandbox.control.fault("createCustomerCheckout", "reset", when="after")
        outcome = await checkout.place()
        assert isinstance(outcome, Placed)
        assert outcome.evidence == "order"
        assert outcome.order is not None


async def test_an_open_intent_is_no_order_whatever_became_of_the_cart(sandbox: Sandbox) -> None:
    clock = Hand()
    async with shop_of(sandbox, clock=clock) as shop:
        checkout, before = await ready(shop, intent=await captured(shop)), len(sandbox.control.orders())
        sandbox.control.fault(ORDER, "reset", when="before")
        outcome = await checkout.place()
        assert isinstance(outcome, Unknown)  # it may still be at work
        sandbox.control.fault("getGuestCart", "status", status=503, count=None)
        clock.passed += 600
        try:
            later = await shop.checkout.resume(outcome.attempt_id)
        finally:
            sandbox.control.clear_faults()
        assert isinstance(later, NotPlaced)
        assert later.reason == "not_found"
        assert len(sandbox.control.orders()) == before


async def test_the_journal_forgets_the_intents_token_when_the_order_is_known(sandbox: Sandbox) -> None:
    store = MemoryStore()
    async with shop_of(sandbox, store=store) as shop:
        intent = await captured(shop)
        token = str(intent.token)
        outcome = await (await ready(shop, intent=intent)).place()
        assert isinstance(outcome, Placed)
        for key in store.keys("attempt/"):
            entry = store.get(key)
            assert entry is not None
            assert token.encode() not in entry.value


async def test_a_refusal_after_a_lost_answer_is_a_reason_to_look(sandbox: Sandbox) -> None:
    """A store that takes one order an hour from a telephone refuses a second one because the first exists."""
    clock, phone = Hand(), "6281299990001"
    store = MemoryStore()
    sandbox.control.configure(max_per_phone=1)
    try:
        async with shop_of(sandbox, store=store, clock=clock, customer="one") as shop:
            before = len(sandbox.control.orders())
            sandbox.control.fault(ORDER, "reset", when="after")
            sandbox.control.fault("getGuestCart", "status", status=503, count=1)
            first = await (await ready(shop, phone=phone)).place()
            assert isinstance(first, Unknown)
            sandbox.control.fault("getGuestCart", "status", status=503, count=1)
            other = await ready(shop, phone="6281299990002")
            with pytest.raises(CheckoutUnresolved) as caught:
                await other.place()
            assert caught.value.state == "unsettled"
            await shop.checkout.dismiss(first.attempt_id)  # a person took the risk
            second = await (await ready(shop, phone=phone)).place()
            assert not isinstance(second, NotPlaced), second
            assert second.attempt_id == first.attempt_id
            assert len(sandbox.control.orders()) == before + 1
    finally:
        sandbox.control.clear_faults()
        sandbox.control.configure(max_per_phone=0)


async def given_up(sandbox: Sandbox, shop: AsyncStorefront, clock: Hand, **how: Any) -> str:
    """An order that never arrived, and was taken for not placed in the end."""
    checkout = await ready(shop, **how)
    operation = "createCustomerCheckout" if checkout.customer else ORDER
    sandbox.control.fault(operation, "reset", when="before")
    unknown = await checkout.place()
    assert isinstance(unknown, Unknown)
    clock.passed += 600
    outcome = await shop.checkout.resume(unknown.attempt_id)
    assert isinstance(outcome, NotPlaced)
    return outcome.attempt_id


async def refused(sandbox: Sandbox, shop: AsyncStorefront, **how: Any) -> Any:
    checkout = await ready(shop, **how)
    sandbox.control.fault("createCustomerCheckout" if checkout.customer else ORDER, "status", status=422)
    return await checkout.place()


async def test_what_was_taken_out_of_the_cart_since_is_no_order(sandbox: Sandbox) -> None:
    """Once an order is taken for not placed, nobody notes what becomes of its cart."""
    clock = Hand()
    async with shop_of(sandbox, clock=clock) as shop:
        before = len(sandbox.control.orders())
        lost = await given_up(sandbox, shop, clock, cart=True)
        await shop.cart.clear()
        outcome = await refused(sandbox, shop)
        assert isinstance(outcome, Unknown)
        assert (outcome.attempt_id, outcome.check_after) == (lost, None)
        assert len(sandbox.control.orders()) == before


async def test_what_a_person_has_dismissed_after_a_refusal_is_not_brought_up_by_the_next(sandbox: Sandbox) -> None:
    """Else somebody who orders what is sold out would be told of it for a week."""
    clock = Hand()
    async with shop_of(sandbox, clock=clock) as shop:
        lost = await given_up(sandbox, shop, clock)
        outcome = await refused(sandbox, shop)
        assert isinstance(outcome, Unknown)
        assert outcome.attempt_id == lost
        await shop.checkout.dismiss(lost)
        assert isinstance(await refused(sandbox, shop), NotPlaced)


async def test_a_cart_of_its_own_tells_of_an_order_also_when_it_is_looked_at_again(sandbox: Sandbox) -> None:
    clock = Hand()
    async with shop_of(sandbox, clock=clock) as shop:
        checkout = await ready(shop)
        sandbox.control.fault(ORDER, "reset", when="after")
        sandbox.control.fault("getGuestCart", "status", status=503)
        lost = await checkout.place()
        assert isinstance(lost, Unknown)
        await shop.checkout.dismiss(lost.attempt_id)
        outcome = await refused(sandbox, shop)
        assert isinstance(outcome, Placed)
        assert outcome.attempt_id == lost.attempt_id


@pytest.mark.parametrize("kind", ["cart", "customer", "intent"])
async def test_what_was_ordered_since_is_the_reason_of_a_refusal(sandbox: Sandbox, kind: str) -> None:
    """And is not told as the order of before that never arrived."""
    clock = Hand()
    async with shop_of(sandbox, clock=clock) as shop:
        if kind == "customer":
            email = f"{uuid4().hex}@example.com"
            sandbox.control.add_customer(email, "kata-sandi-contoh", name="Sari Dewi")
            await shop.auth.login(email, "kata-sandi-contoh")
        how = {"cart": kind == "cart", "intent": await captured(shop) if kind == "intent" else None}
        lost = await given_up(sandbox, shop, clock, **how)
        made = await (await ready(shop, **how)).place()
        assert isinstance(made, Placed)
        outcome = await refused(sandbox, shop)
        assert isinstance(outcome, NotPlaced)
        assert (outcome.reason, outcome.attempt_id == lost) == ("refused", False)


async def test_an_intent_that_another_has_completed_since_tells_nothing_of_what_is_looked_for_again(
    sandbox: Sandbox,
) -> None:
    clock = Hand()
    async with shop_of(sandbox, clock=clock) as shop:
        intent, before = await captured(shop), len(sandbox.control.orders())
        lost = await given_up(sandbox, shop, clock, intent=intent)
        assert isinstance(await (await ready(shop, intent=intent, email="sari@example.org")).place(), Placed)
        outcome = await refused(sandbox, shop)
        assert isinstance(outcome, Unknown)
        assert outcome.attempt_id == lost
        assert len(sandbox.control.orders()) == before + 1


@pytest.mark.parametrize("by_token", [False, True])
async def test_two_orders_do_not_take_one_intent_along_at_once(sandbox: Sandbox, by_token: bool) -> None:
    """By whichever was made it is completed, and that would tell of both."""
    async with shop_of(sandbox) as shop:
        intent, before = await captured(shop), len(sandbox.control.orders())
        intent = intent.token if by_token else intent
        first = await ready(shop, intent=intent, email="sari@exmaple.com")
        sandbox.control.fault(ORDER, "reset", when="before")
        unknown = await first.place()
        assert isinstance(unknown, Unknown)
        second = await ready(shop, intent=intent, email="sari@example.com")
        with pytest.raises(CheckoutUnresolved) as caught:
            await second.place()
        assert caught.value.attempt_id == unknown.attempt_id
        second.set_intent(None)
        assert isinstance(await second.place(), Placed)
        assert isinstance(await shop.checkout.resume(unknown.attempt_id), Unknown)
        assert len(sandbox.control.orders()) == before + 1


async def test_what_an_order_has_completed_before_tells_nothing_of_the_next(sandbox: Sandbox) -> None:
    """Another process has the same capture, and does not know that it is over."""
    clock, store = Hand(), MemoryStore()
    async with shop_of(sandbox, store=store) as one, shop_of(sandbox, store=store, clock=clock) as two:
        mine, theirs, before = await captured(one), await captured(two), len(sandbox.control.orders())
        assert mine.id == theirs.id
        assert isinstance(await (await ready(one, intent=mine)).place(), Placed)
        checkout = await ready(two, intent=theirs, email="sari@example.org")
        sandbox.control.fault(ORDER, "reset", when="before")
        unknown = await checkout.place()
        assert isinstance(unknown, Unknown)
        clock.passed += 600
        assert isinstance(await checkout.place(), NotPlaced)
        assert len(sandbox.control.orders()) == before + 1


async def test_what_is_saved_after_a_look_arrives(sandbox: Sandbox) -> None:
    async with shop_of(sandbox) as shop:
        intent = await captured(shop)
        sandbox.control.fault(ORDER, "reset", when="before")
        assert isinstance(await (await ready(shop, intent=intent)).place(), Unknown)
        await intent.save(fields={"notes": "titip di satpam"})
        assert await intent.flush()
        (kept,) = [found for found in sandbox.control.intents() if found["id"] == intent.id]
        assert kept["fields"].get("notes") == "titip di satpam"


async def test_what_was_refused_is_not_dismissed(sandbox: Sandbox) -> None:
    """Else the next refusal would be taken for one because of it."""
    async with shop_of(sandbox) as shop:
        outcome = await refused(sandbox, shop)
        dismissed = await shop.checkout.dismiss(outcome.attempt_id)
        assert (dismissed.attempt_id, dismissed.reason) == (outcome.attempt_id, "refused")
        assert isinstance(await refused(sandbox, shop), NotPlaced)

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


async def ready(shop: AsyncStorefront, *, intent: Any = None, phone: str = "6281234567890") -> Any:
    checkout = await shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True)
    checkout.set_buyer(name="Sari Dewi", email="sari@example.com", phone=phone)
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

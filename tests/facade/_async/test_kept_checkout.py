"""A checkout that is put away and taken up again: `dump()` and `load()`."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, InvalidInput, Item, MemoryStore, Placed, StaleQuote
from nexus_storefront.clock import SystemClock

pytestmark = pytest.mark.anyio

GOODS = 494535
PASSWORD = "kata-sandi-contoh"


def shop_of(sandbox: Sandbox, **options: Any) -> AsyncStorefront:
    return AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, **options)


async def quoted(shop: AsyncStorefront, items: list[Item] | None = None, **options: Any) -> Any:
    checkout = await shop.checkout.start(items, **options)
    if not checkout.customer:
        checkout.set_buyer(name="Sari Dewi", email="sari@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3\nRT 1", city="Jakarta")
    checkout.pay_with("qris")
    checkout.ship_with((await checkout.shipping_options())[0])
    checkout.set_notes("pagar hijau")
    await checkout.quote()
    return checkout


async def test_what_one_request_showed_is_what_the_next_one_orders(sandbox: Sandbox) -> None:
    async with shop_of(sandbox) as first:
        kept = (await quoted(first, [Item(variant_id=GOODS, quantity=2)], key="form-1")).dump()
    async with shop_of(sandbox) as second:  # another machine: nothing is shared but the text
        checkout = second.checkout.load(kept)
        with second.raw() as answers:
            outcome = await checkout.place()
        assert isinstance(outcome, Placed)
        assert outcome.price_change is None
        made = sandbox.control.orders()[-1]
        assert json.loads(answers[-1].request.content)["notes"] == "pagar hijau"
        assert float(made["gross_revenue"]) == float(checkout.quoted.total.known())
        again = await second.checkout.load(checkout.dump()).place()
        assert isinstance(again, Placed)
        assert again.attempt_id == outcome.attempt_id


async def test_a_text_can_be_written_down_whatever_the_name_of_the_purchase(sandbox: Sandbox) -> None:
    async with shop_of(sandbox) as shop:
        for key in ("half of a \ud83e", "\x00/../\u202e", "x" * 255):
            kept = (await quoted(shop, [Item(variant_id=GOODS)], key=key)).dump()
            assert isinstance(await shop.checkout.load(kept.encode().decode()).place(), Placed)
            assert isinstance(await shop.checkout.find(key), Placed)


async def test_without_a_name_each_text_is_a_checkout_of_its_own(sandbox: Sandbox) -> None:
    async with shop_of(sandbox) as shop:
        kept = (await quoted(shop, [Item(variant_id=GOODS)])).dump()
        outcomes = [await shop.checkout.load(kept).place() for _ in range(2)]
    assert len({outcome.order_id for outcome in outcomes if isinstance(outcome, Placed)}) == 2


async def test_a_price_that_has_changed_since_is_told(sandbox: Sandbox) -> None:
    async with shop_of(sandbox) as shop:
        kept = (await quoted(shop, [Item(variant_id=GOODS)])).dump()
        sandbox.control.set_price(GOODS, 999_000)
        try:
            outcome = await shop.checkout.load(kept).place()
        finally:
            sandbox.control.set_price(GOODS, 125_000)
    assert isinstance(outcome, Placed)
    assert outcome.price_change is not None


async def test_a_cart_that_has_changed_since_is_refused(sandbox: Sandbox) -> None:
    store = MemoryStore()
    async with shop_of(sandbox, store=store) as shop:
        await shop.cart.add(variant_id=GOODS)
        kept = (await quoted(shop)).dump()
        await shop.cart.add(variant_id=GOODS)
        with pytest.raises(StaleQuote):
            await shop.checkout.load(kept).place()


async def test_a_quote_ages_while_it_is_away(sandbox: Sandbox) -> None:
    class Later(SystemClock):
        def time(self) -> float:
            return super().time() + 3600

    async with shop_of(sandbox) as shop:
        kept = (await quoted(shop, [Item(variant_id=GOODS)])).dump()
    async with shop_of(sandbox, clock=Later()) as shop:
        with pytest.raises(StaleQuote, match="old"):
            await shop.checkout.load(kept).place()


async def test_a_customers_checkout_is_kept_too(sandbox: Sandbox) -> None:
    store = MemoryStore()
    async with shop_of(sandbox, store=store) as shop:
        await shop.auth.login("rina@example.com", PASSWORD)
        await shop.cart.clear()
        await shop.cart.add(variant_id=GOODS)
        checkout = await shop.checkout.start()
        checkout.deliver_to_saved((await shop.checkout.my_addresses())[0])
        checkout.pay_with("bank_transfer")
        checkout.ship_with((await checkout.shipping_options())[0])
        await checkout.quote()
        kept = checkout.dump()
    async with shop_of(sandbox, store=store) as shop:
        assert isinstance(await shop.checkout.load(kept).place(), Placed)


async def test_the_text_holds_no_token(sandbox: Sandbox) -> None:
    async with shop_of(sandbox) as shop:
        await shop.cart.add(variant_id=GOODS)
        checkout = await quoted(shop)
        checkout.set_intent("cit_secret")
        text = checkout.dump()
        assert shop._core.guest.value
        assert str(shop._core.guest.value) not in text
    assert "cit_secret" not in text
    assert sandbox.api_key not in text


async def test_a_quote_of_any_length_is_kept(sandbox: Sandbox) -> None:
    async with shop_of(sandbox) as shop:
        checkout = await quoted(shop, [Item(variant_id=GOODS)])
        checkout.quoted.summary.additional_properties["terms"] = "x" * 300_000  # as a newer contract may have it
        kept = checkout.dump()
        assert len(kept) > 300_000
        assert isinstance(await shop.checkout.load(kept).place(), Placed)


@pytest.mark.parametrize("text", [None, 7, "", "[]", "{}", "x", "[" * 100_000, '{"v": 2}', "{" * 300_000])
async def test_any_other_text_is_refused(sandbox: Sandbox, text: Any) -> None:
    async with shop_of(sandbox) as shop:
        with pytest.raises(InvalidInput):
            shop.checkout.load(text)


async def test_a_text_that_was_meddled_with_is_refused_or_a_checkout(sandbox: Sandbox) -> None:
    odd: list[Any] = [None, 7, -1, "x", [], {}, [1], {"a": 1}, True, float("nan"), [["variant", "x", 1]], {"b": {}}]
    dice = random.Random(5)
    async with shop_of(sandbox) as shop:
        kept = json.loads((await quoted(shop, [Item(variant_id=GOODS)])).dump())
        with pytest.raises(InvalidInput, match="another store"):
            shop.checkout.load(json.dumps(kept | {"store_id": "store_other"}))
        for odd_part in (
            {"shipping": {"shipping_cost": 0}},
            {"buyer": kept["choices"]["buyer"] | {"customer_email": 7}},
        ):
            with pytest.raises(InvalidInput):
                shop.checkout.load(json.dumps(kept | {"choices": kept["choices"] | odd_part}))
        for _ in range(400):
            changed = json.loads(json.dumps(kept))
            parts = [changed["quote"], changed["choices"], changed["choices"]["buyer"]]
            part = changed if dice.random() < 0.5 else dice.choice(parts)
            name = dice.choice(list(part))
            if dice.random() < 0.2:
                del part[name]
            else:
                part[name] = dice.choice(odd)
            try:
                checkout = shop.checkout.load(json.dumps(changed))
            except InvalidInput:
                continue
            assert isinstance(checkout.missing, tuple)
            assert shop.checkout.load(checkout.dump()).missing == checkout.missing

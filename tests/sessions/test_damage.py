"""What cannot be read in the store, or be true in an answer, is told by a typed error or put right."""

from __future__ import annotations

from typing import Any

import pytest
from nexus_storefront import CheckoutPolicy, Item, Placed, Unknown
from nexus_storefront.auth.session_record import Tokens
from nexus_storefront.stores import DamagedEntry, MemoryStore

pytestmark = pytest.mark.anyio

COFFEE = 494535


async def ready(half: Any, shop: Any) -> Any:
    checkout = await half(shop.checkout.start([Item(variant_id=COFFEE)]))
    checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("bank_transfer")
    checkout.ship_with((await half(checkout.shipping_options()))[0])
    await half(checkout.quote())
    return checkout


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"null", b"{}", b"0" * 31, b"G" * 32])
@pytest.mark.parametrize("kind", ["attempt/", "attempt-of/"])
async def test_a_journal_that_cannot_be_read_forgets_no_order(half: Any, kind: str, content: bytes) -> None:
    half.store = MemoryStore()
    shop = half.shop(checkout_policy=CheckoutPolicy(settle_reads=(0.0,)))
    half.sandbox.control.fault("createPublicCheckout", "reset", when="after")
    assert isinstance(await half((await ready(half, shop)).place()), Placed | Unknown)
    again = await ready(half, shop)
    (key,) = half.store.keys(kind)
    half.store.put(key, content)
    half.sandbox.control.clear_requests()
    with pytest.raises(DamagedEntry) as caught:
        await half(again.place())
    assert caught.value.key == key
    assert half.sandbox.control.requests("createPublicCheckout") == []


@pytest.mark.parametrize("seconds", [10**30, 10**400])
def test_a_lifetime_that_no_token_has_is_no_error(seconds: int) -> None:
    answer = {"access": "a", "refresh": "r", "expires_in": seconds, "refresh_expires_in": seconds}
    tokens = Tokens.of(answer)
    assert tokens is not None
    assert 0 < tokens.refresh_expires_in < 1e9

# Rendered from tests/facade/_async/test_store_trips.py by scripts/unasync.py; edit that file.
"""How often one call asks the store: a trip each, where the store is a server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import inf
from typing import Any
from uuid import uuid4

import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncCheckoutIntent, Storefront, MemoryStore, Placed

pytestmark = pytest.mark.anyio

GOODS, BUNDLE = 494535, 31925
PASSWORD = "kata-sandi-contoh"


class Asked(MemoryStore):
    """Counts what a shop asks of it, by the first part of the key; not what it asks of itself meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.trips: Counter[str] = Counter()
        self._inside = False

    def _counted(self, what: str, call: Callable[..., Any], key: str, **options: Any) -> Any:
        if self._inside:
            return call(key, **options)
        self.trips[f"{what} {key.partition('/')[0]}"] += 1
        self._inside = True
        try:
            return call(key, **options)
        finally:
            self._inside = False

    def get(self, key: str) -> Any:
        return self._counted("get", super().get, key)

    def put(self, key: str, value: bytes, **options: Any) -> Any:
        return self._counted("put", lambda key, **more: MemoryStore.put(self, key, value, **more), key, **options)

    def delete(self, key: str, **options: Any) -> Any:
        return self._counted("delete", super().delete, key, **options)

    def since(self) -> dict[str, int]:
        """What was asked since the last look, leases apart."""
        found = {what: times for what, times in self.trips.items() if not what.endswith(" lease")}
        self.trips.clear()
        return found


def placed(shop: Storefront, store: Asked, intent: AsyncCheckoutIntent | None = None) -> dict[str, int]:
    checkout = shop.checkout.start(digital=True)
    if not checkout.customer:
        checkout.set_buyer(name="Budi", email="budi@example.com", phone="628120001111")
    checkout.pay_with("bank_transfer")
    checkout.set_intent(intent)
    checkout.quote()
    store.since()
    assert isinstance(checkout.place(), Placed)
    return store.since()


def changes_of_the_cart(shop: Storefront, store: Asked, here: dict[str, int]) -> None:
    """`here`: what each change asks for its turn."""
    cart = shop.cart.add(variant_id=GOODS)
    assert store.since() == here | {"get attempt-of": 1}
    shop.cart.change(cart.lines[-1], 2)
    assert store.since() == here
    shop.cart.remove(cart.lines[-1])
    assert store.since() == here | {"get attempt-of": 1}
    shop.cart.get()
    assert store.since() == {}


def test_a_guest(sandbox: Sandbox) -> None:
    store = Asked()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        shop.cart.add(bundle_price_option_id=BUNDLE)
        session: Any = shop._core.session
        session._looked = inf  # however slow the machine is, nobody is looked for who signed in meanwhile
        store.since()
        here = {"get session": 1, "get guest": 1}
        changes_of_the_cart(shop, store, here)
        # Of the cart and of the guest; the attempt is prepared, sent, ended.
        written = {"get attempt-of": 2, "put attempt-of": 2, "put attempt": 3}
        assert placed(shop, store) == here | written


def test_a_customer(sandbox: Sandbox) -> None:
    store, email = Asked(), f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        shop.auth.login(email, PASSWORD)
        shop.cart.add(bundle_price_option_id=BUNDLE)
        store.since()
        here = {"get session": 2}  # for the turn, and when it has come
        changes_of_the_cart(shop, store, here)
        written = {"get attempt-of": 1, "put attempt-of": 1, "put attempt": 3}
        assert placed(shop, store) == here | written | {"get session": 3}


def test_a_checkout_intent(sandbox: Sandbox) -> None:
    store = Asked()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        shop.cart.add(bundle_price_option_id=BUNDLE)
        store.since()
        intent = shop.intents.start("form-1", "ok")
        assert store.since() == {"get intent": 1, "put intent": 1}
        trips = placed(shop, store, intent)
        # Of the cart, of the guest and of the intent; then that begins anew.
        written = {"get attempt-of": 3, "put attempt-of": 3, "put attempt": 3, "put intent": 1}
        assert trips == {"get session": 1, "get guest": 1} | written
        shop.intents.start("form-1", "ok")
        assert store.since() == {"get intent": 1}


def test_signing_in(sandbox: Sandbox) -> None:
    store, email = Asked(), f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        shop.cart.add(bundle_price_option_id=BUNDLE)
        store.since()
        shop.auth.login(email, PASSWORD)
        assert store.since() == {
            "put session": 1,
            "get carried-over": 1,
            "put carried-over": 3,  # merging, merged, done
            "get attempt-of": 2,  # an order that either cart could tell of
            "get guest": 2,
            "delete guest": 1,
        }

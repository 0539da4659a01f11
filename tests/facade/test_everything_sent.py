"""Every method that is one call, given all that it takes: what it sends then is part of the table (`make usage`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from _contract.document import operations
from _contract.pin import load_pin
from nexus_storefront import Item, Storefront, never

PATHS = {operation["operationId"]: path for path, _, operation in operations(load_pin())}

ADDRESS = {
    "name": "A",
    "phone": "628",
    "email": "a@example.com",
    "location_id": 1,
    "address": "Jl. 1",
    "postal_code": "10510",
    "notes": "n",
}
INTENT: dict[str, Any] = {
    "fields": {"notes": "n"},
    "items": [Item(variant_id=1)],
    "attribution": {"fbc": "fb.1"},
    "source_url": "https://shop.test/",
    "cart_id": 1,
}


def intent(shop: Storefront) -> None:
    started = shop.intents.start("form", "token", prefill_token="cip_1", delay=9, **INTENT)
    started.save(**INTENT)
    assert started.flush(), started.error


def both_carts(shop: Storefront) -> None:
    for cart in (shop.cart.guest, shop.cart.customer):
        cart.get()
        cart.add(variant_id=1, quantity=2)
        cart.add(bundle_price_option_id=1)
        cart.change("5", 3)
        cart.remove("5")


def both_ways(listing: Any) -> None:
    listing.page(next_cursor="a")
    listing.page(previous_cursor="a")


CALLS: dict[str, Callable[[Storefront], Any]] = {
    "catalog.count": lambda shop: shop.catalog.count(),
    "catalog.items": lambda shop: both_ways(shop.catalog.items(page_size=5)),
    "catalog.product": lambda shop: shop.catalog.product("a"),
    "catalog.bundle": lambda shop: shop.catalog.bundle("a"),
    "catalog.categories": lambda shop: shop.catalog.categories(),
    "catalog.offers": lambda shop: shop.catalog.offers([1, 2]),
    "catalog.availability": lambda shop: shop.catalog.availability(1),
    "locations.provinces": lambda shop: shop.locations.provinces(search="a"),
    "locations.cities": lambda shop: shop.locations.cities(1, search="a"),
    "locations.subdistricts": lambda shop: both_ways(shop.locations.subdistricts(1, search="a", page_size=5)),
    "locations.postal_codes": lambda shop: shop.locations.postal_codes(1, search="a"),
    "locations.search": lambda shop: both_ways(shop.locations.search("a", page_size=5)),
    "cart.get": both_carts,
    "cart.add": both_carts,
    "cart.change": both_carts,
    "cart.remove": both_carts,
    "orders.get": lambda shop: shop.orders.get("s"),
    "orders.update": lambda shop: shop.orders.update(
        "s",
        notes="n",
        transferproof_url="https://files.test/1.png",
        transfer_time=datetime(2026, 1, 1, tzinfo=UTC),
        financial_entity_id=1,
        payment_account="a",
        payment_account_holder="b",
        payment_account_number="c",
    ),
    "orders.mine": lambda shop: both_ways(shop.orders.mine(page_size=5)),
    "orders.get_mine": lambda shop: shop.orders.get_mine(1),
    "account.profile": lambda shop: shop.account.profile(),
    "account.update": lambda shop: shop.account.update(
        name="a", phone="628", date_of_birth=date(1990, 1, 1), sex="female", is_unsubscribe=False
    ),
    "account.set_password": lambda shop: shop.account.set_password("p"),
    "account.addresses": lambda shop: both_ways(shop.account.addresses(page_size=5)),
    "account.address": lambda shop: shop.account.address(1),
    "account.add_address": lambda shop: shop.account.add_address(**ADDRESS),  # type: ignore[arg-type]
    "account.update_address": lambda shop: shop.account.update_address(1, **ADDRESS),  # type: ignore[arg-type]
    "account.remove_address": lambda shop: shop.account.remove_address(1),
    "subscriptions.all": lambda shop: both_ways(shop.subscriptions.all(status="active", page_size=5)),
    "subscriptions.get": lambda shop: shop.subscriptions.get("1"),
    "subscriptions.cancel": lambda shop: shop.subscriptions.cancel("1"),
    "subscriptions.resume": lambda shop: shop.subscriptions.resume("1"),
    "subscriptions.upgrade_options": lambda shop: shop.subscriptions.upgrade_options("1"),
    "subscriptions.upgrade": lambda shop: shop.subscriptions.upgrade("1", 2),
    "subscriptions.downgrade_options": lambda shop: shop.subscriptions.downgrade_options("1"),
    "subscriptions.downgrade": lambda shop: shop.subscriptions.downgrade("1", 2),
    "courses.get": lambda shop: shop.courses.get("u"),
    "courses.section": lambda shop: shop.courses.section("u"),
    "courses.content": lambda shop: shop.courses.content("u"),
    "courses.set_progress": lambda shop: shop.courses.set_progress("u", 5),
    "discounts.check": lambda shop: shop.discounts.check(
        "CODE",
        items=[Item(variant_id=1)],
        location_id=1,
        postal_code="10510",
        courier_service_id=1,
        warehouse_unique_id="w",
        courier_aggregator_code="c",
        payment_method="cod",
        net_product_price=1000,
        gross_revenue="1000.00",
        shipping_cost=0,
    ),
    "intents.start": intent,
    "intents.CheckoutIntent.save": intent,
    "intents.prefill": lambda shop: shop.intents.prefill("cip_1"),
}


class SignedIn:
    known = None

    def access_token(self, wait: float | None = None) -> str:
        return "access"

    def token_for(self, account: str | None, before: str | None, wait: float | None = None) -> Any:
        return self.access_token(wait)

    def rejected(self, token: str, wait: float | None = None) -> bool:
        return False

    def look(self) -> None: ...

    def account(self) -> str:
        return ""

    def signed_in(self) -> bool:
        return True

    def close(self) -> None: ...


@pytest.mark.parametrize("name", CALLS)
def test_a_method_takes_everything_and_sends_it(name: str) -> None:
    calls: list[Any] = []

    def service(request: httpx.Request) -> httpx.Response:
        assert request.url.path.count("/") == PATHS[calls[-1].operation_id].count("/")
        return httpx.Response(
            200,
            json={
                "data": [],
                "items": [],
                "id": "11111111-1111-4111-8111-111111111111",
                "checkout_intent_token": "cit_1",
            },
        )

    transport = httpx.MockTransport(service)
    with Storefront(
        "store_x", "sfpk_x", "https://api.test", transport=transport, hooks=[calls.append], retry=never
    ) as shop:
        shop._core.shared._session = SignedIn()
        CALLS[name](shop)
    assert calls

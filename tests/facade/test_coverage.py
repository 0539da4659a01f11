"""The coverage table against the pinned contract, against the classes, and against what the methods really send."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import coverage_docs
import httpx
import pytest
from nexus_storefront import AsyncStorefront, Item, Storefront, never
from nexus_storefront.coverage import ELSEWHERE, ROWS, Row

PIN = json.loads((Path(__file__).parents[2] / "openapi" / "nexus-commerce-v3.json").read_bytes())
OPERATIONS = {
    operation["operationId"]: {
        **operation,
        "method": method.upper(),
        "path": path,
        "shared": methods.get("parameters", []),
    }
    for path, methods in PIN["paths"].items()
    for method, operation in methods.items()
    if "operationId" in operation
}
TAGS = {
    "Storefront",
    "Customer Auth",
    "Customer Account",
    "Customer Cart",
    "Customer Checkout",
    "Customer Orders",
    "Customer Subscriptions",
    "Customer Courses",
    "Discounts",
    "Checkout Intents",
}
# Cursors are part of every paginated answer; where the contract lists no parameters for them, the overlay adds them.
PAGING = {"page_size", "next_cursor", "previous_cursor"}


def look_up(reference: str) -> Any:
    found: Any = PIN
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def fields(schema: Any) -> set[str]:
    """The properties of a schema, of all its parts and variants."""
    if "$ref" in schema:
        return fields(look_up(schema["$ref"]))
    found = set(schema.get("properties", ()))
    for key in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(key, ()):
            found |= fields(part)
    return found


def resolved(value: Any) -> Any:
    return look_up(value["$ref"]) if "$ref" in value else value


def takes(operation: dict[str, Any]) -> set[str]:
    """The names of everything an operation can be sent."""
    parameters = [resolved(entry) for entry in (*operation["shared"], *operation.get("parameters", ()))]
    names = {entry["name"] for entry in parameters}
    for content in resolved(operation.get("requestBody", {})).get("content", {}).values():
        names |= fields(content["schema"])
    return names


def answers(operation: dict[str, Any]) -> set[str]:
    """The names of everything an operation can answer with."""
    names: set[str] = set()
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            for content in resolved(response).get("content", {}).values():
                names |= fields(content["schema"])
    return names


def test_what_is_listed_is_of_the_storefront_side() -> None:
    """What the table does not have yet is told by `make drift` and `make pin`; it fails nothing."""
    wanted = {operation_id for operation_id, found in OPERATIONS.items() if TAGS & set(found["tags"])}
    covered = {row.operation_id for row in ROWS}
    assert covered | set(ELSEWHERE) <= wanted
    assert not covered & set(ELSEWHERE)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method}-{row.operation_id}")
def test_every_row_is_true_to_the_pin(row: Row) -> None:
    operation = OPERATIONS[row.operation_id]
    paging = PAGING if "is_paginated" in answers(operation) else set()
    assert set(row.sends) <= takes(operation) | paging
    assert set(row.reads) <= answers(operation)
    assert len(set(row.sends)) == len(row.sends)


ROOMS = {
    "catalog": "catalogue",
    "locations": "catalogue",
    "discounts": "catalogue",
    "subscriptions": "account",
    "courses": "account",
}


def method_of(shop: type, row: Row) -> Callable[..., Any] | None:
    """The method of a row, on this half."""
    half = "_async" if shop is AsyncStorefront else "_sync"
    group, *inner = row.method.split(".")
    module = import_module(f"nexus_storefront.{ROOMS.get(group, group)}.{half}.{group}")
    if len(inner) == 2:
        return getattr(getattr(module, inner[0]), inner[1], None)
    classes = [found for _, found in inspect.getmembers(module, inspect.isclass) if found.__module__ == module.__name__]
    return next((getattr(found, inner[0]) for found in classes if hasattr(found, inner[0])), None)


@pytest.mark.parametrize("shop", [AsyncStorefront, Storefront])
def test_every_method_is_there_in_both_halves(shop: type) -> None:
    for row in ROWS:
        if not row.method.startswith("("):
            assert hasattr(shop, row.method.partition(".")[0]), row.method
            assert callable(method_of(shop, row)), row.method


def test_the_page_is_current() -> None:
    assert coverage_docs.main(["--check"]) == 0


# --- what is really sent

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
# Held by the tests of their own flows, where calling them means a whole conversation with the service.
CONVERSATIONS = ("checkout.", "auth.", "events.", "(", "orders.create_payment", "orders.instructions", "orders.watch")
CONVERSATIONS += ("orders.send_proof",)


class SignedIn:
    def access_token(self, wait: float | None = None) -> str:
        return "access"

    def rejected(self, token: str, wait: float | None = None) -> bool:
        return False

    def look(self) -> None: ...

    def account(self) -> str:
        return ""

    def signed_in(self) -> bool:
        return True

    def close(self) -> None: ...


@pytest.mark.parametrize("name", CALLS)
def test_a_method_sends_what_the_table_says(name: str) -> None:
    sent: dict[str, set[str]] = {}
    calls: list[Any] = []

    def service(request: httpx.Request) -> httpx.Response:
        operation_id = calls[-1].operation_id
        template, path = OPERATIONS[operation_id]["path"].split("/"), request.url.path.split("/")
        names = {part[1:-1] for part, given in zip(template, path, strict=True) if part != given} - {"store_id"}
        names |= set(request.url.params)
        names |= set(json.loads(request.content)) if request.content else set()
        names |= {"X-Scalev-Checkout-Intent-Token"} if "x-scalev-checkout-intent-token" in request.headers else set()
        sent.setdefault(operation_id, set()).update(names)
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
        shop._core.session = SignedIn()
        CALLS[name](shop)
    mine = [row for row in ROWS if row.method == name]
    assert mine
    for row in mine:
        assert sent[row.operation_id] == set(row.sends), row.operation_id


def test_every_method_is_called_here_or_in_its_own_tests() -> None:
    assert {row.method for row in ROWS if not row.method.startswith(CONVERSATIONS)} == set(CALLS)

"""Shipping options, summary, discounts, checkout: the server alone decides what a purchase costs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from nexus_sandbox import Sandbox
from sandbox_shopper import BUNDLE, BUYER, EBOOK, GAYO, HOME, PARCEL, SCARCE, Shopper, bundle, refused, variant

DESTINATION = {"destination": HOME}


def _amounts(summary: dict[str, Any]) -> dict[str, int]:
    return {name: int(float(value)) for name, value in summary.items() if name != "other_income_name"}


def test_options_follow_weight_and_distance(guest: Shopper) -> None:
    guest.add(variant(GAYO))
    near = guest.post("/public/checkout/shipping-options", json=DESTINATION).json()["data"]
    assert [option["cost"] for option in near] == sorted(option["cost"] for option in near)
    papua = guest.get("/public/locations?search=Abepura").json()["data"][0]["id"]
    far = {"destination": {"location_id": str(papua), "postal_code": "99110"}}
    there = guest.post("/public/checkout/shipping-options", json=far).json()["data"]
    assert 0 < len(there) < len(near)
    cost = {option["courier_service_id"]: option["cost"] for option in there}
    assert cost[11] > {option["courier_service_id"]: option["cost"] for option in near}[11]
    guest.add(variant(GAYO, 7))
    heavier = guest.post("/public/checkout/shipping-options", json=far).json()["data"]
    assert {option["courier_service_id"]: option["cost"] for option in heavier}[11] == cost[11] * 3
    cod = guest.post("/public/checkout/shipping-options", json=far | {"payment_method": "cod"}).json()["data"]
    assert {option["is_cod"] for option in cod} == {True}


def test_digital_only_has_no_shipping(guest: Shopper) -> None:
    guest.add(bundle(BUNDLE), variant(EBOOK))
    assert guest.post("/public/checkout/shipping-options", json=DESTINATION).json() == {
        "data": [],
        "is_paginated": False,
    }
    summary = guest.post("/public/checkout/summary", json=DESTINATION | {"payment_method": "qris"}).json()
    assert (summary["shipping_cost"], summary["other_income"], summary["other_income_name"]) == ("0", 0, None)


def test_summary_adds_up_and_ignores_the_callers_shipping_cost(guest: Shopper) -> None:
    guest.add(variant(GAYO, 2))
    chosen = {"courier_service_id": "12", "warehouse_unique_id": "warehouse_jakarta01", "courier_aggregator_code": None}
    body = DESTINATION | chosen | {"payment_method": "va_bca", "shipping_cost": "1"}
    amounts = _amounts(guest.post("/public/checkout/summary", json=body).json())
    assert amounts == {
        "product_price": 250_000,
        "shipping_cost": 18_000,
        "other_income": 2_000,
        "service_fee": 4_000,
        "gross_revenue": 274_000,
    }
    nested = {"shipping_option": chosen, "payment_method": "va_bca"}
    assert _amounts(guest.post("/public/checkout/summary", json=DESTINATION | nested).json()) == amounts
    with_code = guest.post("/public/checkout/summary", json=body | {"discount_code_code": "hemat10"}).json()
    assert _amounts(with_code)["gross_revenue"] == 274_000 - 25_000


def test_summary_refuses_what_is_not_offered(guest: Shopper) -> None:
    guest.add(variant(GAYO))
    for field, value in (
        ("courier_service_id", 999),
        ("warehouse_unique_id", "warehouse_elsewhere"),
        ("courier_aggregator_code", "other"),
        ("payment_method", "no_payment"),
        ("discount_code_code", "NOSUCHCODE"),
    ):
        body = DESTINATION | {"courier_service_id": 11, field: value}
        refused(guest.post("/public/checkout/summary", json=body), 400, field)
    nowhere = {"destination": {"location_id": 1, "postal_code": "10510"}}
    refused(guest.post("/public/checkout/summary", json=nowhere), 400, "destination.location_id")


@pytest.mark.parametrize(
    ("code", "context", "eligible", "discount"),
    [
        ("HEMAT10", {}, True, 50_000),
        ("potong25rb", {}, True, 25_000),
        ("BELANJA500", {}, True, 75_000),
        ("QRISASIK", {"payment_method": "qris"}, True, 31_250),
        ("QRISASIK", {"payment_method": "va_bca"}, False, 0),
        ("ONGKIR", {"courier_service_id": 11}, True, 15_000),
        ("ONGKIRGRATIS", {"courier_service_id": 12}, True, 36_000),
        ("LEBARAN2026", {}, False, 0),
        ("NONAKTIF", {}, False, 0),
        ("HALAMAN", {}, False, 0),
        ("TIDAKADA", {}, False, 0),
    ],
)
def test_discount_codes_of_each_kind(
    guest: Shopper, code: str, context: dict[str, Any], eligible: bool, discount: int
) -> None:
    body = {"code": code, "items": [variant(GAYO, 5)]} | DESTINATION | context
    answer = guest.post("/public/discount-codes/check", json=body)
    assert answer.status_code == 200
    verdict = answer.json()
    assert (verdict["is_eligible"], verdict["discount_code_discount"]) == (eligible, f"{discount}.00")
    assert (verdict["discount_code"] is None) == (not eligible)
    if verdict["eligibility_details"] and not eligible:
        assert False in verdict["eligibility_details"].values()


def test_a_code_with_a_limit_is_used_up_and_given_back(sandbox: Sandbox, shop: Shopper) -> None:
    order = shop.order(items=[variant(GAYO)], discount_code_code="SEKALI")
    assert order["discount_code_discount"] == "10000.00"
    again = PARCEL | {"items": [variant(GAYO)], "payment_method": "qris", "discount_code_code": "SEKALI"}
    refused(shop.post("/public/checkout", json=again), 400, "discount_code_code")
    sandbox.control.expire_order(order["order_id"])
    assert shop.post("/public/checkout", json=again).status_code == 201


def test_a_code_expires_by_the_sandboxs_clock(sandbox: Sandbox, shop: Shopper) -> None:
    body = {"code": "SEKALI", "net_product_price": "100000.00"}
    assert shop.post("/public/discount-codes/check", json=body).json()["is_eligible"] is True
    sandbox.control.advance_clock(80 * 365 * 86_400)
    assert shop.post("/public/discount-codes/check", json=body).json()["is_eligible"] is False


def test_an_order_is_made_from_items_or_from_the_cart(guest: Shopper, sandbox: Sandbox) -> None:
    guest.add(variant(GAYO, 2), bundle(BUNDLE))
    order = guest.order(courier_service_id=11, warehouse_unique_id="warehouse_jakarta01")
    assert order["variants"] == {str(GAYO): 2}
    assert order["bundle_price_options"] == {str(BUNDLE): 1}
    assert order["courier_service"] == {"name": "JNE Reguler", "courier": {"name": "JNE"}}
    assert guest.get("/public/cart").json()["items"] == []
    assert sandbox.control.stock(GAYO) == 498

    guest.add(variant(GAYO, 3))
    assert guest.order(items=[variant(EBOOK)])["variants"] == {str(EBOOK): 1}
    assert guest.get("/public/cart").json()["items"] == []

    refused(guest.post("/public/checkout", json=PARCEL | {"payment_method": "qris"}), 400, "items", code="cart_empty")


def test_a_refused_order_leaves_cart_and_stock_alone(guest: Shopper, sandbox: Sandbox) -> None:
    guest.add(variant(GAYO), variant(SCARCE, 3))
    sandbox.control.set_stock(SCARCE, 2)
    refused(guest.post("/public/checkout", json=PARCEL | {"payment_method": "qris"}), 400, "items", code="out_of_stock")
    assert guest.get("/public/cart").json()["item_count"] == 4
    assert sandbox.control.stock(GAYO) == 500
    assert sandbox.control.orders() == []


def test_a_cart_order_may_be_set_to_keep_the_cart(guest: Shopper, sandbox: Sandbox) -> None:
    sandbox.control.configure(clear_cart_on_cart_order=False)
    guest.add(variant(GAYO))
    guest.order()
    assert guest.get("/public/cart").json()["item_count"] == 1
    guest.order(items=[variant(GAYO)])
    assert guest.get("/public/cart").json()["items"] == []


def test_a_repeated_post_is_a_second_order(shop: Shopper, sandbox: Sandbox) -> None:
    first, second = shop.order(items=[variant(GAYO)]), shop.order(items=[variant(GAYO)])
    assert first["id"] != second["id"]
    assert first["secret_slug"] != second["secret_slug"]
    assert sandbox.control.stock(GAYO) == 498


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"payment_method": "no_payment"}, "payment_method"),
        ({"payment_method": "kredivo"}, "payment_method"),
        ({"payment_method": None}, "payment_method"),
        ({"shipping_location_id": 1}, "shipping_location_id"),
        ({"shipping_location_id": None}, "shipping_location_id"),
        ({"items": [variant(GAYO), variant(1)]}, "items.1.variant_id"),
        ({"items": [variant(GAYO), variant(SCARCE, 4)]}, "items.1.quantity"),
        ({"items": [variant(EBOOK)], "payment_method": "cod"}, "payment_method"),
        ({"customer_email": "nobody"}, "customer_email"),
        ({"customer_name": "x" * 201}, "customer_name"),
        ({"shipping_cost": 1}, "shipping_cost"),
        ({"items": [variant(GAYO, 101)]}, "items.0.quantity"),
        ({"items": [variant(GAYO)] * 51}, "items"),
    ],
)
def test_what_a_checkout_refuses(shop: Shopper, sandbox: Sandbox, changes: dict[str, Any], field: str) -> None:
    body = {"items": [variant(GAYO)], "payment_method": "qris"} | PARCEL | changes
    body = {name: value for name, value in body.items() if value is not None}
    refused(shop.post("/public/checkout", json=body), 400, field)
    assert sandbox.control.orders() == []


def test_the_guides_minimal_checkouts_pass(shop: Shopper) -> None:
    assert shop.order(items=[variant(GAYO)])["gross_revenue"] == "136500.00"
    digital = BUYER | {"items": [bundle(BUNDLE)], "payment_method": "bank_transfer"}
    assert shop.post("/public/checkout", json=digital).json()["gross_revenue"] == "75000.00"


def test_strict_two_step_leaves_the_method_for_later(shop: Shopper, sandbox: Sandbox) -> None:
    sandbox.control.configure(strict_two_step=True)
    answer = shop.post("/public/checkout", json=PARCEL | {"items": [variant(GAYO)]})
    assert (answer.status_code, answer.json()["payment_method"]) == (201, "payment_link")


def test_the_order_may_cost_other_than_the_summary_said(shop: Shopper, sandbox: Sandbox) -> None:
    body = {"items": [variant(GAYO)], "payment_method": "bank_transfer"}
    said = _amounts(shop.post("/public/checkout/summary", json=body | DESTINATION).json())["gross_revenue"]
    sandbox.control.set_price(GAYO, 130_000)
    sandbox.control.configure(unique_code=True)
    order = shop.order(**body)
    unique = int(float(order["unique_code_discount"]))
    assert 1 <= unique <= 999
    assert float(order["gross_revenue"]) == said + 5_000 - unique


def test_order_amounts_add_up(shop: Shopper) -> None:
    order = shop.order(items=[variant(GAYO, 3)], payment_method="gopay", discount_code_code="ONGKIR")
    total = sum(float(order[name]) for name in ("product_price", "shipping_cost", "other_income", "service_fee"))
    less = ("product_discount", "shipping_discount", "unique_code_discount", "discount_code_discount")
    assert total - sum(float(order[name]) for name in less) == float(order["gross_revenue"])
    assert order["discount_code_discount"] == "9500.00"


def test_stock_sells_out_exactly_once(sandbox: Sandbox) -> None:
    sandbox.control.set_stock(SCARCE, 10)

    def buy(_: int) -> int:
        with Shopper(sandbox) as shop:
            body = PARCEL | {"items": [variant(SCARCE)], "payment_method": "qris"}
            return shop.post("/public/checkout", json=body).status_code

    with ThreadPoolExecutor(12) as pool:
        statuses = list(pool.map(buy, range(24)))
    assert (statuses.count(201), statuses.count(400)) == (10, 14)
    assert sandbox.control.stock(SCARCE) == 0


class TestCustomer:
    def test_cart_id_selects_the_cart(self, guest: Shopper) -> None:
        guest.sign_in()
        cart = guest.post("/customers/me/cart/items", json=variant(GAYO)).json()
        body = {"cart_id": cart["id"], "payment_method": "qris"}
        place = {"location_id": 9089, "postal_code": "10510"}
        options = guest.post("/customers/me/checkout/shipping-options", json=body | place).json()["data"]
        chosen = {"courier_service_id": options[0]["courier_service_id"]}
        summary = guest.post("/customers/me/checkout/summary", json=body | place | chosen).json()
        order = guest.post("/customers/me/checkout", json=body | chosen | {"address_id": 1})
        assert order.status_code == 201
        assert order.json()["gross_revenue"] == summary["gross_revenue"]
        assert order.json()["destination_address"]["subdistrict"] == "Cempaka Putih"
        assert guest.get("/customers/me/cart").json()["items"] == []

    def test_direct_items_clear_the_named_cart_only(self, guest: Shopper) -> None:
        guest.sign_in()
        cart = guest.post("/customers/me/cart/items", json=variant(GAYO)).json()
        body = {"items": [variant(EBOOK)], "payment_method": "qris"}
        assert guest.post("/customers/me/checkout", json=body).status_code == 201
        assert guest.get("/customers/me/cart").json()["item_count"] == 1
        assert guest.post("/customers/me/checkout", json=body | {"cart_id": str(cart["id"])}).status_code == 201
        assert guest.get("/customers/me/cart").json()["item_count"] == 0

    def test_only_own_carts_and_addresses(self, guest: Shopper) -> None:
        foreign = guest.add(variant(GAYO))["id"]
        guest.sign_in()
        body = {"items": [variant(GAYO)], "payment_method": "qris"}
        refused(guest.post("/customers/me/checkout", json=body | {"cart_id": foreign}), 404)
        refused(guest.post("/customers/me/checkout", json=body | {"address_id": 3}), 404)
        refused(guest.post("/customers/me/checkout", json={"payment_method": "qris"}), 400, "items")
        refused(guest.post("/customers/me/checkout", json=body), 400, "location_id")

    def test_methods_and_addresses_to_choose_from(self, guest: Shopper) -> None:
        guest.sign_in()
        methods = guest.get("/customers/me/checkout/payment-methods").json()
        assert "qris" in methods["payment_methods"]
        assert "kredivo" not in methods["payment_methods"]
        assert {account["method"] for account in methods["payment_accounts"]} == {"bank_transfer", "e_wallet"}
        assert [row["id"] for row in guest.get("/customers/me/checkout/addresses").json()["data"]] == [1, 2]

# Rendered from tests/facade/_async/test_flows.py by scripts/unasync.py; edit that file.
"""Catalogue, locations, orders, account, subscriptions, courses and discounts, against the sandbox over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator, Callable
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from nexus_commerce.models import StorefrontBundlePriceOptionCard, StorefrontProductCard
from nexus_commerce.types import UNSET
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    BadRequest,
    DecodeError,
    DriftReport,
    InvalidInput,
    Item,
    NotEntitled,
    NotFound,
    NotSignedIn,
    RepeatedCursor,
)

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
PASSWORD = "kata-sandi-contoh"


@pytest.fixture
def sari(sandbox: Sandbox) -> Iterator[Storefront]:
    """Signed in as the customer with a subscription and a course."""
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        shop.auth.login("sari@example.com", PASSWORD)
        yield shop


# --- catalogue


def test_list_catalog_items(shop: Storefront) -> None:
    every = shop.catalog.items().all()
    assert len(every) == shop.catalog.count()
    kinds = {type(item): item.entity_type for item in every}
    assert kinds == {StorefrontProductCard: "product", StorefrontBundlePriceOptionCard: "bundle_price_option"}
    small = [item for item in shop.catalog.items(page_size=7)]
    assert [item.slug for item in small] == [item.slug for item in every]


def test_how_long_the_service_took_is_in_the_raw_answer(shop: Storefront) -> None:
    with shop.raw() as answers:
        shop.catalog.count()
    assert answers[0].elapsed.total_seconds() > 0


def test_items_are_fetched_as_they_are_read(sandbox: Sandbox, shop: Storefront) -> None:
    sandbox.control.clear_requests()
    listing = shop.catalog.items(page_size=5)
    assert sandbox.control.requests("listStorefrontItems") == []
    for _ in listing:
        break
    assert len(sandbox.control.requests("listStorefrontItems")) == 1


def test_pages_forth_and_back(shop: Storefront) -> None:
    listing = shop.catalog.items(page_size=4)
    first = listing.page()
    assert (len(first), first.page_size, first.previous_cursor) == (4, 4, None)
    assert [first[0], first[-1]] == [first.items[0], first.items[3]]
    second = listing.page(next_cursor=first.next_cursor)
    back = listing.page(previous_cursor=second.previous_cursor)
    assert [item.slug for item in back] == [item.slug for item in first]
    with pytest.raises(InvalidInput):
        listing.page(next_cursor="a", previous_cursor="b")


def test_a_repeated_cursor_ends_the_iteration(wire: Any, reply: Reply) -> None:
    pages = {"": "a", "a": "b", "b": "a"}
    wire.default = lambda request: reply(
        200,
        {"data": [{}], "has_next": True, "next_cursor": pages[request.url.params.get("next_cursor", "")]},
    )
    with wire.shop() as shop:
        with pytest.raises(RepeatedCursor):
            shop.catalog.items().all()
    assert len(wire.requests) == 3


@pytest.mark.parametrize("end", [{"has_next": False, "next_cursor": "x"}, {"next_cursor": None}, {}])
def test_a_list_ends_where_nothing_follows(wire: Any, reply: Reply, end: dict[str, Any]) -> None:
    wire.default = lambda request: reply(200, {"data": [{"entity_type": "product"}] * 2, **end})
    with wire.shop() as shop:
        assert len(shop.catalog.items().all()) == 2
    assert len(wire.requests) == 1


def test_more_without_a_cursor_is_not_taken_for_the_end(wire: Any, reply: Reply) -> None:
    wire.default = lambda request: reply(200, {"data": [{}], "has_next": True, "next_cursor": None})
    with wire.shop() as shop:
        with pytest.raises(DecodeError):
            shop.catalog.items().all()


@pytest.mark.parametrize("size", [0, -1, 101, True])
def test_page_size_is_checked(shop: Storefront, size: int) -> None:
    with pytest.raises(InvalidInput):
        shop.catalog.items(page_size=size)


def test_show_product_detail(shop: Storefront) -> None:
    product = shop.catalog.product("kopi-arabika-gayo")
    assert 494535 in [variant.id for variant in product.variants or []]


def test_show_bundle_price_option_detail(shop: Storefront) -> None:
    bundle = shop.catalog.bundle("paket-buku-seduh")
    assert bundle.bundle_price_option_id == 31925
    assert bundle.bundlelines


def test_hidden_items_are_readable_by_slug(shop: Storefront) -> None:
    assert "paket-reseller-kopi" not in [item.slug for item in shop.catalog.items()]
    assert (shop.catalog.product("paket-reseller-kopi")).slug == "paket-reseller-kopi"


def test_check_pricing_and_availability(sandbox: Sandbox, shop: Storefront) -> None:
    sandbox.control.clear_requests()
    offers = shop.catalog.offers([494535, "494551", 494535, 1])
    assert len(sandbox.control.requests("getStorefrontVariantPricing")) == 1
    assert set(offers) == {494535, 494551}
    assert (str(offers[494535].price), offers[494535].available) == ("Rp125.000", True)
    assert (offers[494551].available, offers[494551].available_qty) == (False, 0)
    stock = shop.catalog.availability(494535)
    assert (stock.available, stock.stock_status) == (True, "in_stock")
    assert shop.catalog.offers([]) == {}
    assert offers.left_out == (1,)
    assert offers.error is None
    assert offers["494535"] is offers[494535]
    assert "494551" in offers
    assert "kopi" not in offers
    assert offers.get("kopi") is None
    assert str(offers).splitlines() == [
        f"variant 494535: Rp125.000, available ({offers[494535].available_qty})",
        f"variant 494551: {offers[494551].price}, sold out",
    ]


def test_one_bad_product_does_not_end_the_work_for_the_others(wire: Any, reply: Reply) -> None:
    def pricing(request: httpx.Request) -> httpx.Response:
        ids = request.url.params["ids"].split(",")
        if "150" in ids:
            return reply(400, {"error": "no"})
        rows = [{"variant_id": int(i), "price": "1000"} for i in ids]
        return reply(200, {"data": [None, {"price": 5}, "x", {"variant_id": {}}, *rows]})

    wire.default = pricing
    with wire.shop() as shop:
        offers = shop.catalog.offers(range(1, 251))
        assert set(offers) == {*range(1, 101), *range(201, 251)}
        assert offers.left_out == tuple(range(101, 201))
        assert isinstance(offers.error, BadRequest)
        with pytest.raises(BadRequest):
            shop.catalog.offers([150])
        wire.default = lambda request: reply(
            200, {"data": [None, 5, "x", [], {"entity_type": 7}, {"entity_type": "product", "name": "Kopi"}]}
        )
        page = shop.catalog.items().page()
    assert [getattr(item, "name", None) for item in page] == ["Kopi"]
    assert page.left_out == (None, 5, "x", [], {"entity_type": 7})


@pytest.mark.parametrize(
    ("details", "reasons"),
    [
        ({}, ("unknown_code",)),
        ({"is_enabled": True, "is_not_expired": False}, ("expired",)),
        ({"isEnabled": False, "isMinimumRevenueCheck": "false"}, ("disabled", "below_minimum")),
        ({"isLimitedToPagesCheck": False, "isPageDiscountActive": False}, ("not_for_this_page",)),
        ({"isWeekend": False, "isEnabled": True, "note": None}, ("isWeekend",)),
        ({"isEnabled": True}, ()),
        (["isEnabled"], ()),
        ("expired", ()),
    ],
)
def test_why_a_code_does_not_apply(wire: Any, reply: Reply, details: Any, reasons: tuple[str, ...]) -> None:
    wire.default = lambda request: reply(
        200, {"is_eligible": False, "discount_code": None, "eligibility_details": details}
    )
    with wire.shop() as shop:
        check = shop.discounts.check("HEMAT10", net_product_price=1)
    assert check.reasons == reasons
    assert check.details == (details if isinstance(details, dict) else {"eligibility_details": details})
    assert str(check) == "HEMAT10: not applicable" + (f" ({', '.join(reasons)})" if reasons else "")


def test_what_is_printed_shows_names_and_prices(shop: Storefront) -> None:
    cart = shop.cart.add(variant_id=494535, quantity=2)
    assert str(cart) == "2 × Kopi Arabika Gayo - 250 g - Biji: Rp250.000\ntotal Rp250.000"
    shop.cart.clear()
    assert str(shop.cart.get()) == "an empty cart"
    checkout = shop.checkout.start([Item(bundle_price_option_id=31925)], digital=True)
    checkout.set_buyer(name="Budi Rahasia", email="budi@example.com")
    checkout.pay_with("qris")
    quote = checkout.quote()
    assert str(quote).startswith("products Rp")
    assert str(quote).endswith(f"total {quote.total}")
    assert "Rahasia" not in f"{quote} {checkout}"
    assert ".all()" in str(shop.catalog.items())
    page = shop.catalog.items(page_size=1).page()
    assert str(page) == "Kopi Arabika Gayo: 125000.00 to 235000.00\n… and more"
    product = shop.catalog.product("kopi-arabika-gayo")
    assert str(product).splitlines()[:2] == [str(page.items[0]), "  Kopi Arabika Gayo - 250 g - Biji: 125000.00"]


def test_many_ids_go_in_several_requests(wire: Any, reply: Reply) -> None:
    def pricing(request: httpx.Request) -> httpx.Response:
        ids = request.url.params["ids"].split(",")
        return reply(200, {"data": [{"variant_id": int(i), "price": "1000", "available": "true"} for i in ids]})

    wire.default = pricing
    with wire.shop() as shop:
        offers = shop.catalog.offers(range(1, 251))
    assert len(offers) == 250
    assert all(offer.available for offer in offers.values())
    assert [len(request.url.params["ids"].split(",")) for request in wire.requests] == [100, 100, 50]


def test_categories(shop: Storefront) -> None:
    assert all(category.full_path for category in shop.catalog.categories())


# --- locations


def test_select_delivery_location_step_by_step(shop: Storefront) -> None:
    province = next(p for p in shop.locations.provinces() if p.province_name == "DKI Jakarta")
    assert isinstance(province.province_id, int)
    city = next(c for c in shop.locations.cities(province.province_id) if c.city_name == "Kota Jakarta Pusat")
    assert isinstance(city.city_id, int)
    places = shop.locations.subdistricts(city.city_id).all()
    place = next(place for place in places if place.subdistrict_name == "Cempaka Putih")
    assert place.id == 9089
    assert "10510" in shop.locations.postal_codes(9089)


def test_select_delivery_location_by_search(shop: Storefront) -> None:
    found = shop.locations.search("cempaka putih").all()
    assert 9089 in [place.id for place in found]
    assert shop.locations.search("tidak ada di sini").all() == []
    assert [p.province_name for p in shop.locations.provinces(search="jakarta")] == ["DKI Jakarta"]


# --- orders


def test_an_order_by_its_slug_and_its_notes(sandbox: Sandbox, shop: Storefront) -> None:
    slug = order_slug(shop)
    assert (shop.orders.get(slug)).secret_slug == slug
    when = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)
    order = shop.orders.update(slug, notes="Titip di pos satpam\nterima kasih 🙏", transfer_time=when)
    assert order.transfer_time == when
    holder = {"payment_account_holder": "Demo", "payment_account_number": "1"}
    assert (shop.orders.update(slug, **holder)).transfer_time == when
    cleared = shop.orders.update(slug, transfer_time=None, payment_account_holder="")
    assert (cleared.transfer_time, cleared.payment_account_holder, cleared.payment_account_number) == (None, None, "1")
    with pytest.raises(NotFound):
        shop.orders.get("tidak-ada")


def test_list_and_view_authenticated_orders(sari: Storefront) -> None:
    slug = order_slug(sari, signed_in=True)
    orders = sari.orders.mine(page_size=5).all()
    mine = next(order for order in orders if order.secret_slug == slug)
    assert (sari.orders.get_mine(str(mine.id))).secret_slug == slug


def order_slug(shop: Storefront, signed_in: bool = False) -> str:
    from nexus_commerce.api.customer_checkout import create_customer_checkout
    from nexus_commerce.api.storefront import create_public_checkout

    body = {"items": [Item(bundle_price_option_id=31925).to_body()], "payment_method": "bank_transfer"}
    if not signed_in:
        body |= {"customer_name": "Demo", "customer_email": "demo@example.com", "customer_phone": "6281234567890"}
    operation = create_customer_checkout if signed_in else create_public_checkout
    order = operation.sync(shop._core.store_id, client=shop.api, body=body)
    assert isinstance(order.secret_slug, str)
    return order.secret_slug


# --- account


def test_manage_customer_profile_and_addresses(sandbox: Sandbox) -> None:
    sandbox.control.add_customer("profile@example.com", PASSWORD, name="Profil")
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        with pytest.raises(NotSignedIn):
            shop.account.profile()
        shop.auth.login("profile@example.com", PASSWORD)
        changed = shop.account.update(name="Profil Baru", date_of_birth=date(1990, 2, 3), is_unsubscribe=True)
        assert changed.customer
        assert changed.customer.name == "Profil Baru"
        profile = (shop.account.profile()).customer
        assert profile
        assert (profile.date_of_birth, profile.is_unsubscribe) == (date(1990, 2, 3), True)
        with pytest.raises(InvalidInput):
            shop.account.update()

        address = shop.account.add_address(
            name="Rumah", phone="628111", address="Jl. Contoh 1", location_id=9089, postal_code="10510"
        )
        assert isinstance(address.id, (int, str))
        shop.account.update_address(address.id, notes="pagar hijau")
        changed_address = shop.account.update_address(address.id, name="Kantor")
        assert (changed_address.name, changed_address.notes) == ("Kantor", "pagar hijau")
        assert (shop.account.update_address(address.id, notes=None)).notes == ""
        assert [a.id for a in shop.account.addresses(page_size=2).all()] == [address.id]
        shop.account.remove_address(address.id)
        assert shop.account.addresses().all() == []
        with pytest.raises(NotFound):
            shop.account.address(address.id)
        shop.account.set_password("sandi-baru-123")
        shop.auth.logout()
        shop.auth.login("profile@example.com", "sandi-baru-123")


def test_none_clears_what_the_contract_lets_be_cleared_and_nothing_else(wire: Any) -> None:
    def sent() -> Any:
        return json.loads(wire.requests.pop().content)

    with wire.shop() as shop:
        shop._core.shared._session = SignedIn()
        for empty in (None, ""):
            shop.account.update(name="N", phone=empty, sex=empty)
            assert sent() == {"name": "N", "phone": "", "sex": ""}
            shop.account.update_address(1, notes=empty, name=UNSET)
            assert sent() == {"notes": ""}
            everything = dict.fromkeys(
                (
                    *("notes", "transferproof_url", "transfer_time", "financial_entity_id"),
                    *("payment_account", "payment_account_holder", "payment_account_number"),
                ),
                empty,
            )
            shop.orders.update("slug", **everything)  # type: ignore[arg-type]
            assert sent() == dict.fromkeys(everything)
            for name in ("name", "date_of_birth", "is_unsubscribe"):
                with pytest.raises(InvalidInput, match=f"{name} cannot be cleared"):
                    shop.account.update(**{name: empty, "phone": "628"})  # type: ignore[arg-type]
            for name in ("name", "phone", "address", "location_id", "postal_code", "email"):
                with pytest.raises(InvalidInput, match=f"{name} cannot be cleared"):
                    shop.account.update_address(1, **{name: empty})  # type: ignore[arg-type]
        with pytest.raises(InvalidInput, match="nothing to update"):
            shop.account.update_address(1, name=UNSET)
        with pytest.raises(InvalidInput, match="nothing to update"):
            shop.orders.update("slug")
    assert wire.requests == []


# --- subscriptions and courses


def test_list_subscriptions_and_change_them(sari: Storefront) -> None:
    subscriptions = sari.subscriptions.all(page_size=1).all()
    assert len(subscriptions) >= 2
    (active,) = sari.subscriptions.all(status="active").all()
    one = sari.subscriptions.get(str(active.id))
    assert one.id == active.id
    item = str((one.subscription_items or [])[0].id)
    assert [option.id for option in sari.subscriptions.upgrade_options(item)] == [494713]
    assert [option.id for option in sari.subscriptions.downgrade_options(item)] == [494711]
    (later,) = (sari.subscriptions.downgrade(item, 494711)).subscription_items or []
    assert later.pending_action
    assert (later.pending_action.action_type, later.pending_action.execution_type) == ("downgrade", "at_period_end")
    assert (sari.subscriptions.cancel(str(one.id))).is_cancel_at_period_end is True
    assert (sari.subscriptions.resume(str(one.id))).is_cancel_at_period_end is False
    with pytest.raises(InvalidInput):
        sari.subscriptions.all(status="not a status").all()  # type: ignore[arg-type]
    with pytest.raises(InvalidInput):
        sari.subscriptions.all(page_size=26)


def test_render_entitlement_gated_courses(sandbox: Sandbox, sari: Storefront) -> None:
    uuid = course_uuid(sari)
    course = sari.courses.get(uuid)
    section = (course.course_sections or [])[0]
    content = (section.course_contents or [])[0]
    assert (sari.courses.section(str(section.uuid))).uuid == section.uuid
    assert (sari.courses.content(str(content.uuid))).uuid == content.uuid
    updated = sari.courses.set_progress(str(content.uuid), 40)
    assert updated.progress
    assert updated.progress.progress == 40
    with pytest.raises(InvalidInput):
        sari.courses.set_progress(str(content.uuid), 101)

    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as other:
        other.auth.login("rina@example.com", PASSWORD)
        with pytest.raises(NotEntitled) as caught:
            other.courses.get(uuid)
        assert caught.value.certain
        assert caught.value.status == 403
        with pytest.raises(NotEntitled) as caught:
            other.courses.get("00000000-0000-4000-8000-000000000000")
        assert not caught.value.certain
        assert caught.value.operation_id == "getCustomerVariantCourse"


def test_a_wrong_store_is_not_a_missing_entitlement(wire: Any, reply: Reply) -> None:
    wire.default = lambda request: reply(404, {"error": "Store not found"})
    with wire.shop() as shop:
        shop._core.shared._session = SignedIn()
        with pytest.raises(NotFound):
            shop.courses.get("some-uuid")


@pytest.mark.parametrize(
    ("body", "certain"),
    [
        ({"error": "Forbidden"}, True),
        ({"error": None, "error_code": "course_not_owned"}, True),
        (b"<html><h1>403 Forbidden</h1></html>", False),
        (b"blocked", False),
        (b"", False),
        ({"message": "Forbidden"}, False),
        (["error"], False),
    ],
)
def test_only_the_services_own_refusal_is_a_certain_one(
    wire: Any, reply: Reply, body: Any, certain: bool
) -> None:
    wire.default = lambda request: reply(403, body)
    with wire.shop() as shop:
        shop._core.shared._session = SignedIn()
        for call in (shop.courses.get, shop.courses.section, shop.courses.content):
            with pytest.raises(NotEntitled) as caught:
                call("some-uuid")
            assert caught.value.certain is certain


class SignedIn:
    known = None

    def access_token(self, wait: float | None = None) -> str | None:
        return "access"

    def token_for(self, account: str | None, before: str | None, wait: float | None = None) -> Any:
        return self.access_token(wait)

    def rejected(self, token: str, wait: float | None = None) -> bool:
        return False

    def signed_in(self) -> bool:
        return True

    def close(self) -> None: ...


def course_uuid(shop: Storefront) -> str:
    for item in shop.catalog.items():
        if isinstance(item, StorefrontProductCard) and item.item_type == "course":
            product = shop.catalog.product(str(item.slug))
            return str((product.variants or [])[0].uuid)
    raise AssertionError("the sandbox sells no course")


# --- discounts


def test_discount_codes(shop: Storefront) -> None:
    items = [Item(variant_id=494535, quantity=2)]
    good = shop.discounts.check("HEMAT10", items=items, payment_method="bank_transfer")
    assert (good.is_eligible, str(good.discount)) == (True, "Rp25.000")
    for code in ("LEBARAN2026", "NONAKTIF", "TIDAKADA"):
        assert not (shop.discounts.check(code, items=items)).is_eligible
    shop.cart.add(variant_id=494535)
    of_cart = shop.discounts.check("HEMAT10", payment_method="bank_transfer")
    assert str(of_cart.discount) == "Rp12.500"
    with pytest.raises(InvalidInput):
        shop.discounts.check("HEMAT10", items=items, location_id=9089)


def test_a_signed_in_customers_own_cart_is_checked(sandbox: Sandbox) -> None:
    sandbox.control.add_customer("kupon@example.com", PASSWORD, name="Kupon")
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        shop.auth.login("kupon@example.com", PASSWORD)
        with pytest.raises(InvalidInput, match="items"):
            shop.discounts.check("HEMAT10")
        shop.cart.guest.add(variant_id=494535, quantity=3)
        shop.cart.add(variant_id=494535)
        of_cart = shop.discounts.check("HEMAT10", payment_method="bank_transfer")
        assert (of_cart.is_eligible, str(of_cart.discount)) == (True, "Rp12.500")
        sandbox.control.clear_requests()
        of_amount = shop.discounts.check("HEMAT10", net_product_price=250_000, payment_method="bank_transfer")
        assert str(of_amount.discount) == "Rp25.000"
        of_items = shop.discounts.check(
            "HEMAT10", items=[Item(variant_id=494535, quantity=2)], payment_method="bank_transfer"
        )
        assert str(of_items.discount) == "Rp25.000"
        assert not sandbox.control.requests("getCustomerCart")


VARIANT = {"id": 1, "type": "variant", "variant_id": 494535, "quantity": 1}


@pytest.mark.parametrize(
    ("cart", "sent"),
    [
        ({"items": [VARIANT | {"quantity": 120}]}, {"net_product_price": "125000.00"}),
        ({"items": [VARIANT | {"id": n, "variant_id": n} for n in range(1, 52)]}, {"net_product_price": "125000.00"}),
        ({"items": [VARIANT, {"id": 9, "type": "gift", "quantity": 1}]}, {"net_product_price": "125000.00"}),
        (
            {"items": [VARIANT, VARIANT | {"id": 2}]},
            {"items": [{"type": "variant", "variant_id": 494535, "quantity": 2}]},
        ),
        ({"items": [VARIANT], "item_count": 3}, None),
        ({"items": [VARIANT, VARIANT | {"quantity": None}]}, None),
    ],
)
def test_a_code_is_checked_for_all_that_is_in_a_customers_cart(
    wire: Any, reply: Reply, cart: dict[str, Any], sent: dict[str, Any] | None
) -> None:
    tokens = {"access": "a" * 20, "refresh": "r" * 20, "expires_in": 900, "refresh_expires_in": 2_592_000}
    checked = {"is_eligible": True, "eligibility_details": {}, "discount_code_discount": "1"}
    rest = {"id": 7, "total": "125000.00"} | cart
    answers = {"/login": tokens, "/check": checked, "/me/cart": rest}
    wire.default = lambda request: reply(
        200, next((body for end, body in answers.items() if request.url.path.endswith(end)), {"items": []})
    )
    with wire.shop() as shop:
        shop.auth.login("sari@example.com", PASSWORD)
        if sent is None:
            with pytest.raises(DecodeError, match="does not say what is in it"):
                shop.discounts.check("HEMAT10")
        else:
            assert (shop.discounts.check("HEMAT10")).is_eligible
            assert json.loads(wire.requests[-1].content) == {"code": "HEMAT10"} | sent


# --- drift


def test_live_drift_is_counted_by_name_and_shape(sandbox: Sandbox) -> None:
    report = DriftReport()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, drift=report) as shop:
        shop.catalog.availability(494535)
        before = {drift.kind for drift in report.counts() if drift.operation_id == "getStorefrontVariantAvailability"}
        assert "unknown enum value" not in before
        sandbox.control.drift("getStorefrontVariantAvailability", {"new_fields", "new_enum_values"})
        shop.catalog.availability(494535)
    kinds = {drift.kind for drift in report.counts() if drift.operation_id == "getStorefrontVariantAvailability"}
    assert {"unknown field", "unknown enum value"} <= kinds
    assert "getStorefrontVariantAvailability" in report.export()

"""Catalogue, locations, orders, account, subscriptions, courses and discounts, against the sandbox over HTTP."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from nexus_commerce.models import StorefrontBundlePriceOptionCard, StorefrontProductCard
from nexus_commerce.types import UNSET
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
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
async def sari(sandbox: Sandbox) -> AsyncIterator[AsyncStorefront]:
    """Signed in as the customer with a subscription and a course."""
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        await shop.auth.login("sari@example.com", PASSWORD)
        yield shop


# --- catalogue


async def test_list_catalog_items(shop: AsyncStorefront) -> None:
    every = await shop.catalog.items().all()
    assert len(every) == await shop.catalog.count()
    kinds = {type(item): item.entity_type for item in every}
    assert kinds == {StorefrontProductCard: "product", StorefrontBundlePriceOptionCard: "bundle_price_option"}
    small = [item async for item in shop.catalog.items(page_size=7)]
    assert [item.slug for item in small] == [item.slug for item in every]


async def test_how_long_the_service_took_is_in_the_raw_answer(shop: AsyncStorefront) -> None:
    with shop.raw() as answers:
        await shop.catalog.count()
    assert answers[0].elapsed.total_seconds() > 0


async def test_items_are_fetched_as_they_are_read(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    sandbox.control.clear_requests()
    listing = shop.catalog.items(page_size=5)
    assert sandbox.control.requests("listStorefrontItems") == []
    async for _ in listing:
        break
    assert len(sandbox.control.requests("listStorefrontItems")) == 1


async def test_pages_forth_and_back(shop: AsyncStorefront) -> None:
    listing = shop.catalog.items(page_size=4)
    first = await listing.page()
    assert (len(first), first.page_size, first.previous_cursor) == (4, 4, None)
    assert [first[0], first[-1]] == [first.items[0], first.items[3]]
    second = await listing.page(next_cursor=first.next_cursor)
    back = await listing.page(previous_cursor=second.previous_cursor)
    assert [item.slug for item in back] == [item.slug for item in first]
    with pytest.raises(InvalidInput):
        await listing.page(next_cursor="a", previous_cursor="b")


async def test_a_repeated_cursor_ends_the_iteration(wire: Any, reply: Reply) -> None:
    pages = {"": "a", "a": "b", "b": "a"}
    wire.default = lambda request: reply(
        200,
        {"data": [{}], "has_next": True, "next_cursor": pages[request.url.params.get("next_cursor", "")]},
    )
    async with wire.shop() as shop:
        with pytest.raises(RepeatedCursor):
            await shop.catalog.items().all()
    assert len(wire.requests) == 3


@pytest.mark.parametrize("end", [{"has_next": False, "next_cursor": "x"}, {"next_cursor": None}, {}])
async def test_a_list_ends_where_nothing_follows(wire: Any, reply: Reply, end: dict[str, Any]) -> None:
    wire.default = lambda request: reply(200, {"data": [{"entity_type": "product"}] * 2, **end})
    async with wire.shop() as shop:
        assert len(await shop.catalog.items().all()) == 2
    assert len(wire.requests) == 1


async def test_more_without_a_cursor_is_not_taken_for_the_end(wire: Any, reply: Reply) -> None:
    wire.default = lambda request: reply(200, {"data": [{}], "has_next": True, "next_cursor": None})
    async with wire.shop() as shop:
        with pytest.raises(DecodeError):
            await shop.catalog.items().all()


@pytest.mark.parametrize("size", [0, -1, 101, True])
async def test_page_size_is_checked(shop: AsyncStorefront, size: int) -> None:
    with pytest.raises(InvalidInput):
        shop.catalog.items(page_size=size)


async def test_show_product_detail(shop: AsyncStorefront) -> None:
    product = await shop.catalog.product("kopi-arabika-gayo")
    assert 494535 in [variant.id for variant in product.variants or []]


async def test_show_bundle_price_option_detail(shop: AsyncStorefront) -> None:
    bundle = await shop.catalog.bundle("paket-buku-seduh")
    assert bundle.bundle_price_option_id == 31925
    assert bundle.bundlelines


async def test_hidden_items_are_readable_by_slug(shop: AsyncStorefront) -> None:
    assert "paket-reseller-kopi" not in [item.slug async for item in shop.catalog.items()]
    assert (await shop.catalog.product("paket-reseller-kopi")).slug == "paket-reseller-kopi"


async def test_check_pricing_and_availability(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    sandbox.control.clear_requests()
    offers = await shop.catalog.offers([494535, "494551", 494535, 1])
    assert len(sandbox.control.requests("getStorefrontVariantPricing")) == 1
    assert set(offers) == {494535, 494551}
    assert (str(offers[494535].price), offers[494535].available) == ("Rp125.000", True)
    assert (offers[494551].available, offers[494551].available_qty) == (False, 0)
    stock = await shop.catalog.availability(494535)
    assert (stock.available, stock.stock_status) == (True, "in_stock")
    assert await shop.catalog.offers([]) == {}
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


async def test_one_bad_product_does_not_end_the_work_for_the_others(wire: Any, reply: Reply) -> None:
    def pricing(request: httpx.Request) -> httpx.Response:
        ids = request.url.params["ids"].split(",")
        if "150" in ids:
            return reply(400, {"error": "no"})
        rows = [{"variant_id": int(i), "price": "1000"} for i in ids]
        return reply(200, {"data": [None, {"price": 5}, "x", {"variant_id": {}}, *rows]})

    wire.default = pricing
    async with wire.shop() as shop:
        offers = await shop.catalog.offers(range(1, 251))
        assert set(offers) == {*range(1, 101), *range(201, 251)}
        assert offers.left_out == tuple(range(101, 201))
        assert isinstance(offers.error, BadRequest)
        with pytest.raises(BadRequest):
            await shop.catalog.offers([150])
        wire.default = lambda request: reply(
            200, {"data": [None, 5, "x", [], {"entity_type": 7}, {"entity_type": "product", "name": "Kopi"}]}
        )
        page = await shop.catalog.items().page()
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
async def test_why_a_code_does_not_apply(wire: Any, reply: Reply, details: Any, reasons: tuple[str, ...]) -> None:
    wire.default = lambda request: reply(
        200, {"is_eligible": False, "discount_code": None, "eligibility_details": details}
    )
    async with wire.shop() as shop:
        check = await shop.discounts.check("HEMAT10", net_product_price=1)
    assert check.reasons == reasons
    assert check.details == (details if isinstance(details, dict) else {"eligibility_details": details})
    assert str(check) == "HEMAT10: not applicable" + (f" ({', '.join(reasons)})" if reasons else "")


async def test_what_is_printed_shows_names_and_prices(shop: AsyncStorefront) -> None:
    cart = await shop.cart.add(variant_id=494535, quantity=2)
    assert str(cart) == "2 × Kopi Arabika Gayo - 250 g - Biji: Rp250.000\ntotal Rp250.000"
    await shop.cart.clear()
    assert str(await shop.cart.get()) == "an empty cart"
    checkout = await shop.checkout.start([Item(bundle_price_option_id=31925)], digital=True)
    checkout.set_buyer(name="Budi Rahasia", email="budi@example.com")
    checkout.pay_with("qris")
    quote = await checkout.quote()
    assert str(quote).startswith("products Rp")
    assert str(quote).endswith(f"total {quote.total}")
    assert "Rahasia" not in f"{quote} {checkout}"
    assert ".all()" in str(shop.catalog.items())
    page = await shop.catalog.items(page_size=1).page()
    assert str(page) == "Kopi Arabika Gayo: 125000.00 to 235000.00\n… and more"
    product = await shop.catalog.product("kopi-arabika-gayo")
    assert str(product).splitlines()[:2] == [str(page.items[0]), "  Kopi Arabika Gayo - 250 g - Biji: 125000.00"]


async def test_many_ids_go_in_several_requests(wire: Any, reply: Reply) -> None:
    def pricing(request: httpx.Request) -> httpx.Response:
        ids = request.url.params["ids"].split(",")
        return reply(200, {"data": [{"variant_id": int(i), "price": "1000", "available": "true"} for i in ids]})

    wire.default = pricing
    async with wire.shop() as shop:
        offers = await shop.catalog.offers(range(1, 251))
    assert len(offers) == 250
    assert all(offer.available for offer in offers.values())
    assert [len(request.url.params["ids"].split(",")) for request in wire.requests] == [100, 100, 50]


async def test_categories(shop: AsyncStorefront) -> None:
    assert all(category.full_path for category in await shop.catalog.categories())


# --- locations


async def test_select_delivery_location_step_by_step(shop: AsyncStorefront) -> None:
    province = next(p for p in await shop.locations.provinces() if p.province_name == "DKI Jakarta")
    assert isinstance(province.province_id, int)
    city = next(c for c in await shop.locations.cities(province.province_id) if c.city_name == "Kota Jakarta Pusat")
    assert isinstance(city.city_id, int)
    places = await shop.locations.subdistricts(city.city_id).all()
    place = next(place for place in places if place.subdistrict_name == "Cempaka Putih")
    assert place.id == 9089
    assert "10510" in await shop.locations.postal_codes(9089)


async def test_select_delivery_location_by_search(shop: AsyncStorefront) -> None:
    found = await shop.locations.search("cempaka putih").all()
    assert 9089 in [place.id for place in found]
    assert await shop.locations.search("tidak ada di sini").all() == []
    assert [p.province_name for p in await shop.locations.provinces(search="jakarta")] == ["DKI Jakarta"]


# --- orders


async def test_an_order_by_its_slug_and_its_notes(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    slug = await order_slug(shop)
    assert (await shop.orders.get(slug)).secret_slug == slug
    when = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)
    order = await shop.orders.update(slug, notes="Titip di pos satpam\nterima kasih 🙏", transfer_time=when)
    assert order.transfer_time == when
    holder = {"payment_account_holder": "Demo", "payment_account_number": "1"}
    assert (await shop.orders.update(slug, **holder)).transfer_time == when
    cleared = await shop.orders.update(slug, transfer_time=None, payment_account_holder="")
    assert (cleared.transfer_time, cleared.payment_account_holder, cleared.payment_account_number) == (None, None, "1")
    with pytest.raises(NotFound):
        await shop.orders.get("tidak-ada")


async def test_list_and_view_authenticated_orders(sari: AsyncStorefront) -> None:
    slug = await order_slug(sari, signed_in=True)
    orders = await sari.orders.mine(page_size=5).all()
    mine = next(order for order in orders if order.secret_slug == slug)
    assert (await sari.orders.get_mine(str(mine.id))).secret_slug == slug


async def order_slug(shop: AsyncStorefront, signed_in: bool = False) -> str:
    from nexus_commerce.api.customer_checkout import create_customer_checkout
    from nexus_commerce.api.storefront import create_public_checkout

    body = {"items": [Item(bundle_price_option_id=31925).to_body()], "payment_method": "bank_transfer"}
    if not signed_in:
        body |= {"customer_name": "Demo", "customer_email": "demo@example.com", "customer_phone": "6281234567890"}
    operation = create_customer_checkout if signed_in else create_public_checkout
    order = await operation.asyncio(shop._core.store_id, client=shop.api, body=body)
    assert isinstance(order.secret_slug, str)
    return order.secret_slug


# --- account


async def test_manage_customer_profile_and_addresses(sandbox: Sandbox) -> None:
    sandbox.control.add_customer("profile@example.com", PASSWORD, name="Profil")
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        with pytest.raises(NotSignedIn):
            await shop.account.profile()
        await shop.auth.login("profile@example.com", PASSWORD)
        changed = await shop.account.update(name="Profil Baru", date_of_birth=date(1990, 2, 3), is_unsubscribe=True)
        assert changed.customer
        assert changed.customer.name == "Profil Baru"
        profile = (await shop.account.profile()).customer
        assert profile
        assert (profile.date_of_birth, profile.is_unsubscribe) == (date(1990, 2, 3), True)
        with pytest.raises(InvalidInput):
            await shop.account.update()

        address = await shop.account.add_address(
            name="Rumah", phone="628111", address="Jl. Contoh 1", location_id=9089, postal_code="10510"
        )
        assert isinstance(address.id, (int, str))
        await shop.account.update_address(address.id, notes="pagar hijau")
        changed_address = await shop.account.update_address(address.id, name="Kantor")
        assert (changed_address.name, changed_address.notes) == ("Kantor", "pagar hijau")
        assert (await shop.account.update_address(address.id, notes=None)).notes == ""
        assert [a.id for a in await shop.account.addresses(page_size=2).all()] == [address.id]
        await shop.account.remove_address(address.id)
        assert await shop.account.addresses().all() == []
        with pytest.raises(NotFound):
            await shop.account.address(address.id)
        await shop.account.set_password("sandi-baru-123")
        await shop.auth.logout()
        await shop.auth.login("profile@example.com", "sandi-baru-123")


async def test_none_clears_what_the_contract_lets_be_cleared_and_nothing_else(wire: Any) -> None:
    def sent() -> Any:
        return json.loads(wire.requests.pop().content)

    async with wire.shop() as shop:
        shop._core.shared._session = SignedIn()
        for empty in (None, ""):
            await shop.account.update(name="N", phone=empty, sex=empty)
            assert sent() == {"name": "N", "phone": "", "sex": ""}
            await shop.account.update_address(1, notes=empty, name=UNSET)
            assert sent() == {"notes": ""}
            everything = dict.fromkeys(
                (
                    *("notes", "transferproof_url", "transfer_time", "financial_entity_id"),
                    *("payment_account", "payment_account_holder", "payment_account_number"),
                ),
                empty,
            )
            await shop.orders.update("slug", **everything)  # type: ignore[arg-type]
            assert sent() == dict.fromkeys(everything)
            for name in ("name", "date_of_birth", "is_unsubscribe"):
                with pytest.raises(InvalidInput, match=f"{name} cannot be cleared"):
                    await shop.account.update(**{name: empty, "phone": "628"})  # type: ignore[arg-type]
            for name in ("name", "phone", "address", "location_id", "postal_code", "email"):
                with pytest.raises(InvalidInput, match=f"{name} cannot be cleared"):
                    await shop.account.update_address(1, **{name: empty})  # type: ignore[arg-type]
        with pytest.raises(InvalidInput, match="nothing to update"):
            await shop.account.update_address(1, name=UNSET)
        with pytest.raises(InvalidInput, match="nothing to update"):
            await shop.orders.update("slug")
    assert wire.requests == []


# --- subscriptions and courses


async def test_list_subscriptions_and_change_them(sari: AsyncStorefront) -> None:
    subscriptions = await sari.subscriptions.all(page_size=1).all()
    assert len(subscriptions) >= 2
    (active,) = await sari.subscriptions.all(status="active").all()
    one = await sari.subscriptions.get(str(active.id))
    assert one.id == active.id
    item = str((one.subscription_items or [])[0].id)
    assert [option.id for option in await sari.subscriptions.upgrade_options(item)] == [494713]
    assert [option.id for option in await sari.subscriptions.downgrade_options(item)] == [494711]
    (later,) = (await sari.subscriptions.downgrade(item, 494711)).subscription_items or []
    assert later.pending_action
    assert (later.pending_action.action_type, later.pending_action.execution_type) == ("downgrade", "at_period_end")
    assert (await sari.subscriptions.cancel(str(one.id))).is_cancel_at_period_end is True
    assert (await sari.subscriptions.resume(str(one.id))).is_cancel_at_period_end is False
    with pytest.raises(InvalidInput):
        await sari.subscriptions.all(status="not a status").all()  # type: ignore[arg-type]
    with pytest.raises(InvalidInput):
        sari.subscriptions.all(page_size=26)


async def test_render_entitlement_gated_courses(sandbox: Sandbox, sari: AsyncStorefront) -> None:
    uuid = await course_uuid(sari)
    course = await sari.courses.get(uuid)
    section = (course.course_sections or [])[0]
    content = (section.course_contents or [])[0]
    assert (await sari.courses.section(str(section.uuid))).uuid == section.uuid
    assert (await sari.courses.content(str(content.uuid))).uuid == content.uuid
    updated = await sari.courses.set_progress(str(content.uuid), 40)
    assert updated.progress
    assert updated.progress.progress == 40
    with pytest.raises(InvalidInput):
        await sari.courses.set_progress(str(content.uuid), 101)

    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as other:
        await other.auth.login("rina@example.com", PASSWORD)
        with pytest.raises(NotEntitled) as caught:
            await other.courses.get(uuid)
        assert caught.value.certain
        assert caught.value.status == 403
        with pytest.raises(NotEntitled) as caught:
            await other.courses.get("00000000-0000-4000-8000-000000000000")
        assert not caught.value.certain
        assert caught.value.operation_id == "getCustomerVariantCourse"


async def test_a_wrong_store_is_not_a_missing_entitlement(wire: Any, reply: Reply) -> None:
    wire.default = lambda request: reply(404, {"error": "Store not found"})
    async with wire.shop() as shop:
        shop._core.shared._session = SignedIn()
        with pytest.raises(NotFound):
            await shop.courses.get("some-uuid")


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
async def test_only_the_services_own_refusal_is_a_certain_one(
    wire: Any, reply: Reply, body: Any, certain: bool
) -> None:
    wire.default = lambda request: reply(403, body)
    async with wire.shop() as shop:
        shop._core.shared._session = SignedIn()
        for call in (shop.courses.get, shop.courses.section, shop.courses.content):
            with pytest.raises(NotEntitled) as caught:
                await call("some-uuid")
            assert caught.value.certain is certain


class SignedIn:
    known = None

    async def access_token(self, wait: float | None = None) -> str | None:
        return "access"

    async def token_for(self, account: str | None, before: str | None, wait: float | None = None) -> Any:
        return await self.access_token(wait)

    async def rejected(self, token: str, wait: float | None = None) -> bool:
        return False

    async def signed_in(self) -> bool:
        return True

    async def aclose(self) -> None: ...


async def course_uuid(shop: AsyncStorefront) -> str:
    async for item in shop.catalog.items():
        if isinstance(item, StorefrontProductCard) and item.item_type == "course":
            product = await shop.catalog.product(str(item.slug))
            return str((product.variants or [])[0].uuid)
    raise AssertionError("the sandbox sells no course")


# --- discounts


async def test_discount_codes(shop: AsyncStorefront) -> None:
    items = [Item(variant_id=494535, quantity=2)]
    good = await shop.discounts.check("HEMAT10", items=items, payment_method="bank_transfer")
    assert (good.is_eligible, str(good.discount)) == (True, "Rp25.000")
    for code in ("LEBARAN2026", "NONAKTIF", "TIDAKADA"):
        assert not (await shop.discounts.check(code, items=items)).is_eligible
    await shop.cart.add(variant_id=494535)
    of_cart = await shop.discounts.check("HEMAT10", payment_method="bank_transfer")
    assert str(of_cart.discount) == "Rp12.500"
    with pytest.raises(InvalidInput):
        await shop.discounts.check("HEMAT10", items=items, location_id=9089)


async def test_a_signed_in_customers_own_cart_is_checked(sandbox: Sandbox) -> None:
    sandbox.control.add_customer("kupon@example.com", PASSWORD, name="Kupon")
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        await shop.auth.login("kupon@example.com", PASSWORD)
        with pytest.raises(InvalidInput, match="items"):
            await shop.discounts.check("HEMAT10")
        await shop.cart.guest.add(variant_id=494535, quantity=3)
        await shop.cart.add(variant_id=494535)
        of_cart = await shop.discounts.check("HEMAT10", payment_method="bank_transfer")
        assert (of_cart.is_eligible, str(of_cart.discount)) == (True, "Rp12.500")
        sandbox.control.clear_requests()
        of_amount = await shop.discounts.check("HEMAT10", net_product_price=250_000, payment_method="bank_transfer")
        assert str(of_amount.discount) == "Rp25.000"
        of_items = await shop.discounts.check(
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
async def test_a_code_is_checked_for_all_that_is_in_a_customers_cart(
    wire: Any, reply: Reply, cart: dict[str, Any], sent: dict[str, Any] | None
) -> None:
    tokens = {"access": "a" * 20, "refresh": "r" * 20, "expires_in": 900, "refresh_expires_in": 2_592_000}
    checked = {"is_eligible": True, "eligibility_details": {}, "discount_code_discount": "1"}
    rest = {"id": 7, "total": "125000.00"} | cart
    answers = {"/login": tokens, "/check": checked, "/me/cart": rest}
    wire.default = lambda request: reply(
        200, next((body for end, body in answers.items() if request.url.path.endswith(end)), {"items": []})
    )
    async with wire.shop() as shop:
        await shop.auth.login("sari@example.com", PASSWORD)
        if sent is None:
            with pytest.raises(DecodeError, match="does not say what is in it"):
                await shop.discounts.check("HEMAT10")
        else:
            assert (await shop.discounts.check("HEMAT10")).is_eligible
            assert json.loads(wire.requests[-1].content) == {"code": "HEMAT10"} | sent


# --- drift


async def test_live_drift_is_counted_by_name_and_shape(sandbox: Sandbox) -> None:
    report = DriftReport()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, drift=report) as shop:
        await shop.catalog.availability(494535)
        before = {drift.kind for drift in report.counts() if drift.operation_id == "getStorefrontVariantAvailability"}
        assert "unknown enum value" not in before
        sandbox.control.drift("getStorefrontVariantAvailability", {"new_fields", "new_enum_values"})
        await shop.catalog.availability(494535)
    kinds = {drift.kind for drift in report.counts() if drift.operation_id == "getStorefrontVariantAvailability"}
    assert {"unknown field", "unknown enum value"} <= kinds
    assert "getStorefrontVariantAvailability" in report.export()

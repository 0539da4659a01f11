# Rendered from tests/facade/_async/test_agent_checklist.py by scripts/unasync.py; edit that file.
"""What a storefront has to be able to do, line by line, through the facade alone and against the sandbox over HTTP."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from nexus_commerce.models import StorefrontBundlePriceOptionCard, StorefrontProductCard
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    BankTransfer,
    FileStore,
    Item,
    Money,
    NotEntitled,
    NotSignedIn,
    Placed,
    Qris,
)
from nexus_storefront.events.attribution import Attribution
from nexus_storefront.events.model import Visit
from nexus_storefront.events.settings import EventSettings

pytestmark = pytest.mark.anyio

GOODS, SOLD_OUT, DIGITAL, BUNDLE = 494535, 494551, 494601, 31925
PASSWORD = "kata-sandi-contoh"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def email(sandbox: Sandbox) -> str:
    """A customer of their own."""
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Dewi Lestari")
    return email


@pytest.fixture
def customer(shop: Storefront, email: str) -> Storefront:
    shop.auth.login(email, PASSWORD)
    return shop


def parcel(shop: Storefront, method: str = "bank_transfer", **options: Any) -> Any:
    """A checkout with everything but shipping option and quote."""
    checkout = shop.checkout.start(**options)
    if not checkout.customer:
        checkout.set_buyer(name="Dewi Lestari", email="dewi@example.com", phone="6281234567890")
    checkout.deliver_to(
        location_id=9089,
        postal_code="10510",
        address="Jl. Contoh No. 3",
        province="DKI Jakarta",
        city="Kota Jakarta Pusat",
        subdistrict="Cempaka Putih",
    )
    checkout.pay_with(method)
    return checkout


def bought(shop: Storefront, method: str = "bank_transfer", **options: Any) -> Placed:
    checkout = parcel(shop, method, **options)
    options = checkout.shipping_options()
    if options:
        checkout.ship_with(options[0])
    checkout.quote()
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    return outcome


def test_list_catalog_items(shop: Storefront) -> None:
    items = [item for item in shop.catalog.items(page_size=25)]
    assert len(items) == shop.catalog.count()
    assert len({(item.entity_type, item.id) for item in items}) == len(items) > 25
    assert {type(item) for item in items} == {StorefrontProductCard, StorefrontBundlePriceOptionCard}
    assert {item.entity_type for item in items} == {"product", "bundle_price_option"}


def test_show_product_detail(shop: Storefront) -> None:
    card = next(item for item in shop.catalog.items().all() if isinstance(item, StorefrontProductCard))
    product = shop.catalog.product(card.slug)
    assert (product.id, product.name) == (card.id, card.name)
    assert all(Money.of(variant.price) > 0 for variant in product.variants)


def test_show_bundle_price_option_detail(shop: Storefront) -> None:
    cards = shop.catalog.items().all()
    card = next(item for item in cards if isinstance(item, StorefrontBundlePriceOptionCard))
    bundle = shop.catalog.bundle(card.slug)
    assert bundle.name == card.name
    assert Money.of(bundle.price) > 0
    assert bundle.bundlelines


def test_check_pricing_and_availability(sandbox: Sandbox, shop: Storefront) -> None:
    product = shop.catalog.product("kopi-arabika-gayo")
    offers = shop.catalog.offers([*(variant.id for variant in product.variants), SOLD_OUT])
    assert set(offers) == {*(variant.id for variant in product.variants), SOLD_OUT}
    assert all(offers[variant.id].price == Money.of(variant.price) for variant in product.variants)
    assert (offers[GOODS].available, offers[GOODS].available_qty) == (True, sandbox.control.stock(GOODS))
    assert (shop.catalog.availability(GOODS)).available is True
    assert offers[SOLD_OUT].available is (shop.catalog.availability(SOLD_OUT)).available is False


def test_persist_guest_cart_by_its_token(sandbox: Sandbox, tmp_path: Path) -> None:
    def visit() -> Storefront:
        return Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path / "store"))

    with visit() as shop:
        shop.cart.add(variant_id=GOODS, quantity=2)
    sandbox.control.clear_requests()
    with visit() as shop:
        cart = shop.cart.get()
    assert [(line.variant_id, line.quantity) for line in cart] == [(GOODS, 2)]
    assert not cart.replaced
    (request,) = sandbox.control.requests("getGuestCart", reveal=True)
    assert request["headers"]["x-scalev-guest-token"]


def test_add_update_and_remove_cart_items(shop: Storefront) -> None:
    shop.cart.add(variant_id=GOODS)
    cart = shop.cart.add(bundle_price_option_id=BUNDLE, quantity=2)
    assert cart.item_count == 3
    line = cart.find(variant_id=GOODS)
    assert line is not None
    cart = shop.cart.change(line, 4)
    assert [(each.type, each.quantity) for each in cart] == [("variant", 4), ("bundle_price_option", 2)]
    price = (shop.catalog.offers([GOODS]))[GOODS].price
    cart = shop.cart.remove(next(each for each in cart if each.type == "bundle_price_option"))
    assert (len(cart), cart.item_count, cart.total) == (1, 4, price * 4)
    assert (shop.cart.get()).same_content(cart)
    assert len(shop.cart.clear()) == 0


def test_select_delivery_location(shop: Storefront) -> None:
    province = next(p for p in shop.locations.provinces() if p.province_name == "DKI Jakarta")
    city = next(c for c in shop.locations.cities(province.province_id) if c.city_name == "Kota Jakarta Pusat")
    subdistricts = shop.locations.subdistricts(city.city_id).all()
    stepwise = next(place for place in subdistricts if place.subdistrict_name == "Cempaka Putih")
    searched = (shop.locations.search("cempaka putih").all())[0]
    assert stepwise.id == searched.id == 9089
    assert "10510" in shop.locations.postal_codes(searched.id)


def test_compute_shipping_options_and_checkout_summary(shop: Storefront) -> None:
    shop.cart.add(variant_id=GOODS, quantity=2)
    checkout = parcel(shop)
    options = checkout.shipping_options()
    totals = set()
    for option in options:
        checkout.ship_with(option)
        quote = checkout.quote()
        assert quote.breakdown.part("shipping_cost") == Money.of(option.cost)
        assert quote.breakdown.part("product_price") == (shop.cart.get()).total
        assert quote.breakdown.adds_up
        totals.add(quote.total.to_wire())
    assert len(options) > 1
    assert len(totals) > 1


def test_create_public_checkout_orders(sandbox: Sandbox, shop: Storefront) -> None:
    before = len(sandbox.control.orders())
    direct = bought(shop, items=[Item(variant_id=GOODS), Item(bundle_price_option_id=BUNDLE)])
    cart = shop.cart.add(variant_id=GOODS, quantity=3)
    from_cart = bought(shop)
    assert len(shop.cart.get()) == 0
    first, second = sandbox.control.orders()[before:]
    assert [order.order_id for order in (direct, from_cart)] == [first["order_id"], second["order_id"]]
    assert sorted((line["id"], line["quantity"]) for line in first["lines"]) == [(BUNDLE, 1), (GOODS, 1)]
    assert [(line["id"], line["quantity"]) for line in second["lines"]] == [(line.variant_id, 3) for line in cart]
    assert direct.price_change is from_cart.price_change is None


def test_show_public_order_status_and_payment_instructions(sandbox: Sandbox, shop: Storefront) -> None:
    placed = bought(shop, items=[Item(variant_id=GOODS)])
    order = shop.orders.get(placed.secret_slug)
    assert (order.order_id, order.payment_status) == (placed.order_id, "unpaid")
    shown = shop.orders.instructions(placed.secret_slug)
    assert isinstance(shown, BankTransfer)
    assert shown.amount == Money.of(order.gross_revenue)
    assert all(account.number and account.holder for account in shown.accounts)
    order = shop.orders.send_proof(placed.secret_slug, PICTURE)
    assert order.transferproof_url
    assert order.transfer_time
    sandbox.control.pay_order(placed.secret_slug)
    assert (shop.orders.wait_for_payment(placed.secret_slug, within=5)).paid


def test_create_or_fetch_payment_instructions(sandbox: Sandbox, shop: Storefront) -> None:
    placed = bought(shop, "qris", items=[Item(variant_id=GOODS)])
    shop.orders.create_payment(placed.secret_slug)
    shown = shop.orders.instructions(placed.secret_slug, every=0.01)
    assert isinstance(shown, Qris)
    again = shop.orders.instructions(placed.secret_slug, every=0.01)
    assert again == shown
    assert shown.qr.png().startswith(b"\x89PNG")
    virtual = bought(shop, "va_bca", items=[Item(variant_id=GOODS)])
    number = (shop.orders.instructions(virtual.secret_slug, every=0.01)).number
    assert number.isdigit()


def test_login_customer_directly_or_with_an_otp(sandbox: Sandbox, shop: Storefront, email: str) -> None:
    shop.cart.add(variant_id=GOODS, quantity=2)
    signed_in = shop.auth.login(email, PASSWORD)
    assert signed_in.cart.complete
    assert (shop.cart.get()).find(variant_id=GOODS).quantity == 2
    shop.auth.logout()
    sandbox.control.add_customer(f"otp.{email}", PASSWORD, otp_required=True)
    challenge = shop.auth.login(f"otp.{email}", PASSWORD)
    with pytest.raises(NotSignedIn):
        shop.account.profile()
    challenge.verify(sandbox.control.otp(f"otp.{email}"))
    assert (shop.account.profile()).customer.email == f"otp.{email}"


def test_refresh_and_blacklist_tokens(sandbox: Sandbox, customer: Storefront, email: str) -> None:
    sandbox.control.advance_clock(901)
    try:
        assert (customer.account.profile()).customer.email == email
    finally:
        sandbox.control.advance_clock(-901)
    (family,) = sandbox.control.token_families(email)
    assert (family["refreshes"], family["spent_presented"]) == (1, 0)
    assert (customer.auth.logout()).revoked
    (family,) = sandbox.control.token_families(email)
    assert family["tokens"] == {"access_blacklisted": 2, "refresh_spent": 1, "refresh_blacklisted": 1}
    with pytest.raises(NotSignedIn):
        customer.account.profile()


def test_manage_customer_profile_and_addresses(customer: Storefront, email: str) -> None:
    customer.account.update(name="Dewi Baru", phone="628111222333", date_of_birth=date(1990, 2, 3))
    profile = (customer.account.profile()).customer
    assert (profile.name, profile.phone, profile.date_of_birth) == ("Dewi Baru", "628111222333", date(1990, 2, 3))
    home = customer.account.add_address(
        name="Rumah", phone="628111", address="Jl. Contoh 1", location_id=9089, postal_code="10510"
    )
    customer.account.update_address(home.id, notes="pagar hijau")
    assert (customer.account.address(home.id)).notes == "pagar hijau"
    assert [address.id for address in customer.account.addresses()] == [home.id]
    customer.account.remove_address(home.id)
    assert customer.account.addresses().all() == []
    customer.account.set_password("sandi-yang-baru")
    customer.auth.logout()
    customer.auth.login(email, "sandi-yang-baru")


def test_use_customer_cart(sandbox: Sandbox, customer: Storefront, email: str) -> None:
    customer.cart.add(variant_id=GOODS)
    cart = customer.cart.set_quantity(5, variant_id=GOODS)
    assert (cart.owner, cart.item_count) == ("customer", 5)
    cart = customer.cart.add(variant_id=DIGITAL)
    cart = customer.cart.remove(cart.find(variant_id=DIGITAL))
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as elsewhere:
        elsewhere.auth.login(email, PASSWORD)
        assert (elsewhere.cart.get()).same_content(cart)


def test_create_authenticated_checkout_orders(sandbox: Sandbox, customer: Storefront, email: str) -> None:
    assert "va_bca" in (customer.checkout.my_payment_methods()).payment_methods
    customer.account.add_address(
        name="Rumah", phone="628111", address="Jl. Contoh 1", location_id=9089, postal_code="10510"
    )
    (saved,) = customer.checkout.my_addresses()
    customer.cart.add(variant_id=GOODS, quantity=2)
    checkout = customer.checkout.start()
    checkout.deliver_to_saved(saved)
    checkout.pay_with("va_bca")
    checkout.ship_with((checkout.shipping_options())[0])
    quote = checkout.quote()
    placed = checkout.place()
    assert isinstance(placed, Placed)
    assert len(customer.cart.get()) == 0
    (made,) = [order for order in sandbox.control.orders() if order["email"] == email]
    assert (made["order_id"], Money.of(made["gross_revenue"])) == (placed.order_id, quote.total)
    assert made["customer_id"]


def test_list_and_view_authenticated_orders(customer: Storefront) -> None:
    placed = [bought(customer, items=[Item(variant_id=GOODS, quantity=n)]) for n in (1, 2, 3)]
    mine = [order for order in customer.orders.mine(page_size=2)]
    assert sorted(order.order_id for order in mine) == sorted(order.order_id for order in placed)
    viewed = customer.orders.get_mine(mine[0].id)
    assert (viewed.order_id, viewed.secret_slug) == (mine[0].order_id, mine[0].secret_slug)
    assert Money.of(viewed.gross_revenue) == Money.of(mine[0].gross_revenue)


def test_send_meta_tiktok_and_snackvideo_conversion_events(sandbox: Sandbox, tmp_path: Path) -> None:
    ads = Attribution("fb.1.1.click", "fb.1.1.1", "ttclid", "ttp", "kwai")
    visit = Visit("https://toko.example/kopi", "https://facebook.com/", ads, "Mozilla/5.0 Shopper/1", "shopper-1")
    settings = EventSettings(outbox=tmp_path / "outbox.sqlite3")
    before = sandbox.control.event_totals()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, events=settings) as shop:
        events = shop.events
        product = shop.catalog.product("kopi-arabika-gayo")
        events.send(events.content_view(product, visit))
        cart = shop.cart.add(variant_id=GOODS)
        events.send(events.add_to_cart(cart.lines[0], visit))
        events.send(events.checkout_started(cart, visit))
        placed = bought(shop)
        purchase = events.order_created(placed.order, visit, items=cart)
        assert events.send(purchase).accepted
        assert set(events.send(purchase).statuses.values()) == {"duplicate"}
        assert events.flush() == 12
    for provider, names in {
        "meta": ("ViewContent", "AddToCart", "InitiateCheckout", "Purchase"),
        "tiktok": ("ViewContent", "AddToCart", "InitiateCheckout", "CompletePayment"),
        "snackvideo": ("contentView", "addToCart", "initiatedCheckout", "purchase"),
    }.items():
        for name in names:
            counted = sandbox.control.event_totals()[provider][name]["counted"]
            assert counted == before.get(provider, {}).get(name, {}).get("counted", 0) + 1, (provider, name)
    ids = {event["event_id"] for event in sandbox.control.events()}
    assert {f"{placed.order_id}-Purchase-FORM", f"{placed.order_id}-CompletePayment-FORM"} <= ids


def test_list_subscriptions_and_render_entitlement_gated_courses(
    sandbox: Sandbox, shop: Storefront, email: str
) -> None:
    course = next(
        item
        for item in shop.catalog.items().all()
        if isinstance(item, StorefrontProductCard) and item.item_type == "course"
    )
    uuid = (shop.catalog.product(course.slug)).variants[0].uuid
    shop.auth.login(email, PASSWORD)
    assert shop.subscriptions.all().all() == []
    with pytest.raises(NotEntitled) as refused:
        shop.courses.get(uuid)
    assert refused.value.certain

    shop.auth.logout()
    shop.auth.login("sari@example.com", PASSWORD)
    active = shop.subscriptions.all(status="active").all()
    subscription = shop.subscriptions.get(active[0].id)
    item = subscription.subscription_items[0].id
    assert shop.subscriptions.upgrade_options(item)
    assert shop.subscriptions.downgrade_options(item)
    bought_course = shop.courses.get(uuid)
    section = shop.courses.section(bought_course.course_sections[0].uuid)
    content = shop.courses.content(section.course_contents[0].uuid)
    assert content.title == section.course_contents[0].title
    updated = shop.courses.set_progress(content.uuid, 65)
    assert updated.progress.progress == 65


def test_all_of_it_without_a_backend(sandbox: Sandbox, shop: Storefront, email: str) -> None:
    """The publishable key and the shopper's own tokens, straight to the service, are all that is ever needed."""
    sandbox.control.clear_requests()
    with shop.raw() as answers:
        shop.catalog.items(page_size=5).page()
        shop.catalog.offers([GOODS])
        shop.locations.search("cempaka").page()
        shop.cart.add(variant_id=GOODS)
        shop.auth.login(email, PASSWORD)
        placed = bought(shop)
        shop.orders.send_proof(placed.secret_slug, PICTURE)
        shop.orders.mine().page()
        shop.auth.logout()
        shop.orders.get(placed.secret_slug)
    origins = {str(answer.request.url.copy_with(path="/", query=None)) for answer in answers}
    assert origins == {f"{sandbox.base_url}/", f"{sandbox.state.storage_origin}/"}
    for seen in sandbox.control.requests(reveal=True):
        headers, path = seen["headers"], seen["path"]
        assert path.startswith(f"/v3/stores/{sandbox.store_id}/")
        public, merge = "/public/" in path, path.endswith("/public/cart/merge")
        assert headers.get("x-scalev-storefront-api-key") == (sandbox.api_key if public else None)
        assert ("authorization" in headers) == (merge or not public)
    assert all(request["leaked"] == [] for request in sandbox.control.storage_requests())

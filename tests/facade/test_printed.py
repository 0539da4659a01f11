"""What `print` shows of everything that a public method gives, and what a wrong name is answered with."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hand_clock import GoesOn
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
    CheckoutPolicy,
    Item,
    MemoryStore,
    Money,
    OtpChallenge,
    Placed,
    SignedIn,
    Storefront,
    Unknown,
    Visit,
    present,
)
from nexus_storefront.checkout._sync.checkout import Checkout
from nexus_storefront.signposts import SIGNS
from nexus_storefront.webhooks import sign, verify
from nexus_storefront.webhooks.samples import sample

# Of the persons of the sandbox and of the buyer below: none of it is ever printed.
PERSONAL = ("Demo Customer", "Sari", "example.com", "62812", "Jl. ", "10510", "kata-sandi")


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox()


@pytest.fixture
def shop(sandbox: Sandbox) -> Iterator[Storefront]:
    with made(sandbox) as shop:
        yield shop


def made(sandbox: Sandbox, **options: Any) -> Storefront:
    options = {"clock": GoesOn(), "transport": sandbox.transport(), **options}
    return Storefront(sandbox.store_id, sandbox.api_key, "http://127.0.0.1", **options)


def checkout(shop: Storefront, method: str = "qris") -> Checkout:
    checkout = shop.checkout.start([Item(494535)])
    checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Demo No. 3")
    checkout.pay_with(method)
    checkout.ship_with(checkout.shipping_options()[0])
    checkout.quote()
    return checkout


def printed(value: object, *secrets: str | None) -> str:
    """What `print` shows: no raw model, no person, and none of these secrets."""
    text = str(value)
    assert text
    assert not any(raw in text for raw in ("<text>", "<number>", "items>", " object at 0x", "attrs"))
    assert not any(personal in text for personal in PERSONAL)
    assert not any(secret in text for secret in secrets if secret)
    return text


def test_what_a_guest_gets_prints_as_what_one_looks_for(shop: Storefront) -> None:
    assert printed(shop.catalog.categories()).splitlines()[:2] == ["Kopi", "Teh"]
    assert "Kopi Arabika Gayo: 125000.00 to 235000.00" in printed(shop.catalog.items().all())
    assert printed(shop.catalog.availability(494535)) == "variant 494535: in_stock, 500 left"
    assert printed(shop.locations.search("cempaka putih").page()) == "Cempaka Putih, Kota Jakarta Pusat, DKI Jakarta"
    province = shop.locations.provinces(search="jakarta")
    assert printed(province) == "DKI Jakarta"
    assert "Kota Jakarta Pusat" in printed(shop.locations.cities(present(province[0].province_id))).splitlines()
    assert "QRIS (qris)" in printed(shop.checkout.payment_methods()).splitlines()
    assert printed(checkout(shop).shipping_options()).splitlines()[0] == "SiCepat SIUNTUNG: 9500"
    assert printed(shop.auth.state()) == "signed out"
    assert printed(shop.checkout.history()) == "nothing"


def test_a_quote_prints_parts_that_come_to_its_total(shop: Storefront) -> None:
    ordering = checkout(shop)
    ordering.use_discount("HEMAT10")
    *parts, less, total = printed(ordering.quote()).splitlines()
    assert (parts[0], less) == ("products Rp125.000", "discount code -Rp12.500")
    amounts = [int(part.rpartition("Rp")[2].replace(".", "")) for part in (*parts, less)]
    assert total == f"total {Money.of(sum(amounts[:-1]) - amounts[-1])}"


def test_orders_print_what_was_bought_and_how_it_stands(sandbox: Sandbox, shop: Storefront) -> None:
    placed = checkout(shop).place()
    assert isinstance(placed, Placed)
    slug = present(placed.secret_slug)
    first, second = printed(placed, slug).splitlines()
    assert first == f"ordered: {placed.order_id}"
    assert second.startswith("QRIS: Rp")
    assert second.endswith("no instructions yet: orders.instructions(secret_slug)")
    said = f"{placed.order_id}: pending, unpaid, 137456.00 by qris\n  1 × Kopi Arabika Gayo: 125000.00"
    assert printed(placed.order, slug) == printed(shop.orders.get(slug), slug) == said
    assert printed(shop.checkout.history(), slug) == f"{placed.attempt_id}: placed ({placed.order_id})"
    pay: Any = shop.orders.instructions(slug)
    assert printed(pay, slug, pay.qr.text).endswith("QR: .qr.terminal()")
    assert printed(pay.qr, pay.qr.text) == "a QR code: .terminal(), .svg(), .png()"
    sandbox.control.pay_order(slug)
    assert printed(shop.orders.wait_for_payment(slug), slug).startswith(f"paid: {placed.order_id}: ")


def test_every_payment_prints_how_one_pays(shop: Storefront) -> None:
    ends = {
        "bank_transfer": "to Bank Central Asia 5220304901 or Bank Mandiri 1370010902",
        "ovo": "confirm in the OVO app",
        "gopay": 'button or QR: .choose("mobile"), .choose("desktop")',
        "invoice": "go on at .url",
    }
    for method, end in ends.items():
        placed = checkout(shop, method).place()
        assert isinstance(placed, Placed)
        pay: Any = shop.orders.instructions(present(placed.secret_slug))
        assert printed(pay, placed.secret_slug, pay.order_url).endswith(end)
        if method == "gopay":
            choice = pay.choose("mobile")
            assert printed(choice, choice.text) == "a button that opens .text"
            assert printed(pay.choose("desktop")) == "a QR code: .qr.terminal(), .qr.svg(), .qr.png()"


def test_an_outcome_without_an_order_prints_what_to_do(sandbox: Sandbox) -> None:
    with made(sandbox, checkout_policy=CheckoutPolicy(settle_reads=(0.0,))) as shop:
        sandbox.control.fault("createPublicCheckout", "status", status=422)
        assert printed(checkout(shop).place()).startswith("no order was made (refused): The sandbox was told")
        sandbox.control.fault("createPublicCheckout", "reset", when="before")
        unknown = checkout(shop).place()
        assert isinstance(unknown, Unknown)
        assert f"in 120 s: shop.checkout.resume('{unknown.attempt_id}')" in printed(unknown)
        assert printed(Unknown("a", "the cart was changed")).endswith("the cart was changed; a person has to look")


def test_what_a_customer_gets_prints_without_the_person(sandbox: Sandbox) -> None:
    with made(sandbox, customer="c1", store=MemoryStore()) as shop:
        shop.cart.add(variant_id=494535)
        answer = shop.auth.login("sari@example.com", "kata-sandi-contoh")
        assert isinstance(answer, SignedIn)
        assert printed(answer) == "signed in\n1 × variant 494535: moved, 1 there now"
        assert printed(shop.auth.state()) == "signed in, for 30.0 days at least"
        profile = shop.account.profile()
        assert printed(profile) == "customer 5101, confirmed, of Toko Nusantara"
        assert printed(profile.customer) == "customer 5101, confirmed"
        assert printed(shop.account.update(sex="female")) == printed(profile)
        addresses = "address 1: Kota Jakarta Pusat, DKI Jakarta\naddress 2: Kota Jakarta Pusat, DKI Jakarta"
        assert printed(shop.account.addresses().page()) == printed(shop.checkout.my_addresses()) == addresses
        assert printed(shop.orders.mine().page()) == "nothing"
        methods = printed(shop.checkout.my_payment_methods())
        assert "\n  qris\n" in methods
        assert methods.endswith("\n  DANA 081200000903")
        assert "Nusantara" not in methods
        (active,) = shop.subscriptions.all(status="active").all()
        item = present(active.subscription_items)[0]
        for one in (active, shop.subscriptions.get(present(active.id))):
            assert printed(one).startswith(f"subscription {active.id}: active, period until 20")
            assert printed(one).endswith(f"\n  item {item.id}: 1 × Langganan Kopi Bulanan, active, 99000")
        assert (
            printed(shop.subscriptions.upgrade_options(present(item.id))) == "variant 494713: Puas, 179000 for 1 month"
        )
        course = present(present(shop.catalog.product("kelas-seduh-dasar").variants)[0].uuid)
        assert printed(shop.courses.get(course)).splitlines()[:3] == [
            "Kelas Seduh Dasar",
            "  Mengenal biji: 0.0 %",
            "    Arabika dan robusta: 0.0 %",
        ]
        assert printed(shop.auth.logout()) == "c1: signed out"
    with made(sandbox, store=MemoryStore()) as shop:
        challenge = shop.auth.login("budi@example.com", "kata-sandi-contoh")
        assert isinstance(challenge, OtpChallenge)
        assert printed(challenge) == "a one-time password was sent: .verify(otp)"


def test_events_print_what_happened_and_of_what(shop: Storefront) -> None:
    line = shop.cart.add(variant_id=494535).lines[0]
    conversion = shop.events.add_to_cart(line, Visit(page_url="https://toko.example/kopi", subject="Sari"))
    of_snackvideo = "snackvideo addToCart (not relayed: SnackVideo needs a click id)"
    assert printed(conversion) == f"add_to_cart: meta AddToCart, tiktok AddToCart, {of_snackvideo}"
    body = sample("order.created", ["data.order_id=261130B7", "data.customer.email=sari@example.com"])
    webhook = verify(body, {"X-Scalev-Hmac-Sha256": sign(body, "of-the-test")}, "of-the-test")
    assert re.fullmatch(r"order\.created of 261130B7 at 20\S+ \S+ UTC", printed(webhook))


def test_a_group_prints_what_it_has(shop: Storefront) -> None:
    assert printed(shop.catalog) == "Catalog: availability, bundle, categories, count, items, offers, product"
    for name in ("account", "auth", "cart", "checkout", "courses", "discounts", "events", "intents", "orders"):
        assert ": " in printed(getattr(shop, name))


def test_a_list_that_prints_is_a_list_in_everything_else(shop: Storefront) -> None:
    categories = shop.catalog.categories()
    assert printed(categories[:2]) == "Kopi\nTeh"
    assert categories[0] == next(iter(categories))
    assert categories == list(categories) == pickle.loads(pickle.dumps(categories)) == copy.copy(categories)


@pytest.mark.parametrize("shop_type", [Storefront, AsyncStorefront])
def test_a_name_from_elsewhere_is_answered_with_its_place(shop_type: type[Any]) -> None:
    shop = shop_type("store_x", "sfpk_x", "http://127.0.0.1:1")
    for at, name, place in (
        (shop.account, "orders", "shop.orders.mine()"),
        (shop, "login", "shop.auth.login(email, password)"),
        (shop, "products", "shop.catalog.items()"),
        (shop.cart, "items", "shop.cart.get().lines"),
        (shop.checkout, "place", "shop.checkout.start(), which gives the checkout that has place()"),
    ):
        with pytest.raises(AttributeError) as raised:
            getattr(at, name)
        assert str(raised.value) == f"{type(at).__name__!r} object has no attribute {name!r}; there is {place}"
        assert (raised.value.name, raised.value.obj) == (name, at)
    with pytest.raises(AttributeError, match=r"^.Cart. object has no attribute .nonsense.$"):
        _ = shop.cart.nonsense
    assert not hasattr(shop, "__len__")


def test_every_signpost_leads_somewhere(shop: Storefront) -> None:
    kinds: dict[str, object] = {"Checkout": checkout(shop), "CartSnapshot": shop.cart.get()}
    groups = [name for name in dir(Storefront) if not name.startswith("_")]
    kinds |= {type(group).__name__: group for name in groups if name != "api" and (group := getattr(shop, name))}
    for wrong, place in SIGNS.items():
        kind, _, name = wrong.rpartition(".")
        if kind:
            assert not hasattr(type(kinds[kind]), name), wrong
        if place.startswith("nothing"):
            continue
        at: object = kinds[kind] if place.startswith(".") else shop
        for step in place.removeprefix("shop").split("(")[0].lstrip(".").split("."):
            assert hasattr(type(at), step) or hasattr(at, step), wrong
            at = getattr(at, step)

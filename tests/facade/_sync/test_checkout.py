# Rendered from tests/facade/_async/test_checkout.py by scripts/unasync.py; edit that file.
"""Checkout from items to an order: what is missing, what invalidates what, the quote, and every way to buy."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import uuid4

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    BadRequest,
    BankTransfer,
    CheckoutIncomplete,
    CheckoutPolicy,
    InvalidInput,
    Item,
    Money,
    NotPlaced,
    NotSignedIn,
    Placed,
    StaleQuote,
)
from nexus_storefront.clock import SYSTEM_CLOCK

pytestmark = pytest.mark.anyio

GOODS, OTHER, SCARCE, DIGITAL, BUNDLE, BOX = 494535, 494536, 494541, 494601, 31925, 31926
PASSWORD = "kata-sandi-contoh"


def buyer(checkout: Any) -> None:
    checkout.set_buyer(name="Budi Santoso", email="budi.s@example.com", phone="6281234567890")


def home(checkout: Any) -> None:
    checkout.deliver_to(
        location_id=9089,
        postal_code="10510",
        address="Jl. Contoh No. 3",
        province="DKI Jakarta",
        city="Kota Jakarta Pusat",
        subdistrict="Cempaka Putih",
    )


def ready(shop: Storefront, items: Any = None, *, method: str = "bank_transfer", **options: Any) -> Any:
    """A checkout of physical goods, quoted."""
    checkout = shop.checkout.start(items, **options)
    if not checkout.customer:
        buyer(checkout)
    home(checkout)
    checkout.pay_with(method)
    checkout.ship_with((checkout.shipping_options())[0])
    checkout.quote()
    return checkout


def digital(shop: Storefront, *, method: str = "bank_transfer", **options: Any) -> Any:
    """A checkout of a digital bundle, quoted."""
    checkout = shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True, **options)
    if not checkout.customer:
        buyer(checkout)
    checkout.pay_with(method)
    checkout.quote()
    return checkout


def bodies(answers: list[httpx.Response]) -> list[dict[str, Any]]:
    """What was sent to place an order."""
    sent = (answer.request for answer in answers)
    return [json.loads(r.content) for r in sent if r.method == "POST" and r.url.path.endswith("/checkout")]


@pytest.fixture
def customer(sandbox: Sandbox) -> Iterator[Storefront]:
    """A shop with a new customer signed in."""
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        shop.auth.login(email, PASSWORD)
        yield shop


def test_the_guides_variant_order_from_direct_items(shop: Storefront) -> None:
    checkout = ready(shop, [Item(variant_id=GOODS)])
    with shop.raw() as answers:
        outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.evidence == "answer"
    assert outcome.price_change is None
    assert outcome.order is not None
    assert outcome.order.gross_revenue == checkout.quoted.breakdown.total.to_wire()
    assert outcome.next_page == outcome.order.redirect_url
    assert isinstance(outcome.instructions, BankTransfer)
    (body,) = bodies(answers)
    assert body == {
        "items": [{"type": "variant", "variant_id": GOODS, "quantity": 1}],
        "customer_name": "Budi Santoso",
        "customer_email": "budi.s@example.com",
        "customer_phone": "6281234567890",
        "shipping_address": "Jl. Contoh No. 3",
        "shipping_province": "DKI Jakarta",
        "shipping_city": "Kota Jakarta Pusat",
        "shipping_subdistrict": "Cempaka Putih",
        "shipping_postal_code": "10510",
        "shipping_location_id": 9089,
        "payment_method": "bank_transfer",
        "courier_service_id": body["courier_service_id"],
        "warehouse_unique_id": "warehouse_jakarta01",
        **({"courier_aggregator_code": body["courier_aggregator_code"]} if "courier_aggregator_code" in body else {}),
    }


def test_the_guides_bundle_order_needs_no_destination(shop: Storefront) -> None:
    checkout = digital(shop)
    with shop.raw() as answers:
        outcome = checkout.place()
    assert isinstance(outcome, Placed)
    (body,) = bodies(answers)
    assert body["items"] == [{"type": "bundle_price_option", "bundle_price_option_id": BUNDLE, "quantity": 1}]
    assert not [name for name in body if name.startswith("shipping")]
    assert Money.of(outcome.order.shipping_cost) == 0  # type: ignore[union-attr]


def test_direct_items_leave_the_shoppers_cart_alone(shop: Storefront) -> None:
    before = shop.cart.add(variant_id=OTHER, quantity=3)
    outcome = (ready(shop, [Item(variant_id=GOODS)])).place()
    assert isinstance(outcome, Placed)
    after = shop.cart.get()
    assert after.same_content(before)
    assert not after.replaced


def test_the_cart_is_ordered_as_it_was_quoted_and_is_empty_then(shop: Storefront) -> None:
    shop.cart.add(variant_id=GOODS, quantity=2)
    shop.cart.add(bundle_price_option_id=BOX)
    checkout = ready(shop)
    with shop.raw() as answers:
        outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.order is not None
    (body,) = bodies(answers)
    # Items and token together: then emptying the cart is what the service documents.
    assert body["items"] == [
        {"type": "bundle_price_option", "bundle_price_option_id": BOX, "quantity": 1},
        {"type": "variant", "variant_id": GOODS, "quantity": 2},
    ]
    assert len(shop.cart.get()) == 0


def test_items_and_cart_both(shop: Storefront) -> None:
    shop.cart.add(variant_id=OTHER)
    outcome = (ready(shop, [Item(variant_id=GOODS)], clear_cart=True)).place()
    assert isinstance(outcome, Placed)
    assert len(shop.cart.get()) == 0


def test_items_and_an_empty_cart(shop: Storefront) -> None:
    outcome = (ready(shop, [Item(variant_id=GOODS)], clear_cart=True)).place()
    assert isinstance(outcome, Placed)


def test_a_customer_orders_the_cart_by_its_id(customer: Storefront) -> None:
    cart = customer.cart.add(variant_id=GOODS, quantity=2)
    assert cart.owner == "customer"
    checkout = ready(customer)
    with customer.raw() as answers:
        outcome = checkout.place()
    assert isinstance(outcome, Placed)
    (body,) = bodies(answers)
    assert body["cart_id"] == cart.id
    assert (body["location_id"], body["postal_code"], body["address"]) == (9089, "10510", "Jl. Contoh No. 3")
    assert "shipping_province" not in body
    assert len(customer.cart.get()) == 0
    assert [order.order_id for order in customer.orders.mine().all()] == [outcome.order_id]


def test_a_customer_orders_items_without_touching_the_cart(customer: Storefront) -> None:
    before = customer.cart.add(variant_id=OTHER)
    outcome = (ready(customer, [Item(variant_id=GOODS)])).place()
    assert isinstance(outcome, Placed)
    assert (customer.cart.get()).same_content(before)


def test_a_customer_orders_items_and_empties_the_cart(customer: Storefront) -> None:
    customer.cart.add(variant_id=OTHER)
    outcome = (ready(customer, [Item(variant_id=GOODS)], clear_cart=True)).place()
    assert isinstance(outcome, Placed)
    assert len(customer.cart.get()) == 0


def test_a_customer_orders_digital_goods(customer: Storefront) -> None:
    assert isinstance((digital(customer)).place(), Placed)


def test_a_customer_ships_to_a_saved_address(customer: Storefront) -> None:
    customer.account.add_address(
        name="Sari", phone="628111", location_id=9089, address="Jl. Rumah 1", postal_code="10510"
    )
    (address,) = customer.checkout.my_addresses()
    checkout = customer.checkout.start([Item(variant_id=GOODS)])
    checkout.deliver_to_saved(address)
    codes = (customer.checkout.my_payment_methods()).payment_methods
    assert "va_bca" in codes  # type: ignore[operator]
    checkout.pay_with("va_bca")
    checkout.ship_with((checkout.shipping_options())[0])
    checkout.quote()
    with customer.raw() as answers:
        outcome = checkout.place()
    assert isinstance(outcome, Placed)
    (body,) = bodies(answers)
    assert str(body["address_id"]) == str(address.id)
    assert "cart_id" not in body
    guest = customer.checkout.start([Item(variant_id=GOODS)], customer=False)
    with pytest.raises(InvalidInput):
        guest.deliver_to_saved(address)


def test_a_customer_is_known_and_may_order_as_a_guest_all_the_same(customer: Storefront) -> None:
    checkout = customer.checkout.start([Item(variant_id=GOODS)])
    assert "buyer" not in checkout.missing
    with pytest.raises(InvalidInput, match="buyer"):
        buyer(checkout)
    as_a_guest = customer.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True, customer=False)
    assert "buyer" in as_a_guest.missing
    buyer(as_a_guest)
    as_a_guest.pay_with("bank_transfer")
    as_a_guest.quote()
    assert isinstance(as_a_guest.place(), Placed)
    assert customer.orders.mine().all() == []


def test_a_customers_checkout_without_a_sign_in_sends_nothing(sandbox: Sandbox, shop: Storefront) -> None:
    sandbox.control.clear_requests()
    checkout = shop.checkout.start([Item(variant_id=GOODS)], customer=True, digital=True)
    checkout.pay_with("qris")
    with pytest.raises(NotSignedIn):
        checkout.quote()
    assert not sandbox.control.requests()


def test_strict_two_step_leaves_the_method_open(sandbox: Sandbox, shop: Storefront) -> None:
    checkout = shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True)
    buyer(checkout)
    assert checkout.missing == ("payment_method", "quote")
    checkout.pay_later()
    checkout.quote()
    outcome = checkout.place()
    assert isinstance(outcome, NotPlaced)
    sandbox.control.configure(strict_two_step=True)
    try:
        checkout = checkout.again()
        checkout.quote()
        outcome = checkout.place()
    finally:
        sandbox.control.configure(strict_two_step=False)
    assert isinstance(outcome, Placed)
    assert outcome.order.payment_method == "payment_link"  # type: ignore[union-attr]
    assert outcome.secret_slug is not None
    assert outcome.instructions is not None
    assert outcome.instructions.kind == "redirect"
    # Its charges come with the method; then it is an order of that method, whose amount is another one.
    sandbox.control.pay_order(outcome.secret_slug)
    found = shop.checkout.resume(outcome.attempt_id)
    assert isinstance(found, Placed)
    assert found.order.payment_method != "payment_link"  # type: ignore[union-attr]
    assert found.price_change is not None
    assert (found.price_change.payment_link, found.price_change.unexplained) == (True, 0)
    assert found.price_change.difference > 0


def test_the_methods_the_store_takes(shop: Storefront) -> None:
    methods = shop.checkout.payment_methods()
    assert {"bank_transfer", "qris", "va_bca"} <= {method.code for method in methods}
    checkout = shop.checkout.start()
    with pytest.raises(InvalidInput, match="no_payment"):
        checkout.pay_with("no_payment")


def test_what_is_missing_is_listed_in_order(shop: Storefront) -> None:
    checkout = shop.checkout.start([Item(variant_id=GOODS)])
    assert checkout.missing == ("buyer", "destination", "payment_method", "shipping_option", "quote")
    with pytest.raises(CheckoutIncomplete) as caught:
        checkout.place()
    assert caught.value.missing == checkout.missing
    with pytest.raises(CheckoutIncomplete):
        checkout.shipping_options()
    buyer(checkout)
    home(checkout)
    checkout.pay_with("qris")
    assert checkout.missing == ("shipping_option", "quote")
    checkout.ship_with((checkout.shipping_options())[0])
    assert checkout.missing == ("quote",)
    checkout.quote()
    assert checkout.missing == ()
    assert "Budi" not in repr(checkout)


def test_an_empty_cart_is_incomplete(shop: Storefront) -> None:
    checkout = shop.checkout.start()
    for step in (checkout.quote,):
        with pytest.raises(CheckoutIncomplete) as caught:
            step()
        assert caught.value.missing == ("items",)
    shop.cart.add(variant_id=GOODS)
    checkout = ready(shop)
    shop.cart.clear()
    with pytest.raises(CheckoutIncomplete):
        checkout.place()
    assert checkout.attempt_id is None


def test_changes_drop_what_they_invalidate(shop: Storefront) -> None:
    def fresh() -> Any:
        return ready(shop, [Item(variant_id=GOODS)])

    checkout = fresh()
    checkout.set_items([Item(variant_id=GOODS, quantity=2)])
    assert checkout.missing == ("shipping_option", "quote")
    checkout = fresh()
    checkout.pay_with("cod")
    assert checkout.missing == ("shipping_option", "quote")
    assert checkout.options is None
    checkout = fresh()
    checkout.deliver_to(location_id=9090, postal_code="10110", address="Jl. Lain")
    assert checkout.missing == ("shipping_option", "quote")
    checkout = fresh()
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Sebelah 4")  # the same place
    assert checkout.missing == ()
    checkout.use_discount("HEMAT10")
    assert checkout.missing == ("quote",)
    checkout.quote()
    options = checkout.shipping_options()
    checkout.ship_with(options[-1])
    assert checkout.missing == ("quote",)
    checkout.quote()
    buyer(checkout)
    checkout.set_notes("Tolong dibungkus.\nTerima kasih 🙏")
    assert checkout.missing == ()


def test_an_option_of_another_destination_is_refused(shop: Storefront) -> None:
    checkout = ready(shop, [Item(variant_id=GOODS)])
    with pytest.raises(InvalidInput, match="shipping options"):
        checkout.ship_with({"courier_service_id": 999, "warehouse_unique_id": "warehouse_x"})
    # Nor is one of the same warehouse by a courier that does not go there.
    option = (checkout.shipping_options())[0].to_dict()
    with pytest.raises(InvalidInput, match="shipping options"):
        checkout.ship_with(option | {"courier_service_id": 999_999})


def test_digital_goods_are_found_out_by_the_empty_list(shop: Storefront) -> None:
    checkout = shop.checkout.start([Item(variant_id=DIGITAL)])
    buyer(checkout)
    home(checkout)
    checkout.pay_with("qris")
    assert checkout.shipping_options() == []
    assert checkout.missing == ("quote",)
    quote = checkout.quote()
    assert quote.breakdown.part("shipping_cost") == 0
    assert isinstance(checkout.place(), Placed)
    checkout = shop.checkout.start([Item(variant_id=DIGITAL)])
    home(checkout)
    checkout.shipping_options()
    checkout.set_items([Item(variant_id=GOODS)])
    assert "shipping_option" in checkout.missing


def test_a_quote_shows_its_parts_and_that_they_add_up(shop: Storefront) -> None:
    checkout = ready(shop, [Item(variant_id=GOODS)], method="va_bca")
    quote = checkout.quoted
    assert quote.breakdown.adds_up
    assert quote.breakdown.other_income_name == "Biaya kemas"
    assert quote.breakdown.part("service_fee") == 4000
    assert str(quote.total).startswith("Rp")


def test_a_quote_goes_stale_by_a_change_of_the_cart(shop: Storefront) -> None:
    shop.cart.add(variant_id=GOODS)
    checkout = ready(shop)
    shop.cart.add(variant_id=OTHER)
    with pytest.raises(StaleQuote, match="cart"):
        checkout.place()
    with pytest.raises(CheckoutIncomplete, match="shipping options") as caught:
        checkout.quote()
    assert caught.value.missing == ("shipping_option", "quote")
    checkout.ship_with((checkout.shipping_options())[0])
    checkout.quote()
    assert isinstance(checkout.place(), Placed)


def test_a_cart_that_comes_to_need_shipping_is_not_ordered_without(
    sandbox: Sandbox, shop: Storefront
) -> None:
    shop.cart.add(variant_id=DIGITAL)
    checkout = shop.checkout.start()
    checkout.set_buyer(name="Sari Dewi", email="sari@example.com")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("bank_transfer")
    assert checkout.shipping_options() == []
    checkout.quote()
    assert checkout.missing == ()
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 4")
    assert checkout.missing == ()
    shop.cart.add(variant_id=GOODS)
    with pytest.raises(CheckoutIncomplete):
        checkout.quote()
    assert checkout.missing == ("shipping_option", "quote")
    with pytest.raises(CheckoutIncomplete):
        checkout.place()


def test_options_asked_for_before_a_change_are_not_kept(shop: Storefront) -> None:
    checkout = ready(shop, [Item(variant_id=GOODS)])
    goods = checkout._goods

    def slowly(core: Any) -> Any:
        found = goods(core)
        checkout.deliver_to(location_id=4711, postal_code="40111", address="Jl. Lain No. 1")
        return found

    checkout._goods = slowly  # type: ignore[method-assign]
    assert checkout.shipping_options()
    assert checkout.options is None
    assert "shipping_option" in checkout.missing


def test_other_items_leave_the_shoppers_cart_alone(shop: Storefront) -> None:
    checkout = shop.checkout.start()
    checkout.set_items([Item(variant_id=OTHER)])
    assert not checkout.use_cart
    checkout = shop.checkout.start([Item(variant_id=GOODS)], clear_cart=True)
    checkout.set_items([Item(variant_id=OTHER)])
    assert checkout.use_cart
    checkout.set_items([Item(variant_id=OTHER)], clear_cart=False)
    assert not checkout.use_cart


def test_a_misspelt_name_in_an_item_is_refused(shop: Storefront) -> None:
    with pytest.raises(InvalidInput, match="qty"):
        shop.checkout.start([{"variant_id": GOODS, "qty": 3}])


def test_the_quote_says_what_the_discount_takes_off(shop: Storefront) -> None:
    checkout = ready(shop, [Item(variant_id=GOODS)])
    full = checkout.quote()
    assert full.discount == 0
    checkout.use_discount("HEMAT10")
    less = checkout.quote()
    assert less.discount == full.total - less.total > 0


def test_a_quote_goes_stale_with_age(shop: Storefront, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = ready(shop, [Item(variant_id=GOODS)])
    monkeypatch.setattr(SYSTEM_CLOCK, "monotonic", lambda: time.monotonic() + 601, raising=False)
    with pytest.raises(StaleQuote, match="old"):
        checkout.place()
    shop.checkout.policy = CheckoutPolicy(quote_max_age=3600)
    assert isinstance(checkout.place(), Placed)


def test_a_quote_without_a_readable_total_cannot_be_ordered(sandbox: Sandbox, shop: Storefront) -> None:
    checkout = digital(shop)
    body = {"product_price": "75000.00", "gross_revenue": "soon"}
    sandbox.control.fault("getPublicCheckoutSummary", "status", status=200, body=body)
    quote = checkout.quote()
    assert not quote.total.is_known
    with pytest.raises(StaleQuote, match="total"):
        checkout.place()


def test_a_price_that_moved_after_the_quote_is_reported(sandbox: Sandbox, shop: Storefront) -> None:
    price = int(Money.of((ready(shop, [Item(variant_id=OTHER)])).quoted.breakdown.part("product_price")))
    checkout = ready(shop, [Item(variant_id=OTHER)])
    sandbox.control.set_price(OTHER, price + 5000)
    try:
        outcome = checkout.place()
    finally:
        sandbox.control.set_price(OTHER, price)
    assert isinstance(outcome, Placed)
    assert outcome.price_change is not None
    assert outcome.price_change.difference == 5000
    assert outcome.price_change.parts == (("products", Money(5000)),)
    assert outcome.price_change.unexplained == 0


def test_a_unique_code_is_the_reason_that_is_given(sandbox: Sandbox, shop: Storefront) -> None:
    checkout = ready(shop, [Item(variant_id=GOODS)])
    sandbox.control.configure(unique_code=True)
    try:
        outcome = checkout.place()
    finally:
        sandbox.control.configure(unique_code=False)
    assert isinstance(outcome, Placed)
    assert outcome.price_change is not None
    assert [name for name, _ in outcome.price_change.parts] == ["unique code"]
    assert outcome.price_change.difference < 0


def test_a_discount_is_in_the_quote_and_in_the_order(shop: Storefront) -> None:
    full = (ready(shop, [Item(variant_id=GOODS)])).quoted.total
    checkout = ready(shop, [Item(variant_id=GOODS)])
    checkout.use_discount("HEMAT10")
    quote = checkout.quote()
    assert quote.total < full
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.price_change is None
    checkout = ready(shop, [Item(variant_id=GOODS)])
    checkout.use_discount("LEBARAN2026")
    with pytest.raises(BadRequest):
        checkout.quote()
    assert checkout.quoted is None


def test_another_way_to_pay_wants_another_quote(shop: Storefront) -> None:
    for change in ("pay_with", "pay_later"):
        checkout = ready(shop, [Item(variant_id=GOODS)])
        assert checkout.quoted is not None
        checkout.pay_with("qris") if change == "pay_with" else checkout.pay_later()
        assert checkout.quoted is None
        assert "quote" in checkout.missing


def test_what_the_service_refuses_is_not_placed_and_can_be_tried_again(
    sandbox: Sandbox, shop: Storefront
) -> None:
    checkout = ready(shop, [Item(variant_id=SCARCE)])
    stock = sandbox.control.stock(SCARCE)
    sandbox.control.set_stock(SCARCE, 0)
    try:
        outcome = checkout.place()
    finally:
        sandbox.control.set_stock(SCARCE, stock)
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "refused"
    assert isinstance(outcome.error, BadRequest)
    assert checkout.place() is outcome
    again = checkout.again()
    assert again.missing == ("quote",)
    again.quote()
    assert isinstance(again.place(), Placed)


def test_placing_again_gives_the_same_outcome(shop: Storefront) -> None:
    checkout = digital(shop)
    with shop.raw() as answers:
        outcome = checkout.place()
        assert checkout.place() is outcome
    assert len(bodies(answers)) == 1
    found = shop.checkout.resume(outcome.attempt_id)
    assert isinstance(found, Placed)
    assert found.order.order_id == outcome.order_id  # type: ignore[union-attr]
    assert shop.checkout.unfinished() == []
    with pytest.raises(InvalidInput):
        shop.checkout.resume("0" * 32)
    with pytest.raises(InvalidInput):
        shop.checkout.dismiss(outcome.attempt_id)


@pytest.mark.parametrize("value", ["", " ", "a\r\nb", "a\x00b", "x" * 1_000_000, [], "\ud800"])
def test_hostile_texts_are_refused_before_anything_is_sent(
    sandbox: Sandbox, shop: Storefront, value: Any
) -> None:
    sandbox.control.clear_requests()
    checkout = shop.checkout.start([Item(variant_id=GOODS)])
    where = {"location_id": 9089, "postal_code": "10510", "address": "Jl. X"}
    prose = ("address", "province", "city", "subdistrict", "name")
    lines = isinstance(value, str) and "\n" in value  # what people write may have lines
    for name in ("location_id", "postal_code", *(() if lines else prose[:-1])):
        with pytest.raises(InvalidInput):
            checkout.deliver_to(**(where | {name: value}))
    for name in ("email", "phone", *(() if lines else prose[-1:])):
        with pytest.raises(InvalidInput):
            checkout.set_buyer(**({"name": "A", "email": "a@b.c"} | {name: value}))
    for setter in (checkout.pay_with, checkout.use_discount, checkout.set_intent):
        with pytest.raises(InvalidInput):
            setter(value)
    with pytest.raises(InvalidInput):
        checkout.ship_with({"courier_service_id": value})
    if isinstance(value, str) and not lines:
        with pytest.raises(InvalidInput):
            checkout.set_notes(value)
    assert not sandbox.control.requests()


@pytest.mark.parametrize("email", ["plain", "@x.id", "a@", "a b@c.id", "a@b\n.id"])
def test_an_email_that_is_none_is_refused(shop: Storefront, email: str) -> None:
    checkout = shop.checkout.start()
    with pytest.raises(InvalidInput):
        checkout.set_buyer(name="A", email=email)


@pytest.mark.parametrize(
    "items",
    [
        [],
        [Item(variant_id=number) for number in range(1, 52)],
        [Item(variant_id=1, quantity=60), Item(variant_id=1, quantity=60)],
        [{"variant_id": 1, "quantity": 0}],
        [{"variant_id": 1, "quantity": 101}],
        [{"variant_id": "../1"}],
        [{"bundle_price_option_id": -1}],
        [{}],
        "494535",
        494535,
    ],
)
def test_items_outside_the_limits_are_refused(shop: Storefront, items: Any) -> None:
    with pytest.raises(InvalidInput):
        shop.checkout.start(items)


def test_items_come_in_every_usual_form(shop: Storefront) -> None:
    cart = shop.cart.add(variant_id=GOODS, quantity=2)
    for items in (
        Item(variant_id=GOODS, quantity=2),
        [{"type": "variant", "variant_id": GOODS, "quantity": 2}],
        [{"variant_id": str(GOODS), "quantity": "2"}],
        list(cart),
        [Item(variant_id=GOODS), Item(variant_id=GOODS)],
    ):
        checkout = shop.checkout.start(items)
        assert checkout.items == (("variant", GOODS, 2),)


def test_an_order_completes_its_intent(sandbox: Sandbox, shop: Storefront) -> None:
    intent = shop.intents.start("form-1", "ok", fields={"customer_name": "Budi"})
    intent_id = intent.id
    assert intent.token
    checkout = digital(shop)
    checkout.set_intent(intent)
    with shop.raw() as answers:
        assert isinstance(checkout.place(), Placed)
    (body,) = bodies(answers)
    assert body["checkout_intent_token"].startswith("cit_")
    (found,) = [one for one in sandbox.control.intents() if one["id"] == intent_id]
    assert found["status"] == "completed"
    assert intent.token is None  # the next one is a capture of its own


def test_a_second_try_completes_the_intent_of_the_first(sandbox: Sandbox, shop: Storefront) -> None:
    intent = shop.intents.start("form-1", "ok", fields={"customer_name": "Budi"})
    intent_id = intent.id
    checkout = digital(shop)
    checkout.set_intent(intent)
    sandbox.control.fault("createPublicCheckout", "status", status=422)
    assert isinstance(checkout.place(), NotPlaced)
    again = checkout.again()
    again.quote()
    assert isinstance(again.place(), Placed)
    (found,) = [one for one in sandbox.control.intents() if one["id"] == intent_id]
    assert found["status"] == "completed"


def test_a_capture_that_failed_is_in_no_ones_way(sandbox: Sandbox, shop: Storefront) -> None:
    intent = shop.intents.start("form-1", "invalid")
    assert intent.token is None
    checkout = digital(shop)
    checkout.set_intent(intent)
    sandbox.control.fault("updateStorefrontCheckoutIntent", "reset", count=None)
    with shop.raw() as answers:
        assert isinstance(checkout.place(), Placed)
    assert "checkout_intent_token" not in bodies(answers)[0]
    checkout = digital(shop)
    checkout.set_intent("cit_of_another_day")
    assert isinstance(checkout.place(), Placed)


def test_what_is_no_choice_leaves_the_one_before(sandbox: Sandbox, shop: Storefront) -> None:
    intent = shop.intents.start("form-1", "ok")
    checkout = digital(shop)
    checkout.set_intent(intent)
    for refused in (
        partial(checkout.set_intent, "cit\n1"),
        partial(checkout.set_items, [Item(494535)], clear_cart="no"),
    ):
        with pytest.raises(InvalidInput):
            refused()
    assert isinstance(checkout.place(), Placed)
    assert intent.token is None

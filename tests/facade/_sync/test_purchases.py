# Rendered from tests/facade/_async/test_purchases.py by scripts/unasync.py; edit that file.
"""Which purchase an order is of, and whose: what is told of one is never told of another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import uuid4

import httpx
import pytest
from hand_clock import GoesOn
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    CheckoutIncomplete,
    CheckoutPolicy,
    CheckoutUnresolved,
    Item,
    MemoryStore,
    Placed,
    SessionLost,
    Unknown,
)
from nexus_storefront.checkout._sync.placing import Placing
from nexus_storefront.checkout.choices import Choices
from nexus_storefront.order_journal._sync.journal import OrderJournal
from nexus_storefront.stores import Entry, StoreError

pytestmark = pytest.mark.anyio

GOODS, FIRST, SECOND = 494535, 494601, 494602
PASSWORD = "kata-sandi-contoh"


class InAnotherForm(httpx.BaseTransport):
    """Tells of a created order in a body of another form, in which it may stand as `ORDER`."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.inner.handle_request(request)
        if not request.url.path.endswith("/checkout"):
            return answer
        order = (answer.read()).decode()
        return httpx.Response(answer.status_code, text=self.body.replace("ORDER", order))

    def close(self) -> None:
        self.inner.close()


class Meanwhile(httpx.BaseTransport):
    """Has something done while the answer to a request is on its way: `at` is the end of its path."""

    def __init__(self) -> None:
        self.at, self.earlier = "none", 0
        self.does: Any = None
        self.inner = httpx.HTTPTransport()

    def when(self, does: Any, at: str, *, earlier: int = 0) -> None:
        """After so many earlier ones on the same path."""
        self.at, self.earlier, self.does = at, earlier, does

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.inner.handle_request(request)
        if request.url.path.endswith(self.at):
            self.earlier -= 1
            if self.earlier == -1:
                answer.read()
                self.does()
        return answer

    def close(self) -> None:
        self.inner.close()


@pytest.fixture
def people(sandbox: Sandbox) -> list[str]:
    emails = [f"{uuid4().hex}@example.com" for _ in range(2)]
    for email in emails:
        sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    return emails


@pytest.fixture
def shops(sandbox: Sandbox) -> Iterator[tuple[Storefront, Storefront]]:
    where, shared = (sandbox.store_id, sandbox.api_key, sandbox.base_url), {"store": MemoryStore(), "clock": GoesOn()}
    with Storefront(*where, **shared) as here, Storefront(*where, **shared) as elsewhere:
        yield here, elsewhere


def quoted(shop: Storefront, items: Any = None) -> Any:
    checkout = shop.checkout.start(items, digital=True)
    if not checkout.customer:
        checkout.set_buyer(name="Sari Dewi", email="sari@example.com", phone="628120001111")
    checkout.pay_with("qris")
    checkout.quote()
    return checkout


@pytest.mark.parametrize("signed_in", [False, True])
def test_another_cart_is_another_purchase(
    sandbox: Sandbox, shops: Any, people: list[str], monkeypatch: pytest.MonkeyPatch, signed_in: bool
) -> None:
    """An order that was cut off, and with the same buyer and choices one of what came into the cart since."""

    class Killed(BaseException):
        pass

    def killed(*args: object, **options: object) -> None:
        raise Killed

    shop, elsewhere = shops
    if signed_in:
        shop.auth.login(people[0], PASSWORD)
    shop.cart.add(variant_id=FIRST)
    first = quoted(shop)
    with monkeypatch.context() as patch:
        patch.setattr(OrderJournal, "end", killed)
        with pytest.raises(Killed):
            first.place()
    elsewhere.cart.add(variant_id=SECOND)
    second = quoted(elsewhere)
    with pytest.raises(CheckoutUnresolved) as caught:
        second.place()
    assert caught.value.attempt_id == first.attempt_id
    assert len((elsewhere.cart.get()).lines) == 1


def test_an_order_from_before_a_quote_is_not_what_was_quoted(sandbox: Sandbox, shops: Any) -> None:
    shop, elsewhere = shops
    shop.cart.add(variant_id=FIRST)
    assert isinstance((quoted(shop)).place(), Placed)
    shop.cart.add(variant_id=FIRST)
    again = quoted(shop)
    elsewhere.cart.clear()
    with pytest.raises(CheckoutIncomplete):
        again.place()


def test_who_has_signed_in_elsewhere_is_the_one_who_orders(
    sandbox: Sandbox, shops: Any, people: list[str]
) -> None:
    here, elsewhere = shops
    here.auth.login(people[0], PASSWORD)
    checkout = quoted(here, [Item(variant_id=FIRST)])
    elsewhere.auth.login(people[1], PASSWORD)
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert [order.order_id for order in elsewhere.orders.mine()] == [outcome.order_id]


def test_who_has_signed_in_elsewhere_is_the_one_who_shops(
    sandbox: Sandbox, shops: Any, people: list[str]
) -> None:
    here, elsewhere = shops
    here.auth.login(people[0], PASSWORD)
    elsewhere.auth.login(people[1], PASSWORD)
    here.cart.add(variant_id=FIRST)
    assert len(elsewhere.cart.get()) == 1


@pytest.mark.parametrize("what", ["clear", "set_quantity", "items", "look", "quote"])
def test_what_was_begun_for_one_customer_does_not_go_on_for_the_next(
    sandbox: Sandbox, people: list[str], what: str
) -> None:
    """Somebody else signs in to the same shop between two requests of one call."""
    transport, settings = Meanwhile(), (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    policy = CheckoutPolicy(settle_reads=(0.0,))
    with (
        Storefront(*settings, transport=transport, checkout_policy=policy) as shop,
        Storefront(*settings) as the_next,
    ):
        the_next.auth.login(people[1], PASSWORD)
        assert isinstance((quoted(the_next, [Item(variant_id=FIRST)])).place(), Placed)
        the_next.cart.add(variant_id=SECOND)
        shop.auth.login(people[0], PASSWORD)
        shop.cart.add(variant_id=FIRST)
        checkout = quoted(shop, [Item(variant_id=FIRST)] if what == "items" else None)
        sign_in = partial(shop.auth.login, people[1], PASSWORD, keep_cart=False)
        if what == "look":
            sandbox.control.fault("createCustomerCheckout", "reset", when="before")
            transport.when(sign_in, "/cart", earlier=1)
            assert isinstance(checkout.place(), Unknown)
        else:
            transport.when(sign_in, "/orders" if what == "items" else "/cart")
            shop._core.shared.seen_cart = []
            set_quantity = partial(shop.cart.set_quantity, 5, variant_id=SECOND)
            calls = {"clear": shop.cart.clear, "set_quantity": set_quantity, "quote": checkout.quote}
            with pytest.raises(SessionLost, match="another customer"):
                calls.get(what, checkout.place)()
        assert [line.quantity for line in the_next.cart.get()] == [1]
        assert len(the_next.orders.mine().all()) == 1


def test_what_a_cart_holds_is_not_noted_as_the_next_customers(sandbox: Sandbox, people: list[str]) -> None:
    transport = Meanwhile()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, transport=transport) as shop:
        shop.auth.login(people[0], PASSWORD)
        shop.cart.add(variant_id=FIRST)
        transport.when(partial(shop.auth.login, people[1], PASSWORD, keep_cart=False), "/cart")
        assert len(shop.cart.get()) == 1
        with pytest.raises(CheckoutIncomplete):
            quoted(shop)


def test_a_guests_cart_is_carried_over_to_who_has_signed_in_last(
    sandbox: Sandbox, shops: Any, people: list[str]
) -> None:
    """A sign-in elsewhere that was interrupted is finished by a shop that has the customer before in use."""
    here, elsewhere = shops
    here.auth.login(people[0], PASSWORD)
    elsewhere.cart.guest.add(variant_id=FIRST)
    sandbox.control.fault("mergeGuestCart", "reset", when="before", count=9)
    elsewhere.auth.login(people[1], PASSWORD)
    sandbox.control.clear_faults()
    here.auth.finish_login()
    assert len(elsewhere.cart.get()) == 1


def test_a_cart_that_was_carried_over_is_not_ordered_after_signing_out(
    sandbox: Sandbox, shops: Any, people: list[str]
) -> None:
    """What the service has left in a guest's cart is the customer's; a shop that knows its token still orders none."""
    here, elsewhere = shops
    here.cart.add(variant_id=GOODS)
    sandbox.control.fault("mergeGuestCart", "status", status=409)
    assert (elsewhere.auth.login(people[0], PASSWORD)).cart.complete
    elsewhere.auth.logout()
    checkout, before = quoted(here), len(sandbox.control.requests("createPublicCheckout"))
    with pytest.raises(CheckoutIncomplete):
        checkout.place()
    assert len(sandbox.control.requests("createPublicCheckout")) == before
    assert (here.cart.add(variant_id=GOODS)).item_count == 1


class FailsOnce(MemoryStore):
    """Fails one reading of a session, after `left` of them."""

    left = -1

    def get(self, key: str) -> Entry | None:
        if key.startswith("session/"):
            self.left -= 1
            if self.left == -1:
                raise StoreError("the store failed")
        return super().get(key)


@pytest.mark.parametrize("left", range(6))
def test_a_store_that_fails_once_lets_no_cart_be_ordered_that_was_carried_over(
    sandbox: Sandbox, people: list[str], left: int
) -> None:
    where, store = (sandbox.store_id, sandbox.api_key, sandbox.base_url), FailsOnce()
    with Storefront(*where, store=store) as here, Storefront(*where, store=store) as elsewhere:
        here.cart.add(variant_id=GOODS)
        checkout = quoted(here)
        sandbox.control.fault("mergeGuestCart", "status", status=409)
        elsewhere.auth.login(people[0], PASSWORD)
        before, store.left = len(sandbox.control.requests("createPublicCheckout")), left
        with pytest.raises((StoreError, CheckoutIncomplete)):
            checkout.place()
        assert len(sandbox.control.requests("createPublicCheckout")) == before


def test_what_one_customers_cart_held_is_not_shown_to_the_next(
    sandbox: Sandbox, shop: Storefront, people: list[str]
) -> None:
    for email in people:
        shop.auth.login(email, PASSWORD)
        if email == people[0]:
            shop.cart.add(variant_id=FIRST)
    with pytest.raises(CheckoutIncomplete):
        quoted(shop)


def test_what_is_sent_is_what_was_quoted_whatever_another_thread_chooses(
    sandbox: Sandbox, shop: Storefront, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = shop.checkout.start([Item(variant_id=GOODS)])
    checkout.set_buyer(name="Sari Dewi", email="sari@example.com", phone="628120001111")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("qris")
    options = checkout.shipping_options()
    checkout.ship_with(options[0])
    checkout.quote()
    summary = Choices._summary_body

    def and_then_another(choices: Choices) -> Any:
        body = summary(choices)
        checkout.ship_with(options[1])
        return body

    monkeypatch.setattr(Choices, "_summary_body", and_then_another)
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.price_change is None


@pytest.mark.parametrize("body", ['{"data": ORDER}', '{"data": null}', "{}"])
def test_a_created_order_that_is_told_in_another_form(sandbox: Sandbox, body: str) -> None:
    """What there is of it is found, and nothing is shown that it does not say."""
    transport = InAnotherForm(body)
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, transport=transport) as shop:
        shop.cart.add(variant_id=FIRST)
        outcome = (quoted(shop)).place()
    assert isinstance(outcome, Placed)
    assert outcome.evidence == "answer"
    if "ORDER" in body:
        assert outcome.order_id == sandbox.control.orders()[-1]["order_id"]
        assert outcome.instructions is not None
    else:
        assert (outcome.order, outcome.order_id, outcome.secret_slug) == (None, None, None)


@pytest.mark.parametrize("at", ["_send", "_request"])
def test_who_is_interrupted_before_anything_was_sent_can_order(
    shop: Storefront, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    class Interrupted(BaseException):
        pass

    def interrupted(*args: object) -> None:
        raise Interrupted

    shop.cart.add(variant_id=FIRST)
    checkout = quoted(shop)
    with monkeypatch.context() as patch:
        patch.setattr(Placing, at, interrupted)
        with pytest.raises(Interrupted):
            checkout.place()
    assert checkout.attempt_id is None
    assert isinstance(checkout.place(), Placed)

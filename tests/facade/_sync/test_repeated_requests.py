# Rendered from tests/facade/_async/test_repeated_requests.py by scripts/unasync.py; edit that file.
"""A transport that sends a request again by itself, as Chromium does: no second order, and no wrong word about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    CheckoutPolicy,
    InvalidInput,
    Item,
    NotPlaced,
    Placed,
    StaleQuote,
    Unknown,
)
from nexus_storefront.transport.unsent import never_left

pytestmark = pytest.mark.anyio

GOODS, OTHER, BUNDLE = 494535, 494536, 31925
PASSWORD = "kata-sandi-contoh"


class Repeating(httpx.BaseTransport):
    """Sends what goes to a path that ends with `where` as often as `times` says, and gives the last answer, if any."""

    may_repeat = True

    def __init__(self) -> None:
        self.inner = httpx.HTTPTransport()
        self.where, self.times, self.lost = "/checkout", 3, False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        here = request.method == "POST" and request.url.path.endswith(self.where)
        for _ in range(self.times - 1 if here else 0):
            (self.inner.handle_request(request)).read()
        response = self.inner.handle_request(request)
        if here and self.lost:
            response.read()
            raise httpx.ReadError("the last answer is lost as well")
        return response

    def close(self) -> None:
        self.inner.close()


@pytest.fixture
def repeating() -> Repeating:
    return Repeating()


@pytest.fixture
def shop(sandbox: Sandbox, repeating: Repeating) -> Iterator[Storefront]:
    policy = CheckoutPolicy(settle_reads=(0.0, 0.0))
    with Storefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, transport=repeating, checkout_policy=policy
    ) as shop:
        yield shop


def ready(shop: Storefront, items: list[Item] | None) -> Any:
    checkout = shop.checkout.start(items)
    if not checkout.customer:
        checkout.set_buyer(name="Demo Customer", email=f"{uuid4().hex}@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("qris")
    checkout.ship_with((checkout.shipping_options())[0])
    checkout.quote()
    return checkout


BARE = [
    pytest.param([Item(variant_id=GOODS)], id="one piece"),
    pytest.param([Item(variant_id=GOODS, quantity=3)], id="several pieces"),
    pytest.param([Item(variant_id=GOODS, quantity=2), Item(variant_id=OTHER)], id="several things"),
    pytest.param([Item(bundle_price_option_id=BUNDLE), Item(variant_id=GOODS)], id="a bundle too"),
]


@pytest.mark.parametrize("items", [pytest.param(None, id="the cart"), *BARE])
@pytest.mark.parametrize("times", [1, 2, 5])
def test_an_order_that_is_sent_several_times_is_one_order(
    sandbox: Sandbox, shop: Storefront, repeating: Repeating, items: list[Item] | None, times: int
) -> None:
    before, repeating.times = len(sandbox.control.orders()), times
    kept = shop.cart.add(variant_id=OTHER, quantity=2)
    checkout = ready(shop, items)
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    made = sandbox.control.orders()[before:]
    assert len(made) == 1
    assert float(made[0]["gross_revenue"]) == float(checkout.quoted.total.known())
    assert (shop.cart.get()).item_count == (0 if items is None else kept.item_count)


@pytest.mark.parametrize("items", [pytest.param(None, id="the cart"), *BARE])
def test_where_the_last_answer_is_lost_as_well_it_is_not_said_to_be_refused(
    sandbox: Sandbox, shop: Storefront, repeating: Repeating, items: list[Item] | None
) -> None:
    before, repeating.lost = len(sandbox.control.orders()), True
    if items is None:
        shop.cart.add(variant_id=GOODS)
    outcome = (ready(shop, items)).place()
    assert isinstance(outcome, Placed | Unknown)
    assert len(sandbox.control.orders()) == before + 1


def test_a_refusal_is_told_as_one_while_the_cart_is_untouched(sandbox: Sandbox, shop: Storefront) -> None:
    before = len(sandbox.control.orders())
    checkout = ready(shop, [Item(variant_id=GOODS, quantity=2)])
    sandbox.control.fault("createPublicCheckout", "status", status=422, count=None)
    outcome = checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "refused"
    assert len(sandbox.control.orders()) == before


def test_goods_that_were_put_into_the_cart_twice_are_not_ordered(
    sandbox: Sandbox, shop: Storefront, repeating: Repeating
) -> None:
    before = len(sandbox.control.orders())
    # The second thing goes into a cart that exists; the first one, sent again, makes another cart.
    checkout = ready(shop, [Item(variant_id=GOODS), Item(variant_id=OTHER)])
    repeating.where, repeating.times = "/cart/items", 2
    with pytest.raises(StaleQuote):
        checkout.place()
    assert len(sandbox.control.orders()) == before
    repeating.times = 1
    assert isinstance(checkout.place(), Placed)


def test_items_that_no_cart_of_their_own_can_hold_are_refused_before_any_request(
    sandbox: Sandbox, shop: Storefront
) -> None:
    email, items = f"{uuid4().hex}@example.com", [Item(variant_id=GOODS)]
    with pytest.raises(InvalidInput, match="clear_cart"):
        shop.checkout.start(items, clear_cart=True)
    guest = ready(shop, items)
    guest.set_items(items, clear_cart=True)
    guest.ship_with((guest.shipping_options())[0])
    guest.quote()
    before = len(sandbox.control.requests("createPublicCheckout"))
    with pytest.raises(InvalidInput, match="clear_cart"):
        guest.place()
    assert len(sandbox.control.requests("createPublicCheckout")) == before
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    shop.auth.login(email, PASSWORD)
    with pytest.raises(InvalidInput, match="customer"):
        shop.checkout.start(items)
    assert (shop.checkout.start(items, customer=False)).items is not None
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, customer="elsewhere") as elsewhere:
        kept = (elsewhere.checkout.start(items, customer=True)).dump()
    with pytest.raises(InvalidInput, match="customer"):
        shop.checkout.load(kept)


@pytest.mark.parametrize("lost", [False, True])
def test_a_customers_cart_that_is_ordered_several_times_is_one_order(
    sandbox: Sandbox, shop: Storefront, repeating: Repeating, lost: bool
) -> None:
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    shop.auth.login(email, PASSWORD)
    shop.cart.add(variant_id=GOODS)
    checkout = ready(shop, None)
    before, repeating.lost = len(sandbox.control.orders()), lost
    assert isinstance(checkout.place(), Placed)
    assert len(sandbox.control.orders()) == before + 1


def test_what_may_be_repeated_proves_nothing_about_its_first_time(repeating: Repeating) -> None:
    url, no = httpx.URL("https://api.test"), httpx.ConnectError("no second connection")
    with httpx.Client(transport=repeating) as client:
        for repeating.may_repeat in (False, True):
            repeating.proves_unsent = True  # type: ignore[attr-defined]
            assert never_left(client, url, no) is not repeating.may_repeat

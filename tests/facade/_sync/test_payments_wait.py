# Rendered from tests/facade/_async/test_payments_wait.py by scripts/unasync.py; edit that file.
"""Payment instructions and payments, waited for at the service's pace."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from lengths import of_this_half
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    BankTransfer,
    Closed,
    Cod,
    ConnectionFailed,
    InvalidInput,
    Item,
    NotFound,
    Ovo,
    Paid,
    Pending,
    Placed,
    Qris,
    RateLimited,
    Redirect,
    RetailCode,
    StatusError,
    Timeout,
    UnknownPayment,
    VirtualAccount,
    Wallet,
)
from nexus_storefront.clock import SYSTEM_CLOCK

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
GOODS, BUNDLE = 494535, 31925


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made; time jumps over them."""
    slept: list[float] = []

    def nap(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(SYSTEM_CLOCK, "sleep", nap, raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "time", lambda: time.time() + sum(slept), raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "monotonic", lambda: time.monotonic() + sum(slept), raising=False)
    return slept


def buy(shop: Storefront, method: str) -> str:
    """The secret slug of a new order."""
    physical = method == "cod"
    item = Item(variant_id=GOODS) if physical else Item(bundle_price_option_id=BUNDLE)
    checkout = shop.checkout.start([item], digital=not physical)
    checkout.set_buyer(name="Budi", email="budi@example.com", phone="628123456789")
    checkout.pay_with(method)
    if physical:
        checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh 3")
        checkout.ship_with((checkout.shipping_options())[0])
    checkout.quote()
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.secret_slug is not None
    return outcome.secret_slug


@pytest.mark.parametrize(
    ("provider", "method_and_kind"),
    of_this_half(
        __name__,
        ["xendit", "flat"],
        [
            ("qris", Qris),
            ("va_bca", VirtualAccount),
            ("va_sahabat_sampoerna", VirtualAccount),
            ("gopay", Wallet),
            ("ovo", Ovo),
            ("card", Redirect),
            ("invoice", Redirect),
            ("alfamart", RetailCode),
        ],
    ),
)
def test_instructions_are_made_and_waited_for(
    sandbox: Sandbox, shop: Storefront, pauses: list[float], provider: str, method_and_kind: tuple[str, type]
) -> None:
    method, kind = method_and_kind
    sandbox.control.configure(payment_provider=provider)
    try:
        slug = buy(shop, method)
        instructions = shop.orders.instructions(slug)
    finally:
        sandbox.control.configure(payment_provider="xendit")
    assert isinstance(instructions, kind)
    assert instructions.method == method
    assert instructions.expires_at is not None
    assert set(pauses) == {1.5}
    assert "628123456789" not in repr(instructions)
    # Those that are there are given at once, by either way.
    del pauses[:]
    assert shop.orders.instructions(slug) == instructions
    again = shop.orders.create_payment(slug)
    assert again.pg_payment_info == (shop.orders.get(slug)).pg_payment_info
    assert pauses == []


@pytest.mark.parametrize(("method", "kind"), [("bank_transfer", BankTransfer), ("cod", Cod)])
def test_methods_without_a_provider_need_no_payment_call(
    sandbox: Sandbox, shop: Storefront, pauses: list[float], method: str, kind: type
) -> None:
    slug = buy(shop, method)
    sandbox.control.clear_requests()
    instructions = shop.orders.instructions(slug)
    assert isinstance(instructions, kind)
    assert not sandbox.control.requests("createStorefrontPublicOrderPayment")
    assert pauses == []
    if isinstance(instructions, BankTransfer):
        assert [account.bank for account in instructions.accounts] == ["Bank Central Asia", "Bank Mandiri"]


def test_instructions_that_do_not_come_are_pending_after_15_reads(
    sandbox: Sandbox, shop: Storefront, pauses: list[float]
) -> None:
    sandbox.control.configure(payment_info_after_reads=1000)
    try:
        slug = buy(shop, "qris")
        sandbox.control.clear_requests()
        assert isinstance(shop.orders.instructions(slug), Pending)
        assert pauses == [1.5] * 15
        assert len(sandbox.control.requests("getStorefrontPublicOrder")) == 16
        assert len(sandbox.control.requests("createStorefrontPublicOrderPayment")) == 1
        del pauses[:]
        asked = iter([False, False, False, True, True])
        stopped = shop.orders.instructions(slug, stop=lambda: next(asked))
        assert isinstance(stopped, Pending)
        assert sum(pauses) < 3
    finally:
        sandbox.control.configure(payment_info_after_reads=2)


def test_reads_that_fail_on_the_way_are_made_again(
    sandbox: Sandbox, shop: Storefront, pauses: list[float]
) -> None:
    slug = buy(shop, "qris")
    for kind in ("reset", "html_502", "text_429", "truncated_json"):
        sandbox.control.fault("getStorefrontPublicOrder", kind, skip=1)
    assert isinstance(shop.orders.instructions(slug), Qris)


def test_the_payment_is_waited_for_every_5_seconds(
    sandbox: Sandbox, shop: Storefront, pauses: list[float]
) -> None:
    slug = buy(shop, "qris")
    states: list[str] = []
    for order in shop.orders.watch(slug):
        states.append(str(order.payment_status))
        if len(states) == 3:
            sandbox.control.pay_order(slug)
    assert states == ["unpaid", "unpaid", "unpaid", "paid"]
    assert pauses == [5, 5, 5]
    waited = shop.orders.wait_for_payment(slug)
    assert waited.paid
    assert waited.state == "paid"
    assert waited.order.order_id == order.order_id
    assert len(pauses) == 3


def test_a_wait_ends_at_its_deadline(sandbox: Sandbox, shop: Storefront, pauses: list[float]) -> None:
    slug = buy(shop, "bank_transfer")
    waited = shop.orders.wait_for_payment(slug, within=12)
    assert waited.state == "open"
    assert not waited.paid
    assert isinstance(waited.instructions, BankTransfer)
    assert pauses[:2] == [5, 5]
    assert sum(pauses) == pytest.approx(12, abs=0.5)
    assert (shop.orders.wait_for_payment(slug, within=0)).state == "open"


def test_a_wait_ends_when_it_is_told_to(sandbox: Sandbox, shop: Storefront, pauses: list[float]) -> None:
    slug = buy(shop, "bank_transfer")
    asked = iter([False] * 15 + [True] * 5)
    waited = shop.orders.wait_for_payment(slug, stop=lambda: next(asked))
    assert waited.state == "open"
    assert sum(pauses) < 10


def test_a_wait_ends_when_the_order_is_closed(
    sandbox: Sandbox, shop: Storefront, pauses: list[float]
) -> None:
    slug = buy(shop, "qris")
    sandbox.control.expire_order(slug)
    waited = shop.orders.wait_for_payment(slug)
    assert waited.state == "closed"
    assert isinstance(waited.instructions, Closed)
    assert pauses == []


@pytest.mark.parametrize("method", ["qris", "bank_transfer"])
@pytest.mark.parametrize("asked", [False, True])
def test_an_order_with_nothing_left_to_pay_is_no_wait(
    sandbox: Sandbox, shop: Storefront, pauses: list[float], method: str, asked: bool
) -> None:
    paid, expired = buy(shop, method), buy(shop, method)
    for slug in (paid, expired):
        if asked:
            shop.orders.instructions(slug)
    del pauses[:]
    sandbox.control.pay_order(paid)
    sandbox.control.expire_order(expired)
    sandbox.control.clear_requests()
    for slug, kind in ((paid, Paid), (expired, Closed)):
        found = shop.orders.instructions(slug)
        assert isinstance(found, kind)
        assert (found.method, found.amount.is_known) == (method, True)
    assert pauses == []
    assert not sandbox.control.requests("createStorefrontPublicOrderPayment")


@pytest.mark.parametrize(("now", "kind"), [({"payment_status": "paid"}, Paid), ({"status": "canceled"}, Closed)])
def test_an_order_that_ends_as_its_payment_is_asked_for_says_so(
    wire: Any, reply: Reply, pauses: list[float], now: dict[str, Any], kind: type
) -> None:
    order = Order(wire, reply, payment_method="qris")

    def refuse(request: httpx.Request) -> httpx.Response:
        order.fields.update(now)
        return reply(400, {"error": "no"})

    with wire.shop() as shop:
        wire.answers = [order, refuse]
        assert isinstance(shop.orders.instructions("slug"), kind)
    assert len(wire.requests) == 3


def test_what_fails_while_waiting_is_no_end(sandbox: Sandbox, shop: Storefront, pauses: list[float]) -> None:
    slug = buy(shop, "qris")
    for kind, options in (
        ("reset", {}),
        ("html_502", {}),
        ("truncated_json", {}),
        ("text_429", {"retry_after": "20"}),
    ):
        sandbox.control.fault("getStorefrontPublicOrder", kind, skip=1, **options)
    sandbox.control.pay_order(slug)
    sandbox.control.fault("getStorefrontPublicOrder", "status", status=200, body={"payment_status": "unpaid"})
    waited = shop.orders.wait_for_payment(slug, within=300)
    assert waited.paid
    assert max(pauses) >= 20  # the service's wish is respected
    with pytest.raises(NotFound):
        shop.orders.wait_for_payment("no-such-order")


class Order:
    """An order's answers: without instructions until its payment was asked for, and then after `reads` more reads."""

    def __init__(self, wire: Any, reply: Reply, reads: float = 0, **fields: Any) -> None:
        self.fields = {"payment_status": "unpaid", "status": "pending", "pg_payment_info": {}, **fields}
        self.info: dict[str, Any] = {"redirect_url": "https://provider/1"}
        self.reads, self.asked, self.reply = reads, False, reply
        self.refusal: Any = None
        self.methods: list[str] = []
        wire.default = self

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.methods.append(request.method)
        if request.method == "POST":
            if self.refusal is not None:
                return self.reply(self.refusal, {"error": "no"})
            self.asked = True
        elif self.asked:
            self.reads -= 1
        there = self.asked and self.reads < 0
        return self.reply(200, {**self.fields, "pg_payment_info": self.info if there else {}})


@pytest.mark.parametrize(("comes_at", "kind"), [(1, Qris), (2, Qris), (3, Pending)])
def test_a_qris_payment_without_its_code_is_made_once_more(
    wire: Any, reply: Reply, pauses: list[float], comes_at: int, kind: type
) -> None:
    order = Order(wire, reply, payment_method="qris", public_order_url="https://o/1")
    order.info = {"id": "qr-1"}

    def make(request: httpx.Request) -> httpx.Response:
        if request.method == "POST" and order.methods.count("POST") + 1 == comes_at:
            order.info = {"id": "qr-1", "qr_string": "000201"}
        return order(request)

    wire.default = make
    with wire.shop() as shop:
        found = shop.orders.instructions("slug")
    assert type(found) is kind
    assert order.methods.count("POST") == min(comes_at, 2)
    assert len(order.methods) <= 5  # a code that is not there is not waited for
    assert found.order_url == "https://o/1"


@pytest.mark.parametrize("status", [400, 404, 500])
def test_a_second_creation_that_fails_says_what_the_first_one_left(
    wire: Any, reply: Reply, pauses: list[float], status: int
) -> None:
    order = Order(wire, reply, payment_method="qris")
    order.info = {"id": "qr-1"}

    def make(request: httpx.Request) -> httpx.Response:
        if request.method == "POST" and "POST" in order.methods:
            order.refusal = status
        return order(request)

    wire.default = make
    with wire.shop() as shop:
        assert isinstance(shop.orders.instructions("slug"), Pending)


@pytest.mark.parametrize(
    ("method", "pace"),
    [("qris", 5), ("card", 5), ("alfamart", 5), ("va_bca", 30), ("va", 30), ("ovo", 30), ("bank_transfer", 5)],
)
def test_a_payment_is_looked_for_as_often_as_the_services_own_pages_do(
    wire: Any, reply: Reply, pauses: list[float], method: str, pace: float
) -> None:
    Order(wire, reply, payment_method=method)
    with wire.shop() as shop:
        shop.orders.wait_for_payment("slug", within=100)
        assert pauses[:3] == [pace] * 3
        del pauses[:]
        shop.orders.wait_for_payment("slug", within=20, every=5)
        assert pauses[:3] == [5] * 3


@pytest.mark.parametrize(("status", "state"), [("conflict", "failed"), ("SETTLED", "paid")])
def test_a_wait_ends_when_the_payment_failed_or_was_settled(
    wire: Any, reply: Reply, pauses: list[float], status: str, state: str
) -> None:
    Order(wire, reply, payment_method="qris", payment_status=status)
    with wire.shop() as shop:
        waited = shop.orders.wait_for_payment("slug")
        assert (shop.orders.instructions("slug")).kind == state
    assert (waited.state, waited.paid, pauses) == (state, state == "paid", [])


@pytest.mark.parametrize("method", ["card", "invoice", "moon_pay"])
def test_the_hosted_page_does_not_stop_the_providers_own_from_being_made(
    wire: Any, reply: Reply, pauses: list[float], method: str
) -> None:
    order = Order(wire, reply, reads=3, payment_method=method, payment_url="https://hosted/1")
    with wire.shop() as shop:
        found = shop.orders.instructions("slug")
    assert isinstance(found, Redirect)
    assert found.url == "https://provider/1"
    assert order.methods == ["GET", "POST", "GET", "GET", "GET", "GET"]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"payment_method": "card", "public_order_url": "https://o/1", "payment_url": "https://hosted/1"}, Redirect),
        ({"payment_method": "gopay", "public_order_url": "https://o/1"}, Redirect),
        ({"payment_method": "moon_pay", "public_order_url": "https://o/1"}, Redirect),
        ({"payment_method": "qris", "public_order_url": "https://o/1", "payment_url": "https://hosted/1"}, Pending),
        ({"payment_method": "va_bca", "public_order_url": "https://o/1"}, Pending),
        ({"payment_method": "card", "payment_url": "https://hosted/1"}, Pending),
        ({"payment_method": "ovo"}, Pending),
        ({"payment_method": "moon_pay"}, UnknownPayment),
    ],
)
def test_the_orders_page_is_the_last_resort_of_what_is_paid_behind_a_link(
    wire: Any, reply: Reply, pauses: list[float], fields: dict[str, Any], kind: type
) -> None:
    order = Order(wire, reply, reads=1000, gross_revenue="1000", **fields)
    with wire.shop() as shop:
        found = shop.orders.instructions("slug", reads=2)
    assert type(found) is kind
    assert (found.method, found.amount) == (fields["payment_method"], 1000)
    assert getattr(found, "url", None) == (fields["public_order_url"] if kind is Redirect else None)
    assert found.order_url == fields.get("public_order_url")
    assert order.methods == ["GET", "POST", "GET", "GET"]


@pytest.mark.parametrize("status", [400, 409, 422])
def test_a_method_of_the_future_that_takes_no_payment_call_is_unknown(
    wire: Any, reply: Reply, pauses: list[float], status: int
) -> None:
    order = Order(wire, reply, payment_method="moon_pay")
    order.refusal = status
    with wire.shop() as shop:
        assert isinstance(shop.orders.instructions("slug"), UnknownPayment)
        assert order.methods == ["GET", "POST"]
        order.fields["payment_method"] = "card"
        with pytest.raises(StatusError):
            shop.orders.instructions("slug")
        # One that has chosen no method yet has nothing to be made.
        order.fields["payment_method"] = None
        del order.methods[:]
        assert isinstance(shop.orders.instructions("slug"), UnknownPayment)
        assert order.methods == ["GET"]
    assert pauses == []


def test_a_stop_is_asked_for_before_anything_is_sent(wire: Any, reply: Reply, pauses: list[float]) -> None:
    order = Order(wire, reply, payment_method="qris")
    with wire.shop() as shop:
        assert isinstance(shop.orders.instructions("slug", stop=lambda: True), Pending)
        waited = shop.orders.wait_for_payment("slug", stop=lambda: True)
        assert (waited.state, waited.paid, waited.instructions.kind) == ("open", False, "unknown")
        assert str(waited) == "open: the order was not read"
        assert [order for order in shop.orders.watch("slug", stop=lambda: True)] == []
        assert order.methods == []
        # Between the read and the payment, too.
        assert isinstance(shop.orders.instructions("slug", stop=lambda: bool(order.methods)), Pending)
        assert order.methods == ["GET"]


WAITS: dict[str, Callable[..., object]] = {
    "instructions": lambda shop, **options: shop.orders.instructions("slug", **options),
    "payment": lambda shop, **options: shop.orders.wait_for_payment("slug", **options),
}


@pytest.mark.parametrize("what", WAITS)
def test_a_first_read_that_fails_is_made_again(wire: Any, reply: Reply, pauses: list[float], what: str) -> None:
    wire.answers = [
        httpx.ReadTimeout,
        reply(502, b"<html>"),
        reply(429, b"slow down", {"Retry-After": "20"}),
        reply(200, b"{"),
        reply(200, {"payment_method": "bank_transfer", "payment_status": "paid"}),
    ]
    with wire.shop() as shop:
        WAITS[what](shop, within=40)
    assert len(wire.requests) == 5
    assert max(pauses) == 20
    assert sum(pauses) < 40


@pytest.mark.parametrize("what", WAITS)
def test_a_wait_that_reads_nothing_ends_with_its_time(
    wire: Any, reply: Reply, pauses: list[float], what: str
) -> None:
    with wire.shop() as shop:
        wire.default = lambda request: reply(429, b"slow down", {"Retry-After": "20"})
        with pytest.raises(RateLimited):  # there is no time for what the service asks for
            WAITS[what](shop, within=1.0)
    assert (len(wire.requests), pauses) == (1, [])

    def lost(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("lost", request=request)

    wire.default = lost
    with wire.shop() as shop:
        with pytest.raises(Timeout):
            WAITS[what](shop, within=9.0)
    assert sum(pauses) == pytest.approx(9, abs=0.5)
    assert all(max(request.extensions["timeout"].values()) <= 9 for request in wire.requests[1:])
    assert max(wire.requests[-1].extensions["timeout"].values()) <= 1


def test_a_wait_gives_what_it_has_when_its_time_is_over(wire: Any, reply: Reply, pauses: list[float]) -> None:
    order = Order(wire, reply, reads=1000, payment_method="qris")
    refused = [reply(429, b"slow down", {"Retry-After": "30"})] * 9
    with wire.shop() as shop:
        wire.answers = [order, *refused]
        assert (shop.orders.wait_for_payment("slug", within=10)).state == "open"
    assert len(wire.requests) == 2
    assert pauses == [5]


def test_instructions_are_not_asked_for_before_the_service_said_so(
    wire: Any, reply: Reply, pauses: list[float]
) -> None:
    order = Order(wire, reply, reads=1000, payment_method="qris")
    refused = [reply(429, b"slow down", {"Retry-After": "30"})] * 9
    with wire.shop() as shop:
        wire.answers = [order, order, *refused]
        assert isinstance(shop.orders.instructions("slug", within=45), Pending)
    assert len(wire.requests) == 4  # two of them reads, 30 s apart, and for a third there is no time
    assert 30 < sum(pauses) < 45


def test_a_payment_is_not_asked_for_beyond_the_time(wire: Any, reply: Reply, pauses: list[float]) -> None:
    order = Order(wire, reply, payment_method="qris")
    with wire.shop() as shop:
        wire.answers = [order, *[reply(429, b"slow down", {"Retry-After": "30"})] * 9]
        with pytest.raises(RateLimited):
            shop.orders.instructions("slug", within=5)
    assert len(wire.requests) == 2


def test_a_watch_without_an_end_does_not_ask_a_dead_service_for_ever(wire: Any, pauses: list[float]) -> None:
    def dead(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no such host", request=request)

    wire.default = dead
    with wire.shop() as shop:
        with pytest.raises(ConnectionFailed):
            _ = [order for order in shop.orders.watch("slug")]
    assert len(wire.requests) == 4


def test_nonsense_is_refused(shop: Storefront) -> None:
    for bad in ("../x", "a/b", "", "a\nb", "x" * 1_000_000):
        for call in (shop.orders.instructions, shop.orders.wait_for_payment, shop.orders.create_payment):
            with pytest.raises(InvalidInput):
                call(bad)
    with pytest.raises(InvalidInput):
        shop.orders.instructions("x", reads=0)
    with pytest.raises(InvalidInput):
        shop.orders.wait_for_payment("x", every=0)

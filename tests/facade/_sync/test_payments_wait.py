# Rendered from tests/facade/_async/test_payments_wait.py by scripts/unasync.py; edit that file.
"""Payment instructions and payments, waited for at the service's pace."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    BankTransfer,
    Cod,
    InvalidInput,
    Item,
    NotFound,
    Pending,
    Placed,
    Qris,
    Redirect,
    RetailCode,
    UnknownPayment,
    VirtualAccount,
    Wallet,
)
from nexus_storefront._sync import _core, payments_wait

pytestmark = pytest.mark.anyio

GOODS, BUNDLE = 494535, 31925


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made; time jumps over them."""
    slept: list[float] = []

    def nap(seconds: float) -> None:
        slept.append(seconds)

    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + sum(slept), time=lambda: time.time() + sum(slept))
    for part in (payments_wait, _core):
        monkeypatch.setattr(part, "sleep", nap)
        monkeypatch.setattr(part, "time", clock)
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


@pytest.mark.parametrize("provider", ["xendit", "flat"])
@pytest.mark.parametrize(
    ("method", "kind"),
    [
        ("qris", Qris),
        ("va_bca", VirtualAccount),
        ("va_sahabat_sampoerna", VirtualAccount),
        ("gopay", Wallet),
        ("card", Redirect),
        ("invoice", Redirect),
        ("alfamart", RetailCode),
    ],
)
def test_instructions_are_made_and_waited_for(
    sandbox: Sandbox, shop: Storefront, pauses: list[float], provider: str, method: str, kind: type
) -> None:
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
    assert pauses == []
    assert isinstance(shop.orders.instructions(slug), Pending)


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


def test_a_method_of_the_future_is_not_waited_for(
    sandbox: Sandbox, shop: Storefront, pauses: list[float]
) -> None:
    body: dict[str, Any] = {"payment_method": "moon_pay", "pg_payment_info": {}}
    sandbox.control.fault("getStorefrontPublicOrder", "status", status=200, body=body)
    assert isinstance(shop.orders.instructions("any-slug"), UnknownPayment)
    assert pauses == []


def test_nonsense_is_refused(shop: Storefront) -> None:
    for bad in ("../x", "a/b", "", "a\nb", "x" * 1_000_000):
        for call in (shop.orders.instructions, shop.orders.wait_for_payment, shop.orders.create_payment):
            with pytest.raises(InvalidInput):
                call(bad)
    with pytest.raises(InvalidInput):
        shop.orders.instructions("x", reads=0)
    with pytest.raises(InvalidInput):
        shop.orders.wait_for_payment("x", every=0)

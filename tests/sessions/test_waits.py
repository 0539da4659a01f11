"""How long a call waits for others who hold what it needs: no longer than its own `total`, whatever its shop's is."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from nexus_storefront import CallEvent, CheckoutPolicy, Item, SqliteStore, Timeout, Timeouts, Unknown, never
from nexus_storefront.order_journal._sync.journal import guest_cart_turn
from nexus_storefront.stores import StoreError

from .conftest import PASSWORD, SESSION_KEY

pytestmark = pytest.mark.anyio

COFFEE = 494535
HURRIED = Timeouts(connect=0.4, read=0.4, write=0.4, pool=0.4, total=0.8)
SLACK = 3.0


async def ready(half: Any, shop: Any) -> str:
    """A checkout that lacks nothing but `place()`, put away."""
    signed_in = await half(shop._core.session.signed_in())
    checkout = await half(shop.checkout.start([Item(variant_id=COFFEE)] if signed_in else None))
    if not signed_in:
        checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("bank_transfer")
    checkout.ship_with((await half(checkout.shipping_options()))[0])
    await half(checkout.quote())
    return str(checkout.dump())


CALLS = {
    "cart.get": lambda shop, kept: shop.cart.get(),
    "cart.add": lambda shop, kept: shop.cart.add(variant_id=COFFEE),
    "cart.remove": lambda shop, kept: shop.cart.remove("1"),
    "cart.clear": lambda shop, kept: shop.cart.clear(),
    "profile": lambda shop, kept: shop.account.profile(),
    "place": lambda shop, kept: shop.checkout.load(kept).place(),
}


@pytest.mark.parametrize("call", CALLS)
async def test_a_refresh_of_somebody_who_was_killed_is_waited_for_within_the_calls_own_total(
    half: Any, customer: Any, call: str
) -> None:
    shop = await half.signed_in(customer)
    kept = await ready(half, shop)
    shop._core.session._in_use.current.fresh_until = shop._core.session._in_use.current.valid_until = 0.0
    hurried = shop.with_options(timeout=HURRIED)
    with half.store.lease(SESSION_KEY, ttl=60, wait=0):
        started = time.monotonic()
        with pytest.raises(Timeout) as caught:
            await half(CALLS[call](hurried, kept))
        assert time.monotonic() - started < SLACK
    assert caught.value.effect == "nothing_left"


@pytest.mark.parametrize("call", ["cart.get", "profile"])
async def test_a_login_to_be_finished_keeps_no_call_while_others_have_its_carts(
    half: Any, customer: Any, call: str
) -> None:
    shop = half.shop()
    await half(shop.cart.add(variant_id=COFFEE, quantity=2))
    half.sandbox.control.fault("mergeGuestCart", "status", status=503, count=None)
    signed = await half(shop.auth.login(customer.email, PASSWORD))
    half.sandbox.control.clear_faults()
    assert signed.cart.pending
    again = half.shop()
    key = guest_cart_turn(shop._core.guest.value).key(shop.store_id)
    with half.store.lease(key, ttl=60, wait=0):
        started = time.monotonic()
        await half(CALLS[call](again, ""))
        with pytest.raises(Timeout):
            await half(again.with_options(timeout=HURRIED).auth.finish_login())
        assert time.monotonic() - started < SLACK
    report = await half(again.auth.finish_login())
    assert report.complete


async def test_a_login_to_be_finished_begins_no_step_after_half_of_a_calls_time(half: Any, customer: Any) -> None:
    shop = half.shop()
    await half(shop.cart.add(variant_id=COFFEE, quantity=2))
    half.sandbox.control.fault("mergeGuestCart", "status", status=503, count=None)
    assert (await half(shop.auth.login(customer.email, PASSWORD))).cart.pending
    half.sandbox.control.clear_faults()
    for slow in ("getGuestCart", "getCustomerCart"):
        half.sandbox.control.fault(slow, "latency", seconds=1.4, count=None)
    half.sandbox.control.clear_requests()
    again = half.shop(timeout=5.0)  # the first step, with its merge, takes more than half of it
    assert (await half(again.account.profile())).customer.email == customer.email
    first, *_, last = [each["operation"] for each in half.sandbox.control.requests()]
    assert (first, last) == ("getGuestCart", "getCustomerMe")
    assert len(half.sandbox.control.requests("getCustomerCart")) <= 1, "the next step would look at the cart again"
    half.sandbox.control.clear_faults()
    assert (await half(again.auth.finish_login())).complete


@pytest.mark.parametrize("call", ["cart.remove", "cart.clear", "place"])
async def test_a_file_that_somebody_holds_is_waited_for_within_the_calls_own_total(
    half: Any, tmp_path: Path, call: str
) -> None:
    half.store = SqliteStore(tmp_path / "shop.db")
    shop = half.shop(checkout_policy=CheckoutPolicy(settle_reads=(0.0,)))
    line = (await half(shop.cart.add(variant_id=COFFEE))).lines[0]
    kept = await ready(half, shop)
    half.sandbox.control.fault("createPublicCheckout", "reset", when="before")
    assert isinstance(await half(shop.checkout.load(kept).place()), Unknown)  # what is taken out has to be noted
    hurried = shop.with_options(timeout=HURRIED)
    with closing(sqlite3.connect(tmp_path / "shop.db", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        half.sandbox.control.clear_requests()
        started = time.monotonic()
        with pytest.raises((StoreError, Timeout)):
            await half(hurried.cart.remove(line) if call == "cart.remove" else CALLS[call](hurried, kept))
        assert time.monotonic() - started < SLACK
        assert not half.sandbox.control.requests("removeGuestCartItem")
        assert not half.sandbox.control.requests("createPublicCheckout")
        holder.execute("ROLLBACK")


@pytest.mark.parametrize("call", ["login", "refresh"])
async def test_signing_in_and_a_refresh_wait_until_a_file_is_free(
    half: Any, customer: Any, tmp_path: Path, call: str
) -> None:
    half.store = SqliteStore(tmp_path / "shop.db")
    shop = half.shop()
    if call == "refresh":
        await half(shop.auth.login(customer.email, PASSWORD))
        half.expire()
    with closing(sqlite3.connect(tmp_path / "shop.db", isolation_level=None, check_same_thread=False)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        free = threading.Timer(1.2, lambda: holder.execute("ROLLBACK"))
        free.start()
        await half(shop.auth.login(customer.email, PASSWORD) if call == "login" else shop.account.profile())
        free.join()


ASKED = {"login": "loginCustomer", "finish_login": "getGuestCart", "refresh": "refreshCustomerJwt"}


@pytest.mark.parametrize("call", [*ASKED, "logout"])
async def test_signing_in_and_out_waits_within_its_own_total_too(
    half: Any, customer: Any, tmp_path: Path, call: str
) -> None:
    """For a file that somebody begins to hold when the service has answered, or has been asked."""
    half.store = SqliteStore(tmp_path / "shop.db")
    with closing(sqlite3.connect(tmp_path / "shop.db", isolation_level=None, check_same_thread=False)) as holder:

        def hold(event: CallEvent) -> None:
            if event.phase == "end" and event.operation_id == ASKED.get(call) and not holder.in_transaction:
                holder.execute("BEGIN IMMEDIATE")

        shop = half.shop(retry=never)
        await half(shop.cart.add(variant_id=COFFEE, quantity=2))
        if call != "login":
            half.sandbox.control.fault("getGuestCart", "status", status=503, count=None)
            assert (await half(shop.auth.login(customer.email, PASSWORD))).cart.pending
            half.sandbox.control.clear_faults()
        hurried = half.shop(retry=never, hooks=[hold]).with_options(timeout=HURRIED)
        calls: dict[str, Any] = {
            "login": lambda: hurried.auth.login(customer.email, PASSWORD),
            "finish_login": lambda: hurried.auth.finish_login(),
            "refresh": lambda: hurried.account.profile(),
        }
        if call == "refresh":
            await half(shop.auth.finish_login())
            half.expire()
        if call == "logout":
            holder.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        if call == "logout":
            assert isinstance((await half(hurried.auth.logout())).error, StoreError)
        else:
            with pytest.raises((StoreError, Timeout)):
                await half(calls[call]())
        assert time.monotonic() - started < 8
        holder.execute("ROLLBACK")


@pytest.mark.parametrize("call", ["resume", "dismiss"])
async def test_how_an_attempt_ended_is_written_down_within_the_calls_own_total(
    half: Any, tmp_path: Path, call: str
) -> None:
    half.store = SqliteStore(tmp_path / "shop.db")
    shop = half.shop(checkout_policy=CheckoutPolicy(settle_reads=(0.0,)))
    await half(shop.cart.add(variant_id=COFFEE))
    kept = await ready(half, shop)
    half.sandbox.control.fault("createPublicCheckout", "reset", when="after")
    half.sandbox.control.fault("getGuestCart", "status", status=503, count=None, skip=1)
    unknown = await half(shop.checkout.load(kept).place())
    assert isinstance(unknown, Unknown)
    half.sandbox.control.clear_faults()
    hurried = shop.with_options(timeout=HURRIED).checkout
    with closing(sqlite3.connect(tmp_path / "shop.db", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        with suppress(StoreError):
            await half((hurried.resume if call == "resume" else hurried.dismiss)(unknown.attempt_id))
        assert time.monotonic() - started < SLACK
        holder.execute("ROLLBACK")

"""A login keeps the cart: moved once, compared, completed, and finished later when it was interrupted."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any

import httpx
import pytest
from hand_clock import GoesOn
from nexus_sandbox.rules import carts
from nexus_storefront import CallEvent, Placed, Storefront, never
from nexus_storefront.auth import session_record
from nexus_storefront.auth.cart_journal import (
    CartJournal,
    CartReport,
    LineKey,
    LineReport,
    compare,
    journal_key,
    lines_in,
    missing,
)
from nexus_storefront.cart.lines import read_cart
from nexus_storefront.errors import CheckoutIncomplete, InvalidCredentials, StorefrontError, Timeout
from nexus_storefront.order_journal._async.journal import guest_cart_turn
from nexus_storefront.order_journal._async.turns import Turn
from nexus_storefront.stores import DamagedEntry, MemoryStore, StoreError

PASSWORD = "kata-sandi-contoh"
GUEST_KEY = "guest/store_sandbox"
SESSION_KEY = "session/store_sandbox/default"
COFFEE, SCARCE, EBOOK, BUNDLE = 494535, 494541, 494601, 31925

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.setattr(session_record, "FIRST_PAUSE", 0.01)
    if "sandbox" in request.fixturenames:
        request.getfixturevalue("sandbox").control.set_stock(SCARCE, 3)


async def guest_cart(half: Any, shop: Any, **quantities: int) -> None:
    """Put things in the guest's cart: `v494535=2`, `b31925=1`."""
    for name, quantity in quantities.items():
        item = {"variant_id" if name[0] == "v" else "bundle_price_option_id": int(name[1:])}
        await half(shop.cart.guest.add(**item, quantity=quantity))


def under_way(half: Any) -> list[CartJournal]:
    """The journals of guests' carts that are half carried over."""
    entries = [half.store.get(key) for key in half.store.keys("carried-over/")]
    found = [CartJournal.kept("journal", entry.value) for entry in entries]
    return [journal for journal in found if journal.step != "done"]


async def cart_of(half: Any, shop: Any) -> dict[str, int]:
    cart = await half(shop.cart.customer.get())
    return {
        f"{'v' if line.variant_id else 'b'}{line.variant_id or line.bundle_price_option_id}": line.quantity
        for line in cart
    }


async def test_every_line_moves_and_then_the_guest_token_goes(half: Any, customer: Any) -> None:
    shop = half.shop()
    await guest_cart(half, shop, v494535=2, v494601=1, b31925=3)
    assert half.store.get(GUEST_KEY) is not None
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert {(line.item.id, line.guest, line.before, line.after, line.outcome) for line in answer.cart.lines} == {
        ("494535", 2, 0, 2, "moved"),
        ("494601", 1, 0, 1, "moved"),
        ("31925", 3, 0, 3, "moved"),
    }
    assert answer.cart.complete
    assert half.store.get(GUEST_KEY) is None
    assert under_way(half) == []
    assert await cart_of(half, shop) == {"v494535": 2, "v494601": 1, "b31925": 3}
    assert len(half.sandbox.control.requests("mergeGuestCart")[-1:]) == 1


async def test_quantities_of_both_carts_add_up(half: Any, customer: Any) -> None:
    before = await half.signed_in(customer, customer="laptop")
    await half(before.cart.add(variant_id=COFFEE, quantity=3))
    await half(before.cart.add(variant_id=SCARCE, quantity=2))
    shop = half.shop()
    await guest_cart(half, shop, v494535=2, v494541=2)
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    outcomes = {line.item.id: (line.before, line.guest, line.after, line.outcome) for line in answer.cart.lines}
    # Of the scarce one there are three.
    assert outcomes == {"494535": (3, 2, 5, "moved"), "494541": (2, 2, 3, "changed")}
    assert answer.cart.complete


async def test_what_is_refused_is_reported_with_the_services_words(half: Any, customer: Any) -> None:
    shop = half.shop()
    await guest_cart(half, shop, v494541=3, v494601=1)
    half.sandbox.control.set_stock(SCARCE, 1)
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    (line,) = answer.cart.of("refused")
    assert (line.item, line.guest, line.after) == (LineKey("variant", "494541"), 3, 1)
    assert line.refused
    assert not answer.cart.complete
    assert await cart_of(half, shop) == {"v494541": 1, "v494601": 1}
    assert half.store.get(GUEST_KEY) is None


async def test_without_a_guest_cart_there_is_nothing_to_move(half: Any, customer: Any) -> None:
    shop = half.shop()
    assert (await half(shop.auth.login(customer.email, PASSWORD))).cart is None
    await half(shop.auth.logout())
    await half(shop.cart.guest.get())  # a token, and an empty cart
    before = len(half.sandbox.control.requests("mergeGuestCart"))
    assert (await half(shop.auth.login(customer.email, PASSWORD))).cart is None
    assert len(half.sandbox.control.requests("mergeGuestCart")) == before


async def test_the_cart_may_be_left_alone(half: Any, customer: Any) -> None:
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    assert (await half(shop.auth.login(customer.email, PASSWORD, keep_cart=False))).cart is None
    assert await cart_of(half, shop) == {}
    assert half.store.get(GUEST_KEY) is not None
    await half(shop.auth.logout())
    assert len((await half(shop.cart.get())).lines) == 1


async def test_after_a_one_time_password_too(half: Any, customer: Any) -> None:
    half.sandbox.control.configure(otp_required=True)
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    challenge = await half(shop.auth.login(customer.email, PASSWORD))
    assert under_way(half) == []
    answer = await half(challenge.verify(half.sandbox.control.otp(customer.email)))
    assert answer.cart.complete
    assert await cart_of(half, shop) == {"v494535": 2}


async def test_a_failed_login_leaves_the_guest_cart(half: Any, customer: Any) -> None:
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    with pytest.raises(StorefrontError):
        await half(shop.auth.login(customer.email, "wrong"))
    assert under_way(half) == []
    assert (await half(shop.cart.get())).item_count == 2


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "reset", "when": "before"},
        {"kind": "reset", "when": "after"},
        {"kind": "status", "status": 503, "when": "before"},
        {"kind": "status", "status": 503, "when": "after"},
        {"kind": "truncated_json"},
        {"kind": "empty_200"},
        {"kind": "status", "status": 404},
        {"kind": "status", "status": 422},
        {"kind": "html_502", "when": "after"},
    ],
)
async def test_a_merge_that_goes_wrong_is_neither_lost_nor_doubled(half: Any, customer: Any, fault: Any) -> None:
    before = await half.signed_in(customer, customer="laptop")
    await half(before.cart.add(variant_id=COFFEE, quantity=1))
    shop = half.shop()
    await guest_cart(half, shop, v494535=2, b31925=1)
    half.sandbox.control.fault("mergeGuestCart", **fault)
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert not answer.cart.pending
    found = await cart_of(half, shop)
    # Refused as a whole, the merge is made line by line: then the service's rule of adding up does not apply.
    assert found == (
        {"v494535": 3, "b31925": 1} if fault.get("status") not in (404, 422) else {"v494535": 2, "b31925": 1}
    )
    assert half.store.get(GUEST_KEY) is None


@pytest.mark.parametrize("when", ["before", "after"])
async def test_lines_that_the_merge_left_out_are_added(
    half: Any, customer: Any, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(store: Any, guest: int, into: int) -> None:
        carts.clear(store, guest)

    monkeypatch.setattr(carts, "merge", forgetful)
    shop = half.shop()
    await guest_cart(half, shop, v494535=2, v494601=1, b31925=3)
    # And the answer to one of the additions is lost.
    half.sandbox.control.fault("addCustomerCartItem", "reset", when=when)
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert answer.cart.complete
    assert await cart_of(half, shop) == {"v494535": 2, "v494601": 1, "b31925": 3}


async def test_what_comes_into_the_guest_cart_meanwhile_moves_too(
    half: Any, customer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = carts.merge

    def merge(store: Any, guest: int, into: int) -> None:
        real(store, guest, into)
        if merging:
            merging.pop()
            carts.add_item(store, guest, {"type": "variant", "variant_id": EBOOK, "quantity": 1})

    merging = [True]
    monkeypatch.setattr(carts, "merge", merge)
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert [line.item.id for line in answer.cart.lines] == ["494535", "494601"]
    assert answer.cart.complete
    assert await cart_of(half, shop) == {"v494535": 2, "v494601": 1}


@pytest.mark.parametrize("late", [False, True])
async def test_a_service_that_keeps_what_it_merged_is_not_asked_twice(
    half: Any, customer: Any, late: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, clear = carts.merge, carts.clear

    def merge(store: Any, guest: int, into: int) -> None:
        monkeypatch.setattr(carts, "clear", lambda *_: None)
        real(store, guest, into)
        monkeypatch.setattr(carts, "clear", clear)
        if late:
            carts.add_item(store, guest, {"type": "variant", "variant_id": EBOOK, "quantity": 1})

    monkeypatch.setattr(carts, "merge", merge)
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    # What came into the guest's cart meanwhile is carried over by itself: merging again would double the rest.
    assert await cart_of(half, shop) == {"v494535": 2} | ({"v494601": 1} if late else {})
    assert answer.cart.complete
    assert half.store.get(GUEST_KEY) is None


async def test_what_cannot_be_read_of_an_earlier_carrying_over_doubles_nothing(half: Any, customer: Any) -> None:
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    memory = journal_key("store_sandbox", half.store.get(GUEST_KEY).value.decode())
    half.store.put(memory, b'{"lines": "all"}')
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert answer.cart.pending
    assert await cart_of(half, shop) == {}
    assert (await half.me(shop)).customer.email == customer.email
    with pytest.raises(DamagedEntry) as caught:
        await half(shop.auth.finish_login())
    assert caught.value.key == memory
    half.store.delete(memory)
    assert (await half(shop.auth.finish_login())).complete
    assert await cart_of(half, shop) == {"v494535": 2}


@pytest.mark.parametrize("operation", ["getCustomerCart", "mergeGuestCart"])
async def test_signed_in_although_the_cart_has_to_wait(half: Any, customer: Any, operation: str) -> None:
    shop = half.shop(retry=lambda attempt: None)
    await guest_cart(half, shop, v494535=2)
    half.sandbox.control.fault(operation, "status", status=503, count=None)
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert answer.cart.pending
    assert half.store.get(GUEST_KEY) is not None
    with pytest.raises(StorefrontError):
        await half(shop.auth.finish_login())
    half.sandbox.control.clear_faults()
    report = await half(shop.auth.finish_login())
    assert report.complete
    assert await half(shop.auth.finish_login()) is None
    assert await cart_of(half, shop) == {"v494535": 2}
    assert half.store.get(GUEST_KEY) is None


@pytest.mark.parametrize("status", [400, 404, 410, 422])
@pytest.mark.parametrize("times", [1, 2, None])
async def test_a_guest_cart_that_was_refused_by_accident_is_not_lost(
    half: Any, customer: Any, status: int, times: int | None
) -> None:
    shop = half.shop(retry=never, clock=GoesOn())
    await guest_cart(half, shop, v494535=2)
    half.sandbox.control.fault("getGuestCart", "status", status=status, count=times, body={"error": "no such page"})
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert answer.cart.pending is (times is None)
    half.sandbox.control.clear_faults()
    assert await cart_of(half, shop) == {"v494535": 2}
    assert half.store.get(GUEST_KEY) is None


@pytest.mark.parametrize("status", [404, 410])
async def test_a_guest_cart_that_is_gone_keeps_no_login_waiting(half: Any, customer: Any, status: int) -> None:
    gone = "6f1c1f5e-0000-4000-8000-7ab1e5ec4e70"

    def service(request: httpx.Request) -> httpx.Response:
        if request.headers.get("x-scalev-guest-token") == gone:
            return httpx.Response(status, json={"error": "no such cart"})
        pair = {"access": "a-token", "refresh": "r-token", "expires_in": 900}
        body = pair if request.url.path.endswith("/login") else {"id": 2, "items": []}
        return httpx.Response(200, json=body, headers={"X-Scalev-Guest-Token": "a-new-cart"})

    half.store.put(GUEST_KEY, gone.encode())
    shop = half.shop(transport=httpx.MockTransport(service), retry=never)
    assert (await half(shop.auth.login(customer.email, PASSWORD))).cart is None
    assert under_way(half) == []
    assert await half(half.shop().auth.finish_login()) is None


async def test_an_order_finishes_first_what_another_sign_in_has_half_carried_over(half: Any, customer: Any) -> None:
    """Ordered half, it would be put into the cart again, by whoever finishes that sign-in."""
    here = await half.signed_in(customer, retry=never)
    other = half.shop(retry=never)
    await guest_cart(half, other, b31925=2)
    half.sandbox.control.fault("mergeGuestCart", "status", status=409)
    half.sandbox.control.fault("getCustomerCart", "status", status=503, skip=2, count=None)
    assert (await half(other.auth.login(customer.email, PASSWORD))).cart.pending
    half.sandbox.control.clear_faults()
    # Carried over is what the other one had, and not yet told as done.
    assert under_way(half) != []
    checkout = await half(here.checkout.start(digital=True))
    checkout.pay_with("bank_transfer")
    await half(checkout.quote())
    placed = await half(checkout.place())
    assert isinstance(placed, Placed)
    await half(other.auth.finish_login())
    assert await cart_of(half, here) == {}


@pytest.mark.parametrize("where", [("getCustomerCart", 1), ("mergeGuestCart", 1), ("getCustomerCart", 2)])
async def test_whoever_stood_still_for_longer_than_the_turns_last_changes_nothing(
    half: Any, customer: Any, where: tuple[str, int]
) -> None:
    """Somebody else has finished the sign-in meanwhile, and bought: it is neither done nor written down again."""
    clock = GoesOn()
    half.store, seen = MemoryStore(clock=clock), Counter[str]()

    def buy() -> None:
        with Storefront("store_sandbox", "sfpk_sandbox", half.sandbox.base_url, store=half.store, clock=clock) as other:
            other.auth.finish_login()
            checkout = other.checkout.start(digital=True)
            checkout.pay_with("bank_transfer")
            checkout.quote()
            assert isinstance(checkout.place(), Placed)

    def stand_still(event: CallEvent) -> None:
        seen[event.operation_id] += event.phase == "end"
        if event.phase == "end" and (event.operation_id, seen[event.operation_id]) == where:
            clock.passed += 200
            buying = Thread(target=buy)
            buying.start()
            buying.join()

    shop = half.shop(hooks=[stand_still], clock=clock)
    await guest_cart(half, shop, b31925=2)
    assert (await half(shop.auth.login(customer.email, PASSWORD))).cart.pending
    assert seen[where[0]] >= where[1]
    assert await half(shop.auth.finish_login()) is None
    assert under_way(half) == []
    orders = await half(shop.orders.mine().all())
    assert (len(orders), await cart_of(half, shop)) == (1, {})


@pytest.mark.parametrize("fault", [{"kind": "status", "status": 500}, {"kind": "reset"}, {"kind": "empty_200"}])
async def test_an_addition_whose_answers_are_lost_is_no_refused_one(half: Any, customer: Any, fault: Any) -> None:
    shop = half.shop(retry=never)
    await guest_cart(half, shop, v494535=2, v494601=1)
    half.sandbox.control.fault("mergeGuestCart", "status", status=409)
    half.sandbox.control.fault("addCustomerCartItem", when="before", count=None, **fault)
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert answer.cart.pending
    half.sandbox.control.clear_faults()
    report = await half(shop.auth.finish_login())
    assert report.complete
    assert await cart_of(half, shop) == {"v494535": 2, "v494601": 1}


@pytest.mark.parametrize("status", [400, 404, 409, 422])
async def test_a_page_of_something_on_the_way_is_no_refused_addition(half: Any, customer: Any, status: int) -> None:
    real, in_the_way = half.sandbox.transport(), list[bool]()

    def service(request: httpx.Request) -> httpx.Response:
        if in_the_way and request.method == "POST" and "/cart/" in request.url.path:
            return httpx.Response(status, html="<p>no such page</p>")
        answer = real.handle_request(request)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.read())

    shop = half.shop(transport=httpx.MockTransport(service))
    await guest_cart(half, shop, v494535=2)
    in_the_way.append(True)
    assert (await half(shop.auth.login(customer.email, PASSWORD))).cart.pending
    in_the_way.clear()
    assert (await half(shop.auth.finish_login())).complete
    assert await cart_of(half, shop) == {"v494535": 2}


@pytest.mark.parametrize("refused", [False, True], ids=["merged", "line by line"])
@pytest.mark.parametrize("failing", ["the store", "the service", "the time"])
async def test_who_finishes_a_sign_in_is_told_that_a_cart_was_changed(
    half: Any, customer: Any, failing: str, refused: bool
) -> None:
    class Full(MemoryStore):
        full = False

        def put(self, key: str, value: bytes, **options: Any) -> int:
            if self.full and (b'"reports"' if refused else b'"merged"') in value:
                raise StoreError("the disk is full")
            return super().put(key, value, **options)

    clock, changing = GoesOn(), "addCustomerCartItem" if refused else "mergeGuestCart"

    def hold_up(event: CallEvent) -> None:
        if failing == "the time" and event.phase == "end" and event.operation_id == changing:
            clock.passed += 200

    half.store = Full(clock=clock)
    shop = await pending_login(half, customer, None, clock=clock, hooks=[hold_up])
    if refused:
        half.sandbox.control.fault("mergeGuestCart", "status", status=409)
    half.store.full = failing == "the store"
    if failing == "the service":
        skip = 2 if refused else 1
        half.sandbox.control.fault("getCustomerCart", "status", status=503, skip=skip, count=None)
    with pytest.raises(StorefrontError) as caught:
        await half(shop.auth.finish_login())
    assert caught.value.effect == "may_have_taken_effect"


@pytest.mark.parametrize("odd", ["a line of no known kind", "a line is missing"])
async def test_a_cart_that_is_not_told_as_a_whole_doubles_nothing(half: Any, customer: Any, odd: str) -> None:
    shop = half.shop()
    await guest_cart(half, shop, v494535=2, b31925=1)
    real, merged, told = half.sandbox.transport(), list[bool](), list[bool]()

    def service(request: httpx.Request) -> httpx.Response:
        answer = real.handle_request(request)
        body, path = answer.read(), request.url.path
        merged.extend([True] if path.endswith("/cart/merge") else [])
        if not merged or told or not path.endswith("/me/cart"):
            return httpx.Response(answer.status_code, headers=answer.headers, content=body)
        cart = json.loads(body)
        if odd == "a line is missing":
            del cart["items"][0]
        else:
            cart["items"][0]["type"] = "x"
        return httpx.Response(200, json=cart)

    shop = half.shop(transport=httpx.MockTransport(service))
    assert (await half(shop.auth.login(customer.email, PASSWORD))).cart.pending
    told.append(True)
    assert (await half(shop.auth.finish_login())).complete
    assert await cart_of(half, shop) == {"v494535": 2, "b31925": 1}


async def test_what_the_service_took_is_not_added_again_whatever_the_cart_tells(half: Any, customer: Any) -> None:
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    half.sandbox.control.fault("mergeGuestCart", "status", status=409)
    real, late = half.sandbox.transport(), list[bytes]()

    def service(request: httpx.Request) -> httpx.Response:
        answer = real.handle_request(request)
        body = answer.read()
        if request.method == "GET" and request.url.path.endswith("/me/cart"):
            late.append(body)  # a replica that is behind: as it was at first
            body = late[0]
        return httpx.Response(answer.status_code, headers=answer.headers, content=body)

    shop = half.shop(transport=httpx.MockTransport(service))
    answer = await half(shop.auth.login(customer.email, PASSWORD))
    assert [line.outcome for line in answer.cart.lines] == ["refused"]
    assert await cart_of(half, half.shop()) == {"v494535": 2}


@pytest.mark.parametrize("what", ["login", "finish_login", "add", "clear"])
async def test_whoever_waits_for_a_turn_in_vain_has_sent_nothing(half: Any, customer: Any, what: str) -> None:
    """As after the process that had it was killed."""
    first = half.shop()
    await guest_cart(half, first, v494535=2)
    cart = guest_cart_turn(await half(first._core.guest.current()))
    turn = cart if what in ("add", "clear") else Turn("login", "default")
    shop = half.shop(timeout=0.3)
    calls = {
        "login": lambda: shop.auth.login(customer.email, PASSWORD),
        "finish_login": lambda: shop.auth.finish_login(),
        "add": lambda: shop.cart.add(variant_id=494535),
        "clear": lambda: shop.cart.clear(),
    }
    with half.store.lease(turn.key("store_sandbox"), ttl=60, wait=0), pytest.raises(Timeout) as caught:
        await half(calls[what]())
    assert (caught.value.effect, caught.value.may_have_taken_effect) == ("nothing_left", False)


STEPS = {None: "getGuestCart", "merging": "mergeGuestCart", "merged": "addCustomerCartItem"}


async def pending_login(half: Any, customer: Any, step: str | None, **options: Any) -> Any:
    """A shop with somebody signed in whose login stopped at a step, because the service was away."""
    shop = half.shop(retry=never, **options)
    await guest_cart(half, shop, v494535=2)
    if step == "merged":
        half.sandbox.control.fault("mergeGuestCart", "status", status=409)
    half.sandbox.control.fault(STEPS[step], "status", status=503, when="before", count=None)
    assert (await half(shop.auth.login(customer.email, PASSWORD))).cart.pending
    half.sandbox.control.clear_faults()
    found = half.store.get(journal_key("store_sandbox", half.store.get(GUEST_KEY).value.decode()))
    journal = None if found is None else CartJournal.from_bytes(found.value)
    assert (journal and journal.step) == step
    return shop


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("next_try", ["wrong password", "another's", "one-time password", "lost"])
async def test_a_login_that_does_not_come_about_leaves_the_one_before_to_be_finished(
    half: Any, customer: Any, step: str | None, next_try: str
) -> None:
    shop = await pending_login(half, customer, step)
    email = "rina@example.com" if next_try == "another's" else customer.email
    half.sandbox.control.configure(otp_required=next_try == "one-time password")
    if next_try == "lost":
        half.sandbox.control.fault("loginCustomer", "reset", when="before")
    with suppress(StorefrontError):
        await half(shop.auth.login(email, PASSWORD if next_try in ("one-time password", "lost") else "wrong"))
    report = await half(half.shop().auth.finish_login())
    assert report.complete
    assert [line.guest for line in report.lines] == [2]
    assert await cart_of(half, shop) == {"v494535": 2}
    assert under_way(half) == []


@pytest.mark.parametrize("step", STEPS)
async def test_a_login_that_had_to_wait_is_finished_by_the_next_call(
    half: Any, customer: Any, step: str | None
) -> None:
    shop = await pending_login(half, customer, step)
    await half.me(shop)
    assert under_way(half) == []
    assert await cart_of(half, shop) == {"v494535": 2}


async def test_a_login_that_has_to_wait_keeps_no_token_from_being_renewed(half: Any, customer: Any) -> None:
    shop = await pending_login(half, customer, None)
    half.sandbox.control.fault("getGuestCart", "status", status=503, count=None)
    half.sandbox.control.advance_clock(901)  # the service's own: here the token is as good as new
    await half.me(shop)
    assert customer.refreshes == 1


async def test_a_login_that_had_to_wait_is_tried_half_a_minute_later_also_after_a_refresh(
    half: Any, customer: Any
) -> None:
    clock = GoesOn()
    half.store = MemoryStore(clock=clock)
    shop = await pending_login(half, customer, None, clock=clock)
    half.sandbox.control.fault("getGuestCart", "status", status=503, count=1)
    half.sandbox.control.advance_clock(901)
    clock.passed += 901
    await half.me(shop)
    assert (customer.refreshes, half.store.get(GUEST_KEY) is None) == (1, False)
    clock.passed += 31
    await half.me(shop)
    assert await cart_of(half, shop) == {"v494535": 2}
    assert half.store.get(GUEST_KEY) is None


@pytest.mark.parametrize("operation", ["getGuestCart", "getCustomerCart", "mergeGuestCart"])
@pytest.mark.parametrize("what", ["login", "a call that goes on with it"])
async def test_a_login_that_was_cancelled_is_gone_on_with_by_the_same_shop(
    half: Any, customer: Any, operation: str, what: str
) -> None:
    def cancel(event: CallEvent) -> None:
        if event.operation_id == operation and event.phase == "end" and cancelling:
            cancelling.pop()
            raise Interrupted

    clock, cancelling = GoesOn(), list[bool]()
    half.store = MemoryStore(clock=clock)
    if what == "login":
        shop = half.shop(clock=clock, hooks=[cancel])
        await guest_cart(half, shop, v494535=2)
        call: Any = partial(shop.auth.login, customer.email, PASSWORD)
    else:
        shop = await pending_login(half, customer, None, clock=clock, hooks=[cancel])
        call = partial(half.me, shop)
    cancelling.append(True)
    with pytest.raises(Interrupted):
        await half(call())
    clock.passed += 31
    await half.me(shop)
    assert await cart_of(half, shop) == {"v494535": 2}
    assert half.store.get(GUEST_KEY) is None


async def test_a_login_that_was_interrupted_while_it_was_stored_is_gone_on_with_by_the_same_shop(
    half: Any, customer: Any
) -> None:
    class Interrupting(MemoryStore):
        def put(self, key: str, value: bytes, **how: Any) -> int:
            version = super().put(key, value, **how)
            if key.startswith("session/") and interrupting:
                interrupting.pop()
                raise Interrupted
            return version

    half.store, interrupting = Interrupting(), list[bool]()
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    assert not await half(shop._core.session.signed_in())  # the shop has looked
    interrupting.append(True)
    with pytest.raises(Interrupted):
        await half(shop.auth.login(customer.email, PASSWORD))
    await half.me(shop)
    assert await cart_of(half, shop) == {"v494535": 2}


@pytest.mark.parametrize("seconds", [0.9, 1.2, 2.0])
async def test_a_slow_service_too_comes_to_the_end_of_a_login_that_had_to_wait(
    half: Any, customer: Any, seconds: float
) -> None:
    clock, merges = GoesOn(), list[float]()
    half.store = MemoryStore(clock=clock)
    way = half.sandbox.transport()

    def service(request: httpx.Request) -> httpx.Response:
        patience = request.extensions["timeout"]["read"]
        clock.passed += min(seconds, patience)
        merges.extend([patience] * request.url.path.endswith("/cart/merge"))
        if seconds > patience:
            raise httpx.ReadTimeout("too slow", request=request)
        answer = way.handle_request(request)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.read())

    await pending_login(half, customer, None, clock=clock)
    shop = half.shop(clock=clock, timeout=5, transport=httpx.MockTransport(service))
    for _ in range(3):
        with suppress(Timeout):
            await half.me(shop)
        clock.passed += 31
    assert half.store.get(GUEST_KEY) is None
    assert len(merges) == 1
    assert merges[0] > seconds
    assert await cart_of(half, half.shop(clock=clock)) == {"v494535": 2}


async def test_a_change_of_a_cart_is_over_before_the_first_of_the_turns_is(half: Any, customer: Any) -> None:
    """The customer's turn was had long before that of the guest's cart."""
    clock, seconds = GoesOn(), list[float]()
    half.store = MemoryStore(clock=clock)
    merge_way = half.sandbox.transport()

    def service(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/me/cart"):
            clock.passed += 60
        if request.url.path.endswith("/cart/merge"):
            seconds.append(request.extensions["timeout"]["read"])
        answer = merge_way.handle_request(request)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.read())

    shop = half.shop(clock=clock, timeout=120, transport=httpx.MockTransport(service))
    await guest_cart(half, shop, v494535=2)
    cart = guest_cart_turn(await half(shop._core.guest.current()))
    with half.store.lease(cart.key("store_sandbox"), ttl=100, wait=0):  # of somebody who was killed
        await half(shop.auth.login(customer.email, PASSWORD))
    assert len(seconds) == 1
    assert 0 < seconds[0] < 180 - 100 - 60 + 5


@pytest.mark.parametrize("out", [False, True], ids=["signed in", "signed out"])
@pytest.mark.parametrize("step", STEPS)
async def test_a_login_that_leaves_the_cart_goes_on_with_what_one_before_has_begun(
    half: Any, customer: Any, step: str | None, out: bool
) -> None:
    """A part of it is in the customer's cart already: the guest could order it as well."""
    shop = await pending_login(half, customer, step)
    if out:
        await half(shop.auth.logout())
    await half(half.shop().auth.login(customer.email, PASSWORD, keep_cart=False))
    later = half.shop()
    assert await cart_of(half, later) == ({} if step is None else {"v494535": 2})
    assert under_way(half) == []
    assert (half.store.get(GUEST_KEY) is None) == (step is not None)


@pytest.mark.parametrize("step", STEPS)
async def test_a_login_that_an_earlier_version_has_begun_is_finished(
    half: Any, customer: Any, step: str | None
) -> None:
    """Its journal was an entry of the login, and the session did not tell of it."""
    await pending_login(half, customer, step)
    token = half.store.get(GUEST_KEY).value.decode()
    found = half.store.get(journal_key("store_sandbox", token))
    record = json.loads(half.store.get(SESSION_KEY).value)
    kept = json.loads(found.value) if found is not None else {}
    earlier = {**kept, "guest_token": record.pop("guest"), "family": record["family"]}
    half.store.put("login/store_sandbox/default", json.dumps(earlier).encode())
    half.store.put(SESSION_KEY, json.dumps(record).encode())
    if found is not None:
        half.store.delete(journal_key("store_sandbox", token))
    later = half.shop()
    await half.me(later)
    assert await cart_of(half, later) == {"v494535": 2}
    assert half.store.get(GUEST_KEY) is None
    assert await half(half.shop().auth.finish_login()) is None


# --- interrupted anywhere


class Interrupted(BaseException):
    """As if the process had ended."""


class Ending(MemoryStore):
    """Ends the process before or after the `at`-th write."""

    at = -1
    before = True
    writes = 0

    def put(self, key: str, value: bytes, **options: Any) -> int:
        return self._step(lambda: super(Ending, self).put(key, value, **options), key)

    def delete(self, key: str, **options: Any) -> bool:
        return self._step(lambda: super(Ending, self).delete(key, **options), key)

    def _step(self, write: Any, key: str) -> Any:
        if key.startswith(("lease/", "rate/")):
            return write()
        self.writes += 1
        if self.writes == self.at and self.before:
            raise Interrupted
        result = write()
        if self.writes == self.at:
            raise Interrupted
        return result


@pytest.mark.parametrize("keeps", [False, True], ids=["the service empties what it merges", "it keeps it"])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("at", range(1, 7))
async def test_a_login_that_was_interrupted_is_finished_at_the_next_start(
    half: Any, customer: Any, at: int, before: bool, keeps: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if keeps:
        merge_all, clear = carts.merge, carts.clear

        def merge(store: Any, guest: int, into: int) -> None:
            monkeypatch.setattr(carts, "clear", lambda *_: None)
            merge_all(store, guest, into)
            monkeypatch.setattr(carts, "clear", clear)

        monkeypatch.setattr(carts, "merge", merge)
    half.store = Ending()
    earlier = await half.signed_in(customer, customer="laptop")
    await half(earlier.cart.add(variant_id=COFFEE, quantity=1))
    shop = half.shop()
    await guest_cart(half, shop, v494535=2, b31925=1)
    half.store.writes, half.store.at, half.store.before = 0, at, before
    ended = False
    try:
        await half(shop.auth.login(customer.email, PASSWORD))
    except Interrupted:
        ended = True
    # session, merging, merged, done, guest token
    assert ended is (at <= 5)
    half.store.at = -1
    again = half.shop()
    if await half(again._core.session.signed_in()):
        await half.me(again)  # any call of a customer's route
    else:
        assert (await half(again.cart.get())).item_count == 3, "not signed in: the guest cart is as it was"
        await half(again.auth.login(customer.email, PASSWORD))
    assert await cart_of(half, again) == {"v494535": 3, "b31925": 1}
    assert half.store.get(GUEST_KEY) is None
    assert under_way(half) == []


@pytest.mark.parametrize("out", [False, True], ids=["still signed in", "signed out"])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("at", range(3, 6))
async def test_a_login_that_was_interrupted_is_gone_on_with_by_the_next_login(
    half: Any, customer: Any, at: int, before: bool, out: bool
) -> None:
    """The merge was refused and the lines were added one by one: a later merge would add them once more."""
    half.store = Ending()
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    half.sandbox.control.fault("mergeGuestCart", "status", status=422, body={"error": "not now"})
    half.store.writes, half.store.at, half.store.before = 0, at, before
    with suppress(Interrupted):
        await half(shop.auth.login(customer.email, PASSWORD))
    half.sandbox.control.clear_faults()
    half.store.at = -1
    again = half.shop()
    if out:
        await half(again.auth.logout())
    with pytest.raises(InvalidCredentials):
        await half(again.auth.login(customer.email, "not the password"))
    await half(again.auth.login(customer.email, PASSWORD))
    later = half.shop()
    assert await cart_of(half, later) == {"v494535": 2}
    assert under_way(half) == []


@pytest.mark.parametrize("added", [0, 1])
async def test_what_a_guest_adds_after_an_interrupted_merge_and_a_logout_is_carried_over_too(
    half: Any, customer: Any, added: int
) -> None:
    half.store = Ending()
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    half.store.writes, half.store.at, half.store.before = 0, 3, True  # the service has moved the cart
    with pytest.raises(Interrupted):
        await half(shop.auth.login(customer.email, PASSWORD))
    half.store.at = -1
    again = half.shop()
    await half(again.auth.logout())
    if added:
        await guest_cart(half, again, v494535=added)
    await half(again.auth.login(customer.email, PASSWORD))
    assert await cart_of(half, again) == {"v494535": 2 + added}
    assert under_way(half) == []


async def test_a_guests_cart_that_was_all_but_dropped_is_not_ordered(half: Any, customer: Any) -> None:
    """All of it is in the customer's cart; only its token was still there when the process died."""
    half.store = Ending()
    shop = half.shop()
    await guest_cart(half, shop, b31925=2)
    half.sandbox.control.fault("mergeGuestCart", "status", status=409)
    half.store.writes, half.store.at = 0, 5
    with pytest.raises(Interrupted):
        await half(shop.auth.login(customer.email, PASSWORD))
    half.store.at = -1
    assert under_way(half) == []
    assert half.store.get(GUEST_KEY) is not None
    again = half.shop()
    checkout = await half(again.checkout.start(digital=True, customer=False))
    checkout.set_buyer(name="Sari Dewi", email="sari@example.com", phone="628120001111")
    checkout.pay_with("bank_transfer")
    await half(checkout.quote())
    with pytest.raises(CheckoutIncomplete):
        await half(checkout.place())
    assert await cart_of(half, again) == {"b31925": 2}


async def test_what_the_guest_has_ordered_since_is_not_carried_over(half: Any, customer: Any) -> None:
    half.store = Ending()
    shop = half.shop()
    await guest_cart(half, shop, v494535=2)
    half.sandbox.control.fault("mergeGuestCart", "status", status=422, body={"error": "not now"})
    half.store.writes, half.store.at = 0, 3
    with pytest.raises(Interrupted):
        await half(shop.auth.login(customer.email, PASSWORD))
    half.sandbox.control.clear_faults()
    half.store.at = -1
    again = half.shop()
    await half(again.auth.logout())
    assert not await half(again._core.session.carries_over(None))  # it stands in the way of no guest's order
    await half(again.cart.guest.clear())
    await half(again.auth.login(customer.email, PASSWORD))
    assert await cart_of(half, again) == {}


# --- the comparison


A, B = LineKey("variant", "1"), LineKey("bundle_price_option", "2")


def test_missing_is_what_makes_a_loss() -> None:
    assert missing(Counter({A: 2, B: 1}), Counter(), Counter({A: 2, B: 1})) == {}
    assert missing(Counter({A: 2, B: 1}), Counter(), Counter({A: 1})) == {A: 1, B: 1}
    assert missing(Counter({A: 2}), Counter({A: 5}), Counter({A: 5})) == {}
    assert missing(Counter({A: 2}), Counter({A: 5}), Counter({A: 4})) == {A: 1}
    assert missing(Counter({A: 2}), Counter(), Counter({A: 9})) == {}


def test_outcomes() -> None:
    report = compare(Counter({A: 2, B: 1}), Counter({A: 1}), Counter({A: 3}), {B: "sold out"})
    assert [line.outcome for line in report] == ["moved", "refused"]
    assert report[1] == LineReport(B, 1, 0, 0, "sold out")
    assert CartReport(report).of("refused") == (report[1],)
    assert LineReport(A, 2, 1, 2).outcome == "changed"


def test_only_what_every_line_tells_is_told() -> None:
    from nexus_commerce.models import GuestCart

    lines = [
        {"id": 1, "type": "variant", "variant_id": "7", "quantity": "2"},
        {"id": 2, "type": "variant", "variant_id": 7, "quantity": 1},
        {"id": 3, "type": "bundle_price_option", "variant_id": 1, "bundle_price_option_id": 9, "quantity": 1},
        {"id": 4, "type": "gift_card", "quantity": 1},
    ]
    content = read_cart(GuestCart.from_dict({"items": lines}), "guest").content
    assert content is not None
    assert lines_in(content) == {
        LineKey("variant", "7"): 3,
        LineKey("bundle_price_option", "9"): 1,
        LineKey("gift_card", "4"): 1,
    }
    told = {"id": 5, "type": "variant", "variant_id": 8, "quantity": 2}
    changes: list[dict[str, Any]] = [
        # No cart holds less than nothing, and no id is less than 1.
        *({"quantity": odd} for odd in (None, -2, 0, 2.5, "two", True, [2])),
        *({"variant_id": odd} for odd in (None, 0, -8, 8.5, "x", 10**40)),
        # What may be of a known kind is not told from it by its kind alone.
        *({"type": odd} for odd in (None, 7, ["variant"], "bundle_price_option", "gift_card", "")),
    ]
    odds: list[dict[str, Any]] = [
        *({}, {"items": None}, {"items": "x"}, {"items": {"0": told}}, {"items": [*lines, None]}),
        *({"items": [*lines, told | changed]} for changed in changes),
        {"items": [], "item_count": 2},
        {"items": [told], "item_count": 3},  # a line is missing
    ]
    for odd in odds:
        assert read_cart(GuestCart.from_dict(odd), "guest").content is None, odd
    for count in (None, 1, 2, "2"):  # lines or pieces
        assert read_cart(GuestCart.from_dict({"items": [told], "item_count": count}), "guest").content is not None
    assert read_cart(GuestCart.from_dict({"items": []}), "guest").content == ()
    assert not LineKey("gift_card", "4").can_be_added


def test_a_journal_survives_the_store() -> None:
    lines = (LineReport(A, 2, 0, 1, "sold out"),)
    journal = CartJournal(((B, 2),), "f", "of whom", "merged", ((A, 2),), ((B, 1),), lines)
    assert CartJournal.from_bytes(journal.to_bytes()) == journal
    # What earlier versions kept of a cart that still held what was carried over.
    earlier = b'{"lines": [[{"type": "bundle_price_option", "id": "2"}, 2]]}'
    assert CartJournal.from_bytes(earlier) == CartJournal(((B, 2),))
    for odd in (
        *(b"", b"[]", b"[" * 100_000, journal.to_bytes()[:-3]),
        journal.to_bytes().replace(b'"merged"', b'"unheard"'),
        journal.to_bytes().replace(b", 2]", b", 1e999]"),
    ):
        assert CartJournal.from_bytes(odd) is None, odd[:100]

# Rendered from tests/facade/_async/test_at_most_once.py by scripts/unasync.py; edit that file.
"""Orders are made at most once: what is concluded from every way in which an answer can be lost."""

from __future__ import annotations

import gc
import json
import time
import weakref
from collections.abc import Iterator, Callable
from typing import Any
from uuid import uuid4

import attrs
import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    CheckoutIncomplete,
    CheckoutPolicy,
    CheckoutUnresolved,
    ConnectionFailed,
    DecodeError,
    FileStore,
    InvalidInput,
    Item,
    MemoryStore,
    NotPlaced,
    Placed,
    RateLimited,
    ServerError,
    StaleQuote,
    Timeout,
    Unknown,
    present,
)
from nexus_storefront.checkout._sync import placing
from nexus_storefront.checkout._sync.settling import Settling
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.order_journal._sync import journal as order_journal
from nexus_storefront.order_journal._sync.journal import OrderJournal, customer_turn, turns_of
from nexus_storefront.order_journal.attempt import OrderAttempt
from nexus_storefront.stores import LeaseTimeout, StoreError, VersionConflict

pytestmark = pytest.mark.anyio

GOODS, OTHER, BUNDLE = 494535, 494536, 31925
PASSWORD = "kata-sandi-contoh"
ORDER = "createPublicCheckout"


class Clock:
    """Time that passes when it is slept, and when it is told to."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.slept: list[float] = []

    def time(self) -> float:
        return time.time() + self.passed

    def monotonic(self) -> float:
        return time.monotonic() + self.passed


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()

    def nap(seconds: float) -> None:
        clock.slept.append(seconds)
        clock.passed += seconds

    monkeypatch.setattr(SYSTEM_CLOCK, "sleep", nap, raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "time", clock.time, raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "monotonic", clock.monotonic, raising=False)
    return clock


@pytest.fixture
def customer(sandbox: Sandbox) -> Iterator[Storefront]:
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        shop.auth.login(email, PASSWORD)
        yield shop


def choose(checkout: Any) -> Any:
    if not checkout.customer:
        checkout.set_buyer(name="Budi Rahasia", email="budi.rahasia@example.com", phone="628120001111")
    checkout.pay_with("bank_transfer")
    return checkout


def bundle(shop: Storefront, **options: Any) -> Any:
    """A quoted checkout of a digital bundle."""
    checkout = choose(shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True, **options))
    checkout.quote()
    return checkout


def cart(shop: Storefront, **options: Any) -> Any:
    """A quoted checkout of the cart, with a digital bundle in it."""
    shop.cart.set_quantity(1, bundle_price_option_id=BUNDLE)
    checkout = choose(shop.checkout.start(digital=True, **options))
    checkout.quote()
    return checkout


def orders(sandbox: Sandbox) -> int:
    return len(sandbox.control.orders())


BEFORE = [("reset", {}), ("html_502", {}), ("status", {"status": 503}), ("status_520", {}), ("status", {"status": 408})]
BEFORE += [("empty_200", {}), ("status", {"status": 302, "body": {"a": 1}}), ("status", {"status": 202, "body": {}})]
AFTER = [*BEFORE, ("status", {"status": 500}), ("cut_body", {})]


@pytest.mark.parametrize("start", [bundle, cart])
@pytest.mark.parametrize(("kind", "how"), AFTER)
def test_an_answer_lost_after_the_order_was_made(
    sandbox: Sandbox, shop: Storefront, clock: Clock, kind: Any, how: dict[str, Any], start: Callable[..., Any]
) -> None:
    checkout, before = start(shop), orders(sandbox)
    sandbox.control.fault(ORDER, kind, when="after", **how)
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.evidence == "cart"
    assert (outcome.order, outcome.order_id, outcome.price_change) == (None, None, None)
    assert orders(sandbox) == before + 1
    assert clock.slept == []
    assert checkout.place() is outcome
    assert isinstance(shop.checkout.resume(outcome.attempt_id), Placed)
    assert orders(sandbox) == before + 1


@pytest.mark.parametrize("start", [bundle, cart])
@pytest.mark.parametrize(("kind", "how"), BEFORE)
def test_an_answer_lost_before_the_order_was_made(
    sandbox: Sandbox, shop: Storefront, clock: Clock, kind: Any, how: dict[str, Any], start: Callable[..., Any]
) -> None:
    checkout, before = start(shop), orders(sandbox)
    sandbox.control.fault(ORDER, kind, when="before", **how)
    outcome = checkout.place()
    assert isinstance(outcome, Unknown)  # an untouched cart is no proof while the request may be at work
    assert outcome.check_after is not None
    assert outcome.check_after > 60
    assert clock.slept == [1, 2, 4, 8]
    assert isinstance(checkout.place(), Unknown)
    assert shop.checkout.unfinished() == [outcome.attempt_id]
    clock.passed += outcome.check_after
    outcome = checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "not_found"
    assert shop.checkout.unfinished() == []
    assert orders(sandbox) == before
    again = checkout.again()
    again.quote()
    assert isinstance(again.place(), Placed)
    assert orders(sandbox) == before + 1


def test_an_error_of_the_service_itself_ends_the_request(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    checkout, before = bundle(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "status", when="before", status=500)
    outcome = checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "not_found"
    assert sum(clock.slept) == 15  # the whole window of looks, for a cart that is emptied late
    assert orders(sandbox) == before


def test_a_cart_that_is_emptied_late_is_seen(sandbox: Sandbox, shop: Storefront, clock: Clock) -> None:
    checkout = cart(shop)
    held = shop.cart.get()
    sandbox.control.fault(ORDER, "status", when="after", status=500)
    line = {"id": 1, "type": "bundle_price_option", "bundle_price_option_id": BUNDLE, "variant_id": None, "quantity": 1}
    full = {"id": held.id, "item_count": 1, "total": 1, "items": [line]}
    sandbox.control.fault("getGuestCart", "status", status=200, body=full, skip=1, count=3)
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert clock.slept == [1, 2, 4]


@pytest.mark.parametrize("retry_after", [None, "7"])
def test_a_429_is_a_refusal_and_is_not_repeated(
    sandbox: Sandbox, shop: Storefront, clock: Clock, retry_after: str | None
) -> None:
    checkout, before = bundle(shop), orders(sandbox)
    sandbox.control.clear_requests()
    sandbox.control.fault(ORDER, "text_429", retry_after=retry_after)
    outcome = checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "refused"
    assert isinstance(outcome.error, RateLimited)
    assert outcome.retry_after == (None if retry_after is None else 7)
    assert len(sandbox.control.requests(ORDER)) == 1
    assert orders(sandbox) == before
    again = checkout.again()
    again.quote()
    assert isinstance(again.place(), Placed)


@pytest.mark.parametrize("kind", ["truncated_json", "wrong_content_type"])
def test_a_201_with_a_broken_body_is_an_order(
    sandbox: Sandbox, shop: Storefront, clock: Clock, kind: Any
) -> None:
    checkout, before = bundle(shop), orders(sandbox)
    sandbox.control.fault(ORDER, kind)
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.evidence == "answer"
    assert orders(sandbox) == before + 1
    # The part that came names the order.
    assert outcome.order is not None
    assert outcome.order_id == sandbox.control.orders()[-1]["order_id"]


def test_a_201_without_any_body_is_an_order(sandbox: Sandbox, shop: Storefront, clock: Clock) -> None:
    checkout, before = bundle(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "status", when="after", status=201, body={})
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.order_id is None
    assert orders(sandbox) == before + 1


def test_an_unreachable_service_got_nothing(sandbox: Sandbox, clock: Clock) -> None:
    refused: list[str] = []

    def refuse_orders(request: httpx.Request) -> None:
        if request.method == "POST" and request.url.path.endswith("/public/checkout"):
            refused.append("x")
            raise httpx.ConnectError("refused", request=request)

    def hook(request: httpx.Request) -> None:
        refuse_orders(request)

    with httpx.Client(event_hooks={"request": [hook]}) as client:
        shop = Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client)
        checkout, before = bundle(shop), orders(sandbox)
        outcome = checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "never_sent"
    assert isinstance(outcome.error, ConnectionFailed)
    assert len(refused) > 1  # what never left may be tried again
    assert orders(sandbox) == before


def test_no_retry_policy_makes_a_second_order(sandbox: Sandbox, clock: Clock) -> None:
    with Storefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, retry=lambda attempt: 0.0 if attempt.number < 5 else None
    ) as shop:
        checkout, before = bundle(shop), orders(sandbox)
        sandbox.control.fault(ORDER, "reset", when="after", count=1)
        assert isinstance(checkout.place(), Placed)
        assert orders(sandbox) == before + 1


def test_a_customers_order_is_found_in_the_list(
    sandbox: Sandbox, customer: Storefront, clock: Clock
) -> None:
    for start in (bundle, cart):
        checkout, before = start(customer), orders(sandbox)
        sandbox.control.fault("createCustomerCheckout", "reset", when="after")
        outcome = checkout.place()
        assert isinstance(outcome, Placed)
        assert outcome.evidence == "order"
        assert outcome.order is not None
        assert outcome.order_id == sandbox.control.orders()[-1]["order_id"]
        assert outcome.price_change is None
        assert orders(sandbox) == before + 1


def test_a_customers_order_that_was_not_made(sandbox: Sandbox, customer: Storefront, clock: Clock) -> None:
    for start in (bundle, cart):
        checkout, before = start(customer), orders(sandbox)
        sandbox.control.fault("createCustomerCheckout", "reset", when="before")
        outcome = checkout.place()
        assert isinstance(outcome, Unknown)
        clock.passed += outcome.check_after or 0
        assert isinstance(checkout.place(), NotPlaced)
        assert orders(sandbox) == before


def test_without_the_list_a_customers_cart_is_the_witness(
    sandbox: Sandbox, customer: Storefront, clock: Clock
) -> None:
    checkout = cart(customer)
    sandbox.control.fault("listCustomerOrders", "status", status=500, count=None)
    sandbox.control.fault("createCustomerCheckout", "reset", when="after")
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.evidence == "cart"
    # Neither a cart nor a list: then it is better not to order.
    checkout, before = bundle(customer), orders(sandbox)
    with pytest.raises(ServerError):
        checkout.place()
    assert orders(sandbox) == before


def test_another_customer_is_no_witness(sandbox: Sandbox, customer: Storefront, clock: Clock) -> None:
    checkout = bundle(customer)
    sandbox.control.fault("createCustomerCheckout", "reset", when="after")
    sandbox.control.fault("listCustomerOrders", "reset", skip=1, count=5)
    outcome = checkout.place()
    assert isinstance(outcome, Unknown)
    customer.auth.logout()
    sandbox.control.clear_faults()
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Orang Lain")
    customer.auth.login(email, PASSWORD)
    clock.passed += 1000
    outcome = customer.checkout.resume(outcome.attempt_id)
    assert isinstance(outcome, Unknown)


def test_a_cart_that_someone_changed_does_not_tell(sandbox: Sandbox, shop: Storefront, clock: Clock) -> None:
    checkout, before = cart(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "reset", when="before")
    assert isinstance(checkout.place(), Unknown)
    shop.cart.add(variant_id=494601)
    clock.passed += 1000
    outcome = checkout.place()
    assert isinstance(outcome, Unknown)
    assert outcome.check_after is None
    # It stands in the way until a person has decided.
    later = choose(shop.checkout.start(digital=True))
    later.set_notes("another purchase")
    later.quote()
    with pytest.raises(CheckoutUnresolved) as caught:
        later.place()
    assert caught.value.attempt_id == outcome.attempt_id
    assert orders(sandbox) == before
    dismissed = shop.checkout.dismiss(outcome.attempt_id)
    assert dismissed.reason == "dismissed"
    assert isinstance(later.place(), Placed)
    with pytest.raises(InvalidInput, match="holds no attempt of this id"):
        shop.checkout.dismiss("f" * 32)


def test_a_cart_that_holds_the_same_again_is_no_untouched_one(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    """The order took it out, nobody could see that, and the shopper put the same in once more."""
    for add in ("add", "set_quantity"):  # both put a line in
        checkout, before = cart(shop), orders(sandbox)
        sandbox.control.fault(ORDER, "reset", when="after")
        sandbox.control.fault("getGuestCart", "html_502", skip=1, count=5)
        unknown = checkout.place()
        assert isinstance(unknown, Unknown)
        assert orders(sandbox) == before + 1
        sandbox.control.clear_faults()
        if add == "add":
            shop.cart.add(bundle_price_option_id=BUNDLE)
        else:
            shop.cart.set_quantity(1, bundle_price_option_id=BUNDLE)
        clock.passed += 1000
        outcome = checkout.place()
        assert isinstance(outcome, Unknown)
        assert outcome.check_after is None
        assert isinstance((cart(shop)).place(), Unknown)
        assert orders(sandbox) == before + 1
        shop.checkout.dismiss(unknown.attempt_id)
        shop.cart.clear()


def test_nor_is_one_that_a_sign_in_has_put_the_same_into(
    sandbox: Sandbox, customer: Storefront, clock: Clock
) -> None:
    email = present((customer.account.profile()).customer).email
    checkout, before = cart(customer), orders(sandbox)
    for operation, skipped in (("getCustomerCart", 1), ("listCustomerOrders", 1)):
        sandbox.control.fault(operation, "html_502", skip=skipped, count=5)
    sandbox.control.fault("createCustomerCheckout", "reset", when="after")
    unknown = checkout.place()
    assert isinstance(unknown, Unknown)
    assert orders(sandbox) == before + 1
    sandbox.control.clear_faults()
    customer.auth.logout()
    customer.cart.add(bundle_price_option_id=BUNDLE)
    customer.auth.login(present(email), PASSWORD)
    clock.passed += 1000
    sandbox.control.fault("listCustomerOrders", "html_502", count=5)
    assert isinstance(customer.checkout.resume(unknown.attempt_id), Unknown)


def test_nor_is_one_that_a_sign_in_goes_on_to_put_the_same_into(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    """One that was interrupted before the order was sent, elsewhere."""
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    shop.cart.add(bundle_price_option_id=BUNDLE)
    sandbox.control.fault("mergeGuestCart", "status", status=422)
    sandbox.control.fault("addCustomerCartItem", "html_502", when="before", count=9)
    assert (shop.auth.login(email, PASSWORD)).cart.pending
    sandbox.control.clear_faults()
    elsewhere = Storefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, store=shop._core.store, customer="elsewhere"
    )
    with elsewhere as other:
        other.auth.login(email, PASSWORD)
        checkout, before = cart(other), orders(sandbox)
        sandbox.control.fault("getCustomerCart", "html_502", skip=1, count=5)
        sandbox.control.fault("listCustomerOrders", "html_502", skip=1, count=5)
        sandbox.control.fault("createCustomerCheckout", "reset", when="after")
        unknown = checkout.place()
        assert isinstance(unknown, Unknown)
        assert orders(sandbox) == before + 1
        sandbox.control.clear_faults()
        assert [line.quantity for line in shop.cart.get()] == [1]  # the sign-in is finished
        clock.passed += 1000
        sandbox.control.fault("listCustomerOrders", "html_502", count=5)
        assert isinstance(other.checkout.resume(unknown.attempt_id), Unknown)


def test_a_token_that_became_someone_elses_is_no_emptied_cart(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    checkout = bundle(shop)
    sandbox.control.fault(ORDER, "reset", when="before")
    outcome = checkout.place()
    assert isinstance(outcome, Unknown)
    # The service has forgotten the witness cart: it answers with a new, empty one under another token.
    store, key = shop._core.store, f"attempt/{sandbox.store_id}/{outcome.attempt_id}"
    record = json.loads(store.get(key).value)
    store.put(key, json.dumps(record | {"token": str(uuid4())}).encode())
    clock.passed += 1000
    assert isinstance(shop.checkout.resume(outcome.attempt_id), Unknown)


@pytest.mark.parametrize(
    "body",
    [{}, {"items": None}, {"items": "x"}, {"items": [], "item_count": 1}, {"items": [{"id": 1, "type": "variant"}]}],
)
def test_a_cart_that_cannot_be_read_is_no_emptied_cart(
    sandbox: Sandbox, shop: Storefront, clock: Clock, body: dict[str, Any]
) -> None:
    checkout = bundle(shop)
    sandbox.control.fault(ORDER, "reset", when="before")
    sandbox.control.fault("getGuestCart", "status", status=200, body=body, count=None)
    assert isinstance(checkout.place(), Unknown)
    clock.passed += 1000
    assert isinstance(checkout.place(), Unknown)
    sandbox.control.clear_faults()
    assert isinstance(checkout.place(), NotPlaced)


def test_a_late_order_is_never_called_not_placed(sandbox: Sandbox, shop: Storefront, clock: Clock) -> None:
    checkout, before = bundle(shop), orders(sandbox)
    late: list[httpx.Request] = []
    core = checkout._core
    exchange = core.shared.client.get().send

    def lose(request: httpx.Request, **options: Any) -> httpx.Response:
        if request.method == "POST" and request.url.path.endswith("/public/checkout") and not late:
            late.append(request)
            raise httpx.ReadTimeout("slow", request=request)
        return exchange(request, **options)

    core.shared.client.get().send = lose  # type: ignore[method-assign]
    outcome = checkout.place()
    assert isinstance(outcome, Unknown)
    clock.passed += outcome.check_after / 2  # type: ignore[operator]
    assert isinstance(checkout.place(), Unknown)
    exchange(late[0])  # now the service gets to it
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert orders(sandbox) == before + 1


class Spy(MemoryStore):
    """A store that fails when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.fail: Callable[[str, bytes], bool] = lambda key, value: False
        self.error: StoreError = StoreError("the disk is full")
        self.down = self.taken = False
        self.written: list[tuple[str, bytes]] = []

    def get(self, key: str) -> Any:
        if self.down:
            raise StoreError("the store is down")
        return super().get(key)

    def lease(self, key: str, *, ttl: float, wait: float) -> Any:
        if self.taken and key.startswith("turn/"):
            raise LeaseTimeout(key, wait)
        return super().lease(key, ttl=ttl, wait=wait)

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        if self.fail(key, value):
            raise self.error
        self.written.append((key, value))
        return super().put(key, value, expected=expected, ttl=ttl)


def test_the_attempt_is_written_down_before_it_is_sent_and_names_nobody(
    sandbox: Sandbox, clock: Clock, tmp_path: Any
) -> None:
    store = Spy()
    seen: list[list[bytes]] = []

    def hook(request: httpx.Request) -> None:
        if request.method == "POST" and request.url.path.endswith("/public/checkout"):
            seen.append([value for key, value in store.written if key.startswith("attempt/")])

    with httpx.Client(event_hooks={"request": [hook]}) as client:
        shop = Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client, store=store)
        outcome = (bundle(shop)).place()
    assert isinstance(outcome, Placed)
    (written,) = seen
    assert [OrderAttempt.from_bytes(value).phase for value in written] == ["preparing", "sending"]
    for _, value in store.written:
        for private in (b"budi", b"Budi", b"Rahasia", b"62812000"):
            assert private not in value
    last = [OrderAttempt.from_bytes(value) for key, value in store.written if key.startswith("attempt/")][-1]
    assert (last.phase, last.token) == ("placed", None)


def test_without_a_journal_nothing_is_sent(sandbox: Sandbox, clock: Clock) -> None:
    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        for prefix in ("attempt/", "attempt-of/"):
            checkout, before = bundle(shop), orders(sandbox)
            store.fail = lambda key, value, prefix=prefix: key.startswith(prefix)
            with pytest.raises(StoreError):
                checkout.place()
            assert orders(sandbox) == before
            store.fail = lambda key, value: False


@pytest.mark.parametrize("told", [StoreError("no answer"), VersionConflict("attempt", 1, 2)])
@pytest.mark.parametrize("word", [b'"sending"', b'"id"'])
def test_what_a_store_has_written_and_not_told_keeps_nobody_from_ordering(
    sandbox: Sandbox, clock: Clock, told: StoreError, word: bytes
) -> None:
    """Its answer was lost; or its driver repeats a write and meets its own. Nothing was sent."""

    class Silent(MemoryStore):
        silent = False

        def put(self, key: str, value: bytes, **options: Any) -> int:
            version = super().put(key, value, **options)
            if self.silent and word in value:
                self.silent = False
                raise told
            return version

    store = Silent()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout, before = bundle(shop, key="form-1"), orders(sandbox)
        store.silent = True
        if not isinstance(told, VersionConflict):
            with pytest.raises(StoreError) as caught:
                checkout.place()
            assert caught.value.attempt_id is None
            assert shop.checkout.find("form-1") is None
        assert isinstance(checkout.place(), Placed)
        assert orders(sandbox) == before + 1
        assert not store.silent


def test_an_outcome_is_told_even_if_it_cannot_be_journalled(sandbox: Sandbox, clock: Clock) -> None:
    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = bundle(shop)
        store.fail = lambda key, value: b'"placed"' in value
        outcome = checkout.place()
        assert isinstance(outcome, Placed)
        assert outcome.order is not None
        with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as other:
            assert other.checkout.unfinished() == [outcome.attempt_id]
            store.fail = lambda key, value: False
            assert isinstance(other.checkout.resume(outcome.attempt_id), Placed)
            assert other.checkout.unfinished() == []


def test_a_shop_remembers_only_so_many_ends_that_the_store_did_not_take(
    sandbox: Sandbox, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_journal, "_MOST_UNWRITTEN", 2)
    store, placed = Spy(), list[str]()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        store.fail = lambda key, value: b'"placed"' in value
        for number in range(3):
            outcome = (bundle(shop, key=f"form-{number}")).place()
            assert isinstance(outcome, Placed)
            placed.append(outcome.attempt_id)
        assert [noted.attempt.id for noted in shop._core.shared.unwritten.values()] == placed[1:]
        store.fail = lambda key, value: False
        # The one that was forgotten is found out again from its witnesses.
        again = shop.checkout.resume(placed[0])
        assert isinstance(again, Placed)
        assert again.evidence == "cart"


def test_an_order_is_remembered_where_its_attempt_is_written_by_others_all_the_time(
    sandbox: Sandbox, clock: Clock
) -> None:
    store = Spy()
    store.error = VersionConflict("attempt", 1, 2)
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = cart(shop, key="form-1")
        store.fail = lambda key, value: b'"placed"' in value
        outcome = checkout.place()
        store.fail = lambda key, value: False
        assert isinstance(outcome, Placed)
        found = shop.checkout.find("form-1")
        assert isinstance(found, Placed)
        assert (found.evidence, found.secret_slug) == ("answer", outcome.secret_slug)


def test_what_could_not_be_journalled_is_written_when_the_attempt_is_looked_at(
    sandbox: Sandbox, clock: Clock
) -> None:
    """A disk that was full for a moment leaves no cart that has to wait for a person."""
    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = cart(shop, key="form-1")
        store.fail = lambda key, value: b'"placed"' in value
        outcome = checkout.place()
        assert isinstance(outcome, Placed)
        found = shop.checkout.find("form-1")  # the disk is still full
        assert isinstance(found, Placed)
        assert (found.evidence, found.secret_slug) == ("answer", outcome.secret_slug)
        store.fail = lambda key, value: False
        shop.cart.add(bundle_price_option_id=BUNDLE)  # so that the cart tells nothing any more
        (record,) = shop.checkout.history()
        assert (record.state, record.secret_slug) == ("placed", outcome.secret_slug)
        assert shop._core.shared.unwritten == {}
        assert isinstance((cart(shop)).place(), Placed)
        # What others have written meanwhile is not written over by what is known less of.
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        store.fail = lambda key, value: b"not_placed" in value
        checkout = bundle(shop)
        lost = checkout.place()
        assert isinstance(lost, NotPlaced)
        store.fail = lambda key, value: False
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as other:
        assert (other.checkout.unfinished()) == [lost.attempt_id]
        journal = OrderJournal(other._core)
        noted = journal.load(lost.attempt_id)
        assert noted is not None
        journal.write(attrs.evolve(noted.attempt, phase="placed", evidence="order", order_id="X"), noted.version)
        known = OrderJournal(shop._core).load(lost.attempt_id)
        assert known is not None
        assert known.attempt.phase == "placed"


def test_an_order_with_a_new_guest_token_is_told_even_if_the_store_fails(sandbox: Sandbox, clock: Clock) -> None:
    class Gone(MemoryStore):
        down = False

        def get(self, key: str) -> Any:
            if self.down:
                raise StoreError("the store is gone")
            return super().get(key)

    store = Gone()

    def hook(response: httpx.Response) -> None:
        if response.request.method == "POST" and response.request.url.path.endswith("/public/checkout"):
            response.headers["x-scalev-guest-token"] = "a-new-token"
            store.down = True

    client = httpx.Client(event_hooks={"response": [hook]})
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    with client, Storefront(*where, store=store, http_client=client) as shop:
        checkout = bundle(shop)
        shop._core.guest._loaded = False  # as in a process that has not asked for the guest's cart yet
        outcome = checkout.place()
        assert isinstance(outcome, Placed)
        assert outcome.order is not None


@pytest.mark.parametrize("failing", ['"doubted"', ""])
def test_a_refusal_is_told_even_if_the_earlier_order_cannot_be_looked_for(
    sandbox: Sandbox, clock: Clock, failing: str
) -> None:
    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        lost = (bundle(shop)).place()
        assert isinstance(lost, NotPlaced)
        sandbox.control.fault(ORDER, "status", when="before", status=422)
        checkout = bundle(shop)
        sent = len(sandbox.control.requests(ORDER))
        store.fail = lambda key, value: len(sandbox.control.requests(ORDER)) > sent and failing.encode() in value
        outcome = checkout.place()
        assert isinstance(outcome, NotPlaced)
        assert outcome.reason == "refused"
        assert outcome.attempt_id != lost.attempt_id


@pytest.mark.parametrize("start", [bundle, cart])
def test_a_purchase_with_a_name_is_looked_for_again_when_it_is_refused_after_a_lost_answer(
    sandbox: Sandbox, shop: Storefront, clock: Clock, start: Callable[..., Any]
) -> None:
    """A store that limits orders may refuse the second try because the first one made the order."""
    sandbox.control.fault(ORDER, "status", when="before", status=500)
    lost = (start(shop, key="form-1")).place()
    assert isinstance(lost, NotPlaced)
    sandbox.control.fault(ORDER, "status", when="before", status=422)
    outcome = (start(shop, key="form-1")).place()
    assert isinstance(outcome, Unknown)
    assert outcome.attempt_id == lost.attempt_id
    assert "refused" in outcome.reason
    assert isinstance(shop.checkout.find("form-1"), Unknown)
    before = orders(sandbox)
    assert isinstance((start(shop, key="form-1")).place(), Unknown)
    assert orders(sandbox) == before
    shop.checkout.dismiss(outcome.attempt_id)
    assert isinstance((start(shop, key="form-1")).place(), Placed)
    assert orders(sandbox) == before + 1


@pytest.mark.parametrize("between", ["unreachable", "own refusal", "died", "held up"])
@pytest.mark.parametrize("key", [None, "form-1"])
def test_a_try_that_was_never_sent_hides_no_lost_answer(
    sandbox: Sandbox, clock: Clock, key: str | None, between: str
) -> None:
    """A refusal may be because of an order before that try."""

    class Crash(BaseException):
        pass

    unreachable = list[str]()

    def hook(request: httpx.Request) -> None:
        if unreachable and request.method == "POST" and request.url.path.endswith("/public/checkout"):
            raise httpx.ConnectError("refused", request=request)

    store = Spy()
    with httpx.Client(event_hooks={"request": [hook]}) as client:
        shop = Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client, store=store)
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        lost = (bundle(shop, key=key)).place()
        assert isinstance(lost, NotPlaced)
        checkout = bundle(shop, key=key)
        if between == "unreachable":
            unreachable.append("now")
            outcome = checkout.place()
            assert isinstance(outcome, NotPlaced)
            assert outcome.reason == "never_sent"
            unreachable.clear()
        elif between == "own refusal":
            checkout._notes = 7
            with pytest.raises(InvalidInput):
                checkout.place()
            if key is not None:
                known = shop.checkout.find(key)
                assert isinstance(known, NotPlaced)
                assert known.reason == "not_found"
        elif between == "died":

            def dies(name: str, value: bytes) -> bool:
                if b'"sending"' in value:
                    raise Crash
                return False

            store.fail = dies
            with pytest.raises(Crash):
                checkout.place()
            store.fail = lambda name, value: False
        else:
            held_up = list[bytes]()

            def holds_up(name: str, value: bytes) -> bool:
                if b'"sending"' in value:
                    held_up.append(value)
                    clock.passed += 1000 if len(held_up) == 1 else 0
                return False

            store.fail = holds_up
        sandbox.control.fault(ORDER, "status", when="before", status=422)
        outcome = (checkout if between == "held up" else bundle(shop, key=key)).place()
    assert isinstance(outcome, Unknown)
    assert outcome.attempt_id == lost.attempt_id
    assert "refused" in outcome.reason


def test_what_could_not_be_journalled_is_known_after_a_look_that_was_cut_short(
    sandbox: Sandbox, clock: Clock
) -> None:
    class Stopped(BaseException):
        pass

    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = bundle(shop, key="form-1")
        store.fail = lambda name, value: b'"placed"' in value
        assert isinstance(checkout.place(), Placed)

        def stops(name: str, value: bytes) -> bool:
            raise Stopped

        store.fail = stops
        with pytest.raises(Stopped):
            shop.checkout.find("form-1")
        store.fail = lambda name, value: False
        found = shop.checkout.find("form-1")
        assert isinstance(found, Placed)
        assert found.evidence == "answer"


@pytest.mark.parametrize("phase", ["preparing", "sending"])
def test_what_was_told_of_a_purchase_is_known_while_it_is_tried_again(
    sandbox: Sandbox, clock: Clock, phase: str
) -> None:
    """Somebody who has its id asks while the next press writes it down, or after that one has died."""

    class Crash(BaseException):
        pass

    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        lost = (bundle(shop, key="form-1")).place()
        assert isinstance(lost, NotPlaced)
        checkout = bundle(shop, key="form-1")

        def dies(key: str, value: bytes) -> bool:
            if key.startswith("attempt-of/") if phase == "preparing" else b'"sending"' in value:
                raise Crash
            return False

        store.fail = dies
        with pytest.raises(Crash):
            checkout.place()
        store.fail = lambda key, value: False
        for known in (shop.checkout.resume(lost.attempt_id), shop.checkout.find("form-1")):
            assert isinstance(known, NotPlaced)
            assert known.reason == "not_found"
        (record,) = shop.checkout.history()
        assert (record.state, record.reason) == ("not_placed", "not_found")
        assert shop.checkout.unfinished() == []
        # And it is still one whose answer was lost: a refusal now may be because of it.
        sandbox.control.fault(ORDER, "status", when="before", status=422)
        assert isinstance((bundle(shop, key="form-1")).place(), Unknown)
        shop.checkout.dismiss(lost.attempt_id)
        assert isinstance((bundle(shop, key="form-1")).place(), Placed)


@pytest.mark.parametrize("key", [None, "form-1"])
def test_what_no_cart_takes_is_in_the_journal_as_refused(sandbox: Sandbox, clock: Clock, key: str | None) -> None:
    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        sandbox.control.fault("addGuestCartItem", "status", status=422, count=3)
        outcome = (bundle(shop, key=key)).place()
        assert isinstance(outcome, NotPlaced)
        resumed = shop.checkout.resume(outcome.attempt_id)
        assert isinstance(resumed, NotPlaced)
        assert resumed.reason == "refused"
        (record,) = shop.checkout.history()
        assert (record.attempt_id, record.reason) == (outcome.attempt_id, "refused")
        # Nor does a store that fails now change the outcome, nor a refusal what is known of an earlier try.
        store.fail = lambda key, value: b"not_placed" in value
        outcome = (bundle(shop, key=key and "form-2")).place()
        assert isinstance(outcome, NotPlaced)
        store.fail = lambda key, value: False
        sandbox.control.clear_faults()
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        lost = (bundle(shop, key="form-3")).place()
        assert isinstance(lost, NotPlaced)
        sandbox.control.fault("addGuestCartItem", "status", status=422)
        assert isinstance((bundle(shop, key="form-3")).place(), NotPlaced)
        known = shop.checkout.resume(lost.attempt_id)
        assert isinstance(known, NotPlaced)
        assert known.reason == "not_found"


def test_what_no_cart_takes_is_not_written_over_an_order_that_somebody_sends(
    sandbox: Sandbox, shop: Storefront, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout, quick = bundle(shop, key="form-1"), cart(shop, key="form-1")
    sandbox.control.fault("addGuestCartItem", "status", status=422)
    prepare = OrderJournal.prepare

    def meanwhile(journal: Any, attempt: Any, links: Any) -> Any:
        monkeypatch.setattr(OrderJournal, "prepare", prepare)
        prepare(journal, attrs.evolve(attempt, id="0" * 32, phase="sending"), links)
        return prepare(journal, attempt, links)

    monkeypatch.setattr(OrderJournal, "prepare", meanwhile)
    assert isinstance(checkout.place(), Unknown)
    assert isinstance(quick.place(), Unknown)


def test_an_order_is_written_down_before_the_new_token_of_its_cart(sandbox: Sandbox, clock: Clock) -> None:
    class Crash(BaseException):
        pass

    class Dying(MemoryStore):
        dies = False

        def put(self, key: str, *args: Any, **options: Any) -> int:
            if self.dies and key.startswith("guest/"):
                raise Crash
            return super().put(key, *args, **options)

    store = Dying()

    def hook(response: httpx.Response) -> None:
        if response.request.method == "POST" and response.request.url.path.endswith("/public/checkout"):
            response.headers["x-scalev-guest-token"] = "a-new-token"
            store.dies = True

    client = httpx.Client(event_hooks={"response": [hook]})
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    with client, Storefront(*where, store=store, http_client=client) as shop:
        checkout = cart(shop)
        with pytest.raises(Crash):
            checkout.place()
        (record,) = shop.checkout.history()
        assert (record.state, record.secret_slug) == ("placed", sandbox.control.orders()[-1]["secret_slug"])


@pytest.mark.parametrize("made", [True, False])
def test_a_crash_while_sending_is_settled_by_the_next_process(
    sandbox: Sandbox, clock: Clock, tmp_path: Any, made: bool
) -> None:
    class Crash(BaseException):
        pass

    with Storefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path / "s")
    ) as shop:
        checkout, before = cart(shop), orders(sandbox)
        core = checkout._core
        exchange = core.shared.client.get().send

        def crash(request: httpx.Request, **options: Any) -> httpx.Response:
            if request.url.path.endswith("/public/checkout"):
                if made:
                    exchange(request)
                raise Crash
            return exchange(request, **options)

        core.shared.client.get().send = crash  # type: ignore[method-assign]
        with pytest.raises(Crash):
            checkout.place()
        core.shared.client.get().send = exchange  # type: ignore[method-assign]
        # The object itself, asked again, only looks.
        assert isinstance(checkout.place(), Placed if made else Unknown)
    assert orders(sandbox) == before + made
    with Storefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path / "s")
    ) as shop:
        clock.passed += 1000
        for attempt_id in shop.checkout.unfinished():
            assert isinstance(shop.checkout.resume(attempt_id), NotPlaced)
        assert isinstance(shop.checkout.resume(checkout.attempt_id), Placed if made else NotPlaced)
        assert orders(sandbox) == before + made


def test_a_second_press_from_elsewhere_while_the_first_is_unknown(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    for start in (bundle, cart):
        first, second, before = start(shop), start(shop), orders(sandbox)
        sandbox.control.fault(ORDER, "reset", when="before")
        unknown = first.place()
        assert isinstance(unknown, Unknown)
        same = second.place()
        assert isinstance(same, Unknown)
        assert same.attempt_id == unknown.attempt_id
        assert orders(sandbox) == before
        for checkout in (first, second):
            with pytest.raises(CheckoutUnresolved, match="may exist"):
                checkout.again()
        clock.passed += 1000
        assert isinstance(second.place(), NotPlaced)
        second = second.again()
        second.quote()
        assert isinstance(second.place(), Placed)
        assert orders(sandbox) == before + 1


def unknown_of(sandbox: Sandbox, checkout: Any) -> Unknown:
    """The outcome when the order is made, its answer is lost, and whatever could tell is not to be read."""
    sandbox.control.fault(ORDER, "reset", when="after")
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    outcome = checkout.place()
    sandbox.control.clear_faults()
    assert isinstance(outcome, Unknown)
    return outcome


def test_the_history_tells_of_every_attempt_without_asking(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    assert shop.checkout.history() == []
    unknown = unknown_of(sandbox, bundle(shop))
    asked = len(sandbox.control.requests())
    (attempt,) = shop.checkout.history()
    assert (attempt.attempt_id, attempt.state, attempt.reason) == (unknown.attempt_id, "unsettled", None)
    assert len(sandbox.control.requests()) == asked
    placed = shop.checkout.resume(unknown.attempt_id)
    assert isinstance(placed, Placed)
    (attempt,) = shop.checkout.history(everyone=True)
    assert (attempt.state, attempt.evidence) == ("placed", placed.evidence)


def test_an_unknown_order_stands_in_the_way_of_any_other_of_the_same_guest(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    before = orders(sandbox)
    first = bundle(shop)
    unknown = unknown_of(sandbox, first)

    corrected = bundle(shop)
    corrected.set_notes("cepat ya")
    corrected.set_buyer(name="Budi", email="BUDI.rahasia@example.com", phone="628120001112")
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    with pytest.raises(CheckoutUnresolved) as caught:
        corrected.place()
    assert caught.value.attempt_id == unknown.attempt_id
    assert caught.value.state == "unsettled"
    sandbox.control.clear_faults()
    assert orders(sandbox) == before + 1
    with pytest.raises(CheckoutUnresolved, match="turns out to be placed") as caught:
        corrected.place()
    assert caught.value.attempt_id == unknown.attempt_id
    assert caught.value.state == "placed"
    assert orders(sandbox) == before + 1
    assert isinstance(shop.checkout.resume(unknown.attempt_id), Placed)
    assert isinstance(corrected.place(), Placed)  # now that it is known, it is another order


@pytest.mark.parametrize(
    ("label", "email", "in_the_way"),
    [("default", "sari@example.com", False), ("counter-3", "sari@example.com", True)],
)
def test_a_guest_is_told_by_the_e_mail_or_by_the_shops_label(
    sandbox: Sandbox, clock: Clock, label: str, email: str, in_the_way: bool
) -> None:
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, customer=label) as shop:
        unknown_of(sandbox, bundle(shop))
        other, before = bundle(shop), orders(sandbox)
        other.set_buyer(name="Sari", email=email)
        if in_the_way:
            with pytest.raises(CheckoutUnresolved):
                other.place()
        else:
            assert isinstance(other.place(), Placed)
    assert orders(sandbox) == before + (not in_the_way)


def test_the_journal_keeps_an_attempt_for_7_days(sandbox: Sandbox, shop: Storefront, clock: Clock) -> None:
    placed = (bundle(shop, key="form-1")).place()
    clock.passed = 7 * 86_400 - 60
    assert isinstance(shop.checkout.find("form-1"), Placed)
    assert isinstance(shop.checkout.resume(placed.attempt_id), Placed)
    clock.passed += 120
    assert shop.checkout.find("form-1") is None
    with pytest.raises(InvalidInput):
        shop.checkout.resume(placed.attempt_id)
    assert shop.checkout.history() == []


def test_an_unknown_order_of_a_cart_stands_in_the_way_of_items_that_clear_it(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    before = orders(sandbox)
    first = cart(shop)
    sandbox.control.fault(ORDER, "reset", when="before")
    unknown = first.place()
    assert isinstance(unknown, Unknown)
    other = shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], clear_cart=True, digital=True)
    other.set_buyer(name="Lain", email="lain@example.com")
    other.pay_with("bank_transfer")
    other.quote()
    with pytest.raises(CheckoutUnresolved):
        other.place()
    assert orders(sandbox) == before


@pytest.mark.parametrize("change", ["clear", "remove", "set_quantity", "login"])
def test_a_cart_that_the_shop_itself_emptied_proves_no_order(
    sandbox: Sandbox, shop: Storefront, clock: Clock, change: str
) -> None:
    first, before = cart(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "reset", when="before")
    unknown = first.place()
    assert isinstance(unknown, Unknown)
    if change == "clear":
        shop.cart.clear()
    elif change == "remove":
        shop.cart.remove((shop.cart.get()).lines[0])
    elif change == "set_quantity":
        shop.cart.set_quantity(0, bundle_price_option_id=BUNDLE)
    else:
        email = f"{uuid4().hex}@example.com"
        sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
        shop.auth.login(email, PASSWORD)
    clock.passed += 1000
    outcome = shop.checkout.resume(unknown.attempt_id)
    assert isinstance(outcome, Unknown)
    assert outcome.check_after is None
    assert orders(sandbox) == before
    if change == "login":
        mine = shop.checkout.start(digital=True)
        mine.pay_with("bank_transfer")
        mine.quote()
        with pytest.raises(CheckoutUnresolved):  # it is the guest's order, perhaps
            mine.place()
        shop.checkout.dismiss(unknown.attempt_id)
        assert isinstance(mine.place(), Placed)


@pytest.mark.parametrize("change", ["clear", "remove", "set_quantity"])
def test_a_customers_cart_that_the_shop_itself_emptied_proves_no_order(
    sandbox: Sandbox, customer: Storefront, clock: Clock, change: str
) -> None:
    first, before = cart(customer), orders(sandbox)
    sandbox.control.fault("listCustomerOrders", "status", status=500, count=None)  # so that the cart alone can tell
    sandbox.control.fault("createCustomerCheckout", "reset", when="before")
    unknown = first.place()
    assert isinstance(unknown, Unknown)
    if change == "clear":
        customer.cart.clear()
    elif change == "remove":
        customer.cart.customer.remove((customer.cart.get()).lines[0])
    else:
        customer.cart.set_quantity(0, bundle_price_option_id=BUNDLE)
    clock.passed += 1000
    outcome = customer.checkout.resume(unknown.attempt_id)
    assert isinstance(outcome, Unknown)
    assert outcome.check_after is None
    assert orders(sandbox) == before


# --- what an error says about the attempt


def another_of_the_guest(shop: Storefront) -> Any:
    """A checkout that is not the purchase of `bundle`, by the same guest."""
    checkout = bundle(shop)
    checkout.set_notes("cepat ya")
    return checkout


def in_the_way(sandbox: Sandbox, shop: Storefront, store: Spy, first: Any) -> None:
    """An earlier order that is not settled."""
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    (another_of_the_guest(shop)).place()


def in_the_way_and_placed(sandbox: Sandbox, shop: Storefront, store: Spy, first: Any) -> None:
    """An earlier order that turns out to be placed."""
    (another_of_the_guest(shop)).place()


def begun_anew(sandbox: Sandbox, shop: Storefront, store: Spy, first: Any) -> None:
    """The same choices once more, though the order may exist."""
    first.again()


def looked_for_without_a_store(sandbox: Sandbox, shop: Storefront, store: Spy, first: Any) -> None:
    """A second press while the journal cannot be read."""
    store.down = True
    first.place()


def looked_for_by_another_process(sandbox: Sandbox, shop: Storefront, store: Spy, first: Any) -> None:
    """The same in another request, which has the checkout as a text."""
    again = shop.checkout.load(first.dump())
    store.down = True
    again.place()


def forgotten(sandbox: Sandbox, shop: Storefront, store: Spy, first: Any) -> None:
    """A second press when the journal holds the attempt no more."""
    store.delete(f"attempt/{sandbox.store_id}/{first.attempt_id}")
    first.place()


def other_items(sandbox: Sandbox, shop: Storefront, store: Spy, first: Any) -> None:
    """Its name, used for something else."""
    other = bundle(shop, key="form-1")
    other.set_items([Item(bundle_price_option_id=BUNDLE, quantity=2)])
    other.quote()
    other.place()


@pytest.mark.parametrize(
    ("happens", "error"),
    [
        (in_the_way, CheckoutUnresolved),
        (in_the_way_and_placed, CheckoutUnresolved),
        (begun_anew, CheckoutUnresolved),
        (looked_for_without_a_store, StoreError),
        (looked_for_by_another_process, StoreError),
        (forgotten, InvalidInput),
        (other_items, InvalidInput),
    ],
)
def test_an_error_about_what_may_have_been_sent_names_its_attempt(
    sandbox: Sandbox, clock: Clock, happens: Callable[..., Any], error: type[Exception]
) -> None:
    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        key = {"key": "form-1"} if happens is other_items else {}
        first = bundle(shop, **key)
        unknown = unknown_of(sandbox, first)
        with pytest.raises(error) as caught:
            happens(sandbox, shop, store, first)
        assert caught.value.attempt_id == unknown.attempt_id == first.attempt_id  # type: ignore[attr-defined]


def incomplete(shop: Storefront, store: Spy) -> Any:
    return shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True)


def stale(shop: Storefront, store: Spy) -> Any:
    checkout = cart(shop)
    shop.cart.clear()
    shop.cart.add(variant_id=GOODS)
    return checkout


def not_written(shop: Storefront, store: Spy) -> Any:
    checkout = bundle(shop)
    store.fail = lambda key, value: key.startswith("attempt/")
    return checkout


def out_of_turn(shop: Storefront, store: Spy) -> Any:
    checkout = bundle(shop)
    store.taken = True
    return checkout


def refused_here(shop: Storefront, store: Spy) -> Any:
    checkout = bundle(shop)
    checkout._notes = 7  # something that only the check before sending sees
    return checkout


@pytest.mark.parametrize(
    ("prepared", "error"),
    [
        (incomplete, CheckoutIncomplete),
        (stale, StaleQuote),
        (not_written, StoreError),
        (out_of_turn, CheckoutUnresolved),
        (refused_here, InvalidInput),
    ],
)
def test_an_error_before_anything_was_sent_names_no_attempt(
    sandbox: Sandbox, clock: Clock, prepared: Callable[..., Any], error: type[Exception]
) -> None:
    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = prepared(shop, store)
        with pytest.raises(error) as caught:
            checkout.place()
        assert caught.value.attempt_id is checkout.attempt_id is None  # type: ignore[attr-defined]
        assert shop.checkout.history() == []


def test_what_is_chosen_while_an_order_is_being_placed_is_not_in_it(
    sandbox: Sandbox, shop: Storefront, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = shop.checkout.start([Item(variant_id=GOODS)])
    choose(checkout)
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.ship_with((checkout.shipping_options())[0])
    quote = checkout.quote()
    witness = placing.own_cart

    def meddled(*args: Any) -> Any:
        checkout.deliver_to(location_id=9089, postal_code="10520", address="Jl. Lain No. 1")
        checkout.set_items([Item(variant_id=OTHER)])
        checkout.pay_with("qris")
        return witness(*args)

    monkeypatch.setattr(placing, "own_cart", meddled)
    outcome = checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.price_change is None
    made = sandbox.control.orders()[-1]
    assert float(made["gross_revenue"]) == float(quote.total.known())
    assert made["payment_method"] == "bank_transfer"


def test_the_answer_is_not_lost_to_someone_who_looked_meanwhile(
    sandbox: Sandbox, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path)) as shop,
        Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path)) as other,
    ):
        checkout = bundle(shop)
        end = OrderJournal.end

        def meanwhile(journal: Any, noted: Any, done: Any) -> Any:
            monkeypatch.undo()
            assert isinstance(other.checkout.resume(noted.attempt.id), Placed)
            return end(journal, noted, done)

        monkeypatch.setattr(OrderJournal, "end", meanwhile)
        outcome = checkout.place()
        assert isinstance(outcome, Placed)
        again = other.checkout.resume(outcome.attempt_id)
        assert isinstance(again, Placed)
        assert again.secret_slug == outcome.secret_slug is not None
        assert again.order is not None


@pytest.mark.parametrize("change", ["clear", "remove", "set_quantity"])
def test_nor_does_a_customers_cart_that_the_shop_itself_emptied(
    sandbox: Sandbox, customer: Storefront, clock: Clock, change: str
) -> None:
    first, before = cart(customer), orders(sandbox)
    sandbox.control.fault("listCustomerOrders", "status", status=500, count=None)
    sandbox.control.fault("createCustomerCheckout", "reset", when="before")
    unknown = first.place()
    assert isinstance(unknown, Unknown)
    if change == "clear":
        customer.cart.clear()
    elif change == "remove":
        customer.cart.remove((customer.cart.get()).lines[0])
    else:
        customer.cart.set_quantity(0, bundle_price_option_id=BUNDLE)
    clock.passed += 1000
    assert isinstance(customer.checkout.resume(unknown.attempt_id), Unknown)
    assert orders(sandbox) == before


def test_what_was_concluded_by_looking_is_judged_again_if_the_journal_has_changed_meanwhile(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    checkout = cart(shop)
    sandbox.control.fault(ORDER, "reset", when="before")
    unknown = checkout.place()
    assert isinstance(unknown, Unknown)
    journal = OrderJournal(shop._core)
    seen = journal.load(unknown.attempt_id)
    assert seen is not None
    shop.cart.clear()  # it is noted that the cart tells nothing any more
    emptied = attrs.evolve(seen.attempt, phase="placed", evidence="cart")
    assert journal.end(seen, emptied) is None
    assert journal.end(seen, seen.attempt.not_placed("not_found")) is None
    shop.checkout.dismiss(unknown.attempt_id)
    told = journal.end(seen, emptied)
    assert told is not None
    assert (told.phase, told.reason) == ("not_placed", "dismissed")


def test_a_change_of_a_cart_that_cannot_be_spelled_out_is_noticed(wire: Any, reply: Any) -> None:
    """Its order names the cart alone, as its quote did, and so would one of something else."""
    pieces = [1]

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("summary"):
            return reply(200, {"gross_revenue": "20"})
        if request.url.path.endswith("shipping-options"):
            return reply(200, {"data": []})
        items = [{"id": 1, "type": "membership", "quantity": pieces[0]}, {"id": 2, "type": "variant", "variant_id": 5}]
        cart = {"id": 1, "items": [line | {"quantity": line.get("quantity", 1)} for line in items]}
        return reply(200, cart, {"X-Scalev-Guest-Token": "00000000-0000-4000-8000-000000000001"})

    wire.default = answer
    with wire.shop() as shop:
        shop.cart.get()
        checkout = choose(shop.checkout.start())
        checkout.deliver_to(location_id=1, postal_code="1", address="Jl. Contoh")
        assert checkout.shipping_options() == []
        quote = checkout.quote()
        assert quote.content == (("membership", 1, 1), ("variant", 5, 1))
        pieces[0] = 9
        with pytest.raises(StaleQuote):
            checkout.place()
        assert not [request for request in wire.requests if request.url.path.endswith("public/checkout")]
        shop.cart.get()
        with pytest.raises(CheckoutIncomplete, match="has changed"):
            checkout.quote()


@pytest.mark.parametrize("late", [True, False])
def test_an_order_that_was_there_before_the_quote_is_not_told_for_another_one(
    sandbox: Sandbox, shop: Storefront, clock: Clock, late: bool
) -> None:
    before, early = orders(sandbox), bundle(shop)
    sandbox.control.fault(ORDER, "reset", when="after")
    sandbox.control.fault("getGuestCart", "status", status=503, count=5)
    unknown = (bundle(shop)).place()
    assert isinstance(unknown, Unknown)
    sandbox.control.clear_faults()
    if not late:  # the same press, as far as can be told
        told = early.place()
        assert isinstance(told, Placed)
        assert told.attempt_id == unknown.attempt_id
        return
    clock.passed += 80_000
    again = bundle(shop)
    with pytest.raises(CheckoutUnresolved) as caught:
        again.place()
    assert (caught.value.state, caught.value.attempt_id) == ("placed", unknown.attempt_id)
    assert isinstance(again.place(), Placed)
    assert orders(sandbox) == before + 2


@pytest.mark.parametrize("tries", [2, 3])
def test_a_key_tells_of_each_try_whose_answer_was_lost(
    sandbox: Sandbox, shop: Storefront, clock: Clock, tries: int
) -> None:
    """Also of the first one, whose answer comes when a person has long dismissed it."""
    journal, before, ids = OrderJournal(shop._core), orders(sandbox), list[str]()
    for _ in range(tries):
        sandbox.control.fault(ORDER, "reset", when="before" if ids else "after")
        sandbox.control.fault("getGuestCart", "status", status=503, count=5)
        outcome = (bundle(shop, key="form-3")).place()
        assert isinstance(outcome, Unknown)
        sandbox.control.clear_faults()
        shop.checkout.dismiss(outcome.attempt_id)
        ids.append(outcome.attempt_id)
    assert len(set(ids)) == tries
    first = journal.load(ids[0])
    assert first is not None
    journal.end(first, first.attempt.placed("answer", sandbox.control.orders()[-1]))
    for told in (shop.checkout.find("form-3"), (bundle(shop, key="form-3")).place()):
        assert isinstance(told, Placed)
        assert told.attempt_id == ids[0]
    assert orders(sandbox) == before + 1


def test_who_knows_less_of_an_order_takes_what_the_journal_knows(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    outcome = (cart(shop)).place()
    assert isinstance(outcome, Placed)
    journal = OrderJournal(shop._core)
    known = journal.load(outcome.attempt_id)
    assert known is not None
    less = attrs.evolve(known.attempt, secret_slug=None, order_id=None, evidence="cart")
    assert journal.end(known._replace(version=0), less) == known.attempt
    assert journal.load(outcome.attempt_id) == known


def test_the_answer_to_the_request_goes_before_an_order_that_was_found_to_fit(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    outcome = (cart(shop)).place()
    assert isinstance(outcome, Placed)
    journal = OrderJournal(shop._core)
    known = journal.load(outcome.attempt_id)
    assert known is not None
    matched = attrs.evolve(known.attempt, secret_slug="another", order_id="OTHER", evidence="order")
    late = known._replace(version=0)
    journal.write(matched, known.version)
    assert journal.end(late, known.attempt) == known.attempt
    # What an answer that was cut off does not say, whoever found the order has said.
    journal.write(attrs.evolve(known.attempt, evidence="order"), (journal.load(outcome.attempt_id)).version)  # type: ignore[union-attr]
    cut_off = attrs.evolve(known.attempt, order_id=None)
    assert journal.end(late, cut_off) == known.attempt
    # And what it says of another order is not put together with what that one says.
    journal.write(matched, (journal.load(outcome.attempt_id)).version)  # type: ignore[union-attr]
    assert journal.end(late, cut_off) == cut_off


def test_an_attempt_that_somebody_sends_by_now_is_not_taken_back(sandbox: Sandbox, shop: Storefront) -> None:
    outcome = (cart(shop)).place()
    journal = OrderJournal(shop._core)
    known = journal.load(outcome.attempt_id or "")
    assert known is not None
    prepared = journal.prepare(attrs.evolve(known.attempt, id="another"), {})
    sending = journal.write(attrs.evolve(prepared.attempt, phase="sending"), prepared.version)
    journal.take_back(prepared)
    assert journal.load("another") == sending
    journal.take_back(sending)
    assert journal.load("another") is None


def test_a_purchase_is_found_again_by_its_key(sandbox: Sandbox, shop: Storefront) -> None:
    assert shop.checkout.find("form-1") is None
    first, before = cart(shop, key="form-1"), orders(sandbox)
    placed = first.place()
    assert isinstance(placed, Placed)
    found = shop.checkout.find("form-1")
    assert isinstance(found, Placed)
    assert found.order_id == placed.order_id
    reloaded = (shop.checkout.start(key="form-1")).place()
    assert isinstance(reloaded, Placed)
    assert reloaded.order_id == placed.order_id
    assert orders(sandbox) == before + 1
    other = bundle(shop, key="form-1")
    other.set_items([Item(bundle_price_option_id=BUNDLE, quantity=2)])
    other.quote()
    with pytest.raises(InvalidInput, match="other items"):
        other.place()
    assert orders(sandbox) == before + 1


def test_unfinished_attempts_are_those_of_the_shops_shopper(
    sandbox: Sandbox, tmp_path: Any, clock: Clock
) -> None:
    store = FileStore(tmp_path)
    shops = [
        Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store, customer=name)
        for name in ("sari", "budi")
    ]
    sandbox.control.fault(ORDER, "reset", when="before")
    unknown = (cart(shops[0])).place()
    assert isinstance(unknown, Unknown)
    assert shops[0].checkout.unfinished() == [unknown.attempt_id]
    assert shops[1].checkout.unfinished() == []
    assert shops[1].checkout.unfinished(everyone=True) == [unknown.attempt_id]
    clock.passed += 1000
    assert isinstance(shops[0].checkout.resume(unknown.attempt_id), NotPlaced)
    assert shops[0].checkout.unfinished() == []
    for shop in shops:
        shop.close()


def test_when_nothing_can_be_seen_the_next_look_is_not_at_once(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    unknown = unknown_of(sandbox, bundle(shop))
    clock.passed += 1000
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    outcome = shop.checkout.resume(unknown.attempt_id)
    assert isinstance(outcome, Unknown)
    assert outcome.check_after == 30


def test_a_second_press_finds_the_first_ones_order(sandbox: Sandbox, shop: Storefront, clock: Clock) -> None:
    first, second, before = bundle(shop), bundle(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "reset", when="after")
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    assert isinstance(first.place(), Unknown)
    outcome = second.place()
    assert isinstance(outcome, Placed)
    assert outcome.attempt_id == first.attempt_id
    assert orders(sandbox) == before + 1


def test_the_cart_is_ordered_once_by_two_checkouts(sandbox: Sandbox, shop: Storefront) -> None:
    first, second, other = cart(shop), cart(shop), cart(shop)
    before = orders(sandbox)
    outcome, same = first.place(), second.place()
    assert isinstance(outcome, Placed)
    assert isinstance(same, Placed)
    assert same.order_id == outcome.order_id
    # A purchase that is another one finds an empty cart.
    other.set_notes("another")
    with pytest.raises(CheckoutIncomplete):
        other.place()
    assert orders(sandbox) == before + 1


def test_one_key_is_one_order(sandbox: Sandbox, shop: Storefront, clock: Clock) -> None:
    key, before = uuid4().hex, orders(sandbox)
    first, second = bundle(shop, key=key), bundle(shop, key=key)
    one, two = first.place(), second.place()
    assert isinstance(one, Placed)
    assert isinstance(two, Placed)
    assert one.order_id == two.order_id
    other = (bundle(shop, key=uuid4().hex)).place()
    assert isinstance(other, Placed)
    assert other.order_id != one.order_id
    assert orders(sandbox) == before + 2
    # A refusal does not use a key up.
    refused = bundle(shop, key="again")
    sandbox.control.fault(ORDER, "text_429")
    assert isinstance(refused.place(), NotPlaced)
    again = refused.again()
    again.quote()
    assert isinstance(again.place(), Placed)
    for bad in ("", "x" * 256, 7):
        with pytest.raises(InvalidInput):
            shop.checkout.start(key=bad)  # type: ignore[arg-type]


def test_what_became_of_an_earlier_try_is_not_told_of_a_checkout_that_is_incomplete(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    sandbox.control.fault(ORDER, "status", when="before", status=422)
    assert isinstance((bundle(shop, key="form-1")).place(), NotPlaced)
    reloaded = shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], key="form-1")
    with pytest.raises(CheckoutIncomplete) as caught:
        reloaded.place()
    assert caught.value.attempt_id is None


def test_a_key_is_one_of_a_shops_label(sandbox: Sandbox) -> None:
    store, before = MemoryStore(), orders(sandbox)
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    for label in ("sari", "budi"):
        with Storefront(*where, store=store, customer=label) as shop:
            assert shop.checkout.find("form-1") is None
            assert isinstance((bundle(shop, key="form-1")).place(), Placed)
    assert orders(sandbox) == before + 2


def test_two_equal_purchases_are_two_orders(sandbox: Sandbox, shop: Storefront) -> None:
    before = orders(sandbox)
    for _ in range(2):
        assert isinstance((bundle(shop)).place(), Placed)
    assert orders(sandbox) == before + 2


def test_our_own_refusal_can_be_put_right(sandbox: Sandbox, shop: Storefront, clock: Clock) -> None:
    checkout, before = bundle(shop), orders(sandbox)
    checkout._notes = 7  # something that only the check before sending sees
    with pytest.raises(InvalidInput):
        checkout.place()
    assert checkout.attempt_id is None
    assert shop.checkout.unfinished() == []
    checkout.set_notes("7")
    assert isinstance(checkout.place(), Placed)
    assert orders(sandbox) == before + 1


def test_failures_of_the_preparation_send_nothing(sandbox: Sandbox, shop: Storefront, clock: Clock) -> None:
    before = orders(sandbox)
    for start, operation in ((bundle, "addGuestCartItem"), (cart, "getGuestCart")):
        for kind in ("reset", "html_502", "truncated_json", "empty_200"):
            checkout = start(shop)
            sandbox.control.fault(operation, kind, count=4)
            with pytest.raises((ConnectionFailed, DecodeError, ServerError)):
                checkout.place()
            sandbox.control.clear_faults()
            assert checkout.attempt_id is None
            assert orders(sandbox) == before
    assert isinstance(checkout.place(), Placed)


def test_an_unreadable_journal_is_an_error_not_a_new_order(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    checkout, before = bundle(shop, key="unreadable"), orders(sandbox)
    outcome = checkout.place()
    key = f"attempt/{sandbox.store_id}/{outcome.attempt_id}"
    whole = json.loads(shop._core.store.get(key).value)  # type: ignore[union-attr]
    odd = [json.dumps(whole | damage).encode() for damage in ({"until": "soon"}, {"phase": "x"}, {"id": "other"})]
    for value in (b"{}", b"nonsense", b'{"v": 2}', *odd):
        shop._core.store.put(key, value)
        with pytest.raises(StoreError):
            (bundle(shop, key="unreadable")).place()
        with pytest.raises(StoreError):
            shop.checkout.resume(outcome.attempt_id)
        with pytest.raises(StoreError):
            shop.checkout.dismiss(outcome.attempt_id)
        assert shop.checkout.unfinished() == []
        assert shop.checkout.history() == []
        assert shop.checkout.announced({"order_id": "x"}) is None
    assert orders(sandbox) == before + 1


def test_a_policy_must_make_sense() -> None:
    for bad in (
        {"settle_reads": ()},
        {"settle_reads": (-1.0,)},
        {"settle_after": -1.0},
        {"quote_max_age": 0.0},
    ):
        with pytest.raises(InvalidInput):
            CheckoutPolicy(**bad)  # type: ignore[arg-type]
    pauses: Any = map(float, ("0", "1"))
    assert CheckoutPolicy(settle_reads=pauses).settle_reads == (0.0, 1.0)


def test_a_quote_of_a_cart_that_was_emptied_elsewhere_is_stale(sandbox: Sandbox, shop: Storefront) -> None:
    checkout = cart(shop)
    shop.cart.set_quantity(2, bundle_price_option_id=BUNDLE)
    with pytest.raises(StaleQuote):
        checkout.place()


@pytest.mark.parametrize("settled", [True, False])
def test_a_process_that_was_held_up_asks_for_leave_again(
    sandbox: Sandbox, clock: Clock, monkeypatch: pytest.MonkeyPatch, settled: bool
) -> None:
    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout, before = bundle(shop), orders(sandbox)

        def hold_up(key: str, value: bytes) -> bool:
            if key.startswith("attempt-of/") and clock.passed < 1000:
                clock.passed += 1000  # sleep, between writing the attempt down and sending it
                if settled:  # meanwhile, elsewhere
                    (name,) = store.keys("attempt/")
                    record = json.loads(store.get(name).value)  # type: ignore[union-attr]
                    MemoryStore.put(store, name, json.dumps(record | {"phase": "not_placed"}).encode())
            return False

        store.fail = hold_up
        assert isinstance(checkout.place(), Placed)  # looked at the witnesses again, and asked for its turn again
        assert orders(sandbox) == before + 1


@pytest.mark.parametrize("seconds", [3, 1000])
def test_an_order_is_not_sent_long_after_the_journal_says_that_it_is(
    sandbox: Sandbox, clock: Clock, seconds: int
) -> None:
    """Else others would count it as over while it is still under way."""
    store = Spy()
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout, before = bundle(shop), orders(sandbox)
        seen: list[bytes] = []

        def hold_up(key: str, value: bytes) -> bool:
            if b'"sending"' in value:
                seen.append(value)
                clock.passed += seconds if len(seen) == 1 else 0
            return False

        store.fail = hold_up
        assert isinstance(checkout.place(), Placed)
        assert len(seen) == (1 if seconds == 3 else 2)
        assert orders(sandbox) == before + 1
        assert len(shop.checkout.history()) == 1


def test_an_order_is_of_the_customer_whose_turn_it_has(sandbox: Sandbox, customer: Storefront) -> None:
    """Whoever has signed in while the turn was waited for has another one."""
    checkout, email = bundle(customer), f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Orang Lain")
    session, asked = customer._core.session, list[str]()
    account = session.account

    def another_signs_in() -> str:
        asked.append(account())
        if len(asked) == 1:
            customer.auth.login(email, PASSWORD, keep_cart=False)
        return asked[-1]

    session.account = another_signs_in  # type: ignore[method-assign]
    assert isinstance(checkout.place(), Placed)
    turn = customer_turn(customer._core.session.account())
    assert customer._core.store.keys("attempt-of/") == [f"attempt-of/{sandbox.store_id}/{turn.whose}"]


def test_an_attempt_has_its_id_while_it_is_being_sent(sandbox: Sandbox) -> None:
    """What another thread or task asks of a checkout meanwhile: its order may exist."""
    told, before = list[Any](), orders(sandbox)

    def look(event: Any) -> None:
        if (event.operation_id, event.phase) == (ORDER, "end"):
            told.append((checkout.attempt_id, checkout.dump()))
            with pytest.raises(CheckoutUnresolved) as caught:
                checkout.again()
            told.append(caught.value.attempt_id)

    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, hooks=[look]) as shop:
        checkout = bundle(shop)
        outcome = checkout.place()
        assert isinstance(outcome, Placed)
        (known, kept), refused = told
        assert known == refused == outcome.attempt_id
        same = shop.checkout.load(kept).place()
        assert same.attempt_id == outcome.attempt_id
    assert orders(sandbox) == before + 1


def test_presses_that_send_nothing_are_not_kept(sandbox: Sandbox, shop: Storefront) -> None:
    checkout = cart(shop)
    shop.cart.set_quantity(2, bundle_price_option_id=BUNDLE)
    presses = list[weakref.ref[Any]]()
    for _ in range(3):
        with pytest.raises(StaleQuote):
            checkout.place()
        presses.append(weakref.ref(checkout._press))
    gc.collect()
    assert [press() for press in presses] == [None, None, checkout._press]


def test_an_order_ends_the_capture_that_it_took_along(sandbox: Sandbox) -> None:
    def swap(event: Any) -> None:
        if (event.operation_id, event.phase) == (ORDER, "end"):
            checkout.set_intent(other)

    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, hooks=[swap]) as shop:
        intent, other = shop.intents.start("form-1", "ok"), shop.intents.start("form-2", "ok")
        checkout = bundle(shop)
        checkout.set_intent(intent)
        assert isinstance(checkout.place(), Placed)
        assert intent.token is None
        assert other.token is not None


def test_a_refused_order_keeps_its_id_where_an_earlier_one_is_dismissed_meanwhile(
    sandbox: Sandbox, shop: Storefront, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.control.fault(ORDER, "status", when="before", status=500, body={"error": "x"})
    lost = (bundle(shop)).place()
    assert isinstance(lost, NotPlaced)
    assert lost.reason == "not_found"
    looking = Settling._look

    def look(settling: Settling, attempt: OrderAttempt) -> Any:
        shop.checkout.dismiss(attempt.id)
        return looking(settling, attempt)

    monkeypatch.setattr(Settling, "_look", look)
    sandbox.control.fault(ORDER, "status", when="before", status=422)
    checkout = bundle(shop)
    outcome = checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "refused"
    assert checkout.attempt_id == outcome.attempt_id != lost.attempt_id
    assert (shop.checkout.load(checkout.dump()).place()).reason == "refused"


def test_a_store_that_is_slow_is_not_told_as_another_checkout(
    shop: Storefront, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = cart(shop)

    def slow() -> None:
        raise Timeout("the store did not answer in time: nothing was sent", effect="nothing_left")

    monkeypatch.setattr(shop._core.guest, "_entry", slow)
    with pytest.raises(Timeout, match="the store"):
        checkout.place()
    assert checkout.attempt_id is None


def test_a_guests_order_that_may_exist_is_in_the_way_after_the_customers_own(sandbox: Sandbox) -> None:
    """What the guest had ordered is carried over, while an order of the customer is not settled either."""
    email, store = f"{uuid4().hex}@example.com", MemoryStore()
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    made = [
        Storefront(
            sandbox.store_id,
            sandbox.api_key,
            sandbox.base_url,
            store=store,
            customer=label,
            checkout_policy=CheckoutPolicy(settle_reads=(0.0,)),
        )
        for label in ("phone", "tablet")
    ]
    with made[0] as phone, made[1] as tablet:
        phone.auth.login(email, PASSWORD, keep_cart=False)
        sandbox.control.fault("createCustomerCheckout", "reset", when="before")
        own = (cart(phone)).place()
        sandbox.control.fault(ORDER, "reset", when="before")
        guests = (cart(tablet)).place()
        assert isinstance(own, Unknown)
        assert isinstance(guests, Unknown)
        tablet.auth.login(email, PASSWORD)
        checkout = choose(tablet.checkout.start(digital=True))
        checkout.quote()
        for unsettled in (own, guests):
            with pytest.raises(CheckoutUnresolved) as caught:
                checkout.place()
            assert caught.value.attempt_id == unsettled.attempt_id
            tablet.checkout.dismiss(unsettled.attempt_id)
        assert isinstance(checkout.place(), Placed)


def test_every_order_that_may_exist_is_looked_for_again_when_the_same_is_refused(
    sandbox: Sandbox, shop: Storefront, clock: Clock
) -> None:
    def pressed(quantity: int) -> Any:
        items = [Item(bundle_price_option_id=BUNDLE, quantity=quantity)]
        checkout = choose(shop.checkout.start(items, digital=True))
        checkout.quote()
        return checkout.place()

    lost = list[str]()
    for quantity in (1, 2):
        sandbox.control.fault(ORDER, "status", when="before", status=500, body={"error": "x"})
        outcome = pressed(quantity)
        assert isinstance(outcome, NotPlaced)
        lost.append(outcome.attempt_id)
    for quantity, found in ((3, None), (2, lost[1]), (1, lost[0])):
        sandbox.control.fault(ORDER, "status", when="before", status=422)
        outcome = pressed(quantity)
        assert (outcome.attempt_id if isinstance(outcome, Unknown) else None) == found
        if found is not None:
            shop.checkout.dismiss(found)
    # Those before one that made an order are not kept any longer.
    for _ in range(2):
        assert isinstance(pressed(1), Placed)
    core = shop._core
    journal = OrderJournal(core)
    ids, _ = journal.pointed(turns_of(core, None, None, "budi.rahasia@example.com", None)[0])
    assert len(ids) == 2
    assert not {*ids} & {*lost}

"""Orders are made at most once: what is concluded from every way in which an answer can be lost."""

from __future__ import annotations

import gc
import json
import time
import weakref
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import uuid4

import attrs
import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
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
from nexus_storefront.checkout._async import placing
from nexus_storefront.checkout._async.settling import Settling
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.order_journal._async import journal as order_journal
from nexus_storefront.order_journal._async.journal import OrderJournal, customer_turn, turns_of
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

    async def nap(seconds: float) -> None:
        clock.slept.append(seconds)
        clock.passed += seconds

    monkeypatch.setattr(SYSTEM_CLOCK, "asleep", nap, raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "time", clock.time, raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "monotonic", clock.monotonic, raising=False)
    return clock


@pytest.fixture
async def customer(sandbox: Sandbox) -> AsyncIterator[AsyncStorefront]:
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        await shop.auth.login(email, PASSWORD)
        yield shop


def choose(checkout: Any) -> Any:
    if not checkout.customer:
        checkout.set_buyer(name="Budi Rahasia", email="budi.rahasia@example.com", phone="628120001111")
    checkout.pay_with("bank_transfer")
    return checkout


async def bundle(shop: AsyncStorefront, **options: Any) -> Any:
    """A quoted checkout of a digital bundle."""
    checkout = choose(await shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True, **options))
    await checkout.quote()
    return checkout


async def cart(shop: AsyncStorefront, **options: Any) -> Any:
    """A quoted checkout of the cart, with a digital bundle in it."""
    await shop.cart.set_quantity(1, bundle_price_option_id=BUNDLE)
    checkout = choose(await shop.checkout.start(digital=True, **options))
    await checkout.quote()
    return checkout


def orders(sandbox: Sandbox) -> int:
    return len(sandbox.control.orders())


BEFORE = [("reset", {}), ("html_502", {}), ("status", {"status": 503}), ("status_520", {}), ("status", {"status": 408})]
BEFORE += [("empty_200", {}), ("status", {"status": 302, "body": {"a": 1}}), ("status", {"status": 202, "body": {}})]
AFTER = [*BEFORE, ("status", {"status": 500}), ("cut_body", {})]


@pytest.mark.parametrize("start", [bundle, cart])
@pytest.mark.parametrize(("kind", "how"), AFTER)
async def test_an_answer_lost_after_the_order_was_made(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, kind: Any, how: dict[str, Any], start: Callable[..., Any]
) -> None:
    checkout, before = await start(shop), orders(sandbox)
    sandbox.control.fault(ORDER, kind, when="after", **how)
    outcome = await checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.evidence == "cart"
    assert (outcome.order, outcome.order_id, outcome.price_change) == (None, None, None)
    assert orders(sandbox) == before + 1
    assert clock.slept == []
    assert await checkout.place() is outcome
    assert isinstance(await shop.checkout.resume(outcome.attempt_id), Placed)
    assert orders(sandbox) == before + 1


@pytest.mark.parametrize("start", [bundle, cart])
@pytest.mark.parametrize(("kind", "how"), BEFORE)
async def test_an_answer_lost_before_the_order_was_made(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, kind: Any, how: dict[str, Any], start: Callable[..., Any]
) -> None:
    checkout, before = await start(shop), orders(sandbox)
    sandbox.control.fault(ORDER, kind, when="before", **how)
    outcome = await checkout.place()
    assert isinstance(outcome, Unknown)  # an untouched cart is no proof while the request may be at work
    assert outcome.check_after is not None
    assert outcome.check_after > 60
    assert clock.slept == [1, 2, 4, 8]
    assert isinstance(await checkout.place(), Unknown)
    assert await shop.checkout.unfinished() == [outcome.attempt_id]
    clock.passed += outcome.check_after
    outcome = await checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "not_found"
    assert await shop.checkout.unfinished() == []
    assert orders(sandbox) == before
    again = checkout.again()
    await again.quote()
    assert isinstance(await again.place(), Placed)
    assert orders(sandbox) == before + 1


async def test_an_error_of_the_service_itself_ends_the_request(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    checkout, before = await bundle(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "status", when="before", status=500)
    outcome = await checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "not_found"
    assert sum(clock.slept) == 15  # the whole window of looks, for a cart that is emptied late
    assert orders(sandbox) == before


async def test_a_cart_that_is_emptied_late_is_seen(sandbox: Sandbox, shop: AsyncStorefront, clock: Clock) -> None:
    checkout = await cart(shop)
    held = await shop.cart.get()
    sandbox.control.fault(ORDER, "status", when="after", status=500)
    line = {"id": 1, "type": "bundle_price_option", "bundle_price_option_id": BUNDLE, "variant_id": None, "quantity": 1}
    full = {"id": held.id, "item_count": 1, "total": 1, "items": [line]}
    sandbox.control.fault("getGuestCart", "status", status=200, body=full, skip=1, count=3)
    outcome = await checkout.place()
    assert isinstance(outcome, Placed)
    assert clock.slept == [1, 2, 4]


@pytest.mark.parametrize("retry_after", [None, "7"])
async def test_a_429_is_a_refusal_and_is_not_repeated(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, retry_after: str | None
) -> None:
    checkout, before = await bundle(shop), orders(sandbox)
    sandbox.control.clear_requests()
    sandbox.control.fault(ORDER, "text_429", retry_after=retry_after)
    outcome = await checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "refused"
    assert isinstance(outcome.error, RateLimited)
    assert outcome.retry_after == (None if retry_after is None else 7)
    assert len(sandbox.control.requests(ORDER)) == 1
    assert orders(sandbox) == before
    again = checkout.again()
    await again.quote()
    assert isinstance(await again.place(), Placed)


@pytest.mark.parametrize("kind", ["truncated_json", "wrong_content_type"])
async def test_a_201_with_a_broken_body_is_an_order(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, kind: Any
) -> None:
    checkout, before = await bundle(shop), orders(sandbox)
    sandbox.control.fault(ORDER, kind)
    outcome = await checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.evidence == "answer"
    assert orders(sandbox) == before + 1
    # The part that came names the order.
    assert outcome.order is not None
    assert outcome.order_id == sandbox.control.orders()[-1]["order_id"]


async def test_a_201_without_any_body_is_an_order(sandbox: Sandbox, shop: AsyncStorefront, clock: Clock) -> None:
    checkout, before = await bundle(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "status", when="after", status=201, body={})
    outcome = await checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.order_id is None
    assert orders(sandbox) == before + 1


async def test_an_unreachable_service_got_nothing(sandbox: Sandbox, clock: Clock) -> None:
    refused: list[str] = []

    def refuse_orders(request: httpx.Request) -> None:
        if request.method == "POST" and request.url.path.endswith("/public/checkout"):
            refused.append("x")
            raise httpx.ConnectError("refused", request=request)

    async def hook(request: httpx.Request) -> None:
        refuse_orders(request)

    async with httpx.AsyncClient(event_hooks={"request": [hook]}) as client:
        shop = AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client)
        checkout, before = await bundle(shop), orders(sandbox)
        outcome = await checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "never_sent"
    assert isinstance(outcome.error, ConnectionFailed)
    assert len(refused) > 1  # what never left may be tried again
    assert orders(sandbox) == before


async def test_no_retry_policy_makes_a_second_order(sandbox: Sandbox, clock: Clock) -> None:
    async with AsyncStorefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, retry=lambda attempt: 0.0 if attempt.number < 5 else None
    ) as shop:
        checkout, before = await bundle(shop), orders(sandbox)
        sandbox.control.fault(ORDER, "reset", when="after", count=1)
        assert isinstance(await checkout.place(), Placed)
        assert orders(sandbox) == before + 1


async def test_a_customers_order_is_found_in_the_list(
    sandbox: Sandbox, customer: AsyncStorefront, clock: Clock
) -> None:
    for start in (bundle, cart):
        checkout, before = await start(customer), orders(sandbox)
        sandbox.control.fault("createCustomerCheckout", "reset", when="after")
        outcome = await checkout.place()
        assert isinstance(outcome, Placed)
        assert outcome.evidence == "order"
        assert outcome.order is not None
        assert outcome.order_id == sandbox.control.orders()[-1]["order_id"]
        assert outcome.price_change is None
        assert orders(sandbox) == before + 1


async def test_a_customers_order_that_was_not_made(sandbox: Sandbox, customer: AsyncStorefront, clock: Clock) -> None:
    for start in (bundle, cart):
        checkout, before = await start(customer), orders(sandbox)
        sandbox.control.fault("createCustomerCheckout", "reset", when="before")
        outcome = await checkout.place()
        assert isinstance(outcome, Unknown)
        clock.passed += outcome.check_after or 0
        assert isinstance(await checkout.place(), NotPlaced)
        assert orders(sandbox) == before


async def test_without_the_list_a_customers_cart_is_the_witness(
    sandbox: Sandbox, customer: AsyncStorefront, clock: Clock
) -> None:
    checkout = await cart(customer)
    sandbox.control.fault("listCustomerOrders", "status", status=500, count=None)
    sandbox.control.fault("createCustomerCheckout", "reset", when="after")
    outcome = await checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.evidence == "cart"
    # Neither a cart nor a list: then it is better not to order.
    checkout, before = await bundle(customer), orders(sandbox)
    with pytest.raises(ServerError):
        await checkout.place()
    assert orders(sandbox) == before


async def test_another_customer_is_no_witness(sandbox: Sandbox, customer: AsyncStorefront, clock: Clock) -> None:
    checkout = await bundle(customer)
    sandbox.control.fault("createCustomerCheckout", "reset", when="after")
    sandbox.control.fault("listCustomerOrders", "reset", skip=1, count=5)
    outcome = await checkout.place()
    assert isinstance(outcome, Unknown)
    await customer.auth.logout()
    sandbox.control.clear_faults()
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Orang Lain")
    await customer.auth.login(email, PASSWORD)
    clock.passed += 1000
    outcome = await customer.checkout.resume(outcome.attempt_id)
    assert isinstance(outcome, Unknown)


async def test_a_cart_that_someone_changed_does_not_tell(sandbox: Sandbox, shop: AsyncStorefront, clock: Clock) -> None:
    checkout, before = await cart(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "reset", when="before")
    assert isinstance(await checkout.place(), Unknown)
    await shop.cart.add(variant_id=494601)
    clock.passed += 1000
    outcome = await checkout.place()
    assert isinstance(outcome, Unknown)
    assert outcome.check_after is None
    # It stands in the way until a person has decided.
    later = choose(await shop.checkout.start(digital=True))
    later.set_notes("another purchase")
    await later.quote()
    with pytest.raises(CheckoutUnresolved) as caught:
        await later.place()
    assert caught.value.attempt_id == outcome.attempt_id
    assert orders(sandbox) == before
    dismissed = await shop.checkout.dismiss(outcome.attempt_id)
    assert dismissed.reason == "dismissed"
    assert isinstance(await later.place(), Placed)
    with pytest.raises(InvalidInput, match="holds no attempt of this id"):
        await shop.checkout.dismiss("f" * 32)


async def test_a_cart_that_holds_the_same_again_is_no_untouched_one(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    """The order took it out, nobody could see that, and the shopper put the same in once more."""
    for add in ("add", "set_quantity"):  # both put a line in
        checkout, before = await cart(shop), orders(sandbox)
        sandbox.control.fault(ORDER, "reset", when="after")
        sandbox.control.fault("getGuestCart", "html_502", skip=1, count=5)
        unknown = await checkout.place()
        assert isinstance(unknown, Unknown)
        assert orders(sandbox) == before + 1
        sandbox.control.clear_faults()
        if add == "add":
            await shop.cart.add(bundle_price_option_id=BUNDLE)
        else:
            await shop.cart.set_quantity(1, bundle_price_option_id=BUNDLE)
        clock.passed += 1000
        outcome = await checkout.place()
        assert isinstance(outcome, Unknown)
        assert outcome.check_after is None
        assert isinstance(await (await cart(shop)).place(), Unknown)
        assert orders(sandbox) == before + 1
        await shop.checkout.dismiss(unknown.attempt_id)
        await shop.cart.clear()


async def test_nor_is_one_that_a_sign_in_has_put_the_same_into(
    sandbox: Sandbox, customer: AsyncStorefront, clock: Clock
) -> None:
    email = present((await customer.account.profile()).customer).email
    checkout, before = await cart(customer), orders(sandbox)
    for operation, skipped in (("getCustomerCart", 1), ("listCustomerOrders", 1)):
        sandbox.control.fault(operation, "html_502", skip=skipped, count=5)
    sandbox.control.fault("createCustomerCheckout", "reset", when="after")
    unknown = await checkout.place()
    assert isinstance(unknown, Unknown)
    assert orders(sandbox) == before + 1
    sandbox.control.clear_faults()
    await customer.auth.logout()
    await customer.cart.add(bundle_price_option_id=BUNDLE)
    await customer.auth.login(present(email), PASSWORD)
    clock.passed += 1000
    sandbox.control.fault("listCustomerOrders", "html_502", count=5)
    assert isinstance(await customer.checkout.resume(unknown.attempt_id), Unknown)


async def test_nor_is_one_that_a_sign_in_goes_on_to_put_the_same_into(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    """One that was interrupted before the order was sent, elsewhere."""
    email = f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    await shop.cart.add(bundle_price_option_id=BUNDLE)
    sandbox.control.fault("mergeGuestCart", "status", status=422)
    sandbox.control.fault("addCustomerCartItem", "html_502", when="before", count=9)
    assert (await shop.auth.login(email, PASSWORD)).cart.pending
    sandbox.control.clear_faults()
    elsewhere = AsyncStorefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, store=shop._core.store, customer="elsewhere"
    )
    async with elsewhere as other:
        await other.auth.login(email, PASSWORD)
        checkout, before = await cart(other), orders(sandbox)
        sandbox.control.fault("getCustomerCart", "html_502", skip=1, count=5)
        sandbox.control.fault("listCustomerOrders", "html_502", skip=1, count=5)
        sandbox.control.fault("createCustomerCheckout", "reset", when="after")
        unknown = await checkout.place()
        assert isinstance(unknown, Unknown)
        assert orders(sandbox) == before + 1
        sandbox.control.clear_faults()
        assert [line.quantity for line in await shop.cart.get()] == [1]  # the sign-in is finished
        clock.passed += 1000
        sandbox.control.fault("listCustomerOrders", "html_502", count=5)
        assert isinstance(await other.checkout.resume(unknown.attempt_id), Unknown)


async def test_a_token_that_became_someone_elses_is_no_emptied_cart(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    checkout = await bundle(shop)
    sandbox.control.fault(ORDER, "reset", when="before")
    outcome = await checkout.place()
    assert isinstance(outcome, Unknown)
    # The service has forgotten the witness cart: it answers with a new, empty one under another token.
    store, key = shop._core.store, f"attempt/{sandbox.store_id}/{outcome.attempt_id}"
    record = json.loads(store.get(key).value)
    store.put(key, json.dumps(record | {"token": str(uuid4())}).encode())
    clock.passed += 1000
    assert isinstance(await shop.checkout.resume(outcome.attempt_id), Unknown)


@pytest.mark.parametrize(
    "body",
    [{}, {"items": None}, {"items": "x"}, {"items": [], "item_count": 1}, {"items": [{"id": 1, "type": "variant"}]}],
)
async def test_a_cart_that_cannot_be_read_is_no_emptied_cart(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, body: dict[str, Any]
) -> None:
    checkout = await bundle(shop)
    sandbox.control.fault(ORDER, "reset", when="before")
    sandbox.control.fault("getGuestCart", "status", status=200, body=body, count=None)
    assert isinstance(await checkout.place(), Unknown)
    clock.passed += 1000
    assert isinstance(await checkout.place(), Unknown)
    sandbox.control.clear_faults()
    assert isinstance(await checkout.place(), NotPlaced)


async def test_a_late_order_is_never_called_not_placed(sandbox: Sandbox, shop: AsyncStorefront, clock: Clock) -> None:
    checkout, before = await bundle(shop), orders(sandbox)
    late: list[httpx.Request] = []
    core = checkout._core
    exchange = core.shared.client.get().send

    async def lose(request: httpx.Request, **options: Any) -> httpx.Response:
        if request.method == "POST" and request.url.path.endswith("/public/checkout") and not late:
            late.append(request)
            raise httpx.ReadTimeout("slow", request=request)
        return await exchange(request, **options)

    core.shared.client.get().send = lose  # type: ignore[method-assign]
    outcome = await checkout.place()
    assert isinstance(outcome, Unknown)
    clock.passed += outcome.check_after / 2  # type: ignore[operator]
    assert isinstance(await checkout.place(), Unknown)
    await exchange(late[0])  # now the service gets to it
    outcome = await checkout.place()
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


async def test_the_attempt_is_written_down_before_it_is_sent_and_names_nobody(
    sandbox: Sandbox, clock: Clock, tmp_path: Any
) -> None:
    store = Spy()
    seen: list[list[bytes]] = []

    async def hook(request: httpx.Request) -> None:
        if request.method == "POST" and request.url.path.endswith("/public/checkout"):
            seen.append([value for key, value in store.written if key.startswith("attempt/")])

    async with httpx.AsyncClient(event_hooks={"request": [hook]}) as client:
        shop = AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client, store=store)
        outcome = await (await bundle(shop)).place()
    assert isinstance(outcome, Placed)
    (written,) = seen
    assert [OrderAttempt.from_bytes(value).phase for value in written] == ["preparing", "sending"]
    for _, value in store.written:
        for private in (b"budi", b"Budi", b"Rahasia", b"62812000"):
            assert private not in value
    last = [OrderAttempt.from_bytes(value) for key, value in store.written if key.startswith("attempt/")][-1]
    assert (last.phase, last.token) == ("placed", None)


async def test_without_a_journal_nothing_is_sent(sandbox: Sandbox, clock: Clock) -> None:
    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        for prefix in ("attempt/", "attempt-of/"):
            checkout, before = await bundle(shop), orders(sandbox)
            store.fail = lambda key, value, prefix=prefix: key.startswith(prefix)
            with pytest.raises(StoreError):
                await checkout.place()
            assert orders(sandbox) == before
            store.fail = lambda key, value: False


@pytest.mark.parametrize("told", [StoreError("no answer"), VersionConflict("attempt", 1, 2)])
@pytest.mark.parametrize("word", [b'"sending"', b'"id"'])
async def test_what_a_store_has_written_and_not_told_keeps_nobody_from_ordering(
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
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout, before = await bundle(shop, key="form-1"), orders(sandbox)
        store.silent = True
        if not isinstance(told, VersionConflict):
            with pytest.raises(StoreError) as caught:
                await checkout.place()
            assert caught.value.attempt_id is None
            assert await shop.checkout.find("form-1") is None
        assert isinstance(await checkout.place(), Placed)
        assert orders(sandbox) == before + 1
        assert not store.silent


async def test_an_outcome_is_told_even_if_it_cannot_be_journalled(sandbox: Sandbox, clock: Clock) -> None:
    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = await bundle(shop)
        store.fail = lambda key, value: b'"placed"' in value
        outcome = await checkout.place()
        assert isinstance(outcome, Placed)
        assert outcome.order is not None
        async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as other:
            assert await other.checkout.unfinished() == [outcome.attempt_id]
            store.fail = lambda key, value: False
            assert isinstance(await other.checkout.resume(outcome.attempt_id), Placed)
            assert await other.checkout.unfinished() == []


async def test_a_shop_remembers_only_so_many_ends_that_the_store_did_not_take(
    sandbox: Sandbox, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_journal, "_MOST_UNWRITTEN", 2)
    store, placed = Spy(), list[str]()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        store.fail = lambda key, value: b'"placed"' in value
        for number in range(3):
            outcome = await (await bundle(shop, key=f"form-{number}")).place()
            assert isinstance(outcome, Placed)
            placed.append(outcome.attempt_id)
        assert [noted.attempt.id for noted in shop._core.shared.unwritten.values()] == placed[1:]
        store.fail = lambda key, value: False
        # The one that was forgotten is found out again from its witnesses.
        again = await shop.checkout.resume(placed[0])
        assert isinstance(again, Placed)
        assert again.evidence == "cart"


async def test_an_order_is_remembered_where_its_attempt_is_written_by_others_all_the_time(
    sandbox: Sandbox, clock: Clock
) -> None:
    store = Spy()
    store.error = VersionConflict("attempt", 1, 2)
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = await cart(shop, key="form-1")
        store.fail = lambda key, value: b'"placed"' in value
        outcome = await checkout.place()
        store.fail = lambda key, value: False
        assert isinstance(outcome, Placed)
        found = await shop.checkout.find("form-1")
        assert isinstance(found, Placed)
        assert (found.evidence, found.secret_slug) == ("answer", outcome.secret_slug)


async def test_what_could_not_be_journalled_is_written_when_the_attempt_is_looked_at(
    sandbox: Sandbox, clock: Clock
) -> None:
    """A disk that was full for a moment leaves no cart that has to wait for a person."""
    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = await cart(shop, key="form-1")
        store.fail = lambda key, value: b'"placed"' in value
        outcome = await checkout.place()
        assert isinstance(outcome, Placed)
        found = await shop.checkout.find("form-1")  # the disk is still full
        assert isinstance(found, Placed)
        assert (found.evidence, found.secret_slug) == ("answer", outcome.secret_slug)
        store.fail = lambda key, value: False
        await shop.cart.add(bundle_price_option_id=BUNDLE)  # so that the cart tells nothing any more
        (record,) = await shop.checkout.history()
        assert (record.state, record.secret_slug) == ("placed", outcome.secret_slug)
        assert shop._core.shared.unwritten == {}
        assert isinstance(await (await cart(shop)).place(), Placed)
        # What others have written meanwhile is not written over by what is known less of.
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        store.fail = lambda key, value: b"not_placed" in value
        checkout = await bundle(shop)
        lost = await checkout.place()
        assert isinstance(lost, NotPlaced)
        store.fail = lambda key, value: False
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as other:
        assert (await other.checkout.unfinished()) == [lost.attempt_id]
        journal = OrderJournal(other._core)
        noted = await journal.load(lost.attempt_id)
        assert noted is not None
        await journal.write(attrs.evolve(noted.attempt, phase="placed", evidence="order", order_id="X"), noted.version)
        known = await OrderJournal(shop._core).load(lost.attempt_id)
        assert known is not None
        assert known.attempt.phase == "placed"


async def test_an_order_with_a_new_guest_token_is_told_even_if_the_store_fails(sandbox: Sandbox, clock: Clock) -> None:
    class Gone(MemoryStore):
        down = False

        def get(self, key: str) -> Any:
            if self.down:
                raise StoreError("the store is gone")
            return super().get(key)

    store = Gone()

    async def hook(response: httpx.Response) -> None:
        if response.request.method == "POST" and response.request.url.path.endswith("/public/checkout"):
            response.headers["x-scalev-guest-token"] = "a-new-token"
            store.down = True

    client = httpx.AsyncClient(event_hooks={"response": [hook]})
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    async with client, AsyncStorefront(*where, store=store, http_client=client) as shop:
        checkout = await bundle(shop)
        shop._core.guest._loaded = False  # as in a process that has not asked for the guest's cart yet
        outcome = await checkout.place()
        assert isinstance(outcome, Placed)
        assert outcome.order is not None


@pytest.mark.parametrize("failing", ['"doubted"', ""])
async def test_a_refusal_is_told_even_if_the_earlier_order_cannot_be_looked_for(
    sandbox: Sandbox, clock: Clock, failing: str
) -> None:
    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        lost = await (await bundle(shop)).place()
        assert isinstance(lost, NotPlaced)
        sandbox.control.fault(ORDER, "status", when="before", status=422)
        checkout = await bundle(shop)
        sent = len(sandbox.control.requests(ORDER))
        store.fail = lambda key, value: len(sandbox.control.requests(ORDER)) > sent and failing.encode() in value
        outcome = await checkout.place()
        assert isinstance(outcome, NotPlaced)
        assert outcome.reason == "refused"
        assert outcome.attempt_id != lost.attempt_id


@pytest.mark.parametrize("start", [bundle, cart])
async def test_a_purchase_with_a_name_is_looked_for_again_when_it_is_refused_after_a_lost_answer(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, start: Callable[..., Any]
) -> None:
    """A store that limits orders may refuse the second try because the first one made the order."""
    sandbox.control.fault(ORDER, "status", when="before", status=500)
    lost = await (await start(shop, key="form-1")).place()
    assert isinstance(lost, NotPlaced)
    sandbox.control.fault(ORDER, "status", when="before", status=422)
    outcome = await (await start(shop, key="form-1")).place()
    assert isinstance(outcome, Unknown)
    assert outcome.attempt_id == lost.attempt_id
    assert "refused" in outcome.reason
    assert isinstance(await shop.checkout.find("form-1"), Unknown)
    before = orders(sandbox)
    assert isinstance(await (await start(shop, key="form-1")).place(), Unknown)
    assert orders(sandbox) == before
    await shop.checkout.dismiss(outcome.attempt_id)
    assert isinstance(await (await start(shop, key="form-1")).place(), Placed)
    assert orders(sandbox) == before + 1


@pytest.mark.parametrize("between", ["unreachable", "own refusal", "died", "held up"])
@pytest.mark.parametrize("key", [None, "form-1"])
async def test_a_try_that_was_never_sent_hides_no_lost_answer(
    sandbox: Sandbox, clock: Clock, key: str | None, between: str
) -> None:
    """A refusal may be because of an order before that try."""

    class Crash(BaseException):
        pass

    unreachable = list[str]()

    async def hook(request: httpx.Request) -> None:
        if unreachable and request.method == "POST" and request.url.path.endswith("/public/checkout"):
            raise httpx.ConnectError("refused", request=request)

    store = Spy()
    async with httpx.AsyncClient(event_hooks={"request": [hook]}) as client:
        shop = AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, http_client=client, store=store)
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        lost = await (await bundle(shop, key=key)).place()
        assert isinstance(lost, NotPlaced)
        checkout = await bundle(shop, key=key)
        if between == "unreachable":
            unreachable.append("now")
            outcome = await checkout.place()
            assert isinstance(outcome, NotPlaced)
            assert outcome.reason == "never_sent"
            unreachable.clear()
        elif between == "own refusal":
            checkout._notes = 7
            with pytest.raises(InvalidInput):
                await checkout.place()
            if key is not None:
                known = await shop.checkout.find(key)
                assert isinstance(known, NotPlaced)
                assert known.reason == "not_found"
        elif between == "died":

            def dies(name: str, value: bytes) -> bool:
                if b'"sending"' in value:
                    raise Crash
                return False

            store.fail = dies
            with pytest.raises(Crash):
                await checkout.place()
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
        outcome = await (checkout if between == "held up" else await bundle(shop, key=key)).place()
    assert isinstance(outcome, Unknown)
    assert outcome.attempt_id == lost.attempt_id
    assert "refused" in outcome.reason


async def test_what_could_not_be_journalled_is_known_after_a_look_that_was_cut_short(
    sandbox: Sandbox, clock: Clock
) -> None:
    class Stopped(BaseException):
        pass

    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = await bundle(shop, key="form-1")
        store.fail = lambda name, value: b'"placed"' in value
        assert isinstance(await checkout.place(), Placed)

        def stops(name: str, value: bytes) -> bool:
            raise Stopped

        store.fail = stops
        with pytest.raises(Stopped):
            await shop.checkout.find("form-1")
        store.fail = lambda name, value: False
        found = await shop.checkout.find("form-1")
        assert isinstance(found, Placed)
        assert found.evidence == "answer"


@pytest.mark.parametrize("phase", ["preparing", "sending"])
async def test_what_was_told_of_a_purchase_is_known_while_it_is_tried_again(
    sandbox: Sandbox, clock: Clock, phase: str
) -> None:
    """Somebody who has its id asks while the next press writes it down, or after that one has died."""

    class Crash(BaseException):
        pass

    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        lost = await (await bundle(shop, key="form-1")).place()
        assert isinstance(lost, NotPlaced)
        checkout = await bundle(shop, key="form-1")

        def dies(key: str, value: bytes) -> bool:
            if key.startswith("attempt-of/") if phase == "preparing" else b'"sending"' in value:
                raise Crash
            return False

        store.fail = dies
        with pytest.raises(Crash):
            await checkout.place()
        store.fail = lambda key, value: False
        for known in (await shop.checkout.resume(lost.attempt_id), await shop.checkout.find("form-1")):
            assert isinstance(known, NotPlaced)
            assert known.reason == "not_found"
        (record,) = await shop.checkout.history()
        assert (record.state, record.reason) == ("not_placed", "not_found")
        assert await shop.checkout.unfinished() == []
        # And it is still one whose answer was lost: a refusal now may be because of it.
        sandbox.control.fault(ORDER, "status", when="before", status=422)
        assert isinstance(await (await bundle(shop, key="form-1")).place(), Unknown)
        await shop.checkout.dismiss(lost.attempt_id)
        assert isinstance(await (await bundle(shop, key="form-1")).place(), Placed)


@pytest.mark.parametrize("key", [None, "form-1"])
async def test_what_no_cart_takes_is_in_the_journal_as_refused(sandbox: Sandbox, clock: Clock, key: str | None) -> None:
    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        sandbox.control.fault("addGuestCartItem", "status", status=422, count=3)
        outcome = await (await bundle(shop, key=key)).place()
        assert isinstance(outcome, NotPlaced)
        resumed = await shop.checkout.resume(outcome.attempt_id)
        assert isinstance(resumed, NotPlaced)
        assert resumed.reason == "refused"
        (record,) = await shop.checkout.history()
        assert (record.attempt_id, record.reason) == (outcome.attempt_id, "refused")
        # Nor does a store that fails now change the outcome, nor a refusal what is known of an earlier try.
        store.fail = lambda key, value: b"not_placed" in value
        outcome = await (await bundle(shop, key=key and "form-2")).place()
        assert isinstance(outcome, NotPlaced)
        store.fail = lambda key, value: False
        sandbox.control.clear_faults()
        sandbox.control.fault(ORDER, "status", when="before", status=500)
        lost = await (await bundle(shop, key="form-3")).place()
        assert isinstance(lost, NotPlaced)
        sandbox.control.fault("addGuestCartItem", "status", status=422)
        assert isinstance(await (await bundle(shop, key="form-3")).place(), NotPlaced)
        known = await shop.checkout.resume(lost.attempt_id)
        assert isinstance(known, NotPlaced)
        assert known.reason == "not_found"


async def test_what_no_cart_takes_is_not_written_over_an_order_that_somebody_sends(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout, quick = await bundle(shop, key="form-1"), await cart(shop, key="form-1")
    sandbox.control.fault("addGuestCartItem", "status", status=422)
    prepare = OrderJournal.prepare

    async def meanwhile(journal: Any, attempt: Any, links: Any) -> Any:
        monkeypatch.setattr(OrderJournal, "prepare", prepare)
        await prepare(journal, attrs.evolve(attempt, id="0" * 32, phase="sending"), links)
        return await prepare(journal, attempt, links)

    monkeypatch.setattr(OrderJournal, "prepare", meanwhile)
    assert isinstance(await checkout.place(), Unknown)
    assert isinstance(await quick.place(), Unknown)


async def test_an_order_is_written_down_before_the_new_token_of_its_cart(sandbox: Sandbox, clock: Clock) -> None:
    class Crash(BaseException):
        pass

    class Dying(MemoryStore):
        dies = False

        def put(self, key: str, *args: Any, **options: Any) -> int:
            if self.dies and key.startswith("guest/"):
                raise Crash
            return super().put(key, *args, **options)

    store = Dying()

    async def hook(response: httpx.Response) -> None:
        if response.request.method == "POST" and response.request.url.path.endswith("/public/checkout"):
            response.headers["x-scalev-guest-token"] = "a-new-token"
            store.dies = True

    client = httpx.AsyncClient(event_hooks={"response": [hook]})
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    async with client, AsyncStorefront(*where, store=store, http_client=client) as shop:
        checkout = await cart(shop)
        with pytest.raises(Crash):
            await checkout.place()
        (record,) = await shop.checkout.history()
        assert (record.state, record.secret_slug) == ("placed", sandbox.control.orders()[-1]["secret_slug"])


@pytest.mark.parametrize("made", [True, False])
async def test_a_crash_while_sending_is_settled_by_the_next_process(
    sandbox: Sandbox, clock: Clock, tmp_path: Any, made: bool
) -> None:
    class Crash(BaseException):
        pass

    async with AsyncStorefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path / "s")
    ) as shop:
        checkout, before = await cart(shop), orders(sandbox)
        core = checkout._core
        exchange = core.shared.client.get().send

        async def crash(request: httpx.Request, **options: Any) -> httpx.Response:
            if request.url.path.endswith("/public/checkout"):
                if made:
                    await exchange(request)
                raise Crash
            return await exchange(request, **options)

        core.shared.client.get().send = crash  # type: ignore[method-assign]
        with pytest.raises(Crash):
            await checkout.place()
        core.shared.client.get().send = exchange  # type: ignore[method-assign]
        # The object itself, asked again, only looks.
        assert isinstance(await checkout.place(), Placed if made else Unknown)
    assert orders(sandbox) == before + made
    async with AsyncStorefront(
        sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path / "s")
    ) as shop:
        clock.passed += 1000
        for attempt_id in await shop.checkout.unfinished():
            assert isinstance(await shop.checkout.resume(attempt_id), NotPlaced)
        assert isinstance(await shop.checkout.resume(checkout.attempt_id), Placed if made else NotPlaced)
        assert orders(sandbox) == before + made


async def test_a_second_press_from_elsewhere_while_the_first_is_unknown(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    for start in (bundle, cart):
        first, second, before = await start(shop), await start(shop), orders(sandbox)
        sandbox.control.fault(ORDER, "reset", when="before")
        unknown = await first.place()
        assert isinstance(unknown, Unknown)
        same = await second.place()
        assert isinstance(same, Unknown)
        assert same.attempt_id == unknown.attempt_id
        assert orders(sandbox) == before
        for checkout in (first, second):
            with pytest.raises(CheckoutUnresolved, match="may exist"):
                checkout.again()
        clock.passed += 1000
        assert isinstance(await second.place(), NotPlaced)
        second = second.again()
        await second.quote()
        assert isinstance(await second.place(), Placed)
        assert orders(sandbox) == before + 1


async def unknown_of(sandbox: Sandbox, checkout: Any) -> Unknown:
    """The outcome when the order is made, its answer is lost, and whatever could tell is not to be read."""
    sandbox.control.fault(ORDER, "reset", when="after")
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    outcome = await checkout.place()
    sandbox.control.clear_faults()
    assert isinstance(outcome, Unknown)
    return outcome


async def test_the_history_tells_of_every_attempt_without_asking(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    assert await shop.checkout.history() == []
    unknown = await unknown_of(sandbox, await bundle(shop))
    asked = len(sandbox.control.requests())
    (attempt,) = await shop.checkout.history()
    assert (attempt.attempt_id, attempt.state, attempt.reason) == (unknown.attempt_id, "unsettled", None)
    assert len(sandbox.control.requests()) == asked
    placed = await shop.checkout.resume(unknown.attempt_id)
    assert isinstance(placed, Placed)
    (attempt,) = await shop.checkout.history(everyone=True)
    assert (attempt.state, attempt.evidence) == ("placed", placed.evidence)


async def test_an_unknown_order_stands_in_the_way_of_any_other_of_the_same_guest(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    before = orders(sandbox)
    first = await bundle(shop)
    unknown = await unknown_of(sandbox, first)

    corrected = await bundle(shop)
    corrected.set_notes("cepat ya")
    corrected.set_buyer(name="Budi", email="BUDI.rahasia@example.com", phone="628120001112")
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    with pytest.raises(CheckoutUnresolved) as caught:
        await corrected.place()
    assert caught.value.attempt_id == unknown.attempt_id
    assert caught.value.state == "unsettled"
    sandbox.control.clear_faults()
    assert orders(sandbox) == before + 1
    with pytest.raises(CheckoutUnresolved, match="turns out to be placed") as caught:
        await corrected.place()
    assert caught.value.attempt_id == unknown.attempt_id
    assert caught.value.state == "placed"
    assert orders(sandbox) == before + 1
    assert isinstance(await shop.checkout.resume(unknown.attempt_id), Placed)
    assert isinstance(await corrected.place(), Placed)  # now that it is known, it is another order


@pytest.mark.parametrize(
    ("label", "email", "in_the_way"),
    [("default", "sari@example.com", False), ("counter-3", "sari@example.com", True)],
)
async def test_a_guest_is_told_by_the_e_mail_or_by_the_shops_label(
    sandbox: Sandbox, clock: Clock, label: str, email: str, in_the_way: bool
) -> None:
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, customer=label) as shop:
        await unknown_of(sandbox, await bundle(shop))
        other, before = await bundle(shop), orders(sandbox)
        other.set_buyer(name="Sari", email=email)
        if in_the_way:
            with pytest.raises(CheckoutUnresolved):
                await other.place()
        else:
            assert isinstance(await other.place(), Placed)
    assert orders(sandbox) == before + (not in_the_way)


async def test_the_journal_keeps_an_attempt_for_7_days(sandbox: Sandbox, shop: AsyncStorefront, clock: Clock) -> None:
    placed = await (await bundle(shop, key="form-1")).place()
    clock.passed = 7 * 86_400 - 60
    assert isinstance(await shop.checkout.find("form-1"), Placed)
    assert isinstance(await shop.checkout.resume(placed.attempt_id), Placed)
    clock.passed += 120
    assert await shop.checkout.find("form-1") is None
    with pytest.raises(InvalidInput):
        await shop.checkout.resume(placed.attempt_id)
    assert await shop.checkout.history() == []


async def test_an_unknown_order_of_a_cart_stands_in_the_way_of_items_that_clear_it(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    before = orders(sandbox)
    first = await cart(shop)
    sandbox.control.fault(ORDER, "reset", when="before")
    unknown = await first.place()
    assert isinstance(unknown, Unknown)
    other = await shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], clear_cart=True, digital=True)
    other.set_buyer(name="Lain", email="lain@example.com")
    other.pay_with("bank_transfer")
    await other.quote()
    with pytest.raises(CheckoutUnresolved):
        await other.place()
    assert orders(sandbox) == before


@pytest.mark.parametrize("change", ["clear", "remove", "set_quantity", "login"])
async def test_a_cart_that_the_shop_itself_emptied_proves_no_order(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, change: str
) -> None:
    first, before = await cart(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "reset", when="before")
    unknown = await first.place()
    assert isinstance(unknown, Unknown)
    if change == "clear":
        await shop.cart.clear()
    elif change == "remove":
        await shop.cart.remove((await shop.cart.get()).lines[0])
    elif change == "set_quantity":
        await shop.cart.set_quantity(0, bundle_price_option_id=BUNDLE)
    else:
        email = f"{uuid4().hex}@example.com"
        sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
        await shop.auth.login(email, PASSWORD)
    clock.passed += 1000
    outcome = await shop.checkout.resume(unknown.attempt_id)
    assert isinstance(outcome, Unknown)
    assert outcome.check_after is None
    assert orders(sandbox) == before
    if change == "login":
        mine = await shop.checkout.start(digital=True)
        mine.pay_with("bank_transfer")
        await mine.quote()
        with pytest.raises(CheckoutUnresolved):  # it is the guest's order, perhaps
            await mine.place()
        await shop.checkout.dismiss(unknown.attempt_id)
        assert isinstance(await mine.place(), Placed)


@pytest.mark.parametrize("change", ["clear", "remove", "set_quantity"])
async def test_a_customers_cart_that_the_shop_itself_emptied_proves_no_order(
    sandbox: Sandbox, customer: AsyncStorefront, clock: Clock, change: str
) -> None:
    first, before = await cart(customer), orders(sandbox)
    sandbox.control.fault("listCustomerOrders", "status", status=500, count=None)  # so that the cart alone can tell
    sandbox.control.fault("createCustomerCheckout", "reset", when="before")
    unknown = await first.place()
    assert isinstance(unknown, Unknown)
    if change == "clear":
        await customer.cart.clear()
    elif change == "remove":
        await customer.cart.customer.remove((await customer.cart.get()).lines[0])
    else:
        await customer.cart.set_quantity(0, bundle_price_option_id=BUNDLE)
    clock.passed += 1000
    outcome = await customer.checkout.resume(unknown.attempt_id)
    assert isinstance(outcome, Unknown)
    assert outcome.check_after is None
    assert orders(sandbox) == before


# --- what an error says about the attempt


async def another_of_the_guest(shop: AsyncStorefront) -> Any:
    """A checkout that is not the purchase of `bundle`, by the same guest."""
    checkout = await bundle(shop)
    checkout.set_notes("cepat ya")
    return checkout


async def in_the_way(sandbox: Sandbox, shop: AsyncStorefront, store: Spy, first: Any) -> None:
    """An earlier order that is not settled."""
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    await (await another_of_the_guest(shop)).place()


async def in_the_way_and_placed(sandbox: Sandbox, shop: AsyncStorefront, store: Spy, first: Any) -> None:
    """An earlier order that turns out to be placed."""
    await (await another_of_the_guest(shop)).place()


async def begun_anew(sandbox: Sandbox, shop: AsyncStorefront, store: Spy, first: Any) -> None:
    """The same choices once more, though the order may exist."""
    first.again()


async def looked_for_without_a_store(sandbox: Sandbox, shop: AsyncStorefront, store: Spy, first: Any) -> None:
    """A second press while the journal cannot be read."""
    store.down = True
    await first.place()


async def looked_for_by_another_process(sandbox: Sandbox, shop: AsyncStorefront, store: Spy, first: Any) -> None:
    """The same in another request, which has the checkout as a text."""
    again = shop.checkout.load(first.dump())
    store.down = True
    await again.place()


async def forgotten(sandbox: Sandbox, shop: AsyncStorefront, store: Spy, first: Any) -> None:
    """A second press when the journal holds the attempt no more."""
    store.delete(f"attempt/{sandbox.store_id}/{first.attempt_id}")
    await first.place()


async def other_items(sandbox: Sandbox, shop: AsyncStorefront, store: Spy, first: Any) -> None:
    """Its name, used for something else."""
    other = await bundle(shop, key="form-1")
    other.set_items([Item(bundle_price_option_id=BUNDLE, quantity=2)])
    await other.quote()
    await other.place()


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
async def test_an_error_about_what_may_have_been_sent_names_its_attempt(
    sandbox: Sandbox, clock: Clock, happens: Callable[..., Any], error: type[Exception]
) -> None:
    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        key = {"key": "form-1"} if happens is other_items else {}
        first = await bundle(shop, **key)
        unknown = await unknown_of(sandbox, first)
        with pytest.raises(error) as caught:
            await happens(sandbox, shop, store, first)
        assert caught.value.attempt_id == unknown.attempt_id == first.attempt_id  # type: ignore[attr-defined]


async def incomplete(shop: AsyncStorefront, store: Spy) -> Any:
    return await shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], digital=True)


async def stale(shop: AsyncStorefront, store: Spy) -> Any:
    checkout = await cart(shop)
    await shop.cart.clear()
    await shop.cart.add(variant_id=GOODS)
    return checkout


async def not_written(shop: AsyncStorefront, store: Spy) -> Any:
    checkout = await bundle(shop)
    store.fail = lambda key, value: key.startswith("attempt/")
    return checkout


async def out_of_turn(shop: AsyncStorefront, store: Spy) -> Any:
    checkout = await bundle(shop)
    store.taken = True
    return checkout


async def refused_here(shop: AsyncStorefront, store: Spy) -> Any:
    checkout = await bundle(shop)
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
async def test_an_error_before_anything_was_sent_names_no_attempt(
    sandbox: Sandbox, clock: Clock, prepared: Callable[..., Any], error: type[Exception]
) -> None:
    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout = await prepared(shop, store)
        with pytest.raises(error) as caught:
            await checkout.place()
        assert caught.value.attempt_id is checkout.attempt_id is None  # type: ignore[attr-defined]
        assert await shop.checkout.history() == []


async def test_what_is_chosen_while_an_order_is_being_placed_is_not_in_it(
    sandbox: Sandbox, shop: AsyncStorefront, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = await shop.checkout.start([Item(variant_id=GOODS)])
    choose(checkout)
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.ship_with((await checkout.shipping_options())[0])
    quote = await checkout.quote()
    witness = placing.own_cart

    async def meddled(*args: Any) -> Any:
        checkout.deliver_to(location_id=9089, postal_code="10520", address="Jl. Lain No. 1")
        checkout.set_items([Item(variant_id=OTHER)])
        checkout.pay_with("qris")
        return await witness(*args)

    monkeypatch.setattr(placing, "own_cart", meddled)
    outcome = await checkout.place()
    assert isinstance(outcome, Placed)
    assert outcome.price_change is None
    made = sandbox.control.orders()[-1]
    assert float(made["gross_revenue"]) == float(quote.total.known())
    assert made["payment_method"] == "bank_transfer"


async def test_the_answer_is_not_lost_to_someone_who_looked_meanwhile(
    sandbox: Sandbox, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path)) as shop,
        AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=FileStore(tmp_path)) as other,
    ):
        checkout = await bundle(shop)
        end = OrderJournal.end

        async def meanwhile(journal: Any, noted: Any, done: Any) -> Any:
            monkeypatch.undo()
            assert isinstance(await other.checkout.resume(noted.attempt.id), Placed)
            return await end(journal, noted, done)

        monkeypatch.setattr(OrderJournal, "end", meanwhile)
        outcome = await checkout.place()
        assert isinstance(outcome, Placed)
        again = await other.checkout.resume(outcome.attempt_id)
        assert isinstance(again, Placed)
        assert again.secret_slug == outcome.secret_slug is not None
        assert again.order is not None


@pytest.mark.parametrize("change", ["clear", "remove", "set_quantity"])
async def test_nor_does_a_customers_cart_that_the_shop_itself_emptied(
    sandbox: Sandbox, customer: AsyncStorefront, clock: Clock, change: str
) -> None:
    first, before = await cart(customer), orders(sandbox)
    sandbox.control.fault("listCustomerOrders", "status", status=500, count=None)
    sandbox.control.fault("createCustomerCheckout", "reset", when="before")
    unknown = await first.place()
    assert isinstance(unknown, Unknown)
    if change == "clear":
        await customer.cart.clear()
    elif change == "remove":
        await customer.cart.remove((await customer.cart.get()).lines[0])
    else:
        await customer.cart.set_quantity(0, bundle_price_option_id=BUNDLE)
    clock.passed += 1000
    assert isinstance(await customer.checkout.resume(unknown.attempt_id), Unknown)
    assert orders(sandbox) == before


async def test_what_was_concluded_by_looking_is_judged_again_if_the_journal_has_changed_meanwhile(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    checkout = await cart(shop)
    sandbox.control.fault(ORDER, "reset", when="before")
    unknown = await checkout.place()
    assert isinstance(unknown, Unknown)
    journal = OrderJournal(shop._core)
    seen = await journal.load(unknown.attempt_id)
    assert seen is not None
    await shop.cart.clear()  # it is noted that the cart tells nothing any more
    emptied = attrs.evolve(seen.attempt, phase="placed", evidence="cart")
    assert await journal.end(seen, emptied) is None
    assert await journal.end(seen, seen.attempt.not_placed("not_found")) is None
    await shop.checkout.dismiss(unknown.attempt_id)
    told = await journal.end(seen, emptied)
    assert told is not None
    assert (told.phase, told.reason) == ("not_placed", "dismissed")


async def test_a_change_of_a_cart_that_cannot_be_spelled_out_is_noticed(wire: Any, reply: Any) -> None:
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
    async with wire.shop() as shop:
        await shop.cart.get()
        checkout = choose(await shop.checkout.start())
        checkout.deliver_to(location_id=1, postal_code="1", address="Jl. Contoh")
        assert await checkout.shipping_options() == []
        quote = await checkout.quote()
        assert quote.content == (("membership", 1, 1), ("variant", 5, 1))
        pieces[0] = 9
        with pytest.raises(StaleQuote):
            await checkout.place()
        assert not [request for request in wire.requests if request.url.path.endswith("public/checkout")]
        await shop.cart.get()
        with pytest.raises(CheckoutIncomplete, match="has changed"):
            await checkout.quote()


@pytest.mark.parametrize("late", [True, False])
async def test_an_order_that_was_there_before_the_quote_is_not_told_for_another_one(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, late: bool
) -> None:
    before, early = orders(sandbox), await bundle(shop)
    sandbox.control.fault(ORDER, "reset", when="after")
    sandbox.control.fault("getGuestCart", "status", status=503, count=5)
    unknown = await (await bundle(shop)).place()
    assert isinstance(unknown, Unknown)
    sandbox.control.clear_faults()
    if not late:  # the same press, as far as can be told
        told = await early.place()
        assert isinstance(told, Placed)
        assert told.attempt_id == unknown.attempt_id
        return
    clock.passed += 80_000
    again = await bundle(shop)
    with pytest.raises(CheckoutUnresolved) as caught:
        await again.place()
    assert (caught.value.state, caught.value.attempt_id) == ("placed", unknown.attempt_id)
    assert isinstance(await again.place(), Placed)
    assert orders(sandbox) == before + 2


@pytest.mark.parametrize("tries", [2, 3])
async def test_a_key_tells_of_each_try_whose_answer_was_lost(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, tries: int
) -> None:
    """Also of the first one, whose answer comes when a person has long dismissed it."""
    journal, before, ids = OrderJournal(shop._core), orders(sandbox), list[str]()
    for _ in range(tries):
        sandbox.control.fault(ORDER, "reset", when="before" if ids else "after")
        sandbox.control.fault("getGuestCart", "status", status=503, count=5)
        outcome = await (await bundle(shop, key="form-3")).place()
        assert isinstance(outcome, Unknown)
        sandbox.control.clear_faults()
        await shop.checkout.dismiss(outcome.attempt_id)
        ids.append(outcome.attempt_id)
    assert len(set(ids)) == tries
    first = await journal.load(ids[0])
    assert first is not None
    await journal.end(first, first.attempt.placed("answer", sandbox.control.orders()[-1]))
    for told in (await shop.checkout.find("form-3"), await (await bundle(shop, key="form-3")).place()):
        assert isinstance(told, Placed)
        assert told.attempt_id == ids[0]
    assert orders(sandbox) == before + 1


async def test_who_knows_less_of_an_order_takes_what_the_journal_knows(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    outcome = await (await cart(shop)).place()
    assert isinstance(outcome, Placed)
    journal = OrderJournal(shop._core)
    known = await journal.load(outcome.attempt_id)
    assert known is not None
    less = attrs.evolve(known.attempt, secret_slug=None, order_id=None, evidence="cart")
    assert await journal.end(known._replace(version=0), less) == known.attempt
    assert await journal.load(outcome.attempt_id) == known


async def test_the_answer_to_the_request_goes_before_an_order_that_was_found_to_fit(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    outcome = await (await cart(shop)).place()
    assert isinstance(outcome, Placed)
    journal = OrderJournal(shop._core)
    known = await journal.load(outcome.attempt_id)
    assert known is not None
    matched = attrs.evolve(known.attempt, secret_slug="another", order_id="OTHER", evidence="order")
    late = known._replace(version=0)
    await journal.write(matched, known.version)
    assert await journal.end(late, known.attempt) == known.attempt
    # What an answer that was cut off does not say, whoever found the order has said.
    await journal.write(attrs.evolve(known.attempt, evidence="order"), (await journal.load(outcome.attempt_id)).version)  # type: ignore[union-attr]
    cut_off = attrs.evolve(known.attempt, order_id=None)
    assert await journal.end(late, cut_off) == known.attempt
    # And what it says of another order is not put together with what that one says.
    await journal.write(matched, (await journal.load(outcome.attempt_id)).version)  # type: ignore[union-attr]
    assert await journal.end(late, cut_off) == cut_off


async def test_an_attempt_that_somebody_sends_by_now_is_not_taken_back(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    outcome = await (await cart(shop)).place()
    journal = OrderJournal(shop._core)
    known = await journal.load(outcome.attempt_id or "")
    assert known is not None
    prepared = await journal.prepare(attrs.evolve(known.attempt, id="another"), {})
    sending = await journal.write(attrs.evolve(prepared.attempt, phase="sending"), prepared.version)
    await journal.take_back(prepared)
    assert await journal.load("another") == sending
    await journal.take_back(sending)
    assert await journal.load("another") is None


async def test_a_purchase_is_found_again_by_its_key(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    assert await shop.checkout.find("form-1") is None
    first, before = await cart(shop, key="form-1"), orders(sandbox)
    placed = await first.place()
    assert isinstance(placed, Placed)
    found = await shop.checkout.find("form-1")
    assert isinstance(found, Placed)
    assert found.order_id == placed.order_id
    reloaded = await (await shop.checkout.start(key="form-1")).place()
    assert isinstance(reloaded, Placed)
    assert reloaded.order_id == placed.order_id
    assert orders(sandbox) == before + 1
    other = await bundle(shop, key="form-1")
    other.set_items([Item(bundle_price_option_id=BUNDLE, quantity=2)])
    await other.quote()
    with pytest.raises(InvalidInput, match="other items"):
        await other.place()
    assert orders(sandbox) == before + 1


async def test_unfinished_attempts_are_those_of_the_shops_shopper(
    sandbox: Sandbox, tmp_path: Any, clock: Clock
) -> None:
    store = FileStore(tmp_path)
    shops = [
        AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store, customer=name)
        for name in ("sari", "budi")
    ]
    sandbox.control.fault(ORDER, "reset", when="before")
    unknown = await (await cart(shops[0])).place()
    assert isinstance(unknown, Unknown)
    assert await shops[0].checkout.unfinished() == [unknown.attempt_id]
    assert await shops[1].checkout.unfinished() == []
    assert await shops[1].checkout.unfinished(everyone=True) == [unknown.attempt_id]
    clock.passed += 1000
    assert isinstance(await shops[0].checkout.resume(unknown.attempt_id), NotPlaced)
    assert await shops[0].checkout.unfinished() == []
    for shop in shops:
        await shop.aclose()


async def test_when_nothing_can_be_seen_the_next_look_is_not_at_once(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    unknown = await unknown_of(sandbox, await bundle(shop))
    clock.passed += 1000
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    outcome = await shop.checkout.resume(unknown.attempt_id)
    assert isinstance(outcome, Unknown)
    assert outcome.check_after == 30


async def test_a_second_press_finds_the_first_ones_order(sandbox: Sandbox, shop: AsyncStorefront, clock: Clock) -> None:
    first, second, before = await bundle(shop), await bundle(shop), orders(sandbox)
    sandbox.control.fault(ORDER, "reset", when="after")
    sandbox.control.fault("getGuestCart", "html_502", count=5)
    assert isinstance(await first.place(), Unknown)
    outcome = await second.place()
    assert isinstance(outcome, Placed)
    assert outcome.attempt_id == first.attempt_id
    assert orders(sandbox) == before + 1


async def test_the_cart_is_ordered_once_by_two_checkouts(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    first, second, other = await cart(shop), await cart(shop), await cart(shop)
    before = orders(sandbox)
    outcome, same = await first.place(), await second.place()
    assert isinstance(outcome, Placed)
    assert isinstance(same, Placed)
    assert same.order_id == outcome.order_id
    # A purchase that is another one finds an empty cart.
    other.set_notes("another")
    with pytest.raises(CheckoutIncomplete):
        await other.place()
    assert orders(sandbox) == before + 1


async def test_one_key_is_one_order(sandbox: Sandbox, shop: AsyncStorefront, clock: Clock) -> None:
    key, before = uuid4().hex, orders(sandbox)
    first, second = await bundle(shop, key=key), await bundle(shop, key=key)
    one, two = await first.place(), await second.place()
    assert isinstance(one, Placed)
    assert isinstance(two, Placed)
    assert one.order_id == two.order_id
    other = await (await bundle(shop, key=uuid4().hex)).place()
    assert isinstance(other, Placed)
    assert other.order_id != one.order_id
    assert orders(sandbox) == before + 2
    # A refusal does not use a key up.
    refused = await bundle(shop, key="again")
    sandbox.control.fault(ORDER, "text_429")
    assert isinstance(await refused.place(), NotPlaced)
    again = refused.again()
    await again.quote()
    assert isinstance(await again.place(), Placed)
    for bad in ("", "x" * 256, 7):
        with pytest.raises(InvalidInput):
            await shop.checkout.start(key=bad)  # type: ignore[arg-type]


async def test_what_became_of_an_earlier_try_is_not_told_of_a_checkout_that_is_incomplete(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    sandbox.control.fault(ORDER, "status", when="before", status=422)
    assert isinstance(await (await bundle(shop, key="form-1")).place(), NotPlaced)
    reloaded = await shop.checkout.start([Item(bundle_price_option_id=BUNDLE)], key="form-1")
    with pytest.raises(CheckoutIncomplete) as caught:
        await reloaded.place()
    assert caught.value.attempt_id is None


async def test_a_key_is_one_of_a_shops_label(sandbox: Sandbox) -> None:
    store, before = MemoryStore(), orders(sandbox)
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    for label in ("sari", "budi"):
        async with AsyncStorefront(*where, store=store, customer=label) as shop:
            assert await shop.checkout.find("form-1") is None
            assert isinstance(await (await bundle(shop, key="form-1")).place(), Placed)
    assert orders(sandbox) == before + 2


async def test_two_equal_purchases_are_two_orders(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    before = orders(sandbox)
    for _ in range(2):
        assert isinstance(await (await bundle(shop)).place(), Placed)
    assert orders(sandbox) == before + 2


async def test_our_own_refusal_can_be_put_right(sandbox: Sandbox, shop: AsyncStorefront, clock: Clock) -> None:
    checkout, before = await bundle(shop), orders(sandbox)
    checkout._notes = 7  # something that only the check before sending sees
    with pytest.raises(InvalidInput):
        await checkout.place()
    assert checkout.attempt_id is None
    assert await shop.checkout.unfinished() == []
    checkout.set_notes("7")
    assert isinstance(await checkout.place(), Placed)
    assert orders(sandbox) == before + 1


async def test_failures_of_the_preparation_send_nothing(sandbox: Sandbox, shop: AsyncStorefront, clock: Clock) -> None:
    before = orders(sandbox)
    for start, operation in ((bundle, "addGuestCartItem"), (cart, "getGuestCart")):
        for kind in ("reset", "html_502", "truncated_json", "empty_200"):
            checkout = await start(shop)
            sandbox.control.fault(operation, kind, count=4)
            with pytest.raises((ConnectionFailed, DecodeError, ServerError)):
                await checkout.place()
            sandbox.control.clear_faults()
            assert checkout.attempt_id is None
            assert orders(sandbox) == before
    assert isinstance(await checkout.place(), Placed)


async def test_an_unreadable_journal_is_an_error_not_a_new_order(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    checkout, before = await bundle(shop, key="unreadable"), orders(sandbox)
    outcome = await checkout.place()
    key = f"attempt/{sandbox.store_id}/{outcome.attempt_id}"
    whole = json.loads(shop._core.store.get(key).value)  # type: ignore[union-attr]
    odd = [json.dumps(whole | damage).encode() for damage in ({"until": "soon"}, {"phase": "x"}, {"id": "other"})]
    for value in (b"{}", b"nonsense", b'{"v": 2}', *odd):
        shop._core.store.put(key, value)
        with pytest.raises(StoreError):
            await (await bundle(shop, key="unreadable")).place()
        with pytest.raises(StoreError):
            await shop.checkout.resume(outcome.attempt_id)
        with pytest.raises(StoreError):
            await shop.checkout.dismiss(outcome.attempt_id)
        assert await shop.checkout.unfinished() == []
        assert await shop.checkout.history() == []
        assert await shop.checkout.announced({"order_id": "x"}) is None
    assert orders(sandbox) == before + 1


async def test_a_policy_must_make_sense() -> None:
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


async def test_a_quote_of_a_cart_that_was_emptied_elsewhere_is_stale(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    checkout = await cart(shop)
    await shop.cart.set_quantity(2, bundle_price_option_id=BUNDLE)
    with pytest.raises(StaleQuote):
        await checkout.place()


@pytest.mark.parametrize("settled", [True, False])
async def test_a_process_that_was_held_up_asks_for_leave_again(
    sandbox: Sandbox, clock: Clock, monkeypatch: pytest.MonkeyPatch, settled: bool
) -> None:
    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout, before = await bundle(shop), orders(sandbox)

        def hold_up(key: str, value: bytes) -> bool:
            if key.startswith("attempt-of/") and clock.passed < 1000:
                clock.passed += 1000  # asleep, between writing the attempt down and sending it
                if settled:  # meanwhile, elsewhere
                    (name,) = store.keys("attempt/")
                    record = json.loads(store.get(name).value)  # type: ignore[union-attr]
                    MemoryStore.put(store, name, json.dumps(record | {"phase": "not_placed"}).encode())
            return False

        store.fail = hold_up
        assert isinstance(await checkout.place(), Placed)  # looked at the witnesses again, and asked for its turn again
        assert orders(sandbox) == before + 1


@pytest.mark.parametrize("seconds", [3, 1000])
async def test_an_order_is_not_sent_long_after_the_journal_says_that_it_is(
    sandbox: Sandbox, clock: Clock, seconds: int
) -> None:
    """Else others would count it as over while it is still under way."""
    store = Spy()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        checkout, before = await bundle(shop), orders(sandbox)
        seen: list[bytes] = []

        def hold_up(key: str, value: bytes) -> bool:
            if b'"sending"' in value:
                seen.append(value)
                clock.passed += seconds if len(seen) == 1 else 0
            return False

        store.fail = hold_up
        assert isinstance(await checkout.place(), Placed)
        assert len(seen) == (1 if seconds == 3 else 2)
        assert orders(sandbox) == before + 1
        assert len(await shop.checkout.history()) == 1


async def test_an_order_is_of_the_customer_whose_turn_it_has(sandbox: Sandbox, customer: AsyncStorefront) -> None:
    """Whoever has signed in while the turn was waited for has another one."""
    checkout, email = await bundle(customer), f"{uuid4().hex}@example.com"
    sandbox.control.add_customer(email, PASSWORD, name="Orang Lain")
    session, asked = customer._core.session, list[str]()
    account = session.account

    async def another_signs_in() -> str:
        asked.append(await account())
        if len(asked) == 1:
            await customer.auth.login(email, PASSWORD, keep_cart=False)
        return asked[-1]

    session.account = another_signs_in  # type: ignore[method-assign]
    assert isinstance(await checkout.place(), Placed)
    turn = customer_turn(await customer._core.session.account())
    assert customer._core.store.keys("attempt-of/") == [f"attempt-of/{sandbox.store_id}/{turn.whose}"]


async def test_an_attempt_has_its_id_while_it_is_being_sent(sandbox: Sandbox) -> None:
    """What another thread or task asks of a checkout meanwhile: its order may exist."""
    told, before = list[Any](), orders(sandbox)

    def look(event: Any) -> None:
        if (event.operation_id, event.phase) == (ORDER, "end"):
            told.append((checkout.attempt_id, checkout.dump()))
            with pytest.raises(CheckoutUnresolved) as caught:
                checkout.again()
            told.append(caught.value.attempt_id)

    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, hooks=[look]) as shop:
        checkout = await bundle(shop)
        outcome = await checkout.place()
        assert isinstance(outcome, Placed)
        (known, kept), refused = told
        assert known == refused == outcome.attempt_id
        same = await shop.checkout.load(kept).place()
        assert same.attempt_id == outcome.attempt_id
    assert orders(sandbox) == before + 1


async def test_presses_that_send_nothing_are_not_kept(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    checkout = await cart(shop)
    await shop.cart.set_quantity(2, bundle_price_option_id=BUNDLE)
    presses = list[weakref.ref[Any]]()
    for _ in range(3):
        with pytest.raises(StaleQuote):
            await checkout.place()
        presses.append(weakref.ref(checkout._press))
    gc.collect()
    assert [press() for press in presses] == [None, None, checkout._press]


async def test_an_order_ends_the_capture_that_it_took_along(sandbox: Sandbox) -> None:
    def swap(event: Any) -> None:
        if (event.operation_id, event.phase) == (ORDER, "end"):
            checkout.set_intent(other)

    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, hooks=[swap]) as shop:
        intent, other = await shop.intents.start("form-1", "ok"), await shop.intents.start("form-2", "ok")
        checkout = await bundle(shop)
        checkout.set_intent(intent)
        assert isinstance(await checkout.place(), Placed)
        assert intent.token is None
        assert other.token is not None


async def test_a_refused_order_keeps_its_id_where_an_earlier_one_is_dismissed_meanwhile(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.control.fault(ORDER, "status", when="before", status=500, body={"error": "x"})
    lost = await (await bundle(shop)).place()
    assert isinstance(lost, NotPlaced)
    assert lost.reason == "not_found"
    looking = Settling._look

    async def look(settling: Settling, attempt: OrderAttempt) -> Any:
        await shop.checkout.dismiss(attempt.id)
        return await looking(settling, attempt)

    monkeypatch.setattr(Settling, "_look", look)
    sandbox.control.fault(ORDER, "status", when="before", status=422)
    checkout = await bundle(shop)
    outcome = await checkout.place()
    assert isinstance(outcome, NotPlaced)
    assert outcome.reason == "refused"
    assert checkout.attempt_id == outcome.attempt_id != lost.attempt_id
    assert (await shop.checkout.load(checkout.dump()).place()).reason == "refused"


async def test_a_store_that_is_slow_is_not_told_as_another_checkout(
    shop: AsyncStorefront, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = await cart(shop)

    async def slow() -> None:
        raise Timeout("the store did not answer in time: nothing was sent", effect="nothing_left")

    monkeypatch.setattr(shop._core.guest, "_entry", slow)
    with pytest.raises(Timeout, match="the store"):
        await checkout.place()
    assert checkout.attempt_id is None


async def test_a_guests_order_that_may_exist_is_in_the_way_after_the_customers_own(sandbox: Sandbox) -> None:
    """What the guest had ordered is carried over, while an order of the customer is not settled either."""
    email, store = f"{uuid4().hex}@example.com", MemoryStore()
    sandbox.control.add_customer(email, PASSWORD, name="Sari Dewi")
    made = [
        AsyncStorefront(
            sandbox.store_id,
            sandbox.api_key,
            sandbox.base_url,
            store=store,
            customer=label,
            checkout_policy=CheckoutPolicy(settle_reads=(0.0,)),
        )
        for label in ("phone", "tablet")
    ]
    async with made[0] as phone, made[1] as tablet:
        await phone.auth.login(email, PASSWORD, keep_cart=False)
        sandbox.control.fault("createCustomerCheckout", "reset", when="before")
        own = await (await cart(phone)).place()
        sandbox.control.fault(ORDER, "reset", when="before")
        guests = await (await cart(tablet)).place()
        assert isinstance(own, Unknown)
        assert isinstance(guests, Unknown)
        await tablet.auth.login(email, PASSWORD)
        checkout = choose(await tablet.checkout.start(digital=True))
        await checkout.quote()
        for unsettled in (own, guests):
            with pytest.raises(CheckoutUnresolved) as caught:
                await checkout.place()
            assert caught.value.attempt_id == unsettled.attempt_id
            await tablet.checkout.dismiss(unsettled.attempt_id)
        assert isinstance(await checkout.place(), Placed)


async def test_every_order_that_may_exist_is_looked_for_again_when_the_same_is_refused(
    sandbox: Sandbox, shop: AsyncStorefront, clock: Clock
) -> None:
    async def pressed(quantity: int) -> Any:
        items = [Item(bundle_price_option_id=BUNDLE, quantity=quantity)]
        checkout = choose(await shop.checkout.start(items, digital=True))
        await checkout.quote()
        return await checkout.place()

    lost = list[str]()
    for quantity in (1, 2):
        sandbox.control.fault(ORDER, "status", when="before", status=500, body={"error": "x"})
        outcome = await pressed(quantity)
        assert isinstance(outcome, NotPlaced)
        lost.append(outcome.attempt_id)
    for quantity, found in ((3, None), (2, lost[1]), (1, lost[0])):
        sandbox.control.fault(ORDER, "status", when="before", status=422)
        outcome = await pressed(quantity)
        assert (outcome.attempt_id if isinstance(outcome, Unknown) else None) == found
        if found is not None:
            await shop.checkout.dismiss(found)
    # Those before one that made an order are not kept any longer.
    for _ in range(2):
        assert isinstance(await pressed(1), Placed)
    core = shop._core
    journal = OrderJournal(core)
    ids, _ = await journal.pointed(turns_of(core, None, None, "budi.rahasia@example.com", None)[0])
    assert len(ids) == 2
    assert not {*ids} & {*lost}

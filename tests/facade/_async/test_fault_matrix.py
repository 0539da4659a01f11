"""Every operation the facade calls under every fault and every drift of the sandbox.

The outcome is a typed error with the right status and operation, or the right answer; the store of the sandbox is then
as it was before, or as one undisturbed call leaves it, and nothing else. Cart and session work on after every cell.
The sandbox's state and the shopper's store are put back before each cell and its clock stands still, so that what an
undisturbed call answers and leaves behind can be compared to the last digit.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any, NamedTuple, TypeVar, get_args

import httpx
import pytest
from lengths import in_this_half
from nexus_sandbox import Sandbox
from nexus_sandbox.drift import DriftKind
from nexus_sandbox.faults import FaultKind
from nexus_storefront import (
    AsyncStorefront,
    CheckoutIncomplete,
    CheckoutPolicy,
    ConnectionFailed,
    DecodeError,
    DiscountCheck,
    Item,
    MemoryStore,
    NotPlaced,
    Page,
    Placed,
    RateLimited,
    Retry,
    ServerError,
    SessionLost,
    StaleQuote,
    StatusError,
    StorefrontError,
    Timeout,
    Timeouts,
    Unknown,
)
from nexus_storefront.answer_fields import Listed
from nexus_storefront.auth._async import session
from nexus_storefront.checkout._async import settling
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.errors import NotEntitled, OtpRejected, ResetLinkRejected
from nexus_storefront.events._async import events
from nexus_storefront.events.settings import EventSettings
from nexus_storefront.transport.judge import BY_STATUS
from usage_table import OPERATIONS

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(120)]

GOODS, OTHER, DIGITAL, BUNDLE = 494535, 494536, 494601, 31925
SARI, BUDI, PASSWORD = "sari@example.com", "budi@example.com", "kata-sandi-contoh"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CALM = Timeouts(connect=10, read=20, write=10, pool=10, total=40)


def hasty(times: int) -> Timeouts:
    """Too little for a slow fault that is made as many `times` slower."""
    return Timeouts(connect=2, read=0.03 * times, write=2, pool=2, total=0.08 * times)


class Fault(NamedTuple):
    """What goes wrong, once or for as long as the call lasts."""

    kind: str
    when: str = "before"
    how: Mapping[str, Any] = MappingProxyType({})
    count: int | None = 1

    @property
    def slow(self) -> bool:
        return self.kind in ("latency", "slow_body")

    @property
    def lies(self) -> bool:
        """The answer says the contrary of what was done: a refusal of what took effect, a success of what did not."""
        return (self.kind, self.when) in (("text_429", "after"), ("empty_200", "before"))


AT_ONCE = {"retry_after": "0"}
FAULTS = (
    *(Fault("status", how={"status": status}) for status in (302, 400, 401, 403, 404, 409, 422)),
    *(Fault("status", when, {"status": 500}) for when in ("before", "after")),
    Fault("status", how={"status": 503, "retry_after": "soon"}),
    Fault("status", "after", {"status": 504, "retry_after": "-1"}),
    *(Fault("text_429", when, AT_ONCE) for when in ("before", "after")),
    Fault("text_429", how={"retry_after": "Fri, 31 Dec 9999 23:59:60 GMT"}),
    Fault("text_429", how={"retry_after": "9" * 400}),
    *(Fault(kind, when) for kind in ("html_502", "status_520", "reset", "empty_200") for when in ("before", "after")),
    *(Fault(kind, "after") for kind in ("cut_body", "truncated_json", "wrong_content_type")),
    Fault("latency", "after", {"seconds": 0.06}),
    Fault("slow_body", "after", {"seconds": 0.12}),
    Fault("status", how={"status": 401}, count=None),
    Fault("html_502", count=None),
    Fault("reset", "after", count=None),
)
DRIFTS: tuple[str, ...] = get_args(DriftKind)
T = TypeVar("T")

SEEDED = ("meta", "categories", "items", "bundle_lines", "locations")
NOISE = ("counters", "sqlite_sequence", "storage_requests", "tokens", "families")
"""What a second try may use up, or a renewed session leave behind, without any effect on the shopper."""
VOLATILE = {"orders": ("reads", "updated"), "intents": ("session",)}

State = dict[str, list[tuple[Any, ...]]]


class Stage:
    """A sandbox and shoppers of it, put back to the same moment as often as wanted."""

    def __init__(self, sandbox: Sandbox, folder: Path) -> None:
        self.sandbox = sandbox
        self.control = sandbox.control
        self.db = sandbox.state.store
        self.folder = folder
        self.client: Any = None
        self.hosts: set[str | None] = set()
        """Where requests went."""
        self.known = SimpleNamespace()
        self.stores: dict[str, dict[str, bytes]] = {}
        self.rows: State = {}
        self.tables: list[str] = []

    def connect(self) -> httpx.AsyncClient:
        """A client that would follow redirects, and notes where it goes."""

        async def note(request: httpx.Request) -> None:
            self.hosts.add(request.url.host)

        return httpx.AsyncClient(verify=False, follow_redirects=True, event_hooks={"request": [note]})

    def shop(self, store: MemoryStore, timeouts: Timeouts = CALM) -> AsyncStorefront:
        shop = AsyncStorefront(
            self.sandbox.store_id,
            self.sandbox.api_key,
            self.sandbox.base_url,
            store=store,
            http_client=self.client,
            timeout=timeouts,
            retry=Retry(attempts=3, base=0.001),
            events=EventSettings(outbox=self.folder / "outbox.sqlite3"),
        )
        shop.checkout.policy = CheckoutPolicy(settle_reads=(0.0, 0.0))
        return shop

    async def set_up(self) -> None:
        """A guest with a cart, and a customer with a cart, orders, addresses, a subscription and a course."""
        known, guest, customer = self.known, MemoryStore(), MemoryStore()
        shop = self.shop(guest)
        await shop.cart.add(variant_id=GOODS)
        await shop.cart.add(bundle_price_option_id=BUNDLE)
        await shop.auth.request_password_reset(BUDI)
        known.reset_link = self.control.reset_link(BUDI)
        self.stores["guest"] = kept(guest)
        shop = self.shop(customer)
        await shop.auth.login(SARI, PASSWORD)
        await shop.cart.customer.add(variant_id=OTHER, quantity=2)
        cart = await shop.cart.customer.add(bundle_price_option_id=BUNDLE)
        known.customer_line = cart.lines[0].id
        await shop.cart.guest.add(variant_id=GOODS)
        cart = await shop.cart.guest.add(bundle_price_option_id=BUNDLE)
        known.guest_line = cart.lines[0].id
        known.token = shop._core.guest.value
        known.access = await shop._core.session.access_token()
        known.slug = (await (await digital(shop, customer=False)).place()).secret_slug
        known.qris = (await (await digital(shop, method="qris", customer=False)).place()).secret_slug
        await (await digital(shop, customer=True)).place()
        known.order = (await shop.orders.mine().all())[0].id
        known.address = (await shop.account.addresses().all())[0].id
        known.subscription = (await shop.subscriptions.all(status="active").all())[0].id
        known.item = (await shop.subscriptions.get(known.subscription)).subscription_items[0].id
        known.course = (await shop.catalog.product(await course_slug(shop))).variants[0].uuid
        section = (await shop.courses.get(known.course)).course_sections[0]
        known.section, known.content = section.uuid, section.course_contents[0].uuid
        await shop.intents.start("form-1", "human", fields={"customer_name": "Sari"})
        known.prefill = self.control.intents()[0]["prefill_token"]
        self.stores["customer"] = kept(customer)
        self.db.run("ATTACH ':memory:' AS first")
        with self.db.transaction():
            found = [row["name"] for row in self.db.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
            self.tables = [name for name in found if name not in SEEDED]
            for table in self.tables:
                self.db.run(f"CREATE TABLE first.kept_{table} AS SELECT * FROM main.{table}")
        self.rows = self.read(self.tables)

    def read(self, tables: Iterable[str]) -> State:
        with self.db.transaction():
            return {table: [tuple(row) for row in self.db.all(f"SELECT * FROM main.{table}")] for table in tables}

    def restore(self, scene: str) -> MemoryStore:
        """Everything as it was at the beginning; the store of the scene's shopper."""
        self.control.clear_faults()
        self.control.clear_drift()
        self.control.clear_requests()
        with self.db.transaction():
            for table in self.tables:
                self.db.run(f"DELETE FROM main.{table}")
                self.db.run(f"INSERT INTO main.{table} SELECT * FROM first.kept_{table}")
        store = MemoryStore()
        for key, value in self.stores[scene].items():
            store.put(key, value)
        return store

    def state(self) -> State:
        """What the shopper would call the state of the shop."""
        state = self.read([table for table in self.tables if table not in NOISE and table not in VOLATILE])
        with self.db.transaction():
            for table, skipped in VOLATILE.items():
                state[table] = [_without(row, skipped) for row in self.db.all(f"SELECT * FROM main.{table}")]
        return state

    def orders(self) -> int:
        """How many orders have been made since the beginning."""
        with self.db.transaction():
            return len(self.db.all("SELECT id FROM main.orders")) - len(self.rows["orders"])

    def finish(self) -> None:
        """Wait until the sandbox is done with everything that was sent, also with what nobody waits for any more."""
        deadline = time.monotonic() + 30
        while any(seen["status"] is None and seen["fault"] != "reset" for seen in self.control.requests()):
            assert time.monotonic() < deadline, "the sandbox does not come to an end"
            time.sleep(0.003)


def _without(row: Any, skipped: Sequence[str]) -> tuple[Any, ...]:
    """A row and its document without these members."""
    cells = {name: row[name] for name in row.keys() if name not in skipped}  # noqa: SIM118
    document = json.loads(cells["doc"])
    cells["doc"] = json.dumps({name: part for name, part in document.items() if name not in skipped})
    return tuple(cells.values())


def kept(store: MemoryStore) -> dict[str, bytes]:
    return {key: store.get(key).value for key in store.keys("") if not key.startswith("rate/")}


async def course_slug(shop: AsyncStorefront) -> str:
    return next(item.slug for item in await shop.catalog.items().all() if item.item_type == "course")


async def digital(shop: AsyncStorefront, *, method: str = "bank_transfer", cart: bool = False, **options: Any) -> Any:
    """A quoted checkout of a digital bundle, or of the cart."""
    return await quoted(await chosen(shop, method=method, cart=cart, **options))


async def chosen(shop: AsyncStorefront, *, method: str = "bank_transfer", cart: bool = False, **options: Any) -> Any:
    items = None if cart else [Item(bundle_price_option_id=BUNDLE)]
    started = await shop.checkout.start(items, digital=not cart, **options)
    if not started.customer:
        started.set_buyer(name="Dewi", email="dewi@example.com", phone="6281234567890")
    if cart:
        started.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh 3")
    started.pay_with(method)
    return started


async def quoted(started: Any) -> Any:
    if started.needs_shipping:
        started.ship_with((await started.shipping_options())[0])
    await started.quote()
    return started


# --- what is called


@dataclasses.dataclass
class Run:
    """One call of a case: undisturbed, or with a fault."""

    stage: Stage
    shop: AsyncStorefront
    ready: Any = None
    answer: Any = None
    error: StorefrontError | None = None
    before: State = dataclasses.field(default_factory=dict)
    after: State = dataclasses.field(default_factory=dict)
    wire: list[httpx.Response] = dataclasses.field(default_factory=list)

    @property
    def known(self) -> Any:
        return self.stage.known

    def calm(self) -> AsyncStorefront:
        """The same shop, with time."""
        return self.shop.with_options(timeout=CALM)


Step = Callable[[Run], Awaitable[Any]]


class Case(NamedTuple):
    call: Step
    """The facade's call; its answer."""
    prepare: Step | None = None
    """What has to be there before; handed to the call as `ready`."""
    judge: Callable[..., Awaitable[None]] | None = None
    """Instead of the general rules."""
    scene: str = "customer"
    signed_in: bool = True
    """Whether somebody is, after an undisturbed call."""


async def plain_quote(run: Run) -> Any:
    quote = await run.ready.quote()
    assert run.ready.quoted is quote
    return quote.breakdown, quote.content


async def last_seen(run: Run) -> Any:
    turns = iter([False] * 2)
    seen = [order async for order in run.shop.orders.watch(run.known.slug, every=0.002, stop=lambda: next(turns, True))]
    return seen[-1]


async def log_out(run: Run) -> Any:
    done = await run.shop.auth.logout()
    if done.error is not None:
        raise done.error
    return done.revoked


async def start_intent(run: Run) -> Any:
    intent = await run.shop.intents.start("form-2", "human", fields={"customer_name": "Dewi"})
    if intent.error is not None:
        assert intent.token is None
        raise intent.error
    return intent.id, intent.token


async def save_intent(run: Run) -> Any:
    await run.ready.save(fields={"customer_name": "Dewi Lestari"})
    done = await run.ready.flush(wait=20)
    if run.ready.error is not None:
        raise run.ready.error
    return done


def an_event(provider: str) -> Step:
    page = {"event_source_url": "https://toko.example/"}
    bodies: dict[str, Any] = {
        "meta": {**page, "user_data": {"em": "a@example.com"}, "events": [{"event_name": "Lead", "event_id": "e1"}]},
        "tiktok": {**page, "user": {"email": "a@example.com"}, "events": [{"event": "Lead", "event_id": "e1"}]},
        "snackvideo": {**page, "click_id": "kwai", "events": [{"event_name": "contentView"}]},
    }

    async def post(run: Run) -> Any:
        return await run.shop.events.post(provider, bodies[provider], "Shopper/1")  # type: ignore[arg-type]

    return post


def resolving(line: dict[str, Any]) -> Step:
    async def resolve(run: Run) -> Any:
        return await run.shop.events.resolve([line])

    return resolve


def start(**options: Any) -> Step:
    async def prepare(run: Run) -> Any:
        return await chosen(run.shop, **options)

    return prepare


def start_quoted(**options: Any) -> Step:
    async def prepare(run: Run) -> Any:
        return await quoted(await chosen(run.calm(), **options))

    return prepare


def start_with_option(**options: Any) -> Step:
    async def prepare(run: Run) -> Any:
        started = await chosen(run.shop, **options)
        started.ship_with((await started.shipping_options())[0])
        return started

    return prepare


def lost(create: str, *witnesses: str, **options: Any) -> Step:
    """An order whose answer was lost, and of which nothing could be seen since."""

    async def prepare(run: Run) -> Any:
        ready = await digital(run.calm(), **options)
        control = run.stage.control
        control.fault(create, "reset", when="after")
        for witness in witnesses:
            # The look before the order is needed.
            control.fault(witness, "reset", skip=1, count=None)
        outcome = await ready.place()
        assert isinstance(outcome, Unknown)
        control.clear_faults()
        return outcome.attempt_id

    return prepare


async def placed_before(run: Run) -> Any:
    return (await (await digital(run.calm(), customer=False)).place()).attempt_id


async def cancelled(run: Run) -> None:
    await run.shop.subscriptions.cancel(run.known.subscription)


async def intent_started(run: Run) -> Any:
    return await run.shop.intents.start("form-1", "human")


async def otp_sent(run: Run) -> Any:
    await run.shop.auth.login(BUDI, PASSWORD)
    return run.stage.control.otp(BUDI)


async def access_refused(run: Run) -> None:
    """The access token is good no more; the refresh token is."""
    with run.stage.db.transaction():
        run.stage.db.run("UPDATE tokens SET state = 'blacklisted' WHERE kind = 'access'")


async def same_twice(run: Run) -> Any:
    return await run.shop.catalog.items(page_size=50).all()


# --- what must hold


def told(answer: object) -> object:
    """An answer as plain data, without what only repeats how it came."""
    if hasattr(answer, "to_dict"):
        return answer.to_dict()
    if isinstance(answer, Page):
        return [told(answer.items), answer.next_cursor, answer.previous_cursor]
    if isinstance(answer, DiscountCheck):
        return [answer.code, answer.is_eligible, answer.discount, told(answer.details)]
    if isinstance(answer, (list, tuple)) and type(answer) in (list, tuple, Listed):
        return [told(part) for part in answer]
    if isinstance(answer, dict):
        return {name: told(part) for name, part in answer.items()}
    return answer


def is_expected(error: StorefrontError, fault: Fault, operation_id: str) -> bool:
    """Whether an error is of the type, status and operation of the fault."""
    if error.operation_id != operation_id and not fault.slow:
        return False
    match fault.kind:
        case "status":
            status = fault.how["status"]
            general = BY_STATUS.get(status) or (ServerError if status >= 500 else StatusError)
            of_a_flow = (NotEntitled, OtpRejected, ResetLinkRejected)
            return error.status == status and isinstance(error, (general, *of_a_flow))
        case "text_429":
            return isinstance(error, RateLimited) and error.status == 429
        case "html_502" | "status_520":
            return isinstance(error, ServerError) and error.status == int(fault.kind[-3:])
        case "reset" | "cut_body":
            return isinstance(error, ConnectionFailed) and not isinstance(error, Timeout)
        case "latency" | "slow_body":
            return isinstance(error, Timeout)
        case "truncated_json" | "empty_200" | "wrong_content_type":
            return isinstance(error, DecodeError)
    raise AssertionError(fault)


async def general(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """A typed error that says what may have happened, or the right answer and its effect."""
    error = run.error
    if error is None:
        assert told(run.answer) == told(right.answer)
        assert run.after == right.after or fault.lies
        return
    assert is_expected(error, fault, operation_id) or fault.lies, repr(error)
    assert run.after in (right.before, right.after)
    if run.after != right.before and not fault.lies:
        assert error.may_have_taken_effect, repr(error)
    if right.after == right.before and fault.kind not in ("empty_200",):
        method = next((seen["method"] for seen in run.stage.control.requests(operation_id)), "GET")
        assert not error.may_have_taken_effect or method != "GET", repr(error)


async def same_credentials(run: Run) -> bool:
    """Whether the shop would send what it would have sent before, to a service that knows of it what it knew before:
    then there is no need to ask.
    """
    core, stage = run.shop._core, run.stage
    await core.guest.current()
    known = ("carts", "customers", "families", "tokens")
    now, kept_now = stage.read(known), kept(core.store)
    return (
        core.guest.value == stage.known.token
        and await core.session.access_token() == stage.known.access
        and all(now[table] == stage.rows[table] for table in known)
        and all(kept_now.get(key) == value for key, value in stage.stores["customer"].items())
    )


async def still_there(run: Run, signed_in: bool) -> None:
    """The guest's cart and the customer's session work after the call."""
    shop, stage = run.calm(), run.stage
    if signed_in and await same_credentials(run):
        return
    cart = await shop.cart.guest.get()
    assert not cart.replaced
    assert shop._core.guest.value == stage.known.token
    with stage.db.transaction():
        lines = stage.db.all(
            "SELECT type, ref, quantity FROM cart_items JOIN carts ON carts.id = cart_id WHERE token = ?"
            " ORDER BY cart_items.id",
            stage.known.token,
        )
    held = [(line.type, line.variant_id or line.bundle_price_option_id, line.quantity) for line in cart]
    assert held == [tuple(line) for line in lines]
    families = stage.control.token_families(SARI)
    assert all(family["spent_presented"] == 0 for family in families)
    if signed_in:
        assert (await shop.account.profile()).customer.email == SARI
        assert all(family["revoked"] is None for family in families)


async def judge_place(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """At most one order, reported as it is; pressing again never makes another one."""
    stage, ready, outcome = run.stage, run.ready, run.answer
    made = stage.orders()
    assert made <= 1
    lie = fault.lies and operation_id.startswith("create")
    if run.error is not None:
        assert made == 0
        assert is_expected(run.error, fault, operation_id), repr(run.error)
    elif isinstance(outcome, Placed):
        assert made == 1
        if outcome.order_id is not None:
            assert outcome.order_id == stage.control.orders()[-1]["order_id"]
    elif isinstance(outcome, NotPlaced):
        assert made == 0 or lie
        if outcome.reason == "refused":
            assert is_expected(outcome.error, fault, operation_id), repr(outcome.error)
    else:
        assert isinstance(outcome, Unknown)
    if isinstance(outcome, NotPlaced) and made:
        # A 429 after the order was made. That a refusal is one is what everything else rests on.
        assert fault.kind == "text_429"
        return
    # The network is fine again, and the service is done.
    ready._settling.policy = CheckoutPolicy(settle_reads=(0.0,), settle_after=0.0)
    final = await ready.place()
    if isinstance(outcome, (Placed, NotPlaced)):
        assert final is outcome
    if isinstance(final, NotPlaced):
        assert stage.orders() == 0
        final = await (await quoted(ready.again())).place()
    assert isinstance(final, Placed)
    assert stage.orders() == 1
    if ready.use_cart:
        assert len(await (run.calm().cart.customer if ready.customer else run.calm().cart.guest).get()) == 0


async def judge_resume(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """The order that was made is found, now or when the witnesses can be read again; it is never made again."""
    assert run.error is None
    assert isinstance(run.answer, (Placed, Unknown))
    assert run.stage.orders() == 1
    final = await run.calm().checkout.resume(run.ready)
    assert isinstance(final, Placed)
    assert final.evidence == right.answer.evidence
    assert run.stage.orders() == 1


async def judge_post(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """An event is reported as what became of it, and accepted at most once."""
    assert run.error is None
    kind, accepted = run.answer.kind, run.after == right.after
    assert accepted or run.after == right.before
    if kind == "delivered":
        assert accepted
    elif kind != "ambiguous":
        assert not accepted or fault.lies


async def judge_resolve(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """Ids that could not be looked up stay unknown, and are looked up the next time."""
    assert run.error is None
    assert run.after == right.after
    assert len(run.answer) in (0, 1)
    if operation_id != "listStorefrontItems" and fault.kind == "status" and fault.how["status"] == 404:
        return  # it is believed to be gone
    assert await CASES["events.resolve", operation_id].call(run) == []


async def judge_proof(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """The proof is with the order, or a second try brings it there."""
    if run.error is not None:
        assert is_expected(run.error, fault, operation_id) or fault.lies, repr(run.error)
    else:
        assert told(run.answer) == told(right.answer) or run.answer.transferproof_url
    run.shop = run.calm()
    order = await CASES["orders.send_proof", operation_id].call(run)
    with run.stage.db.transaction():
        (upload,) = run.stage.db.all(
            "SELECT content FROM uploads WHERE ? LIKE '%' || key", str(order.transferproof_url)
        )
    assert upload["content"] == PICTURE
    assert all(request["leaked"] == [] for request in run.stage.control.storage_requests())


def guest_lines(state: State) -> list[tuple[Any, ...]]:
    """What is in the carts of guests."""
    guests = {row[0] for row in state["carts"] if row[1] is not None}
    return [row[1:] for row in state["cart_items"] if row[1] in guests]


def customer_lines(state: State) -> dict[tuple[str, int], int]:
    """What is in the carts of customers, and how many of each."""
    customers = {row[0] for row in state["carts"] if row[2] is not None}
    return {(row[2], row[3]): row[4] for row in state["cart_items"] if row[1] in customers}


async def judge_login(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """Signed in or not, nothing of the guest's cart is lost or doubled, and a second try gets there."""
    stage, shop = run.stage, run.calm()
    if run.error is not None:
        assert is_expected(run.error, fault, operation_id) or fault.lies, repr(run.error)
        assert not (await shop.auth.state()).signed_in
        assert guest_lines(run.after) == guest_lines(right.before)
        assert len(await shop.cart.get()) == 2
        if operation_id == "verifyCustomerOtp":
            await shop.auth.login(BUDI, PASSWORD)
            await shop.auth.verify_otp(BUDI, stage.control.otp(BUDI))
        else:
            await shop.auth.login(SARI, PASSWORD)
    elif run.answer.cart.pending:
        assert (await shop.auth.finish_login()).complete
    else:
        assert run.answer.cart.complete
    cart = await shop.cart.get()
    assert cart.owner == "customer"
    wanted, merged = customer_lines(right.after), customer_lines(stage.state())
    if fault.kind == "status" and 400 <= fault.how["status"] < 500:
        # The service refused to merge: then no line has less than either cart had, and none has more than both.
        assert merged.keys() == wanted.keys()
        assert all(1 <= merged[line] <= wanted[line] for line in wanted)
    else:
        assert merged == wanted
    assert all(family["revoked"] is None for family in stage.control.token_families())


async def judge_refresh(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """The session lives on, unless the service says that it does not, or spent the token and its answer was lost."""
    stage, shop = run.stage, run.calm()
    (family,) = stage.control.token_families(SARI)
    # One more try after an answer that was lost, and no more. A status is an answer, and says that it was not done.
    assert family["spent_presented"] <= 1 or isinstance(run.error, StatusError)
    if run.error is None:
        assert told(run.answer) == told(right.answer)
    elif isinstance(run.error, SessionLost):
        refused = fault.kind == "status" and fault.how["status"] == 401
        # A token that was sent twice without an answer may be spent: it is not sent a third time.
        twice = run.error.reason == "answers_lost_twice" and fault.count is None
        assert refused or twice or family["refreshes"] == 1
        assert run.error.operation_id == operation_id
    else:
        assert is_expected(run.error, fault, operation_id), repr(run.error)
    if (await shop.auth.state()).signed_in:
        try:
            if fault.slow:
                with suppress(Timeout):  # of the hasty refresh, which may still be under way
                    await shop.account.profile()
            assert (await shop.account.profile()).customer.email == SARI
        except SessionLost:
            assert family["refreshes"] == 1
    if not (await shop.auth.state()).signed_in:
        await shop.auth.login(SARI, PASSWORD, keep_cart=False)
    assert (await shop.account.profile()).customer.email == SARI
    assert not (await shop.cart.guest.get()).replaced
    assert shop._core.guest.value == stage.known.token


async def judge_logout(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """Signed out here, whatever the service has heard of it; the guest's cart stays."""
    if run.error is not None:
        assert is_expected(run.error, fault, operation_id) or fault.lies, repr(run.error)
    assert run.after == right.after
    assert not (await run.calm().auth.state()).signed_in
    (family,) = run.stage.control.token_families(SARI)
    if run.error is None and not fault.lies:
        assert not family["tokens"].get("refresh_live")


async def judge_save(run: Run, right: Run, fault: Fault, operation_id: str) -> None:
    """What could not be saved stays noted, unless the service said that it does not want it."""
    await general(run, right, fault, operation_id)
    dropped = run.error is not None and run.error.status in (400, 401, 403, 404, 409, 422)
    if run.ready.token is not None and not dropped:
        assert await run.ready.flush(wait=20) or fault.lies
        saved = next(intent for intent in run.stage.control.intents() if intent["id"] == run.ready.id)
        assert saved["fields"]["customer_name"] == "Dewi Lestari" or fault.lies


WHERE = {"location_id": 9089, "postal_code": "10510"}
ADDRESS = {"name": "Rumah", "phone": "628111", "address": "Jl. Contoh 1", "location_id": 9089, "postal_code": "10510"}

CASES: dict[tuple[str, str], Case] = {
    ("catalog.count", "countStorefrontItems"): Case(lambda run: run.shop.catalog.count()),
    ("catalog.items", "listStorefrontItems"): Case(same_twice),
    ("catalog.product", "getStorefrontProduct"): Case(lambda run: run.shop.catalog.product("kopi-arabika-gayo")),
    ("catalog.bundle", "getStorefrontBundlePriceOption"): Case(lambda run: run.shop.catalog.bundle("paket-buku-seduh")),
    ("catalog.categories", "listStorefrontCategories"): Case(lambda run: run.shop.catalog.categories()),
    ("catalog.offers", "getStorefrontVariantPricing"): Case(lambda run: run.shop.catalog.offers([GOODS, OTHER])),
    ("catalog.availability", "getStorefrontVariantAvailability"): Case(
        lambda run: run.shop.catalog.availability(GOODS)
    ),
    ("locations.provinces", "listStorefrontLocationProvinces"): Case(lambda run: run.shop.locations.provinces()),
    ("locations.cities", "listStorefrontLocationCities"): Case(lambda run: run.shop.locations.cities(31)),
    ("locations.subdistricts", "listStorefrontLocationSubdistricts"): Case(
        lambda run: run.shop.locations.subdistricts(3171).page()
    ),
    ("locations.postal_codes", "listStorefrontLocationPostalCodes"): Case(
        lambda run: run.shop.locations.postal_codes(9089)
    ),
    ("locations.search", "searchStorefrontLocations"): Case(lambda run: run.shop.locations.search("cempaka").page()),
    ("cart.get", "getGuestCart"): Case(lambda run: run.shop.cart.guest.get()),
    ("cart.add", "addGuestCartItem"): Case(lambda run: run.shop.cart.guest.add(variant_id=OTHER, quantity=2)),
    ("cart.change", "updateGuestCartItem"): Case(lambda run: run.shop.cart.guest.change(run.known.guest_line, 3)),
    ("cart.remove", "removeGuestCartItem"): Case(lambda run: run.shop.cart.guest.remove(run.known.guest_line)),
    ("cart.get", "getCustomerCart"): Case(lambda run: run.shop.cart.get()),
    ("cart.add", "addCustomerCartItem"): Case(lambda run: run.shop.cart.add(variant_id=GOODS, quantity=2)),
    ("cart.change", "updateCustomerCartItem"): Case(lambda run: run.shop.cart.change(run.known.customer_line, 3)),
    ("cart.remove", "removeCustomerCartItem"): Case(lambda run: run.shop.cart.remove(run.known.customer_line)),
    ("orders.get", "getStorefrontPublicOrder"): Case(lambda run: run.shop.orders.get(run.known.slug)),
    ("orders.update", "updateStorefrontPublicOrder"): Case(
        lambda run: run.shop.orders.update(run.known.slug, notes="Titip di pos satpam")
    ),
    ("orders.mine", "listCustomerOrders"): Case(lambda run: run.shop.orders.mine().all()),
    ("orders.get_mine", "getCustomerOrder"): Case(lambda run: run.shop.orders.get_mine(run.known.order)),
    ("orders.create_payment", "createStorefrontPublicOrderPayment"): Case(
        lambda run: run.shop.orders.create_payment(run.known.slug)
    ),
    **{
        ("orders.instructions", operation_id): Case(
            lambda run: run.shop.orders.instructions(run.known.qris, every=0.05, within=2)
        )
        for operation_id in ("createStorefrontPublicOrderPayment", "getStorefrontPublicOrder")
    },
    ("orders.watch", "getStorefrontPublicOrder"): Case(last_seen),
    **{
        ("orders.send_proof", operation_id): Case(
            lambda run: run.shop.orders.send_proof(run.known.slug, PICTURE), judge=judge_proof
        )
        for operation_id in (
            "createStorefrontPublicOrderTransferProofUpload",
            "updateStorefrontPublicOrder",
            "getStorefrontPublicOrder",
        )
    },
    ("checkout.payment_methods", "listStorefrontPaymentMethods"): Case(lambda run: run.shop.checkout.payment_methods()),
    ("checkout.my_payment_methods", "listCheckoutPaymentMethods"): Case(
        lambda run: run.shop.checkout.my_payment_methods()
    ),
    ("checkout.my_addresses", "listCheckoutAddresses"): Case(lambda run: run.shop.checkout.my_addresses()),
    **{
        ("checkout.Checkout.shipping_options", operation_id): Case(
            lambda run: run.ready.shipping_options(), start(cart=True, customer=customer)
        )
        for customer, operation_ids in (
            (False, ("getGuestCart", "listPublicCheckoutShippingOptions")),
            (True, ("getCustomerCart", "listCheckoutShippingOptions")),
        )
        for operation_id in operation_ids
    },
    **{
        ("checkout.Checkout.quote", operation_id): Case(plain_quote, start_with_option(cart=True, customer=customer))
        for customer, operation_ids in (
            (False, ("getGuestCart", "getPublicCheckoutSummary")),
            (True, ("getCustomerCart", "getCheckoutSummary")),
        )
        for operation_id in operation_ids
    },
    ("checkout.Checkout.place", "getGuestCart"): Case(
        lambda run: run.ready.place(), start_quoted(cart=True, customer=False), judge_place
    ),
    ("checkout.Checkout.place", "addGuestCartItem"): Case(
        lambda run: run.ready.place(), start_quoted(customer=False), judge_place
    ),
    ("checkout.Checkout.place", "createPublicCheckout"): Case(
        lambda run: run.ready.place(), start_quoted(cart=True, customer=False), judge_place
    ),
    ("checkout.Checkout.place", "getCustomerCart"): Case(
        lambda run: run.ready.place(), start_quoted(cart=True, customer=True), judge_place
    ),
    ("checkout.Checkout.place", "listCustomerOrders"): Case(
        lambda run: run.ready.place(), start_quoted(customer=True), judge_place
    ),
    ("checkout.Checkout.place", "createCustomerCheckout"): Case(
        lambda run: run.ready.place(), start_quoted(cart=True, customer=True), judge_place
    ),
    ("checkout.resume", "getGuestCart"): Case(
        lambda run: run.shop.checkout.resume(run.ready),
        lost("createPublicCheckout", "getGuestCart", cart=True, customer=False),
        judge_resume,
    ),
    ("checkout.resume", "getCustomerCart"): Case(
        lambda run: run.shop.checkout.resume(run.ready),
        lost("createCustomerCheckout", "getCustomerCart", "listCustomerOrders", cart=True, customer=True),
        judge_resume,
    ),
    ("checkout.resume", "listCustomerOrders"): Case(
        lambda run: run.shop.checkout.resume(run.ready),
        lost("createCustomerCheckout", "listCustomerOrders", customer=True),
        judge_resume,
    ),
    ("checkout.resume", "getStorefrontPublicOrder"): Case(
        lambda run: run.shop.checkout.resume(run.ready), placed_before, judge_resume
    ),
    ("events.post", "sendStorefrontMetaConversionEvent"): Case(an_event("meta"), judge=judge_post),
    ("events.post", "sendStorefrontTiktokConversionEvent"): Case(an_event("tiktok"), judge=judge_post),
    ("events.post", "sendStorefrontSnackVideoConversionEvent"): Case(an_event("snackvideo"), judge=judge_post),
    ("events.resolve", "listStorefrontItems"): Case(
        resolving({"type": "variant", "variant_id": GOODS, "quantity": 1}), judge=judge_resolve
    ),
    ("events.resolve", "getStorefrontProduct"): Case(
        resolving({"type": "variant", "variant_id": GOODS, "quantity": 1, "product_slug": "kopi-arabika-gayo"}),
        judge=judge_resolve,
    ),
    ("events.resolve", "getStorefrontBundlePriceOption"): Case(
        resolving({"type": "bundle_price_option", "bundle_price_option_id": BUNDLE, "quantity": 1}),
        judge=judge_resolve,
    ),
    ("auth.login", "loginCustomer"): Case(
        lambda run: run.shop.auth.login(SARI, PASSWORD), judge=judge_login, scene="guest"
    ),
    ("auth.login", "mergeGuestCart"): Case(
        lambda run: run.shop.auth.login(SARI, PASSWORD), judge=judge_login, scene="guest"
    ),
    ("auth.verify_otp", "verifyCustomerOtp"): Case(
        lambda run: run.shop.auth.verify_otp(BUDI, run.ready), otp_sent, judge_login, scene="guest"
    ),
    ("auth.logout", "blacklistCustomerJwt"): Case(log_out, judge=judge_logout, signed_in=False),
    ("auth.request_password_reset", "startCustomerPasswordReset"): Case(
        lambda run: run.shop.auth.request_password_reset(BUDI)
    ),
    ("auth.save_password", "saveCustomerPassword"): Case(
        lambda run: run.shop.auth.save_password(
            run.shop.auth.token_from_reset_link(run.known.reset_link), "sandi-yang-baru", "sandi-yang-baru"
        )
    ),
    ("(every customer's route)", "refreshCustomerJwt"): Case(
        lambda run: run.shop.account.profile(), access_refused, judge_refresh, signed_in=False
    ),
    ("account.profile", "getCustomerMe"): Case(lambda run: run.shop.account.profile()),
    ("account.update", "updateCustomerMe"): Case(lambda run: run.shop.account.update(name="Sari Baru")),
    ("account.set_password", "setCustomerPassword"): Case(lambda run: run.shop.account.set_password("sandi-baru-123")),
    ("account.addresses", "listCustomerMeAddresses"): Case(lambda run: run.shop.account.addresses(page_size=1).all()),
    ("account.address", "getCustomerMeAddress"): Case(lambda run: run.shop.account.address(run.known.address)),
    ("account.add_address", "createCustomerMeAddress"): Case(lambda run: run.shop.account.add_address(**ADDRESS)),
    ("account.update_address", "updateCustomerMeAddress"): Case(
        lambda run: run.shop.account.update_address(run.known.address, notes="pagar hijau")
    ),
    ("account.remove_address", "deleteCustomerMeAddress"): Case(
        lambda run: run.shop.account.remove_address(run.known.address)
    ),
    ("subscriptions.all", "listCustomerSubscriptions"): Case(lambda run: run.shop.subscriptions.all(page_size=1).all()),
    ("subscriptions.get", "getCustomerSubscription"): Case(
        lambda run: run.shop.subscriptions.get(run.known.subscription)
    ),
    ("subscriptions.cancel", "cancelCustomerSubscription"): Case(
        lambda run: run.shop.subscriptions.cancel(run.known.subscription)
    ),
    ("subscriptions.resume", "resumeCustomerSubscription"): Case(
        lambda run: run.shop.subscriptions.resume(run.known.subscription), cancelled
    ),
    ("subscriptions.upgrade_options", "listSubscriptionUpgradeOptions"): Case(
        lambda run: run.shop.subscriptions.upgrade_options(run.known.item)
    ),
    ("subscriptions.upgrade", "upgradeSubscriptionItem"): Case(
        lambda run: run.shop.subscriptions.upgrade(run.known.item, 494713)
    ),
    ("subscriptions.downgrade_options", "listSubscriptionDowngradeOptions"): Case(
        lambda run: run.shop.subscriptions.downgrade_options(run.known.item)
    ),
    ("subscriptions.downgrade", "downgradeSubscriptionItem"): Case(
        lambda run: run.shop.subscriptions.downgrade(run.known.item, 494711)
    ),
    ("courses.get", "getCustomerVariantCourse"): Case(lambda run: run.shop.courses.get(run.known.course)),
    ("courses.section", "getCustomerCourseSection"): Case(lambda run: run.shop.courses.section(run.known.section)),
    ("courses.content", "getCustomerCourseContent"): Case(lambda run: run.shop.courses.content(run.known.content)),
    ("courses.set_progress", "updateCustomerCourseContentProgress"): Case(
        lambda run: run.shop.courses.set_progress(run.known.content, 65)
    ),
    ("discounts.check", "checkDiscountCode"): Case(
        lambda run: run.shop.discounts.check("HEMAT10", courier_service_id=11, **WHERE)
    ),
    ("intents.start", "createStorefrontCheckoutIntent"): Case(start_intent),
    ("intents.CheckoutIntent.save", "updateStorefrontCheckoutIntent"): Case(save_intent, intent_started, judge_save),
    ("intents.prefill", "getCheckoutIntentPrefill"): Case(lambda run: run.shop.intents.prefill(run.known.prefill)),
}


# --- the matrix


@pytest.fixture(scope="module")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with Sandbox() as sandbox:
        sandbox.control.stop_clock()
        sandbox.control.configure(payment_info_after_reads=0)
        yield Stage(sandbox, tmp_path_factory.mktemp("matrix"))


@pytest.fixture
async def stage(theatre: Stage, monkeypatch: pytest.MonkeyPatch) -> Any:
    async def nap(seconds: float) -> None:
        """Flows wait as if time were short."""

    monkeypatch.setattr(SYSTEM_CLOCK, "asleep", nap, raising=False)
    theatre.client = theatre.connect()
    if not theatre.rows:
        await theatre.set_up()
    yield theatre
    await theatre.client.aclose()


async def undisturbed(stage: Stage, case: Case) -> Run:
    return await disturbed(stage, case, CALM, lambda: None)


async def disturbed(stage: Stage, case: Case, timeouts: Timeouts, disturb: Callable[[], Any]) -> Run:
    """One call from the same beginning, with something going wrong."""
    run = Run(stage, stage.shop(stage.restore(case.scene)))
    if case.prepare is not None:
        run.ready = await case.prepare(run)
    if timeouts is not CALM:
        run.shop = run.shop.with_options(timeout=timeouts)
        if hasattr(run.ready, "_core"):
            run.ready._core = run.shop._core
    run.shop._core.shared.seen_cart = []  # a case reads what it needs: what came before it is not remembered
    run.before = stage.state()
    disturb()
    with run.shop.raw() as run.wire:
        try:
            run.answer = await case.call(run)
        except StorefrontError as error:
            run.error = error
    stage.finish()
    stage.control.clear_faults()
    stage.control.clear_drift()
    run.after = stage.state()
    return run


class Row(NamedTuple):
    method: str
    operation_id: str


ROWS = [Row(*key) for key in CASES]
ids = [f"{row.method}-{row.operation_id}" for row in ROWS]


def test_every_operation_and_every_kind_is_in_the_matrix() -> None:
    assert {row.operation_id for row in ROWS} == OPERATIONS
    assert {fault.kind for fault in FAULTS} == set(get_args(FaultKind))


def met_here(row: Any, cases: Sequence[T]) -> list[T]:
    """Every fault of every row is met by one half of the client, and at full length by both."""
    first = ROWS.index(row)
    return [case for number, case in enumerate(cases) if in_this_half(__name__, first + number)]


@pytest.mark.parametrize("row", ROWS, ids=ids)
async def test_faults(stage: Stage, row: Any) -> None:
    case = CASES[row.method, row.operation_id]
    right = await undisturbed(stage, case)
    assert right.error is None, repr(right.error)
    assert stage.control.requests(row.operation_id), "the case does not call its operation"
    for fault in met_here(row, FAULTS):
        # On a busy machine haste itself may end a flow before it gets to the fault: then less of it.
        for times in (1, 4, 16) if fault.slow else (1,):
            timeouts, how = CALM, fault.how
            planned: list[Any] = []
            with pytest.MonkeyPatch.context() as patch:
                if fault.slow:
                    timeouts, how = hasty(times), {"seconds": fault.how["seconds"] * times}
                    for module, name in (
                        (settling, "_LOOK"),
                        (events, "_TIMEOUTS"),
                        (session, "REFRESH_TIMEOUTS"),
                    ):
                        patch.setattr(module, name, timeouts)
                run = await disturbed(
                    stage,
                    case,
                    timeouts,
                    lambda planned=planned, fault=fault, how=how: planned.append(
                        stage.control.fault(row.operation_id, fault.kind, when=fault.when, count=fault.count, **how)
                    ),
                )
            if planned[0].hits:
                break
        try:
            assert planned[0].hits, "the fault was not met"
            assert stage.hosts == {"127.0.0.1"}
            await (case.judge or general)(run, right, fault, row.operation_id)
            if case.scene == "customer" and case.judge is not judge_refresh:
                await still_there(run, case.signed_in)
        except (AssertionError, StorefrontError) as error:
            raise AssertionError(f"{fault}: {error!r}; answer {run.answer!r}, error {run.error!r}") from error
        if fault.kind == "cut_body":
            # An answer without a body arrives whole, and its connection is closed a moment later.
            await stage.client.aclose()
            stage.client = stage.connect()


def without_news(value: object) -> object:
    """Plain data without the fields that a newer contract added."""
    if isinstance(value, dict):
        return {name: without_news(part) for name, part in value.items() if name != "sandbox_new_field"}
    return [without_news(part) for part in value] if isinstance(value, list) else value


def as_sent(answer: object) -> object:
    """The whole answer as the facade hands it on, where it does; None where it has only read some of it."""
    raw = getattr(answer, "raw", answer)
    return raw.to_dict() if hasattr(raw, "to_dict") else None


@pytest.mark.parametrize("row", ROWS, ids=ids)
async def test_drift(stage: Stage, row: Any) -> None:
    """An answer with additions is as good as one without, and nothing of it gets lost."""
    case = CASES[row.method, row.operation_id]
    right = await undisturbed(stage, case)
    for kinds in ({kind} for kind in met_here(row, DRIFTS)):
        run = await disturbed(stage, case, CALM, lambda kinds=kinds: stage.control.drift(row.operation_id, kinds))
        try:
            if case.judge is judge_place:
                assert run.error is None or isinstance(run.error, (CheckoutIncomplete, StaleQuote, DecodeError))
                assert stage.orders() == (1 if run.error is None else 0)
                assert run.error is not None or isinstance(run.answer, Placed)
            elif case.judge is judge_resume:
                assert run.error is None
                assert isinstance(run.answer, (Placed, Unknown) if "new_variants" in kinds else Placed)
                assert stage.orders() == 1
            elif (
                row.method.startswith("checkout.Checkout")
                and row.operation_id.endswith("Cart")
                and run.error is not None
            ):
                # What is bought must be known.
                assert kinds <= {"nulls", "new_variants"}
                assert isinstance(run.error, (CheckoutIncomplete, DecodeError))
                assert run.after == right.before
            elif row.method == "orders.send_proof" and "nulls" in kinds and run.error is not None:
                assert isinstance(run.error, DecodeError)  # an order that no longer shows its proof
                assert run.after == right.after
            else:
                assert run.error is None
                assert run.after == right.after
                if kinds == {"new_fields"}:
                    assert without_news(told(run.answer)) == without_news(told(right.answer))
                whole = as_sent(run.answer)
                if whole is not None:
                    sent = [answer for answer in run.wire if answer.content]
                    assert whole == json.loads(sent[-1].content)
            if case.scene == "customer":
                await still_there(run, case.signed_in)
        except (AssertionError, StorefrontError) as error:
            raise AssertionError(f"{kinds}: {error!r}; answer {run.answer!r}, error {run.error!r}") from error

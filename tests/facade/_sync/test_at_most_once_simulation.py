# Rendered from tests/facade/_async/test_at_most_once_simulation.py by scripts/unasync.py; edit that file.
"""Thousands of simulated checkouts (four fifths of them with the half that needs no event loop) with random faults,
late commits, crashes and second presses, against the sandbox in process, in simulated time.

What must hold: no purchase has two orders; what is reported placed has one, what is reported not placed has none;
orders made = orders reported placed + those among the reported unknown.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from lengths import SIMULATED_CHECKOUTS
from nexus_sandbox import Sandbox
from nexus_storefront import (
    Storefront,
    CheckoutIncomplete,
    CheckoutPolicy,
    CheckoutUnresolved,
    Item,
    MemoryStore,
    NotPlaced,
    Placed,
    StaleQuote,
    StorefrontError,
    Unknown,
)
from nexus_storefront.checkout._sync import checkout as module
from nexus_storefront.clock import SYSTEM_CLOCK
from scripted import Scripted

pytestmark = pytest.mark.anyio

EACH = 500  # what a sandbox keeps of them makes a longer batch slower for each
SHARE = 0.8 if "_sync" in module.__name__ else 0.2
BATCHES = max(1, round(SIMULATED_CHECKOUTS * SHARE / EACH))
PASSWORD = "kata-sandi-contoh"
BUNDLE, DIGITAL = 31925, 494601

UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
CUT = (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError, httpx.ReadTimeout, httpx.WriteTimeout)


class Crash(BaseException):
    """The process dies here."""


class World:
    """The sandbox behind a network and a gateway that do whatever the dice say, and a clock that jumps."""

    def __init__(self, seed: int, in_process: Callable[[Any], Callable[[httpx.Request], httpx.Response]]) -> None:
        self.dice = random.Random(seed)
        self.sandbox = Sandbox(seed=seed)
        self.real = in_process(self.sandbox.asgi())
        self.passed = 0.0
        self.calm = True
        self.late: list[tuple[float, httpx.Request]] = []
        self.happened: Counter[str] = Counter()

    def now(self) -> float:
        return time.time() + self.passed

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.deliver()
        path = request.url.path
        if self.calm or not path.endswith(("/checkout", "/cart", "/cart/items", "/orders")):
            return self.real(request)
        if request.method == "POST" and path.endswith("/checkout"):
            return self.order(request)
        if self.dice.random() < 0.1:
            self.happened["a look fails"] += 1
            return self.broken(request, self.dice.choice((httpx.ReadError, 500, 502, b"<html>", b'{"items": null}')))
        return self.real(request)

    def order(self, request: httpx.Request) -> httpx.Response:
        kind = self.dice.choices(
            ("fine", "unsent", "cut before", "cut after", "late", "own error", "gateway", "refused", "spoilt", "crash"),
            (55, 6, 7, 10, 10, 6, 7, 4, 8, 6),
        )[0]
        self.happened[kind] += 1
        after = self.dice.random() < 0.5
        match kind:
            case "unsent":
                raise self.dice.choice(UNSENT)("unsent", request=request)
            case "cut before":
                self.passed += self.dice.random() * 30
                raise self.dice.choice(CUT)("cut", request=request)
            case "cut after":
                self.real(request)
                self.passed += self.dice.random() * 30
                raise self.dice.choice(CUT)("cut", request=request)
            case "late":
                self.late.append((self.now() + 30 + self.dice.random() * 115, request))
                self.passed += 30
                if after:
                    return httpx.Response(504, text="<html>gateway timeout</html>")
                raise httpx.ReadTimeout("slow", request=request)
            case "own error":
                if after:
                    self.real(request)
                return httpx.Response(500, json={"error": "Internal Server Error"})
            case "gateway":
                if after:
                    self.real(request)
                status = self.dice.choice((502, 503, 504, 520, 408, 302))
                return httpx.Response(status, text="<html>")
            case "refused":
                return httpx.Response(self.dice.choice((429, 400, 403)), text="no")
            case "spoilt":
                if not after:
                    return httpx.Response(200, content=self.dice.choice((b"", b"<html>", b"{}", b"[]")))
                answer = self.real(request)
                if answer.status_code != 201:
                    return answer
                cut = self.dice.randrange(len(answer.content))
                spoilt = self.dice.choice(((201, answer.content[:cut]), (200, b""), (201, b""), (200, b"<html>")))
                return httpx.Response(spoilt[0], content=spoilt[1])
            case "crash":
                if after:
                    self.real(request)
                raise Crash
        return self.real(request)

    def broken(self, request: httpx.Request, how: Any) -> httpx.Response:
        if isinstance(how, int):
            return httpx.Response(how, json={"error": "broken"})
        if isinstance(how, bytes):
            return httpx.Response(200, content=how)
        raise how("broken", request=request)

    def deliver(self) -> None:
        """Let the requests that the service got to by now take effect."""
        for due, request in list(self.late):
            if due <= self.now():
                self.late.remove((due, request))
                self.real(request)

    def shop(self, store: MemoryStore) -> Storefront:
        transport = Scripted(self)
        shop = Storefront(
            self.sandbox.store_id, self.sandbox.api_key, "http://127.0.0.1", transport=transport, store=store
        )
        shop.checkout.policy = CheckoutPolicy(settle_reads=(0.0, 2.0, 8.0))
        return shop

    def orders(self) -> dict[str, list[str]]:
        """The ids of the orders that were made, by the purchase that they were marked with."""
        made: dict[str, list[str]] = {}
        with self.sandbox.state.store.transaction():
            for row in self.sandbox.state.store.all("SELECT order_id, doc FROM orders"):
                made.setdefault(json.loads(row["doc"])["notes"], []).append(row["order_id"])
        return made


class Purchase:
    """One shopper who wants one thing once, presses more than once, and reloads after a crash."""

    def __init__(self, world: World, tag: str, store: MemoryStore, mode: str) -> None:
        self.world = world
        self.tag = tag
        self.store = store
        self.mode = mode
        self.outcome: Any = None

    def start(
        self, shop: Storefront, key: str | None, *, fill: bool = True, phone: str | None = None
    ) -> Any:
        self.world.calm = True
        customer = self.mode.startswith("customer")
        items = None if self.mode.endswith("cart") else [Item(bundle_price_option_id=BUNDLE)]
        if fill and not self.mode.endswith("items"):
            if customer:
                shop.cart.customer.set_quantity(2, variant_id=DIGITAL)
            else:
                shop.cart.guest.set_quantity(2, variant_id=DIGITAL)
        checkout = shop.checkout.start(
            items, clear_cart=self.mode.endswith("both"), digital=True, customer=customer, key=key
        )
        if not customer:
            checkout.set_buyer(name="Budi", email="budi@example.com", phone=phone)
        checkout.pay_with("bank_transfer")
        checkout.set_notes(self.tag)
        checkout.quote()
        return checkout

    def run(self) -> str:
        """What was reported in the end: placed, not_placed, unknown, or nothing was sent."""
        dice, world = self.world.dice, self.world
        shop = world.shop(self.store)
        checkout = self.start(shop, self.tag)
        for _ in range(6):
            world.calm = False
            try:
                self.outcome = checkout.place()
            except CheckoutUnresolved as error:
                world.happened["in the way"] += 1
                self.outcome = shop.checkout.resume(str(error.attempt_id))
            except (CheckoutIncomplete, StaleQuote) as error:
                world.happened[type(error).__name__] += 1
            except StorefrontError:
                world.happened["not sent"] += 1
                continue
            except Crash:
                shop, attempts = world.shop(self.store), [checkout.attempt_id]
                world.passed += dice.choice((0, 10, 100, 300))
                known = shop.checkout.unfinished()
                assert known == attempts
                self.outcome = shop.checkout.resume(known[0])
                world.happened["resumed"] += 1
            if isinstance(self.outcome, Placed):
                if dice.random() < 0.3:
                    self.press_again(shop, checkout)
                break
            if isinstance(self.outcome, NotPlaced):
                if dice.random() < 0.2:
                    break
                checkout = self.start(shop, self.tag)
            elif isinstance(self.outcome, Unknown):
                if self.mode == "guest cart" and dice.random() < 0.05:
                    world.calm = True
                    shop.cart.guest.add(bundle_price_option_id=BUNDLE)
                    world.happened["changed by another tab"] += 1
                elif self.mode in ("guest cart", "guest both") and dice.random() < 0.1:
                    world.calm = True
                    shop.cart.guest.clear()
                    world.happened["emptied by another tab"] += 1
                if dice.random() < 0.25:
                    break
                world.passed += dice.random() * 150
                if dice.random() < 0.3:
                    checkout = self.elsewhere(shop, checkout)
        shop.close()
        return self.reported()

    def press_again(self, shop: Storefront, checkout: Any) -> None:
        again = checkout.place() if checkout.attempt_id else self.outcome
        assert isinstance(again, Placed)
        if checkout._key is None:
            return  # without a name, once more is another purchase
        other = checkout.again()
        try:
            self.world.calm = True
            other.quote()
            self.world.calm = False
            outcome = other.place()
            assert isinstance(outcome, (Placed, Unknown))
        except (CheckoutIncomplete, StaleQuote):
            self.world.happened["the cart is empty now"] += 1
        except (StorefrontError, Crash):
            self.world.happened["not sent"] += 1

    def elsewhere(self, shop: Storefront, checkout: Any) -> Any:
        """The same purchase from another tab: by its name or without, perhaps with the telephone number put right."""
        dice = self.world.dice
        key, phone = dice.choice((self.tag, None)), dice.choice((None, "628120001111"))
        try:
            return self.start(shop, key, fill=False, phone=phone)
        except CheckoutIncomplete:
            return checkout  # the cart is empty by now

    def reported(self) -> str:
        return {Placed: "placed", NotPlaced: "not_placed", Unknown: "unknown"}.get(type(self.outcome), "nothing")


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, in_process: Any) -> World:
    world = World(request.param, in_process)

    def nap(seconds: float) -> None:
        world.passed += seconds

    monkeypatch.setattr(SYSTEM_CLOCK, "sleep", nap, raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "time", world.now, raising=False)
    monkeypatch.setattr(SYSTEM_CLOCK, "monotonic", lambda: time.monotonic() + world.passed, raising=False)
    return world


@pytest.mark.parametrize("world", range(1, BATCHES + 1), indirect=True)
def test_no_purchase_is_ordered_twice_and_every_outcome_is_true(world: World) -> None:
    reports: dict[str, str] = {}
    outcomes: dict[str, Any] = {}
    modes = ("guest items", "guest cart", "guest both", "customer items", "customer cart", "customer both")
    customer: MemoryStore | None = None
    for number in range(EACH):
        mode = world.dice.choices(modes, (5, 5, 2, 1, 1, 1))[0]
        store = MemoryStore()
        if mode.startswith("customer"):
            if customer is None or world.dice.random() < 0.2:
                customer = MemoryStore()
                sign_in(world, customer, f"c{number}@example.com")
            store = customer
        tag = f"purchase-{number}"
        purchase = Purchase(world, tag, store, mode)
        reports[tag] = purchase.run()
        outcomes[tag] = purchase.outcome
        if mode.startswith("customer") and reports[tag] == "unknown":
            customer = None
    world.passed += 1000
    world.deliver()
    assert not world.late
    made = world.orders()
    assert {tag for tag, ids in made.items() if len(ids) > 1} == set()
    wrong = {tag: (report, len(made.get(tag, []))) for tag, report in reports.items() if not true(report, tag in made)}
    assert wrong == {}
    placed = [tag for tag, report in reports.items() if report == "placed"]
    existing = [tag for tag, report in reports.items() if report == "unknown" and tag in made]
    assert len(made) == len(placed) + len(existing)
    for tag in placed:
        assert outcomes[tag].order_id in (None, made[tag][0])
    # The dice have tried everything, and most purchases came to an end.
    counts = Counter(reports.values())
    assert counts["placed"] > EACH * 0.7
    assert min(counts["not_placed"], counts["unknown"], len(existing)) > 0
    kinds = ("unsent", "cut before", "cut after", "late", "own error", "gateway", "refused", "spoilt", "crash")
    assert min(world.happened[kind] for kind in kinds) > EACH / 100


def true(report: str, made: bool) -> bool:
    return report == "unknown" or made == (report == "placed")


def sign_in(world: World, store: MemoryStore, email: str) -> None:
    world.calm = True
    world.sandbox.control.add_customer(email, PASSWORD, name="Sari")
    shop = world.shop(store)
    shop.auth.login(email, PASSWORD)
    shop.close()

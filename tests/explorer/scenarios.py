"""What the actors do, and what must be true afterwards whatever the schedule and the fault were."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from typing import Any, TypeAlias

import attrs
from nexus_storefront import Item, NotPlaced, Placed, Unknown
from nexus_storefront.errors import CheckoutUnresolved, SessionLost, StorefrontError, Timeout

from tests.explorer import queues
from tests.explorer.explorer import LATE, READY, TOTAL, Died, Interrupted, Plan, Script, World

COFFEE, BOOK = 494601, 494602
LONGEST = TOTAL + 5.0
"""Seconds that a call may take: its total, and the looks after an answer that was lost."""
EMAIL, PASSWORD = "sari@example.com", "kata-sandi-contoh"
Calls: TypeAlias = Generator[Any, Any, Any]


@attrs.frozen
class Scenario:
    """Who acts, on what, and what must hold. `check` raises `AssertionError`."""

    actors: dict[str, Script]
    check: Callable[[World, dict[str, Any]], None]
    setup: Script | None = None
    options: dict[str, dict[str, Any]] = attrs.Factory(dict)
    service: dict[str, Any] = attrs.Factory(dict)
    preemptions: int = 2
    faulty: int = 1
    costly: int = 1
    """So many times fewer plans are drawn: each run writes files."""


class Violated(Exception):
    """What must hold does not."""

    def __init__(self, what: str, world: World) -> None:
        super().__init__(what)
        self.world = world


def run(scenario: Scenario, plan: Plan, half: Any) -> World:
    """One run of a scenario by a plan, checked."""
    world = World(plan, half, **scenario.service)
    try:
        _checked(scenario, world)
    except Exception as broken:
        raise Violated(f"{broken or repr(broken)}", world) from broken
    finally:
        world.close()
    return world


def _checked(scenario: Scenario, world: World) -> None:
    plan = world.plan
    results = play(scenario, world)
    for name, result in results.items():
        known = isinstance(result, (StorefrontError, Died, Interrupted)) or not isinstance(result, BaseException)
        assert known, f"{name}: {result!r}"
    # Whoever stands still lets time go by for all.
    if plan.fault is None or plan.fault[1] != "stall":
        for actor in world.actors:
            assert actor.longest <= LONGEST, f"a call of {actor.name} took {actor.longest} s"
    scenario.check(world, results)


def play(scenario: Scenario, world: World) -> dict[str, Any]:
    """What became of each actor."""
    if scenario.setup is not None:
        world.run(scenario.setup, world.shop())
    world.explore(scenario.actors, {name: dict(scenario.options.get(name, {})) for name in scenario.actors})
    return {actor.name: actor.result for actor in world.actors}


# --- what actors do


def press(
    *,
    items: int | None = None,
    key: str | None = None,
    email: str = EMAIL,
    customer: bool = False,
    patient: bool = False,
    intent: bool = False,
) -> Script:
    """Quote, then place: of the cart, or of bare items. `patient`: if others are at it, again a minute later. `intent`:
    a checkout intent goes along."""

    def script(shop: Any, world: World) -> Calls:
        wanted = None if items is None else [Item(variant_id=COFFEE, quantity=items)]
        checkout = yield shop.checkout.start(wanted, key=key, digital=True, customer=customer)
        if not customer:
            checkout.set_buyer(name="Sari Dewi", email=email)
        checkout.pay_with("qris")
        if intent:
            checkout.set_intent((yield shop.intents.start("form", "ok")))
        yield checkout.quote()
        yield READY
        try:
            return (yield checkout.place())
        except CheckoutUnresolved:
            if not patient:
                raise
        yield 70.0
        return (yield checkout.place())

    return script


def add(variant: int = BOOK, *, patient: bool = False) -> Script:
    """`patient`: if others are at it, again a minute later."""

    def script(shop: Any, world: World) -> Calls:
        yield READY
        try:
            return (yield shop.cart.add(variant_id=variant))
        except Timeout:
            if not patient:
                raise
        yield 70.0
        return (yield shop.cart.add(variant_id=variant))

    return script


def remove(variant: int = COFFEE) -> Script:
    def script(shop: Any, world: World) -> Calls:
        cart = yield shop.cart.get()
        yield READY
        return (yield shop.cart.remove(cart.find(variant_id=variant)))

    return script


def add_and_order(shop: Any, world: World) -> Calls:
    """What is told of the order, or else of the cart."""
    yield READY
    cart = yield shop.cart.add(variant_id=COFFEE)
    try:
        return (yield from buy(shop))
    except StorefrontError:
        return cart


def login(shop: Any, world: World) -> Calls:
    yield READY
    return (yield shop.auth.login(EMAIL, PASSWORD))


def login_again(shop: Any, world: World) -> Calls:
    """In a process that has seen the guest's cart before."""
    yield shop.cart.get()
    yield READY
    return (yield shop.auth.login(EMAIL, PASSWORD))


def login_and_buy(shop: Any, world: World) -> Calls:
    yield READY
    yield shop.auth.login(EMAIL, PASSWORD)
    return (yield from buy(shop))


def buy_signed_in(shop: Any, world: World) -> Calls:
    """In a process that has signed in before the guest's cart was filled."""
    yield shop.auth.login(EMAIL, PASSWORD, keep_cart=False)
    yield READY
    return (yield from buy(shop))


def buy(shop: Any) -> Calls:
    checkout = yield shop.checkout.start(digital=True)
    if not checkout.customer:
        checkout.set_buyer(name="Sari Dewi", email=EMAIL)
    checkout.pay_with("qris")
    yield checkout.quote()
    return (yield checkout.place())


def logout(shop: Any, world: World) -> Calls:
    yield READY
    return (yield shop.auth.logout())


def logout_everywhere(shop: Any, world: World) -> Calls:
    yield READY
    return (yield shop.auth.logout_everywhere())


def profile(shop: Any, world: World) -> Calls:
    yield READY
    return (yield shop.account.profile())


def press_again(shop: Any, world: World) -> Calls:
    """Place; if it is not known how that ended, dismiss it a minute later, and place the same once more."""
    outcomes = []
    yield READY
    for _ in range(2):
        checkout = yield shop.checkout.start([Item(variant_id=COFFEE)], digital=True, customer=False)
        checkout.set_buyer(name="Sari Dewi", email=EMAIL)
        checkout.pay_with("qris")
        yield checkout.quote()
        outcomes.append((yield checkout.place()))
        if not isinstance(outcomes[-1], Unknown):
            break
        yield 70.0
        yield shop.checkout.dismiss(outcomes[-1].attempt_id)
    return outcomes


def resume(shop: Any, world: World) -> Calls:
    """The job that settles what is unfinished."""
    yield READY
    found = []
    for attempt_id in (yield shop.checkout.unfinished(everyone=True)):
        found.append((yield shop.checkout.resume(attempt_id)))
    return found


def dismiss(shop: Any, world: World) -> Calls:
    yield READY
    unfinished = yield shop.checkout.unfinished(everyone=True)
    return (yield shop.checkout.dismiss(unfinished[0])) if unfinished else None


def find(shop: Any, world: World) -> Calls:
    yield READY
    return (yield shop.checkout.find("form-1"))


def hears(*, after: float = 0.0) -> Script:
    """The webhooks of all orders that there are then."""

    def script(shop: Any, world: World) -> Calls:
        yield READY
        if after:
            yield after
        found = []
        for order in list(world.service.orders):
            made = datetime.fromtimestamp(world.time(), UTC).isoformat()
            told = order | {
                "customer": {"email": order["email"] or EMAIL},
                "payment_method": "qris",
                "created_at": made,
            }
            announced = yield shop.checkout.announced(told)
            found += [] if announced is None else [announced.placed]
        return found

    return script


# --- beforehand


def filled(shop: Any, world: World) -> Calls:
    world.notes.add("filled")
    yield shop.cart.add(variant_id=COFFEE)


def lost(struck: str) -> Script:
    """An order of the guest's cart was pressed, and its answer was lost."""

    def script(shop: Any, world: World) -> Calls:
        yield shop.cart.add(variant_id=COFFEE)
        checkout = yield shop.checkout.start(digital=True, customer=False)
        checkout.set_buyer(name="Sari Dewi", email=EMAIL)
        checkout.pay_with("qris")
        yield checkout.quote()
        world.beforehand["POST public/checkout"] = struck
        outcome = yield checkout.place()
        assert isinstance(outcome, Unknown), outcome

    return script


def given_up(shop: Any, world: World) -> Calls:
    """And a person has dismissed it."""
    yield from lost("lost before")(shop, world)
    yield shop.checkout.dismiss((yield shop.checkout.unfinished())[0])


def expired(shop: Any, world: World) -> Calls:
    yield shop.auth.login(EMAIL, PASSWORD)
    world.now += 1000  # the access token is over


def two_devices(shop: Any, world: World) -> Calls:
    for label in ("phone", "tablet"):
        yield world.shop(customer=label).auth.login(EMAIL, PASSWORD)
    yield world.shop(customer="phone").cart.add(variant_id=COFFEE)
    world.now += 0.5


def two_sessions(shop: Any, world: World) -> Calls:
    for label in ("phone", "tablet"):
        yield world.shop(customer=label).auth.login(EMAIL, PASSWORD, keep_cart=False)
    world.now += 1000


# --- what must hold


def orders_hold(world: World, results: dict[str, Any], *, most: int = 1) -> None:
    """At most one order, and every outcome true: now, and when all that can be found out has been."""
    _outcomes_hold(world, results)
    _nothing_unsent_is_in_the_way(world)
    results = results | {"later": settle(world)}
    _outcomes_hold(world, results)
    made = world.service.orders
    assert len(made) <= most, f"{len(made)} orders of one purchase"


def _outcomes_hold(world: World, results: dict[str, Any]) -> None:
    made = world.service.orders
    placed: set[str] = set()
    for name, result in results.items():
        mine = [order for order in made if order["by"] == name]
        outcomes = result if isinstance(result, list) else [result]
        for outcome in outcomes:
            if isinstance(outcome, Placed):
                placed.add(outcome.attempt_id)
            elif isinstance(outcome, NotPlaced):
                assert not mine or outcome.reason == "dismissed", f"{name} was told {outcome}, and there is an order"
        if isinstance(result, StorefrontError) and mine:
            assert result.attempt_id is not None, f"{name} raised {result!r}, and there is an order"
    assert len(placed) <= len(made), f"{len(placed)} attempts are told as placed, and there are {len(made)} orders"
    for actor in world.actors:
        if any(sent.endswith("checkout") for sent in actor.arrived) and not isinstance(actor.result, _GONE):
            told = actor.result if isinstance(actor.result, list) else [actor.result]
            assert any(isinstance(each, Placed) for each in told), f"an order arrived, and {actor.name} got {told}"


def _nothing_unsent_is_in_the_way(world: World) -> None:
    """Whoever was interrupted before the order was sent has taken the attempt back."""
    if world.plan.fault is None or not world.plan.fault[1].startswith("interrupt"):
        return
    attempts = [json.loads(value) for key, (value, *_) in world.entries.items() if key.startswith("attempt/")]
    sent = [label for _, kind, label in world.trace if kind == "request" and label.endswith("checkout")]
    unsettled = [attempt for attempt in attempts if attempt.get("phase") in ("preparing", "sending")]
    most = len(sent) + len(world.struck_beforehand)
    assert len(unsettled) <= most, f"{len(unsettled)} attempts are open, and {most} orders were sent"


_GONE = (Died, Interrupted)
"""Who is not told any more."""


def settle(world: World) -> list[Any]:
    """Later, on a quiet day: everything that is unfinished is settled, and the service is done with what was late."""
    world.sleep(600)
    world.wall = 0.0
    found: list[Any] = world.run(_settled, world.shop())
    return found


def _login_finished(shop: Any) -> Calls:
    """By somebody who signs in again if the session was lost."""
    try:
        yield shop.auth.finish_login()
    except SessionLost:
        yield shop.auth.login(EMAIL, PASSWORD)


def _settled(shop: Any, world: World) -> Calls:
    yield from _login_finished(shop)
    found = []
    for attempt_id in (yield shop.checkout.unfinished(everyone=True)):
        outcome = yield shop.checkout.resume(attempt_id)
        if isinstance(outcome, Unknown) and outcome.check_after:
            world.sleep(outcome.check_after + 1)
            outcome = yield shop.checkout.resume(attempt_id)
        found.append(outcome)
    return found


def one_order(world: World, results: dict[str, Any]) -> None:
    orders_hold(world, results)


def two_orders(world: World, results: dict[str, Any]) -> None:
    orders_hold(world, results, most=2)


def found_by_key(world: World, results: dict[str, Any]) -> None:
    """As above, and the key finds what was sent; another press with it makes no second order."""
    orders_hold(world, results)
    if world.service.orders:
        found = world.run(find, world.shop())
        assert isinstance(found, (Placed, Unknown)), f"there is an order, and find() says {found!r}"
    made = len(world.service.orders)
    if made:
        late = _attempt(world, press(items=1, key="form-1"))
        assert len(world.service.orders) == made, f"a later press made a second order: {late!r}"


def placed_stays_placed(world: World, results: dict[str, Any]) -> None:
    """Once the journal has it that an order was placed, nobody dismisses it."""
    orders_hold(world, results)
    failing = world.plan.fault is not None and world.plan.fault[1].startswith("fail")
    if isinstance(results["one"], Placed) and not failing:
        found = world.run(find, world.shop())
        assert isinstance(found, Placed), f"it was placed, and find() says {found!r}"


def first_goods_once(world: World, results: dict[str, Any]) -> None:
    """As below. A guest token that the store does not take is kept in memory, where no later shop finds it."""
    if world.plan.fault is None or not world.plan.fault[1].startswith("fail"):
        goods_once(world, results)


def goods_once(world: World, results: dict[str, Any]) -> None:
    """Every piece is in an order or in a cart that the shopper sees, and nothing is doubled."""
    orders_hold(world, results)
    if _assumed_away(world):
        return
    pieces = dict(world.run(shown, world.shop()))
    for order in world.service.orders:
        for line in order["orderlines"]:
            pieces[line["variant"]] = pieces.get(line["variant"], 0) + line["quantity"]
    added = {COFFEE: {1}, BOOK: {0}} if "filled" in world.notes else {COFFEE: {0}, BOOK: {0}}
    for variant in (COFFEE, BOOK):
        result = results.get(ADDING.get(variant, ""))
        if result is None:
            continue
        effect = getattr(result, "effect", "took_effect")
        if isinstance(result, _GONE) or effect == "may_have_taken_effect":
            added[variant] = {0, 1}
        else:
            added[variant] = {0 if isinstance(result, StorefrontError) and effect != "took_effect" else 1}
    assert all(pieces.get(variant, 0) in added[variant] for variant in added), f"{pieces}, not {added}"


def _assumed_away(world: World) -> bool:
    """Whether an order was carried out, or sent, long after it was written down, or a cart was changed out of turn for
    want of a store: what is in the cart by then goes with the order. See 6, 8 and 9 of "Assumed" in docs/checkout.md.
    Or the service refused to take a line into the customer's cart: the login's report tells that.
    """
    if world.plan.fault is None or world.plan.fault[0] >= len(world.trace):
        return False
    step, struck = world.plan.fault
    number, kind, label = world.trace[step]
    if struck == "stall":
        return label.startswith("put attempt/") or (kind == "request" and label.endswith("checkout"))
    changing = world.actors[number].name in ADDING.values()
    refused = struck == "409" and label == "POST customers/me/cart/items"
    return struck == LATE or refused or (changing and struck.startswith("fail"))


ADDING = {BOOK: "adding", COFFEE: "adding too"}


def shown(shop: Any, world: World) -> Calls:
    """What the shopper sees."""
    yield from _login_finished(shop)
    if (yield shop.auth.state()).signed_in:
        yield shop.auth.login(EMAIL, PASSWORD, keep_cart=False)
    found: dict[int, int] = {}
    for cart in (shop.cart.guest, *((shop.cart.customer,) if (yield shop.auth.state()).signed_in else ())):
        for line in (yield cart.get()):
            found[line.variant_id] = found.get(line.variant_id, 0) + line.quantity
    return found


def presented_once(world: World, results: dict[str, Any]) -> None:
    """No refresh token twice, and nobody is signed out, unless an answer was lost or a process stood still with it."""
    struck = world.plan.fault[1] if world.plan.fault else ""
    twice = len(world.service.presented) - len(set(world.service.presented))
    for result in results.values():
        if isinstance(result, SessionLost) and twice and struck != "503 after":
            assert result.reason != "refused", "it is not known any more that an answer was lost"
    if struck in ("die", "stall", "302", "500", "503", "fail from now on"):
        return
    if "interrupt" in struck or struck in ("lost after", "503 after", "unreadable after"):
        return
    assert not twice, f"presented twice: {world.service.presented}"
    assert not any(family["revoked"] for family in world.service.families)


def signed_out(world: World, results: dict[str, Any]) -> None:
    """Whoever was told that all is revoked has no live refresh token left, also later."""
    world.sleep(600)
    if world.plan.fault is not None and world.plan.fault[1] == "503 after":
        return  # whoever answers so has given no new pair: "Assumed" in docs/sessions.md
    live = [token for name, token in world.service.tokens.items() if token["state"] == "live" and "refresh" in name]
    for result in results.values():
        for done in result if isinstance(result, list) else [result]:
            if getattr(done, "revoked", False):
                label = done.customer
                family = list(_LABELS).index(label) if label in _LABELS else 0
                mine = [token for token in live if token["family"] == family]
                assert not mine, f"{done} and {len(mine)} live tokens"
    fault = world.plan.fault
    if fault is None or (fault[1] == "stall" and world.trace[fault[0]][0] == 1):
        # Nothing failed, at most the refresh was slow: then its tokens do not live on either.
        mine = [token for token in live if token["family"] == 0]
        assert not mine, "tokens of a session that was signed out are left"


_LABELS = ("phone", "tablet")


def _attempt(world: World, script: Script) -> Any:
    try:
        return world.run(script, world.shop())
    except StorefrontError as error:
        return error


SCENARIOS: dict[str, Scenario] = {
    "two presses with one key": Scenario(
        {"one": press(items=1, key="form-1"), "two": press(items=1, key="form-1")}, found_by_key
    ),
    "one key, another e-mail": Scenario(
        {"one": press(items=1, key="form-1"), "two": press(items=1, key="form-1", email="sari@example.org")},
        found_by_key,
    ),
    "one key, cart against items": Scenario(
        {"one": press(key="form-1"), "two": press(items=1, key="form-1")}, found_by_key, filled
    ),
    "two presses on one cart": Scenario({"one": press(), "two": press()}, one_order, filled),
    "two presses on a customer's cart": Scenario(
        {"one": press(customer=True), "two": press(customer=True)},
        one_order,
        two_devices,
        {"one": {"customer": "phone"}, "two": {"customer": "tablet"}},
    ),
    "two presses on one cart, a minute apart": Scenario(
        {"one": press(), "two": press(patient=True)}, one_order, filled
    ),
    "order against patient cart writes": Scenario({"one": press(), "adding": add(patient=True)}, goods_once, filled),
    "press with a key against dismiss": Scenario(
        {"one": press(items=1, key="form-1"), "two": dismiss}, placed_stays_placed
    ),
    "order against cart writes": Scenario({"one": press(), "adding": add()}, goods_once, filled),
    "order against taking out": Scenario({"one": press(), "two": remove()}, one_order, filled),
    "order against sign-in": Scenario({"one": press(), "two": login}, goods_once, filled),
    "order against resume": Scenario({"one": press(), "two": resume}, one_order, filled),
    "order with an intent": Scenario({"one": press(intent=True), "two": resume}, one_order, filled),
    "order with an intent against taking out": Scenario(
        {"one": press(intent=True), "two": remove()}, one_order, filled
    ),
    "order with an intent against sign-in": Scenario(
        {"one": press(intent=True, customer=False), "two": login}, goods_once, filled
    ),
    "order against its webhook": Scenario({"one": press(), "two": hears()}, one_order, filled),
    "two presses and a webhook": Scenario(
        {"one": press(), "two": press(patient=True), "three": hears(after=65.0)}, one_order, filled
    ),
    "resume against a late webhook": Scenario({"one": resume, "two": hears(after=65.0)}, one_order, lost("late")),
    "order against dismiss": Scenario({"one": press(items=1), "two": dismiss}, one_order),
    "order against find": Scenario({"one": press(items=1, key="form-1"), "two": find}, found_by_key),
    "sign-in against sign-in": Scenario({"one": login, "two": login}, goods_once, filled),
    "sign-in against cart writes": Scenario({"one": login, "adding": add()}, goods_once, filled),
    "two first things": Scenario({"adding": add(), "adding too": add(COFFEE)}, first_goods_once),
    "a first thing against an order of another": Scenario(
        {"adding": add(), "adding too": add_and_order}, first_goods_once
    ),
    "sign-in against sign-in, no merging": Scenario(
        {"one": login, "two": login}, goods_once, filled, service={"merges": False}
    ),
    "order against sign-in, no merging": Scenario(
        {"one": press(), "two": login}, goods_once, filled, service={"merges": False}
    ),
    "sign-in and order against sign-in, no merging": Scenario(
        {"one": login_and_buy, "two": login_again}, goods_once, filled, service={"merges": False}
    ),
    "order of a customer against sign-in, no merging": Scenario(
        {"one": buy_signed_in, "two": login}, goods_once, filled, service={"merges": False}
    ),
    "resume against taking out": Scenario({"one": resume, "two": remove()}, one_order, lost("lost before")),
    "resume against sign-in": Scenario({"one": resume, "two": login}, one_order, lost("lost before")),
    "resume against resume": Scenario({"one": resume, "two": resume}, one_order, lost("late")),
    "a refused order against taking out, after a lost answer": Scenario(
        {"one": press(items=1), "two": remove()}, one_order, given_up, service={"order_limit": 0}
    ),
    "one intent, two e-mails": Scenario(
        {"one": press(items=1, intent=True), "two": press(items=1, intent=True, email="sari@example.org")}, two_orders
    ),
    "one order is allowed": Scenario(
        {"one": press_again, "two": resume}, one_order, service={"order_limit": 1}, preemptions=1
    ),
    "two presses and a sign-in": Scenario({"one": press(), "two": press(), "three": login}, goods_once, filled),
    "press, resume and dismiss": Scenario({"one": press(), "two": resume, "three": dismiss}, one_order, filled),
    "refresh against refresh": Scenario({"one": profile, "two": profile}, presented_once, expired),
    "logout against refresh": Scenario(
        {"one": logout, "two": profile},
        signed_out,
        two_sessions,
        {"one": {"customer": "phone"}, "two": {"customer": "phone"}},
    ),
    "logout everywhere against refresh": Scenario(
        {"one": logout_everywhere, "two": profile},
        signed_out,
        two_sessions,
        {"one": {"customer": "phone"}, "two": {"customer": "tablet"}},
    ),
    "two senders of one event": Scenario({"one": queues.sender, "two": queues.sender}, queues.reported_once, costly=3),
    "two workers of one inbox": Scenario(
        {"one": queues.worker("one"), "two": queues.worker("two")},
        queues.worked_on_once,
        queues.delivered(queues.PAID, queues.CREATED, queues.CONFIRMED),
        costly=3,
    ),
    "a worker against news": Scenario(
        {"one": queues.worker("one"), "receiver": queues.receiver(queues.CREATED, queues.PAID, queues.SETTLED)},
        queues.worked_on_once,
        queues.delivered(queues.PAID, queues.CONFIRMED),
        costly=3,
    ),
}

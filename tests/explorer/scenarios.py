"""What the actors do, and what must be true afterwards whatever the schedule and the fault were."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeAlias

import attrs
from nexus_storefront import Item, NotPlaced, Placed, Unknown
from nexus_storefront.errors import StorefrontError

from tests.explorer.explorer import READY, Died, Plan, Script, World

COFFEE, BOOK = 7, 8
EMAIL, PASSWORD = "sari@example.com", "kata-sandi"
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


def run(scenario: Scenario, plan: Plan, half: Any) -> World:
    """One run of a scenario by a plan, checked."""
    world = World(plan, half, **scenario.service)
    if scenario.setup is not None:
        world.run(scenario.setup, world.shop())
    world.explore(scenario.actors, {name: dict(scenario.options.get(name, {})) for name in scenario.actors})
    results = {actor.name: actor.result for actor in world.actors}
    for name, result in results.items():
        known = isinstance(result, (StorefrontError, Died)) or not isinstance(result, BaseException)
        assert known, f"{name}: {result!r}"
    scenario.check(world, results)
    return world


# --- what actors do


def press(
    *, items: int | None = None, key: str | None = None, email: str = EMAIL, customer: bool = False, again: bool = False
) -> Script:
    """Quote, then place: of the cart, or of bare items. `again`: press a second time when it was not placed."""

    def script(shop: Any, world: World) -> Calls:
        wanted = None if items is None else [Item(variant_id=COFFEE, quantity=items)]
        checkout = yield shop.checkout.start(wanted, key=key, digital=True, customer=customer)
        if not customer:
            checkout.set_buyer(name="Sari Dewi", email=email)
        checkout.pay_with("qris")
        yield checkout.quote()
        yield READY
        return (yield checkout.place())

    return script


def add(variant: int = BOOK, quantity: int = 1) -> Script:
    def script(shop: Any, world: World) -> Calls:
        yield READY
        return (yield shop.cart.add(variant_id=variant, quantity=quantity))

    return script


def remove(variant: int = COFFEE) -> Script:
    def script(shop: Any, world: World) -> Calls:
        cart = yield shop.cart.get()
        yield READY
        return (yield shop.cart.remove(cart.find(variant_id=variant)))

    return script


def login(shop: Any, world: World) -> Calls:
    yield READY
    return (yield shop.auth.login(EMAIL, PASSWORD))


def logout(shop: Any, world: World) -> Calls:
    yield READY
    return (yield shop.auth.logout())


def logout_everywhere(shop: Any, world: World) -> Calls:
    yield READY
    return (yield shop.auth.logout_everywhere())


def profile(shop: Any, world: World) -> Calls:
    yield READY
    return (yield shop.account.profile())


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


# --- beforehand


def filled(shop: Any, world: World) -> Calls:
    yield shop.cart.add(variant_id=COFFEE)


def signed_in(shop: Any, world: World) -> Calls:
    yield shop.auth.login(EMAIL, PASSWORD)
    yield shop.cart.add(variant_id=COFFEE)


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
    settle(world)
    _outcomes_hold(world, results)
    made = world.service.orders
    assert len(made) <= most, f"{len(made)} orders of one purchase"


def _outcomes_hold(world: World, results: dict[str, Any]) -> None:
    made = world.service.orders
    for name, result in results.items():
        mine = [order for order in made if order["by"] == name]
        outcomes = result if isinstance(result, list) else [result]
        for outcome in outcomes:
            if isinstance(outcome, Placed):
                assert made, f"{name} was told Placed, and there is no order"
            elif isinstance(outcome, NotPlaced):
                assert not mine or outcome.reason == "dismissed", f"{name} was told {outcome}, and there is an order"
        if isinstance(result, StorefrontError) and result.effect == "nothing_left" and result.attempt_id is None:
            assert not mine, f"{name} raised {result!r}, and there is an order"


def settle(world: World) -> list[Any]:
    """Later, on a quiet day: everything that is unfinished is settled, and the service is done with what was late."""
    world.sleep(600)
    world.wall = 0.0
    label = {name: dict(options) for name, options in world.notes.get("labels", {"job": {}}).items()}
    found: list[Any] = []
    for options in label.values():
        found += world.run(_settled, world.shop(**options)) or []
    made = world.service.orders
    for outcome in found:
        if isinstance(outcome, Placed):
            assert made, "an attempt is told as placed, and there is no order"
    if any(isinstance(outcome, NotPlaced) for outcome in found):
        told = [outcome.attempt_id for outcome in found if isinstance(outcome, NotPlaced)]
        assert len(made) <= len(found) + 1 - len(told) or made, told
    return found


def _settled(shop: Any, world: World) -> Calls:
    yield shop.auth.finish_login()
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


def goods_once(world: World, results: dict[str, Any]) -> None:
    """Every piece is in an order or in a cart that the shopper sees, and nothing is doubled."""
    orders_hold(world, results)
    pieces = dict(world.run(_shown, world.shop()))
    for order in world.service.orders:
        for line in order["orderlines"]:
            pieces[line["variant"]] = pieces.get(line["variant"], 0) + line["quantity"]
    added = {COFFEE: 1}
    for name, result in results.items():
        if name == "adding":
            effect = getattr(result, "effect", "took_effect")
            there = pieces.get(BOOK, 0)
            if isinstance(result, Died) or effect == "may_have_taken_effect":
                assert there in (0, 1)
            else:
                assert there == (0 if isinstance(result, StorefrontError) and effect != "took_effect" else 1), result
    assert pieces.get(COFFEE, 0) == added[COFFEE], pieces


def _shown(shop: Any, world: World) -> Calls:
    yield shop.auth.finish_login()
    found: dict[int, int] = {}
    for cart in (shop.cart.guest, *((shop.cart.customer,) if (yield shop.auth.state()).signed_in else ())):
        for line in (yield cart.get()):
            found[line.variant_id] = found.get(line.variant_id, 0) + line.quantity
    return found


def presented_once(world: World, results: dict[str, Any]) -> None:
    """No refresh token twice, and nobody is signed out, unless an answer was lost or a process stood still with it."""
    struck = world.plan.fault[1] if world.plan.fault else ""
    twice = len(world.service.presented) - len(set(world.service.presented))
    if struck in ("lost after", "503 after", "die", "stall", "500", "503", "fail from now on"):
        return
    assert not twice, f"presented twice: {world.service.presented}"
    assert not any(family["revoked"] for family in world.service.families)


def signed_out(world: World, results: dict[str, Any]) -> None:
    """Whoever was told that all is revoked has no live refresh token left, also later."""
    world.sleep(600)
    live = [token for name, token in world.service.tokens.items() if token["state"] == "live" and "refresh" in name]
    for result in results.values():
        for done in result if isinstance(result, list) else [result]:
            if getattr(done, "revoked", False):
                label = done.customer
                family = list(_LABELS).index(label) if label in _LABELS else 0
                mine = [token for token in live if token["family"] == family]
                assert not mine, f"{done} and {len(mine)} live tokens"


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
    "order against cart writes": Scenario({"one": press(), "adding": add()}, goods_once, filled),
    "order against taking out": Scenario({"one": press(), "two": remove()}, one_order, filled),
    "order against sign-in": Scenario({"one": press(customer=False), "two": login}, goods_once, filled),
    "order against resume": Scenario({"one": press(), "two": resume}, one_order, filled),
    "order against dismiss": Scenario({"one": press(items=1), "two": dismiss}, one_order),
    "order against find": Scenario({"one": press(items=1, key="form-1"), "two": find}, found_by_key),
    "sign-in against sign-in": Scenario({"one": login, "two": login}, goods_once, filled),
    "sign-in against cart writes": Scenario({"one": login, "adding": add()}, goods_once, filled),
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
}

"""The model that the explorer runs against is held against the sandbox, which is held against the contract."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import httpx
import pytest
from nexus_sandbox import Clock, Sandbox
from nexus_storefront import SignedIn
from nexus_storefront.errors import StorefrontError

from tests.explorer.explorer import Plan, World
from tests.explorer.scenarios import SCENARIOS, Scenario, play, run, shown


class SandboxInTheWorld:
    """The sandbox where the model would be."""

    def __init__(self, world: World) -> None:
        self.sandbox = Sandbox(clock=Clock(world.time))
        self._transport = self.sandbox.transport()

    def answer(self, actor: str, request: httpx.Request) -> httpx.Response:
        answer = self._transport.handle_request(request)
        answer.read()
        return answer

    @property
    def orders(self) -> list[Any]:
        return self.sandbox.control.orders()


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("name", [name for name, scenario in SCENARIOS.items() if not scenario.service])
def test_the_model_is_the_sandbox_in_small(name: str, first: int) -> None:
    """Without a fault, one actor after the other: the same outcomes, the same carts, as many orders."""
    with closing(World(Plan(first), "sync")) as model, closing(World(Plan(first), "sync")) as other:
        compare(SCENARIOS[name], model, other)


def compare(scenario: Scenario, model: World, other: World) -> None:
    sandbox = SandboxInTheWorld(other)
    other.service = sandbox  # type: ignore[assignment]
    before = len(sandbox.orders)
    results = play(scenario, model)
    assert {who: said(result) for who, result in play(scenario, other).items()} == {
        who: said(result) for who, result in results.items()
    }
    assert len(sandbox.orders) - before == len(model.service.orders)
    assert other.run(shown, other.shop()) == model.run(shown, model.shop())


def said(result: Any) -> Any:
    """A result, without what each service names as it likes."""
    if isinstance(result, list):
        return [said(each) for each in result]
    if isinstance(result, StorefrontError):
        return type(result), result.effect, getattr(result, "status", None)
    if isinstance(result, SignedIn):
        return SignedIn, result.cart
    return type(result), getattr(result, "reason", None), getattr(result, "revoked", None)


def test_the_model_takes_what_a_look_sends() -> None:
    """Each witness is looked at: what the contract refuses would never be sent, and no schedule would meet it."""
    for name, looks in {
        "order with an intent": "PATCH public/checkout-intents/",
        "two presses on one cart": "GET public/cart",
        "two presses on a customer's cart": "GET customers/me/orders",
    }.items():
        scenario = SCENARIOS[name]
        trace = run(scenario, Plan(), "sync").trace
        sent = next(step for step, (_, kind, label) in enumerate(trace) if kind == "request" and "checkout" in label)
        seen = run(scenario, Plan(fault=(sent, "lost before")), "sync").trace[sent:]
        assert any(label.startswith(looks) for _, kind, label in seen if kind == "request"), name

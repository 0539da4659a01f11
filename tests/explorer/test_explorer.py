"""What is promised holds in every schedule of two actors, with every fault at every point.

`EXPLORE='(0, ((5, 1),), (12, "die"))' pytest tests/explorer -k "<scenario> and sync"` runs one plan again, and prints
its points.
"""

from __future__ import annotations

import ast
import os
from typing import Any

import pytest

from tests.explorer.explorer import Plan, Trace, World, explore, shortest
from tests.explorer.scenarios import SCENARIOS, Scenario, Violated, run
from tests.support.lengths import EXPLORED_PLANS


@pytest.mark.parametrize("half", ["sync", "async"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_it_holds_in_every_schedule(name: str, half: Any) -> None:
    scenario = SCENARIOS[name]
    again = os.environ.get("EXPLORE")
    if again:
        first, switches, fault = ast.literal_eval(again)
        broken, world = _tried(scenario, Plan(first, switches, fault), half)
        print(*world.trace, sep="\n")
        assert broken is None, broken
        return

    def checked(plan: Plan) -> Trace:
        broken, world = _tried(scenario, plan, half)
        if broken is None:
            return world.trace
        short = shortest(plan, lambda plan: _tried(scenario, plan, half)[0] is not None)
        raise AssertionError(f"{_tried(scenario, short, half)[0]}\nEXPLORE='{short}' shows it again")

    # The two halves are one text: the second one is run for what rendering could spoil.
    plans = (EXPLORED_PLANS if half == "sync" else EXPLORED_PLANS // 6) // scenario.costly
    runs = explore(
        checked,
        actors=len(scenario.actors),
        preemptions=scenario.preemptions,
        faulty=scenario.faulty,
        budget=plans or None,
    )
    assert runs > min(plans, 200)  # the smallest scenario has 258 plans in all


def _tried(scenario: Scenario, plan: Plan, half: Any) -> tuple[str | None, World]:
    """What does not hold in one run."""
    try:
        return None, run(scenario, plan, half)
    except Violated as violated:
        return str(violated), violated.world

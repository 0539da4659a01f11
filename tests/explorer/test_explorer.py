"""What is promised holds in every schedule of two actors, with every fault at every point.

`EXPLORE='(0, ((5, 1),), (12, "die"))' pytest tests/explorer -k "<scenario> and sync"` runs one plan again, and prints
its points.
"""

from __future__ import annotations

import ast
import os
from typing import Any

import pytest

from tests.explorer.explorer import Plan, Trace, explore
from tests.explorer.scenarios import SCENARIOS, run
from tests.support.lengths import EXPLORED_PLANS


@pytest.mark.parametrize("half", ["sync", "async"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_it_holds_in_every_schedule(name: str, half: Any) -> None:
    scenario = SCENARIOS[name]
    again = os.environ.get("EXPLORE")
    if again:
        first, switches, fault = ast.literal_eval(again)
        world = run(scenario, Plan(first, switches, fault), half)
        print(*world.trace, sep="\n")
        return

    def checked(plan: Plan) -> Trace:
        try:
            return run(scenario, plan, half).trace
        except AssertionError as broken:
            raise AssertionError(f"{broken}\nEXPLORE='{plan}' shows it again") from None

    runs = explore(
        checked,
        actors=len(scenario.actors),
        preemptions=scenario.preemptions,
        faulty=scenario.faulty,
        budget=EXPLORED_PLANS or None,
    )
    assert runs > 20

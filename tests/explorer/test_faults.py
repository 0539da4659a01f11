"""Each fault that is put back is found by the explorer, with far fewer schedules than at full length."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.explorer.explorer import Plan, Trace, explore
from tests.explorer.faults import FAULTS, Fault
from tests.explorer.scenarios import SCENARIOS, Violated, run
from tests.support.lengths import FINDING_PLANS


class Found(Exception):
    """A plan that shows it."""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_can_be_put_back(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code reads as the fault has it: a change of the code is told at once, and not by the next long run."""
    for edit in fault.edits:
        edit.put_back(monkeypatch)


@pytest.mark.full_length
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_that_is_put_back_is_found(
    fault: Fault, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    for edit in fault.edits:
        edit.put_back(monkeypatch)
    scenario = SCENARIOS[fault.scenario]
    runs = 0

    def tried(plan: Plan) -> Trace:
        nonlocal runs
        runs += 1
        try:
            return run(scenario, plan, "sync").trace
        except Violated as violated:
            record_property("found", f"{plan} after {runs} runs: {violated}")
            raise Found from violated

    def all_draws() -> None:
        for seed in range(3):  # a fault that few schedules show may be missed by one draw
            explore(
                tried,
                actors=len(scenario.actors),
                preemptions=scenario.preemptions,
                faulty=scenario.faulty,
                budget=FINDING_PLANS,
                seed=seed,
            )

    with pytest.raises(Found):
        all_draws()

"""The clock of this machine, and one of a caller's own as the module's docstring has it."""

import inspect
import textwrap
import time
from functools import partial
from typing import Any

import pytest
from nexus_storefront import InvalidInput, MemoryStore, Storefront, clock
from nexus_storefront.clock import SYSTEM_CLOCK, Clock, SystemClock
from nexus_storefront.events import Outbox


def test_the_clock_of_this_machine_is_asked_anew_each_time() -> None:
    assert isinstance(SYSTEM_CLOCK, Clock)
    for read, own in ((SYSTEM_CLOCK.time, time.time), (SYSTEM_CLOCK.monotonic, time.monotonic)):
        before = own()
        time.sleep(0.001)
        assert before < read() <= own()


@pytest.mark.anyio
async def test_it_sleeps_as_long_as_asked_and_a_past_moment_is_over_already() -> None:
    before = time.monotonic()
    SYSTEM_CLOCK.sleep(0.01)
    await SYSTEM_CLOCK.asleep(0.01)
    assert time.monotonic() - before >= 0.02
    SYSTEM_CLOCK.sleep(-1)
    await SYSTEM_CLOCK.asleep(-1)


def test_one_of_a_callers_own_as_documented() -> None:
    example = inspect.getdoc(clock)
    assert example is not None
    written: dict[str, type[SystemClock]] = {}
    exec(textwrap.dedent(example.split(":\n", 1)[1]), {"SystemClock": SystemClock}, written)  # type: ignore[arg-type]
    hand = written["Hand"]()
    assert isinstance(hand, Clock)
    before = hand.time(), hand.monotonic()
    hand.sleep(600)
    assert hand.time() - before[0] >= 600
    assert hand.monotonic() - before[1] >= 600


def test_a_class_is_no_clock() -> None:
    """It tells the time, and fails only where somebody waits."""
    kept = "store_x", "sfpk_x", "http://127.0.0.1:9"
    makers: tuple[Any, ...] = (MemoryStore, partial(Storefront, *kept), partial(Outbox, "nowhere"))
    for make in makers:
        with pytest.raises(InvalidInput, match="clock must be a Clock"):
            make(clock=SystemClock)

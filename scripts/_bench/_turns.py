"""Sides of a comparison, taken in turns so that noise meets all alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping


def quartiles(sides: Mapping[str, Callable[[], object]], rounds: int, before: Callable[[], object]) -> dict[str, float]:
    """Milliseconds of a typical round of each side; `before` brings about the state that every side starts from."""
    times: dict[str, list[float]] = {name: [] for name in sides}
    gc.collect()
    for number in range(rounds):
        order = list(sides)
        for name in order if number % 2 else reversed(order):
            before()
            started = time.perf_counter()
            sides[name]()
            times[name].append((time.perf_counter() - started) * 1000)
    return {name: typical(found) for name, found in times.items()}


def typical(times: list[float]) -> float:
    """The lower quartile: what a round takes when other work on the machine does not come between."""
    return statistics.quantiles(times, n=4, method="inclusive")[0]

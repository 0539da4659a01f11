"""How long each proof is, said once: short in `make test`, at full length in `make test-full`.

`NEXUS_FULL_LENGTH=1` makes all of them long; the variable of a proof makes that one as long as it says.
A test of which nothing is left at a short length is marked `full_length`: it runs at full length only.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import product
from typing import Any

FULL = os.environ.get("NEXUS_FULL_LENGTH", "") not in ("", "0")


def _length(variable: str, *, short: int, full: int) -> int:
    return int(os.environ.get(variable) or (full if FULL else short))


def in_this_half(module: str, number: int) -> bool:
    """Whether a case belongs to the half that a test module is of: at full length every case, else every other one."""
    return FULL or number % 2 == ("._sync." in module)


def of_this_half(module: str, *kinds: Iterable[Any]) -> list[Any]:
    """The cases of one kind, or the combinations of several, that the half of a test module meets: the other half meets
    the rest, and at full length each of them all. Of several kinds, a half meets every case of each, though not with
    all of another."""
    all_there_are = [list(zip(*each, strict=True)) for each in product(*map(enumerate, kinds))]
    chosen = [cases for numbers, cases in all_there_are if in_this_half(module, sum(numbers))]
    return chosen if len(kinds) > 1 else [case for (case,) in chosen]


# Checkouts under random faults, both halves together.
SIMULATED_CHECKOUTS = _length("NEXUS_SIMULATED_CHECKOUTS", short=600, full=10_000)
# Purchases reported by shoppers that crash, and by workers that are killed.
PROOF_PURCHASES = _length("NEXUS_PROOF_PURCHASES", short=800, full=10_000)
# Sessions that are refreshed while their process is killed, for each store.
FAULT_ROUNDS = _length("NEXUS_FAULT_ROUNDS", short=100, full=1_000)
# One expired session in many threads and processes, for each store.
SESSION_ROUNDS = _length("NEXUS_SESSION_ROUNDS", short=3, full=200)
# Processes that share it.
SESSION_PROCESSES = _length("NEXUS_SESSION_PROCESSES", short=3, full=8)
# Purchases in a browser's page that is in trouble.
PAGE_ROUNDS = _length("NEXUS_PAGE_ROUNDS", short=4, full=200)
# Mutated answers that each operation reads.
SURVIVAL_ROUNDS = _length("SURVIVAL_ROUNDS", short=6, full=150)
# Made-up answers that a generated package reads, of each kind.
SURVIVING_ANSWERS = _length("SURVIVING_ANSWERS", short=60, full=300)
# Pins that something is wrong with.
DAMAGED_PINS = _length("DAMAGED_PINS", short=40, full=150)
# Requests that Schemathesis makes to each operation of the sandbox, in each mode.
SANDBOX_EXAMPLES = _length("SANDBOX_EXAMPLES", short=2, full=40)
# Ways in which the whole contract is written anew, of each kind, and newer ones that the old client reads.
REWRITTEN_CONTRACTS = _length("NEXUS_REWRITTEN_CONTRACTS", short=1, full=3)
# Examples of each property of the drift comparison.
DRIFT_EXAMPLES = _length("DRIFT_EXAMPLES", short=6, full=60)
# Schedules of each kind and scenario that the explorer runs; 0: all there are.
EXPLORED_PLANS = _length("NEXUS_EXPLORED_PLANS", short=18, full=400)
# The same where a fault is put back: so many find each of them.
FINDING_PLANS = 160
# Webhooks that are received and worked on by processes that are killed.
WEBHOOK_DELIVERIES = _length("NEXUS_WEBHOOK_DELIVERIES", short=300, full=10_000)

"""Refreshes that go wrong at random: by the network, by the service, and by `kill -9` at every step.

After each, the session is either kept or provably could not be: the service had committed a rotation whose answer
reached no store, or two presentations in a row ended without an answer. The sandbox counts what was presented.
"""

from __future__ import annotations

import itertools
import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest
from lengths import FAULT_ROUNDS as ROUNDS
from nexus_storefront import FileStore, SqliteStore, Storefront
from nexus_storefront.auth._sync.session import CustomerSession
from nexus_storefront.auth.session_record import SessionRecord
from nexus_storefront.errors import SessionLost
from nexus_storefront.stores import Store

STEPS = 26
REFRESH = "refreshCustomerJwt"
SESSION_KEY = "session/store_sandbox/default"
WORKER = Path(__file__).with_name("session_fault_worker.py")

# How often in a hundred exchanges.
FAULTS: list[tuple[dict[str, Any] | None, int]] = [
    (None, 39),
    ({"kind": "reset", "when": "before"}, 12),
    ({"kind": "reset", "when": "after"}, 8),
    ({"kind": "status", "status": 500}, 6),
    ({"kind": "status", "status": 503}, 6),
    ({"kind": "html_502"}, 6),
    ({"kind": "status_520"}, 4),
    ({"kind": "truncated_json"}, 6),
    ({"kind": "cut_body"}, 4),
    ({"kind": "empty_200"}, 4),
    ({"kind": "slow_body", "seconds": 0.5}, 3),
    ({"kind": "wrong_content_type"}, 2),
]


class Rounds:
    """The rounds on one store, and what is known of the session meanwhile."""

    def __init__(self, store: Store, sandbox: Any, customer: Any, seed: int) -> None:
        self.store, self.sandbox, self.customer = store, sandbox, customer
        self.random = random.Random(seed)
        self.seen: Counter[str] = Counter()
        places = [[step, when] for step in range(STEPS) for when in ("before", "after")]
        self.random.shuffle(places)
        self.kills = itertools.cycle(places)
        self.killed_at: set[tuple[int, str]] = set()
        self.shop = Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, store=store)

    def login(self) -> None:
        self.shop.auth.login(self.customer.email, "kata-sandi-contoh")
        self.seen["logins"] += 1

    def record(self) -> SessionRecord:
        entry = self.store.get(SESSION_KEY)
        assert entry is not None, "the session is gone from the store"
        record = SessionRecord.from_bytes(entry.value)
        assert record is not None, "the stored session cannot be read"
        return record

    def family(self) -> dict[str, Any]:
        return self.customer.families[-1]

    def round(self, process: subprocess.Popen[str]) -> None:
        control = self.sandbox.control
        control.advance_clock(901)
        self.store.put(SESSION_KEY, attrs.evolve(self.record(), access_until=time.time() - 1).to_bytes())
        faults = self.random.choices([f[0] for f in FAULTS], [f[1] for f in FAULTS], k=self.random.choice([1, 1, 2, 3]))
        for position, fault in enumerate(faults):
            if fault is not None:
                # Each is for one exchange: those before it take the ones before it.
                control.fault(REFRESH, skip=0 if position == 0 else sum(f is None for f in faults[:position]), **fault)
        kill: list[Any] = []
        if self.random.random() < 0.4:
            kill = next(self.kills)
        outcome = self.order(process, kill)
        self.last = f"{faults} {kill} {outcome}"
        control.clear_faults()
        self.seen[outcome["outcome"]] += 1
        if outcome["outcome"] == "killed":
            self.killed_at.add((kill[0], kill[1]))
            # Its lease runs out; the test does not wait for that.
            self.store.delete(f"lease/{SESSION_KEY}")
        self.judge(outcome)
        # Nothing is in the way any more: what can be kept is kept.
        self.shop._core.shared._session = CustomerSession(self.shop._core)
        try:
            self.shop.account.profile()
        except SessionLost as lost:
            self.judge(lost)
            self.seen[f"lost: {lost.reason}"] += 1
            self.login()
        else:
            assert (self.record().lost, self.record().presented) == (None, 0)

    def order(self, process: subprocess.Popen[str], kill: list[Any]) -> dict[str, Any]:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"kill": kill}) + "\n")
        process.stdin.flush()
        answer: dict[str, Any] = json.loads(process.stdout.readline())
        return answer

    def judge(self, outcome: object) -> None:
        record, family = self.record(), self.family()
        assert family["spent_presented"] <= 1, f"a spent token was presented twice: {self.last}"
        if record.lost is None:
            assert family["revoked"] is None or record.presented, "revoked, and nobody knows"
            return
        rotated = family["refreshes"] > record.generation - 2  # `ended` adds a generation
        if record.lost == "answers_lost_twice":
            return
        assert record.lost in ("refused", "answer_lost")
        assert rotated, f"signed out though the refresh token was good: {self.last} {family}"


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", ["file", "sqlite"])
def test_sessions_are_lost_only_where_they_cannot_be_kept(
    kind: str, sandbox: Any, customer: Any, tmp_path: Path
) -> None:
    place = str(tmp_path / "place")
    store = FileStore(place) if kind == "file" else SqliteStore(place)
    rounds = Rounds(store, sandbox, customer, seed=20261121)
    rounds.login()
    command = [sys.executable, str(WORKER), kind, place, sandbox.base_url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        for _ in range(ROUNDS // 2):
            rounds.round(process)
        assert process.stdin is not None
        process.stdin.close()
    seen = rounds.seen
    if ROUNDS >= 300:
        # A refresh without faults takes so many steps; a file store counts its syncs as well.
        clean = 20 if kind == "file" else 9
        assert rounds.killed_at >= {(step, when) for step in range(clean) for when in ("before", "after")}
        assert seen["ok"] > ROUNDS / 10
        assert seen["killed"] > ROUNDS / 20
        assert seen["lost: answer_lost"] > 0
    lost = sum(count for name, count in seen.items() if name.startswith("lost"))
    assert seen["logins"] == lost + 1
    rounds.shop.close()
    store.close()

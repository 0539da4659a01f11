"""Processes of twenty-five threads each share one expired session: one refresh, nothing revoked, every call succeeds.

tests/support/lengths.py says how many processes there are, and how many rounds are made for each store.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from lengths import SESSION_PROCESSES as PROCESSES, SESSION_ROUNDS as ROUNDS
from nexus_storefront import FileStore, RedisStore, SqliteStore, Storefront
from nexus_storefront.auth.session_record import SessionRecord
from nexus_storefront.stores import Store

THREADS = 25
SESSION_KEY = "session/store_sandbox/default"
WORKER = Path(__file__).with_name("session_worker.py")


@pytest.fixture(params=["file", "sqlite", pytest.param("redis", marks=pytest.mark.redis)])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str, Store]]:
    """Kind, place and a handle of a store that processes may share."""
    place = request.getfixturevalue("redis_url") if request.param == "redis" else str(tmp_path / "place")
    if request.param == "file":
        store: Store = FileStore(place)
    elif request.param == "sqlite":
        store = SqliteStore(place)
    else:
        store = RedisStore(place, prefix="sessions-test:")
        store.delete(SESSION_KEY)
    yield request.param, place, store
    store.close()


class Processes:
    """The workers, told together."""

    def __init__(self, kind: str, place: str, base_url: str) -> None:
        command = [sys.executable, str(WORKER), kind, place, base_url, str(THREADS)]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.all = [subprocess.Popen(command, **pipes) for _ in range(PROCESSES)]
        self._answers()

    def tell(self, do: str) -> list[Any]:
        for process in self.all:
            process.stdin.write(json.dumps({"do": do}) + "\n")
            process.stdin.flush()
        return self._answers()

    def _answers(self) -> list[Any]:
        return [json.loads(process.stdout.readline()) for process in self.all]

    def stop(self) -> None:
        for process in self.all:
            process.stdin.close()
        for process in self.all:
            process.wait(30)
            process.stdout.close()


@pytest.mark.timeout(1800)
def test_one_refresh_for_all_processes_and_threads(shared: tuple[str, str, Store], sandbox: Any, customer: Any) -> None:
    kind, place, store = shared
    with Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, store=store) as shop:
        shop.auth.login(customer.email, "kata-sandi-contoh")
    processes = Processes(kind, place, sandbox.base_url)
    try:
        assert _together(processes) == {"ok": PROCESSES * THREADS}
        for round_ in range(ROUNDS):
            sandbox.control.advance_clock(901)
            if round_ % 5:
                # Known to have expired, as after a restart; in each fifth round the service's 401 tells it.
                entry = store.get(SESSION_KEY)
                record = SessionRecord.from_bytes(entry.value) if entry else None
                assert entry is not None
                assert record is not None
                store.put(
                    SESSION_KEY, attrs.evolve(record, access_until=time.time() - 1).to_bytes(), expected=entry.version
                )
                processes.tell("forget")
            assert _together(processes) == {"ok": PROCESSES * THREADS}, f"round {round_}"
            (family,) = customer.families
            told = (family["refreshes"], family["spent_presented"], family["revoked"])
            assert told == (round_ + 1, 0, None), f"round {round_}"
    finally:
        processes.stop()


def _together(processes: Processes) -> dict[str, int]:
    outcomes: dict[str, int] = {}
    for answer in processes.tell("call"):
        for name, count in answer["outcomes"].items():
            outcomes[name] = outcomes.get(name, 0) + count
    return outcomes

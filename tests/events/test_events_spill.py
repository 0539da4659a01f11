"""Nobody waits for the outbox: what cannot be written at once is in memory, and on disk when the file is free."""

import asyncio
import json
import logging
import math
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict, evolve
from nexus_storefront import Storefront
from nexus_storefront.clock import SystemClock
from nexus_storefront.events import Alarm, Conversion, Ending, Event, EventSettings, Outbox, Policy, Relay
from nexus_storefront.log import logger
from nexus_storefront.stores.conformance import HandClock
from nexus_storefront.work_queue.model import QueueError
from nexus_storefront.work_queue.schema import SCHEMA

STORE = "store_x"
ENOUGH = 0.05
"""Seconds; on a busy machine the best of some."""


def view(number: int | str) -> Conversion:
    return Conversion("content_view", (Event("meta", "ViewContent", f"view_{number}", None, {"number": number}),))


def purchase(number: int) -> Conversion:
    name = f"{number}-Purchase-FORM"
    return Conversion("purchase", (Event("meta", "Purchase", name, None, {"n": number}, None, True, True),))


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another connection writes, as a backup or a paused container does."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.fixture
def alarms() -> list[Alarm]:
    return []


@pytest.fixture
def relay(tmp_path: Path, alarms: list[Alarm]) -> Relay:
    settings = EventSettings(outbox=tmp_path / "outbox", on_alarm=alarms.append, policy=Policy(max_spilled=5))
    relay = Relay(STORE, settings)
    relay.outbox.open()
    return relay


def written(relay: Relay) -> list[str]:
    """The ids on disk, once nothing is left in memory."""
    assert relay._spill.write_out(30.0)
    with closing(sqlite3.connect(relay.outbox.path)) as db, db:
        ids = [
            identity for (identity,) in db.execute("SELECT identity FROM work UNION ALL SELECT identity FROM arrived")
        ]
    db.close()
    return ids


def test_a_held_file_slows_nobody_down_and_loses_nothing(relay: Relay, alarms: list[Alarm]) -> None:
    took = []
    with held(relay.outbox.path):
        for number in range(5):
            started = time.monotonic()
            receipt = relay.send(view(number))
            took.append(time.monotonic() - started)
            assert (receipt.statuses, receipt.accepted, receipt.dropped) == ({"meta": "spilled"}, True, False)
    assert sorted(took)[3] < ENOUGH
    assert written(relay) == [f"view_{n}" for n in range(5)]
    assert relay.send(view("later")).statuses == {"meta": "accepted"}
    assert alarms == []


def test_many_in_a_row_find_room_as_soon_as_the_file_is_free(relay: Relay) -> None:
    with held(relay.outbox.path):
        for number in range(5):
            relay.send(view(number))
        time.sleep(0.2)  # the thread that writes them looks seldom by now
    statuses = [relay.send(view(number)).statuses["meta"] for number in range(5, 50)]
    assert set(statuses) <= {"accepted", "spilled"}
    assert sorted(written(relay)) == sorted(f"view_{n}" for n in range(50))


def test_one_that_waits_for_room_does_not_write_all_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    relay = Relay(STORE, EventSettings(outbox=tmp_path / "outbox", policy=Policy(max_spilled=500)))
    relay.outbox.open()

    def start(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with held(relay.outbox.path), monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", start)
        for number in range(500):
            relay.send(view(number))
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", start)
        assert relay.send(view("one more")).statuses == {"meta": "spilled"}
        assert len(relay._spill._waiting) == 401
    assert len(written(relay)) == 501


def test_a_file_that_is_held_while_it_would_be_made(tmp_path: Path) -> None:
    relay = Relay(STORE, EventSettings(outbox=tmp_path / "outbox"))
    with held(tmp_path / "outbox"):
        assert relay.send(view(1)).statuses == {"meta": "spilled"}
    assert written(relay) == ["view_1"]


def test_a_log_that_grew_long_is_emptied_by_nobody_who_brings_something(
    relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it does while a backup reads, or where no worker runs."""
    path, log = relay.outbox.path, Path(f"{relay.outbox.path}-wal")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("CREATE TABLE many (it)")
        for _ in range(36):
            other.execute("INSERT INTO many VALUES (zeroblob(1 << 20))")
        small = path.stat().st_size
        with monkeypatch.context() as patch:
            patch.setattr(threading.Thread, "start", lambda thread: None)
            assert relay.send(view(1)).statuses == {"meta": "accepted"}
            assert path.stat().st_size == small
        relay._spill._looked = -math.inf
        relay.send(view(2))
        assert relay._spill._writer is not None
        relay._spill._writer.join(30)
        assert path.stat().st_size > small
        assert log.stat().st_size == 0
    assert sorted(written(relay)) == ["view_1", "view_2"]


def test_a_log_that_somebody_reads_keeps_nobody_out_for_long(relay: Relay) -> None:
    relay.send(view(1))
    with closing(sqlite3.connect(relay.outbox.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM arrived").fetchone()
        relay.send(view(2))
        started = time.monotonic()
        relay.outbox.checkpoint()
        assert time.monotonic() - started < 5.0


def test_a_thread_inside_the_file_slows_no_other(relay: Relay) -> None:
    inside, done = threading.Event(), threading.Event()

    def slow() -> None:
        with relay.outbox._transaction():
            inside.set()
            done.wait(30)

    thread = threading.Thread(target=slow)
    thread.start()
    inside.wait(30)
    assert relay.send(view(1)).statuses == {"meta": "spilled"}
    done.set()
    thread.join()
    assert written(relay) == ["view_1"]


def test_memory_is_bounded_and_purchases_go_first(relay: Relay, alarms: list[Alarm]) -> None:
    with held(relay.outbox.path):
        for number in range(5):
            relay.send(view(number))
        # the writer may have some in its hands: those count, but are not pushed out
        assert relay.send(view(9)).statuses == {"meta": "full"}
        receipts = [relay.send(purchase(number)).statuses["meta"] for number in range(6)]
        assert receipts.count("full") == sum(alarm.reason == "full" for alarm in alarms) - 1
        evicted = sum(alarm.reason == "evicted" for alarm in alarms)
    found = written(relay)
    assert len(found) == 5
    assert sum("Purchase" in identity for identity in found) == evicted


def test_it_is_told_what_was_pushed_out_of_a_full_file(tmp_path: Path, alarms: list[Alarm]) -> None:
    """At once, and where it is written from memory; also where the log fails, which changes nothing else."""
    policy = Policy(max_waiting=2)
    relay = Relay(STORE, EventSettings(outbox=tmp_path / "outbox", on_alarm=alarms.append, policy=policy))
    with broken_log():
        assert [relay.send(view(number)).statuses["meta"] for number in range(3)] == ["accepted", "accepted", "full"]
        assert relay.send(purchase(1)).statuses == {"meta": "accepted"}
        with held(relay.outbox.path):
            assert relay.send(purchase(2)).statuses == {"meta": "spilled"}
        assert written(relay) == ["1-Purchase-FORM", "2-Purchase-FORM"]
    (lane,) = relay.outbox.lanes(STORE)
    assert [(alarm.kind, alarm.lane, alarm.reason) for alarm in alarms] == [
        ("dropped", "meta", reason) for reason in ("full", "evicted", "evicted")
    ]
    assert lane.counts == {"accepted": 4, "full": 1, "evicted": 2}


@contextmanager
def broken_log() -> Iterator[None]:
    """A log whose records cannot be made."""

    def fails(*_: object, **__: object) -> logging.LogRecord:
        raise RuntimeError("no log")

    made = logging.getLogRecordFactory()
    logging.setLogRecordFactory(fails)
    try:
        yield
    finally:
        logging.setLogRecordFactory(made)


def test_what_is_logged_names_the_line_that_tells_it(caplog: pytest.LogCaptureFixture) -> None:
    logger.warning("told")
    assert caplog.records[0].funcName == "test_what_is_logged_names_the_line_that_tells_it"


def test_a_purchase_takes_the_place_of_what_came_while_others_are_written(
    relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, held(relay.outbox.path):
        patch.setattr(relay._spill, "_start_writer", lambda: None)
        assert relay.send(view(0)).statuses == {"meta": "spilled"}
    writing, goes_on, enter = threading.Event(), threading.Event(), relay.outbox.enter

    def slowly(*given: Any) -> Any:
        writing.set()
        goes_on.wait(20)
        return enter(*given)

    monkeypatch.setattr(relay.outbox, "enter", slowly)
    thread = threading.Thread(target=relay._spill.write_out, args=(20.0,), daemon=True)
    thread.start()
    assert writing.wait(20)
    assert {relay.send(view(number)).statuses["meta"] for number in range(1, 5)} == {"spilled"}
    assert relay.send(purchase(1)).statuses == {"meta": "spilled"}
    goes_on.set()
    thread.join(20)
    assert sorted(written(relay)) == ["1-Purchase-FORM", "view_0", "view_2", "view_3", "view_4"]


@pytest.mark.parametrize("wrong", [{"event_id": 5}, {"event_id": "\ud800"}, {"name": None}, {"is_purchase": "yes"}])
def test_what_no_file_takes_stands_before_nobody(relay: Relay, alarms: list[Alarm], wrong: dict[str, Any]) -> None:
    bad = evolve(next(iter(view("bad"))), **wrong)
    with held(relay.outbox.path):
        assert relay.send(view(1)).statuses == {"meta": "spilled"}
        assert relay.send([bad]).statuses == {"meta": "failed"}
        assert relay.send(view(2)).statuses == {"meta": "spilled"}
    assert sorted(written(relay)) == ["view_1", "view_2"]
    assert [alarm.kind for alarm in alarms] == ["outbox_failed"]


def test_what_was_taken_before_is_no_second_event(relay: Relay) -> None:
    relay.send(purchase(1))
    with held(relay.outbox.path):
        assert relay.send(purchase(1)).statuses == {"meta": "spilled"}
    assert written(relay) == ["1-Purchase-FORM"]


def test_a_flush_writes_first_what_is_in_memory(relay: Relay) -> None:
    with held(relay.outbox.path):
        relay.send(view(1))
    while relay.claim("meta") is None:
        pass
    assert relay._spill.write_out(5.0)  # whoever wrote it has noted that by then


def test_a_file_that_breaks_meanwhile_is_told_and_loses_nothing(
    relay: Relay, alarms: list[Alarm], monkeypatch: Any
) -> None:
    def broken(*_: object) -> Any:
        raise QueueError("disk full")

    with monkeypatch.context() as patch:
        with held(relay.outbox.path):
            relay.send(view(1))
            patch.setattr(relay.outbox, "enter", broken)
        assert not relay._spill.write_out(0.2)
        assert relay.send(purchase(1)).statuses == {"meta": "spilled"}
    assert sorted(written(relay)) == ["1-Purchase-FORM", "view_1"]
    assert alarms == [Alarm("outbox_failed", None, "disk full")]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_leaves_its_parent_s_to_the_parent(relay: Relay) -> None:
    with held(relay.outbox.path):
        relay.send(view(1))
        pid = os.fork()
        if not pid:
            signal.alarm(60)
            os._exit(1 if relay._spill._waiting else 0)
        assert os.waitpid(pid, 0)[1] == 0
    assert written(relay) == ["view_1"]


def test_an_ending_process_writes_what_is_in_memory(tmp_path: Path) -> None:
    text = """
        import sqlite3, sys, threading, time
        sys.path.insert(0, sys.argv[1])
        from test_events_spill import *
        relay = Relay(STORE, EventSettings(outbox=sys.argv[2]))
        relay.outbox.open()
        other = sqlite3.connect(sys.argv[2], isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        assert relay.send(view(1)).statuses == {"meta": "spilled"}
        threading.Timer(0.2, lambda: other.execute("ROLLBACK")).start()
    """
    path = tmp_path / "outbox"
    command = [sys.executable, "-c", textwrap.dedent(text), str(Path(__file__).parent), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert Outbox(path).lanes(STORE)[0].waiting == 1


def test_an_event_loop_goes_on(tmp_path: Path) -> None:
    from nexus_storefront import AsyncStorefront

    async def longest() -> float:
        settings = EventSettings(outbox=tmp_path / "outbox")
        shop = AsyncStorefront("store_x", "sfpk_x", "http://127.0.0.1:9", events=settings)
        shop.events.relay.outbox.open()
        pauses = []
        with held(tmp_path / "outbox"):
            for number in range(50):
                started = time.monotonic()
                shop.events.send(view(number))
                pauses.append(time.monotonic() - started)
                await asyncio.sleep(0)
        await shop.aclose()
        return sorted(pauses)[-2]  # the first one may wait for a moment

    assert asyncio.run(longest()) < ENOUGH


def test_a_damaged_row_is_a_dead_letter_and_stops_nothing(relay: Relay, alarms: list[Alarm]) -> None:
    for number in range(3):
        relay.send(view(number))
    with closing(sqlite3.connect(relay.outbox.path)) as db, db:
        db.execute("UPDATE arrived SET body = ? WHERE identity = 'view_0'", ("{" * 10,))
        db.execute("UPDATE arrived SET body = ? WHERE identity = 'view_1'", ("[" * 10**5,))
    db.close()
    claim = relay.claim("meta")
    assert claim is not None
    assert claim.event_id == "view_2"
    assert [alarm.reason for alarm in alarms] == ["damaged", "damaged"]
    assert [letter.reason for letter in relay.outbox.dead_letters(STORE)] == ["damaged", "damaged"]


@pytest.mark.parametrize("junk", ["", "abc", b"\xff", -1, 2**62, 1e308, math.inf, -math.inf], ids=repr)
@pytest.mark.parametrize(
    "column",
    [
        *("work.created", "work.due", "work.attempts", "work.body", "work.owner", "work.urgent", "work.position"),
        *("arrived.created", "arrived.body", "arrived.urgent", "arrived.kept", "arrived.position", "arrived.about"),
        *("work.name", "work.reason", "counts.n", "counts.what"),
        *("lanes.waiting", "lanes.failures", "lanes.paused_until", "lanes.accepted", "lanes.lane"),
    ],
)
def test_a_damaged_value_keeps_no_other_event_back(relay: Relay, column: str, junk: object) -> None:
    for number in range(2):
        relay.send(view(number))
    table, _, name = column.partition(".")
    if table != "arrived":
        relay.outbox.sweep()  # puts what has arrived in line
        relay.send(view(0))  # a duplicate is counted
    with closing(sqlite3.connect(relay.outbox.path)) as db, db:
        assert db.execute(
            f"UPDATE {table} SET {name} = ? WHERE {'seq = 1' if table in ('work', 'arrived') else 'true'}", (junk,)
        ).rowcount
    db.close()
    relay.tidy(now=True)
    found = []
    while (claim := relay.claim("meta")) is not None:
        relay.settle(claim, Ending("retry", "status 429", 0.0))
        relay.settle(claim, Ending("delivered"))
        found.append(claim.event_id)
    assert "view_1" in found
    assert relay.send(view(3)).accepted
    relay.outbox.resume(STORE)
    relay.outbox.replay(STORE)
    for told in (relay.outbox.lanes(STORE), relay.outbox.dead_letters(STORE)):
        json.dumps([asdict(each) for each in told], allow_nan=False)


@pytest.mark.parametrize("column", ["body", "name", "identity", "about", "lane"])
def test_a_text_that_is_none_keeps_no_other_event_back(relay: Relay, column: str) -> None:
    for number in range(2):
        relay.send(view(number))
    with closing(sqlite3.connect(relay.outbox.path)) as db, db:
        db.execute(f"UPDATE arrived SET {column} = CAST(x'7bff7d' AS TEXT) WHERE identity = 'view_0'")
    db.close()
    found = []
    while (claim := relay.claim("meta")) is not None:
        relay.settle(claim, Ending("delivered"))
        found.append(claim.event_id)
    assert "view_1" in found
    assert relay.outbox.lanes(STORE)
    assert {letter.reason for letter in relay.outbox.dead_letters(STORE)} == (
        {"damaged"} if column == "body" else set()
    )


def test_an_event_without_its_payload_is_damaged(relay: Relay, alarms: list[Alarm]) -> None:
    relay.send(view(0))
    with closing(sqlite3.connect(relay.outbox.path)) as db, db:
        db.execute("UPDATE arrived SET body = ?", ('{"q": 1}',))
    db.close()
    assert relay.claim("meta") is None
    assert [alarm.reason for alarm in alarms] == ["damaged"]
    assert [letter.payload for letter in relay.outbox.dead_letters(STORE)] == [None]


def test_what_was_in_memory_for_a_day_is_a_day_old(tmp_path: Path, alarms: list[Alarm]) -> None:
    """As over a weekend with a full disk: platforms would count it twice by then."""

    class Set(HandClock):
        def sleep(self, seconds: float) -> None:
            time.sleep(seconds)

    clock = Set()
    relay = Relay(STORE, EventSettings(outbox=tmp_path / "outbox", on_alarm=alarms.append), clock=clock)
    relay.outbox.open()
    with held(relay.outbox.path):
        assert relay.send(view(0)).statuses == {"meta": "spilled"}
        clock.set_by(24 * 3600.0 + 1)
    assert written(relay) == ["view_0"]
    relay.tidy(now=True)
    assert relay.outbox.claim(STORE, "meta") is None
    assert [alarm.reason for alarm in alarms] == ["1 expired"]


def test_what_was_to_be_repeated_by_a_fast_clock_is_repeated_by_the_right_one(tmp_path: Path) -> None:
    clock = HandClock()
    outbox = Outbox(tmp_path / "outbox", clock=clock)
    outbox.put(STORE, view(0).events)
    clock.set_by(5 * 3600.0)
    claim = outbox.claim(STORE, "meta")
    assert claim is not None
    outbox.settle(claim, Ending("retry", "status 429"))
    clock.set_by(-5 * 3600.0)
    assert outbox.claim(STORE, "meta") is None
    outbox.sweep()
    assert outbox.claim(STORE, "meta") is not None


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed there")
def test_a_folder_that_vanishes_is_made_anew_and_nothing_goes_into_a_file_that_nobody_sees(tmp_path: Path) -> None:
    relay = Relay(STORE, EventSettings(outbox=tmp_path / "state" / "outbox"))
    relay.send(view(0))
    shutil.rmtree(tmp_path / "state")
    assert relay.send(view(1)).statuses == {"meta": "accepted"}
    assert written(relay) == ["view_1"]


def test_an_outbox_of_a_newer_version_is_left_alone(relay: Relay, alarms: list[Alarm]) -> None:
    relay.outbox.close()
    with closing(sqlite3.connect(relay.outbox.path)) as db, db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    assert relay.send(view(0)).statuses == {"meta": "failed"}
    assert "version 99" in alarms[0].reason


@pytest.mark.parametrize("version", range(1, len(SCHEMA)))
def test_an_outbox_of_a_version_before_goes_on(tmp_path: Path, version: int) -> None:
    """Its events are delivered, its ids stay known."""
    path = tmp_path / "outbox"
    with closing(sqlite3.connect(path)) as db, db:
        db.executescript(SCHEMA[0])
        row = (STORE, "meta", "Purchase", "1-Purchase-FORM", 0, 1, 1, time.time(), 0.0, '{"p":{"n":1}}')
        db.execute(
            "INSERT INTO events (store, provider, name, event_id, state, purchase, kept, created, due, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        db.executescript("".join(SCHEMA[1:version]) + f"PRAGMA user_version = {version};")
    db.close()
    outbox = Outbox(path)
    assert outbox.put(STORE, purchase(1).events) == ["duplicate"]
    assert outbox.put(STORE, view(1).events) == ["accepted"]
    claim = outbox.claim(STORE, "meta")
    assert claim is not None
    assert (claim.event_id, claim.payload) == ("1-Purchase-FORM", {"n": 1})
    assert outbox.lanes(STORE)[0].waiting == 2


class Stopped(SystemClock):
    def sleep(self, seconds: float) -> None:
        raise AssertionError("nobody sleeps here")


def test_a_free_file_is_written_at_once_without_a_thread(tmp_path: Path) -> None:
    before = threading.active_count()
    outbox = Outbox(tmp_path / "outbox", clock=Stopped())
    assert Relay(STORE, outbox=outbox).send(view(1)).statuses == {"meta": "accepted"}
    assert threading.active_count() == before


class Counted(SystemClock):
    """Time that only passes by waiting; how long the main thread has waited."""

    def __init__(self) -> None:
        self.now, self.waited = 0.0, 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        if threading.current_thread() is threading.main_thread():
            self.now += seconds
            self.waited += seconds
        else:
            time.sleep(seconds)


def test_only_the_first_one_waits_and_not_for_long(tmp_path: Path) -> None:
    clock = Counted()
    relay = Relay(STORE, outbox=Outbox(tmp_path / "outbox", clock=clock))
    relay.outbox.open()
    with held(relay.outbox.path):
        for number in range(20):
            assert relay.send(view(number)).statuses == {"meta": "spilled"}
    assert 0 < clock.waited <= 0.03
    for _ in range(600):  # the writer's own thread
        if not relay._spill._waiting:
            break
        time.sleep(0.05)
    assert len(written(relay)) == 20


def test_where_memory_is_full_one_waits_no_longer_than_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Busy(Counted):
        def sleep(self, seconds: float) -> None:
            super().sleep(seconds)
            if self.waited > 0.015 and somebody.is_alive():
                enough.set()  # only now is it the caller's turn to write some
                somebody.join()

    def write() -> None:
        with relay._spill._writing:
            begun.set()
            enough.wait(30)

    begun, enough, somebody = threading.Event(), threading.Event(), threading.Thread(target=write)
    clock = Busy()
    relay = Relay(STORE, outbox=Outbox(tmp_path / "outbox", clock=clock, policy=Policy(max_spilled=1)))
    relay.outbox.open()
    monkeypatch.setattr(relay._spill, "write_out", lambda wait: True)  # the thread writes nothing
    with held(relay.outbox.path):
        assert relay.send(view(1)).statuses == {"meta": "spilled"}
        somebody.start()
        begun.wait(30)
        clock.waited = 0.0
        assert relay.send(view(2)).statuses == {"meta": "full"}
    assert 0.015 < clock.waited <= 0.03


def test_where_there_are_no_threads_whoever_works_on_the_outbox_writes(
    relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", none)
    with held(relay.outbox.path):
        assert relay.send(view(1)).statuses == {"meta": "spilled"}
    claim = relay.claim("meta")
    assert claim is not None
    assert claim.event_id == "view_1"


class Interrupted(deque[Any]):
    """What waits, while a signal handler or a finalizer brings another event at each step that is taken with it."""

    def __init__(self, relay: Relay) -> None:
        super().__init__()
        self._relay, self._inside, self.sent = relay, False, list[str]()

    def _another(self) -> None:
        if not self._inside and len(self.sent) < 50:
            self._inside = True
            name = f"another_{len(self.sent)}"
            if self._relay.send(view(name)).accepted:
                self.sent.append(f"view_{name}")
            self._inside = False

    def append(self, item: Any) -> None:
        self._another()
        super().append(item)
        self._another()

    def popleft(self) -> Any:
        self._another()
        return super().popleft()

    def remove(self, item: Any) -> None:
        self._another()
        super().remove(item)


def test_who_interrupts_its_own_thread_waits_for_nobody(relay: Relay, alarms: list[Alarm]) -> None:
    relay._spill._waiting = waiting = Interrupted(relay)
    brought = list[str]()

    def bring() -> None:
        with held(relay.outbox.path):
            for number in range(3):
                if relay.send(view(number)).accepted:
                    brought.append(f"view_{number}")
            for number in range(3):  # each takes the place of one that is no purchase, if there is one
                if relay.send(purchase(number)).accepted:
                    brought.append(f"{number}-Purchase-FORM")

    thread = threading.Thread(target=bring, daemon=True)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()
    evicted = sum(alarm.reason == "evicted" for alarm in alarms)
    found = written(relay)
    assert len(found) == len({*found}) == len(brought) + len(waiting.sent) - evicted
    assert {*found} <= {*brought, *waiting.sent}


def test_an_exception_of_a_signal_handler_leaves_nothing_behind_that_nobody_writes(
    relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(deque[Any]):
        def popleft(self) -> Any:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch, held(relay.outbox.path):
        patch.setattr(relay._spill, "write_out", lambda wait: True)  # the thread writes nothing
        relay.send(view(1))
    relay._spill._waiting = Broken(relay._spill._waiting)
    with pytest.raises(KeyboardInterrupt):
        relay._spill.write_out(1.0)
    relay._spill._waiting = deque(relay._spill._waiting)
    assert written(relay) == ["view_1"]


def test_who_is_interrupted_while_writing_keeps_nobody_from_it(relay: Relay, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever line of it the signal comes upon."""
    monkeypatch.setattr(relay._spill, "_start_writer", lambda: None)
    line, interrupted = 0, True
    while interrupted:
        with held(relay.outbox.path):
            relay.send(view(line))
        line, interrupted, left = line + 1, False, line + 1

        def trace(frame: Any, event: str, _: object) -> Any:
            nonlocal left, interrupted
            if frame.f_code.co_name != "_write_some":
                return None
            left -= event == "line"
            if left == 0 and not interrupted:
                interrupted = True
                raise KeyboardInterrupt
            return trace

        before = sys.gettrace()
        with suppress(KeyboardInterrupt):
            sys.settrace(trace)
            try:
                relay._spill._write_some()
            finally:
                sys.settrace(before)
        assert relay._spill.write_out(5.0), line
    assert line > 8
    assert sorted(written(relay)) == sorted(f"view_{number}" for number in range(line))


def test_what_is_brought_at_exit_is_written_whoever_exits_last(tmp_path: Path) -> None:
    code = f"""
import atexit, sqlite3, sys, threading

begun = threading.Event()

def let_go():
    begun.wait()
    time.sleep(0.3)
    other.execute("ROLLBACK")

timer = threading.Thread(target=let_go, daemon=True)  # Python 3.12 and newer begin none at exit
timer.start()

def last():
    other.execute("BEGIN IMMEDIATE")
    begun.set()
    print(relay.send(view(1)).statuses["meta"])
    timer.join()

atexit.register(last)  # before what writes the last events has been imported
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_events_spill import *
relay = Relay(STORE, EventSettings(outbox={str(tmp_path / "outbox")!r}))
relay.outbox.open()
other = sqlite3.connect(relay.outbox.path, isolation_level=None, check_same_thread=False)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.returncode) == ("spilled", 0), done.stderr
    assert written(Relay(STORE, EventSettings(outbox=tmp_path / "outbox"))) == ["view_1"]


def test_a_log_that_fails_costs_no_checkout(relay: Relay, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError("no space left on device")

    with broken_log():
        large = evolve(next(iter(view("large"))), payload={"large": "x" * 70_000})
        assert relay.send([large]).statuses == {"meta": "too_large"}
        monkeypatch.setattr(relay.outbox, "enter", fails)
        assert relay.send(view(1)).statuses == {"meta": "failed"}
        monkeypatch.undo()
        with held(relay.outbox.path):
            assert relay.send(view(2)).statuses == {"meta": "spilled"}
        with Storefront(STORE, "sfpk_x", "http://127.0.0.1:1", events=relay.settings) as shop:
            nothing: Any = None
            line = {"variant_unique_id": "variant_1", "unit_price": 1, "quantity": 1}
            assert shop.events.add_to_cart(line, nothing).skipped
            assert shop.events.send(nothing).skipped

"""The outbox: what is accepted survives, what was taken once is never taken again, and nothing grows without bound."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from nexus_storefront import SqliteStore, StorefrontError
from nexus_storefront.clock import SystemClock
from nexus_storefront.events.model import Event, Provider
from nexus_storefront.events.outbox import Outbox
from nexus_storefront.events.sending import Claim, Policy, ending_of
from nexus_storefront.webhooks import Inbox
from nexus_storefront.work_queue.model import Ending, EndingKind, QueueBusy, QueueError

STORE = "store_sandbox"
DELIVERED = Ending("delivered")
DAY = 86_400.0


def told_of(outbox: Outbox, claim: Claim, ending: Ending) -> list[str]:
    """What a person is told when an attempt ends so."""
    told = list[str]()
    outbox.settle(claim, ending, told.append)
    return told


class Clock(SystemClock):
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def outbox(tmp_path: Path, clock: Clock) -> Outbox:
    return Outbox(tmp_path / "state" / "outbox.sqlite3", clock=clock)


def purchase(number: int | str, provider: Provider = "meta", **more: object) -> Event:
    payload = {"user_data": {"em": f"buyer{number}@example.com"}, "pad": more.pop("pad", "")}
    identity = f"ORD-{number}-Purchase-FORM"
    return Event(provider, "Purchase", identity, None, payload, None, True, True, "Agent/1", **more)  # type: ignore[arg-type]


def view(number: int, provider: Provider = "meta") -> Event:
    return Event(provider, "ViewContent", f"view_content_{number}", None, {"number": number})


def claimed(outbox: Outbox, provider: Provider = "meta") -> Claim:
    claim = outbox.claim(STORE, provider)
    assert claim is not None
    return claim


def lane(outbox: Outbox, provider: Provider = "meta") -> dict[str, object]:
    (found,) = [lane for lane in outbox.lanes(STORE) if lane.provider == provider]
    return {"waiting": found.waiting, "stopped": found.stopped, "dead": found.dead, **found.counts}


def bytes_on_disk(outbox: Outbox) -> bytes:
    return b"".join(path.read_bytes() for path in outbox.path.parent.iterdir())


def elsewhere(path: Path, script: str) -> "subprocess.Popen[str]":
    """Another process on the same outbox, as `box`."""
    start = "import sys\nsys.path.insert(0, sys.argv[2])\nfrom test_events_outbox import *\nbox = Outbox(sys.argv[1])\n"
    command = [sys.executable, "-c", start + textwrap.dedent(script), str(path), str(Path(__file__).parent)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


class TestAcceptance:
    def test_what_goes_in_comes_out(self, outbox: Outbox) -> None:
        event = purchase(1, subject="shopper-1")
        assert outbox.put(STORE, [event]) == ["accepted"]
        claim = claimed(outbox)
        assert (claim.provider, claim.name, claim.event_id) == ("meta", "Purchase", "ORD-1-Purchase-FORM")
        assert (claim.payload, claim.user_agent, claim.subject) == (event.payload, "Agent/1", "shopper-1")
        assert "buyer1" not in repr(claim)
        assert outbox.claim(STORE, "meta") is None

    def test_where_there_is_room_each_event_costs_one_statement(self, outbox: Outbox) -> None:
        outbox.put(STORE, [purchase(1), purchase(1, "tiktok")])
        statements = list[str]()
        assert outbox._file._connection is not None
        outbox._file._connection.set_trace_callback(lambda each: statements.append(each.split()[0]))
        outbox.put(STORE, [purchase(2), purchase(2, "tiktok")])
        assert statements == ["BEGIN", "INSERT", "INSERT", "COMMIT"]

    def test_an_event_is_taken_once_before_and_after_delivery_and_restart(self, outbox: Outbox) -> None:
        assert outbox.put(STORE, [purchase(1), purchase(1)]) == ["accepted", "duplicate"]
        outbox.settle(claimed(outbox), DELIVERED)
        assert outbox.put(STORE, [purchase(1)]) == ["duplicate"]
        outbox.close()
        again = Outbox(outbox.path, clock=outbox.clock)
        assert again.put(STORE, [purchase(1)]) == ["duplicate"]
        assert again.claim(STORE, "meta") is None
        with elsewhere(outbox.path, "print(box.put('store_sandbox', [purchase(1)]))") as other:
            assert other.communicate(timeout=60)[0].strip() == "['duplicate']"
        assert lane(again)["duplicate"] == 4

    def test_the_key_is_store_provider_name_and_id(self, outbox: Outbox) -> None:
        other_name = Event("meta", "Lead", "ORD-1-Purchase-FORM", None, {})
        assert outbox.put(STORE, [purchase(1), purchase(1, "tiktok"), other_name]) == ["accepted"] * 3
        assert outbox.put("store_other", [purchase(1)]) == ["accepted"]
        assert outbox.claim("store_other", "tiktok") is None

    def test_order_ids_are_kept_for_ever_and_interactions_for_a_week(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [purchase(1), view(1)])
        for _ in range(2):
            outbox.settle(claimed(outbox), DELIVERED)
        clock.now += 400 * DAY
        outbox.sweep()
        assert outbox.put(STORE, [purchase(1), view(1)]) == ["duplicate", "accepted"]


@pytest.mark.parametrize("kind", [SqliteStore, Outbox, Inbox])
@pytest.mark.parametrize("taken_for", [SqliteStore, Outbox, Inbox])
def test_a_file_of_another_kind_is_called_so_and_stays_as_it_is(kind: Any, taken_for: Any, tmp_path: Path) -> None:
    """One path for two of them is soon written."""

    def used(as_kind: Any) -> None:
        it = as_kind(tmp_path / "file")
        it.keys("") if as_kind is SqliteStore else it.lanes(STORE)
        it.close()

    def holds() -> list[object]:
        with closing(sqlite3.connect(tmp_path / "file")) as db:
            return [
                *db.execute("PRAGMA user_version"),
                *db.execute("SELECT name, sql FROM sqlite_master ORDER BY name"),
            ]

    used(kind)
    before = holds()
    if taken_for is not kind:
        with pytest.raises(StorefrontError, match="another kind of file"):
            used(taken_for)
    assert holds() == before
    used(kind)


class TestPrivacy:
    def test_only_the_owner_can_read_any_file(self, tmp_path: Path) -> None:
        old = os.umask(0)
        try:
            outbox = Outbox(tmp_path / "new" / "outbox.sqlite3")
            outbox.put(STORE, [purchase(1)])
        finally:
            os.umask(old)
        names = {path.name: stat.S_IMODE(path.stat().st_mode) for path in outbox.path.parent.iterdir()}
        assert names == dict.fromkeys(("outbox.sqlite3", "outbox.sqlite3-wal", "outbox.sqlite3-shm"), 0o600)
        assert stat.S_IMODE(outbox.path.parent.stat().st_mode) == 0o700

    def test_a_file_that_others_could_read_is_closed_to_them(self, tmp_path: Path) -> None:
        path = tmp_path / "outbox.sqlite3"
        path.touch(mode=0o644)
        Outbox(path).put(STORE, [purchase(1)])
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    @pytest.mark.parametrize("kind", ["text", "database"])
    def test_a_file_of_another_kind_is_left_as_it_is(self, tmp_path: Path, kind: str) -> None:
        """Its mode included: a path may be mistyped."""
        path = tmp_path / "other"
        if kind == "text":
            path.write_text("of another program, and longer than a page of a database has as its head. " * 9)
        else:
            with closing(sqlite3.connect(path)) as db:
                db.execute("CREATE TABLE theirs (anything TEXT)")
        path.chmod(0o644)
        before = path.read_bytes()
        for use in (lambda: Outbox(path).lanes(STORE), lambda: Outbox(path).put(STORE, [view(1)])):
            with pytest.raises(QueueError, match=r"another kind of file|not a database"):
                use()
        assert (stat.S_IMODE(path.stat().st_mode), path.read_bytes()) == (0o644, before)
        assert [each.name for each in tmp_path.iterdir()] == ["other"]

    def test_personal_data_is_gone_from_the_disk_once_delivered(self, outbox: Outbox) -> None:
        outbox.put(STORE, [purchase(1), purchase(2)])
        assert b"buyer1@example.com" in bytes_on_disk(outbox)
        outbox.settle(claimed(outbox), DELIVERED)
        outbox.checkpoint()
        left = bytes_on_disk(outbox)
        assert b"buyer1@example.com" not in left
        assert b"buyer2@example.com" in left

    @pytest.mark.parametrize("why", ["expired", "ambiguous", "no_consent"])
    def test_personal_data_goes_with_an_event_that_is_given_up(self, outbox: Outbox, clock: Clock, why: str) -> None:
        outbox.put(STORE, [purchase(1, "snackvideo")])
        if why == "expired":
            clock.now += DAY + 1
            assert outbox.claim(STORE, "snackvideo") is None
        elif why == "ambiguous":
            outbox.settle(claimed(outbox, "snackvideo"), Ending("ambiguous", "Timeout"))
        else:
            outbox.settle(claimed(outbox, "snackvideo"), Ending("given_up", why))
        outbox.checkpoint()
        assert b"buyer1@example.com" not in bytes_on_disk(outbox)
        (letter,) = outbox.dead_letters(STORE)
        assert letter.reason.startswith(why)
        assert letter.payload is None
        assert outbox.replay(STORE) == 0

    def test_a_dead_letter_loses_its_data_when_it_can_no_longer_be_replayed(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [purchase(1)])
        outbox.settle(claimed(outbox), Ending("refused", "status 400"))
        assert outbox.dead_letters(STORE)[0].payload is not None
        clock.now += DAY + 1
        outbox.sweep()
        outbox.checkpoint()
        assert outbox.dead_letters(STORE)[0].payload is None
        assert b"buyer1@example.com" not in bytes_on_disk(outbox)


def test_many_that_are_given_up_keep_none_behind_them_back(outbox: Outbox) -> None:
    outbox.put(STORE, [view(number) for number in range(150)])
    assert outbox.claim(STORE, "meta") is not None  # all are in line by now
    with closing(sqlite3.connect(outbox.path)) as db, db:
        db.execute("UPDATE work SET body = '[' WHERE state = 0")
    outbox.put(STORE, [view(999)])
    dead: list[str] = []
    claim = outbox.claim(STORE, "meta", dead.append)
    assert claim is not None
    assert (claim.event_id, dead) == ("view_content_999", ["damaged"] * 149)


class TestBounds:
    def make(self, tmp_path: Path, clock: Clock) -> Outbox:
        return Outbox(tmp_path / "o", policy=Policy(max_waiting=3, max_bytes=500), clock=clock)

    def test_a_full_lane_refuses_interactions_and_purchases_push_them_out(self, tmp_path: Path, clock: Clock) -> None:
        outbox = self.make(tmp_path, clock)
        assert outbox.put(STORE, [view(n) for n in range(5)]) == ["accepted"] * 3 + ["full"] * 2
        assert outbox.put(STORE, [view(9, "tiktok")]) == ["accepted"]
        assert outbox.put(STORE, [purchase(n) for n in range(4)]) == ["accepted"] * 3 + ["full"]
        counts = lane(outbox)
        assert [counts[name] for name in ("waiting", "accepted", "full", "evicted")] == [3, 6, 3, 3]
        assert {claimed(outbox).event_id for _ in range(3)} == {f"ORD-{n}-Purchase-FORM" for n in range(3)}

    def test_a_refused_event_may_be_tried_again(self, tmp_path: Path, clock: Clock) -> None:
        outbox = self.make(tmp_path, clock)
        outbox.put(STORE, [purchase(n) for n in range(3)])
        assert outbox.put(STORE, [purchase(3)]) == ["full"]
        outbox.settle(claimed(outbox), DELIVERED)
        assert outbox.put(STORE, [purchase(3)]) == ["accepted"]

    def test_an_oversized_event_is_refused(self, tmp_path: Path, clock: Clock) -> None:
        outbox = self.make(tmp_path, clock)
        assert outbox.put(STORE, [purchase(1, pad="x" * 500)]) == ["too_large"]

    def test_an_event_under_way_is_never_pushed_out(self, tmp_path: Path, clock: Clock) -> None:
        outbox = self.make(tmp_path, clock)
        outbox.put(STORE, [view(n) for n in range(3)])
        under_way = claimed(outbox)
        outbox.put(STORE, [purchase(n) for n in range(3)])
        outbox.settle(under_way, DELIVERED)
        assert lane(outbox)["delivered"] == 1

    def test_who_brings_something_puts_no_more_in_line_than_there_is_time_for(self, tmp_path: Path) -> None:
        """A lane has filled up, and nobody has worked on it: what waits is counted in line."""

        class Passing(Clock):
            def monotonic(self) -> float:
                self.now += 0.001
                return self.now

        with closing(Outbox(tmp_path / "o", policy=Policy(max_waiting=3000), clock=Passing())) as outbox:
            assert set(outbox.put(STORE, [view(n) for n in range(3000)])) == {"accepted"}
            with pytest.raises(QueueBusy):
                outbox.put(STORE, [purchase(1)], 0.02)
            with closing(sqlite3.connect(outbox.path)) as db:
                (left,) = db.execute("SELECT count(*) FROM arrived").fetchone()
            assert 0 < left < 3000
            assert outbox.put(STORE, [view(3000), purchase(1), purchase(2)]) == ["full", "accepted", "accepted"]
            assert [lane(outbox)[name] for name in ("waiting", "full", "evicted")] == [3000, 1, 2]

    def test_a_lane_that_fills_up_in_the_midst_of_many_takes_what_it_has_room_for(self, tmp_path: Path) -> None:
        outbox = Outbox(tmp_path / "o", policy=Policy(max_waiting=300))
        assert outbox.put(STORE, [view(n) for n in range(290)]) == ["accepted"] * 290
        assert outbox.put(STORE, [view(n) for n in range(290, 510)]) == ["accepted"] * 10 + ["full"] * 210
        assert [lane(outbox)[name] for name in ("waiting", "full")] == [300, 210]


class TestAge:
    def test_nothing_older_than_a_day_is_ever_claimed(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [purchase(1)])
        clock.now += DAY
        outbox.put(STORE, [purchase(2)])
        clock.now += 1
        gone: list[str] = []
        claim = outbox.claim(STORE, "meta", gone.append)
        assert claim is not None
        assert (claim.event_id, gone) == ("ORD-2-Purchase-FORM", ["expired"])
        assert outbox.put(STORE, [purchase(1)]) == ["duplicate"]

    def test_sweeping_buries_a_whole_stale_queue(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [view(n) for n in range(250)])
        clock.now += DAY + 1
        assert outbox.sweep() == 250
        assert lane(outbox) == {"waiting": 0, "stopped": None, "dead": 250, "accepted": 250, "expired": 250}
        clock.now += 7 * DAY
        outbox.sweep()
        assert lane(outbox)["dead"] == 0


class TestClock:
    """Kiosks start without knowing the time, and learn it later."""

    @pytest.mark.parametrize("swept", [True, False])
    def test_a_purchase_from_before_the_clock_was_set_is_sent(self, outbox: Outbox, clock: Clock, swept: bool) -> None:
        now, clock.now = clock.now, 60.0
        outbox.put(STORE, [purchase(1)])
        clock.now = now
        if swept:
            assert outbox.sweep() == 0
        claim = claimed(outbox)
        assert claim.created == now

    def test_a_clock_that_is_not_set_goes_on(self, tmp_path: Path) -> None:
        """While what waits is looked through, too."""

        class Going(Clock):
            def time(self) -> float:
                self.now += 0.001
                assert self.now < 61, "it is looked through without end"
                return self.now

        clock = Going()
        clock.now = 60.0
        outbox = Outbox(tmp_path / "o", clock=clock)
        outbox.put(STORE, [purchase(1)])
        assert outbox.sweep() == 0
        assert claimed(outbox).event_id == "ORD-1-Purchase-FORM"

    def test_a_purchase_from_a_fast_clock_is_sent_once_it_is_set_back(self, outbox: Outbox, clock: Clock) -> None:
        clock.now += 365 * DAY
        outbox.put(STORE, [purchase(1), purchase(2)])
        outbox.settle(claimed(outbox), Ending("retry", "status 429"))
        clock.now -= 365 * DAY
        outbox.sweep()
        assert {claimed(outbox).event_id for _ in range(2)} == {"ORD-1-Purchase-FORM", "ORD-2-Purchase-FORM"}
        clock.now += DAY + outbox.policy.lease
        assert outbox.sweep() == 2


class TestLeases:
    def test_a_dead_workers_event_goes_to_another_after_the_lease(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [purchase(1)])
        first = claimed(outbox)
        clock.now += outbox.policy.lease - 1
        assert outbox.claim(STORE, "meta") is None
        clock.now += 2
        second = claimed(outbox)
        assert (second.event_id, second.attempts) == (first.event_id, 2)
        # the first one comes back after all: its failure changes nothing, its success counts once
        outbox.settle(first, Ending("refused", "late"))
        assert lane(outbox)["waiting"] == 1
        outbox.settle(first, DELIVERED)
        outbox.settle(second, DELIVERED)
        assert lane(outbox)["delivered"] == 1

    def test_snackvideo_is_not_sent_again_by_another_worker(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [purchase(1, "snackvideo"), purchase(2, "snackvideo")])
        claimed(outbox, "snackvideo")
        clock.now += outbox.policy.lease + 1
        gone: list[str] = []
        assert claimed(outbox, "snackvideo").event_id == "ORD-2-Purchase-FORM"
        assert outbox.claim(STORE, "snackvideo", gone.append) is None
        assert gone == ["ambiguous"]

    @pytest.mark.parametrize("back", [301.0, 2000.0])
    def test_a_clock_that_is_set_back_ends_no_lease(self, outbox: Outbox, clock: Clock, back: float) -> None:
        outbox.put(STORE, [purchase(1, "snackvideo"), purchase(1)])
        under_way = [claimed(outbox, "snackvideo"), claimed(outbox)]
        clock.now -= back
        other = Outbox(outbox.path, clock=clock)
        other.sweep()
        assert [other.claim(STORE, provider) for provider in ("snackvideo", "meta")] == [None, None]
        for claim in under_way:
            outbox.settle(claim, DELIVERED)
        assert other.dead_letters(STORE) == []
        outbox.put(STORE, [purchase(2)])
        claimed(outbox)  # whose worker dies
        clock.now -= back
        other.sweep()
        clock.now += outbox.policy.lease + 1
        assert claimed(other).attempts == 2

    def test_with_a_last_attempt_what_may_have_been_sent_is_not_sent_again(self, tmp_path: Path) -> None:
        outbox = Outbox(tmp_path / "outbox", policy=Policy(max_attempts=1))
        outbox.put(STORE, [purchase(1, "snackvideo"), purchase(1)])
        for provider in ("snackvideo", "meta"):
            outbox.settle(claimed(outbox, provider), Ending("ambiguous", "status 500"))  # type: ignore[arg-type]
        assert {it.lane: it.reason for it in outbox.dead_letters(STORE)} == {
            "snackvideo": "ambiguous: status 500",
            "meta": "exhausted: status 500",
        }
        assert outbox.replay(STORE) == 1

    def test_what_is_behind_the_last_attempt_of_an_event_waits_as_behind_any_other(
        self, tmp_path: Path, clock: Clock
    ) -> None:
        outbox = Outbox(tmp_path / "outbox", policy=Policy(max_attempts=1), clock=clock)
        outbox.put(STORE, [purchase(1), purchase(2)])
        outbox.settle(claimed(outbox), Ending("retry", "no connection"))
        assert [letter.reason for letter in outbox.dead_letters(STORE)] == ["exhausted: no connection"]
        assert outbox.claim(STORE, "meta") is None
        clock.now += outbox.policy.base
        assert claimed(outbox).event_id == purchase(2).event_id

    def test_purchases_go_first(self, outbox: Outbox, clock: Clock) -> None:
        for number in range(3):
            outbox.put(STORE, [view(number), purchase(number)])
            clock.now += 1
        assert [claimed(outbox).event_id for _ in range(6)] == [
            *(f"ORD-{n}-Purchase-FORM" for n in range(3)),
            *(f"view_content_{n}" for n in range(3)),
        ]


class TestEndings:
    @pytest.mark.parametrize("kind", ["retry", "ambiguous"])
    def test_a_failed_event_waits_longer_each_time(self, outbox: Outbox, clock: Clock, kind: EndingKind) -> None:
        outbox.put(STORE, [purchase(1)])
        waits = []
        for _ in range(12):
            outbox.settle(claimed(outbox), Ending(kind, "status 503"))
            outbox.resume(STORE)  # the lane waits too; this is about the event
            due = _due(outbox)
            waits.append(due - clock.now)
            clock.now = due
        assert waits[0] <= 1.0
        for shorter, longer in zip(waits, waits[2:], strict=False):
            assert longer >= min(shorter, outbox.policy.ceiling / 2)
        assert outbox.policy.ceiling / 2 <= waits[-1] <= outbox.policy.ceiling

    def test_one_failure_holds_the_lane_back_but_not_the_others(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [purchase(1), purchase(2), purchase(1, "tiktok")])
        outbox.settle(claimed(outbox), Ending("retry", "status 429", 60.0))
        assert outbox.claim(STORE, "meta") is None
        assert claimed(outbox, "tiktok")
        clock.now += 59
        assert outbox.claim(STORE, "meta") is None
        clock.now += 8
        outbox.settle(claimed(outbox), DELIVERED)
        assert claimed(outbox).event_id

    def test_a_hostile_retry_after_cannot_park_the_lane(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [purchase(1)])
        outbox.settle(claimed(outbox), Ending("retry", "status 429", 10.0**9))
        clock.now += outbox.policy.retry_after_ceiling * 1.11
        assert claimed(outbox)

    def test_a_refused_event_is_a_dead_letter_that_can_be_replayed(self, outbox: Outbox) -> None:
        outbox.put(STORE, [purchase(1), purchase(2)])
        assert told_of(outbox, claimed(outbox), Ending("refused", "status 400")) == ["status 400"]
        (letter,) = outbox.dead_letters(STORE)
        assert (letter.event_id, letter.reason) == ("ORD-1-Purchase-FORM", "refused: status 400")
        assert letter.payload == purchase(1).payload
        assert "buyer1" not in repr(letter)
        assert outbox.put(STORE, [purchase(1)]) == ["duplicate"]
        assert claimed(outbox).event_id == "ORD-2-Purchase-FORM"
        assert outbox.replay(STORE, [letter.seq]) == 1
        assert outbox.replay(STORE, [letter.seq]) == 0
        assert claimed(outbox).event_id == "ORD-1-Purchase-FORM"

    def test_a_wrong_key_stops_the_lane_and_keeps_every_event(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [purchase(1), purchase(2), purchase(1, "tiktok")])
        assert told_of(outbox, claimed(outbox), Ending("stopped", "status 404")) == ["status 404"]
        clock.now += 3600
        assert outbox.claim(STORE, "meta") is None
        assert claimed(outbox, "tiktok")
        assert lane(outbox) == {"waiting": 2, "stopped": "status 404", "dead": 0, "accepted": 2}
        outbox.resume(STORE, "meta")
        assert {claimed(outbox).event_id for _ in range(2)} == {"ORD-1-Purchase-FORM", "ORD-2-Purchase-FORM"}

    def test_snackvideo_is_not_repeated_when_it_may_have_been_sent(self, outbox: Outbox, clock: Clock) -> None:
        outbox.put(STORE, [purchase(1, "snackvideo"), purchase(2, "snackvideo")])
        assert told_of(outbox, claimed(outbox, "snackvideo"), Ending("ambiguous", "Timeout")) == ["Timeout"]
        clock.now += 3600
        claim = claimed(outbox, "snackvideo")
        assert claim.event_id == "ORD-2-Purchase-FORM"
        outbox.settle(claim, Ending("retry", "status 429"))
        clock.now += 3600
        assert claimed(outbox, "snackvideo").event_id == "ORD-2-Purchase-FORM"


def _due(outbox: Outbox) -> float:
    db = sqlite3.connect(outbox.path)
    ((due,),) = db.execute("SELECT min(due) FROM work WHERE state = 0")
    db.close()
    return float(due)


@pytest.mark.parametrize(
    ("status", "content", "kind"),
    [
        (204, b"", "delivered"),
        (201, b"<html>", "delivered"),
        (202, b"", "delivered"),
        (200, b"{}", "delivered"),
        (200, b"<html>", "ambiguous"),
        (200, b"", "ambiguous"),
        (200, b'{"data"', "ambiguous"),
        (400, b"", "refused"),
        (402, b"", "stopped"),
        (407, b"", "stopped"),
        (413, b"", "refused"),
        (422, b"", "refused"),
        (401, b"", "stopped"),
        (403, b"", "stopped"),
        (404, b"", "stopped"),
        (302, b"", "stopped"),
        (408, b"", "retry"),
        (425, b"", "retry"),
        (429, b"", "retry"),
        (503, b"", "ambiguous"),
        (500, b"", "ambiguous"),
        (502, b"", "ambiguous"),
        (504, b"", "ambiguous"),
        (520, b"", "ambiguous"),
    ],
)
def test_what_an_answer_means(status: int, content: bytes, kind: EndingKind) -> None:
    assert ending_of(status, {}, content, now=0).kind == kind


@pytest.mark.parametrize(
    ("value", "seconds"), [("120", 120.0), ("Thu, 01 Jan 1970 00:01:00 GMT", 50.0), ("soon", None), ("-5", 0.0)]
)
def test_retry_after_in_seconds_or_as_a_date(value: str, seconds: float | None) -> None:
    assert ending_of(429, {"retry-after": value}, now=10).retry_after == seconds


def test_attempts_back_off_from_1_to_300_seconds_with_jitter() -> None:
    waits = [Policy().backoff(failures, None, 1.0) for failures in (1, 2, 3, 9, 10, 99)]
    assert waits == [1, 2, 4, 256, 300, 300]
    assert [Policy().backoff(failures, None, 0.0) for failures in (1, 99)] == [0.5, 150]


@settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(failures=st.integers(1, 10**6), asked=st.none() | st.floats(0, 1e12), chance=st.floats(0, 1, exclude_max=True))
def test_backoff_is_bounded_and_honours_what_was_asked(failures: int, asked: float | None, chance: float) -> None:
    policy = Policy()
    wait = policy.backoff(failures, asked, chance)
    assert 0 < wait <= max(policy.ceiling, policy.retry_after_ceiling * 1.1)
    assert asked is None or wait >= min(asked, policy.retry_after_ceiling)


class TestProcesses:
    def test_threads_share_one_outbox(self, outbox: Outbox) -> None:
        with ThreadPoolExecutor(8) as pool:
            results = pool.map(lambda n: outbox.put(STORE, [purchase(n % 50), view(n)]), range(200))
        statuses = Counter(status for result in results for status in result)
        assert statuses == {"accepted": 250, "duplicate": 150}

    def test_every_event_goes_to_one_of_many_workers(self, tmp_path: Path) -> None:
        path = tmp_path / "outbox"
        Outbox(path).put(STORE, [purchase(n) for n in range(300)])
        script = """
            while (claim := box.claim('store_sandbox', 'meta')):
                print(claim.event_id)
                box.settle(claim, DELIVERED)
        """
        seen: Counter[str] = Counter()
        with ExitStack() as stack:
            for worker in [stack.enter_context(elsewhere(path, script)) for _ in range(3)]:
                seen.update(worker.communicate(timeout=60)[0].split())
        assert len(seen) == 300
        assert set(seen.values()) == {1}

    def test_what_put_returned_survives_kill_9(self, tmp_path: Path) -> None:
        path, told = tmp_path / "outbox", 0
        script = """
            n = 0
            while True:
                box.put('store_sandbox', [purchase(n)])
                n += 1
                print(n, flush=True)
        """
        with elsewhere(path, script) as process:
            assert process.stdout is not None
            for line in process.stdout:
                told = int(line)
                if told == 200:
                    process.send_signal(signal.SIGKILL)
        kept = Outbox(path).lanes(STORE)[0].waiting
        assert told >= 200
        assert told <= kept <= told + 1

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
    def test_a_forked_child_and_its_parent_both_go_on(self, outbox: Outbox) -> None:
        stop = threading.Event()

        def busy() -> None:
            number = 10_000
            while not stop.is_set():
                with suppress(QueueBusy):  # forks may take longer than it waits
                    outbox.put(STORE, [view(number)])
                number += 1

        thread = threading.Thread(target=busy)
        thread.start()
        try:
            children = []
            for child in range(4):
                pid = os.fork()
                if not pid:
                    signal.alarm(120)  # does not outlive the test, should it hang
                    code = 1
                    try:
                        done = [outbox.put(STORE, [purchase(f"{child}-{n}")], 60) == ["accepted"] for n in range(25)]
                        code = 0 if all(done) else 2
                    finally:
                        os._exit(code)
                children.append(pid)
                outbox.put(STORE, [purchase(f"parent-{child}")], 60)
            codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children]
        finally:
            stop.set()
            thread.join()
        assert codes == [0, 0, 0, 0]
        claims = set()
        while (claim := outbox.claim(STORE, "meta")) is not None and claim.name == "Purchase":
            claims.add(claim.event_id)
        assert len(claims) == 104
        db = sqlite3.connect(outbox.path)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        db.close()

    def test_processes_that_start_at_once_agree_on_the_schema(self, tmp_path: Path) -> None:
        script = """
            sys.stdin.readline()
            print(box.put('store_sandbox', [purchase(1)])[0])
        """
        with ExitStack() as stack:
            workers = [stack.enter_context(elsewhere(tmp_path / "outbox", script)) for _ in range(4)]
            for worker in workers:
                assert worker.stdin is not None
                worker.stdin.write("go\n")
                worker.stdin.flush()
            results = Counter(worker.communicate(timeout=60)[0].strip() for worker in workers)
        assert results == {"accepted": 1, "duplicate": 3}

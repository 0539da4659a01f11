"""Thousands of purchases, four processes, random kills, a bad network, half an hour of outage: each counts once."""

import itertools
import mmap
import random
import signal
import struct
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lengths import PROOF_PURCHASES as PURCHASES
from nexus_sandbox import Sandbox
from nexus_storefront.clock import SystemClock
from nexus_storefront.events.outbox import Outbox

PROCESSES = 4
SHARE = PURCHASES // PROCESSES
MOST_KILLS = PURCHASES // 200  # each costs the start of an interpreter
SCRIPT = Path(__file__).with_name("events_proof_shopfront.py")
OPERATIONS = (
    "sendStorefrontMetaConversionEvent",
    "sendStorefrontTiktokConversionEvent",
    "sendStorefrontSnackVideoConversionEvent",
)


class Simulated(SystemClock):
    """The time in a file that all processes map."""

    def __init__(self, file: mmap.mmap) -> None:
        self._file = file

    def time(self) -> float:
        return float(struct.unpack("d", self._file[:8])[0])


class World:
    """The simulated clock, the processes that live by it, and how many purchases each of them may have taken: one that
    had taken all before the outage would not be put to the test by it."""

    def __init__(self, folder: Path, base: str) -> None:
        self.folder, self.base = folder, base
        clock = folder / "clock"
        clock.write_bytes(struct.pack("dq", 1_800_000_000.0, 0))
        with clock.open("r+b") as file:
            self._clock = mmap.mmap(file.fileno(), 16)
        self.allowed = 0
        self.outbox = Outbox(folder / "outbox", clock=Simulated(self._clock))
        self.processes: list[subprocess.Popen[bytes]] = []
        self.kills = 0
        self._taken: dict[int, int] = {}

    def pass_time(self, seconds: float) -> None:
        self._clock[:8] = struct.pack("d", self.outbox.clock.time() + seconds)

    def allow(self, each: int) -> int:
        """Let each process take as many as this; how many all may take now."""
        self.allowed = each
        self._clock[8:] = struct.pack("q", each)
        return each * PROCESSES

    def start(self, number: int) -> "subprocess.Popen[bytes]":
        first, last = (PURCHASES * n // PROCESSES for n in (number, number + 1))
        files = [self.outbox.path, self.folder / "clock", self.folder / f"log{number}"]
        command = [sys.executable, str(SCRIPT), self.base, *map(str, files), str(first), str(last)]
        return subprocess.Popen(command, stdin=subprocess.PIPE)

    @contextmanager
    def running(self) -> Iterator[None]:
        self.processes = [self.start(number) for number in range(PROCESSES)]
        try:
            yield
        finally:
            for process in self.processes:
                process.kill()
                process.wait()
                assert process.stdin is not None
                process.stdin.close()

    def kill_one(self, chance: random.Random) -> None:
        """Kill one that has accepted something since it began: a slow machine must not spend its time on starts. One
        that has accepted all it may still delivers, and comes last."""
        taken = {number: self.taken(number) for number in range(PROCESSES)}
        begun = [number for number in taken if taken[number] != self._taken.get(number, 0)]
        busy = [number for number in begun if taken[number] != self.allowed]
        if self.kills >= MOST_KILLS or not begun:
            return
        number = chance.choice(busy or begun)
        process, self._taken[number] = self.processes[number], taken[number]
        assert process.poll() is None, "it ended by itself"
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert process.stdin is not None
        process.stdin.close()
        self.kills += 1
        self.processes[number] = self.start(number)

    def taken(self, number: int) -> int:
        log = self.folder / f"log{number}"
        return log.read_bytes().count(b"\n") if log.exists() else 0

    def accepted(self) -> Counter[int]:
        logs = [self.folder / f"log{number}" for number in range(PROCESSES)]
        return Counter(int(line) for log in logs if log.exists() for line in log.read_text().split())

    def waiting(self) -> int:
        return sum(lane.waiting for lane in self.outbox.lanes("store_sandbox"))


def spoil(sandbox: Sandbox, chance: random.Random) -> None:
    """A handful of troubles for the next requests of each operation."""
    for operation in OPERATIONS:
        for _ in range(4):
            kind, when = chance.choice(
                [
                    ("text_429", "before"),
                    ("reset", "before"),
                    ("reset", "after"),
                    ("status", "before"),
                    ("html_502", "after"),
                ]
            )
            after = chance.randrange(60)
            pause = None if kind == "reset" else "1"
            sandbox.control.fault(operation, kind, when=when, retry_after=pause, skip=after)  # type: ignore[arg-type]


@pytest.mark.timeout(600)
def test_each_purchase_counts_exactly_once(tmp_path: Path) -> None:
    chance = random.Random(20_260_101)
    with Sandbox() as sandbox:
        world = World(tmp_path, sandbox.base_url)
        with world.running():
            # a bad day: faults now and then, somebody is killed every now and then
            before = world.allow(SHARE // 2)
            while len(world.accepted()) < before or world.kills < 3:
                spoil(sandbox, chance)
                time.sleep(0.4)
                world.pass_time(5)
                world.kill_one(chance)
            # the service is away for half an hour, while purchases go on
            sandbox.control.clear_faults()
            for operation in OPERATIONS:
                sandbox.control.fault(operation, "status", status=503, count=None)
            during = world.allow(SHARE * 3 // 4)
            for minute in itertools.count():
                world.pass_time(60)
                time.sleep(0.1)
                if minute % 10 == 5:
                    world.kill_one(chance)
                if minute >= 30 and len(world.accepted()) == during:
                    break
            sandbox.control.clear_faults()
            sandbox.control.advance_clock(1800)
            # and comes back
            world.allow(PURCHASES)
            end = time.monotonic() + 400
            while len(world.accepted()) < PURCHASES or world.waiting():
                assert time.monotonic() < end, f"{world.waiting()} still wait"
                world.pass_time(10)
                time.sleep(0.5)
        lanes = {lane.provider: lane for lane in world.outbox.lanes("store_sandbox")}
        events = sandbox.control.events()
    assert any(not event["counted"] for event in events), "no copy was ever sent twice: nothing was put to the test"
    assert sorted(world.accepted()) == list(range(PURCHASES))
    counted = Counter((event["provider"], event["event_id"]) for event in events if event["counted"])
    for provider, name in (("meta", "Purchase"), ("tiktok", "CompletePayment")):
        wrong = [n for n in range(PURCHASES) if counted[provider, f"PROOF-{n}-{name}-FORM"] != 1]
        assert wrong == []
        assert lanes[provider].counts["delivered"] == PURCHASES
    clicks = Counter(event["click_id"] for event in events if event["provider"] == "snackvideo")
    assert set(clicks) <= {f"click-{n}" for n in range(PURCHASES)}
    assert set(clicks.values()) == {1}
    # what SnackVideo lost is counted, and it is only what could not be told
    snack = lanes["snackvideo"]
    assert snack.counts["delivered"] + snack.counts["ambiguous"] == PURCHASES
    assert snack.counts["ambiguous"] < PURCHASES // 20

"""Explores schedules: a few actors, of which one runs at a time, over one store and one service, with a clock of ours.

Every operation of the store, every request and every answer is a point. At a point the scheduler may let another actor
go on (a preemption), and one fault may strike. `plans` goes through all schedules with up to `preemptions`
preemptions, and through each of those with up to `faulty` of them with every fault at every point. A run is told by
its plan alone, so what fails can be run again, and is made shorter first:
`EXPLORE='<plan>' pytest tests/explorer -k <scenario>`.
"""

from __future__ import annotations

import asyncio
import inspect
import random
import threading
from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, TypeAlias

import attrs
import httpx
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, CheckoutPolicy, Storefront, Timeouts
from nexus_storefront.stores import Entry, LeasesInEntries, StoreError, VersionConflict

from tests.explorer.service import Service

Half: TypeAlias = Literal["sync", "async"]
Script: TypeAlias = Callable[[Any, "World"], Generator[Any, Any, Any]]
"""What an actor does with its shop; it yields each call, so that one text serves both halves."""

STORE_FAULTS = (
    "die", "stall", "fail", "fail after", "fail from now on", "fail after, and from now on", "interrupt",
    "interrupt after", "clock forward", "clock back",
)  # fmt: skip
REQUEST_FAULTS = (
    "die", "stall", "interrupt", "unsent", "lost before", "lost after", "302", "401", "409", "429", "500", "503",
    "503 after", "unreadable after",
)  # fmt: skip
ANSWER_FAULTS = ("die", "stall", "interrupt")
LATE = "late"
"""The connection ends, and the service runs the request a minute later: orders only."""
STORE_ID, STOREFRONT_KEY = Sandbox.store_id, Sandbox.api_key
TOTAL = 30.0
"""Seconds that a call may take."""
MOST_STEPS = 3000
SHORTEST_SLEEP = 0.25
"""Whoever asks again and again for a lease is not asked about each time."""


READY = object()
"""What a script yields when it is prepared: what comes after is explored. A number it yields is seconds to wait."""


class Died(BaseException):
    """The actor's process was killed here."""


class Interrupted(KeyboardInterrupt):
    """Somebody pressed Ctrl-C here; the process goes on. In the synchronous half alone: nothing else is interrupted in
    the middle of a call of a store."""


@attrs.frozen
class Plan:
    """One run: who begins, at which steps who goes on instead, and what strikes where."""

    first: int = 0
    switches: tuple[tuple[int, int], ...] = ()
    fault: tuple[int, str] | None = None

    def __str__(self) -> str:
        return repr((self.first, self.switches, self.fault))


@attrs.define
class Actor:
    """One process of a shop, as a thread here."""

    name: str
    number: int
    go: threading.Semaphore = attrs.Factory(lambda: threading.Semaphore(0))
    wakes: float | None = None
    done: bool = False
    dead: bool = False
    stalled: bool = False
    store_down: bool = False
    result: Any = None
    longest: float = 0.0
    """Seconds that its longest call took."""
    arrived: list[str] = attrs.Factory(list)
    """The requests whose answer of success came."""


class World:
    """The clock, the store, the service, and who is to run."""

    def __init__(self, plan: Plan, half: Half, **service: Any) -> None:
        random.seed(7)  # how waiters spread is not what is explored
        self.plan = plan
        self.half: Half = half
        self.now = 1_800_000_000.0
        self.wall = 0.0
        self.entries: dict[str, tuple[bytes, int, float | None]] = {}
        self.versions = 0
        self.service = Service(self, **service)
        self.actors: list[Actor] = []
        self.trace: list[tuple[int, str, str]] = []
        self.exploring = False
        self.current: Actor | None = None
        self.late: list[tuple[float, Actor, httpx.Request]] = []
        self._over = threading.Semaphore(0)
        self._prepared = threading.Semaphore(0)
        self._switches = dict(plan.switches)
        self.notes: set[str] = set()
        self.beforehand: dict[str, str] = {}
        """What strikes requests of the setup, once."""
        self.struck_beforehand: list[str] = []
        self.handled: list[Any] = []
        """What handlers of webhooks were told."""
        self.files: dict[int, list[Any]] = {}
        """What the scripts opened, by the thread that they run in."""
        self._folder: TemporaryDirectory[str] | None = None

    def folder(self) -> Path:
        """Where its files are, until it is closed."""
        if self._folder is None:
            self._folder = TemporaryDirectory()
        return Path(self._folder.name)

    def close(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    # --- time

    def time(self) -> float:
        return self.now + self.wall

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        if not self.exploring or self.current is None:
            self._advance(self.now + seconds)
            return
        me = self.current
        me.wakes = self.now + max(seconds, SHORTEST_SLEEP)
        self._pass_on(me, self._next_after(me))

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)

    def _advance(self, to: float) -> None:
        self.now = max(self.now, to)
        for due in [entry for entry in self.late if entry[0] <= self.now]:
            self.late.remove(due)
            self.service.answer(due[1].name, due[2])

    # --- who runs

    def point(self, kind: str, label: str) -> str | None:
        """A point of the actor that runs: the fault that strikes here, if one does."""
        me = self.current
        if not self.exploring or me is None:
            return None
        if me.dead:
            raise Died
        step = len(self.trace)
        if step > MOST_STEPS:
            raise AssertionError("it does not come to an end")
        self.trace.append((me.number, kind, label))
        to = self._switches.get(step)
        if to is not None and to != me.number:
            other = self.actors[to]
            if not other.done and not other.stalled and other.wakes is None:
                self._pass_on(me, other)
        fault = self.plan.fault
        struck = fault[1] if fault is not None and fault[0] == step else None
        if struck is None:
            return None
        if struck == "die":
            me.dead = True
            raise Died
        if struck == "stall":
            me.stalled = True
            self._pass_on(me, self._next_after(me))
            return None
        if struck.startswith("clock"):
            self.wall += 300 if struck == "clock forward" else -300
            return None
        if struck.startswith("interrupt") and self.half == "async":
            return None
        if struck == "interrupt":
            raise Interrupted
        return struck

    def _next_after(self, me: Actor) -> Actor:
        """Who goes on when `me` waits or has ended: whoever can, else who wakes first, else who was stalled."""
        while True:
            ready = [each for each in self.actors if not each.done and not each.stalled and each.wakes is None]
            if ready:
                return next((each for each in ready if each is not me), ready[0])
            asleep = [each for each in self.actors if not each.done and not each.stalled]
            if asleep:
                first = min(asleep, key=lambda each: each.wakes or 0.0)
                self._advance(first.wakes or self.now)
                first.wakes = None
                return first
            stalled = [each for each in self.actors if not each.done]
            if not stalled:
                raise AssertionError("nobody is left")
            self._advance(self.now + 1000)  # long enough for every lease to run out
            stalled[0].stalled = False

    def _pass_on(self, me: Actor, other: Actor) -> None:
        if other is me:
            return
        self.current = other
        other.go.release()
        me.go.acquire()
        self.current = me

    def explore(self, scripts: dict[str, Script], shops: dict[str, Any]) -> None:
        """Run the scripts to their ends by the plan."""
        self.actors = [Actor(name, number) for number, name in enumerate(scripts)]
        for actor in self.actors:
            shops[actor.name] = self._shop(actor, shops[actor.name])
        threads = [
            threading.Thread(target=self._act, args=(actor, scripts[actor.name], shops[actor.name]), daemon=True)
            for actor in self.actors
        ]
        # First everybody prepares, one after the other; then they wait for their turn.
        for actor, thread in zip(self.actors, threads, strict=True):
            thread.start()
            actor.go.release()
            self._prepared.acquire()
            if actor.done:
                raise AssertionError(f"{actor.name} is not prepared: {actor.result!r}")
        self.exploring = True
        self.current = self.actors[self.plan.first]
        self.current.go.release()
        # However slow the machine is: a run that stands still is told by the test's own timeout, with every stack.
        self._over.acquire()
        for thread in threads:
            thread.join()
        self.exploring, self.current = False, None

    def _act(self, actor: Actor, script: Script, shop: Any) -> None:
        actor.go.acquire()
        try:
            actor.result = self.run(script, shop, actor)
        except Died:
            actor.result = Died()
        except BaseException as error:
            actor.result = error
        actor.done = True
        if not self.exploring:
            self._prepared.release()
            return
        if all(each.done for each in self.actors):
            self._over.release()
            return
        other = self._next_after(actor)
        self.current = other
        other.go.release()

    def run(self, script: Script, shop: Any, actor: Actor | None = None) -> Any:
        """Run one script here and now, in either half. Its files are closed with it: one that is collected later is
        closed while somebody else runs, who finds it locked for as long as the clock here can tell.
        """
        try:
            return self._run(script, shop, actor)
        finally:
            for file in self.files.pop(threading.get_ident(), ()):
                file.close()

    def _run(self, script: Script, shop: Any, actor: Actor | None) -> Any:
        def ready() -> None:
            if actor is not None:
                self._prepared.release()
                actor.go.acquire()
                self.current = actor

        def took(seconds: float) -> None:
            if actor is not None:
                actor.longest = max(actor.longest, seconds)

        watch = Watch(self, took)
        if self.half == "sync":
            try:
                return _run(script(shop, self), ready, watch)
            finally:
                if actor is None or not actor.dead:
                    shop.close()

        async def whole() -> Any:
            try:
                return await _arun(script(shop, self), ready, watch)
            finally:
                if actor is None or not actor.dead:
                    await shop.aclose()  # a refresh that is under way comes to its end

        with asyncio.Runner(loop_factory=partial(Loop, self)) as runner:
            return runner.run(whole())

    # --- shops

    def shop(self, name: str = "setup", **options: Any) -> Any:
        """A shop outside the exploration: nothing strikes it."""
        return self._shop(Actor(name, -1), options)

    def _shop(self, actor: Actor, options: dict[str, Any]) -> Any:
        make = Storefront if self.half == "sync" else AsyncStorefront
        return make(
            STORE_ID,
            STOREFRONT_KEY,
            "https://api.test",
            **{
                "transport": Wire(self, actor),
                "store": ExploredStore(self, actor),
                "clock": self,
                "timeout": Timeouts(total=TOTAL),
                "checkout_policy": CheckoutPolicy(settle_reads=(0.0, 1.0)),
                **options,
            },
        )


class Loop(asyncio.SelectorEventLoop):
    """An event loop by the world's clock: what a machine takes for a turn counts as nothing."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world

    def time(self) -> float:
        return self._world.now


class Watch:
    """Tells how long each call of a script takes, by the world's clock."""

    def __init__(self, world: World, took: Callable[[float], None]) -> None:
        self.world = world
        self._took = took

    def __enter__(self) -> None:
        self._began = self.world.now

    def __exit__(self, *_: object) -> None:
        self._took(self.world.now - self._began)


def _run(script: Generator[Any, Any, Any], ready: Callable[[], None], watch: Watch) -> Any:
    value = None
    while True:
        try:
            with watch:
                value = script.send(value)
        except StopIteration as end:
            return end.value
        if value is READY:
            ready()
        elif isinstance(value, float):
            watch.world.sleep(value)


async def _arun(script: Generator[Any, Any, Any], ready: Callable[[], None], watch: Watch) -> Any:
    value: Any = None
    error: BaseException | None = None
    while True:
        try:
            with watch:
                asked = script.send(value) if error is None else script.throw(error)
        except StopIteration as end:
            return end.value
        value = error = None
        if asked is READY:
            ready()
            continue
        if isinstance(asked, float):
            watch.world.sleep(asked)
            continue
        try:
            with watch:
                value = await asked if inspect.isawaitable(asked) else asked
        except Exception as failed:
            error = failed


class ExploredStore(LeasesInEntries):
    """The world's entries, seen by one actor; each operation is a point."""

    blocking = False

    def __init__(self, world: World, actor: Actor) -> None:
        self.clock = world  # type: ignore[assignment]
        self._world = world
        self._actor = actor

    def get(self, key: str) -> Entry | None:
        self._read(self._point(f"get {key}"))
        found = self._found(key)
        return None if found is None else Entry(*found[:2])

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        failing = self._point(f"put {key}")
        if failing == "fail":
            raise StoreError("the store failed")
        world, found = self._world, self._found(key)
        there = 0 if found is None else found[1]
        if expected is not None and expected != there:
            raise VersionConflict(key, expected, there)
        world.versions += 1
        world.entries[key] = (bytes(value), world.versions, None if ttl is None else world.time() + ttl)
        self._written(failing)
        return world.versions

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        failing = self._point(f"delete {key}")
        if failing == "fail":
            raise StoreError("the store failed")
        found = self._found(key)
        if expected is not None and expected != (0 if found is None else found[1]):
            raise VersionConflict(key, expected, 0 if found is None else found[1])
        self._world.entries.pop(key, None)
        self._written(failing)
        return found is not None

    def keys(self, prefix: str) -> list[str]:
        self._read(self._point(f"keys {prefix}"))
        return sorted(key for key in self._world.entries if key.startswith(prefix) and self._found(key) is not None)

    def close(self) -> None: ...

    def _found(self, key: str) -> tuple[bytes, int, float | None] | None:
        found = self._world.entries.get(key)
        return None if found is None or (found[2] is not None and found[2] <= self._world.time()) else found

    def _point(self, label: str) -> Literal["fail", "fail after", "interrupt after"] | None:
        struck = self._world.point("store", label)
        if self._actor.store_down or struck in ("fail", "fail from now on"):
            self._actor.store_down = self._actor.store_down or struck == "fail from now on"
            return "fail"
        if struck == "fail after, and from now on":
            self._actor.store_down = True
            return "fail after"
        return struck if struck in ("fail after", "interrupt after") else None  # type: ignore[return-value]

    def _read(self, failing: str | None) -> None:
        self._written("fail after" if failing == "fail" else failing)

    def _written(self, failing: str | None) -> None:
        if failing == "interrupt after":
            raise Interrupted
        if failing:
            raise StoreError("the store failed after what it was asked for")


class Wire(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """The way of one actor to the service; each request and each answer is a point."""

    proves_unsent = True

    def __init__(self, world: World, actor: Actor) -> None:
        self._world = world
        self._actor = actor

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        return self._exchange(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self._exchange(request)

    def _exchange(self, request: httpx.Request) -> httpx.Response:
        world, name = self._world, self._actor.name
        label = f"{request.method} {_path(request)}"
        struck = world.point("request", label)
        if not world.exploring and label in world.beforehand:
            struck = world.beforehand.pop(label)
            world.struck_beforehand.append(label)
        if struck == "unsent":
            raise httpx.ConnectError("no connection", request=request)
        if struck == LATE:
            world.late.append((world.now + 60, self._actor, request))
        if struck in ("lost before", LATE):
            raise httpx.ReadError("the connection ended", request=request)
        if struck is not None and struck.isdigit():
            return httpx.Response(int(struck), json={"error": "struck"})
        answer = world.service.answer(name, request)
        world.point("answer", _path(request))
        if struck == "lost after":
            raise httpx.ReadError("the connection ended", request=request)
        if struck == "503 after":
            return httpx.Response(503, json={"error": "struck"})
        if struck == "unreadable after":
            token = {name: value for name, value in answer.headers.items() if name == "x-scalev-guest-token"}
            return httpx.Response(answer.status_code, text="<html>", headers=token)
        if answer.is_success:
            self._actor.arrived.append(f"{request.method} {_path(request)}")
        return answer


def _path(request: httpx.Request) -> str:
    return request.url.path.partition(f"{STORE_ID}/")[2]


def faults_at(kind: str, label: str) -> tuple[str, ...]:
    """What may strike at a point."""
    if kind == "store":
        return STORE_FAULTS
    if kind == "answer":
        return ANSWER_FAULTS
    return (*REQUEST_FAULTS, LATE) if label.endswith("checkout") else REQUEST_FAULTS


Trace: TypeAlias = list[tuple[int, str, str]]


def explore(
    run: Callable[[Plan], Trace],
    *,
    actors: int,
    preemptions: int,
    faulty: int,
    budget: int | None = None,
    seed: int = 0,
) -> int:
    """Run every plan with up to `preemptions` preemptions, and every fault at every point of those with up to `faulty`;
    how many runs that were. With a `budget` for each kind of plans so many of them are drawn, by `seed`.

    `run` runs a plan, checks what came of it, and gives its points.
    """
    drawn = random.Random(seed)

    def some(plans: list[Plan]) -> list[Plan]:
        return plans if budget is None or len(plans) <= budget else drawn.sample(plans, budget)

    done = 0
    wave = [Plan(first) for first in range(actors)]
    touches: list[set[Touch]] = [set() for _ in range(actors)]
    for depth in range(preemptions + 1):
        traces = [(plan, run(plan)) for plan in some(wave)]
        for _, trace in traces:
            for number, kind, label in trace:
                touches[number].update(_touched(kind, label))
        struck = [
            attrs.evolve(plan, fault=(step, fault))
            for plan, trace in (traces if depth <= faulty else ())
            for step, (_, kind, label) in enumerate(trace)
            for fault in faults_at(kind, label)
        ]
        wave = [
            attrs.evolve(plan, switches=(*plan.switches, (step, other)))
            for plan, trace in traces
            for step in range(plan.switches[-1][0] + 1 if plan.switches else 1, len(trace))
            for other in range(actors)
            if other != trace[step][0] and _meets(_touched(*trace[step][1:]), touches[other])
        ]
        chosen = some(struck)
        for plan in chosen:
            run(plan)
        done += len(traces) + len(chosen)
    return done


Touch: TypeAlias = tuple[str, bool]
"""An entry of the store, with `*` all that begin so, or the service; and whether it is changed."""


def _touched(kind: str, label: str) -> set[Touch]:
    verb, _, what = label.partition(" ")
    if kind == "store":
        return {(what + "*" if verb == "keys" else what, verb in ("put", "delete"))}
    return {("service", verb != "GET")} if kind == "request" else set()


def _meets(mine: set[Touch], theirs: set[Touch]) -> bool:
    """Whether it matters who comes first. Where it does not, a preemption now is the same as one at the next point."""
    return any(
        (one_writes or other_writes)
        and (
            one == other
            or (one[-1:] == "*" and other.startswith(one[:-1]))
            or (other[-1:] == "*" and one.startswith(other[:-1]))
        )
        for one, one_writes in mine
        for other, other_writes in theirs
    )


def shortest(plan: Plan, fails: Callable[[Plan], bool], *, tries: int = 400) -> Plan:
    """The shortest plan found that fails as well: no fault if it can be, few preemptions, early ones."""
    while True:
        for shorter in _shorter(plan):
            tries -= 1
            if tries < 0:
                return plan
            if fails(shorter):
                plan = shorter
                break
        else:
            return plan


def _shorter(plan: Plan) -> Iterator[Plan]:
    if plan.fault is not None:
        yield attrs.evolve(plan, fault=None)
    for number in range(len(plan.switches)):
        yield attrs.evolve(plan, switches=plan.switches[:number] + plan.switches[number + 1 :])
    if plan.fault is not None:
        for step in range(plan.fault[0]):
            yield attrs.evolve(plan, fault=(step, plan.fault[1]))
    for number, (at, to) in enumerate(plan.switches):
        for step in range(plan.switches[number - 1][0] + 1 if number else 1, at):
            yield attrs.evolve(plan, switches=(*plan.switches[:number], (step, to), *plan.switches[number + 1 :]))

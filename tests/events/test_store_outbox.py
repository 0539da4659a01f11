"""The outbox in a store that is awaited, as a page has it: each event once, whichever tab works."""

from __future__ import annotations

import asyncio
import itertools
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, InvalidInput, MissingExtra, Storefront
from nexus_storefront.events import PROVIDERS, Conversion, Event, EventSettings, Policy, page_visit, show_pixels
from nexus_storefront.events.sending import Claim
from nexus_storefront.stores import DamagedEntry, Entry, Lease, MemoryStore, StoreError
from nexus_storefront.work_queue.model import Alarm, Ending, QueueItem
from nexus_storefront.work_queue.store_queue import StoreQueue, StoreSpill

pytestmark = pytest.mark.anyio
META = "sendStorefrontMetaConversionEvent"


class Tabs:
    """A store that is awaited, over one that all tabs share."""

    blocking = False

    def __init__(self, kept: MemoryStore) -> None:
        self.kept = kept
        self.fails = False

    async def _turn(self) -> None:
        await asyncio.sleep(0)  # another tab may come in between
        if self.fails:
            raise StoreError("no room")

    async def get(self, key: str) -> Entry | None:
        await self._turn()
        return self.kept.get(key)

    async def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        await self._turn()
        version = self.kept.put(key, value, expected=expected, ttl=ttl)
        await self._turn()  # it is told later than it is done
        return version

    async def delete(self, key: str, *, expected: int | None = None) -> bool:
        await self._turn()
        return self.kept.delete(key, expected=expected)

    async def keys(self, prefix: str) -> list[str]:
        await self._turn()
        return self.kept.keys(prefix)

    @asynccontextmanager
    async def lease(self, key: str, *, ttl: float, wait: float) -> AsyncIterator[Lease]:
        with self.kept.lease(key, ttl=ttl, wait=wait) as lease:
            yield lease

    def close(self) -> None:
        self.kept.close()


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    async def asleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(clock: Clock) -> MemoryStore:
    return MemoryStore(clock=clock)


@pytest.fixture
def queue(kept: MemoryStore, clock: Clock) -> Callable[..., StoreQueue]:
    def make(**policy: Any) -> StoreQueue:
        return StoreQueue(Tabs(kept), policy=Policy(**policy), once=["snackvideo"], kind=Claim, clock=clock)

    return make


def item(identity: str, lane: str = "meta", *, urgent: bool = False, kept: bool = False) -> QueueItem:
    return QueueItem(lane, "Purchase", identity, '{"p": {"secret": 1}}', urgent, kept)


async def told_of(tab: Any, claim: Any, ending: Ending) -> list[str]:
    """What a person is told when an attempt ends so."""
    told = list[str]()
    await tab.settle(claim, ending, told.append)
    return told


async def test_an_item_is_taken_once_and_leased_to_one_tab(queue: Any, kept: MemoryStore) -> None:
    one, other = queue(), queue()
    told = await asyncio.gather(one.enter("s", item("a", kept=True)), other.enter("s", item("a", kept=True)))
    assert sorted(told) == ["accepted", "duplicate"]
    claims = await asyncio.gather(one.claim("s", "meta", print), other.claim("s", "meta", print))
    (claim,) = [each for each in claims if each is not None]
    assert claim.body == {"p": {"secret": 1}}
    await one.settle(claim, Ending("delivered"))
    assert await queue().claim("s", "meta", print) is None
    assert await queue().enter("s", item("a", kept=True)) == "duplicate"
    # What was in it is gone.
    assert all(b"secret" not in (kept.get(key) or Entry(b"", 0)).value for key in kept.keys(""))


async def test_a_file_that_the_environment_names_goes_before_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: MemoryStore
) -> None:
    monkeypatch.setenv("NEXUS_OUTBOX", str(tmp_path / "outbox"))
    async with AsyncStorefront("store_x", "sfpk_x", "http://127.0.0.1:9", store=Tabs(kept)) as shop:
        assert shop.events.send(purchase("order-1")).statuses == {"meta": "accepted"}
        assert shop.events.relay.outbox.path == tmp_path / "outbox"
    assert kept.keys("queue/") == []


async def test_what_is_known_already_takes_no_place_in_a_full_lane(queue: Any, kept: MemoryStore) -> None:
    out: list[str] = []
    tab = queue(max_waiting=2)
    for identity, urgent in (("a", False), ("b", True)):
        assert await tab.enter("s", item(identity, urgent=urgent), out.append) == "accepted"
    for identity, urgent in (("a", False), ("b", True)):
        assert await tab.enter("s", item(identity, urgent=urgent), out.append) == "duplicate"
    assert (len(kept.keys("queue/")), out) == (2, [])
    assert await tab.enter("s", item("c", urgent=True), out.append) == "accepted"
    assert (len(kept.keys("queue/")), out) == (2, ["meta"])


async def test_it_is_told_what_was_given_up_though_the_lane_cannot_be_written(queue: Any, kept: MemoryStore) -> None:
    tab, told = queue(), list[str]()
    await tab.enter("s", item("a"))
    claim = await tab.claim("s", "meta", print)
    tab._kept.put = partial(fails_at, tab._kept.put, "queue-lane/")
    with pytest.raises(StoreError):
        await tab.settle(claim, Ending("refused", "status 400"), told.append)
    assert told == ["status 400"]


async def fails_at(put: Any, place: str, key: str, *args: Any, **options: Any) -> int:
    if key.startswith(place):
        raise StoreError("no room")
    version: int = await put(key, *args, **options)
    return version


async def test_who_died_while_sending_is_repeated_only_where_copies_are_told_apart(queue: Any, clock: Clock) -> None:
    for lane in ("meta", "snackvideo"):
        await queue().enter("s", item("a", lane))
        assert (await queue().claim("s", lane, print)).attempts == 1
        assert await queue().claim("s", lane, print) is None
    clock.now += Policy().lease + 1
    given_up: list[str] = []
    assert (await queue().claim("s", "meta", given_up.append)).attempts == 2
    assert await queue().claim("s", "snackvideo", given_up.append) is None
    assert given_up == ["ambiguous"]


async def test_a_lease_that_ran_out_settles_nothing_but_a_delivery(queue: Any, clock: Clock) -> None:
    tab = queue()
    await tab.enter("s", item("a"))
    late = await tab.claim("s", "meta", print)
    clock.now += Policy().lease + 1
    assert await queue().claim("s", "meta", print) is not None
    await tab.settle(late, Ending("refused", "status 422"))
    assert (await tab.lane_state("s", "meta")).waiting == 1
    await tab.settle(late, Ending("delivered"))
    assert (await tab.lane_state("s", "meta")).waiting == 0


@pytest.mark.parametrize(
    ("lane", "ending", "told", "waiting", "paused", "stopped"),
    [
        ("meta", Ending("delivered"), None, 0, False, False),
        ("meta", Ending("refused", "status 422"), "status 422", 0, False, False),
        ("meta", Ending("given_up", "gone"), "gone", 0, False, False),
        ("meta", Ending("stopped", "status 401"), "status 401", 1, False, True),
        ("meta", Ending("retry", "status 429", 60.0), None, 1, True, False),
        ("meta", Ending("ambiguous", "Timeout"), None, 1, True, False),
        ("snackvideo", Ending("ambiguous", "Timeout"), "Timeout", 0, True, False),
        ("meta", Ending("handed_on", "", 5.0), None, 1, False, False),
    ],
)
async def test_endings_mean_what_they_mean_in_the_file(
    queue: Any, clock: Clock, lane: str, ending: Ending, told: str | None, waiting: int, paused: bool, stopped: bool
) -> None:
    tab = queue()
    await tab.enter("s", item("a", lane))
    await tab.enter("s", item("b", lane))
    assert await told_of(tab, await tab.claim("s", lane, print), ending) == ([] if told is None else [told])
    state = await tab.lane_state("s", lane)
    assert (state.waiting - 1, state.paused_until > clock.now, state.stopped is not None) == (waiting, paused, stopped)
    assert (await tab.claim("s", lane, print) is None) is (paused or stopped)
    if paused or stopped:
        await tab.resume("s", lane)
        assert await tab.claim("s", lane, print) is not None


@pytest.mark.parametrize("junk", [b"{", b"[]", b'{"body": 1}', None], ids=["cut", "list", "fields", "unreadable"])
async def test_a_damaged_entry_is_a_dead_letter_and_stops_nothing(
    queue: Any, kept: MemoryStore, monkeypatch: pytest.MonkeyPatch, junk: bytes | None
) -> None:
    """Whatever is left of it, also nothing that the store itself can read. What it was is not known, so nothing is
    entered in its place: it may have been delivered."""
    tab, other = queue(max_waiting=2), queue()
    assert await tab.enter("s", item("a")) == "accepted"
    (key,) = kept.keys("queue/s/meta/")
    assert await tab.enter("s", item("b")) == "accepted"
    if junk is None:
        read, broken = Tabs.get, kept.put(key, b"{")

        async def damaged(self: Tabs, asked: str) -> Entry | None:
            found = await read(self, asked)
            if asked == key and found and found.version == broken:
                raise DamagedEntry(key)
            return found

        monkeypatch.setattr(Tabs, "get", damaged)
    else:
        kept.put(key, junk)
    assert (await tab.lane_state("s", "meta")).oldest == tab.clock.now
    assert await tab.enter("s", item("p", urgent=True)) == "accepted"  # in the place of b
    given_up: list[str] = []
    claim = await tab.claim("s", "meta", given_up.append)
    assert claim.identity == "p"
    assert given_up == ["damaged"]
    assert await other.claim("s", "meta", given_up.append) is None
    assert given_up == ["damaged"]
    tab.clock.now += Policy().keep + 1
    assert await other.enter("s", item("a")) == "duplicate"


async def test_what_is_entered_again_where_it_was_damaged_is_the_same_dead_letter(
    queue: Any, kept: MemoryStore
) -> None:
    tab = queue()
    await tab.enter("s", item("a"))
    (key,) = kept.keys("queue/s/meta/")
    kept.put(key, b"{")
    assert await tab.enter("s", item("a")) == "duplicate"
    tabs, given_up = [queue(), queue()], list[str]()
    assert await asyncio.gather(*(each.claim("s", "meta", given_up.append) for each in tabs)) == [None, None]
    assert given_up == ["damaged"]


async def test_what_is_gone_can_be_entered_anew(queue: Any, kept: MemoryStore) -> None:
    """Also where this tab has looked at it before."""
    tab = queue()
    await tab.enter("s", item("a"))
    assert (await tab.claim("s", "meta", print)).identity == "a"
    (key,) = kept.keys("queue/s/meta/")
    kept.delete(key)
    assert await tab.claim("s", "meta", print) is None
    assert await tab.enter("s", item("a")) == "accepted"
    assert (await tab.claim("s", "meta", print)).identity == "a"


@pytest.mark.parametrize("junk", [b"{", b'{"failures": "x"}', b'{"paused_until": 1e300}'])
async def test_a_damaged_lane_is_an_open_one(queue: Any, kept: MemoryStore, junk: bytes) -> None:
    tab = queue()
    await tab.enter("s", item("a"))
    kept.put("queue-lane/s/meta", junk)
    claim = await tab.claim("s", "meta", print)
    assert await told_of(tab, claim, Ending("stopped", "status 401")) == ["status 401"]
    assert (await tab.lane_state("s", "meta")).stopped == "status 401"


async def test_what_a_fast_clock_put_off_is_not_put_off(queue: Any, clock: Clock) -> None:
    tab = queue()
    clock.now += 10 * 3600.0
    await tab.enter("s", item("a"))
    clock.now -= 10 * 3600.0
    assert (await tab.claim("s", "meta", print)).identity == "a"


@pytest.mark.parametrize("wrong", [60.0, 1_900_000_000.0], ids=["not set", "fast"])
async def test_what_a_wrong_clock_took_is_a_day_old_a_day_after_it_was_set(
    queue: Any, kept: MemoryStore, clock: Clock, wrong: float
) -> None:
    """Whether or not somebody tidies between."""
    tab, right = queue(), clock.now
    clock.now = wrong
    for name in ("a", "b"):
        await tab.enter("s", item(name))
    clock.now = right
    given_up: list[str] = []
    assert (await tab.claim("s", "meta", given_up.append)).created == right
    await tab.tidy(recount=False)
    clock.now += 24 * 3600.0 + 1
    assert await tab.claim("s", "meta", given_up.append) is None
    assert given_up == ["expired", "expired"]


async def test_what_is_too_old_ends_also_where_nothing_is_sent(queue: Any, kept: MemoryStore, clock: Clock) -> None:
    tab = queue()
    for name in ("a", "b"):
        await tab.enter("s", item(name))
    await tab.settle(await tab.claim("s", "meta", print), Ending("stopped", "status 401"))
    clock.now += 24 * 3600.0 + 1
    assert await tab.tidy(recount=False) == 2
    assert (await tab.lane_state("s", "meta")).waiting == await tab.tidy(recount=False) == 0
    assert all(b"secret" not in (kept.get(key) or Entry(b"", 0)).value for key in kept.keys("queue/"))


async def test_what_was_in_memory_for_a_day_is_a_day_old(kept: MemoryStore, clock: Clock) -> None:
    tabs, alarms = Tabs(kept), list[Alarm]()
    settings = EventSettings(on_alarm=alarms.append)
    shop = AsyncStorefront("store_x", "sfpk_x", "http://127.0.0.1:9", store=tabs, events=settings, clock=clock)
    async with shop:
        tabs.fails = True
        shop.events.send(purchase("order-1"))
        await shop.events.relay._spill._writing  # type: ignore[misc]
        tabs.fails = False
        clock.now += 24 * 3600.0 + 1
        assert await shop.events.flush() == 0
    assert [alarm.kind for alarm in alarms] == ["outbox_failed", "dead_letter"]


async def test_to_tidy_leaves_what_is_damaged_as_it_is(queue: Any, kept: MemoryStore) -> None:
    tab = queue()
    await tab.enter("s", item("a"))
    (key,) = kept.keys("queue/s/meta/")
    kept.put(key, b"{")
    await tab.tidy(recount=False)
    assert kept.get(key).value == b"{"  # type: ignore[union-attr]


async def test_what_another_tab_has_taken_is_not_pushed_out(queue: Any, kept: MemoryStore) -> None:
    tab, other = queue(max_waiting=1), queue(max_waiting=1)
    await tab.enter("s", item("a"))
    seen = await tab._waiting("queue/s/meta/")
    claim = await other.claim("s", "meta", print)
    assert not await tab._make_room(item("b", urgent=True), seen)
    await other.settle(claim, Ending("delivered"))
    assert await tab.enter("s", item("a")) == "duplicate"


async def test_room_age_and_damage(queue: Any, kept: MemoryStore, clock: Clock) -> None:
    tab = queue(max_waiting=2, max_bytes=100, max_age=3600)
    assert await tab.enter("s", QueueItem("meta", "n", "big", "x" * 101)) == "too_large"
    for name, told in (("a", "accepted"), ("b", "accepted"), ("c", "full")):
        assert await tab.enter("s", item(name)) == told
        clock.now += 1
    assert await tab.enter("s", item("p", urgent=True)) == "accepted"  # in the place of the oldest
    claim = await tab.claim("s", "meta", print)
    assert claim.identity == "p"
    assert (await queue().claim("s", "meta", print)).identity == "b"
    await tab.enter("s", item("old"))
    clock.now += 3601
    given_up: list[str] = []
    assert await tab.claim("s", "meta", given_up.append) is None
    assert given_up == ["expired", "expired"]


async def test_a_clock_that_is_set_back_ends_no_lease(queue: Any, clock: Clock) -> None:
    tab = queue()
    await tab.enter("s", item("a", "snackvideo"))
    claim = await tab.claim("s", "snackvideo", print)
    clock.now -= 3000
    assert await queue().claim("s", "snackvideo", print) is None
    assert (await tab.lane_state("s", "snackvideo")).waiting == 1
    clock.now += Policy().lease + 1
    given_up: list[str] = []
    assert await queue().claim("s", "snackvideo", given_up.append) is None
    assert given_up == ["ambiguous"]
    await tab.settle(claim, Ending("delivered"))


async def test_attempts_have_an_end(queue: Any, clock: Clock) -> None:
    tab = queue(max_attempts=2, base=0.0)
    await tab.enter("s", item("a"))
    await tab.settle(await tab.claim("s", "meta", print), Ending("retry", "no"))
    assert await told_of(tab, await tab.claim("s", "meta", print), Ending("retry", "no")) == ["no"]
    assert (await tab.lane_state("s", "meta")).waiting == 0


def purchase(number: str) -> Conversion:
    payload = {
        "events": [{"event_name": "Purchase", "event_id": number}],
        "event_source_url": "https://toko.example/",
        "user_data": {"em": "pembeli@example.com"},
    }
    return Conversion("order_created", (Event("meta", "Purchase", number, None, payload, None, True, True),))


@pytest.fixture
def tab(sandbox: Sandbox) -> Callable[..., AsyncStorefront]:
    shared = MemoryStore()

    def make(**settings: Any) -> AsyncStorefront:
        events = EventSettings(policy=Policy(base=0.0), **settings)
        return AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=Tabs(shared), events=events)

    return make


@pytest.fixture
def sandbox() -> Any:
    with Sandbox() as sandbox:
        yield sandbox


async def test_what_one_page_sent_the_next_one_delivers_once(tab: Any, sandbox: Sandbox) -> None:
    async with tab() as shop:
        assert isinstance(shop.events.relay._spill, StoreSpill)
        assert shop.events.send(purchase("order-1")).accepted
        assert await shop.events.flush(seconds=0) == 0  # written, and nothing delivered
    assert sandbox.control.requests(META) == []
    async with tab() as one, tab() as other:
        assert sum(await asyncio.gather(one.events.flush(), other.events.flush())) == 1
        one.events.send(purchase("order-1"))
        assert await one.events.flush() == 0
    assert len(sandbox.control.requests(META)) == 1


async def test_in_memory_a_purchase_takes_the_place_of_an_interaction(sandbox: Sandbox) -> None:
    """Not of one that is being written: what was written of it would be told as another's."""
    tabs, alarms = Tabs(MemoryStore()), list[Alarm]()
    settings = EventSettings(policy=Policy(max_spilled=3), on_alarm=alarms.append)
    shop = AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=tabs, events=settings)

    def send(number: int, *, bought: bool = False) -> str:
        event = Event("meta", "Any", f"{number}", None, {}, None, bought, bought)
        return shop.events.send(Conversion("any", (event,))).statuses["meta"]

    async with shop:
        assert [send(number) for number in range(4)] == ["spilled"] * 3 + ["full"]
        for _ in range(99):
            if not shop.events.relay._spill._under_way:
                await asyncio.sleep(0)
        assert [send(number, bought=True) for number in (4, 5, 6)] == ["spilled", "spilled", "full"]
        assert [alarm.reason for alarm in alarms] == ["full", "evicted", "evicted", "full"]
        await shop.events.flush(seconds=0)
        waiting = await shop.events.relay.outbox._waiting("queue/")  # type: ignore[attr-defined]
    assert sorted(row.identity for row in waiting.values()) == ["0", "4", "5"]


@pytest.mark.parametrize("at", ["queue/s/meta/", "queue-lane/s/meta"], ids=["an item", "a lane"])
async def test_where_a_store_fails_at_one_entry_the_others_go_on(
    at: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For good, and with an error of its own: the other lanes, and what is behind it in its lane."""
    kept, sent, read = MemoryStore(clock=clock), list[str](), Tabs.get

    async def get(self: Tabs, key: str) -> Entry | None:
        if key == broken:
            raise ValueError("cannot be decrypted")
        return await read(self, key)

    def deliver(claim: Claim) -> Ending:
        sent.append(f"{claim.provider} {claim.event_id}")
        return Ending("delivered")

    broken = ""
    monkeypatch.setattr(Tabs, "get", get)
    async with AsyncStorefront("s", "sfpk_x", store=Tabs(kept), events=EventSettings(), clock=clock) as shop:
        shop.events.via = deliver

        def send(number: int) -> None:
            events = [Event(provider, "any", f"{number}", None, {}) for provider in PROVIDERS]
            shop.events.send(Conversion("any", tuple(events)))

        send(1)
        await shop.events.flush(seconds=0)
        broken = kept.keys(at)[0] if kept.keys(at) else at
        send(2)
        with pytest.raises(StoreError):
            await shop.events.flush()
        send(3)
        with suppress(StoreError):
            await shop.events.flush()
        assert sorted(sent) == sorted(
            [f"{provider} {number}" for provider in ("tiktok", "snackvideo") for number in (1, 2, 3)]
            + ["meta 2", "meta 3"] * (at == "queue/s/meta/")
        )
        broken = ""
        await shop.events.flush()
        assert len(sent) == 9


async def test_a_user_agent_that_is_no_text_costs_no_event(tab: Any, sandbox: Sandbox) -> None:
    """A damaged one: the event would be tried all day, and hold back its lane."""
    (event,) = purchase("1").events
    async with tab() as shop:
        shop.events.send(Conversion("purchase", (evolve(event, user_agent=5),)))
        assert await shop.events.flush() == 1
    assert len(sandbox.control.requests(META)) == 1


async def test_what_a_store_does_not_take_keeps_no_other_lane_back(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, put = list[str](), Tabs.put

    async def refused(self: Tabs, key: str, value: bytes, **more: Any) -> int:
        if key.startswith(refuses):
            raise ValueError("no room")
        return await put(self, key, value, **more)

    def deliver(claim: Claim) -> Ending:
        sent.append(claim.provider)
        return Ending("delivered")

    refuses = "queue/s/meta/"
    monkeypatch.setattr(Tabs, "put", refused)
    store = Tabs(MemoryStore(clock=clock))
    async with AsyncStorefront("s", "sfpk_x", store=store, events=EventSettings(), clock=clock) as shop:
        shop.events.via = deliver
        shop.events.send(Conversion("any", tuple(Event(provider, "any", "1", None, {}) for provider in PROVIDERS)))
        with pytest.raises(StoreError):
            await shop.events.flush()
        assert sent == ["tiktok", "snackvideo"]
        refuses = "nothing"
        assert await shop.events.flush() == 1


async def test_a_store_that_fails_when_it_has_written_gives_nothing_up(clock: Clock) -> None:
    """At any write: what nobody had begun to send is sent, and nothing twice."""

    class Failing(Tabs):
        writes = 0

        async def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
            version = await super().put(key, value, expected=expected, ttl=ttl)
            self.writes += 1
            if self.writes == point:
                raise StoreError("the answer is lost")
            return version

    for point in itertools.count(1):
        tabs, sent, alarms = Failing(MemoryStore(clock=clock)), list[str](), list[Alarm]()

        def deliver(claim: Claim, sent: list[str] = sent) -> Ending:
            sent.append(claim.event_id)
            return Ending("delivered")

        settings = EventSettings(providers=["snackvideo"], on_alarm=alarms.append)
        async with AsyncStorefront("store_x", "sfpk_x", store=tabs, events=settings, clock=clock) as shop:
            shop.events.via = deliver
            event = Event("snackvideo", "purchase", "1", None, {}, None, True, True)
            shop.events.send(Conversion("purchase", (event,)))
            for _ in range(3):
                with suppress(StoreError):
                    await shop.events.flush()
                clock.now += Policy().lease + 1
        assert (sent, [alarm.kind for alarm in alarms if alarm.kind != "outbox_failed"]) == (["1"], [])
        if tabs.writes < point:
            assert point > 3
            return


async def test_a_shop_that_is_closed_has_written_what_it_was_told(tab: Any, sandbox: Sandbox) -> None:
    async with tab() as shop:
        assert shop.events.send(purchase("1")).statuses == {"meta": "spilled"}
    async with tab() as shop:
        await shop.events.flush()
    assert len(sandbox.control.requests(META)) == 1


@pytest.mark.parametrize("awaited", [True, False], ids=["store", "file"])
async def test_who_is_cancelled_before_it_sends_gives_nothing_up(awaited: bool, tmp_path: Any, clock: Clock) -> None:
    """At every point at which something is awaited."""
    sent: list[str] = []

    async def deliver(claim: Claim) -> Ending:
        sent.append(claim.event_id)
        return Ending("delivered")

    for point in itertools.count(1):
        sent.clear()
        store, settings = (Tabs(MemoryStore()), {}) if awaited else (None, {"outbox": tmp_path / str(point)})
        events = EventSettings(providers=["snackvideo"], **settings)  # type: ignore[arg-type]
        shop = AsyncStorefront("store_x", "sfpk_x", "http://127.0.0.1:9", store=store, events=events, clock=clock)
        shop.events.via = deliver
        shop.events.send(Conversion("purchase", (Event("snackvideo", "purchase", "1", None, {}, None, True, True),)))
        await shop.events.relay.tidy()
        reached: list[int] = []
        task = asyncio.create_task(_cancelled(shop.events.flush(), point, reached))
        await asyncio.wait([task])
        clock.now += Policy().lease + 1
        await shop.events.flush()
        await shop.aclose()
        assert sent == ["1"], point
        if not task.cancelled():
            break
    assert point > 5


async def _cancelled(work: Coroutine[Any, Any, object], point: int, reached: list[int]) -> None:
    """Cancelled where it waits for the `point`th time."""

    class Steps:
        def __await__(self) -> Any:
            step: Callable[[Any], Any] = work.send
            told: Any = None
            while True:
                try:
                    waits = step(told)
                except StopIteration:
                    return
                reached.append(1)
                if len(reached) == point:
                    task = asyncio.current_task()
                    assert task is not None
                    task.cancel()
                try:
                    step, told = work.send, (yield waits)
                except BaseException as error:
                    step, told = work.throw, error

    await Steps()


async def test_an_event_is_handed_on_by_a_function_of_either_kind(tmp_path: Any) -> None:
    def at_once(claim: Claim) -> Ending:
        return Ending("delivered")

    async def later(claim: Claim) -> Ending:
        return Ending("delivered")

    event = Event("snackvideo", "purchase", "1", None, {}, None, True, True)
    for via, counts in (
        (at_once, {"accepted": 1, "delivered": 1}),
        (later, {"accepted": 1, "delivered": 1}),
        (lambda claim: None, {"accepted": 1, "ambiguous": 1}),
    ):
        settings = EventSettings(outbox=tmp_path / str(via))
        async with AsyncStorefront("store_x", "sfpk_x", "http://127.0.0.1:9", events=settings) as shop:
            shop.events.via = via
            shop.events.send(Conversion("purchase", (event,)))
            await shop.events.flush()
            assert shop.events.relay.outbox.lanes("store_x")[0].counts == counts
    with Storefront("store_x", "sfpk_x", "http://127.0.0.1:9") as other, pytest.raises(InvalidInput):
        other.events.via = later


async def test_the_worker_in_the_background(tab: Any, sandbox: Sandbox) -> None:
    async with tab() as shop:
        shop.events.start()
        shop.events.send(purchase("order-1"))
        for _ in range(200):
            if sandbox.control.requests(META):
                break
            await asyncio.sleep(0.05)
    assert len(sandbox.control.requests(META)) == 1


async def test_consent_that_is_withdrawn_and_a_store_that_fails(tab: Any, sandbox: Sandbox) -> None:
    alarms: list[Alarm] = []
    allowed = True
    async with tab(consent=lambda provider, subject: allowed, on_alarm=alarms.append) as shop:
        relay = shop.events.relay
        relay.queue._kept._store.fails = True
        shop.events.send(purchase("order-1"))
        await relay._spill._writing
        assert [alarm.kind for alarm in alarms] == ["outbox_failed"]
        relay.queue._kept._store.fails = False
        await relay._spill.write_out()
        allowed = False
        assert await shop.events.flush() == 0
        assert (await relay.queue.lane_state(shop.store_id, "meta")).waiting == 0
    assert sandbox.control.requests(META) == []


async def test_what_no_worker_takes_is_full_at_last(tab: Any) -> None:
    async with tab() as shop:
        relay = shop.events.relay
        relay._spill._waiting.extend([item("x", urgent=True)] * relay.settings.policy.max_spilled)
        assert shop.events.send(purchase("order-1")).statuses == {"meta": "full"}
        relay._spill._waiting.clear()


def test_a_page_loads_no_database() -> None:
    code = "import sys\nsys.modules['sqlite3'] = None\nimport nexus_storefront.events._async.events\n"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_anywhere_but_in_a_page_there_is_no_visit() -> None:
    for ask in (page_visit, lambda: show_pixels("")):
        with pytest.raises(MissingExtra, match="page"):
            ask()
    assert len(PROVIDERS) == 3

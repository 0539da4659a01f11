"""A worker that is told to stop ends in time, also while somebody else holds its file."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import anyio
import pytest
from nexus_storefront import AsyncStorefront, Storefront
from nexus_storefront.events import Alarm, Conversion, Ending, Event, EventSettings
from nexus_storefront.events.sending import Claim
from nexus_storefront.stores.conformance import HandClock
from nexus_storefront.webhooks import AsyncWebhookWorker, Inbox, OrderSeen, Webhook
from nexus_storefront.work_queue._sync.worker import Background
from nexus_storefront.work_queue.model import QueueBusy
from nexus_storefront.work_queue.queue import WorkQueue


def test_of_a_task(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "inbox.db")
    inbox.open()

    async def handle(webhook: Webhook, order: OrderSeen | None) -> None:
        raise AssertionError

    async def stopped() -> float:
        worker = AsyncWebhookWorker(inbox, handle)
        worker.start()
        await asyncio.sleep(0.3)
        started = time.monotonic()
        await worker.stop(0.2)
        took = time.monotonic() - started
        holder.execute("ROLLBACK")
        return took

    holder = sqlite3.connect(tmp_path / "inbox.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert asyncio.run(stopped()) < 1.5
    holder.close()


def test_by_a_signal_at_any_point_of_its_pause() -> None:
    background = Background(lambda: None)

    def signalled(frame: FrameType, event: str, argument: object) -> Any:
        sys.settrace(None)
        background.stop(0)  # as a handler does, between two steps of whatever its thread is at
        background.stopping = False
        sys.settrace(signalled)
        return signalled

    def pause() -> None:
        sys.settrace(signalled)
        background.pause(0.01)
        sys.settrace(None)

    thread = threading.Thread(target=pause, daemon=True)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def test_by_an_interrupt_at_any_call_before_it_sends(tmp_path: Path) -> None:
    """Ctrl-C, where a function of ours begins: nothing is given up that nobody had begun to send."""
    clock = HandClock()
    sent: list[str] = []
    calls, point, reached = 0, 0, False

    def deliver(claim: Claim) -> Ending:
        sent.append(claim.event_id)
        return Ending("delivered")

    def interrupted(frame: FrameType, what: str, _: object) -> None:
        nonlocal calls, reached
        calls += what == "call" and "nexus_storefront" in frame.f_code.co_filename
        if frame.f_code.co_name == "_work":  # here it begins
            reached = True
            sys.setprofile(None)
        elif calls == point:
            sys.setprofile(None)
            raise KeyboardInterrupt

    settings = EventSettings(outbox=tmp_path / "outbox", providers=["snackvideo"])
    with Storefront("store_x", "sfpk_x", "http://127.0.0.1:9", events=settings, clock=clock) as shop:
        shop.events.via = deliver
        while not reached:
            point += 1
            event = Event("snackvideo", "purchase", str(point), None, {}, None, True, True)
            shop.events.send(Conversion("purchase", (event,)))
            calls = 0
            sys.setprofile(interrupted)
            with suppress(KeyboardInterrupt):
                shop.events.flush()
            sys.setprofile(None)
            clock.set_by(settings.policy.lease + 1)
            shop.events.flush()
            assert sent[point - 1 :] == [str(point)]
    assert point > 50


NOWHERE = ("store_x", "sfpk_x", "http://127.0.0.1:9")
"""A shop whose service nobody asks."""


def sent(shop: Storefront | AsyncStorefront, *numbers: int) -> None:
    for number in numbers:
        shop.events.send(Conversion("view", (Event("meta", "View", f"{number}", None, {"number": number}),)))


def cannot_write(patch: pytest.MonkeyPatch, *methods: str) -> None:
    def busy(*_: object) -> None:
        raise QueueBusy("somebody has the file")

    for method in methods:
        patch.setattr(WorkQueue, method, busy)


@pytest.mark.parametrize("where", ["claim", "work"])
def test_who_is_interrupted_ends_also_where_it_cannot_be_written(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> Ending:
        shop.events._background.stopping = True  # a test that fails ends, too
        raise KeyboardInterrupt

    with Storefront(*NOWHERE, events=EventSettings(outbox=tmp_path / "outbox")) as shop:
        sent(shop, 1)
        if where == "claim":
            monkeypatch.setattr(WorkQueue, "claim", interrupted)
        shop.events.via = interrupted
        cannot_write(monkeypatch, "settle", "give_back")
        with pytest.raises(KeyboardInterrupt):
            shop.events.run()


def test_a_task_that_is_cancelled_ends_also_where_it_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cannot_write(monkeypatch, "settle")

    async def cancelled() -> bool:
        begun = asyncio.Event()

        async def deliver(claim: Claim) -> None:
            begun.set()
            await asyncio.sleep(60)

        async with AsyncStorefront(*NOWHERE, events=EventSettings(outbox=tmp_path / "outbox")) as shop:
            sent(shop, 1)
            shop.events.via = deliver
            running = asyncio.create_task(shop.events.run())
            await begun.wait()
            running.cancel()
            await asyncio.wait([running], timeout=10)
            shop.events._background.stopping = True
            return running.cancelled()

    assert asyncio.run(cancelled())


def until(condition: Any) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.01)


async def stopped_at_once(settings: EventSettings) -> None:
    async with AsyncStorefront(*NOWHERE, events=settings) as shop:
        await shop.events.stop(0)


def test_at_once_is_no_failure_where_nothing_is_in_memory(tmp_path: Path) -> None:
    alarms: list[Alarm] = []
    asyncio.run(stopped_at_once(EventSettings(outbox=tmp_path / "outbox", on_alarm=alarms.append)))
    assert alarms == []


def test_of_a_thread_that_is_started_again_before_it_has_ended(tmp_path: Path) -> None:
    busy, going_on = threading.Semaphore(0), threading.Event()
    by = set[threading.Thread]()

    def deliver(claim: Claim) -> Ending:
        by.add(threading.current_thread())
        busy.release()
        going_on.wait(30)
        return Ending("delivered")

    with Storefront(*NOWHERE, events=EventSettings(outbox=tmp_path / "outbox")) as shop:
        shop.events.via = deliver
        sent(shop, 1, 2)
        shop.events.start()
        busy.acquire()
        for _ in range(3):
            shop.events.stop(0)
            shop.events.start()
        going_on.set()
        busy.acquire()
        assert len(by) == 1
        shop.events.stop(30)
        (thread,) = by
        assert not thread.is_alive()
        shop.events.start()  # now anew
        sent(shop, 3)
        busy.acquire()
        assert len(by) == 2


def test_of_a_task_that_is_started_again_before_it_has_ended(tmp_path: Path) -> None:
    async def tried_at_once() -> list[int]:
        busy, under_way, most = asyncio.Semaphore(0), 0, list[int]()

        async def deliver(claim: Claim) -> Ending:
            nonlocal under_way
            under_way += 1
            most.append(under_way)
            busy.release()
            await asyncio.sleep(0.3)
            under_way -= 1
            return Ending("delivered")

        async with AsyncStorefront(*NOWHERE, events=EventSettings(outbox=tmp_path / "outbox")) as shop:
            shop.events.via = deliver
            sent(shop, 1, 2, 3)
            shop.events.start()
            await busy.acquire()
            stopping = asyncio.create_task(shop.events.stop(0.5))
            await asyncio.sleep(0)
            shop.events.start()
            await stopping
            for _ in range(2):
                await asyncio.wait_for(busy.acquire(), 30)
            await shop.events.stop(30)
            shop.events.start()  # now anew
            sent(shop, 4)
            await asyncio.wait_for(busy.acquire(), 30)
        return most

    assert asyncio.run(tried_at_once()) == [1, 1, 1, 1]


def test_of_a_task_whose_event_loop_was_closed(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "inbox.db")
    worker = AsyncWebhookWorker(inbox, lambda webhook, order: None)

    async def pausing() -> None:
        worker.start()
        await asyncio.sleep(0.3)

    loop = asyncio.new_event_loop()
    loop.run_until_complete(pausing())
    left = asyncio.all_tasks(loop)
    loop.close()
    asyncio.run(worker.stop())
    for task in left:
        task._log_destroy_pending = False  # type: ignore[attr-defined]


def test_what_was_stopped_often_pauses_when_it_is_started() -> None:
    rounds = list[float]()

    def run() -> None:
        while not background.stopping:
            rounds.append(time.monotonic())
            background.pause(30)

    background = Background(run)
    for _ in range(10):
        background.stop(0)
    background.start()
    until(lambda: rounds)
    time.sleep(0.05)
    background.stop(30)
    assert len(rounds) == 1


def test_a_child_of_a_fork_begins_nothing_that_was_stopped() -> None:
    begun = list[int]()
    background = Background(lambda: begun.append(os.getpid()))
    background.start()
    background.stop(30)
    if child := os.fork():
        assert os.waitpid(child, 0)[1] == 0
    else:
        background.revive()
        os._exit(int(background._running_in == os.getpid()))


def test_a_handler_that_exits_its_thread_keeps_nothing_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nexus_storefront.work_queue._sync.worker._AFTER_AN_EXIT", 0.01)
    tried = list[str]()

    def deliver(claim: Claim) -> Ending:
        tried.append(claim.event_id)
        if tried == ["1"]:
            sys.exit("done")
        return Ending("delivered")

    clock = HandClock()
    with Storefront(*NOWHERE, events=EventSettings(outbox=tmp_path / "outbox"), clock=clock) as shop:
        shop.events.via = deliver
        sent(shop, 1, 2)
        shop.events.start()
        until(lambda: tried)
        clock.set_by(10)
        until(lambda: sorted(tried) == ["1", "1", "2"])


def test_of_a_task_of_trio(tmp_path: Path) -> None:
    async def stopped() -> int:
        delivered, times = anyio.Event(), list[str]()

        async def deliver(claim: Claim) -> Ending:
            times.append(claim.event_id)
            delivered.set()
            return Ending("delivered")

        async with AsyncStorefront(*NOWHERE, events=EventSettings(outbox=tmp_path / "outbox")) as shop:
            shop.events.via = deliver
            with anyio.fail_after(30):
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(shop.events.run)
                    await anyio.sleep(0.3)  # it looks, and pauses
                    sent(shop, 1)
                    await delivered.wait()
                    await shop.events.stop()
        return len(times)

    assert anyio.run(stopped, backend="trio") == 1


def test_of_a_task_whose_event_loop_was_left(tmp_path: Path) -> None:
    """Another loop begins anew, and does not wait for what never ends."""

    async def handle(webhook: Webhook, order: OrderSeen | None) -> None:
        raise AssertionError

    async def started() -> None:
        worker.start()
        await asyncio.sleep(0.05)

    async def started_and_stopped() -> bool:
        worker.start()
        running = worker._background._task in asyncio.all_tasks()
        await worker.stop()
        worker._background._task = left
        await worker.stop()
        return running

    worker = AsyncWebhookWorker(Inbox(tmp_path / "inbox.db"), handle)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(started())
    left = worker._background._task
    assert asyncio.run(started_and_stopped())
    for task in asyncio.all_tasks(loop):
        task.cancel()
        with suppress(asyncio.CancelledError):
            loop.run_until_complete(task)
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()

"""A worker that is told to stop ends in time, also while somebody else holds its file."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from nexus_storefront import Storefront
from nexus_storefront.events import Conversion, Ending, Event, EventSettings
from nexus_storefront.events.sending import Claim
from nexus_storefront.stores.conformance import HandClock
from nexus_storefront.webhooks import AsyncWebhookWorker, Inbox, OrderSeen, Webhook
from nexus_storefront.work_queue._sync.worker import Background


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

"""A worker that is told to stop ends in time, also while somebody else holds its file."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import threading
import time
from pathlib import Path
from types import FrameType
from typing import Any

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

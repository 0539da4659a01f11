"""A worker that is told to stop ends in time, also while somebody else holds its file."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from pathlib import Path

from nexus_storefront.webhooks import AsyncWebhookWorker, Inbox, OrderSeen, Webhook


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

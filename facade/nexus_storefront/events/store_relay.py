"""The way out for events where nothing but an awaited store survives: in a browser's page, after a reload, too."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from attrs import asdict

from ..transport._async.concurrency import Lock
from ..work_queue.store_queue import StoreQueue
from .model import PROVIDERS
from .sending import ONCE, Claim, Sending, event_body

if TYPE_CHECKING:
    from ..clock import Clock
    from ..stores import AsyncStore
    from ..work_queue.model import Ending, Item
    from ..work_queue.spill import Taken
    from .settings import EventSettings


class StoreRelay(Sending):
    """One store's way out for events, shared by all tabs. What is sent is in memory until the store has written it,
    a moment later; whichever tab works first delivers it."""

    blocking = False
    lanes = PROVIDERS

    def __init__(self, store_id: str, settings: EventSettings, kept: AsyncStore, clock: Clock) -> None:
        super().__init__("conversion events", settings.on_alarm)
        self.store_id = store_id
        self.settings = settings
        self.queue = self.outbox = StoreQueue(kept, policy=settings.policy, once=ONCE, read=event_body, clock=clock)
        self._waiting: deque[Item] = deque()
        self._turn = Lock()
        self._writing: asyncio.Task[None] | None = None

    def _take(self, items: Sequence[Item]) -> Sequence[Taken]:
        if len(self._waiting) + len(items) > self.settings.policy.max_spilled:
            return ["full" for _ in items]
        self._waiting.extend(items)
        with suppress(RuntimeError):  # outside of an event loop the worker writes it
            self._writing = asyncio.get_running_loop().create_task(self._write_soon())
        return ["spilled" for _ in items]

    async def _write_soon(self) -> None:
        try:
            await self.write_out()
        except Exception as error:
            self.failed(error)

    async def write_out(self) -> None:
        """Write what is in memory. What the store does not take stays, for the next time."""
        async with self._turn:
            while self._waiting:
                item = self._waiting[0]
                status = await self.queue.enter(self.store_id, item)
                self._waiting.popleft()
                if status in ("full", "too_large"):
                    self.alarm("dropped", item.lane, status)

    async def claim(self, lane: str) -> Claim | None:
        """The next event to send, if the shopper still consents; what they do not consent to any more is deleted."""
        while True:
            given_up: list[str] = []
            found = await self.queue.claim(self.store_id, lane, given_up)
            for reason in given_up:
                self.alarm("dead_letter", lane, reason)
            if found is None:
                return None
            claim = Claim(**asdict(found, recurse=False))
            if self.consents(claim.provider, claim.subject):
                return claim
            await self.queue.discard(claim, "no_consent")

    async def settle(self, claim: Claim, ending: Ending) -> None:
        """Record how the attempt ended, and raise the alarm where a person is needed."""
        self.settled(claim.lane, ending, await self.queue.settle(claim, ending))

    async def starting(self) -> None:
        """Remind of lanes that an earlier page left stopped."""
        self.remind([await self.queue.lane_state(self.store_id, lane) for lane in self.lanes])

    async def tidy(self, *, now: bool = False) -> None:
        """Between deliveries."""
        await self.write_out()

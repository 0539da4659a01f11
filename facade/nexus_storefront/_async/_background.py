"""The worker of `events` as a task of the event loop. Written by hand, with a twin of the same names in `_sync`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

__all__ = ["Background"]


class Background:
    """Runs one coroutine in a task, and lets it sleep until woken."""

    def __init__(self, run: Callable[[], Awaitable[None]]) -> None:
        self._run = run
        self._task: asyncio.Task[None] | None = None
        self._wake: asyncio.Event | None = None
        self.stopping = False

    def start(self) -> None:
        """Begin, unless it runs already. Needs a running event loop."""
        if self._task is None or self._task.done():
            self.stopping = False
            self._task = asyncio.get_running_loop().create_task(self._whole())

    async def _whole(self) -> None:
        await self._run()

    def wake(self) -> None:
        """End the current `pause`. For use in the event loop's own thread."""
        if self._wake is not None:
            self._wake.set()

    async def pause(self, seconds: float) -> None:
        """Sleep, at most until the next `wake` or `stop`."""
        if self.stopping:
            return
        self._wake = asyncio.Event()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), seconds)

    async def stop(self, seconds: float) -> None:
        """Ask it to end after the attempt under way; after `seconds` cancel it."""
        self.stopping = True
        self.wake()
        task, self._task = self._task, None
        if task is not None:
            done, _ = await asyncio.wait([task], timeout=seconds)
            if not done:
                task.cancel()
                await asyncio.wait([task])

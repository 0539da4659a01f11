"""A background worker as a task of the event loop. Written by hand, with a twin of the same names in `_sync`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import anyio

from ...errors import StorefrontError

_TIDYING = 0.2


class Background:
    """Runs one coroutine in a task, and lets it sleep until stopped."""

    def __init__(self, run: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._run = run
        self._task: asyncio.Task[None] | None = None
        self._stopped: anyio.Event | None = None
        self.stopping = False

    def start(self) -> None:
        """Begin, unless it runs already. Needs a running event loop."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise StorefrontError("no event loop is running: call start() in an async def") from None
        self.stopping = False  # one that was to stop, and has not yet, goes on
        if self._task is None or self._task.done() or self._task.get_loop() is not loop:
            self._task = loop.create_task(self._run())

    def revive(self) -> None:
        """Nothing to do: a task does not outlive its event loop's process."""

    async def pause(self, seconds: float) -> None:
        """Sleep, at most until `stop`."""
        if self.stopping:
            return
        self._stopped = anyio.Event()
        with anyio.move_on_after(seconds):
            await self._stopped.wait()

    async def stop(self, seconds: float) -> None:
        """Ask it to end after the attempt under way, and cancel it after `seconds`. A thread of it that still waits for
        a file in use is left to itself."""
        self.stopping = True
        if self._stopped is not None:
            with suppress(RuntimeError):  # its event loop was closed
                self._stopped.set()
        task = self._task
        if task is not None and task.get_loop() is asyncio.get_running_loop():
            done, _ = await asyncio.wait([task], timeout=seconds)
            if not done and self.stopping:
                self._task = None
                task.cancel()
                task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())  # else asyncio warns of it
                await asyncio.wait([task], timeout=_TIDYING)

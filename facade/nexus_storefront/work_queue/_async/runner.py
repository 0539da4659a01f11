"""Works off a queue: lane by lane, one item after another, here or in the background."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from ...arguments import number
from ...errors import StorefrontError
from ...frames import with_bare_errors
from ...log import harmless, logger
from ...transport._async.concurrency import in_thread
from ..model import Alarm, AlarmKind, Claim, Ending, QueueError
from .worker import Background

C = TypeVar("C", bound=Claim)

# seconds
_TIDY = 5.0
_POLL = 0.5
_SLOWEST_POLL = 30.0

_INTERRUPTED = Ending("ambiguous", "interrupted")


class Dispatcher(Generic[C]):
    """What a worker asks of a queue, in a file or in a store that is awaited, for one store's items. Alarms go to the
    log, where the items are called `what`, and to `on_alarm`."""

    def __init__(
        self, queue: Any, store: str, lanes: Sequence[str], what: str, on_alarm: Callable[[Alarm], None] | None
    ) -> None:
        self.queue = queue
        self.store_id = store
        self.lanes = lanes
        self._what = what
        self._on_alarm = on_alarm
        self._tidied = float("-inf")
        self._counted = False
        self.withdrawn = 0
        """Items that were taken out of line when they would have been worked on."""

    async def claim(self, lane: str, owner: str = "") -> C | None:
        """The next item to work on. `owner` is a name for this lease alone."""
        given_up = partial(self.alarm, "dead_letter", lane)
        claim: C | None = await in_thread(self.queue.claim, self.store_id, lane, given_up, owner)
        return claim

    async def give_back(self, lane: str, owner: str) -> None:
        """Give back what was leased to `owner` and not begun."""
        await in_thread(self.queue.give_back, self.store_id, lane, owner)

    async def settle(self, claim: C, ending: Ending) -> None:
        """Record how the attempt ended, and raise the alarm where a person is needed."""
        needed = partial(self.alarm, "lane_stopped" if ending.kind == "stopped" else "dead_letter", claim.lane)
        await in_thread(self.queue.settle, claim, ending, needed)

    async def starting(self) -> None:
        """Open the file, and remind of lanes that an earlier run left stopped."""
        for lane in await in_thread(self.queue.lanes, self.store_id):
            if lane.stopped is not None:
                self.alarm("lane_stopped", lane.lane, lane.stopped)

    async def tidy(self, *, now: bool = False) -> None:
        """Tidy the queue: every few seconds at most, or `now`."""
        moment = self.queue.clock.monotonic()
        if not now and moment - self._tidied < _TIDY:
            return
        self._tidied = moment
        expired = await in_thread(self.queue.tidy, recount=not self._counted)
        self._counted = True  # not reached if the file is in use: then the next time counts
        if expired:
            self.alarm("dead_letter", None, f"{expired} expired")

    async def stopped(self, seconds: float) -> None:
        """For subclasses: the worker has ended. Write what is only in memory, for up to `seconds`."""

    def failed(self, error: BaseException) -> None:
        """A worker could not use the queue."""
        self.alarm("outbox_failed", None, str(error) if isinstance(error, StorefrontError) else type(error).__name__)

    def alarm(self, kind: AlarmKind, lane: str | None, reason: str) -> None:
        logger.warning("%s: %s%s: %s", self._what, kind, f" ({lane})" if lane else "", reason)
        if self._on_alarm is not None:
            with harmless("the alarm callback failed"):
                self._on_alarm(Alarm(kind, lane, reason))


@with_bare_errors
class Runner(Generic[C]):
    """A worker: calls `_work` for each item that is due. An error of that ends the attempt, and nothing else."""

    def __init__(self, dispatcher: Dispatcher[C]) -> None:
        self._dispatcher = dispatcher
        self._background = Background(self.run)

    async def _work(self, claim: C) -> Ending:
        """One attempt."""
        raise NotImplementedError

    async def flush(self, *, seconds: float | None = None) -> int:
        """Work on what is due, and give the number of attempts. Begins none after `seconds`.

        May run in any number of processes at once. Raises `StorefrontError` if the queue cannot be used.
        """
        clock = self._dispatcher.queue.clock
        until = None if seconds is None else clock.monotonic() + number("seconds", seconds)
        attempts = await self._drain(lambda: until is not None and clock.monotonic() >= until)
        await self._dispatcher.tidy(now=True)
        return attempts

    async def _drain(self, ended: Callable[[], bool]) -> int:
        steps: list[Callable[[], Awaitable[object]]] = [
            self._dispatcher.tidy,
            *(partial(self._attempt, lane) for lane in self._dispatcher.lanes),
        ]
        attempts, before = 0, (-1, 0)
        failed: Exception | None = None
        while (attempts, self._dispatcher.withdrawn) != before:
            before = (attempts, self._dispatcher.withdrawn)
            for step in steps:
                if ended():
                    return attempts
                try:
                    attempts += bool(await step())
                except QueueError:
                    raise  # the file is that of all lanes
                except Exception as error:  # at one entry of a store, say, which keeps no other lane back
                    failed = error
        if failed is not None:
            raise failed
        return attempts

    async def _attempt(self, lane: str) -> bool:
        """Work on the next item of a lane, and tell whether there was one. If this fails, is cancelled or interrupted
        before the work begins, the item is given back. Whether that can be written changes nothing about the end."""
        owner = os.urandom(8).hex()
        try:
            claim = await self._dispatcher.claim(lane, owner)
        except QueueError:
            raise  # a file that fails has leased nothing
        except BaseException:
            with harmless("what was not begun cannot be given back"):
                await self._dispatcher.give_back(lane, owner)
            raise
        if claim is None:
            return False
        try:
            ending = await self._work(claim)
        except Exception as error:
            logger.warning("an attempt at %s %s failed: %s", claim.lane, claim.name, type(error).__name__)
            ending = Ending("ambiguous", type(error).__name__)
        except BaseException:
            with harmless("an attempt that was cut off cannot be recorded"):
                await self._dispatcher.settle(claim, _INTERRUPTED)
            raise
        await self._dispatcher.settle(claim, ending)
        return True

    async def run(self) -> None:
        """Go on until `stop`, in the caller's own task or thread. Errors are logged and given to the alarm callback,
        never raised.
        """
        poll, started = _POLL, False
        while not self._background.stopping:
            try:
                if not started:
                    await self._dispatcher.starting()
                    started = True
                await self._drain(lambda: self._background.stopping)
                poll = _POLL
            except Exception as error:
                self._dispatcher.failed(error)
                poll = min(poll * 2, _SLOWEST_POLL)
            await self._background.pause(poll)

    def start(self) -> None:
        """Go on in the background. At exit nothing is waited for: what is not done stays in the queue."""
        self._background.start()

    async def stop(self, seconds: float = 2.0) -> None:
        """End what runs in the background after the attempt under way, at the latest after `seconds`. What is in memory
        only is written then. Only `start` begins again after that."""
        await self._background.stop(number("seconds", seconds))
        await self._dispatcher.stopped(seconds)

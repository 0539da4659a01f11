"""Items that could not be written at once: held in memory, and written as soon as the file is free."""

from __future__ import annotations

import atexit
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from attrs import evolve

from ..log import logger
from ..stores._forks import Holder, OwnedLock, ready_for_forks
from .model import QueueBusy, QueueError, QueueItem, Taken

if TYPE_CHECKING:
    from ._sync.runner import Dispatcher
    from .queue import WorkQueue


_PATIENCE = 0.02
"""Seconds that the caller who brings an item waits for the file."""
_BATCH = 100
_PAUSES = (0.02, 0.5)
_AT_EXIT = 1.0
_LOOKS = 0.1
"""Seconds between two looks at how long the log is. The longer it is, the longer emptying it keeps writers out."""


class Spill(Holder):
    """Takes items for one store without making anybody wait: into the file if it is free, else into memory.

    In memory there is room for `max_spilled` items; an urgent one takes the place of one that is not. A thread writes
    them in their order when the file is free, and what comes meanwhile stands in line behind them. The alarm rings for
    an item that the file does not take, and says why; and once for a file that cannot be used, by its error's text.

    A signal handler or a finalizer may bring items while its own thread is in here: the lock lets it in, and whatever
    is done under the lock can be interrupted by that at any point.
    """

    def __init__(self, dispatcher: Dispatcher[Any]) -> None:
        self._dispatcher = dispatcher
        self._queue: WorkQueue[Any, Any, Any] = dispatcher.queue
        self._limit: int = dispatcher.queue.policy.max_spilled
        self._evicted = partial(dispatcher.alarm, "dropped", reason="evicted")
        self.after_fork()
        ready_for_forks(self)
        _spills.add(self)

    def after_fork(self) -> None:
        """In a forked child: what waits is the parent's to write."""
        self._lock = threading.RLock()
        self._writing = OwnedLock()
        self._waiting: deque[QueueItem] = deque()
        self._under_way = 0
        """How many of the first ones are being written."""
        self._writer: threading.Thread | None = None
        self._broken = ""
        self._looked = -inf

    def take(self, items: Sequence[QueueItem]) -> Sequence[Taken]:
        """Take items; gives for each what the file answered, or `spilled`, or `full`."""
        # First the file itself, unless older items are still in memory.
        if not self._waiting:
            try:
                entered = self._enter(items, _PATIENCE)
                self._look_at_the_log()
                return entered
            except QueueBusy as error:
                logger.warning("%s: what comes meanwhile is kept in memory", error)
        # Else into memory, behind the others, and a thread writes them. At exit no thread would come to it.
        self._make_room(len(items))
        taken: list[Taken] = [self._keep(item) for item in items]
        self._start_writer()
        if _at_the_end:
            self.write_out(_AT_EXIT)
        return taken

    def _enter(self, items: Sequence[QueueItem], wait: float) -> Sequence[Taken]:
        return self._queue.enter(self._dispatcher.store_id, items, wait, self._evicted)

    def _look_at_the_log(self) -> None:
        """Have the thread empty the file's log if it is long, as it is where no worker runs: no caller may wait for
        that."""
        now = self._queue.clock.monotonic()
        if now - self._looked > _LOOKS:
            self._looked = now
            if self._queue.log_is_long:
                self._start_writer()

    def _start_writer(self) -> None:
        """Start the thread that writes, unless it runs."""
        with self._lock:
            if self._writer is None or not self._writer.is_alive():
                writer = threading.Thread(target=self._write, name="nexus-spill", daemon=True)
                with suppress(RuntimeError):  # no thread can be started: a worker of the queue writes it
                    writer.start()
                    self._writer = writer

    def _write(self) -> None:
        """The work of the thread."""
        self.write_out(inf)
        if self._queue.log_is_long:
            with suppress(QueueError):  # the next one may do it
                self._queue.checkpoint()
        self.write_out(inf)

    def _make_room(self, count: int) -> None:
        """Wait a moment where memory is full: many in a row come faster than the thread writes them."""
        clock = self._queue.clock
        until = clock.monotonic() + _PATIENCE
        while len(self._waiting) + count > self._limit and clock.monotonic() < until:
            if not self._write_some(max(0.0, until - clock.monotonic())):
                clock.sleep(_PATIENCE / 10)

    def _keep(self, item: QueueItem) -> Taken:
        evicted = None
        with self._lock:
            if len(self._waiting) >= self._limit:
                evicted = item.pushes_out([*self._waiting][self._under_way :])
                if evicted is None:
                    return "full"
                try:
                    self._waiting.remove(evicted)
                except (ValueError, IndexError):  # a signal handler that interrupted this has written or evicted it
                    evicted = None
            self._waiting.append(evolve(item, created=self._queue.clock.time()))
        if evicted is not None:
            self._evicted(evicted.lane)
        return "spilled"

    def write_out(self, wait: float) -> bool:
        """Write what is in memory, for up to `wait` seconds. Whether nothing is left."""
        clock = self._queue.clock
        until, pause = clock.monotonic() + wait, _PAUSES[0]
        while self._waiting:
            if self._write_some():
                pause = _PAUSES[0]
            elif clock.monotonic() >= until:
                return False
            else:
                clock.sleep(pause)
                pause = min(pause * 2, _PAUSES[1])
        return True

    def _write_some(self, wait: float = _PATIENCE) -> bool:
        """Write the oldest ones. False if the file cannot be used now, or somebody writes them already."""
        with self._writing.within(0) as acquired:
            if not acquired:
                return False
            try:
                # First mark the oldest, so that none of them is pushed out while it is written.
                with self._lock:
                    batch = [*self._waiting][:_BATCH]
                    self._under_way = len(batch)
                statuses = self._enter(batch, wait)
                # They leave memory after the write: one that is written twice is refused as a duplicate.
                with self._lock:
                    for _ in batch:
                        self._waiting.popleft()
                self._broken = ""
            except QueueBusy:
                return False
            except QueueError as error:  # such as a full disk: they wait until it is not
                if str(error) != self._broken:
                    self._broken = str(error)
                    self._dispatcher.failed(error)
                return False
            finally:
                self._under_way = 0
        for item, status in zip(batch, statuses, strict=True):
            if status not in ("accepted", "duplicate"):
                self._dispatcher.alarm("dropped", item.lane, status)
        return True


_spills: WeakSet[Spill] = WeakSet()
_at_the_end = False
"""Whether the process is at its end: what other exit functions still bring is written by `take` itself."""


@atexit.register
def _write_the_last() -> None:
    global _at_the_end
    _at_the_end = True
    for spill in list(_spills):
        if not spill.write_out(_AT_EXIT):
            logger.warning("%s cannot be written at exit: items in memory are lost", spill._queue.path)

# Rendered from facade/nexus_storefront/work_queue/_async/runner.py by scripts/unasync.py; edit that file.
"""Works off a queue: lane by lane, one item after another, here or in the background."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from ...arguments import number
from ...transport._sync.concurrency import in_thread
from ..model import Ending
from .worker import Background

if TYPE_CHECKING:
    from ..dispatcher import Dispatcher
    from ..model import Claim

_POLL = 0.5
_SLOWEST_POLL = 30.0

logger = logging.getLogger("nexus_storefront")


class Runner:
    """A worker: has `_work` done on what is due. What that raises is the end of that attempt, and of nothing else."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self._dispatcher = dispatcher
        self._background = Background(self.run)

    def _work(self, claim: Claim) -> Ending:
        """One attempt."""
        raise NotImplementedError

    def flush(self, *, seconds: float | None = None) -> int:
        """Work on what is due, and give the number of attempts. Begins none after `seconds`.

        May run in any number of processes at once. Raises `StorefrontError` if the queue cannot be used.
        """
        clock = self._dispatcher.queue.clock
        until = None if seconds is None else clock.monotonic() + number("seconds", seconds)
        attempts = self._drain(lambda: until is not None and clock.monotonic() >= until)
        in_thread(self._dispatcher.tidy, now=True)
        return attempts

    def _drain(self, ended: Callable[[], bool]) -> int:
        attempts = 0
        while True:
            before = attempts
            in_thread(self._dispatcher.tidy)
            for lane in self._dispatcher.lanes:
                if ended():
                    return attempts
                claim = in_thread(self._dispatcher.claim, lane)
                if claim is not None:
                    attempts += 1
                    self._attempt(claim)
            if attempts == before:
                return attempts

    def _attempt(self, claim: Claim) -> None:
        ending = Ending("ambiguous", "interrupted")
        try:
            ending = self._work(claim)
        except Exception as error:
            logger.warning("an attempt at %s %s failed: %s", claim.lane, claim.name, type(error).__name__)
            ending = Ending("ambiguous", type(error).__name__)
        finally:
            in_thread(self._dispatcher.settle, claim, ending)

    def run(self) -> None:
        """Go on until `stop`, in the caller's own task or thread. What goes wrong is told to the log and the alarm
        callback, never raised.
        """
        poll, started = _POLL, False
        while not self._background.stopping:
            try:
                if not started:
                    in_thread(self._dispatcher.starting)
                    started = True
                self._drain(lambda: self._background.stopping)
                poll = _POLL
            except Exception as error:
                self._dispatcher.failed(error)
                poll = min(poll * 2, _SLOWEST_POLL)
            self._background.pause(poll)

    def start(self) -> None:
        """Go on in the background. At exit nothing is waited for: what is not done stays in the queue."""
        self._background.start()

    def stop(self, seconds: float = 2.0) -> None:
        """End what runs in the background after the attempt under way, at the latest after `seconds`."""
        self._background.stop(number("seconds", seconds))

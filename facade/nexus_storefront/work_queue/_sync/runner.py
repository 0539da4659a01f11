# Rendered from facade/nexus_storefront/work_queue/_async/runner.py by scripts/unasync.py; edit that file.
"""Works off a queue: lane by lane, one item after another, here or in the background."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from ...transport._sync.concurrency import in_thread
from ..model import Ending
from .worker import Background

if TYPE_CHECKING:
    from ..dispatcher import Dispatcher
    from ..model import Claim

__all__ = ["Runner"]

_POLL = 0.5
_SLOWEST_POLL = 30.0

logger = logging.getLogger("nexus_storefront")


class Runner:
    """Has `work` done on what is due. What `work` raises is the end of that attempt, and of nothing else."""

    def __init__(self, dispatcher: Dispatcher, work: Callable[[Claim], Ending]) -> None:
        self._dispatcher = dispatcher
        self._work = work
        self._clock = dispatcher.queue.clock
        self._background = Background(self.run)

    def flush(self, seconds: float | None) -> int:
        """Do what is due, and give the number of attempts. Begins none after `seconds`."""
        until = None if seconds is None else self._clock.monotonic() + seconds
        attempts = self._drain(lambda: until is not None and self._clock.monotonic() >= until)
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
        """Go on until `stop`. What goes wrong is told to the log and the alarm callback, never raised."""
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
        """Go on in the background. At exit nothing is waited for: what is not done stays in the file."""
        self._background.start()

    def revive(self) -> None:
        """Go on in this process too, if it was forked from one where that ran."""
        self._background.revive()

    def stop(self, seconds: float) -> None:
        """End after the attempt under way, at the latest after `seconds`."""
        self._background.stop(seconds)

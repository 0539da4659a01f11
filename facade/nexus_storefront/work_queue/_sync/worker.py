"""A background worker as a daemon thread. Written by hand, with a twin of the same names in `_async`."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

from ...errors import StorefrontError
from ...log import logger
from ...stores._forks import ForkLock

_AFTER_AN_EXIT = 1.0
"""Seconds."""


class Background:
    """Runs one function in a daemon thread, and lets it sleep until stopped.

    A forked child has no threads: there `revive` starts it again. Nothing is joined or flushed at exit; what the thread
    leaves behind is on disk.
    """

    def __init__(self, run: Callable[[], None]) -> None:
        self._work = run
        self._thread: threading.Thread | None = None
        self._running_in: int | None = None
        """The process whose thread it is."""
        self._starting = ForkLock()
        # Not an Event: a signal handler that calls `stop` while its own thread pauses would find that locked.
        self._stopped = SimpleQueue[None]()
        self.stopping = False

    def start(self) -> None:
        """Begin, unless it runs already. Raises `StorefrontError` if no thread can be started."""
        with self._starting.within(threading.TIMEOUT_MAX) as first:  # else this interrupted a start of its own thread
            self.stopping = False  # one that was to stop, and has not yet, goes on
            runs = self._running_in == os.getpid() and self._thread is not None and self._thread.is_alive()
            if first and not runs:
                self._stopped = SimpleQueue()
                thread = threading.Thread(target=self._run, name="nexus-events", daemon=True)
                try:
                    thread.start()
                except RuntimeError as error:
                    raise StorefrontError(f"nothing works in the background: {error}") from None
                self._thread, self._running_in = thread, os.getpid()

    def _run(self) -> None:
        while True:
            try:
                self._work()
            except BaseException as error:  # of a handler that exits its thread: others wait behind it
                logger.warning("what runs in the background was ended, and begins again: %s", type(error).__name__)
                self.pause(_AFTER_AN_EXIT)
            with self._starting:
                if self.stopping:
                    self._thread = None
                    return

    def revive(self) -> None:
        """Begin in this process too, if it ran in the one this was forked from; never raises, and tries again."""
        if self._running_in not in (None, os.getpid()) and not self.stopping:
            with suppress(StorefrontError):
                self.start()

    def pause(self, seconds: float) -> None:
        """Sleep, at most until `stop`."""
        with suppress(Empty):
            if not self.stopping:
                self._stopped.get(timeout=seconds)

    def stop(self, seconds: float) -> None:
        """Ask it to end after the attempt under way, and wait for that at most `seconds`."""
        self.stopping = True
        self._stopped.put(None)
        thread = self._thread
        if thread is not None and self._running_in == os.getpid() and thread is not threading.current_thread():
            thread.join(seconds)

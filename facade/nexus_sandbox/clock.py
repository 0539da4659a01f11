"""The sandbox's own clock: real time moved by an offset, or stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the time of the sandbox. Tokens, discounts, intents and event windows expire by it, never by real time.

    `source` gives epoch seconds; one of your own (a simulation's) is followed in place of real time.
    """

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self.offset = 0.0
        """Seconds between the source's time and that of the sandbox, while the clock goes."""
        self._stopped_at: float | None = None
        self._lock = threading.Lock()

    def time(self) -> float:
        """Seconds since the epoch."""
        return self._source() + self.offset if self._stopped_at is None else self._stopped_at

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.time(), UTC)

    def set(self, moment: datetime, further: float = 0.0) -> None:
        """Move to `moment` (naive means UTC) and seconds `further`, and go on from there, or stand there if stopped.
        Raises ValueError out of range."""
        with self._lock:
            self._move((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() + further)

    def advance(self, by: float | timedelta) -> None:
        """Move forward by seconds or a timedelta; a negative value moves back. Raises ValueError out of range."""
        with self._lock:
            self._move(self.time() + (by.total_seconds() if isinstance(by, timedelta) else by))

    def _move(self, target: float) -> None:
        try:
            datetime.fromtimestamp(target, UTC)
        except (OverflowError, OSError):
            raise ValueError("the clock cannot tell that time") from None
        if self._stopped_at is None:
            self.offset += target - self.time()
        else:
            self._stopped_at = target

    def stop(self) -> None:
        with self._lock:
            self._stopped_at = self.time()

    async def pass_over(self, seconds: float) -> None:
        """Let `seconds` go by at once: how a fault waits where nobody wants to wait."""
        self.advance(seconds)

    def resume(self) -> None:
        with self._lock:
            if self._stopped_at is not None:
                self.offset = self._stopped_at - self._source()
                self._stopped_at = None

    @property
    def stopped(self) -> bool:
        return self._stopped_at is not None


def iso(moment: float | None) -> str | None:
    """Write epoch seconds the way the contract does: ISO 8601 in UTC."""
    if moment is None:
        return None
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

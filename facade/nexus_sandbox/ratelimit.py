"""The per-address request budget that the service keeps, in fixed windows of the sandbox's clock."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from math import ceil

from .settings import Settings


@dataclass(slots=True)
class Budget:
    limit: int
    remaining: int
    wait: int
    """Seconds until the window ends."""
    reset: int
    """The same as `X-Ratelimit-Reset` tells it: seconds, or the end's timestamp."""
    allowed: bool

    def headers(self) -> dict[str, str]:
        return {
            "X-Ratelimit-Limit": str(self.limit),
            "X-Ratelimit-Remaining": str(self.remaining),
            "X-Ratelimit-Reset": str(self.reset),
        }


class RateLimiter:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._used: dict[str, tuple[int, int]] = {}
        self._lock = threading.Lock()

    def spend(self, client: str, now: float) -> Budget:
        """Count one request of `client`."""
        limit, length = self._settings.rate_limit, self._settings.rate_window
        window = int(now // length)
        with self._lock:
            seen, used = self._used.get(client, (window, 0))
            used = used if seen == window else 0
            allowed = used < limit
            used += allowed
            self._used[client] = (window, used)
        end = (window + 1) * length
        wait = ceil(end - now)
        reset = end if self._settings.rate_limit_reset == "timestamp" else wait
        return Budget(limit, limit - used, wait, reset, allowed)

    def reset(self) -> None:
        self._used.clear()

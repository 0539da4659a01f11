"""The per-address request budget that the service keeps, in fixed windows of the sandbox's clock."""

from __future__ import annotations

from dataclasses import dataclass

from .settings import Settings


@dataclass(slots=True)
class Budget:
    limit: int
    remaining: int
    reset: int
    """Seconds until the window ends."""
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

    def spend(self, client: str, now: float) -> Budget:
        """Count one request of `client`."""
        limit, length = self._settings.rate_limit, self._settings.rate_window
        window = int(now // length)
        seen, used = self._used.get(client, (window, 0))
        if seen != window:
            used = 0
        if used < limit:
            used += 1
            allowed = True
        else:
            allowed = False
        self._used[client] = (window, used)
        return Budget(limit, limit - used, int((window + 1) * length - now) or 1, allowed)

    def reset(self) -> None:
        self._used.clear()

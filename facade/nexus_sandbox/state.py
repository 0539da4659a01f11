"""Everything one sandbox holds."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .clock import Clock
from .contract.pin import the_pin
from .drift import Drifting
from .faults import Faults
from .ratelimit import RateLimiter
from .request_log import RequestLog
from .rules.orders.life import expire_due
from .settings import DEFAULT_ORIGINS, Settings
from .store import Store
from .webhooks.outgoing import Webhooks


class State:
    """The contract, the database and the dials of one sandbox. `store.fresh`: nobody has filled the database yet."""

    def __init__(
        self,
        *,
        db: str | Path | None = None,
        seed: int = 1,
        origins: Sequence[str] = DEFAULT_ORIGINS,
        origin_pattern: str | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.pin = the_pin()
        self.clock = clock or Clock()
        self.store = Store(db, seed)
        self.settings = Settings()
        if not self.store.fresh:
            self.settings.change(self.store.recall("settings", {}))
            self.clock.offset = self.store.recall("clock_offset", 0.0)
            if (stood := self.store.recall("clock_stopped_at")) is not None:
                self.clock.stop()
                self.clock.set(datetime.fromtimestamp(stood, UTC))
        self.origins = tuple(origin.rstrip("/") for origin in origins)
        self.origin_pattern = origin_pattern
        self.preflights: deque[dict[str, Any]] = deque(maxlen=10_000)
        self.storage_origin = "https://storage.sandbox.localhost"
        self.storage_port: int | None = None
        self.faults = Faults()
        self.drift = Drifting(self.pin)
        self.limiter = RateLimiter(self.settings)
        self.requests = RequestLog()
        self.store.on_begin = lambda: expire_due(self.store, self.clock.time())
        self.webhooks = Webhooks(self.store, self.settings, self.clock, self.registered_origin)

    def registered_origin(self, origin: str | None) -> str | None:
        """Return a browser's `Origin` if the shop has registered it."""
        origin = (origin or "").rstrip("/")
        if origin in self.origins or (self.origin_pattern and re.fullmatch(self.origin_pattern, origin)):
            return origin
        return None

    def keep_settings(self) -> None:
        """Write settings and clock to the database."""
        with self.store.transaction():
            self.store.remember("settings", self.settings.as_dict())
            self.store.remember("clock_offset", self.clock.offset)
            self.store.remember("clock_stopped_at", self.clock.time() if self.clock.stopped else None)

    def close(self) -> None:
        self.store.close()

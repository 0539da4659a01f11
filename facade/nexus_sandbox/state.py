"""Everything one sandbox holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .clock import Clock
from .drift import Drift
from .faults import Faults
from .journal import Journal
from .pin import the_pin
from .ratelimit import RateLimiter
from .seed import fill
from .settings import DEFAULT_ORIGINS, Settings
from .store import Store


class State:
    """The contract, the database and the dials of one sandbox. `items` is the least number of listed items."""

    def __init__(
        self,
        *,
        db: str | Path | None = None,
        seed: int = 1,
        items: int = 60,
        origins: Sequence[str] = DEFAULT_ORIGINS,
        clock: Clock | None = None,
    ) -> None:
        self.pin = the_pin()
        self.clock = clock or Clock()
        self.store = Store(db, seed)
        self.settings = Settings()
        if self.store.fresh:
            fill(self.store, items, self.clock.time())
        else:
            self.settings.change(self.store.recall("settings", {}))
            self.clock.offset = self.store.recall("clock_offset", 0.0)
        self.origins = tuple(origin.rstrip("/") for origin in origins)
        self.storage_origin = "http://storage.sandbox.localhost"
        self.storage_port: int | None = None
        self.faults = Faults()
        self.drift = Drift(self.pin)
        self.limiter = RateLimiter(self.settings)
        self.journal = Journal()

    def keep_settings(self) -> None:
        """Write settings and clock to the database."""
        with self.store.transaction():
            self.store.remember("settings", self.settings.as_dict())
            self.store.remember("clock_offset", self.clock.offset)

    def close(self) -> None:
        self.store.close()

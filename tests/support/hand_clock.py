"""A clock that goes on instead of being waited for."""

from __future__ import annotations

from nexus_storefront.clock import SystemClock


class GoesOn(SystemClock):
    """The clock of this machine, and all the seconds that were to be waited."""

    def __init__(self) -> None:
        self.passed = 0.0

    def time(self) -> float:
        return super().time() + self.passed

    def monotonic(self) -> float:
        return super().monotonic() + self.passed

    def sleep(self, seconds: float) -> None:
        self.passed += seconds

    async def asleep(self, seconds: float) -> None:
        self.passed += seconds

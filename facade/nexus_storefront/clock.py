"""Time as one thing that a caller may bring: what the time is, how much of it passes, and waiting for it to pass.

Pass one of your own as `clock=` to a store or a shop, and a test of yours decides what time it is, without patching and
without sleeping:

    class Hand(SystemClock):
        passed = 0.0

        def time(self) -> float:
            return super().time() + self.passed

        def monotonic(self) -> float:
            return super().monotonic() + self.passed

        def sleep(self, seconds: float) -> None:
            self.passed += seconds
"""

from time import monotonic, sleep, time
from typing import Protocol, runtime_checkable

__all__ = ["SYSTEM_CLOCK", "Clock", "SystemClock"]


@runtime_checkable
class Clock(Protocol):
    """What time it is, in seconds. Derive from `SystemClock` to change some of it only."""

    def time(self) -> float:
        """The wall clock: seconds since 1970. It can be set, forward and back, at any moment."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever go on, and alike for all processes of a machine until it restarts."""
        ...

    def sleep(self, seconds: float) -> None:
        """Return after `seconds`, 0 or more."""
        ...

    async def asleep(self, seconds: float) -> None:
        """`sleep` for a task: others go on meanwhile."""
        ...


class SystemClock:
    """The clock of this machine."""

    # The interpreter's own: an order looks at the time a hundred times.
    time = staticmethod(time)
    monotonic = staticmethod(monotonic)

    def sleep(self, seconds: float) -> None:
        sleep(max(0.0, seconds))

    async def asleep(self, seconds: float) -> None:
        import anyio  # a store in a thread, or in a page, does without

        await anyio.sleep(max(0.0, seconds))


SYSTEM_CLOCK: Clock = SystemClock()
"""The clock that is used unless another one is given."""

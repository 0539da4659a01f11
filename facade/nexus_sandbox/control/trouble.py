"""Misbehaviour on command."""

from __future__ import annotations

from collections.abc import Iterable

from ..calls import HANDLERS
from ..drift import DriftKind
from ..faults import Fault, FaultKind, When
from ..refusals import Json
from .shop import ShopHand


class TroubleHand(ShopHand):
    """What goes wrong, and when."""

    def fault(
        self,
        operation: str,
        kind: FaultKind,
        *,
        count: int | None = 1,
        skip: int = 0,
        when: When | None = None,
        seconds: float = 0.0,
        status: int = 500,
        body: Json | None = None,
        retry_after: str | None = None,
    ) -> Fault:
        """Plan a fault; see `nexus_sandbox.faults.Fault`. Raises ValueError for an unknown operation or kind."""
        if operation != "*" and operation not in HANDLERS:
            raise ValueError(f"the sandbox has no operation {operation!r}")
        return self._state.faults.add(
            Fault(
                operation, kind, count=count, skip=skip, when=when, seconds=seconds, status=status, body=body,
                retry_after=retry_after,
            )
        )  # fmt: skip

    def faults(self) -> list[Fault]:
        """The planned faults, oldest first, with their hits."""
        return self._state.faults.planned()

    def clear_faults(self) -> None:
        """Forget every planned fault."""
        self._state.faults.clear()

    def drift(self, operation: str = "*", kinds: Iterable[DriftKind] = ("new_fields",)) -> None:
        """Let the answers of `operation` (or all) change in additive ways; no kinds: stop."""
        if operation != "*" and operation not in HANDLERS:
            raise ValueError(f"the sandbox has no operation {operation!r}")
        self._state.drift.switch(operation, frozenset(kinds))

    def clear_drift(self) -> None:
        """Let every answer be as the contract has it."""
        self._state.drift.clear()

    def rate_limit(self, limit: int, *, window: int = 60, retry_after: bool = True) -> None:
        """Give every client address a budget of `limit` requests in `window` seconds, starting full."""
        self.configure(rate_limit=limit, rate_window=window, rate_limit_retry_after=retry_after)
        self._state.limiter.reset()

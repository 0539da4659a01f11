# Rendered from facade/nexus_storefront/transport/_async/admission.py by scripts/unasync.py; edit that file.
"""The first layer of a call: it waits while the rate budget says that it would be refused."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from logging import DEBUG
from typing import TYPE_CHECKING

from ...log import harmless
from ...stores import StoreError, VersionConflict
from ...stores._forks import ForkLock
from ..rate_budget import MAX_WAIT, WINDOW, RateBudget
from .concurrency import in_thread_for

if TYPE_CHECKING:
    from ...clock import Clock
    from ...stores import Store
    from ..call import Call


_READ_EVERY = 5.0
"""Seconds between two looks into the store at what other clients have learnt."""

_WRITE_EVERY = 1.0
_HARMLESS = (StoreError, TimeoutError)


class Admission:
    """The rate budget as this shop knows it, and as the store keeps it for all."""

    def __init__(self, store: Store, key: str, clock: Clock) -> None:
        self.budget = RateBudget()
        self._store = store
        self._key = key
        self._clock = clock
        self._read_at = self._written_at = float("-inf")
        self._under_way = 0
        """How many requests were admitted and have no answer yet."""
        # A thread would write over what another has just learnt; in a child nothing is under way.
        self._counting = ForkLock(in_child=partial(setattr, self, "_under_way", 0))

    def admit(self, call: Call) -> None:
        """Wait as long as the rate budget says that this call would be refused, or would use up what a checkout needs.

        At most half of the time that the call has left: its answer needs time too, and the budget is only a guess.
        """
        if not call.limited:
            return
        # First take over what other clients have learnt, every few seconds.
        if self._clock.monotonic() - self._read_at > _READ_EVERY:
            self._read_at = self._clock.monotonic()
            with harmless("the rate budget could not be read", *_HARMLESS, level=DEBUG):
                self._take_in(min(MAX_WAIT, call.left / 2))
        # Then wait, and wait again if other calls have used up the new budget meanwhile.
        if self.budget.short(self._clock.time()):
            patience = min(MAX_WAIT, call.left / 2)
            while (wait := min(patience, self.budget.wait(call.route.priority, self._clock.time()))) > 0:
                self._clock.sleep(wait)
                patience -= wait
        with self._counting:
            self.budget = self.budget.spend(self._clock.time())
            if not call.admitted:
                call.admitted = True
                self._under_way += 1

    def ended(self, call: Call) -> None:
        """Count an admitted call as no longer under way, answered or not."""
        if call.admitted:
            call.admitted = False
            with self._counting:
                self._under_way = max(0, self._under_way - 1)

    def learn(self, call: Call, status: int) -> None:
        """Update the budget from an answer's headers, and share it with the other clients when little is left."""
        if not call.limited:
            return
        self.ended(call)
        now = self._clock.time()
        with self._counting:
            before = self.budget
            budget = self.budget = before.observe(status, call.seen_headers, now, call.retry_after, self._under_way)
        if budget is before or not budget.short(now):
            return
        if status != 429 and self._clock.monotonic() - self._written_at < _WRITE_EVERY:
            return
        self._written_at = self._clock.monotonic()
        with harmless("the rate budget could not be shared", *_HARMLESS, level=DEBUG):
            for _ in range(3):
                version = self._take_in(call.left)
                what = self._key, self.budget.to_bytes()
                with suppress(VersionConflict):
                    in_thread_for(call.left, self._store.put, *what, expected=version, ttl=WINDOW)
                    return

    def _take_in(self, patience: float) -> int:
        """Merge the budget that the store keeps for all clients; gives its version, 0 if there is none."""
        entry = in_thread_for(patience, self._store.get, self._key)
        if entry is None:
            return 0
        with self._counting:
            self.budget = self.budget.merge(RateBudget.from_bytes(entry.value), self._clock.time())
        return entry.version

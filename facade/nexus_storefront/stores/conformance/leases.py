"""What every store must hold to with its leases; nothing here needs a thread, a fork or a file."""

from contextlib import suppress

from .._protocol import Store, StoreError
from .subject import JUNK, HandClock, Subject, conflict, refused, until, value

YEARS = 50 * 365 * 86_400.0
"""What a machine without a battery makes up for when it learns the time."""


class LeasesConformance(Subject):
    """Leases: one holder at a time, whatever the clock, the holder and the store do."""

    def test_a_lease_keeps_others_out_until_it_is_returned(self) -> None:
        store, other = self.open_store(), self.open_store()
        with store.lease("k", ttl=30, wait=0) as lease:
            assert lease.still_held()
            assert refused(other, wait=0.05), "two holders"
            assert refused(store), "the handle that holds it was given it again"
            with other.lease("another", ttl=30, wait=0):
                pass
        with other.lease("k", ttl=30, wait=0) as after:
            assert after.fence > lease.fence
            assert not lease.still_held()

    def test_a_lease_is_returned_after_an_error(self) -> None:
        with suppress(KeyError), self.handle.lease("k", ttl=30, wait=0):
            raise KeyError("x")
        assert not refused(self.handle)

    def test_a_lease_ends_by_itself_and_its_late_holder_does_no_harm(self) -> None:
        clock = HandClock()
        first, second = self._two(clock)
        with first.lease("k", ttl=0.05, wait=0) as late:
            clock.go_on(0.06)
            with second.lease("k", ttl=30, wait=10) as taken:
                assert taken.fence > late.fence
                assert not late.still_held()
                assert taken.still_held()
            assert not taken.still_held()
        with first.lease("k", ttl=0.05, wait=0) as late:
            clock.go_on(0.06)
            until(lambda: not late.still_held())
            keeper = second.lease("k", ttl=30, wait=10)
            holder = keeper.__enter__()
        # The late holder has just given "its" lease back.
        assert holder.still_held()
        keeper.__exit__(None, None, None)

    def test_what_a_late_holder_read_it_cannot_write(self) -> None:
        """A holder that was stopped for longer than its lease changes nothing that came after it."""
        clock = HandClock()
        first, second = self._two(clock)
        version = first.put("k", b"before")
        with first.lease("k", ttl=0.05, wait=0) as late:
            clock.go_on(0.06)
            with second.lease("k", ttl=30, wait=10):
                after = second.put("k", b"after", expected=version)
            conflict(lambda: first.put("k", b"late", expected=version), expected=version, found=after)
        assert late.until < clock.monotonic()
        assert value(second, "k") == b"after"

    def test_no_setting_of_the_wall_clock_ends_a_lease_or_makes_it_longer(self) -> None:
        for seconds in (120.0, 86_400.0, YEARS, -120.0, -86_400.0, -YEARS):
            clock = HandClock()
            if self.open_store_at(clock) is None:
                return
            first, second = self._two(clock)
            keeper = first.lease("k", ttl=30, wait=0)
            lease = keeper.__enter__()
            clock.set_by(seconds)
            assert lease.still_held(), seconds
            assert refused(second), f"two holders: the clock was set by {seconds:g} s"
            self.open_store_at(clock)  # a process that starts now removes nothing
            clock.go_on(29)
            assert refused(second), seconds
            clock.go_on(1.1)
            with second.lease("k", ttl=30, wait=0) as after:
                assert after.fence > lease.fence
                assert not lease.still_held()
            keeper.__exit__(None, None, None)

    def test_fences_rise_when_the_clock_is_set_back(self) -> None:
        clock = HandClock()
        store = self.open_store_at(clock)
        if store is None:
            return
        fences = []
        for _ in range(3):
            with store.lease("k", ttl=30, wait=0) as lease:
                fences.append(lease.fence)
            clock.set_by(-86_400)
        assert fences == sorted(set(fences))

    def test_a_lease_is_waited_for_as_long_as_asked(self) -> None:
        clock = HandClock()
        first, second = self._two(clock)
        for wait in (0.0, 0.2):
            with first.lease("k", ttl=30, wait=0):
                before = clock.monotonic()
                assert refused(second, wait=wait)
                assert wait <= clock.monotonic() - before < wait + 2

    def test_a_lease_that_cannot_be_given_back_changes_no_outcome(self) -> None:
        block = self.out_of_reach(self.handle)
        if block is None:
            return
        with self.handle.lease("k", ttl=30, wait=0):
            block.__enter__()
        block.__exit__(None, None, None)

    def test_a_damaged_lease_is_a_store_error_and_can_be_removed(self) -> None:
        for junk in JUNK:
            self.handle.put("lease/k", junk)
            try:
                assert not refused(self.handle)
            except StoreError:
                self.handle.delete("lease/k")
            assert not refused(self.handle)
            self.open_store()  # whoever starts meanwhile is not kept from it

    def test_a_lease_shows_in_no_listing_of_entries(self) -> None:
        with self.handle.lease("session/a", ttl=30, wait=0):
            assert self.handle.keys("session/") == []

    def _two(self, clock: HandClock) -> tuple[Store, Store]:
        """Two handles, going by `clock` if they can."""
        first, second = self.open_store_at(clock), self.open_store_at(clock)
        return first or self.open_store(), second or self.open_store()

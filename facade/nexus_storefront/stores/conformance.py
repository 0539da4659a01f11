"""A test suite for stores: derive a class from `StoreConformance`, say how to open yours, and let pytest run it.

    class TestMyStore(StoreConformance):
        @pytest.fixture(autouse=True)
        def _place(self, tmp_path):
            self.place = tmp_path

        def open_store(self):
            return MyStore(self.place)

`open_store` opens a new handle on the same data each time; the data is empty when a test begins. A store that lives in
one object (as in memory) returns that object each time and says `shared_by_processes = False`.
"""

import os
import signal
import threading
import time
from collections.abc import Callable

from ._protocol import Entry, LeaseTimeout, Store, VersionConflict


class StoreConformance:
    """What every store must hold to."""

    shared_by_processes = True

    def open_store(self) -> Store:
        """A new handle on the same data."""
        raise NotImplementedError

    # --- entries

    def test_is_a_store(self) -> None:
        assert isinstance(self.open_store(), Store)

    def test_absent_entry(self) -> None:
        store = self.open_store()
        assert store.get("nothing") is None
        assert store.delete("nothing") is False
        assert store.keys("") == []

    def test_written_entry_is_read_by_another_handle(self) -> None:
        version = self.open_store().put("session/a", b"one")
        assert self.open_store().get("session/a") == Entry(b"one", version)

    def test_any_bytes_and_any_key(self) -> None:
        store = self.open_store()
        every = bytes(range(256)) * 4096
        for key in ("a", "a/b c", "Ä/ß/日本", "../../etc/passwd", "a\\b:*?", "[x]*", "CON", "k" * 500, "A", "%2e%2e"):
            store.put(key, every + key.encode())
        store.put("empty", b"")
        assert store.get("empty") is not None
        for key in ("a", "a/b c", "Ä/ß/日本", "../../etc/passwd", "a\\b:*?", "[x]*", "CON", "k" * 500, "A", "%2e%2e"):
            entry = store.get(key)
            assert entry is not None
            assert entry.value == every + key.encode(), f"the entry of {key!r} is not what was written"

    def test_versions_rise_with_every_write(self) -> None:
        store = self.open_store()
        versions = [store.put("k", b"same") for _ in range(20)]
        assert versions == sorted(set(versions))

    def test_versions_rise_across_a_delete(self) -> None:
        store = self.open_store()
        before = store.put("k", b"1")
        assert store.delete("k") is True
        assert store.put("k", b"2") > before

    def test_expected_zero_writes_only_where_nothing_is(self) -> None:
        store = self.open_store()
        version = store.put("k", b"1", expected=0)
        _conflict(lambda: store.put("k", b"2", expected=0), expected=0, found=version)
        assert store.get("k") == Entry(b"1", version)

    def test_expected_version_writes_only_over_that_version(self) -> None:
        store = self.open_store()
        first = store.put("k", b"1")
        second = store.put("k", b"2", expected=first)
        _conflict(lambda: store.put("k", b"late", expected=first), expected=first, found=second)
        store.delete("k")
        _conflict(lambda: store.put("k", b"late", expected=second), expected=second, found=0)
        assert store.get("k") is None

    def test_delete_with_expected_version(self) -> None:
        store = self.open_store()
        first = store.put("k", b"1")
        second = store.put("k", b"2")
        _conflict(lambda: store.delete("k", expected=first), expected=first, found=second)
        assert store.delete("k", expected=second) is True
        assert store.get("k") is None

    def test_keys_by_prefix(self) -> None:
        store = self.open_store()
        for key in ("session/b", "session/a", "session%/x", "Session/c", "guest/a", "se"):
            store.put(key, b"x")
        assert store.keys("session/") == ["session/a", "session/b"]
        assert store.keys("session%") == ["session%/x"]
        assert store.keys("*") == []
        assert len(store.keys("")) == 6

    def test_time_to_live(self) -> None:
        store = self.open_store()
        old = store.put("short", b"x", ttl=0.05)
        store.put("long", b"x", ttl=60)
        _until(lambda: store.get("short") is None)
        assert store.keys("") == ["long"]
        assert store.put("short", b"y", expected=0) > old

    def test_a_write_replaces_the_time_to_live(self) -> None:
        store = self.open_store()
        store.put("k", b"x", ttl=0.05)
        store.put("k", b"y")
        time.sleep(0.1)
        assert store.get("k") is not None

    def test_one_writer_wins(self) -> None:
        """Twenty threads raise a counter by compare-and-swap; not one step is lost."""
        handles = [self.open_store() for _ in range(4)]
        handles[0].put("counter", b"0")
        _together(20, lambda n: _raise_counter(handles[n % 4], 5))
        entry = handles[0].get("counter")
        assert entry is not None
        assert entry.value == b"100"

    def test_only_one_creates(self) -> None:
        handles = [self.open_store() for _ in range(4)]
        won: list[int] = []

        def create(n: int) -> None:
            try:
                handles[n % 4].put("one", str(n).encode(), expected=0)
            except VersionConflict:
                return
            won.append(n)

        _together(12, create)
        entry = handles[0].get("one")
        assert entry is not None
        assert [str(n).encode() for n in won] == [entry.value]

    # --- leases

    def test_a_lease_keeps_others_out_until_it_is_returned(self) -> None:
        store, other = self.open_store(), self.open_store()
        with store.lease("k", ttl=30, wait=0) as lease:
            assert lease.still_held()
            try:
                with other.lease("k", ttl=30, wait=0.05):
                    raise AssertionError("two holders")
            except LeaseTimeout:
                pass
            with other.lease("another", ttl=30, wait=0):
                pass
        with other.lease("k", ttl=30, wait=0) as after:
            assert after.fence > lease.fence
            assert not lease.still_held()

    def test_a_lease_is_returned_after_an_error(self) -> None:
        store = self.open_store()
        try:
            with store.lease("k", ttl=30, wait=0):
                raise KeyError("x")
        except KeyError:
            pass
        with store.lease("k", ttl=30, wait=0):
            pass

    def test_a_lease_ends_by_itself_and_its_late_holder_does_no_harm(self) -> None:
        store, other = self.open_store(), self.open_store()
        with store.lease("k", ttl=0.05, wait=0) as late:
            with other.lease("k", ttl=30, wait=10) as taken:
                assert taken.fence > late.fence
                assert not late.still_held()
                assert taken.still_held()
                held = taken
            assert not held.still_held()
        with store.lease("k", ttl=0.05, wait=0) as late:
            _until(lambda: not late.still_held())
            keeper = other.lease("k", ttl=30, wait=10)
            holder = keeper.__enter__()
        # The late holder has just given "its" lease back.
        assert holder.still_held()
        keeper.__exit__(None, None, None)

    def test_a_lease_may_be_returned_by_another_thread(self) -> None:
        store = self.open_store()
        lease = store.lease("k", ttl=30, wait=0)
        _together(1, lambda _: lease.__enter__())
        _together(1, lambda _: lease.__exit__(None, None, None))
        with store.lease("k", ttl=30, wait=0):
            pass

    def test_one_holder_at_a_time(self) -> None:
        handles = [self.open_store() for _ in range(4)]
        inside: list[int] = []
        fences: list[int] = []

        def work(n: int) -> None:
            with handles[n % 4].lease("k", ttl=30, wait=60) as lease:
                inside.append(n)
                assert inside == [n], f"{inside} hold the lease at once"
                fences.append(lease.fence)
                inside.remove(n)

        _together(12, work)
        assert fences == sorted(set(fences))
        assert len(fences) == 12

    def test_a_lease_shows_in_no_listing_of_entries(self) -> None:
        store = self.open_store()
        with store.lease("session/a", ttl=30, wait=0):
            assert store.keys("session/") == []

    # --- secrets, life cycle, processes

    def test_values_do_not_show(self) -> None:
        store = self.open_store()
        store.put("k", b"very-secret-value")
        shown = f"{store!r} {store} {store.get('k')!r} {vars(store) if not self._holds_entries(store) else ''}"
        assert "very-secret-value" not in shown

    def test_close_keeps_entries(self) -> None:
        if not self.shared_by_processes:
            return
        store = self.open_store()
        store.put("k", b"x")
        store.close()
        assert self.open_store().get("k") is not None

    def test_a_forked_child_uses_the_store_it_inherited(self) -> None:
        """Parent and children count together on one handle that was open, and in use, when they were forked."""
        if not hasattr(os, "fork"):
            return
        store = self.open_store()
        store.put("counter", b"0")
        busy = threading.Event()
        over = threading.Event()
        reader = threading.Thread(target=_read_until, args=(store, busy, over))
        reader.start()
        busy.wait(10)
        children = [_fork(lambda: self._child(store)) for _ in range(3)]
        over.set()
        reader.join()
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert codes == [0, 0, 0]
        _raise_counter(store, 5)
        entry = store.get("counter")
        assert entry is not None
        assert entry.value == (b"20" if self.shared_by_processes else b"5")

    def _child(self, store: Store) -> None:
        if not self.shared_by_processes:
            assert store.get("counter") is None
            store.put("counter", b"0", expected=0)
        _raise_counter(store, 5)

    def _holds_entries(self, store: Store) -> bool:
        return not self.shared_by_processes


def _conflict(write: Callable[[], object], *, expected: int, found: int) -> None:
    try:
        write()
    except VersionConflict as error:
        conflict = error
    else:
        raise AssertionError("a write over another version was accepted")
    assert (conflict.expected, conflict.found) == (expected, found)


def _raise_counter(store: Store, times: int) -> None:
    for _ in range(times):
        while True:
            entry = store.get("counter")
            assert entry is not None
            try:
                store.put("counter", str(int(entry.value) + 1).encode(), expected=entry.version)
            except VersionConflict:
                continue
            break


def _read_until(store: Store, busy: threading.Event, over: threading.Event) -> None:
    while not over.is_set():
        store.get("counter")
        busy.set()


def _together(count: int, work: Callable[[int], object]) -> None:
    """Run `work(0)` … `work(count - 1)` in threads at once, and raise the first error of any."""
    errors: list[BaseException] = []
    ready = threading.Barrier(count)

    def run(n: int) -> None:
        try:
            ready.wait(30)
            work(n)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert not any(thread.is_alive() for thread in threads), "a thread hangs"
    if errors:
        raise errors[0]


def _fork(work: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    signal.alarm(60)  # a child that hangs does not outlive the test
    code = 1
    try:
        work()
        code = 0
    finally:
        # Nothing of the parent's (pytest, buffers, atexit) may run here.
        os._exit(code)


def _until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < deadline, "did not happen within 10 s"
        time.sleep(0.01)

"""What a store must hold to with threads, and with processes that fork."""

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from .._protocol import Store, VersionConflict
from .subject import Subject, refused, value


class SharingConformance(Subject):
    """Threads and forked children at one store."""

    def test_one_writer_wins(self) -> None:
        """Twenty threads raise a counter by compare-and-swap; not one step is lost."""
        handles = [self.open_store() for _ in range(4)]
        handles[0].put("counter", b"0")
        _together(20, lambda n: _raise_counter(handles[n % 4], 5))
        assert value(handles[0], "counter") == b"100"

    def test_only_one_creates(self) -> None:
        handles = [self.open_store() for _ in range(4)]
        won: list[bytes] = []

        def create(n: int) -> None:
            with suppress(VersionConflict):
                handles[n % 4].put("one", b"%d" % n, expected=0)
                won.append(b"%d" % n)

        _together(12, create)
        assert won == [value(handles[0], "one")]

    def test_an_entry_is_either_written_over_or_removed(self) -> None:
        """Four threads at one version: two would write over it, two would remove it."""
        handles = [self.open_store() for _ in range(4)]
        for turn in range(20):
            version = handles[0].put("k", b"before")
            done: list[str] = []

            def change(n: int, turn: int = turn, version: int = version, done: list[str] = done) -> None:
                with suppress(VersionConflict):
                    if (n + turn) % 2:
                        handles[n].put("k", b"after", expected=version)
                        done.append("written")
                    elif handles[n].delete("k", expected=version):
                        done.append("removed")

            _together(4, change)
            assert done == ["removed" if handles[0].get("k") is None else "written"]

    def test_a_lease_may_be_returned_by_another_thread(self) -> None:
        lease = self.handle.lease("k", ttl=30, wait=0)
        _together(1, lambda _: lease.__enter__())
        _together(1, lambda _: lease.__exit__(None, None, None))
        assert not refused(self.handle)

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

    def test_a_lease_keeps_other_processes_out(self) -> None:
        if not hasattr(os, "fork") or not self.shared_by_processes:
            return
        read, write = os.pipe()

        def wait_and_ask() -> None:
            os.close(write)
            os.read(read, 1)
            assert refused(self.open_store()), "two processes hold it"

        child = _fork(wait_and_ask)
        with self.handle.lease("k", ttl=30, wait=0):
            os.close(write)
            assert _exit_code(child) == 0
        os.close(read)

    def test_a_lease_stays_with_the_parent_of_a_fork(self) -> None:
        if not hasattr(os, "fork"):
            return
        keeper = self.handle.lease("k", ttl=30, wait=0)
        lease = keeper.__enter__()

        def child() -> None:
            assert not lease.still_held()
            keeper.__exit__(None, None, None)  # the child leaves the block that it inherited

        assert _exit_code(_fork(child)) == 0
        assert lease.still_held()
        assert refused(self.open_store()), "the child has given back the lease of its parent"
        keeper.__exit__(None, None, None)
        assert not refused(self.handle)

    def test_a_forked_child_uses_the_store_it_inherited(self) -> None:
        """Parent and children count together on one handle that was open, and in use, when they were forked."""
        if not hasattr(os, "fork"):
            return
        self.handle.put("counter", b"0")
        over = threading.Event()
        store = self.handle
        works = (lambda: store.get("counter"), lambda: store.put("written", b"x"), lambda: refused(store, wait=30))
        busy = [(threading.Event(), work) for work in works]
        threads = [threading.Thread(target=_keep_on, args=(begun, over, work)) for begun, work in busy]
        for thread in threads:
            thread.start()
        for begun, _ in busy:
            assert begun.wait(10)
        children = [_fork(lambda: self._child(self.handle)) for _ in range(3)]
        over.set()
        for thread in threads:
            thread.join(60)
        assert [_exit_code(child) for child in children] == [0, 0, 0]
        _raise_counter(self.handle, 5)
        assert value(self.handle, "counter") == (b"20" if self.shared_by_processes else b"5")

    def _child(self, store: Store) -> None:
        if not self.shared_by_processes:
            assert store.get("counter") is None
            store.put("counter", b"0", expected=0)
        _raise_counter(store, 5)


def _raise_counter(store: Store, times: int) -> None:
    while times:
        entry = store.get("counter")
        assert entry is not None
        with suppress(VersionConflict):
            store.put("counter", b"%d" % (int(entry.value) + 1), expected=entry.version)
            times -= 1


def _keep_on(begun: threading.Event, over: threading.Event, work: Callable[[], object]) -> None:
    while not over.is_set():
        work()
        begun.set()


def _together(count: int, work: Callable[[int], object]) -> None:
    """Run `work(0)` … `work(count - 1)` in threads at once, and raise the first error of any."""
    ready = threading.Barrier(count)

    def run(n: int) -> None:
        ready.wait(30)
        work(n)

    threads = ThreadPoolExecutor(count)
    try:
        for done in [threads.submit(run, n) for n in range(count)]:
            done.result(120)
    finally:
        threads.shutdown(wait=False)  # one that hangs is not waited for


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


def _exit_code(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

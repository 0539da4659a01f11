"""What every store must hold to with its entries; nothing here needs a thread, a fork or a file."""

from .._protocol import Entry, Store, StoreError
from .subject import JUNK, HandClock, Subject, conflict, raised, until, value

KEYS = (
    *("a", "a/b c", "Ä/ß/日本", "../../etc/passwd", "a\\b:*?", "[x]*", "CON", "k" * 500, "A", "%2e%2e"),
    *("ä", "A\u0308/ß/日本", "a ", "a/", "a/b  c", "a//b c", "k" * 499 + "c"),
)
MANY = 1_001
"""More entries than a listing has on one page, wherever it has pages."""


class EntriesConformance(Subject):
    """Entries, their versions, their time to live, and what cannot be read."""

    def test_an_empty_store(self) -> None:
        assert isinstance(self.handle, Store)
        assert self.handle.get("nothing") is None
        assert self.handle.delete("nothing") is False
        assert self.handle.keys("") == []

    def test_written_entry_is_read_by_another_handle(self) -> None:
        version = self.open_store().put("session/a", b"one")
        assert self.open_store().get("session/a") == Entry(b"one", version)

    def test_every_handle_sees_what_another_one_did(self) -> None:
        first, second = self.open_store(), self.open_store()
        assert second.get("k") is None
        version = first.put("k", b"1")
        assert second.get("k") == Entry(b"1", version)
        assert second.keys("") == ["k"]
        assert first.delete("k") is True
        assert second.get("k") is None
        assert second.keys("") == []
        assert second.put("k", b"2") > version

    def test_any_bytes_and_any_key(self) -> None:
        every = b"\0 \n%b\n \0" % (bytes(range(256)) * 4096)
        for key in KEYS:
            self.handle.put(key, key.encode().join((every, every)))
        self.handle.put("empty", b"")
        assert value(self.handle, "empty") == b""
        for key in KEYS:
            found = value(self.handle, key)
            assert found == key.encode().join((every, every)), f"the entry of {key!r} is not what was written"
        assert self.handle.keys("") == sorted((*KEYS, "empty"))

    def test_versions_rise_with_every_write(self) -> None:
        versions = [self.handle.put("k", b"same") for _ in range(20)]
        assert versions == sorted(set(versions))

    def test_versions_rise_across_a_delete(self) -> None:
        before = self.handle.put("k", b"1")
        assert self.handle.delete("k") is True
        assert self.handle.put("k", b"2") > before

    def test_expected_zero_writes_only_where_nothing_is(self) -> None:
        version = self.handle.put("k", b"1", expected=0)
        conflict(lambda: self.handle.put("k", b"2", expected=0), expected=0, found=version)
        assert self.handle.get("k") == Entry(b"1", version)

    def test_expected_version_writes_only_over_that_version(self) -> None:
        first = self.handle.put("k", b"1")
        second = self.handle.put("k", b"2", expected=first)
        conflict(lambda: self.handle.put("k", b"late", expected=first), expected=first, found=second)
        self.handle.delete("k")
        conflict(lambda: self.handle.put("k", b"late", expected=second), expected=second, found=0)
        assert self.handle.get("k") is None

    def test_delete_with_expected_version(self) -> None:
        first = self.handle.put("k", b"1")
        second = self.handle.put("k", b"2")
        conflict(lambda: self.handle.delete("k", expected=first), expected=first, found=second)
        assert self.handle.delete("k", expected=second) is True
        assert self.handle.delete("k", expected=second) is False
        assert self.handle.get("k") is None

    def test_keys_by_prefix(self) -> None:
        for key in ("session/b", "session/a", "session%/x", "session_/x", "Session/c", "guest/a", "se"):
            self.handle.put(key, b"x")
        assert self.handle.keys("session/") == ["session/a", "session/b"]
        assert self.handle.keys("session%") == ["session%/x"]
        assert self.handle.keys("session_") == ["session_/x"]
        for pattern in ("*", "session?", "[s]ession", "s.ssion", "session/*"):
            assert self.handle.keys(pattern) == [], f"{pattern!r} is a prefix as any other"
        assert len(self.handle.keys("")) == 7

    def test_all_keys_are_listed_however_many(self) -> None:
        names = [f"many/{number:04}" for number in range(MANY)]
        for name in names:
            self.handle.put(name, b"")
        assert self.handle.keys("many/") == names

    def test_time_to_live(self) -> None:
        clock = HandClock()
        timed = self.open_store_at(clock)
        store, pause = (self.handle, 0.05) if timed is None else (timed, 1_000.0)
        store.put("created", b"x")
        old = {name: store.put(name, b"y", ttl=pause) for name in ("created", "removed", "written")}
        for name, ttl in (("long", 10 * pause + 60), ("a year", 366 * 86_400.0)):
            store.put(name, b"x", ttl=ttl)
        for _ in range(2):  # that it is read makes it no younger
            assert pause < 1 or store.get("written") is not None
            clock.go_on(pause / 2)
        until(lambda: store.get("written") is None)
        assert store.keys("") == ["a year", "long"]
        assert store.delete("removed") is False
        conflict(lambda: store.put("written", b"z", expected=old["written"]), expected=old["written"], found=0)
        assert store.put("created", b"z", expected=0) > old["created"]

    def test_a_write_replaces_the_time_to_live(self) -> None:
        clock = HandClock()
        store = self.open_store_at(clock) or self.open_store()
        store.put("k", b"x", ttl=0.05)
        store.put("k", b"y")
        store.put("other", b"x", ttl=0.05)
        clock.go_on(1)
        until(lambda: store.get("other") is None)
        assert store.get("k") is not None

    def test_versions_rise_when_the_clock_is_set_back(self) -> None:
        clock = HandClock()
        store = self.open_store_at(clock)
        if store is None:
            return
        for key in ("removed", "over", "there"):
            before = store.put(key, b"x", ttl=60 if key == "over" else None)
            if key == "removed":
                store.delete(key)
            elif key == "over":
                clock.go_on(61)
            clock.set_by(-86_400)
            assert store.put(key, b"y") > before, key

    def test_a_damaged_entry_is_a_store_error_and_can_be_removed(self) -> None:
        for junk in JUNK:
            store = self.open_store()
            store.put("k", b"very-secret")
            version = store.put("good", b"x")
            if not self.damage("k", junk):
                return
            raised(StoreError, self.open_store().get, "k")
            raised(StoreError, store.put, "k", b"y", expected=version)
            raised(StoreError, store.delete, "k", expected=version)
            assert "good" in store.keys("")
            assert store.get("good") == Entry(b"x", version)
            assert store.delete("k") is True
            assert store.get("k") is None
            assert store.put("k", b"y", expected=0) > 0
            store.delete("k")

    def test_a_store_out_of_reach_is_a_store_error_and_not_empty(self) -> None:
        self.handle.put("k", b"x")
        block = self.out_of_reach(self.handle)
        if block is None:
            return
        with block:
            raised(StoreError, self.handle.get, "k")
            raised(StoreError, self.handle.get, "nothing")
            raised(StoreError, self.handle.put, "k", b"y")
            raised(StoreError, self.handle.delete, "k")
            raised(StoreError, self.handle.keys, "")
            raised(StoreError, self.handle.lease("k", ttl=30, wait=0).__enter__)
        assert self.handle.get("k") is not None

    def test_values_do_not_show(self) -> None:
        self.handle.put("k", b"very-secret-value")
        shown = f"{self.handle!r} {self.handle} {self.handle.get('k')!r}"
        if self.shared_by_processes:
            shown += str(vars(self.handle))
        assert "very-secret-value" not in shown

    def test_close_keeps_entries(self) -> None:
        if not self.shared_by_processes:
            return
        self.handle.put("k", b"x")
        other = self.open_store()
        assert other.get("k") is not None
        self.handle.close()
        assert other.get("k") is not None, "closing one handle has closed another"
        assert self.open_store().get("k") is not None

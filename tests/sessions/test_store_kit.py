"""The suite that stores are held to finds what a store of one's own may plausibly do wrong."""

import os
import time
import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from nexus_storefront.clock import Clock
from nexus_storefront.stores import Entry, Lease, LeasesInEntries, MemoryStore, SqliteStore, Store
from nexus_storefront.stores._protocol import check
from nexus_storefront.stores.conformance import StoreConformance, entries


class Right(LeasesInEntries):
    """One of several handles on the same data."""

    def __init__(self, data: MemoryStore) -> None:
        self.data = data
        self.clock = data.clock

    def key(self, key: str) -> str:
        return key

    def get(self, key: str) -> Entry | None:
        return self.data.get(self.key(key))

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        return self.data.put(self.key(key), value, expected=expected, ttl=ttl)

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        return self.data.delete(self.key(key), expected=expected)

    def keys(self, prefix: str) -> list[str]:
        return self.data.keys(prefix)

    def close(self) -> None:
        pass


class LostCompare(Right):
    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        return super().put(key, value, ttl=ttl)


class WritesInTwoSteps(Right):
    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        found = self.get(key)
        check(key, expected, found.version if found else 0)
        time.sleep(0.001)
        return super().put(key, value, ttl=ttl)


class RemovesInTwoSteps(Right):
    def delete(self, key: str, *, expected: int | None = None) -> bool:
        found = self.get(key)
        check(key, expected, found.version if found else 0)
        time.sleep(0.001)
        return super().delete(key)


class NoTimeToLive(Right):
    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        return super().put(key, value, expected=expected)


class TimeToLiveOfTheFirstWrite(Right):
    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        return super().put(key, value, expected=expected, ttl=None if self.get(key) else ttl)


class TimeToLiveAsInMemcached(Right):
    """What is longer than a month is a date there."""

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        longest = 30 * 86_400
        return super().put(
            key, value, expected=expected, ttl=ttl if ttl is None or ttl <= longest else ttl - self.clock.time()
        )


class ReadingMakesYounger(Right):
    def get(self, key: str) -> Entry | None:
        found = super().get(key)
        if found is not None and key == "written":
            self.data._entries[key] = found, self.clock.monotonic() + 1_000
        return found


class FirstPageOfKeys(Right):
    def keys(self, prefix: str) -> list[str]:
        return super().keys(prefix)[:1_000]


class KeysOfThisHandle(Right):
    written: set[str]

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        self.written = {*vars(self).get("written", ()), key}
        return super().put(key, value, expected=expected, ttl=ttl)

    def keys(self, prefix: str) -> list[str]:
        return [key for key in super().keys(prefix) if key in vars(self).get("written", ())]


class UnderscoreIsAnything(Right):
    """As to LIKE."""

    def keys(self, prefix: str) -> list[str]:
        return [
            key
            for key in super().keys("")
            if len(key) >= len(prefix) and all(b in (a, "_") for a, b in zip(key, prefix, strict=False))
        ]


class VersionsBeginAnew(Right):
    """Where an entry was removed, or its time is over."""

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        found = self.get(key)
        self.data._highest = -(2**62)
        version = found.version + 1 if found else 1
        with self.data._lock:
            super().put(key, value, expected=expected, ttl=ttl)
            self.data._entries[key] = Entry(value, version), self.data._entries[key][1]
        return version


class RemembersWhatIsNotThere(Right):
    def get(self, key: str) -> Entry | None:
        absent = vars(self).setdefault("absent", set())
        found = None if key in absent else super().get(key)
        if found is None:
            absent.add(key)
        return found


class ShortKeys(Right):
    def key(self, key: str) -> str:
        return key[:255]


class OneFormOfLetters(Right):
    def key(self, key: str) -> str:
        return unicodedata.normalize("NFC", key)


class NoBlanksAtTheEnd(Right):
    def key(self, key: str) -> str:
        return key.rstrip()


class AgainForItsHolder(Right):
    """A lease that belongs to the handle: whoever has it gets it once more."""

    def lease(self, key: str, *, ttl: float, wait: float) -> AbstractContextManager[Lease]:
        if key in vars(self).setdefault("mine", set()):
            return self.data.lease(f"again/{key}", ttl=ttl, wait=wait)
        self.__dict__["mine"].add(key)
        return self.data.lease(key, ttl=ttl, wait=wait)


@pytest.mark.parametrize(
    ("wrong", "test"),
    [
        (LostCompare, "test_expected_version_writes_only_over_that_version"),
        (WritesInTwoSteps, "test_one_writer_wins"),
        (RemovesInTwoSteps, "test_an_entry_is_either_written_over_or_removed"),
        (NoTimeToLive, "test_time_to_live"),
        (TimeToLiveOfTheFirstWrite, "test_time_to_live"),
        (TimeToLiveAsInMemcached, "test_time_to_live"),
        (ReadingMakesYounger, "test_time_to_live"),
        (FirstPageOfKeys, "test_all_keys_are_listed_however_many"),
        (KeysOfThisHandle, "test_every_handle_sees_what_another_one_did"),
        (UnderscoreIsAnything, "test_keys_by_prefix"),
        (VersionsBeginAnew, "test_versions_rise_across_a_delete"),
        (RemembersWhatIsNotThere, "test_every_handle_sees_what_another_one_did"),
        (ShortKeys, "test_any_bytes_and_any_key"),
        (OneFormOfLetters, "test_any_bytes_and_any_key"),
        (NoBlanksAtTheEnd, "test_any_bytes_and_any_key"),
        (AgainForItsHolder, "test_a_lease_keeps_others_out_until_it_is_returned"),
    ],
)
def test_what_a_wrong_store_does_is_found(wrong: type[Right], test: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def at_once(happened: Callable[[], bool]) -> None:
        assert happened()

    monkeypatch.setattr(entries, "until", at_once)
    for kind in (Right, wrong):

        class Suite(StoreConformance):
            shared_by_processes = False
            data = MemoryStore()

            def open_store(self, kind: type[Right] = kind) -> Store:
                return kind(self.data)

            def open_store_at(self, clock: Clock) -> Store:
                self.data.clock = clock
                return self.open_store()

        if kind is Right:
            getattr(Suite(), test)()
        else:
            with pytest.raises(AssertionError):
                getattr(Suite(), test)()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_leases_that_only_one_process_knows_are_found(tmp_path: Path) -> None:
    here = MemoryStore()

    class OfThisProcess(SqliteStore):
        def lease(self, key: str, *, ttl: float, wait: float) -> AbstractContextManager[Lease]:
            return here.lease(key, ttl=ttl, wait=wait)

    class Suite(StoreConformance):
        kind: type[SqliteStore] = SqliteStore

        def open_store(self) -> Store:
            return self.kind(tmp_path / "shop.db")

    Suite().test_a_lease_keeps_other_processes_out()
    Suite.kind = OfThisProcess
    with pytest.raises(AssertionError):
        Suite().test_a_lease_keeps_other_processes_out()

"""The stores against the conformance suite that users run, and what each one adds to it."""

import errno
import gc
import json
import os
import pickle
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import uuid
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from cryptography.fernet import Fernet
from filelock import FileLock
from hand_clock import GoesOn
from keyring import backend, set_keyring
from keyring.errors import NoKeyringError
from nexus_storefront import Storefront, stores
from nexus_storefront.clock import Clock, SystemClock
from nexus_storefront.errors import InvalidInput, MissingExtra, StorefrontError
from nexus_storefront.stores import (
    DamagedEntry,
    EncryptedStore,
    Entry,
    FileStore,
    KeyringStore,
    LeasesInEntries,
    LeaseTimeout,
    MemoryStore,
    RedisStore,
    SqliteStore,
    Store,
    StoreError,
    VersionConflict,
    leases,
)
from nexus_storefront.stores._forks import ForkLock
from nexus_storefront.stores.conformance import HandClock, StoreConformance
from nexus_storefront.stores.conformance.subject import conflict, raised, until
from nexus_storefront.stores.guarded import guarded
from nexus_storefront.stores.places import make_private, state_folder
from nexus_storefront.stores.sqlite_file import SqliteFile
from nexus_storefront.transport._sync import concurrency
from nexus_storefront.webhooks import Inbox
from redis_server import redis_server

of_forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
of_modes = pytest.mark.skipif(os.name == "nt", reason="this system has no modes of files")


class TestMemory(StoreConformance):
    shared_by_processes = False

    @pytest.fixture(autouse=True)
    def _make(self) -> None:
        self.store = MemoryStore()

    def open_store(self) -> Store:
        return self.store

    def open_store_at(self, clock: Clock) -> Store:
        self.store.clock = clock
        return self.store


class OfFiles(StoreConformance):
    """What the stores in a directory have in common."""

    @pytest.fixture(autouse=True)
    def _place(self, private: Path) -> None:
        self.place = private

    @contextmanager
    def out_of_reach(self, store: Store) -> Iterator[None]:
        elsewhere = self.place.rename(self.place.with_name("elsewhere"))
        yield
        elsewhere.rename(self.place)


class TestFile(OfFiles):
    def open_store(self) -> Store:
        return FileStore(self.place)

    def open_store_at(self, clock: Clock) -> Store:
        return FileStore(self.place, clock=clock)

    def damage(self, key: str, content: bytes) -> bool:
        FileStore(self.place)._file(key).write_bytes(content)
        return True


class TestEncrypted(OfFiles):
    key = Fernet.generate_key()

    def open_store(self) -> Store:
        return EncryptedStore(FileStore(self.place), self.key)

    def open_store_at(self, clock: Clock) -> Store:
        return EncryptedStore(FileStore(self.place, clock=clock), self.key)

    def damage(self, key: str, content: bytes) -> bool:
        FileStore(self.place).put(key, content)
        return True


class TestKeyring(OfFiles):
    @pytest.fixture(autouse=True)
    def _keyring(self, keyring_in_memory: "KeyringInMemory") -> None:
        pass

    def open_store(self) -> Store:
        return KeyringStore(self.place)

    def open_store_at(self, clock: Clock) -> Store:
        return KeyringStore(self.place, clock=clock)

    def damage(self, key: str, content: bytes) -> bool:
        FileStore(self.place).put(key, content)
        return True


class Closed(StoreConformance):
    """Stores that are closed at the end."""

    @pytest.fixture(autouse=True)
    def _close(self) -> Iterator[None]:
        self.opened: list[Store] = []
        yield
        for store in self.opened:
            store.close()

    def remembered(self, store: Store) -> Store:
        self.opened.append(store)
        return store


class TestSqlite(Closed):
    @pytest.fixture(autouse=True)
    def _place(self, tmp_path: Path) -> None:
        self.place = tmp_path / "shop.db"

    def open_store(self) -> Store:
        return self.remembered(SqliteStore(self.place))

    def open_store_at(self, clock: Clock) -> Store:
        return self.remembered(SqliteStore(self.place, clock=clock))

    def damage(self, key: str, content: bytes) -> bool:
        with closing(sqlite3.connect(self.place)) as db, db:
            db.execute("UPDATE entries SET version = ? WHERE key = ?", (f"not {content.decode('latin-1')}", key))
        return True

    @contextmanager
    def out_of_reach(self, store: Store) -> Iterator[None]:
        for each in self.opened:
            each.close()
        elsewhere = self.place.rename(self.place.with_name("elsewhere"))
        self.place.mkdir()
        yield
        self.place.rmdir()
        elsewhere.rename(self.place)


@pytest.mark.redis
class TestRedis(Closed):
    @pytest.fixture(autouse=True)
    def _place(self, redis_url: str) -> None:
        self.url, self.prefix = redis_url, f"[test]*-{uuid.uuid4()}:"

    def open_store(self) -> Store:
        return self.remembered(RedisStore(self.url, prefix=self.prefix))

    def damage(self, key: str, content: bytes) -> bool:
        import redis

        with redis.Redis.from_url(self.url) as client:
            client.hset(self.prefix + key, "n", content)  # type: ignore[arg-type]
        return True

    @contextmanager
    def out_of_reach(self, store: Store) -> Iterator[None]:
        assert isinstance(store, RedisStore)
        pool = store._redis.connection_pool
        port = pool.connection_kwargs["port"]
        pool.connection_kwargs["port"] = 1
        pool.reset()
        yield
        pool.connection_kwargs["port"] = port
        pool.reset()


class KeyringInMemory(backend.KeyringBackend):
    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class NoKeyring(KeyringInMemory):
    def get_password(self, service: str, username: str) -> str | None:
        raise NoKeyringError("no backend")


@pytest.fixture
def keyring_in_memory() -> KeyringInMemory:
    kept = KeyringInMemory()
    set_keyring(kept)
    return kept


# --- what was damaged, or is of another version


@pytest.mark.parametrize(
    "header",
    [
        {"version": True},
        {"version": 0},
        {"version": -1},
        {"version": 10**30},
        {"version": "5"},
        {"expires": float("nan")},
        {"expires": True},
        {"key": "another"},
        {"key": 1},
    ],
    ids=str,
)
def test_a_file_with_a_header_that_nobody_wrote_is_damaged(private: Path, header: dict[str, object]) -> None:
    store = FileStore(private)
    store.put("k", b"x")
    written = {"key": "k", "version": 5, "expires": None} | header
    store._file("k").write_bytes(json.dumps(written).encode() + b"\nvalue")
    with pytest.raises(DamagedEntry):
        store.get("k")
    assert store.keys("") == []
    assert store.delete("k") is True


@pytest.mark.parametrize("version", [-1, 0, 2**62 + 1, 2**63 - 1])
def test_a_row_with_a_version_that_nobody_gave_is_damaged(tmp_path: Path, version: int) -> None:
    store = SqliteStore(tmp_path / "shop.db")
    store.put("k", b"x")
    with closing(sqlite3.connect(tmp_path / "shop.db")) as db, db:
        db.execute("UPDATE entries SET version = ?", (version,))
    for call in (lambda: store.get("k"), lambda: store.put("k", b"y"), lambda: store.delete("k", expected=version)):
        with pytest.raises(DamagedEntry):
            call()
    assert store.delete("k") is True
    assert store.put("k", b"y") > 0
    store.close()


@pytest.mark.parametrize("highest", ["x", b"x", 2**63 - 1, 1e308, None])
def test_what_was_removed_last_may_be_damaged(tmp_path: Path, highest: object) -> None:
    store = SqliteStore(tmp_path / "shop.db")
    with closing(sqlite3.connect(tmp_path / "shop.db")) as db, db:
        if highest is None:
            db.execute("DELETE FROM removed")
        else:
            db.execute("UPDATE removed SET highest = ?", (highest,))
    assert store.put("k", b"y") > 0
    store.close()
    files = FileStore(tmp_path / "files")
    files.put("gone", b"x")
    files.delete("gone")
    (tmp_path / "files" / ".highest").write_text(str(highest))
    assert 0 < files.put("k", b"y") < 2**62


def test_a_file_where_the_folder_of_a_store_belongs_is_told(tmp_path: Path) -> None:
    (tmp_path / "shop.json").write_text("{}")
    for place in (tmp_path / "shop.json", tmp_path / "shop.json" / "below"):
        with pytest.raises(StoreError, match=r"it has to be a folder, and there is a file$"):
            FileStore(place)


@pytest.mark.parametrize("version", [-1, 2, 99])
def test_a_database_of_another_version_is_refused(tmp_path: Path, version: int) -> None:
    SqliteStore(tmp_path / "shop.db").close()
    with closing(sqlite3.connect(tmp_path / "shop.db")) as db, db:
        db.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(StoreError, match="not known here"):
        SqliteStore(tmp_path / "shop.db")


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed there")
def test_a_database_that_is_gone_is_neither_written_to_nor_made_anew(tmp_path: Path) -> None:
    """Its disk was unmounted, say: what an open file still takes, no other process would ever see."""
    place = tmp_path / "disk" / "shop.db"
    store = SqliteStore(place)
    version = store.put("k", b"x")
    place.parent.rename(tmp_path / "away")
    for call in (lambda: store.get("k"), lambda: store.put("k", b"y"), store.lease("k", ttl=30, wait=0).__enter__):
        raised(StoreError, call)
    assert not place.parent.exists()
    (tmp_path / "away").rename(place.parent)
    assert store.get("k") == Entry(b"x", version)
    store.close()


def test_a_temporary_file_that_cannot_be_removed_is_no_error_of_its_own(
    private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk became read-only under a write, say."""
    store = FileStore(private)
    (private / ".left.tmp").touch(0o600)

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "fsync", refused)
    monkeypatch.setattr(Path, "unlink", refused)
    raised(StoreError, store.put, "k", b"x")
    assert FileStore(private).keys("") == []


# --- leases that were not given back


def test_a_lease_that_could_not_be_given_back_is_given_back_when_it_is_asked_for_again() -> None:
    careless = Careless()
    with careless.lease("k", ttl=3600, wait=0):
        careless.failing = True
    for _ in range(3):  # however often it is asked for while the store is down
        with pytest.raises(sqlite3.OperationalError):
            careless.lease("k", ttl=30, wait=0).__enter__()
    assert len(careless._unreturned) == 1
    careless.failing = False
    with pytest.raises(LeaseTimeout):  # others cannot know that nobody holds it
        careless.inner.lease("k", ttl=30, wait=0).__enter__()
    with careless.lease("k", ttl=30, wait=0) as lease:
        assert lease.still_held()


@pytest.mark.parametrize("told", [OSError(28, "No space left on device"), VersionConflict("lease/k", 0, 1)])
def test_a_lease_whose_grant_was_written_and_not_told_is_not_waited_out(told: Exception) -> None:
    """A folder that could not be synced after the file was there; a driver that repeats a write and meets its own."""

    class Silent(MemoryStore):
        silent = False

        def put(self, key: str, *args: Any, **options: Any) -> int:
            version = super().put(key, *args, **options)
            if self.silent:
                self.silent = False
                raise told
            return version

    store = Silent()
    for _ in range(2):
        store.silent = True
        with suppress(OSError), store.lease("k", ttl=3600, wait=0) as lease:
            assert isinstance(told, VersionConflict)
            assert lease.still_held()
        with store.lease("k", ttl=3600, wait=0) as lease:
            assert lease.still_held()
            with pytest.raises(LeaseTimeout):
                store.lease("k", ttl=3600, wait=0).__enter__()
            store._unreturned["another"] = lease._replace(fence=0, owner="another")  # type: ignore[attr-defined]
        assert store.keys("lease/") == []
        with store.lease("k", ttl=3600, wait=0):
            pass


def test_a_lease_is_not_waited_out_after_a_time_in_which_every_answer_was_lost() -> None:
    """What was done then left one lease, either the old one or that of a later ask."""

    class Silent(MemoryStore):
        silent = False

        def put(self, key: str, *args: Any, **options: Any) -> int:
            return self.told(super().put(key, *args, **options))

        def delete(self, key: str, **options: Any) -> bool:
            return self.told(super().delete(key, **options))

        def told(self, done: Any) -> Any:
            if self.silent:
                raise StoreError("no answer")
            return done

    clock = HandClock()
    store = Silent(clock=clock)
    for pause in (0, 61):
        with store.lease("k", ttl=60, wait=0):
            store.silent = True
        clock.go_on(pause)
        for _ in range(3):
            raised(StoreError, store.lease("k", ttl=60, wait=0).__enter__)
        store.silent = False
        with store.lease("k", ttl=60, wait=0) as lease:
            assert lease.still_held()


def test_what_two_threads_were_not_told_of_a_lease_is_given_back_for_both() -> None:
    """One of them had begun to ask before the other's answer was lost."""

    class Lost(MemoryStore):
        lost = meanwhile = False

        def get(self, key: str) -> Entry | None:
            if not self.meanwhile:
                return super().get(key)
            self.meanwhile, self.lost = False, True
            raised(StoreError, self.lease("k", ttl=3600, wait=0).__enter__)
            self.lost = False
            raise StoreError("no connection")

        def put(self, key: str, *args: Any, **options: Any) -> int:
            version = super().put(key, *args, **options)
            if self.lost:
                raise StoreError("no answer")
            return version

    store = Lost()
    store.meanwhile = True
    raised(StoreError, store.lease("k", ttl=3600, wait=0).__enter__)
    with store.lease("k", ttl=3600, wait=0) as lease:
        assert lease.still_held()


@pytest.mark.redis
def test_a_lease_on_redis_whose_grant_is_asked_for_twice_is_granted(
    redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a client of the caller's own does by itself when the first answer is lost."""
    store = RedisStore(redis_url, prefix=f"{uuid.uuid4()}:")
    script = store._run

    def twice(text: str, key: str, *arguments: Any) -> int:
        script(text, key, *arguments)
        return script(text, key, *arguments)

    monkeypatch.setattr(store, "_run", twice)
    with store.lease("k", ttl=30, wait=0) as lease:
        assert lease.still_held()
        with pytest.raises(LeaseTimeout):
            store.lease("k", ttl=30, wait=0).__enter__()
    with store.lease("k", ttl=30, wait=0) as later:
        assert later.fence > lease.fence
    store.close()


@pytest.mark.redis
def test_a_lease_on_redis_is_seen_by_processes_of_an_earlier_version_and_theirs_here(redis_url: str) -> None:
    """They kept `owner` and `fence` in it, and took what has no owner for free: two would present a refresh token."""
    import redis

    store = RedisStore(redis_url, prefix=f"{uuid.uuid4()}:")
    name = f"{store._prefix}lease/k"
    with redis.Redis.from_url(redis_url) as client:
        client.hset(name, mapping={"owner": "of theirs", "fence": "1796066209728598"})
        client.pexpire(name, 3_600_000)
        with pytest.raises(LeaseTimeout):
            store.lease("k", ttl=30, wait=0).__enter__()
        client.delete(name)
        with store.lease("k", ttl=30, wait=0):
            assert client.hexists(name, "owner")
            assert client.pttl(name) > 0
        assert not client.exists(name)
    store.close()


@pytest.mark.redis
@pytest.mark.parametrize("lost", ["the return", "the answer to the grant"])
def test_a_lease_on_redis_whose_return_failed_is_not_waited_out(
    redis_url: str, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    import redis

    store = RedisStore(redis_url, prefix=f"{uuid.uuid4()}:")
    script = store._run

    def failing(text: str, key: str, *arguments: Any) -> int:
        if key == "lease/k" and ("HSET" in text) is (lost != "the return"):
            if lost != "the return":
                script(text, key, *arguments)
            raise StoreError("Redis: TimeoutError")
        return script(text, key, *arguments)

    with suppress(StoreError), ExitStack() as stack:
        if lost == "the return":
            stack.enter_context(store.lease("k", ttl=3600, wait=0))
        monkeypatch.setattr(store, "_run", failing)
        if lost != "the return":
            stack.enter_context(store.lease("k", ttl=3600, wait=0))
    with redis.Redis.from_url(redis_url) as client:
        assert client.pttl(f"{store._prefix}lease/k") > 3_000_000
    monkeypatch.setattr(store, "_run", script)
    with store.lease("k", ttl=30, wait=0) as lease:
        assert lease.still_held()
    store.close()


# --- files and who may read them


@of_modes
def test_files_are_for_their_owner_only(private: Path) -> None:
    before = os.umask(0)  # the most open one
    try:
        store = FileStore(private)
        store.put("session/store/a@example.com", b"token")
    finally:
        os.umask(before)
    assert private.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in private.iterdir()} == {0o600}
    assert not [file for file in private.iterdir() if "example" in file.name]


@of_modes
def test_database_is_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = SqliteStore(tmp_path / "shop.db")
        store.put("k", b"token")
    finally:
        os.umask(before)
    files = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()}
    assert files == dict.fromkeys(("shop.db", "shop.db-wal", "shop.db-shm"), 0o600)
    store.close()


@of_modes
@pytest.mark.parametrize("mode", [0o644, 0o660, 0o602])
def test_files_that_are_there_are_closed_to_others(private: Path, tmp_path: Path, mode: int) -> None:
    database = tmp_path / "shop.db"
    first = SqliteStore(database)
    first.put("k", b"token")
    store = FileStore(private)
    store.put("k", b"token")
    store.put("gone", b"x")
    store.delete("gone")
    files = [*tmp_path.glob("shop.db*"), *(file for file in private.iterdir())]
    assert {file.name for file in files} >= {"shop.db", "shop.db-wal", "shop.db-shm", ".lock", ".highest"}
    for file in files:
        file.chmod(mode)
    private.chmod(0o755)
    SqliteStore(database).close()
    FileStore(private)
    assert private.stat().st_mode & 0o777 == 0o755  # the folder's mode is its owner's to say
    assert {file.name: file.stat().st_mode & 0o777 for file in files} == {file.name: 0o600 for file in files}
    first.close()


@of_modes
def test_a_database_behind_a_link_is_closed_to_others_with_what_is_beside_it(tmp_path: Path) -> None:
    """SQLite keeps the log where the file is, not where the link is."""
    (tmp_path / "shared").mkdir()
    real, link = tmp_path / "shared/shop.db", tmp_path / "shop.db"
    link.symlink_to(real)
    first = SqliteStore(real)
    first.put("k", b"token")
    files = [*real.parent.iterdir()]
    for file in files:
        file.chmod(0o644)
    SqliteStore(link).close()
    assert {file.name: file.stat().st_mode & 0o777 for file in files} == {file.name: 0o600 for file in files}
    assert len(files) == 3
    first.close()


@of_modes
def test_a_file_that_cannot_be_closed_to_others_is_not_used(
    private: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shop.db").touch(0o644)
    private.mkdir(0o755)
    (private / ".lock").touch(0o644)
    monkeypatch.setattr(Path, "chmod", lambda self, mode: None)  # as a share mounted with modes of its own
    for make in (lambda: SqliteStore(tmp_path / "shop.db"), lambda: FileStore(private)):
        with pytest.raises(StoreError, match="others can read"):
            make()


def test_a_file_is_synced_before_and_its_folder_after_it_takes_its_place(
    private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, steps, replace = FileStore(private), list[str](), Path.replace

    def replaced(self: Path, target: Path) -> Path:
        steps.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", lambda descriptor: steps.append("sync"))
    monkeypatch.setattr(Path, "replace", replaced)
    store.put("k", b"token")
    assert steps == (["sync", "replace"] if os.name == "nt" else ["sync", "replace", "sync"])


def test_database_is_in_wal_and_synced(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "shop.db")
    settings = [store._file.read(1, f"PRAGMA {name}") for name in ("journal_mode", "synchronous", "secure_delete")]
    assert settings == [[("wal",)], [(2,)], [(1,)]]
    store.close()


def test_a_deleted_token_is_gone_from_the_database_file(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "shop.db")
    store.put("k", b"very-secret-value" * 10)
    store.delete("k")
    store.close()  # which folds the write-ahead log in
    assert b"very-secret-value" not in (tmp_path / "shop.db").read_bytes()


def test_what_one_of_two_stores_of_a_process_writes_outlives_another_process(tmp_path: Path) -> None:
    """Whoever closes a file last takes its log away: another process is not the last one while a store is open here."""
    place = tmp_path / "shop.db"
    visit = (
        "import sys; from nexus_storefront.stores import SqliteStore;"
        " store = SqliteStore(sys.argv[1]); print(store.get('k').value); store.close()"
    )

    def seen_from_outside() -> bytes:
        return subprocess.check_output([sys.executable, "-c", visit, str(place)], timeout=60).strip()

    with closing(SqliteStore(place)) as here, closing(SqliteStore(place)):
        here.put("k", b"1")
        assert seen_from_outside() == b"b'1'"
        here.put("k", b"2")
        assert seen_from_outside() == b"b'2'"


@of_forks
def test_no_connection_is_carried_over_a_fork(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "shop.db")
    store.put("k", b"1")
    parents = store._file._connection
    read, write = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(120)  # does not outlive the test, should it hang
        store.put("k", b"2")
        os.write(write, b"same" if store._file._connection is parents else b"own")
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(read, 10) == b"own"
    os.close(read)
    os.close(write)
    entry = store.get("k")
    assert entry is not None
    assert entry.value == b"2"
    store.close()


def test_on_windows_nothing_is_read_while_another_one_writes(private: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is being read cannot be replaced there."""
    monkeypatch.setattr("nexus_storefront.stores.file.WINDOWS", True)
    store = FileStore(private, lock_timeout=0.05)
    store.put("k", b"x")
    with FileLock(private / ".lock"):
        for read in (lambda: store.get("k"), lambda: store.keys("")):
            with pytest.raises(StoreError, match="stayed locked"):
                read()
    assert store.keys("") == ["k"]


def test_whoever_waited_for_a_thread_waits_no_longer_for_another_process(private: Path) -> None:
    """The thread before it has waited in vain as well, and the time of both is over at once."""
    store, waited = FileStore(private, lock_timeout=0.6), list[float]()

    def write() -> None:
        begun = time.monotonic()
        with pytest.raises(StoreError, match="stayed locked"):
            store.put("k", b"x")
        waited.append(time.monotonic() - begun)

    threads = [threading.Thread(target=write) for _ in range(2)]
    with FileLock(private / ".lock"):
        for thread in threads:
            thread.start()
            time.sleep(0.1)
        for thread in threads:
            thread.join()
    assert max(waited) < 1


def test_what_another_process_removes_while_a_store_is_opened_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry, or the log of a database that the last one to use it closes."""
    file, stat = tmp_path / "k.entry", Path.stat
    for looks in range(6):
        file.touch(0o644)
        left = [None] * looks

        def looked(self: Path, *args: Any, left: list[None] = left, **options: Any) -> os.stat_result:
            if not left:
                file.unlink(missing_ok=True)
            del left[:1]
            return stat(self, *args, **options)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "stat", looked)
            make_private(file)


def test_a_path_is_where_it_was_when_the_process_goes_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a daemon does; the queue of a webhook's inbox would be made anew there, and what is in it lost."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    kept, inbox = (SqliteStore("shop.db"), FileStore("files")), Inbox("inbox.db")
    inbox.open()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for store in kept:
        version = store.put("k", b"x")
        assert store.get("k") == Entry(b"x", version)
        store.close()
    inbox.open()
    inbox.close()
    assert not [*Path.cwd().iterdir()]


@pytest.mark.parametrize("years", [100, 200, -200])
def test_a_clock_that_shows_any_year_damages_nothing(tmp_path: Path, years: int) -> None:
    clock = HandClock()
    for store in (
        MemoryStore(clock=clock),
        SqliteStore(tmp_path / "db", clock=clock),
        FileStore(tmp_path, clock=clock),
    ):
        clock.offset = 0.0
        before = store.put("k", b"x")
        clock.set_by(years * 366 * 86_400.0)
        after = store.put("k", b"y", expected=before)
        assert after > before
        assert store.get("k") == Entry(b"y", after)
        with store.lease("k", ttl=30, wait=0) as lease:
            assert lease.still_held()
        store.close()


# --- damage and crashes


def test_a_damaged_file_is_named_without_its_content(private: Path) -> None:
    store = FileStore(private)
    store.put("k", b"x")
    (file,) = private.glob("*.entry")
    file.write_bytes(b"very-secret-value")
    with pytest.raises(StoreError, match="damaged") as caught:
        store.get("k")
    assert "very-secret" not in repr(caught.value)
    assert caught.value.__cause__ is None
    FileStore(private)  # opens all the same
    with pytest.raises(StoreError, match="damaged"):
        store.put("k", b"x")


@pytest.mark.parametrize("cleaned", [False, True])
def test_a_disk_that_is_full_leaves_the_old_entry_and_nothing_else(
    private: Path, monkeypatch: pytest.MonkeyPatch, cleaned: bool
) -> None:
    store = FileStore(private)
    version = store.put("k", b"old")

    def full(descriptor: int) -> None:
        for file in private.glob(".*.tmp") if cleaned else ():  # by another process that starts just now
            file.unlink()
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="No space left"):
            store.put("k", b"new")
    assert store.get("k") == Entry(b"old", version)
    assert not list(private.glob(".*.tmp"))


@pytest.mark.parametrize(
    "header",
    [
        b'{"key": 1, "version": 1, "expires": null}',
        b'{"key": "k", "version": "1", "expires": null}',
        b'{"key": "k", "version": 1, "expires": "x"}',
        b'{"key": "k", "version": 1}',
        b"[]",
    ],
)
def test_a_header_of_another_shape_is_damage(private: Path, header: bytes) -> None:
    store = FileStore(private)
    store._file("k").write_bytes(header + b"\nvalue")
    with pytest.raises(DamagedEntry) as caught:
        store.get("k")
    assert caught.value.key == "k"


@pytest.mark.parametrize("column", ["value", "version", "expires"])
def test_a_row_of_another_shape_is_damage(tmp_path: Path, column: str) -> None:
    store = SqliteStore(tmp_path / "shop.db")
    store.put("k", b"x", ttl=60)
    with closing(sqlite3.connect(tmp_path / "shop.db")) as db, db:
        db.execute(f"UPDATE entries SET {column} = 'text'")
    with pytest.raises(DamagedEntry):
        store.get("k")
    store.close()


def test_a_file_that_the_disk_does_not_give_is_a_store_error(private: Path) -> None:
    store = FileStore(private)
    store.put("k", b"x")
    (file,) = private.glob("*.entry")
    file.unlink()
    file.mkdir()
    with pytest.raises(StoreError, match="cannot read"):
        store.get("k")


class Later(SystemClock):
    """A minute on."""

    def time(self) -> float:
        return super().time() + 61


def test_leftovers_of_a_killed_writer_are_removed(private: Path) -> None:
    FileStore(private).put("short", b"x", ttl=60)
    (private / ".abc.tmp").write_bytes(b"half a tok")
    FileStore(private, clock=Later())
    assert {file.name for file in private.iterdir()} == {".lock", ".highest"}


def test_expired_rows_are_removed_at_the_next_start(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "shop.db")
    store.put("short", b"x", ttl=60)
    store.close()
    SqliteStore(tmp_path / "shop.db", clock=Later()).close()
    with closing(sqlite3.connect(tmp_path / "shop.db")) as db, db:
        assert db.execute("SELECT count(*) FROM entries").fetchone() == (0,)
    db.close()


def test_a_store_that_is_dropped_open_closes_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **settings: opened.append(connect(*args, **settings)) or opened[-1]
    )
    store = SqliteStore(tmp_path / "shop.db")
    store.put("k", b"x")
    del store
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


def test_no_connection_is_garbage_before_it_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.13 warns of one that is."""
    left_open = list[str]()

    class Watched(sqlite3.Connection):
        def __del__(self) -> None:
            with suppress(sqlite3.ProgrammingError):
                left_open.append(str(self.in_transaction))

    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Watched))
    cycle: list[Any] = [SqliteStore(tmp_path / "shop.db")]
    cycle.append(cycle)
    with cycle[0]._file.transaction(1) as used:  # as another thread uses it during a collection, which is older then
        gc.collect()
    del cycle
    gc.collect(0)
    del used
    gc.collect()
    assert not left_open


def test_a_database_whose_closing_is_interrupted_is_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(sqlite3.Connection):
        def close(self) -> None:
            super().close()
            raise Interrupted

    store = SqliteStore(tmp_path / "shop.db")
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Slow))
        store.close()
        version = store.put("k", b"x")
        with pytest.raises(Interrupted):
            store.close()
    assert store.get("k") == Entry(b"x", version)
    store.close()


KILLED = """
import os, sys
from nexus_storefront.stores import FileStore, SqliteStore
store = FileStore(sys.argv[2]) if sys.argv[1] == "file" else SqliteStore(sys.argv[2])
print("ready", flush=True)
n = 0
while True:
    n += 1
    version = store.put("k", str(n).encode() * 2000)
    os.write(1, b"%d\\n" % n)
"""


@pytest.mark.parametrize("kind", ["file", "sqlite"])
def test_what_was_answered_survives_kill_9(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "it"
    told = 0
    for _ in range(4):
        command = [sys.executable, "-c", KILLED, kind, str(place)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            first = writer.stdout.readline()
            writer.kill()
            told = int((first + writer.stdout.read()).split(b"\n")[-2])
        store = FileStore(place) if kind == "file" else SqliteStore(place)
        entry = store.get("k")
        assert entry is not None
        kept = next(n for n in (told, told + 1) if entry.value == str(n).encode() * 2000)
        assert kept >= told
        store.put("k", b"still works", expected=entry.version)
        store.close()


LEASED = """
import os, sys
from nexus_storefront.stores import FileStore, RedisStore, SqliteStore
kind, place = sys.argv[1:]
store = {"file": FileStore, "sqlite": SqliteStore, "redis": RedisStore}[kind](place)
with store.lease("k", ttl=1.0, wait=5) as lease:
    print(lease.fence, flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("kind", ["file", "sqlite", pytest.param("redis", marks=pytest.mark.redis)])
def test_the_lease_of_a_killed_holder_is_taken_over(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    place = request.getfixturevalue("redis_url") if kind == "redis" else str(tmp_path / "it")
    store = {"file": FileStore, "sqlite": SqliteStore, "redis": RedisStore}[kind](place)
    command = [sys.executable, "-c", LEASED, kind, place]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        fence = int(holder.stdout.readline())
        with pytest.raises(LeaseTimeout), store.lease("k", ttl=5, wait=0):
            pass
        holder.kill()
    with store.lease("k", ttl=5, wait=10) as lease:
        assert lease.fence > fence
    store.close()


def test_a_lease_of_another_machine_ends_by_the_wall_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its monotonic clock counts from another start. The same goes for this machine after it was started again."""
    clock = HandClock()
    store = MemoryStore(clock=clock)
    monkeypatch.setattr(leases, "_machine", lambda: "there")
    keeper = store.lease("k", ttl=30, wait=0)
    keeper.__enter__()
    monkeypatch.setattr(leases, "_machine", lambda: "here")
    monkeypatch.setattr(clock, "monotonic", lambda: 1.0)
    for offset, held in ((0, True), (29, True), (-29, True), (31, False), (-31, False)):
        clock.offset = offset
        grant = leases._Grant.read("lease/k", store.get("lease/k").value)  # type: ignore[union-attr]
        assert grant.over(clock) is not held, offset
    clock.offset = 31
    with store.lease("k", ttl=30, wait=0):
        pass
    keeper.__exit__(None, None, None)


def test_processes_of_one_machine_agree_on_its_name() -> None:
    code = "from nexus_storefront.stores.leases import _machine; print(_machine())"
    there = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
    assert there == leases._machine()


@pytest.mark.parametrize("make", [FileStore, SqliteStore])
def test_what_killed_holders_left_is_removed_when_its_time_is_up(make: type[FileStore], private: Path) -> None:
    clock = HandClock()
    store = make(private, clock=clock)
    kept = [store.lease(key, ttl=ttl, wait=0) for key, ttl in (("a", 30), ("b", 300))]
    for each in kept:
        each.__enter__()
    store.put("lease/c", b"damaged")
    clock.go_on(31)
    assert make(private, clock=clock).keys("lease/") == ["lease/b", "lease/c"]
    for each in kept:
        each.__exit__(None, None, None)
    store.close()


def test_what_cannot_be_given_back_is_logged_by_name(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(MemoryStore):
        def delete(self, key: str, *, expected: int | None = None) -> bool:
            raise OSError("very-secret")

    with Broken().lease("session/a", ttl=30, wait=0):
        pass
    assert caplog.messages == ["the lease of session/a could not be given back: OSError"]


def test_what_could_not_be_given_back_is_taken_again_by_whoever_left_it() -> None:
    """A store that was down for a moment keeps nobody out for the rest of the lease's time."""

    class Broken(MemoryStore):
        down = False

        def delete(self, key: str, *, expected: int | None = None) -> bool:
            if self.down:
                raise StoreError("database or disk is full")
            return super().delete(key, expected=expected)

    store = Broken()
    for _ in range(2):
        with store.lease("k", ttl=30, wait=0):
            store.down = True
        store.down = False
    with store.lease("k", ttl=30, wait=0) as held:
        with pytest.raises(LeaseTimeout):
            store.lease("k", ttl=30, wait=0).__enter__()
        assert held.still_held()
    assert store.keys("lease/") == []


def test_a_store_that_fails_for_long_is_asked_as_little_each_time() -> None:
    class Down(MemoryStore):
        asked = 0
        down = False

        def get(self, key: str) -> Any:
            self.asked += 1
            if self.down:
                raise StoreError("no answer")
            return super().get(key)

    clock = GoesOn()
    store = Down(clock=clock)
    with store.lease("k", ttl=30, wait=0):
        store.down = True
    asked = list[int]()
    for _ in range(20):
        before = store.asked
        with pytest.raises(StoreError):
            store.lease("k", ttl=30, wait=0).__enter__()
        asked.append(store.asked - before)
    assert asked[1:] == [asked[1]] * 19
    store.down = False
    clock.passed += 31
    with store.lease("k", ttl=30, wait=0):
        pass
    assert store._unreturned == {}


@pytest.mark.parametrize("seconds", [-1, 1e30, float("inf"), float("nan"), "5", None, True])
def test_what_no_lock_can_be_waited_for_is_refused(seconds: Any, private: Path) -> None:
    with pytest.raises(InvalidInput, match="lock_timeout"):
        FileStore(private, lock_timeout=seconds)
    with pytest.raises(InvalidInput, match="busy_timeout"):
        SqliteStore(private / "shop.db", busy_timeout=seconds)
    with pytest.raises(InvalidInput, match="prefix"):
        RedisStore(prefix="\ud800")
    with pytest.raises(InvalidInput, match="replicas"):
        RedisStore(replicas=10**30)


# --- a store of the caller's own


class Careless(LeasesInEntries):
    """Lets the errors of its driver through, and gives more keys than it was asked for, some of them twice."""

    failing = False

    def __init__(self) -> None:
        self.inner = MemoryStore()

    def _look(self) -> MemoryStore:
        if self.failing:
            raise sqlite3.OperationalError("no room for 'a refresh token'")
        return self.inner

    def get(self, key: str) -> Entry | None:
        return self._look().get(key)

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        return self._look().put(key, value, expected=expected, ttl=ttl)

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        return self._look().delete(key, expected=expected)

    def keys(self, prefix: str) -> list[str]:
        return [*self._look().keys(""), *self._look().keys(prefix)]

    def close(self) -> None:
        self._look().close()


def test_whatever_a_store_raises_is_a_store_error_to_the_shop() -> None:
    careless = Careless()
    store = guarded(careless)
    version = store.put("k", b"v")
    assert store.get("k") == Entry(b"v", version)
    store.put("another", b"v")
    assert store.keys("k") == ["k"]
    conflict(lambda: store.put("k", b"w", expected=version + 1), expected=version + 1, found=version)
    with store.lease("k", ttl=30, wait=0) as lease:
        assert lease.still_held()
        careless.failing = True
        raised(StoreError, lease.still_held)
    for call in (store.close, lambda: store.get("k"), lambda: store.put("k", b"v"), lambda: store.delete("k")):
        raised(StoreError, call)
    raised(StoreError, store.keys, "")
    raised(StoreError, store.lease("k", ttl=30, wait=0).__enter__)
    with pytest.raises(StoreError) as told:
        store.get("k")
    assert "token" not in str(told.value)
    assert told.value.__cause__ is None
    assert told.value.__context__ is None
    with Storefront("store_x", "sfpk_x", "http://127.0.0.1:9", store=careless) as shop, pytest.raises(StoreError):
        shop.cart.add(variant_id=494535)


def test_the_bytes_of_a_driver_are_bytes_also_to_leases_and_to_encryption() -> None:
    class OfADriver(MemoryStore):
        def get(self, key: str) -> Entry | None:
            found = super().get(key)
            return None if found is None else Entry(memoryview(found.value), found.version)  # type: ignore[arg-type]

    inner = OfADriver()
    for store in (guarded(inner), guarded(EncryptedStore(inner, Fernet.generate_key()))):
        version = store.put("k", b"v")
        assert store.get("k") == Entry(b"v", version)
        with store.lease("k", ttl=30, wait=0), pytest.raises(LeaseTimeout):
            store.lease("k", ttl=30, wait=0).__enter__()


@pytest.mark.parametrize("kind", ["file", "sqlite"])
def test_no_lock_of_the_store_is_waited_for_longer_than_the_lease(kind: str, private: Path) -> None:
    """Somebody keeps the whole store locked, as a backup may: who waits for a lease, or leaves it, is back in time."""
    store: Store = FileStore(private) if kind == "file" else SqliteStore(private)
    with ExitStack() as stack:
        keeper = store.lease("mine", ttl=30, wait=0)
        keeper.__enter__()
        if kind == "file":
            stack.enter_context(FileLock(private / ".lock"))
        else:
            blocker = stack.enter_context(closing(sqlite3.connect(private, isolation_level=None)))
            blocker.execute("BEGIN IMMEDIATE")
        for act in (lambda: store.lease("k", ttl=30, wait=0.1).__enter__(), lambda: keeper.__exit__(None, None, None)):
            before = time.monotonic()
            with suppress(StoreError):
                act()
            assert time.monotonic() - before < 5  # not the 10 s of a write
    store.close()


# --- forks


@of_forks
def test_a_lock_that_a_thread_holds_for_long_is_free_in_a_child() -> None:
    lock = ForkLock()
    entered, over = threading.Event(), threading.Event()

    def hold() -> None:
        with lock:
            entered.set()
            over.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    assert entered.wait(10)
    child = os.fork()
    if not child:
        signal.alarm(60)
        os._exit(0 if lock.acquire(timeout=0) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert not lock.acquire(timeout=0)
    over.set()
    thread.join()
    assert not lock.locked()


def test_a_lock_is_not_waited_for_where_nobody_wants_to_wait() -> None:
    lock, had = ForkLock(), list[bool]()
    with lock:
        thread = threading.Thread(target=lambda: had.append(lock.acquire(blocking=False)), daemon=True)
        thread.start()
        thread.join(10)
        assert had == [False]


@of_forks
def test_a_child_leaves_the_block_that_its_parent_entered() -> None:
    lock = ForkLock()
    with lock:
        child = os.fork()
        if not child:
            signal.alarm(60)
            lock.release()
            os._exit(0 if not lock.locked() else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert lock.locked()


@of_forks
def test_a_fork_that_is_interrupted_as_it_takes_a_lock_gives_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    class Taken(ForkLock):
        def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
            super().acquire(blocking, timeout)
            raise Interrupted

    lock = Taken(waited=True)
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)  # Python tells it there, and forks
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
    assert not lock.mine


# --- interrupts: what a signal handler raises, as Ctrl-C and the time limits of workers do


class Interrupted(BaseException):
    pass


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers that interrupt here")
@pytest.mark.parametrize("how", ["held", "with", "locked"])
def test_a_lock_is_free_whatever_interrupted_its_thread(how: str) -> None:
    lock, hits = ForkLock(), 0

    def interrupt(*_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        raise Interrupted

    def hold() -> None:
        if how == "with":
            with lock:
                pass
        elif how == "locked":
            assert not lock.locked()
        else:
            with concurrency.held(lock, 0):
                pass

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        while hits < 400:
            try:
                signal.setitimer(signal.ITIMER_REAL, 1e-5 + random.random() * 2e-4)
                for _ in range(2000):
                    hold()
            except Interrupted:
                hits += 1
            hold()
            assert not lock.mine
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_transaction_that_was_interrupted_as_it_began_is_over(private: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, other = SqliteStore(private), SqliteStore(private)
    store.put("k", b"1")
    patiently = SqliteFile._patiently

    def interrupted(file: SqliteFile, deadline: float, call: Callable[[], object]) -> object:
        patiently(file, deadline, call)
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(SqliteFile, "_patiently", interrupted)
        with pytest.raises(Interrupted):
            store.put("k", b"2")
    assert store.put("k", b"3") < other.put("k", b"4")
    store._file._connection.execute("BEGIN IMMEDIATE")  # type: ignore[union-attr]
    # Nor does one that was not even ended keep anybody out once its thread goes on.
    assert store.get("k") is not None
    assert other.put("k", b"5")
    store.close()
    other.close()


def test_a_lease_whose_thread_was_interrupted_as_its_block_ended_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the first call that is made then."""

    def interrupted() -> int:
        raise Interrupted

    store = MemoryStore()
    with monkeypatch.context() as patch, pytest.raises(Interrupted), store.lease("k", ttl=60, wait=0):
        patch.setattr(os, "getpid", interrupted)
    with store.lease("k", ttl=60, wait=0) as lease:
        assert lease.still_held()


@pytest.mark.parametrize("at", ["_take", "_give_back"])
def test_a_lease_whose_thread_was_interrupted_at_it_is_given_back(at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryStore()
    done = getattr(store, at)

    def interrupted(*args: object) -> object:
        if at == "_take":
            done(*args)
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(store, at, interrupted)
        with pytest.raises(Interrupted), store.lease("k", ttl=60, wait=0):
            pass
    with store.lease("k", ttl=60, wait=0) as lease:
        assert lease.still_held()
    with store.lease("k", ttl=60, wait=0):
        pass


# --- a store that cannot be reached


def test_an_unusable_place_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for make in (lambda: FileStore(tmp_path / "file" / "x"), lambda: SqliteStore(tmp_path / "file" / "x.db")):
        with pytest.raises(StoreError):
            make()
    (tmp_path / "not.db").write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError):
        SqliteStore(tmp_path / "not.db")


def test_a_locked_database_is_a_store_error(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "shop.db", busy_timeout=0.05)
    blocker = sqlite3.connect(tmp_path / "shop.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"):
        store.put("k", b"x")
    blocker.execute("COMMIT")
    store.put("k", b"x")
    blocker.close()
    store.close()


@pytest.mark.redis
def test_redis_out_of_reach_or_misused() -> None:
    store = RedisStore("redis://user:very-secret@127.0.0.1:1/0")
    with pytest.raises(StoreError) as caught:
        store.put("k", b"very-secret")
    assert "very-secret" not in f"{caught.value!r} {store!r} {caught.value.__cause__!r}"
    store.close()
    with pytest.raises(ValueError, match="not a Redis URL") as refused:
        RedisStore("very-secret@nowhere")
    assert "very-secret" not in repr(refused.value)
    import redis
    import redis.asyncio as redis_asyncio

    with pytest.raises(ValueError, match="decode"):
        RedisStore(client=redis.Redis(decode_responses=True))
    with pytest.raises(InvalidInput, match="client"):
        RedisStore(client=redis_asyncio.Redis())


@pytest.mark.redis
def test_redis_is_used_by_as_many_threads_as_there_are(redis_url: str) -> None:
    import redis

    store, errors = RedisStore(redis_url, prefix=f"{uuid.uuid4()}:"), list[StoreError]()

    def write() -> None:
        try:
            store.put("k", b"x")
        except StoreError as error:
            errors.append(error)

    threads = [threading.Thread(target=write) for _ in range(130)]
    with redis.Redis.from_url(redis_url) as client:
        client.client_pause(300)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    assert not errors


@pytest.mark.redis
def test_redis_entries_carry_their_expiry_and_a_wanting_replica_is_told(redis_url: str) -> None:
    import redis

    prefix = f"{uuid.uuid4()}:"
    store = RedisStore(redis_url, prefix=prefix)
    store.put("session/a", b"x", ttl=2_592_000)
    with redis.Redis.from_url(redis_url) as client:
        assert 2_591_000 < client.ttl(prefix + "session/a") <= 2_592_000  # type: ignore[operator]
    store.close()
    store = RedisStore(redis_url, prefix=prefix, replicas=1)
    with pytest.raises(StoreError, match="replicas"):
        store.put("session/a", b"x")
    store.close()


@pytest.mark.redis
def test_a_write_that_a_replica_has_is_a_write(redis_url: str, redis_replica: str) -> None:
    store = RedisStore(redis_url, prefix=f"{uuid.uuid4()}:", replicas=1)
    version = store.put("session/a", b"x")
    assert store.get("session/a") == Entry(b"x", version)
    store.close()


@pytest.mark.redis
def test_what_is_written_or_removed_is_waited_for_on_the_connection_that_did_it(
    redis_url: str, redis_replica: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server tells for each connection what of its own writes the replicas have."""
    import redis

    pool = redis.ConnectionPool.from_url(redis_url, retry=None)
    store = RedisStore(client=redis.Redis(connection_pool=pool), prefix=f"{uuid.uuid4()}:", replicas=1)
    for each in [pool.get_connection() for _ in range(2)]:
        pool.release(each)
    store.put("k", b"x")
    release = pool.release

    def taken_by_another_thread(connection: Any) -> None:
        release(connection)
        pool.get_connection()

    with redis.Redis.from_url(redis_replica) as replica:
        process = int(replica.info("server")["process_id"])  # type: ignore[index]
    try:
        for write in (lambda: store.put("k", b"y"), lambda: store.delete("k")):
            os.kill(process, signal.SIGSTOP)
            monkeypatch.setattr(pool, "release", taken_by_another_thread)
            with pytest.raises(StoreError, match="has not reached 1 replicas"):
                write()
            monkeypatch.undo()
            os.kill(process, signal.SIGCONT)
            store.put("other", b"x")
    finally:
        os.kill(process, signal.SIGCONT)
        pool.disconnect()


@pytest.mark.redis
@pytest.mark.parametrize("single", [False, True])
def test_an_answer_that_an_interrupted_call_did_not_read_is_nobody_elses(
    redis_url: str, monkeypatch: pytest.MonkeyPatch, single: bool
) -> None:
    """By Ctrl-C, or a worker's time limit: the next call would get the entry of another shopper."""
    import redis
    from redis.connection import Connection

    class TimeLimit(Exception):
        pass

    def interrupted(*_: Any, **__: Any) -> None:
        raise TimeLimit

    client = redis.Redis.from_url(redis_url, single_connection_client=True) if single else None
    store = RedisStore(redis_url, client=client, prefix=f"{uuid.uuid4()}:")
    mine, theirs = store.put("mine", b"mine"), store.put("theirs", b"theirs")
    for call in (
        lambda: store.get("theirs"),
        lambda: store.put("more", b"x"),
        lambda: store.delete("more"),
        lambda: store.keys(""),
    ):
        monkeypatch.setattr(Connection, "read_response", interrupted)
        with pytest.raises(TimeLimit):
            call()
        monkeypatch.undo()
        assert store.get("mine") == Entry(b"mine", mine)
        assert store.get("theirs") == Entry(b"theirs", theirs)
    store.close()


@pytest.mark.redis
def test_a_write_that_a_client_repeats_is_no_conflict_with_itself(
    redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As those of the caller's own do by themselves when the answer is lost."""
    import redis
    from redis.connection import Connection

    retry = redis.retry.Retry(redis.backoff.NoBackoff(), 1)  # type: ignore[attr-defined, no-untyped-call]
    with closing(redis.Redis.from_url(redis_url, retry=retry)) as client:
        store, other = (RedisStore(client=client, prefix=prefix) for prefix in [f"{uuid.uuid4()}:"] * 2)
        read, before = Connection.read_response, list[Callable[[], object]]()

        def lost(connection: Any, *args: Any, **options: Any) -> object:
            answer = read(connection, *args, **options)
            if before:
                before.pop()()
                connection.disconnect()
                raise redis.ConnectionError
            return answer

        version = store.put("k", b"1", expected=0)
        monkeypatch.setattr(Connection, "read_response", lost)
        before.append(lambda: None)
        version = store.put("k", b"2", expected=version)
        assert store.get("k") == Entry(b"2", version)
        before.append(lambda: other.put("k", b"2"))  # the same, by somebody else
        raised(VersionConflict, store.put, "k", b"2", expected=version)


@of_forks
@pytest.mark.redis
def test_a_client_with_a_single_connection_has_another_in_a_child(redis_url: str) -> None:
    """On one connection, parent and child would read each other's answers, and with them other shoppers' entries."""
    import redis

    with closing(redis.Redis.from_url(redis_url, single_connection_client=True)) as client:
        store = RedisStore(client=client, prefix=f"{uuid.uuid4()}:")
        store.put("k", b"x")
        before = client.client_id()
        thread = threading.Thread(target=client.single_connection_lock.acquire)  # for a call that is not over
        thread.start()
        thread.join()
        child = os.fork()
        if not child:
            signal.alarm(60)
            os._exit(0 if client.client_id() != before and store.get("k") else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        client.single_connection_lock = threading.RLock()  # which only that thread could give back
        assert client.client_id() == before
        assert store.get("k")


@pytest.mark.redis
def test_a_cluster_is_written_to_and_may_be_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import redis
    from redis.connection import Connection

    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with redis_server(tmp_path, "--cluster-enabled", "yes") as port:
        with redis.Redis(port=port) as node:
            node.execute_command("CLUSTER", "ADDSLOTSRANGE", 0, 16383)  # type: ignore[no-untyped-call]
            until(lambda: node.cluster("INFO")["cluster_state"] == "ok")  # type: ignore[no-untyped-call]
        with closing(redis.RedisCluster(port=port, host="127.0.0.1")) as client:
            version = RedisStore(client=client).put("k", b"x")
            for store in (RedisStore(client=client), RedisStore(client=client, replicas=1)):
                monkeypatch.setattr(Connection, "read_response", interrupted)
                with pytest.raises(KeyboardInterrupt):
                    store.put("k", b"y", expected=version + 1)
                monkeypatch.undo()
                assert store.get("k") == Entry(b"x", version)
            with pytest.raises(StoreError, match="has not reached 1 replicas"):
                store.put("k", b"y")
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        gc.collect()  # the connections that were given up, of which Python 3.13 would warn a later test


@pytest.mark.redis
def test_what_lost_its_time_to_live_on_redis_is_over_when_it_says(redis_url: str) -> None:
    """By hand, or as it was restored: a lease would keep everybody out for good."""
    import redis

    store = RedisStore(redis_url, prefix=f"{uuid.uuid4()}:")
    name = f"{store._prefix}lease/k"
    with redis.Redis.from_url(redis_url) as client, closing(store):
        for restored in (False, True):
            keeper = store.lease("k", ttl=1, wait=0)
            keeper.__enter__()
            if restored:
                client.restore(name, 0, client.dump(name), replace=True)  # type: ignore[arg-type]
            else:
                client.persist(name)
            with pytest.raises(LeaseTimeout):
                store.lease("k", ttl=30, wait=0).__enter__()
            assert client.pttl(name) > 0  # whoever writes gives it its end back
            client.persist(name)
            with store.lease("k", ttl=30, wait=10) as lease:
                keeper.__exit__(None, None, None)
                assert lease.still_held()


# --- encryption


def test_only_ciphertext_reaches_the_inner_store(private: Path) -> None:
    inner = FileStore(private)
    EncryptedStore(inner, Fernet.generate_key()).put("k", b"very-secret-value")
    assert b"very-secret-value" not in b"".join(file.read_bytes() for file in private.iterdir())


def test_keys_are_changed_by_putting_a_new_one_in_front() -> None:
    inner, old, new = MemoryStore(), Fernet.generate_key(), Fernet.generate_key()
    EncryptedStore(inner, old).put("k", b"value")
    both = EncryptedStore(inner, [new, old])
    entry = both.get("k")
    assert entry is not None
    assert entry.value == b"value"
    both.put("k", entry.value)
    again = EncryptedStore(inner, new).get("k")
    assert again is not None
    assert again.value == b"value"
    with pytest.raises(StoreError, match="cannot be decrypted"):
        EncryptedStore(inner, old).get("k")


def test_an_entry_moved_to_another_key_is_refused() -> None:
    inner, key = MemoryStore(), Fernet.generate_key()
    store = EncryptedStore(inner, key)
    store.put("session/s/mallory", b"tokens")
    moved = inner.get("session/s/mallory")
    assert moved is not None
    inner.put("session/s/alice", moved.value)
    with pytest.raises(StoreError, match="another key"):
        store.get("session/s/alice")


def test_a_bad_key_is_refused_without_showing_it() -> None:
    with pytest.raises(ValueError, match="not a Fernet key") as caught:
        EncryptedStore(MemoryStore(), "very-secret-but-short")
    assert "very-secret" not in repr(caught.value)


def test_only_a_store_whose_methods_are_called_can_be_encrypted() -> None:
    class Awaited(MemoryStore):
        async def get(self, key: str) -> Entry | None:  # type: ignore[override]
            return super().get(key)

    for inner in (Awaited(), MemoryStore, object()):
        with pytest.raises(InvalidInput, match="inner must be a Store"):
            EncryptedStore(inner, Fernet.generate_key())  # type: ignore[arg-type]


def test_a_store_that_shows_the_methods_of_another_can_be_encrypted() -> None:
    class Shown:
        def __getattr__(self, name: str) -> Any:
            return getattr(inner, name) if name != "close" else object.__getattribute__(self, name)

    inner, shown = MemoryStore(), cast("Store", Shown())
    store = EncryptedStore(shown, Fernet.generate_key())
    store.put("k", b"value")
    assert store.get("k")


def test_the_keyring_keeps_the_key_and_only_that(private: Path, keyring_in_memory: KeyringInMemory) -> None:
    KeyringStore(private).put("session/a", b"token")
    ((service, name),) = keyring_in_memory.kept
    assert (service, name) == ("nexus-storefront", str(private))
    entry = EncryptedStore(FileStore(private), keyring_in_memory.kept[service, name]).get("session/a")
    assert entry is not None
    assert entry.value == b"token"
    keyring_in_memory.kept.clear()
    with pytest.raises(StoreError, match="no key"):
        KeyringStore(private)
    FileStore(private).delete("session/a")
    EncryptedStore(FileStore(private), Fernet.generate_key()).put("order/a", b"sent")
    with pytest.raises(StoreError, match="no key"):
        KeyringStore(private)
    keyring_in_memory.kept[service, name] = "very-secret-but-no-key"
    with pytest.raises(StoreError, match="no Fernet key") as caught:
        KeyringStore(private)
    assert "very-secret" not in repr(caught.value)


def test_one_key_is_made_however_long_a_keyring_asks_its_user(
    private: Path, keyring_in_memory: KeyringInMemory
) -> None:
    """What another one wrote meanwhile, nobody could read any more."""
    clock, look, others = HandClock(), keyring_in_memory.get_password, list[Store]()

    class Asking(KeyringInMemory):
        def get_password(self, service: str, username: str) -> str | None:
            found = look(service, username)
            clock.go_on(61)
            set_keyring(keyring_in_memory)
            others.append(KeyringStore(private, clock=clock))
            return found

    set_keyring(Asking())
    with suppress(StoreError):
        others.append(KeyringStore(private, clock=clock))
    for store in (*others, KeyringStore(private, clock=clock)):
        version = store.put("session/a", b"token")
        assert KeyringStore(private, clock=clock).get("session/a") == Entry(b"token", version)


def test_no_keyring_is_a_store_error(private: Path) -> None:
    class Gone(KeyringInMemory):
        def set_password(self, service: str, username: str, password: str) -> None:
            raise ConnectionResetError("the bus of the desktop")

    for unusable, why in ((NoKeyring(), "NoKeyringError"), (Gone(), "ConnectionResetError")):
        set_keyring(unusable)
        with pytest.raises(StoreError, match=why):
            KeyringStore(private)


# --- packaging


@pytest.mark.parametrize(
    ("module", "make", "extra"),
    [
        ("filelock", lambda place: FileStore(place), "file"),
        ("cryptography.fernet", lambda place: EncryptedStore(MemoryStore(), Fernet.generate_key()), "crypto"),
        ("redis.exceptions", lambda place: RedisStore(), "redis"),
        ("keyring", lambda place: KeyringStore(place), "keyring"),
    ],
)
def test_a_missing_library_names_its_extra(
    module: str, make: object, extra: str, monkeypatch: pytest.MonkeyPatch, private: Path
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=rf"nexus-storefront\[{extra}\]"):
        make(private)  # type: ignore[operator]


def test_stores_are_imported_when_they_are_needed() -> None:
    code = (
        "import sys; import nexus_storefront.stores as s; s.MemoryStore();"
        "heavy = {'sqlite3', 'ssl', 'socket', 'asyncio', 'anyio', 'attr',"
        "'filelock', 'redis', 'keyring', 'cryptography', 'tempfile'} & set(sys.modules);"
        "assert not heavy, heavy; s.SqliteStore; assert 'sqlite3' in sys.modules;"
        "assert not hasattr(s, 'Nope'); assert set(dir(s)) == set(s.__all__)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    for name in stores.__all__:
        getattr(stores, name)


def test_errors_have_the_common_root_and_survive_pickling() -> None:
    for error in (VersionConflict("k", 1, 2), LeaseTimeout("k", 0.5)):
        assert isinstance(error, StoreError)
        assert isinstance(error, StorefrontError)
        again = pickle.loads(pickle.dumps(error))
        assert (str(again), vars(again)) == (str(error), vars(error))


def test_stores_with_secrets_inside_do_not_pickle() -> None:
    for store in (MemoryStore(), EncryptedStore(MemoryStore(), Fernet.generate_key())):
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(store)


def test_a_store_that_is_wrong_fails_the_suite() -> None:
    """The suite can fail: a store whose compare-and-swap ignores the version does not pass."""

    class Careless(MemoryStore):
        def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
            return super().put(key, value, ttl=ttl)

    suite = StoreConformance()
    suite.open_store = Careless  # type: ignore[method-assign]
    with pytest.raises(AssertionError):
        suite.test_expected_zero_writes_only_where_nothing_is()
    with pytest.raises(AssertionError):
        suite.test_written_entry_is_read_by_another_handle()


@of_modes
def test_what_is_no_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"  # as /dev/null, which a store would have closed to everybody else
    os.mkfifo(pipe)
    pipe.chmod(0o666)
    with pytest.raises(StoreError, match="no file"):
        SqliteStore(pipe)
    assert pipe.stat().st_mode & 0o777 == 0o666


@of_modes
def test_a_user_whom_the_system_does_not_know_has_the_root_as_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    def unknown(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    for name in ("HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert state_folder() == Path("/.local/state/nexus-storefront")


@pytest.mark.redis
def test_what_stands_in_redis_and_is_no_entry_or_lease_is_damaged(redis_url: str) -> None:
    import redis

    prefix = f"{uuid.uuid4().hex}:"
    store = stores.RedisStore(redis_url, prefix=prefix)
    with redis.Redis.from_url(redis_url) as client, closing(store):
        client.set(f"{prefix}note", "a text")
        client.rpush(f"{prefix}lease/text", "a list")
        client.hset(f"{prefix}lease/endless", mapping={"v": "nobody", "n": 5})
        for use, key in (
            (lambda: store.get("note"), "note"),
            (lambda: store.put("note", b"x", expected=1), "note"),
            (lambda: store.lease("text", ttl=5, wait=0).__enter__(), "lease/text"),
            (lambda: store.lease("endless", ttl=5, wait=0).__enter__(), "lease/endless"),
        ):
            with pytest.raises(DamagedEntry) as caught:
                use()
            assert caught.value.key == key
        for key in ("note", "lease/text", "lease/endless"):
            assert store.delete(key)
        with store.lease("text", ttl=5, wait=0), store.lease("endless", ttl=5, wait=0):
            assert store.put("note", b"afresh", expected=0)

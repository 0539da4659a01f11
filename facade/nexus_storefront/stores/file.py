"""A store in a directory of small files."""

import json
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ..clock import SYSTEM_CLOCK, Clock
from ..log import logger
from ._forks import ForkLock
from ._protocol import DamagedEntry, Entry, StoreError, check, check_times, intact, known_version, needs, next_version
from .leases import LeasesInEntries, patience
from .places import WINDOWS, make_private, path_of


class FileStore(LeasesInEntries):
    """Keeps each entry in a file of its own under `path`: for a kiosk, a desktop shop or a command line.

    The directory is made with mode 0700; every file has 0600, those that were there already included. A write goes to a
    temporary file, is synced to the disk and replaces the old file in one step, so a reader or a crash sees the old
    entry or the new one, nothing between. Processes of one machine may share it; not for network file systems. Another
    writer is waited for up to `lock_timeout` seconds, then there is a `StoreError`. Needs the extra `[file]`.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, lock_timeout: float = 10.0, clock: Clock = SYSTEM_CLOCK
    ) -> None:
        self._path = path_of(path)
        self._filelock = needs("filelock", "file")
        check_times(clock, lock_timeout=lock_timeout)
        self._lock_timeout = lock_timeout
        self.clock = clock
        self._threads = ForkLock()
        try:
            self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
            for file in (self._path / ".lock", self._path / ".highest", *self._path.glob("*.entry")):
                make_private(file)
        except OSError as error:
            is_file = isinstance(error, FileExistsError | NotADirectoryError)
            why = "it has to be a folder, and there is a file" if is_file else error.strerror
            raise StoreError(f"cannot use {self._path}: {why}") from error
        self._drop_expired()
        self._drop_old_leases()

    def __repr__(self) -> str:
        return f"FileStore({str(self._path)!r})"

    def get(self, key: str) -> Entry | None:
        with self._reading():
            found = self._read(self._file(key), key)
        return found.entry if found and found.alive(self.clock) else None

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        file = self._file(key)
        with self._lock():
            found = self._read(file, key)
            check(key, expected, found.entry.version if found and found.alive(self.clock) else 0)
            version = next_version(found.entry.version if found else self._highest_removed(), self.clock)
            expires = None if ttl is None else self.clock.time() + ttl
            header = json.dumps({"key": key, "version": version, "expires": expires}).encode()
            self._replace(file, header + b"\n" + value)
            return version

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        file = self._file(key)
        with self._lock():
            try:
                found = self._read(file, key)
            except DamagedEntry:
                if expected is not None:
                    raise
                self._remove(file, 0)
                return True
            if found is None:
                return False
            alive = found.alive(self.clock)
            if alive:
                check(key, expected, found.entry.version)
            self._remove(file, found.entry.version)
            return alive

    def keys(self, prefix: str) -> list[str]:
        with self._reading():
            self._look_for_directory()
            found = [kept for _, kept in self._all()]
        return sorted(each.key for each in found if each.alive(self.clock) and each.key.startswith(prefix))

    def close(self) -> None:
        """Nothing to let go of: no file is kept open."""

    # --- files

    def _file(self, key: str) -> Path:
        # A digest: keys may be long, differ in case only, hold what a file system refuses, or name a person.
        return self._path / f"{sha256(key.encode()).hexdigest()[:40]}.entry"

    def _all(self) -> Iterator[tuple[Path, "_Stored"]]:
        """Every entry that can be read. Damaged ones are logged: not even their keys are known."""
        for file in self._path.glob("*.entry"):
            try:
                found = self._read(file, file.name)
            except DamagedEntry as damaged:
                logger.warning("%s", damaged)
                continue
            if found is not None:
                yield file, found

    def _read(self, file: Path, key: str) -> "_Stored | None":
        try:
            header, _, value = file.read_bytes().partition(b"\n")
            fields = json.loads(header)
            if not isinstance(fields["key"], str) or self._file(fields["key"]) != file:
                raise ValueError("the entry of another key")
            return _Stored(fields["key"], *intact(key, value, fields["version"], fields["expires"]))
        except FileNotFoundError:
            self._look_for_directory()
            return None
        except OSError as error:
            raise StoreError(f"cannot read {file}: {error.strerror}") from error
        except (ValueError, LookupError, TypeError, RecursionError):
            # `from None`: the cause would quote the damaged bytes, and they may be a token.
            raise DamagedEntry(key) from None

    def _look_for_directory(self) -> None:
        """Raise `StoreError` if the directory is gone: a disk that is not mounted is not an empty store."""
        if not self._path.is_dir():
            raise StoreError(f"{self._path} is not there")

    def _replace(self, file: Path, content: bytes) -> None:
        temporary = self._path / ".new.tmp"  # one writer at a time has the lock
        try:
            _write(temporary, content, synced=True)
            temporary.replace(file)
            self._sync_directory()
        except OSError as error:
            raise StoreError(f"cannot write to {self._path}: {error.strerror}") from error
        finally:
            _drop(temporary)

    def _remove(self, file: Path, version: int) -> None:
        try:
            if version > self._highest_removed():
                # Not synced: where a crash loses it, versions rise by the clock alone.
                _write(self._path / ".highest", b"%d" % version, synced=False)
            file.unlink()
            self._sync_directory()
        except OSError as error:
            raise StoreError(f"cannot remove an entry of {self._path}: {error.strerror}") from error

    def _highest_removed(self) -> int:
        try:
            return known_version(int((self._path / ".highest").read_bytes()))
        except (OSError, ValueError):
            return 0

    def _sync_directory(self) -> None:
        if WINDOWS:
            return
        descriptor = os.open(self._path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _drop_expired(self) -> None:
        """Remove what has expired, and temporary files of writers that were killed."""
        with self._lock():
            for file in self._path.glob(".*.tmp"):
                _drop(file)
            for file, found in self._all():
                if not found.alive(self.clock):
                    self._remove(file, found.entry.version)

    # --- one at a time

    def _reading(self) -> AbstractContextManager[None]:
        # On Windows a file that is being read cannot be replaced.
        return self._lock() if WINDOWS else nullcontext()

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Keep out the threads of this process, then the other processes."""
        self._look_for_directory()  # the lock would make it anew
        wait = patience(self._lock_timeout, self.clock)
        deadline = self.clock.monotonic() + wait
        busy = StoreError(f"{self._path} stayed locked for {wait:g} s")
        with self._threads.within(wait) as acquired:
            if not acquired:
                raise busy
            # A lock object for each use: one that was made before a fork does not work after it.
            lock = self._filelock.FileLock(self._path / ".lock", mode=0o600)
            try:
                lock.acquire(timeout=max(0.0, deadline - self.clock.monotonic()), poll_interval=0.002)
                yield  # the block turns every `OSError` of its own into a `StoreError`
            except self._filelock.Timeout:
                raise busy from None
            except OSError as error:
                raise StoreError(f"cannot lock {self._path}: {error.strerror}") from error
            finally:
                lock.release()


def _write(file: Path, content: bytes, *, synced: bool) -> None:
    with open(file, "wb", opener=partial(os.open, mode=0o600)) as stream:
        stream.write(content)
        if synced:
            stream.flush()
            os.fsync(stream.fileno())


def _drop(temporary: Path) -> None:
    """Remove a temporary file. If that fails, it is done when the store is opened next."""
    with suppress(OSError):
        temporary.unlink()


class _Stored(NamedTuple):
    """The content of an entry's file."""

    key: str
    entry: Entry
    expires: float | None

    def alive(self, clock: Clock) -> bool:
        return self.expires is None or clock.time() < self.expires

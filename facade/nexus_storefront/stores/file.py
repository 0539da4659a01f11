"""A store in a directory of small files."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

from ._extras import needs
from ._protocol import Entry, LeasesInEntries, StoreError, check, next_version

_WINDOWS = os.name == "nt"


class FileStore(LeasesInEntries):
    """Keeps each entry in a file of its own under `path`: for a kiosk, a desktop shop or a command line.

    The directory is made with mode 0700, files with 0600. A write goes to a temporary file, is synced to the disk and
    replaces the old file in one step, so a reader or a crash sees the old entry or the new one, nothing between.
    Processes of one machine may share it; not for network file systems. Needs the extra `[file]`.
    """

    def __init__(self, path: str | os.PathLike[str], *, lock_timeout: float = 10.0) -> None:
        self._filelock = needs("filelock", "file")
        self._path = Path(path)
        self._lock_timeout = lock_timeout
        try:
            self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"cannot use {self._path}: {error.strerror}") from error
        self._drop_expired()

    def __repr__(self) -> str:
        return f"FileStore({str(self._path)!r})"

    def get(self, key: str) -> Entry | None:
        if _WINDOWS:  # There a file that is being read cannot be replaced.
            with self._lock():
                found = self._read(self._file(key))
        else:
            found = self._read(self._file(key))
        return found[1] if found and found[2] else None

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        file = self._file(key)
        with self._lock():
            found = self._read(file)
            check(key, expected, found[1].version if found and found[2] else 0)
            version = next_version(found[1].version if found else 0)
            expires = None if ttl is None else time.time() + ttl
            header = json.dumps({"key": key, "version": version, "expires": expires}).encode()
            self._replace(file, header + b"\n" + value)
            return version

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        file = self._file(key)
        with self._lock():
            found = self._read(file)
            if found is None:
                return False
            if found[2]:
                check(key, expected, found[1].version)
            try:
                file.unlink()
                self._sync_directory()
            except OSError as error:
                raise StoreError(f"cannot remove an entry of {self._path}: {error.strerror}") from error
            return found[2]

    def keys(self, prefix: str) -> list[str]:
        found = [self._read(file) for file in self._path.glob("*.entry")]
        return sorted(entry[0] for entry in found if entry and entry[2] and entry[0].startswith(prefix))

    def close(self) -> None:
        """Nothing to let go of: no file is kept open."""

    def _file(self, key: str) -> Path:
        # A digest: keys may be long, differ in case only, hold what a file system refuses, or name a person.
        return self._path / f"{sha256(key.encode()).hexdigest()[:40]}.entry"

    def _read(self, file: Path) -> tuple[str, Entry, bool] | None:
        """The key, the entry, and whether it is still alive."""
        try:
            header, _, value = file.read_bytes().partition(b"\n")
            fields = json.loads(header)
            alive = fields["expires"] is None or time.time() < fields["expires"]
            return fields["key"], Entry(value, fields["version"]), alive
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(f"cannot read {file}: {error.strerror}") from error
        except (ValueError, KeyError, TypeError):
            # `from None`: the cause would quote the damaged bytes, and they may be a token.
            raise StoreError(f"{file} is damaged; remove it to start afresh") from None

    def _replace(self, file: Path, content: bytes) -> None:
        temporary = ""
        try:
            descriptor, temporary = mkstemp(dir=self._path, prefix=".", suffix=".tmp")  # mode 0600
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(temporary).replace(file)
            temporary = ""
            self._sync_directory()
        except OSError as error:
            raise StoreError(f"cannot write to {self._path}: {error.strerror}") from error
        finally:
            if temporary:
                Path(temporary).unlink(missing_ok=True)

    def _sync_directory(self) -> None:
        if _WINDOWS:
            return
        descriptor = os.open(self._path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        # A lock object for each use: one that was made before a fork is of no use after it.
        lock = self._filelock.FileLock(self._path / ".lock", mode=0o600)
        try:
            lock.acquire(timeout=self._lock_timeout, poll_interval=0.002)
        except self._filelock.Timeout:
            raise StoreError(f"{self._path} stayed locked for {self._lock_timeout:g} s") from None
        except OSError as error:
            raise StoreError(f"cannot lock {self._path}: {error.strerror}") from error
        try:
            yield
        finally:
            lock.release()

    def _drop_expired(self) -> None:
        """Remove what has expired, and temporary files of writers that were killed."""
        with self._lock():
            for file in [*self._path.glob("*.entry"), *self._path.glob(".*.tmp")]:
                if file.suffix == ".tmp":
                    file.unlink(missing_ok=True)
                    continue
                try:
                    found = self._read(file)
                except StoreError:
                    continue  # Told to whoever asks for that entry.
                if found and not found[2]:
                    file.unlink(missing_ok=True)

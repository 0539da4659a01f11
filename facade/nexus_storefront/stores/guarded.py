"""Any store, made to keep the word of `Store`: what it raises is a `StoreError`, what it gives is what was asked for.

Callers tell by that class what a failing store may not cost: the outcome of an order, a session. A store of the
caller's own may let an `OSError`, its driver's errors, or errors of ours that are about something else through.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager
from functools import partial
from inspect import iscoroutinefunction
from typing import Generic, TypeVar, cast

from ..redact import SecretBytes
from ._protocol import AsyncStore, Entry, Lease, Store, StoreError

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S", bound=Store | AsyncStore)


def guarded(store: Store | AsyncStore) -> Store:
    """`store` as callers may rely on it. One whose methods are awaited is given as what it is where a call may be."""
    if iscoroutinefunction(store.get):
        return cast("Store", _GuardedAsync(cast("AsyncStore", store)))
    return _Guarded(cast("Store", store))


# --- what may come of a call


def _guard(work: Callable[[], T]) -> T:
    try:
        return work()
    except StoreError:
        raise
    except Exception as error:
        failed = type(error).__name__
    # Without the cause: what a driver says may quote what is stored.
    raise StoreError(f"the store failed: {failed}")


async def _guard_awaited(work: Callable[[], Awaitable[R]], read: Callable[[R], T]) -> T:
    try:
        return read(await work())
    except StoreError:
        raise
    except Exception as error:
        failed = type(error).__name__
    raise StoreError(f"the store failed: {failed}")


def _entry(key: str, found: object) -> Entry | None:
    """What `get` gave, of whatever class: a driver may have its own for bytes. No traceback shows what it is."""
    if found is None:
        return None
    value, version = cast("Entry", found)
    kept = SecretBytes(value) if isinstance(value, bytes | bytearray | memoryview) else None
    del found, value  # they would be in a frame of the errors
    if kept is None:
        raise StoreError(f"the store gave no bytes for {key}")
    return Entry(kept, _version(key, version))


def _version(key: str, version: object) -> int:
    """Without one, nothing could be written over what was read, and over nothing else."""
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise StoreError(f"the store told no version of {key}")
    return version


def _names(prefix: str, found: list[str]) -> list[str]:
    """What `keys` gave: a cursor may give a key twice, and an index that is coarse others as well."""
    names = list(found)
    if not all(isinstance(each, str) for each in names):
        raise StoreError("the store gave keys that are no text")
    return sorted({each for each in names if each.startswith(prefix)})


class _OfEitherKind(Generic[S]):
    """What the guards of the two kinds of stores have in common."""

    def __init__(self, store: S) -> None:
        self._store = store
        # What is awaited needs no thread.
        self.blocking: bool = not iscoroutinefunction(store.get) and getattr(store, "blocking", True)

    def __repr__(self) -> str:
        return repr(self._store)

    def close(self) -> None:
        _guard(lambda: self._store.close())


class _Guarded(_OfEitherKind[Store]):
    def get(self, key: str) -> Entry | None:
        return _guard(lambda: _entry(key, self._store.get(key)))

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        return _guard(lambda: _version(key, self._store.put(key, value, expected=expected, ttl=ttl)))

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        return _guard(lambda: bool(self._store.delete(key, expected=expected)))

    def keys(self, prefix: str) -> list[str]:
        return _guard(lambda: _names(prefix, self._store.keys(prefix)))

    def lease(self, key: str, *, ttl: float, wait: float) -> AbstractContextManager[Lease]:
        return _GuardedTurn(_guard(lambda: self._store.lease(key, ttl=ttl, wait=wait)))


class _GuardedAsync(_OfEitherKind[AsyncStore]):
    async def get(self, key: str) -> Entry | None:
        return await _guard_awaited(lambda: self._store.get(key), partial(_entry, key))

    async def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        put = partial(self._store.put, key, value, expected=expected, ttl=ttl)
        return await _guard_awaited(put, partial(_version, key))

    async def delete(self, key: str, *, expected: int | None = None) -> bool:
        return await _guard_awaited(lambda: self._store.delete(key, expected=expected), bool)

    async def keys(self, prefix: str) -> list[str]:
        return await _guard_awaited(lambda: self._store.keys(prefix), partial(_names, prefix))

    @asynccontextmanager
    async def lease(self, key: str, *, ttl: float, wait: float) -> AsyncIterator[Lease]:
        turn: AbstractAsyncContextManager[Lease] = _guard(lambda: self._store.lease(key, ttl=ttl, wait=wait))
        lease = await _guard_awaited(turn.__aenter__, _GuardedLease)
        try:
            yield lease
        finally:
            await turn.__aexit__(None, None, None)


class _GuardedTurn(AbstractContextManager[Lease]):
    """The block of a lease. What leaving it raises is logged by whoever leaves."""

    def __init__(self, turn: AbstractContextManager[Lease]) -> None:
        self._turn = turn

    def __enter__(self) -> Lease:
        return _GuardedLease(_guard(lambda: self._turn.__enter__()))

    def __exit__(self, *ending: object) -> bool | None:
        return self._turn.__exit__(*ending)  # type: ignore[arg-type]


class _GuardedLease:
    def __init__(self, lease: Lease) -> None:
        self._lease = lease
        self.blocking: bool = getattr(lease, "blocking", True)

    @property
    def fence(self) -> int:
        return _guard(lambda: self._lease.fence)

    @property
    def until(self) -> float:
        return _guard(lambda: self._lease.until)

    def still_held(self) -> bool:
        return _guard(lambda: self._lease.still_held())

"""Any store, made to keep the promises of `Store`: it raises `StoreError` only, and gives values of the right types.

The flows catch `StoreError`, so that a failing store costs no outcome of an order and no session. A caller's own store
may raise an `OSError`, its driver's errors, or other errors of this package.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager, contextmanager
from inspect import iscoroutinefunction
from typing import Any, TypeVar, cast

from ..log import harmless
from ..redact import SecretBytes
from ._protocol import AsyncStore, Entry, Lease, Store, StoreError
from .leases import NOT_GIVEN_BACK

T = TypeVar("T")


def guarded(store: Store | AsyncStore) -> Store:
    """`store` with the promises of `Store`. One whose methods are awaited stays one, though the type says otherwise."""
    return cast("Store", _GuardedAsync(store) if iscoroutinefunction(store.get) else _Guarded(store))


# --- checking what a call raises and gives


def _guard(work: Callable[[], T]) -> T:
    try:
        return work()
    except StoreError:
        raise
    except Exception as error:
        failed = type(error).__name__
    # Without the cause: what a driver says may quote what is stored.
    raise StoreError(f"the store failed: {failed}")


async def _guard_awaited(work: Callable[[], Awaitable[T]]) -> T:
    try:
        return await work()
    except StoreError:
        raise
    except Exception as error:
        failed = type(error).__name__
    raise StoreError(f"the store failed: {failed}")


def _entry(key: str, found: object) -> Entry | None:
    """The entry that `get` gave, with plain bytes: a driver may have a class of its own for them."""
    if found is None:
        return None
    value, version = cast("Entry", found)
    if not isinstance(value, bytes | bytearray | memoryview):
        raise StoreError(f"the store gave no bytes for {key}")
    return Entry(SecretBytes(value), _version(key, version))


def _version(key: str, version: object) -> int:
    """The version that a store gave, or `StoreError`: without one, compare-and-swap would not work."""
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise StoreError(f"the store told no version of {key}")
    return version


def _names(prefix: str, found: list[str]) -> list[str]:
    """The keys that `keys` gave, sorted and each once: a cursor may repeat keys, and a coarse index may add others."""
    names = list(found)
    if not all(isinstance(each, str) for each in names):
        raise StoreError("the store gave keys that are no text")
    return sorted({each for each in names if each.startswith(prefix)})


class _Guarded:
    """A store whose methods are called."""

    def __init__(self, store: Any) -> None:
        self._store = store
        # Awaited methods need no thread.
        self.blocking: bool = not iscoroutinefunction(store.get) and getattr(store, "blocking", True)

    def __repr__(self) -> str:
        return repr(self._store)

    def get(self, key: str) -> Any:
        return self._call(_entry, "get", key)

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> Any:
        return self._call(_version, "put", key, value, expected=expected, ttl=ttl)

    def delete(self, key: str, *, expected: int | None = None) -> Any:
        return self._call(lambda _, found: bool(found), "delete", key, expected=expected)

    def keys(self, prefix: str) -> Any:
        return self._call(_names, "keys", prefix)

    def lease(self, key: str, *, ttl: float, wait: float) -> Any:
        manager = _guard(lambda: self._store.lease(key, ttl=ttl, wait=wait))
        return _awaited_lease(key, manager) if iscoroutinefunction(self.get) else _lease(key, manager)

    def close(self) -> None:
        _guard(lambda: self._store.close())

    def _call(self, read: Callable[[str, Any], T], method: str, key: str, *more: object, **options: object) -> Any:
        return _guard(lambda: read(key, getattr(self._store, method)(key, *more, **options)))


class _GuardedAsync(_Guarded):
    """A store whose methods are awaited."""

    async def get(self, key: str) -> Entry | None:
        return await self._call(_entry, "get", key)

    async def _call(self, read: Callable[[str, Any], T], method: str, key: str, *more: object, **options: object) -> T:
        async def work() -> T:
            return read(key, await getattr(self._store, method)(key, *more, **options))

        return await _guard_awaited(work)


class _GuardedLease:
    """A lease, as far as the flows use it."""

    def __init__(self, lease: Lease, *, blocking: bool = True) -> None:
        self._lease = lease
        self.blocking: bool = getattr(lease, "blocking", blocking)

    def still_held(self) -> Any:
        """Whether the lease is still held; to be awaited if the store's own answer is."""
        found: Any = _guard(lambda: self._lease.still_held())
        return _guard_awaited(lambda: found) if hasattr(found, "__await__") else found


@contextmanager
def _lease(key: str, manager: AbstractContextManager[Lease]) -> Iterator[_GuardedLease]:
    lease = _guard(lambda: _GuardedLease(manager.__enter__()))
    try:
        yield lease
    finally:
        with harmless(NOT_GIVEN_BACK.format(key)):
            manager.__exit__(None, None, None)


@asynccontextmanager
async def _awaited_lease(key: str, manager: AbstractAsyncContextManager[Lease]) -> AsyncIterator[_GuardedLease]:
    lease = _GuardedLease(await _guard_awaited(manager.__aenter__), blocking=False)
    try:
        yield lease
    finally:
        with harmless(NOT_GIVEN_BACK.format(key)):
            await manager.__aexit__(None, None, None)

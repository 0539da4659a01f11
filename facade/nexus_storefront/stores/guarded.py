"""Any store, made to keep the word of `Store`: what it raises is a `StoreError`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from inspect import iscoroutinefunction
from typing import ParamSpec, TypeVar, cast

from ..errors import StorefrontError
from ._protocol import AsyncStore, Entry, Lease, Store, StoreError

P = ParamSpec("P")
T = TypeVar("T")


def guarded(store: Store | AsyncStore) -> Store:
    """`store`, whose failures of any class are `StoreError`s.

    Callers tell by that class what a failing store may not cost: the outcome of an order, a session. A store of the
    caller's own may let an `OSError` or its driver's errors through. One in a browser's page is ours, and as it is.
    """
    kept = cast("Store", store)  # what is awaited where a call may be
    return kept if iscoroutinefunction(store.get) else _Guarded(kept)


def _guard(function: Callable[P, T], *args: P.args, **keywords: P.kwargs) -> T:
    try:
        return function(*args, **keywords)
    except StorefrontError:
        raise
    except Exception as error:
        failed = type(error).__name__
    # Without the cause: what a driver says may quote what is stored.
    raise StoreError(f"the store failed: {failed}")


class _Guarded:
    def __init__(self, store: Store) -> None:
        self._store = store
        self.blocking: bool = getattr(store, "blocking", True)

    def __repr__(self) -> str:
        return repr(self._store)

    def get(self, key: str) -> Entry | None:
        return _guard(self._store.get, key)

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        return _guard(self._store.put, key, value, expected=expected, ttl=ttl)

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        return _guard(self._store.delete, key, expected=expected)

    def keys(self, prefix: str) -> list[str]:
        return _guard(self._store.keys, prefix)

    def lease(self, key: str, *, ttl: float, wait: float) -> AbstractContextManager[Lease]:
        return _GuardedTurn(_guard(self._store.lease, key, ttl=ttl, wait=wait))

    def close(self) -> None:
        _guard(self._store.close)


class _GuardedTurn(AbstractContextManager[Lease]):
    """The block of a lease. What leaving it raises is logged by whoever leaves."""

    def __init__(self, turn: AbstractContextManager[Lease]) -> None:
        self._turn = turn

    def __enter__(self) -> Lease:
        return _GuardedLease(_guard(self._turn.__enter__))

    def __exit__(self, *ending: object) -> bool | None:
        return self._turn.__exit__(*ending)  # type: ignore[arg-type]


class _GuardedLease:
    def __init__(self, lease: Lease) -> None:
        self._lease = lease
        self.blocking: bool = getattr(lease, "blocking", True)

    @property
    def fence(self) -> int:
        return self._lease.fence

    @property
    def until(self) -> float:
        return self._lease.until

    def still_held(self) -> bool:
        return _guard(self._lease.still_held)

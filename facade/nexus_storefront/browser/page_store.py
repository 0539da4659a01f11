"""A store in the page's IndexedDB, with leases that are the browser's locks."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from ..clock import SYSTEM_CLOCK, Clock
from ..stores import DamagedEntry, Entry, Lease, LeaseTimeout, StoreError, VersionConflict
from ..stores.leases import HeldLease
from .page import this_page


class PageStore:
    """Keeps entries in the database `name` of the page's origin, shared by all its tabs and workers.

    For `AsyncStorefront` only: its methods are those of a `Store`, to be awaited. A lease ends with the tab that holds
    it, or when its time is up; `clock` is asked for the age of entries. What the browser keeps may be removed by the
    shopper, and by the browser where space is short; then the shopper is signed out and the cart is a new one.
    """

    blocking = False

    def __init__(self, name: str = "nexus-storefront", *, clock: Clock = SYSTEM_CLOCK) -> None:
        self._page = this_page()
        self._name = name
        script = files("nexus_storefront.browser").joinpath("page_store.js").read_text("utf-8")
        self._kept = self._page.function(script)(name)
        self.clock = clock

    def __repr__(self) -> str:
        return f"PageStore({self._name!r})"

    async def get(self, key: str) -> Entry | None:
        """The entry, or None when it is absent or its time to live is over."""
        found = await self._ask(self._kept.get(key, self.clock.time()))
        if found is None:
            return None
        try:
            return Entry(found.value.to_bytes(), int(found.version))
        except (AttributeError, TypeError, ValueError):
            raise DamagedEntry(key) from None

    async def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        """Write an entry and return its new version; see `Store.put`."""
        now = self.clock.time()
        written = self._page.to_js(bytes(value))
        expires = None if ttl is None else now + ttl
        return await self._write(key, expected, self._kept.put(key, written, expected, expires, now))

    async def delete(self, key: str, *, expected: int | None = None) -> bool:
        """Remove an entry; False when there was none."""
        return bool(await self._write(key, expected, self._kept.remove(key, expected, self.clock.time())))

    async def keys(self, prefix: str) -> list[str]:
        """The keys that start with `prefix`, sorted."""
        return sorted((await self._ask(self._kept.keys(prefix, self.clock.time()))).to_py())

    @asynccontextmanager
    async def lease(self, key: str, *, ttl: float, wait: float) -> AsyncIterator[Lease]:
        """Hold the lease of a key for an `async with` block; see `Store.lease`."""
        asked = self.clock.monotonic()
        lock = self._kept.lease(key, ttl * 1000, wait * 1000)
        try:
            if not await self._ask(lock.granted):
                raise LeaseTimeout(key, wait)
            fence = int(await self._ask(self._kept.fence(self.clock.time())))
            yield HeldLease(key, "", fence, asked + ttl, os.getpid(), self.clock, lambda _: lock.held(), False)
        finally:
            lock.end()  # also if it is granted only after its task was cancelled

    def close(self) -> None:
        """Let go of the database. Entries stay."""
        self._kept.close()

    async def _write(self, key: str, expected: int | None, asked: Any) -> int:
        done, number = await self._ask(asked)
        if not isinstance(number, int):
            raise DamagedEntry(key)
        if not done:
            raise VersionConflict(key, expected or 0, number)
        return number

    async def _ask(self, asked: Any) -> Any:
        try:
            return await asked
        except self._page.ffi.JsException as error:
            # Without its message, which may quote the value to be written.
            raise StoreError(f"the browser's database: {error.name}") from None

"""The client that all operations go through."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from types import TracebackType

    import httpx

    from .errors import ApiError
    from .types import Operation, RequestArgs

__all__ = ["Client"]

_VERSION = re.compile(r"://[^/]+(?:/[^/]+)*(/v\d+)/*$")


class Client:
    """Sends the requests of operations to one base URL.

    Arguments:
        base_url: scheme and host, and a path before those of all operations if there is one. A version at its end
            with which the paths begin (`/v3`) is sent once.
        headers: sent with every request (identity headers go here).
        timeout: seconds, or an `httpx.Timeout`.
        httpx_args: further keywords for `httpx.Client` and `httpx.AsyncClient` (auth, event_hooks, transport, verify).

    One object serves any number of threads. It opens its connections at the first request; `close()` or `with` closes
    those of `send`, `aclose()` or `async with` those of `asend`. An object that was closed opens them again if needed.
    Override `send` and `asend` to change how requests are sent, `received` to look at every body that is returned,
    `failure` to change what is raised.
    """

    def __init__(
        self,
        base_url: str,
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = 30.0,
        httpx_args: Mapping[str, Any] | None = None,
    ) -> None:
        self.base_url = base_url
        self._settings = {"headers": headers, "timeout": timeout, **(httpx_args or {}), "base_url": base_url}
        found = _VERSION.search(base_url)
        self._version = found[1] if found else None
        self._lock = threading.Lock()
        self._sync: httpx.Client | None = None
        self._async: httpx.AsyncClient | None = None

    def __repr__(self) -> str:
        host = self.base_url.partition("://")[2].partition("/")[0].rpartition("@")[2]
        return f"<{type(self).__name__} of {host}>"

    @property
    def http(self) -> httpx.Client:
        """The `httpx.Client` behind `send`."""
        client = self._sync
        if client is None or client.is_closed:
            import httpx

            with self._lock:
                client = self._sync
                if client is None or client.is_closed:
                    client = self._sync = httpx.Client(**self._settings)
        return client

    @property
    def async_http(self) -> httpx.AsyncClient:
        """The `httpx.AsyncClient` behind `asend`; its connections belong to the event loop that used it first."""
        client = self._async
        if client is None or client.is_closed:
            import httpx

            with self._lock:
                client = self._async
                if client is None or client.is_closed:
                    client = self._async = httpx.AsyncClient(**self._settings)
        return client

    def send(self, operation: Operation, request: RequestArgs) -> httpx.Response:
        """Send one request and read its whole answer. Network trouble raises `httpx.HTTPError`."""
        return self.http.request(**self._once(request))

    async def asend(self, operation: Operation, request: RequestArgs) -> httpx.Response:
        """`send` for async code."""
        return await self.async_http.request(**self._once(request))

    def _once(self, request: RequestArgs) -> RequestArgs:
        if self._version is None or not request["url"].startswith(f"{self._version}/"):
            return request
        once = request.copy()
        once["url"] = request["url"].removeprefix(self._version)
        return once

    def received(self, operation: Operation, body: Any) -> None:
        """Called with what a 2xx answer was read as, before the operation returns it. Does nothing here."""

    def failure(self, error: ApiError) -> Exception:
        """The exception to raise where an operation fails: `error` itself. Override to raise errors of your own."""
        return error

    def close(self) -> None:
        if self._sync is not None:
            self._sync.close()

    async def aclose(self) -> None:
        if self._async is not None:
            await self._async.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

"""A faster transport for asynchronous shops (extra `fast`): `aiohttp` under `httpx`, which takes a third less of the
processor a call.

AsyncStorefront(…, transport=fast_transport())
"""

from __future__ import annotations

import ssl
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx

from ..errors import MissingExtra
from ..redact import hidden
from .judge import no_client

if TYPE_CHECKING:
    import aiohttp

__all__ = ["fast_transport"]
_LONGEST_HEADER = 100 * 1024
"""Bytes, as with httpx's own."""
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)


def fast_transport(
    *,
    verify: ssl.SSLContext | str | bool = True,
    limits: httpx.Limits = _LIMITS,
    proxy: str | httpx.Proxy | None = None,
) -> httpx.AsyncBaseTransport:
    """The transport; `verify`, `limits` and `proxy` as `httpx.AsyncHTTPTransport` has them.

    It goes through no proxy of the environment, speaks HTTP/1.1, and belongs to asyncio. Raises `MissingExtra`, and
    `ConnectionFailed` where it cannot be made.
    """
    proxy = hidden(proxy)  # its URL may hold a password
    try:
        import aiohttp
        from httpx_aiohttp import AiohttpTransport
    except ImportError:
        raise MissingExtra("fast_transport needs the extra: pip install 'nexus-storefront[fast]'") from None
    except Exception as error:  # it makes its TLS contexts when it is imported
        raise no_client(error) from None

    class FastTransport(AiohttpTransport):
        proves_unsent = True
        """It passes the tests of `transport.conformance`."""

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            try:
                return await super().handle_async_request(request)
            except httpx.TransportError as error:
                lost, cause = error, error.__cause__
            except aiohttp.ClientError as error:
                lost, cause = httpx.RemoteProtocolError(type(error).__name__), error
            raise _as_of_httpx(lost, cause, request)

    try:
        proxy = httpx.Proxy(proxy) if isinstance(proxy, str) else proxy
        transport = FastTransport(
            verify=verify, limits=limits, proxy=proxy, client=lambda: _session(limits, transport.ssl_context)
        )
    except Exception as error:
        failure = no_client(error)
    else:
        return transport
    raise failure


def _session(limits: httpx.Limits, context: ssl.SSLContext | bool) -> aiohttp.ClientSession:
    import aiohttp
    from yarl import URL

    class Answer(aiohttp.ClientResponse):
        async def start(self, connection: Any) -> aiohttp.ClientResponse:
            await super().start(connection)
            # `httpx-aiohttp` encodes it as UTF-8, and fails if it came in another encoding.
            self.reason = (self.reason or "").encode(errors="replace").decode()
            return self

    connector = aiohttp.TCPConnector(
        limit=limits.max_connections or 0, keepalive_timeout=limits.keepalive_expiry, ssl=context
    )
    made = aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        response_class=Answer,
        max_field_size=_LONGEST_HEADER,
    )
    # No public ways: else it sends a PUT or DELETE whose answer was lost again, and writes URLs in its own way.
    made._retry_connection = False
    made._build_url = partial(URL, encoded=True)  # type: ignore[method-assign]
    return made


def _as_of_httpx(
    lost: httpx.TransportError, cause: BaseException | None, request: httpx.Request
) -> httpx.TransportError:
    """The error that httpx's own transport would have raised. What `httpx-aiohttp` calls a failed connection may be one
    that failed after the request was sent."""
    import aiohttp

    if isinstance(cause, aiohttp.ClientConnectorError):
        return httpx.ConnectError(str(cause), request=request)
    if isinstance(cause, aiohttp.ConnectionTimeoutError):
        return httpx.ConnectTimeout(str(cause), request=request)
    if isinstance(lost, httpx.ConnectError | httpx.ConnectTimeout):
        return httpx.ReadError(str(lost), request=request)
    return lost

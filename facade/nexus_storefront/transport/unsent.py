"""Whether a request that failed provably never left.

Only a transport that is known to raise its connection errors before the first byte of a request can prove that: those
that httpx itself has, inside an `httpx` client whose class is httpx's own, and any other transport that says of itself
`proves_unsent = True`. In a browser there is no such proof: what it says of a failure is the same before and after.
"""

from __future__ import annotations

import sys

import httpx

__all__ = ["RequestHookFailed", "may_be_repeated", "never_left"]


# The failures of a transport that come before the first byte of the request could leave.
_BEFORE_THE_FIRST_BYTE = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


_KNOWN_CLIENTS = (httpx.Client, httpx.AsyncClient)


_KNOWN_TRANSPORTS = (httpx.HTTPTransport, httpx.AsyncHTTPTransport)


class RequestHookFailed(Exception):
    """A request hook of the caller's own client failed, before the request was given to that client."""

    def __init__(self, error: Exception) -> None:
        super().__init__(f"a request hook of the HTTP client failed: {type(error).__name__}")


def never_left(client: httpx.Client | httpx.AsyncClient, url: httpx.URL, error: Exception) -> bool:
    """Whether `error`, of a request of `client` to `url`, is a proof that no byte of the request was sent."""
    if isinstance(error, RequestHookFailed):
        return True
    if not isinstance(error, _BEFORE_THE_FIRST_BYTE) or sys.platform == "emscripten":
        return False
    if type(client) not in _KNOWN_CLIENTS and not _says_so(client):
        return False  # a class of its own may send more than once
    # httpx has no public way to ask which of its transports a request takes; should this one go, nothing is proven.
    transport_for = getattr(client, "_transport_for_url", None)
    transport = None if transport_for is None else transport_for(url)
    # Not by isinstance: a subclass may try a second connection after the first has failed half-way.
    return type(transport) in _KNOWN_TRANSPORTS or _says_so(transport)


def may_be_repeated() -> bool:
    """Whether what sends a request may send it more than once: a browser repeats a POST whose connection, one that it
    had used before, was reset, and nothing stops it.
    """
    return sys.platform == "emscripten"


def _says_so(found: object) -> bool:
    return getattr(found, "proves_unsent", False) is True

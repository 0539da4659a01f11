"""Whether a request that failed provably never left, and whether one may have been sent more than once.

Only a transport that is known to raise its connection errors before the first byte of a request can prove the first:
httpx's own, inside a client of httpx's own class, with no method of either replaced; and any other client or transport
that says of itself `proves_unsent = True`. One that says `may_repeat = True` may send a request again by itself, and
proves nothing: that a second connection could not be made says nothing about the first. In a browser nothing is proven.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import TracebackType

import httpx

BEFORE_THE_FIRST_BYTE = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
"""The failures of a transport that come before the first byte of a request could leave."""

_CONNECTING = ("connect_tcp", "connect_unix_socket", "start_tls", "_init_socks5_connection")
_KNOWN_CLIENTS = (httpx.Client, httpx.AsyncClient)
_KNOWN_TRANSPORTS = (httpx.HTTPTransport, httpx.AsyncHTTPTransport)


class RequestHookFailed(Exception):
    """A request hook of the caller's own client failed, before the request was given to that client."""

    def __init__(self, error: Exception) -> None:
        super().__init__(f"a request hook of the HTTP client failed: {type(error).__name__}")


def never_left(client: httpx.Client | httpx.AsyncClient, url: httpx.URL, error: BaseException) -> bool:
    """Whether `error`, of a request of `client` to `url`, is a proof that no byte of the request was sent."""
    if isinstance(error, RequestHookFailed):
        return True
    if not (isinstance(error, BEFORE_THE_FIRST_BYTE) or came_of_connecting(error)) or may_be_repeated(client, url):
        return False
    # Other clients and transports may send more than once: on a second connection after the first failed half-way.
    sends = ((client, _KNOWN_CLIENTS), (_transport(client, url), _KNOWN_TRANSPORTS))
    return all(_is_unmodified(each, known) or _claims(each, "proves_unsent") for each, known in sends)


def _is_unmodified(found: object, known: tuple[type, ...]) -> bool:
    """Whether a client or transport is of a class of httpx's own, has a pool of httpcore's if any, and none of its or
    the pool's methods was replaced."""
    pool = getattr(found, "_pool", None)
    of_httpcore = pool is None or type(pool).__module__ == "httpcore"
    return type(found) in known and of_httpcore and not any(map(_is_patched, (found, pool)))


def _is_patched(found: object) -> bool:
    return any(callable(getattr(type(found), name, None)) for name in getattr(found, "__dict__", ()))


def came_of_connecting(error: BaseException) -> bool:
    """Whether `error` was raised while httpcore made a connection, also through a proxy, or wrote out a request's
    headers. The frames tell, because the class does not: a proxy with an impossible port or name raises errors that are
    not httpx's, one that hangs up looks like a service that did, and a caller's client may have a header that cannot be
    sent.
    """
    # The error of `httpx` has that of `httpcore` as its cause.
    steps = [step for each in (error, error.__cause__) for step in _steps(each)]
    return any(_is_before_the_request(step, error) for step in steps)


def _steps(error: BaseException | None) -> Iterator[TracebackType]:
    trace = None if error is None else error.__traceback__
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _is_before_the_request(step: TracebackType, error: BaseException) -> bool:
    frame = step.tb_frame
    name, module = frame.f_code.co_name, str(frame.f_globals.get("__name__"))
    if module == "httpx._client":  # which refuses by itself to send with a client that is closed
        return step.tb_next is None and isinstance(error, RuntimeError)
    if module == "aiohttp.http_writer":
        return name == "write_headers" and isinstance(error, ValueError)
    if not module.startswith("httpcore."):
        return False
    if name == "_send_request_headers":
        return isinstance(error, httpx.LocalProtocolError)  # the headers are refused; errors of writing differ
    # A proxy is being asked for a tunnel to the service.
    asked = "connect_request" in frame.f_locals and "connect_response" not in frame.f_locals
    return name in _CONNECTING or asked


def may_be_repeated(client: httpx.Client | httpx.AsyncClient, url: httpx.URL) -> bool:
    """Whether what sends a request of `client` to `url` may send it more than once by itself: a browser repeats a POST
    whose connection, one that it had used before, was reset, and nothing stops it.
    """
    sends = (client, _transport(client, url))
    return sys.platform == "emscripten" or any(_claims(each, "may_repeat") for each in sends)


def _transport(client: httpx.Client | httpx.AsyncClient, url: httpx.URL) -> object:
    # httpx has no public way to ask which of its transports a request takes; should this one go, nothing is proven.
    transport_for = getattr(client, "_transport_for_url", None)
    return None if transport_for is None else transport_for(url)


def _claims(found: object, what: str) -> bool:
    return getattr(found, what, False) is True

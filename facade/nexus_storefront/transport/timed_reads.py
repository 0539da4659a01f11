"""Connections of a synchronous shop that keep to the call's time, and send a request in one piece.

httpx gives every read of an answer, and every address of a host, the same time: an answer that drips would never end.
A thread cannot be stopped, so here each read and each address gets what is left of the call's time.
"""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from typing import Any, cast

import httpcore
import httpx

from .settings import LEAST_LEFT, TimeLeft


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream
        self.close = stream.close  # type: ignore[method-assign]
        self.get_extra_info = stream.get_extra_info  # type: ignore[method-assign]
        secured = stream.get_extra_info("ssl_object")
        self._in_frames = secured is not None and secured.selected_alpn_protocol() == "h2"
        self._head = b""

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._head:
            with suppress(httpcore.WriteError):  # as everywhere in httpcore: the answer may be there all the same
                self.write(b"", timeout)
        left = TimeLeft.now(timeout)
        if left is not None and left <= LEAST_LEFT:  # also where there is always something to read
            raise httpcore.ReadTimeout("the call's time is over")
        return self._stream.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Keep the head of an HTTP/1.1 request back until httpcore writes the body, or the empty end of one: a packet
        of its own would wake the server for half a request."""
        if not (self._head or self._in_frames) and buffer.endswith(b"\r\n\r\n"):
            self._head = buffer
        elif self._head or buffer:
            whole, self._head = self._head + buffer, b""
            self._stream.write(whole, TimeLeft.now(timeout))

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, TimeLeft.now(timeout)))


class _TimedBackend(httpcore.SyncBackend):
    def connect_tcp(  # type: ignore[override]
        self, host: str, port: int, timeout: float | None = None, **more: Any
    ) -> httpcore.NetworkStream:
        failure: Exception = httpcore.ConnectError("no address")
        for address in _addresses(host, port):
            try:
                return _TimedStream(super().connect_tcp(address, port, TimeLeft.now(timeout), **more))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


def _addresses(host: str, port: int) -> list[str]:
    """The addresses of a host, to be tried one by one. If it cannot be looked up, its name: connecting to that raises
    the error that says so."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return [host]
    return [str(address[0]) for *_, address in found]


def with_timed_reads(client: httpx.Client) -> httpx.Client:
    """`client`, with such connections in its transports of httpx's own, those for proxies included. httpx has no public
    way to do so; if this one stops working, each read only keeps to its own timeout."""
    made = cast("Any", client)
    for transport in (made._transport, *made._mounts.values()):
        pool: Any = getattr(transport, "_pool", None)
        if type(getattr(pool, "_network_backend", None)) is httpcore.SyncBackend:
            pool._network_backend = _TimedBackend()
    return client

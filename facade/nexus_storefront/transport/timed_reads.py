"""Connections of a synchronous shop that end with the call they serve.

httpx gives each read of an answer the same time, however many reads it takes, and so each address of a name: an answer
that drips would never end. A thread cannot be stopped, so each of them is given what is left of the call's time then.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from typing import Any, cast

import httpcore
import httpx

from .settings import LEAST_LEFT, TimeLeft


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = TimeLeft.now(timeout)
        if left is not None and left <= LEAST_LEFT:  # also where there is always something to read
            raise httpcore.ReadTimeout("the call's time is over")
        return self._stream.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, TimeLeft.now(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, TimeLeft.now(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _TimedBackend(httpcore.SyncBackend):
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        more = local_address, socket_options
        failure: Exception = httpcore.ConnectError("no address")
        for address in _addresses(host, port):
            try:
                return _TimedStream(super().connect_tcp(address, port, TimeLeft.now(timeout), *more))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


def _addresses(host: str, port: int) -> list[str]:
    """Those that a name has, one of which may be silent; the name itself where that is to tell what is wrong."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return [host]
    return [str(address[0]) for *_, address in found]


def with_timed_reads(client: httpx.Client) -> httpx.Client:
    """`client`, whose transports of httpx's own, also those for proxies, make such connections. httpx has no public way
    to say so; should this one go, reads keep to the timeout of one alone."""
    made = cast("Any", client)
    for transport in (made._transport, *made._mounts.values()):
        pool: Any = getattr(transport, "_pool", None)
        if type(getattr(pool, "_network_backend", None)) is httpcore.SyncBackend:
            pool._network_backend = _TimedBackend()
    return client

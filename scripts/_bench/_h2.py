"""The replaying server of `_replay`, speaking HTTP/2 without TLS to whoever knows beforehand that it does.

`python -m _bench._h2 BASE_URL` serves what BASE_URL answers, and prints its own address.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from _bench._process import serving


@contextmanager
def multiplexing(base_url: str) -> Iterator[str]:
    """Its base URL, while it serves what `base_url` does."""
    with serving([sys.executable, "-m", "_bench._h2", base_url]) as (address, _):
        yield address


class _Multiplexed(asyncio.Protocol):
    """One connection: many requests at once."""

    def __init__(self, upstream: httpx.Client, known: dict[tuple[str, str], httpx.Response]) -> None:
        self._upstream = upstream
        self._known = known
        self._connection = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._connection.initiate_connection()
        transport.write(self._connection.data_to_send())

    def data_received(self, data: bytes) -> None:
        for event in self._connection.receive_data(data):
            if isinstance(event, RequestReceived):
                assert event.stream_id is not None
                self._answer(event.stream_id, {str(name): str(value) for name, value in event.headers or ()})
        self._transport.write(self._connection.data_to_send())

    def _answer(self, stream: int, headers: dict[str, str]) -> None:
        asked = headers[":method"], headers[":path"]
        if asked not in self._known:
            own = {name: value for name, value in headers.items() if name.startswith("x-scalev-")}
            self._known[asked] = self._upstream.request(*asked, headers=own)
        answer = self._known[asked]
        fields = [(":status", str(answer.status_code)), ("content-type", "application/json")]
        self._connection.send_headers(stream, fields)
        self._connection.send_data(stream, answer.content, end_stream=True)


async def _serve(base_url: str) -> None:
    upstream, known = httpx.Client(base_url=base_url), dict[tuple[str, str], httpx.Response]()
    server = await asyncio.get_running_loop().create_server(lambda: _Multiplexed(upstream, known), "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(f"http://{host}:{port}/v3/", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1]))

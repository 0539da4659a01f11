"""A server that takes next to no time: each kind of request is asked of a sandbox once, and answered the same from then
on. What is measured against it is the client.

`python -m _bench._replay BASE_URL` serves what BASE_URL answers, and prints its own address.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from _bench._process import sandbox, serving

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@contextmanager
def replaying() -> Iterator[str]:
    """Its base URL, while it serves; the sandbox behind it is asked once for each kind of request."""
    with sandbox() as base_url, serving([sys.executable, "-m", "_bench._replay", base_url]) as (address, _):
        yield address


def _size(message: bytes) -> int | None:
    """How many bytes a message has, once its headers are there."""
    end = message.find(b"\r\n\r\n")
    if end < 0:
        return None
    length = _LENGTH.search(message, 0, end)
    return end + 4 + (int(length[1]) if length else 0)


class _Replay(asyncio.Protocol):
    """One connection: one request after another."""

    def __init__(self, host: str, port: int, known: dict[bytes, bytes]) -> None:
        self._upstream = host, port
        self._known = known
        self._asking: asyncio.Task[None] | None = None
        self._read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        size = _size(self._read)
        if size is None or len(self._read) < size:
            return
        request, self._read = self._read[:size], self._read[size:]
        answer = self._known.get(request[: request.find(b"\r\n")])
        if answer is None:
            self._asking = asyncio.ensure_future(self._ask(request))
        else:
            self._transport.write(answer)

    async def _ask(self, request: bytes) -> None:
        reader, writer = await asyncio.open_connection(*self._upstream)
        writer.write(request)
        answer = b""
        while (size := _size(answer)) is None or len(answer) < size:
            answer += await reader.read(65536)
        writer.close()
        self._known[request[: request.find(b"\r\n")]] = answer
        self._transport.write(answer)


async def _serve(base_url: str) -> None:
    upstream, known = urlsplit(base_url), dict[bytes, bytes]()
    server = await asyncio.get_running_loop().create_server(
        lambda: _Replay(str(upstream.hostname), int(upstream.port or 80), known), "127.0.0.1", 0, backlog=1000
    )
    host, port = server.sockets[0].getsockname()
    print(f"http://{host}:{port}/v3/", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1]))

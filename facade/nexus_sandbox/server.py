"""The HTTP server of a sandbox: uvicorn, with sockets that a fault can end and a stop that does not dawdle."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

_NO_LINGER = struct.pack("ii", 1, 0)
_KEPT = 600
"""Seconds for which an idle connection is kept: longer than clients keep theirs, or one closes as the other sends."""


class Connections:
    """Transports by the caller's address, kept up to date by the protocol class it hands out."""

    def __init__(self) -> None:
        self._open: dict[Any, asyncio.Transport] = {}
        self._ended = False

    def end(self, client: tuple[str, int] | None, *, reset: bool) -> bool:
        """End the connection of `client`, with a reset or a plain close; False when there is no socket to end."""
        transport = self._open.get(tuple(client)) if client else None
        if transport is None:
            return False
        if reset:
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            transport.abort()
        else:
            transport.close()
        return True

    def end_all(self) -> None:
        """End those that are there, and those that are being accepted as soon as they are."""
        self._ended = True
        for transport in list(self._open.values()):
            transport.abort()

    def protocol(self) -> type[asyncio.Protocol]:
        """Return the HTTP protocol class for uvicorn that keeps these connections."""
        connections, opened = self, self._open

        class TrackedProtocol(H11Protocol):
            _key: Any = None

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                self._key = self.client
                if self.client is not None:
                    opened[self.client] = transport
                if connections._ended:
                    transport.abort()

            def connection_lost(self, exc: Exception | None) -> None:
                opened.pop(self._key, None)
                super().connection_lost(exc)

        return TrackedProtocol


class Server(uvicorn.Server):
    """Calls `ready` when it answers. `stop_now`, from any thread, ends it and every connection at once."""

    def __init__(self, app: ASGIApp, connections: Connections, ready: Callable[[], object]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=connections.protocol(),
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="warning",
                access_log=False,
                proxy_headers=False,
                server_header=False,
                backlog=2048,
                timeout_keep_alive=_KEPT,
                timeout_graceful_shutdown=5,
            )
        )
        self._connections = connections
        self._ready = ready
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        self._ready()

    async def main_loop(self) -> None:
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            try:
                await asyncio.wait_for(self._stopped.wait(), 0.1)
            except TimeoutError:
                continue
            return

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if not self._stopped.is_set():
            await super().shutdown(sockets)
            return
        # Nobody else is accepted, and whoever just was is seen through to its end: a server that is closed meanwhile
        # leaves such a connection open.
        for server in self.servers:
            for listening in server.sockets:
                with suppress(NotImplementedError):  # the loop of Windows accepts in one step
                    asyncio.get_running_loop().remove_reader(listening)
        self._connections.end_all()
        for task in list(self.server_state.tasks):
            task.cancel()
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True)
        for server in self.servers:
            server.close()

    def stop_now(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stopped.set)

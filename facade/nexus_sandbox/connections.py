"""The open sockets of the server, so that a fault can end one for real."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

_NO_LINGER = struct.pack("ii", 1, 0)


class Connections:
    """Transports by the caller's address, kept up to date by the protocol class it hands out."""

    def __init__(self) -> None:
        self._open: dict[Any, asyncio.Transport] = {}

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

    def protocol(self) -> type[asyncio.Protocol]:
        """Return the HTTP protocol class for uvicorn that keeps these connections."""
        opened = self._open

        class TrackedProtocol(H11Protocol):
            _key: Any = None

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                self._key = self.client
                if self.client is not None:
                    opened[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                opened.pop(self._key, None)
                super().connection_lost(exc)

        return TrackedProtocol

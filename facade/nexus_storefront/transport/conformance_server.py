"""A server on 127.0.0.1 that does with each connection what a script says, and writes down what arrives."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple, Self

_PATIENCE = 20.0
"""Seconds after which a connection is given up, so that no test hangs."""


class Received(NamedTuple):
    """A request as it came over the wire."""

    line: str
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Every value of a header."""
        return [value for found, value in self.headers if found.lower() == name.lower()]


class Connection:
    """One connection, as its script sees it."""

    def __init__(self, server: ScriptedServer, accepted: socket.socket, number: int) -> None:
        self.server = server
        self.socket = accepted
        self.number = number
        """How many connections came before."""
        self._waiting = b""

    def head(self) -> tuple[str, list[tuple[str, str]]] | None:
        """The line and the headers of the next request; None if there is none."""
        while b"\r\n\r\n" not in self._waiting:
            more = self.receive()
            if not more:
                return None
            self._waiting += more
        head, _, self._waiting = self._waiting.partition(b"\r\n\r\n")
        line, *rest = head.decode("latin-1").split("\r\n")
        return line, [(name, value.strip()) for name, _, value in (one.partition(":") for one in rest)]

    def request(self) -> Received | None:
        """The next request with its body, written down in the server's `requests`; None if there is none."""
        head = self.head()
        if head is None:
            return None
        line, headers = head
        wanted = next((int(value) for name, value in headers if name.lower() == "content-length"), 0)
        while len(self._waiting) < wanted:
            more = self.receive()
            if not more:
                break
            self._waiting += more
        received = Received(line, headers, self._waiting[:wanted])
        self._waiting = self._waiting[wanted:]
        self.server.requests.append(received)
        return received

    def receive(self) -> bytes:
        more = self.socket.recv(65536)
        self.server.arrived += len(more)
        return more

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def reset(self) -> None:
        """End the connection without a farewell."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        self.socket.close()


Script = Callable[[Connection], None]


class ScriptedServer:
    """Use as a context manager; `requests` are those that came, `arrived` how many bytes."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.requests: list[Received] = []
        self.arrived = 0
        self.over = threading.Event()
        """Set at the end; a script that keeps silent waits for it."""

    def url(self, path: str = "/", *, scheme: str = "http", host: str = "127.0.0.1") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def stop(self) -> None:
        """Let nobody connect any more."""
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)  # else the thread that waits there takes one more
        self._listening.close()

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.over.set()
        self.stop()

    def _accept(self) -> None:
        number = 0
        while not self.over.is_set():
            try:
                accepted, _ = self._listening.accept()
            except OSError:
                return
            accepted.settimeout(_PATIENCE)
            threading.Thread(target=self._serve, args=(Connection(self, accepted, number),), daemon=True).start()
            number += 1

    def _serve(self, connection: Connection) -> None:
        with connection.socket, suppress(OSError):
            self._script(connection)


def answer(body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """The bytes of an answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body

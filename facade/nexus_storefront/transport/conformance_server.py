"""A server on 127.0.0.1 that does with each connection what a script says, and writes down what arrives."""

from __future__ import annotations

import itertools
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from http.client import parse_headers
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import NamedTuple, Self


class Received(NamedTuple):
    """A request as it came over the wire."""

    line: str
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Every value of a header."""
        return [value for found, value in self.headers if found.lower() == name.lower()]


class Connection(StreamRequestHandler):
    """One connection, as its script sees it."""

    server: ScriptedServer  # pyright: ignore[reportIncompatibleVariableOverride] - no other has one
    timeout = 20.0
    """Seconds after which it is given up, so that no test hangs."""
    number: int
    """How many connections came before."""

    def handle(self) -> None:
        self.number = next(self.server.numbers)
        with suppress(OSError):
            self.server.script(self)

    def head(self) -> tuple[str, list[tuple[str, str]]] | None:
        """The line and the headers of the next request; None if there is none."""
        line = self.rfile.readline()
        self.server.arrived += len(line)
        return (line.decode("latin-1").rstrip(), parse_headers(self.rfile).items()) if line else None

    def next_request(self) -> Received | None:
        """The next request with its body, written down in the server's `requests`; None if there is none."""
        head = self.head()
        if head is None:
            return None
        length = next((int(value) for name, value in head[1] if name.lower() == "content-length"), 0)
        received = Received(*head, self.rfile.read(length))
        self.server.requests.append(received)
        return received

    def receive(self) -> bytes:
        return self.rfile.read1(65536)

    def send(self, data: bytes) -> None:
        self.wfile.write(data)

    def keep_silent(self) -> None:
        """Until the server's end, or for long enough."""
        self.server.over.wait(10)

    def reset(self) -> None:
        """End the connection without a farewell."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        self.rfile.close()  # else the socket stays open for it
        self.connection.close()


Script = Callable[[Connection], None]


class ScriptedServer(ThreadingTCPServer):
    """Use as a context manager; `requests` are those that came, `arrived` how many bytes of lines that begin one."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, script: Script) -> None:
        super().__init__(("127.0.0.1", 0), Connection)
        self.script = script
        self.port: int = self.socket.getsockname()[1]
        self.numbers = itertools.count()
        self.requests: list[Received] = []
        self.arrived = 0
        self.over = threading.Event()
        """Set at the end; a script that keeps silent waits for it."""

    def url(self, path: str = "/", *, scheme: str = "http", host: str = "127.0.0.1") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def stop(self) -> None:
        """Let nobody connect any more."""
        self.shutdown()
        self.server_close()

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.over.set()
        self.stop()


def answer(body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """The bytes of an answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body

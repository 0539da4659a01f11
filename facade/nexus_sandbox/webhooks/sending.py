"""One request to a subscriber: its status is waited for, for so long and no longer, and nothing that comes after it."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Any

import httpx

PATIENCE = 10.0
"""Seconds until a subscriber must have answered."""


class Sender:
    """Makes requests, from any number of threads; `client` is one of your own."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self.client: httpx.Client | None = None
        self._patience = patience
        self._own: httpx.Client | None = None
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()

    def post(self, url: str, body: bytes, headers: dict[str, str]) -> int | str:
        """The status of the answer, or what went wrong."""
        opened: set[socket.socket] = set()
        late = threading.Event()

        def trace(name: str, info: dict[str, Any]) -> None:
            if name in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
                opened.add(info["return_value"].get_extra_info("socket"))
                self._open.update(opened)

        def give_up() -> None:
            late.set()
            _end(opened)

        # A timeout of the client is one of each read: a subscriber that sends a little now and then has none.
        timer = threading.Timer(self._patience, give_up)
        timer.daemon = True
        timer.start()
        try:
            with self._client().stream(
                "POST", url, content=body, headers=headers, extensions={"trace": trace}
            ) as answer:
                return answer.status_code
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
            too_late = late.is_set() or isinstance(error, httpx.TimeoutException)
            return "no answer in time" if too_late else f"{type(error).__name__}: {error}"
        finally:
            timer.cancel()
            self._open -= opened

    def _client(self) -> httpx.Client:
        with self._lock:
            if self._own is None and self.client is None:
                # connections that are kept would not be seen when they are opened
                limits = httpx.Limits(max_keepalive_connections=0)
                self._own = httpx.Client(timeout=self._patience, trust_env=False, limits=limits)
            return self.client or self._own  # type: ignore[return-value]

    def stop(self) -> None:
        """End every request that is under way."""
        _end(set(self._open))
        if self._own is not None:
            self._own.close()


def _end(connections: set[socket.socket]) -> None:
    for connection in tuple(connections):
        with suppress(OSError):  # it has ended by itself
            connection.shutdown(socket.SHUT_RDWR)

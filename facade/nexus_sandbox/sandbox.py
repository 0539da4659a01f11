"""A sandbox to hold in hand: own thread, free port, control methods."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import httpx
from starlette.types import ASGIApp

from .app import build
from .clock import Clock
from .control.hand import Control
from .in_process import InProcessTransport, Reply, ask
from .seed import fill
from .server import Connections, Server
from .settings import DEFAULT_ORIGINS, STORE_ID, STOREFRONT_KEY
from .state import State


class Sandbox:
    """An embedded store.

    As a context manager it serves real HTTP from a thread of its own; `ask()`, `transport()` and `asgi()` give the
    same store without sockets. `db` is a file to keep the state in (None: memory), `seed` and `items` shape the
    catalogue of a fresh database, `origins` are the browser origins the shop has registered (and all that the regular
    expression `origin_pattern` matches as a whole), `control` switches the `/_sandbox` routes, and `clock` is a
    `nexus_sandbox.Clock` of your own (None: one that follows real time). `webhook_client` makes the requests of
    webhooks (None: a client of the sandbox's own).
    """

    store_id = STORE_ID
    api_key = STOREFRONT_KEY

    def __init__(
        self,
        *,
        db: str | Path | None = None,
        seed: int = 1,
        items: int = 60,
        host: str = "127.0.0.1",
        port: int = 0,
        storage_port: int = 0,
        origins: Sequence[str] = DEFAULT_ORIGINS,
        origin_pattern: str | None = None,
        control: bool = True,
        clock: Clock | None = None,
        webhook_client: httpx.Client | None = None,
    ) -> None:
        self.state = State(db=db, seed=seed, origins=origins, origin_pattern=origin_pattern, clock=clock)
        if self.state.store.fresh:
            fill(self.state.store, items, self.state.clock.time())
        self.state.webhooks.sender.client = webhook_client
        self.control = Control(self.state)
        self._connections = Connections()
        self._app = build(self.state, self._connections, control=control)
        self._host = host
        self._ports = (port, storage_port)
        self._base_url: str | None = None
        self._sockets: list[socket.socket] = []
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self._sender: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        """Where the store answers, without a path. Raises RuntimeError before it serves."""
        if self._base_url is None:
            raise RuntimeError(
                "the sandbox is not serving: use it as a context manager, or call start(); "
                'without sockets the shop takes transport=sandbox.transport() and "http://localhost"'
            )
        return self._base_url

    def asgi(self) -> ASGIApp:
        """The store as an ASGI application, for a client that needs no socket."""
        return self._app

    def ask(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | Sequence[tuple[str, str]] = (),
        body: bytes = b"",
        *,
        client: str = "127.0.0.1",
    ) -> Reply:
        """Answer one request in this thread, with no socket, event loop or waiting; `client` is the caller's address.

        The host of `url` is any but the storage host's. What a fault would wait passes on the sandbox's clock. Raises
        `httpx.ReadError` where a connection would have ended.
        """
        return ask(self._app, self.state.clock, method, url, headers, body, client)

    def transport(self) -> InProcessTransport:
        """The store as a transport for `httpx.Client` and `httpx.AsyncClient`: each request goes through `ask()`."""
        return InProcessTransport(self._app, self.state.clock)

    def start(self) -> Sandbox:
        """Serve from a thread of its own; returns when the store answers. Raises OSError when the port is taken."""
        self.bind()
        ready = threading.Event()
        failed: list[BaseException] = []

        def run() -> None:
            try:
                self._run(ready.set)
            except BaseException as error:  # handed to the caller below
                failed.append(error)
            finally:
                ready.set()

        self._thread = threading.Thread(target=run, name="nexus-sandbox", daemon=True)
        self._thread.start()
        ready.wait()
        if failed:
            raise failed[0]
        return self

    def serve_forever(self, ready: Callable[[], object] = lambda: None) -> None:
        """Serve from this thread until interrupted; `ready` is called when the store answers."""
        self.bind()
        self._run(ready)

    def _run(self, ready: Callable[[], object]) -> None:
        self._server = Server(self._app, self._connections, ready)
        # A daemon: a receiver that answers never does not hold up the end of the program.
        self._sender = threading.Thread(target=self.state.webhooks.run, name="nexus-sandbox-webhooks", daemon=True)
        self._sender.start()
        asyncio.run(self._server.serve(sockets=self._sockets))

    def stop(self) -> None:
        """Stop serving and close the database. Calling it again does nothing."""
        if self._server is not None:
            self._server.stop_now()
        if self._thread is not None:
            self._thread.join()
        self.state.webhooks.stop()
        if self._sender is not None:
            self._sender.join(1)
        self._thread = self._server = self._sender = None
        for bound in self._sockets:
            bound.close()
        self._sockets = []
        self.state.close()

    def __enter__(self) -> Sandbox:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def bind(self) -> None:
        """Take the ports, so that `base_url` is known; serving follows. Raises OSError when a port is taken."""
        if self._sockets:
            return
        sockets: list[socket.socket] = []
        try:
            for port in self._ports:
                family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
                # asyncio turns Nagle's delay off only on sockets that say that they are TCP.
                bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
                sockets.append(bound)
                bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                bound.bind((self._host, port))
        except OSError:
            for bound in sockets:
                bound.close()
            raise
        shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)  # noqa: S104 - read, not bound
        shown = f"[{shown}]" if ":" in shown else shown
        self._base_url = f"http://{shown}:{sockets[0].getsockname()[1]}"
        self.state.storage_port = sockets[1].getsockname()[1]
        self.state.storage_origin = f"http://{shown}:{self.state.storage_port}"
        self._sockets = sockets

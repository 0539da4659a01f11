"""One request at a time through the application, in the caller's thread: no socket, no event loop, no waiting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import httpx
from starlette.types import ASGIApp, Message, Scope

from .clock import Clock

PAUSE = "nexus_sandbox.pause"
"""The ASGI extension that says how a fault waits; without it, in real time."""


class Reply(NamedTuple):
    """An answer. `headers` in the order they were sent, by lower-case name; one name may come twice."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


def ask(
    app: ASGIApp,
    clock: Clock,
    method: str,
    url: str,
    headers: Mapping[str, str] | Sequence[tuple[str, str]] = (),
    body: bytes = b"",
    client: str = "127.0.0.1",
) -> Reply:
    """Run one request through `app` and return its answer.

    What a fault would wait passes on `clock` alone, at once. Raises `httpx.ReadError` (a `ConnectionResetError` too)
    where a connection would have ended before or within the answer.
    """
    scope = _scope(method, url, headers, client, clock)
    requests: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
    sent: list[Message] = []

    async def receive() -> Message:
        return requests.pop() if requests else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    # Nothing in the application waits for anything but these two and the pause, so one step is the whole run.
    running = app(scope, receive, send)
    try:
        running.send(None)  # type: ignore[attr-defined]
    except StopIteration:
        pass
    else:
        running.close()  # type: ignore[attr-defined]
        raise RuntimeError("the sandbox waited for something in process")
    start, *rest = sent
    return Reply(
        start["status"],
        [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start.get("headers", ())],
        b"".join(message.get("body", b"") for message in rest),
    )


def _scope(
    method: str, url: str, headers: Mapping[str, str] | Sequence[tuple[str, str]], client: str, clock: Clock
) -> Scope:
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    pairs: list[tuple[str, str]] = list(dict(headers).items() if isinstance(headers, Mapping) else headers)
    if not any(name.lower() == "host" for name, _ in pairs):
        pairs.insert(0, ("host", parts.netloc))
    path = parts.path or "/"
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method.upper(),
        "scheme": parts.scheme,
        "path": unquote(path),
        "raw_path": path.encode("ascii"),
        "root_path": "",
        "query_string": parts.query.encode("ascii"),
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in pairs],
        "client": (client, 0),
        "server": (parts.hostname or "", port),
        "extensions": {PAUSE: clock.pass_over},
    }


class InProcessTransport(httpx.MockTransport):
    """A transport for `httpx.Client` and `httpx.AsyncClient` alike; every request is answered before `send` returns."""

    def __init__(self, app: ASGIApp, clock: Clock) -> None:
        def answer(request: httpx.Request) -> httpx.Response:
            try:
                reply = ask(
                    app, clock, request.method, str(request.url), request.headers.multi_items(), request.content
                )
            except httpx.RequestError as error:
                error.request = request
                raise
            return httpx.Response(reply.status, headers=reply.headers, content=reply.body)

        super().__init__(answer)

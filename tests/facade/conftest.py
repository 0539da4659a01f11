"""What both halves' tests use as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(scope="session")
def in_process() -> Callable[[Any], Handler]:
    """An ASGI application that never waits for anything, as a handler for `httpx.MockTransport`: no socket, no loop."""

    def wrap(app: Any) -> Handler:
        def handle(request: httpx.Request) -> httpx.Response:
            body, sent = request.read(), list[Any]()

            async def receive() -> Any:
                return {"type": "http.request", "body": body, "more_body": False}

            async def send(message: Any) -> None:
                sent.append(message)

            url = request.url
            running = app(
                {
                    "type": "http",
                    "asgi": {"version": "3.0"},
                    "http_version": "1.1",
                    "method": request.method,
                    "scheme": url.scheme,
                    "root_path": "",
                    "path": url.path,
                    "raw_path": url.raw_path,
                    "query_string": url.query,
                    "headers": [(name.lower(), value) for name, value in request.headers.raw],
                    "client": ("127.0.0.1", 1),
                    "server": ("127.0.0.1", 80),
                },
                receive,
                send,
            )
            with pytest.raises(StopIteration):
                running.send(None)
            content = b"".join(message.get("body", b"") for message in sent[1:])
            return httpx.Response(sent[0]["status"], headers=sent[0]["headers"], content=content)

        return handle

    return wrap

"""A receiver as an application: `Route("/webhooks/scalev", ReceiverASGI(inbox, secret))`."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread

from ..frames import with_bare_errors
from .receiver import Receiver, Reply

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
_THREADS = 40


class ReceiverASGI(Receiver):
    """The receiver for Starlette, FastAPI and everything else that speaks ASGI. The body is read raw, and bounded."""

    _threads: anyio.CapacityLimiter | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if scope["method"] == "POST":
            reply = await self._received(receive, [(bytes(name), bytes(value)) for name, value in scope["headers"]])
        else:
            reply = self.look(scope["method"])
        if reply is None:
            return
        text = reply.text.encode()
        head = [(b"content-type", b"text/plain"), (b"content-length", b"%d" % len(text))]
        await send({"type": "http.response.start", "status": reply.status, "headers": head})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else text})

    @with_bare_errors
    async def _received(self, receive: Receive, headers: Iterable[tuple[bytes, bytes]]) -> Reply | None:
        """What to answer; None if the sender has gone before it was done. Of what is too large, no more is read."""
        body, more = bytearray(), True
        while more and len(body) <= self.max_bytes:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            body += message.get("body", b"")
            more = message.get("more_body", False)
        # Threads of its own: a file that others hold stops no event loop, nor what an application does in its threads.
        self._threads = self._threads or anyio.CapacityLimiter(_THREADS)
        return await anyio.to_thread.run_sync(self.receive, bytes(body), headers, limiter=self._threads)


class ReceiverWSGI(Receiver):
    """The receiver for Flask, Django and everything else that speaks WSGI. The body is read raw, and bounded."""

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        reply = self._received(environ) if method == "POST" else self.look(method)
        text = b"" if method == "HEAD" else reply.text.encode()
        head = [("Content-Type", "text/plain"), ("Content-Length", str(len(text)))]
        start_response(f"{reply.status} {HTTPStatus(reply.status).phrase}", head)
        return [text]

    @with_bare_errors
    def _received(self, environ: "WSGIEnvironment") -> Reply:
        length = environ.get("CONTENT_LENGTH") or ""
        if length and (not length.isdecimal() or len(length) > 18 or int(length) > self.max_bytes):
            return Reply(413, "too large")
        # Without a length a server of today ends the input itself; others have none to give.
        ended = bool(environ.get("wsgi.input_terminated"))
        size = int(length) if length else self.max_bytes + 1 if ended else 0
        body = b""
        while len(body) < size and (part := environ["wsgi.input"].read(size - len(body))):
            body += part
        if length and len(body) < size:
            return Reply(400, "cut off")
        headers = {
            key.removeprefix("HTTP_").replace("_", "-"): value
            for key, value in environ.items()
            if key.startswith("HTTP_") and isinstance(value, str)
        }
        return self.receive(body, headers)

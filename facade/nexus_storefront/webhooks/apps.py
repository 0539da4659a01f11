"""A receiver as an application: `Route("/webhooks/scalev", ReceiverASGI(inbox, secret))`."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import anyio.to_thread

from .receiver import Receiver, Reply

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

Message = MutableMapping[str, Any]


class ReceiverASGI(Receiver):
    """The receiver for Starlette, FastAPI and everything else that speaks ASGI. The body is read raw, and bounded."""

    async def __call__(
        self,
        scope: MutableMapping[str, Any],
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        if scope["type"] != "http":
            return
        if scope["method"] != "POST":
            reply = self.look(scope["method"])
        else:
            body = await self._body(receive)
            headers = [(bytes(name), bytes(value)) for name, value in scope["headers"]]
            reply = Reply(413, "too large")
            if body is not None:
                # its own thread: a file that others hold stops no event loop
                reply = await anyio.to_thread.run_sync(self.receive, body, headers)
        text = reply.text.encode()
        await send(
            {
                "type": "http.response.start",
                "status": reply.status,
                "headers": [(b"content-type", b"text/plain"), (b"content-length", b"%d" % len(text))],
            }
        )
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else text})

    async def _body(self, receive: Callable[[], Awaitable[Message]]) -> bytes | None:
        """The whole body; None if it is too large."""
        body, more = bytearray(), True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self.max_bytes:
                return None
        return bytes(body)


class ReceiverWSGI(Receiver):
    """The receiver for Flask, Django and everything else that speaks WSGI. The body is read raw, and bounded."""

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if method != "POST":
            reply = self.look(method)
        else:
            body = self._body(environ)
            headers = {
                key.removeprefix("HTTP_").replace("_", "-"): value
                for key, value in environ.items()
                if key.startswith("HTTP_") and isinstance(value, str)
            }
            reply = self.receive(body, headers) if body is not None else Reply(413, "too large")
        text = b"" if method == "HEAD" else reply.text.encode()
        head = [("Content-Type", "text/plain"), ("Content-Length", str(len(text)))]
        start_response(f"{reply.status} {HTTPStatus(reply.status).phrase}", head)
        return [text]

    def _body(self, environ: "WSGIEnvironment") -> bytes | None:
        length = environ.get("CONTENT_LENGTH") or ""
        if length and (not length.isdecimal() or len(length) > 18 or int(length) > self.max_bytes):
            return None
        # Without a length a server of today ends the input itself; others have none to give.
        ended = bool(environ.get("wsgi.input_terminated"))
        size = int(length) if length else self.max_bytes + 1 if ended else 0
        body = b""
        while len(body) < size and (part := environ["wsgi.input"].read(size - len(body))):
            body += part
        return body if len(body) <= self.max_bytes else None

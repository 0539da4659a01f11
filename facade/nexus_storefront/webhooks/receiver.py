"""From a raw request to a stored webhook and the answer to give; also as an application of its own:
`Route("/webhooks/scalev", ReceiverASGI(inbox, secret))`."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread
from attrs import frozen

from ..arguments import number, whole
from ..errors import InvalidInput
from ..frames import with_bare_errors
from ..log import logger
from ..redact import hidden
from ..work_queue.model import QueueError
from .inbox import Inbox
from .signature import BadSignature, Headers, WebhookRefused, raw_body, signing_keys, verified

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

Secrets = str | Iterable[str] | Callable[[], str | Iterable[str]]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
_THREADS = 40


@frozen
class Reply:
    """The answer to give. Its text never says more than the status does."""

    status: int
    text: str


@with_bare_errors
class Receiver:
    """Takes raw requests. `secrets` may be a function, so that a changed one needs no restart.

    200 is answered once the webhook is on disk, or was before, and for every event that is signed, wanted or not; 401
    for a signature that is missing or wrong, 400 for what is signed and no event, 413 beyond `max_bytes`, 503 when it
    cannot be stored, so that it is sent again. GET is answered 200: the service looks so whether the URL is there.
    """

    def __init__(self, inbox: Inbox, secrets: Secrets, *, max_bytes: int = 1024 * 1024, wait: float = 5.0) -> None:
        secrets = hidden(secrets)
        if not isinstance(inbox, Inbox):
            raise InvalidInput("inbox must be an Inbox")
        self.inbox = inbox
        self.max_bytes = whole("max_bytes", max_bytes)
        self._secrets = secrets
        self._keys = [] if callable(secrets) else signing_keys(secrets)
        self._wait = number("wait", wait)

    def receive(self, body: bytes, headers: Headers) -> Reply:
        """Verify and store one request. Raises `InvalidInput` for what is no raw body, and nothing else."""
        body = raw_body(body)
        if len(body) > self.max_bytes:
            return Reply(413, "too large")
        try:
            keys = signing_keys(self._secrets()) if callable(self._secrets) else self._keys
            webhook = verified(body, headers, keys)
            if webhook.unique_id is None:
                return Reply(200, "ok")  # an older test event: nothing to keep
            why: str = self.inbox.put(webhook, body, self._wait)
            if why in ("accepted", "duplicate"):
                return Reply(200, "ok")
            if why == "too_large":
                return Reply(413, "too large")
        except WebhookRefused as error:
            logger.warning("webhook refused: %s", error.message)
            return Reply(error.answer, "not accepted" if isinstance(error, BadSignature) else "no event")
        except Exception as error:
            why = error.message if isinstance(error, QueueError) else type(error).__name__
        logger.error("webhook not stored: %s", why)
        return Reply(503, "cannot be stored now")

    def look(self, method: str) -> Reply:
        """The answer to a request that is no POST."""
        return Reply(200, "ok") if method in ("GET", "HEAD") else Reply(405, "POST only")


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
        """The answer to give; None if the sender has gone before it was done. No more is read of a body that is too
        large."""
        body, more = bytearray(), True
        while more and len(body) <= self.max_bytes:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            body += message.get("body", b"")
            more = message.get("more_body", False)
        # Threads of its own, so that a file in use stops neither the event loop nor the application's own threads.
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
        # Without a length, newer servers end the input themselves; with others there is no body to read.
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

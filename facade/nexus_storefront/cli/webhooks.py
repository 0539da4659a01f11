"""`nexus webhooks …` receives, makes and looks after webhooks."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

from ..errors import InvalidInput, StorefrontError
from ..transport._sync.http_client import HttpClient
from ..webhooks.inbox import STORE, Inbox
from ..webhooks.samples import EVENTS, sample
from ..webhooks.signature import WebhookRefused, sign, verify
from .queues import Parser, add_command, add_commands, in_line, tell, there

SECRET = "SCALEV_WEBHOOK_SECRET"  # noqa: S105 - the variable's name
_MOST = 4 * 1024 * 1024


def parser() -> Parser:
    """The parser of `nexus webhooks`."""
    webhooks = Parser(
        prog="nexus webhooks",
        description="Receive, make and look after webhooks. SCALEV_WEBHOOK_SECRET has the Signing Secret, or several "
        "with commas between.",
        examples=(
            "nexus webhooks listen --forward http://127.0.0.1:8000/webhooks",
            "nexus webhooks trigger order.created --set data.order_id=A1",
            "nexus webhooks inbox status",
        ),
    )
    webhooks.set_defaults(queue="inbox")
    commands = webhooks.add_subparsers(required=True, metavar="COMMAND")
    listen = add_command(commands, "listen", _listen, "receive, verify, print one line each, pass the raw request on")
    listen.add_argument("--forward", metavar="URL", type=_address, help="where to pass each request on, as it came")
    listen.add_argument("--port", type=int, default=8788, help="on 127.0.0.1 (default: 8788)")
    trigger = add_command(commands, "trigger", _trigger, "make, sign and send one event")
    trigger.add_argument("event", help=f"{', '.join(EVENTS)}, or a name of your own")
    trigger.add_argument("--set", metavar="PATH=VALUE", action="append", default=[], help="as data.order_id=A1")
    url = "http://127.0.0.1:8788/"
    trigger.add_argument("--url", type=_address, default=url, help="the receiver (default: that of `listen`)")
    mend = "mend what the handler stopped for, then `nexus webhooks inbox resume`"
    inbox = commands.add_parser("inbox", help="what was received")
    inbox.add_argument("--inbox", help="the inbox file (default: $NEXUS_INBOX, else in the user's state folder)")
    add_commands(inbox.add_subparsers(required=True, metavar="COMMAND"), _chosen, "lane", (), mend)
    return webhooks


def _chosen(options: argparse.Namespace) -> tuple[Inbox, str]:
    return there(Inbox(options.inbox), "inbox"), STORE


def _secrets() -> list[str]:
    secrets = [secret for secret in os.environ.get(SECRET, "").split(",") if secret.strip()]
    if not secrets:
        raise InvalidInput(f"the environment variable {SECRET} is not set")
    return secrets


def _address(text: str) -> str:
    with suppress(httpx.InvalidURL, UnicodeError):
        url = httpx.URL(text)
        if url.scheme in ("http", "https") and url.host.encode("idna"):
            return text
    raise argparse.ArgumentTypeError("it takes an absolute http or https URL")


def _sent(url: str, body: bytes, headers: Sequence[tuple[str, str]]) -> int | None:
    """The status of the answer; None if there is none, and then a line says why."""
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    try:
        with (
            HttpClient(None).made() as client,
            client.stream("POST", url, content=body, headers=raw, timeout=30.0) as answer,
        ):
            return answer.status_code
    except (httpx.HTTPError, StorefrontError) as error:
        why = str(error) if isinstance(error, StorefrontError) else type(error).__name__
        print(f"nexus: nothing answers at {url}: {why}", file=sys.stderr)
        return None


def _trigger(options: argparse.Namespace) -> int:
    body = sample(options.event, options.set)
    if options.event not in EVENTS:
        print(f"nexus: {options.event} is none of the service's events known here: is it mistyped?", file=sys.stderr)
    headers = [("Content-Type", "application/json"), ("X-Scalev-Hmac-Sha256", sign(body, _secrets()[0]))]
    status = _sent(options.url, body, headers)
    if status is not None:
        tell(options, {"event": options.event, "status": status}, f"{options.event}: {status}")
    return 0 if status in range(200, 300) else 1


class _Listener(BaseHTTPRequestHandler):
    """Receives, verifies, prints a line and passes the request on."""

    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - no other server has it
    timeout = 30.0  # of each read

    def do_GET(self) -> None:
        self.answer(200)

    do_HEAD = do_GET

    def do_POST(self) -> None:
        declared = self.headers.get("Content-Length", "")
        length = int(declared) if declared.isdecimal() and len(declared) < 10 else None
        if length is None or length > _MOST:
            return self.refuse(413, "too large") if declared else self.refuse(411, "its length is not told")
        body = self.rfile.read(length)
        if len(body) < length:
            return self.refuse(400, "it was cut off")
        try:
            webhook = verify(body, self.headers.items(), self.server.secrets)
        except WebhookRefused as error:
            return self.refuse(error.answer, error.message)
        status = self.passed_on(body)
        seen = {"event": webhook.event, "unique_id": webhook.unique_id, "about": webhook.about, "status": status}
        self.server.tell(seen, in_line(each or "-" for each in seen.values()))
        return self.answer(status)

    def passed_on(self, body: bytes) -> int:
        if self.server.options.forward is None:
            return 200
        kept = ("content-type", "x-scalev-hmac-sha256", "x-scalev-app-id")
        headers = [(name, value) for name, value in self.headers.items() if name.lower() in kept]
        return _sent(self.server.options.forward, body, headers) or 502

    def refuse(self, status: int, why: str) -> None:
        self.server.tell({"refused": why}, f"refused: {why}")
        self.answer(status)

    def answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()
        if self.server.unheard is not None:
            threading.Thread(target=self.server.shutdown).start()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: `tell` prints a line for each request."""


class _Server(ThreadingHTTPServer):
    def __init__(self, options: argparse.Namespace) -> None:
        self.options, self.secrets = options, _secrets()
        self.unheard: OSError | None = None
        super().__init__(("127.0.0.1", options.port), _Listener)

    def tell(self, value: object, text: str) -> None:
        """Print a line about a request. If the output is closed, the request is still answered, and the server ends."""
        try:
            tell(self.options, value, text)
        except OSError as error:
            self.unheard = error

    def handle_error(self, request: object, client_address: object) -> None:
        """A sender that has gone needs no answer."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _listen(options: argparse.Namespace) -> int:
    try:
        server = _Server(options)
    except (OSError, OverflowError) as error:
        raise InvalidInput(f"port {options.port} cannot be used: {error}") from None
    with server:
        to = httpx.URL(options.forward or "")
        if to.host in ("127.0.0.1", "localhost") and (to.port or 80) == server.server_port:
            raise InvalidInput(f"--forward leads back to this listener, {options.forward}")
        address = f"http://127.0.0.1:{server.server_port}/"
        tell(options, {"listening": address}, f"listening on {address}")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            tell(options, {"stopped": address}, "stopped")
        if server.unheard is not None:
            raise server.unheard
    return 0

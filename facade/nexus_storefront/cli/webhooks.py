"""The `nexus` command: `nexus webhooks …` receives, makes and looks after webhooks.

SCALEV_WEBHOOK_SECRET has the Signing Secret, or several with commas between.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import httpx

from ..errors import InvalidInput
from ..webhooks.samples import EVENTS, sample
from ..webhooks.signature import WebhookRefused, sign, verify
from .queues import Parser, add_commands, run_command, tell, there

if TYPE_CHECKING:
    from ..webhooks.inbox import Inbox

__all__ = ["main", "parser"]

SECRET = "SCALEV_WEBHOOK_SECRET"  # noqa: S105 - the variable's name
_MOST = 4 * 1024 * 1024


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when something needs a person, 2 for wrong use."""
    return run_command(parser(), argv, "inbox")


def parser() -> Parser:
    """What `nexus webhooks` takes."""
    parser = Parser(prog="nexus", description=__doc__)
    groups = parser.add_subparsers(required=True, metavar="GROUP")
    webhooks = groups.add_parser(
        "webhooks",
        help="receive, make and look after webhooks",
        description="Receive, make and look after webhooks. SCALEV_WEBHOOK_SECRET has the Signing Secret, or several.",
        examples=(
            "nexus webhooks listen --forward http://127.0.0.1:8000/webhooks",
            "nexus webhooks trigger order.created --set data.order_id=A1",
            "nexus webhooks inbox status",
        ),
    )
    commands = webhooks.add_subparsers(required=True, metavar="COMMAND")
    listen = commands.add_parser("listen", help="receive, verify, print one line each, pass the raw request on")
    listen.add_argument("--forward", metavar="URL", help="where to pass each request on, as it came")
    listen.add_argument("--port", type=int, default=8788, help="on 127.0.0.1 (default: 8788)")
    listen.add_argument("--json", action="store_true", help="for programs: a JSON value a line")
    listen.set_defaults(command=_listen)
    trigger = commands.add_parser("trigger", help="make, sign and send one event")
    trigger.add_argument("event", help=f"{', '.join(EVENTS)}, or a name of your own")
    trigger.add_argument("--set", metavar="PATH=VALUE", action="append", default=[], help="as data.order_id=A1")
    trigger.add_argument("--url", default="http://127.0.0.1:8788/", help="the receiver (default: that of `listen`)")
    trigger.add_json()
    trigger.set_defaults(command=_trigger)
    inbox = commands.add_parser("inbox", help="what was received")
    inbox.add_argument("--inbox", help="the inbox file (default: $NEXUS_INBOX, else in the user's state folder)")
    add_commands(inbox.add_subparsers(required=True, metavar="COMMAND"), _chosen, "lane")
    return parser


def _chosen(options: argparse.Namespace) -> tuple[Inbox, str]:
    from ..webhooks.inbox import STORE, Inbox

    return there(Inbox(options.inbox), "inbox"), STORE


def _secrets() -> list[str]:
    secrets = [secret for secret in os.environ.get(SECRET, "").split(",") if secret.strip()]
    if not secrets:
        raise InvalidInput(f"the environment variable {SECRET} is not set")
    return secrets


def _trigger(options: argparse.Namespace) -> int:
    body = sample(options.event, options.set)
    headers = {"Content-Type": "application/json", "X-Scalev-Hmac-Sha256": sign(body, _secrets()[0])}
    try:
        answer = httpx.post(options.url, content=body, headers=headers, timeout=30.0)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        print(f"nexus: nothing answers at {options.url}: {type(error).__name__}", file=sys.stderr)
        return 1
    tell(options, {"event": options.event, "status": answer.status_code}, f"{options.event}: {answer.status_code}")
    return 0 if answer.is_success else 1


def _listener(
    secrets: Sequence[str], forward: str | None, told: Callable[[object, str], None]
) -> type[BaseHTTPRequestHandler]:
    """What receives, verifies, tells and passes on."""

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(200)

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not length.isdecimal() or int(length) > _MOST:
                self.answer(413)
                return
            body = self.rfile.read(int(length))
            try:
                webhook = verify(body, self.headers.items(), secrets)
            except WebhookRefused as error:
                told({"refused": error.message}, f"refused: {error.message}")
                self.answer(error.answer)
                return
            status = 200 if forward is None else self.passed_on(body, forward)
            shown = (webhook.event, webhook.unique_id, webhook.about, status)
            line = "\t".join(str(each or "-") for each in shown)
            told(dict(zip(("event", "unique_id", "about", "status"), shown, strict=True)), line)
            self.answer(status)

        def passed_on(self, body: bytes, to: str) -> int:
            kept = ("content-type", "x-scalev-hmac-sha256", "x-scalev-app-id")
            headers = [(name, value) for name, value in self.headers.items() if name.lower() in kept]
            try:
                return httpx.post(to, content=body, headers=headers, timeout=30.0).status_code
            except (httpx.HTTPError, httpx.InvalidURL):
                return 502

        def answer(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """What arrives is told in a line of ours."""

    return Listener


def _listen(options: argparse.Namespace) -> int:
    secrets = _secrets()

    def told(value: object, line: str) -> None:
        tell(options, value, line)
        sys.stdout.flush()

    try:
        server = ThreadingHTTPServer(("127.0.0.1", options.port), _listener(secrets, options.forward, told))
    except (OSError, OverflowError) as error:
        raise InvalidInput(f"port {options.port} cannot be used: {error}") from None
    address = f"http://127.0.0.1:{server.server_port}/"
    told({"listening": address}, f"listening on {address}")
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            told({"stopped": address}, "stopped")
    return 0

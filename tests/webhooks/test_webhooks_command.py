"""`nexus webhooks`: receive, make, look after."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
from nexus_storefront.cli import main
from nexus_storefront.errors import InvalidInput
from nexus_storefront.webhooks import (
    Inbox,
    IntentEvent,
    OrderEvent,
    PaymentEvent,
    Receiver,
    WebhookWorker,
    sign,
    verify,
)
from nexus_storefront.webhooks.samples import EVENTS, sample
from webhook_deliveries import SECRET, envelope, order, signed


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SCALEV_WEBHOOK_SECRET", f"{SECRET},old")
    monkeypatch.setenv("NEXUS_INBOX", str(tmp_path / "inbox"))


@pytest.mark.parametrize("event", [*EVENTS, "shipment.status.updated"])
def test_samples_of_every_event_are_events(event: str) -> None:
    body = sample(event, ["data.order_id=B7", "data.extra.deep=[1]"])
    found = verify(body, signed(body), SECRET)
    assert found.event == event
    assert found.data["extra"] == {"deep": [1]}
    if isinstance(found, OrderEvent):
        assert (found.lines[0].quantity, found.is_spam) == (2, event == "order.spam_created")
    if type(found) is PaymentEvent:
        assert found.payment == ("failed" if event == "payment.failed" else "paid")
        assert "orderlines" not in found.data
    if isinstance(found, IntentEvent):
        assert (found.order_id is None) is (event == "checkout_intent.abandoned")


def test_a_change_that_is_none_is_told() -> None:
    for wrong in ("data.order_id", "=x", "event.deeper=1"):
        with pytest.raises(InvalidInput):
            sample("order.created", [wrong])


@contextmanager
def listening(*arguments: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    command = [sys.executable, "-m", "nexus_storefront.cli", "webhooks", "listen", "--port", "0", *arguments]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[-1], process
        finally:
            process.terminate()


def test_listen_verifies_tells_and_passes_the_raw_request_on(capsys: Any) -> None:
    got: list[tuple[bytes, str | None]] = []

    class Shop(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((body, self.headers["X-Scalev-Hmac-Sha256"]))
            self.send_response(503 if len(got) == 1 else 200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Shop)
    Thread(target=server.serve_forever, daemon=True).start()
    with listening("--forward", f"http://127.0.0.1:{server.server_port}/") as (url, process):
        assert httpx.get(url).status_code == 200
        assert main(["webhooks", "trigger", "order.created", "--url", url]) == 1
        assert main(["webhooks", "trigger", "order.created", "--set", "data.order_id=B7", "--url", url]) == 0
        assert httpx.post(url, content=b"{}", headers=signed(b"{}", "other")).status_code == 401
        assert process.stdout is not None
        lines = [process.stdout.readline().split("\t") for _ in range(3)]
    server.shutdown()
    server.server_close()
    assert capsys.readouterr().out == "order.created: 503\norder.created: 200\n"
    assert [line[0] for line in lines[:2]] == ["order.created"] * 2
    assert (lines[1][2], lines[1][3].strip()) == ("B7", "200")
    assert lines[2] == ["refused: the signature is wrong\n"]
    body, signature = got[1]
    assert signature == sign(body, SECRET)


def test_listen_and_trigger_tell_programs_what_happened(capsys: Any) -> None:
    with listening("--json") as (told, process):
        url = told.strip('"}')  # the last word of the line
        assert main(["webhooks", "trigger", "order.created", "--url", url, "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == {"event": "order.created", "status": 200}
        assert process.stdout is not None
        seen = json.loads(process.stdout.readline())
        assert (seen["event"], seen["status"]) == ("order.created", 200)
        assert httpx.post(url, content=b"{}").status_code == 401
        assert json.loads(process.stdout.readline()).keys() == {"refused"}


def test_the_inbox_is_looked_after(tmp_path: Path, capsys: Any) -> None:
    assert main(["webhooks", "inbox", "status"]) == 2
    assert "there is no inbox at" in capsys.readouterr().err
    inbox = Inbox()
    body = envelope("order.created", order(), "event_1")
    assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 200
    from nexus_storefront.webhooks import InboxPolicy

    def fails(*_: object) -> None:
        raise KeyError("email")

    once = Inbox(policy=InboxPolicy(max_attempts=1))
    assert WebhookWorker(once, fails).flush() == 1
    assert main(["webhooks", "inbox", "status"]) == 0
    assert "webhooks: 0 waiting, 1 dead" in capsys.readouterr().out
    assert main(["webhooks", "inbox", "status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["lane"] == "webhooks"
    assert main(["webhooks", "inbox", "dead"]) == 0
    listed = capsys.readouterr().out
    assert listed.split("\t")[2:4] == ["order.created", "event_1"]
    assert "sari@" not in listed
    assert main(["webhooks", "inbox", "replay", "99"]) == 2
    assert main(["webhooks", "inbox", "replay", listed.split("\t")[0]]) == 0
    assert "1 back in line" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["listen"], ["trigger", "order.created"]])
def test_without_a_secret_nothing_is_done(command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("SCALEV_WEBHOOK_SECRET", " ")
    assert main(["webhooks", *command]) == 2
    assert "SCALEV_WEBHOOK_SECRET" in capsys.readouterr().err


def test_wrong_ports_and_urls_are_told_in_one_line(capsys: Any) -> None:
    assert main(["webhooks", "listen", "--port", "99999"]) == 2
    assert main(["webhooks", "trigger", "order.created", "--url", "http://127.0.0.1:1/"]) == 1
    assert main(["webhooks", "trigger", "order.created", "--url", "not a url"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 3

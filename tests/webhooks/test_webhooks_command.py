"""`nexus webhooks`: receive, make, look after."""

import json
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
from nexus_storefront.cli import main
from nexus_storefront.errors import InvalidInput
from nexus_storefront.webhooks import (
    Ending,
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


COMMAND = [sys.executable, "-m", "nexus_storefront.cli", "webhooks"]


def environ() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@contextmanager
def listening(*arguments: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    command = [*COMMAND, "listen", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ()) as process:
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
        told_here = capsys.readouterr()
        assert (json.loads(told_here.out), told_here.err) == ({"event": "order.created", "status": 200}, "")
        assert process.stdout is not None
        seen = json.loads(process.stdout.readline())
        assert (seen["event"], seen["status"]) == ("order.created", 200)
        assert httpx.post(url, content=b"{}").status_code == 401
        assert json.loads(process.stdout.readline()).keys() == {"refused"}
        assert main(["webhooks", "trigger", "order.creatd", "--url", url]) == 0  # sent: the service may have it by now
        assert capsys.readouterr().err.startswith("nexus: order.creatd is none of the service's events known here")


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


def test_an_inbox_that_its_handler_stopped_goes_on_when_it_is_told_to(capsys: Any) -> None:
    inbox = Inbox()
    body = envelope("order.created", order())
    assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 200
    worker = WebhookWorker(inbox, lambda *_: Ending("stopped", "the warehouse is closed"))
    assert (worker.flush(), worker.flush()) == (1, 0)
    assert main(["webhooks", "inbox", "status"]) == 1
    shown = capsys.readouterr().out
    assert "STOPPED (the warehouse is closed)" in shown
    assert "`nexus webhooks inbox resume`" in shown
    assert main(["webhooks", "inbox", "resume"]) == 0
    assert capsys.readouterr().out == "resumed: webhooks\n"
    assert main(["webhooks", "inbox", "resume", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"resumed": []}
    assert WebhookWorker(inbox, lambda *_: None).flush() == 1


@pytest.mark.parametrize("command", [["listen"], ["trigger", "order.created"]])
def test_without_a_secret_nothing_is_done(command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("SCALEV_WEBHOOK_SECRET", " ")
    assert main(["webhooks", *command]) == 2
    assert "SCALEV_WEBHOOK_SECRET" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["listen", "--port", "99999"],
        ["listen", "--port", "many"],
        ["listen", "--forward"],
        ["listen", "--forward", "toko.example/hooks"],
        ["trigger"],
        ["trigger", " "],
        ["trigger", "order.created", "--url", "not a url"],
        ["trigger", "order.created", "--url", "ftp://127.0.0.1/"],
        ["trigger", "order.created", "--url", "http://a..b/"],
        ["trigger", "order.created", "--set", "data.order_id"],
        ["trigger", "order.created", "--set", "data..order_id=1"],
        ["inbox", "replay", "first"],
        ["inbox", "replay", "1"],
        ["inbox", "status"],
        ["nothing"],
        [],
    ],
)
def test_wrong_use_is_told_in_one_line(words: list[str], capsys: Any) -> None:
    try:
        code = main(["webhooks", *words])
    except SystemExit as ended:
        code = ended.code  # type: ignore[assignment]
    assert code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("nexus: ")


def test_nobody_at_the_receiver_is_told_in_one_line(capsys: Any) -> None:
    assert main(["webhooks", "trigger", "order.created", "--url", "http://127.0.0.1:1/"]) == 1
    assert capsys.readouterr().err == "nexus: nothing answers at http://127.0.0.1:1/: ConnectError\n"


@pytest.mark.parametrize(
    ("name", "value"), [("ALL_PROXY", "socks5://127.0.0.1:1"), ("HTTP_PROXY", "other://127.0.0.1")]
)
def test_so_is_an_environment_in_which_nothing_can_be_sent(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """Also to whoever sends to `listen`: it answers that its shop cannot be asked."""
    for other in ("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(other, raising=False)
        monkeypatch.delenv(other.lower(), raising=False)
    monkeypatch.setenv(name, value)
    assert main(["webhooks", "trigger", "order.created", "--url", "http://127.0.0.1:1/"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("nexus: nothing answers at http://127.0.0.1:1/: ")
    body = sample("order.created")
    with listening("--forward", "http://127.0.0.1:1/") as (url, _), httpx.Client(trust_env=False) as sender:
        assert sender.post(url, content=body, headers=signed(body)).status_code == 502


def test_what_others_have_named_steers_no_terminal(capsys: Any) -> None:
    body = envelope("order\n\x1b[31mcreated", {}, "event\x9b1")
    inbox = Inbox()
    assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 200
    assert WebhookWorker(inbox, lambda *_: Ending("refused", "no\x07")).flush() == 1
    assert main(["webhooks", "inbox", "dead"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.replace("\t", "").isprintable()


def test_a_value_that_is_no_json_is_text() -> None:
    told = json.loads(sample("order.created", ["data.a=NaN", "data.b=1e999", "data.c=[1]", "data.d=", "data.e=x=y"]))
    assert [told["data"][name] for name in "abcde"] == ["NaN", "1e999", [1], "", "x=y"]


def raw(url: str, request: bytes, *, whole: bool = True) -> bytes:
    """What comes first of the answer; without `whole` the sender is gone before there is one."""
    parts = httpx.URL(url)
    with socket.create_connection((parts.host, parts.port or 80), 20) as connection:
        connection.sendall(request)
        if whole:
            return connection.recv(100).partition(b"\r\n")[0]
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return b""


def test_listen_tells_of_what_is_no_delivery(capfd: Any) -> None:
    with listening() as (url, process):
        assert httpx.head(url).status_code == 200
        assert httpx.post(url, content=b"x" * (4 * 1024 * 1024 + 1)).status_code == 413
        assert httpx.post(url, content=iter([b"{}"])).status_code == 411  # in chunks
        assert b" 413 " in raw(url, b"POST / HTTP/1.1\r\nContent-Length: %s\r\n\r\n" % (b"9" * 5000))
        raw(url, b"POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\nabc", whole=False)
        assert httpx.post(url, content=b"{}").status_code == 401
        taken = subprocess.run(
            [*COMMAND, "listen", "--port", str(httpx.URL(url).port)],
            capture_output=True,
            text=True,
            env=environ(),
            check=False,
        )
        assert (taken.returncode, taken.stderr.count("\n")) == (2, 1)
        assert "Address already in use" in taken.stderr
        process.send_signal(signal.SIGINT)
        told, _ = process.communicate(timeout=20)
    lines = told.splitlines()
    assert [line for line in lines if "cut off" not in line] == [
        "refused: too large",
        "refused: its length is not told",
        "refused: too large",
        "refused: the signature is missing",
        "stopped",
    ]
    assert process.returncode == 0
    assert "Traceback" not in capfd.readouterr().err


ENDLESS = b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 100_000
AWAY = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"


@pytest.mark.parametrize(("says", "status"), [(ENDLESS, 200), (AWAY, 302), (b"", 502), (None, 502)])
def test_the_sender_gets_what_the_shop_answers_or_502(says: bytes | None, status: int, capfd: Any) -> None:
    body = sample("order.created")
    with socket.create_server(("127.0.0.1", 0)) as shop:
        target = f"http://127.0.0.1:{shop.getsockname()[1]}/"
        if says is None:
            shop.close()

        def answer() -> None:
            with suppress(OSError), shop.accept()[0] as connection:
                connection.recv(100_000)
                connection.sendall(says or b"")
                while says is ENDLESS:
                    connection.sendall(says)

        thread = Thread(target=answer)
        thread.start()
        with listening("--forward", target) as (url, process):
            assert httpx.post(url, content=body, headers=signed(body), timeout=20).status_code == status
            assert process.stdout is not None
            assert process.stdout.readline().split()[-1] == str(status)
        thread.join()
    told = capfd.readouterr().err
    assert ("nothing answers at" in told) is (status == 502)
    assert told.count("\n") == (status == 502)


def test_interrupted_it_ends_at_once_whatever_is_under_way() -> None:
    body = sample("order.created")
    with socket.create_server(("127.0.0.1", 0)) as shop:
        with listening("--forward", f"http://127.0.0.1:{shop.getsockname()[1]}/") as (url, process):
            sender = Thread(target=raw, args=[url, post(body)])
            sender.start()
            connection, _ = shop.accept()
            process.send_signal(signal.SIGINT)
            told, _ = process.communicate()
        connection.close()
        sender.join()
    assert (told, process.returncode) == ("stopped\n", 0)  # of what was waited for, a line would tell


def post(body: bytes) -> bytes:
    head = "".join(f"{name}: {value}\r\n" for name, value in signed(body).items())
    return f"POST / HTTP/1.1\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def test_many_at_once_are_a_line_each() -> None:
    def send(url: str) -> None:
        with httpx.Client() as client:
            for _ in range(25):
                body = sample("order.created")
                client.post(url, content=body, headers=signed(body))

    with listening("--json") as (told, process):
        url = told.strip('"}')  # the last word of {"listening": "…"}
        senders = [Thread(target=send, args=(url,)) for _ in range(8)]
        for sender in senders:
            sender.start()
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(200)]
        for sender in senders:
            sender.join()
    assert {json.loads(line)["status"] for line in lines} == {200}


def test_where_nobody_reads_any_more_what_came_is_answered_and_that_is_the_end() -> None:
    with listening() as (url, process):
        assert process.stdout is not None
        process.stdout.close()
        body = sample("order.created")
        assert httpx.post(url, content=body, headers=signed(body)).status_code == 200
        assert process.wait(30) == 1


def test_it_does_not_pass_requests_on_to_itself(capsys: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert main(["webhooks", "listen", "--port", str(port), "--forward", f"http://localhost:{port}/hooks"]) == 2
    assert "leads back" in capsys.readouterr().err

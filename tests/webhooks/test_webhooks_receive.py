"""Receiving over HTTP: what is answered when, and what is on disk by then; in ASGI, in WSGI, in the frameworks."""

import asyncio
import io
import logging
import socket
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import httpx
import pytest
import webhook_sites
from nexus_storefront.errors import InvalidInput
from nexus_storefront.log import harmless
from nexus_storefront.webhooks import Inbox, InboxPolicy, Receiver, ReceiverASGI, ReceiverWSGI
from webhook_deliveries import SECRET, envelope, order, payment, signed
from webhook_sites import ASGI, HALVES, PATH, served

Ask = Callable[..., httpx.Response]


def mounted(half: str, inbox: Inbox, **options: Any) -> Ask:
    """Requests to a receiver of the recipe."""
    app, _ = webhook_sites.mounted(half, inbox, SECRET, **options)
    if half in ASGI:

        def ask(method: str, **request: Any) -> httpx.Response:
            async def go() -> httpx.Response:
                transport = httpx.ASGITransport(app=app)
                async with httpx.AsyncClient(transport=transport, base_url="https://toko.example") as client:
                    return await client.request(method, PATH, **request)

            return anyio.run(go)

        return ask

    def ask_wsgi(method: str, **request: Any) -> httpx.Response:
        with httpx.Client(transport=httpx.WSGITransport(app=app), base_url="https://toko.example") as client:
            return client.request(method, PATH, **request)

    return ask_wsgi


@pytest.fixture(params=HALVES)
def half(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def stored(inbox: Inbox) -> list[str]:
    with closing(sqlite3.connect(inbox.path)) as db, db:
        found = [identity for (identity,) in db.execute("SELECT identity FROM arrived ORDER BY seq")]
    db.close()
    return found


def test_it_is_on_disk_when_200_is_answered_and_a_copy_is_a_200(half: str, inbox: Inbox) -> None:
    ask = mounted(half, inbox)
    body = envelope("order.created", order(), "event_1")
    for _ in range(3):
        answer = ask("POST", content=body, headers=signed(body))
        assert (answer.status_code, answer.text) == (200, "ok")
        assert stored(inbox) == ["event_1"]


def test_a_refused_delivery_is_not_stored_and_says_nothing(half: str, inbox: Inbox) -> None:
    ask = mounted(half, inbox)
    body = envelope("order.created", order())
    for headers, content, status in (
        ({}, body, 401),
        (signed(body, "other"), body, 401),
        ({"X-Scalev-Hmac-Sha256": "x"}, body, 401),
        (signed(body), body + b" ", 401),
        (signed(b"[]"), b"[]", 400),
        (signed(b""), b"", 400),
    ):
        answer = ask("POST", content=content, headers=headers)
        assert answer.status_code == status
        assert len(answer.text) < 20
    assert not inbox.path.exists()


def test_a_look_at_the_url_is_answered(half: str, inbox: Inbox) -> None:
    ask = mounted(half, inbox)
    assert [ask(method).status_code for method in ("GET", "HEAD", "PUT", "DELETE")] == [200, 200, 405, 405]


@pytest.mark.parametrize("unique_id", [None, "event_test"])
def test_webhooks_can_be_switched_on(half: str, inbox: Inbox, unique_id: str | None) -> None:
    body = envelope("business.test_event", {}, unique_id)
    assert mounted(half, inbox)("POST", content=body, headers=signed(body)).status_code == 200
    assert mounted(half, inbox)("POST", content=body, headers=signed(body, "other")).status_code == 401


def test_an_unwanted_event_is_a_200(half: str, inbox: Inbox) -> None:
    body = envelope("shipment.status.updated", {"x": 1})
    assert mounted(half, inbox)("POST", content=body, headers=signed(body)).status_code == 200


@pytest.mark.parametrize("half", ["asgi", "wsgi"])
def test_a_body_is_bounded(half: str, inbox: Inbox) -> None:
    ask = mounted(half, inbox, max_bytes=1000)
    body = envelope("order.created", order(pad="x" * 1000))
    assert ask("POST", content=body, headers=signed(body)).status_code == 413
    small = envelope("order.deleted", {})
    assert ask("POST", content=small, headers=signed(small)).status_code == 200


def test_a_log_that_fails_changes_no_answer(tmp_path: Path) -> None:
    """As with a filter that is to hide something, and has a fault."""

    def fails(record: logging.LogRecord) -> bool:
        raise LookupError("no such field")

    handler = logging.StreamHandler()
    handler.addFilter(fails)
    logging.getLogger().addHandler(handler)
    try:
        assert Receiver(Inbox(tmp_path / "inbox"), SECRET).receive(b"{}", {}).status == 401
        with harmless("it was done before"):
            raise OSError
    finally:
        logging.getLogger().removeHandler(handler)


def test_what_the_inbox_holds_too_large_is_too_large(tmp_path: Path) -> None:
    """To send it again helps nobody. Bytes count, not characters."""
    body = envelope("order.created", order(pad="x" * 1000)).replace(
        b"x" * 1000, "\N{WHITE SMILING FACE}".encode() * 100
    )
    inbox = Inbox(tmp_path / "inbox", policy=InboxPolicy(max_bytes=len(body)))
    assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 413


@pytest.mark.parametrize(
    ("environ", "status"),
    [
        ({}, 401),  # no length and no end in sight: nothing is read
        ({"CONTENT_LENGTH": "999999999999"}, 413),
        ({"CONTENT_LENGTH": "-5"}, 413),
        ({"CONTENT_LENGTH": "many"}, 413),
        ({"wsgi.input_terminated": True}, 200),
    ],
)
def test_lengths_that_lie(inbox: Inbox, environ: dict[str, Any], status: int) -> None:
    body, told = envelope("order.deleted", {}), []
    given = {
        "REQUEST_METHOD": "POST",
        "wsgi.input": io.BytesIO(body),
        "HTTP_X_SCALEV_HMAC_SHA256": signed(body)["X-Scalev-Hmac-Sha256"],
        **environ,
    }
    [*ReceiverWSGI(inbox, SECRET)(given, lambda line, headers, error=None: told.append(line))]  # type: ignore[arg-type,return-value]
    assert told[0].startswith(str(status))


@pytest.mark.parametrize("half", ["asgi", "wsgi"])
def test_a_sender_that_goes_before_it_is_done_is_no_wrong_signature(
    half: str, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    app, _ = webhook_sites.mounted(half, inbox, SECRET)
    body = envelope("order.created", order())
    head = f"POST {PATH} HTTP/1.1\r\nHost: toko.example\r\nContent-Length: {len(body)}\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in signed(body).items())
    with served(half, app) as url:
        parts = httpx.URL(url)
        for cut in (0, 10, len(body) - 1):
            with socket.create_connection((parts.host, parts.port or 80), 20) as connection:
                connection.sendall(f"{head}\r\n".encode() + body[:cut])
                connection.shutdown(socket.SHUT_WR)
                connection.recv(1000)
        assert httpx.post(url, content=body, headers=signed(body)).status_code == 200
    assert caplog.records == []


@pytest.mark.parametrize("trouble", ["held", "folder", "full"])
@pytest.mark.parametrize("half", ["asgi", "wsgi"])
def test_what_cannot_be_stored_is_a_503_and_comes_again(half: str, tmp_path: Path, trouble: str) -> None:
    from nexus_storefront.webhooks import InboxPolicy

    path = tmp_path if trouble == "folder" else tmp_path / "inbox"
    inbox = Inbox(path, policy=InboxPolicy(max_waiting=1))
    ask = mounted(half, inbox, wait=0.05)
    body = envelope("order.created", order())
    if trouble == "full":
        first = envelope("order.created", order())
        assert ask("POST", content=first, headers=signed(first)).status_code == 200
    if trouble == "held":
        inbox.open()
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    assert ask("POST", content=body, headers=signed(body)).status_code == 503
    if trouble == "held":
        other.execute("ROLLBACK")
        other.close()
        assert ask("POST", content=body, headers=signed(body)).status_code == 200


def test_two_copies_at_once_are_one(inbox: Inbox) -> None:
    receiver = Receiver(inbox, SECRET)
    bodies = [envelope("payment.received", payment(f"A{n}"), f"event_{n}") for n in range(20)]
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda body: receiver.receive(body, signed(body)).status, bodies * 5))
    assert Counter(replies) == {200: 100}
    assert sorted(stored(inbox)) == sorted(f"event_{n}" for n in range(20))


def test_an_event_loop_does_not_stand_still_for_a_held_file(inbox: Inbox) -> None:
    inbox.open()
    other = sqlite3.connect(inbox.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    body = envelope("order.created", order())
    threading.Timer(0.3, lambda: other.execute("ROLLBACK")).start()
    beats = 0

    async def main() -> int:
        nonlocal beats
        transport = httpx.ASGITransport(app=ReceiverASGI(inbox, SECRET))
        async with httpx.AsyncClient(transport=transport, base_url="https://toko.example") as client:
            asked = asyncio.create_task(client.post("/", content=body, headers=signed(body)))
            while not asked.done():
                await asyncio.sleep(0.01)
                beats += 1
            return (await asked).status_code

    assert asyncio.run(main()) == 200
    assert beats > 1
    other.close()


def test_a_held_file_takes_no_threads_from_the_application(inbox: Inbox) -> None:
    receiver = ReceiverASGI(inbox, SECRET, wait=0.5)

    async def busy() -> float:
        async with anyio.create_task_group() as group:
            for _ in range(60):
                group.start_soon(_delivered, receiver)
            await anyio.sleep(0.2)
            return anyio.to_thread.current_default_thread_limiter().borrowed_tokens

    inbox.open()
    with closing(sqlite3.connect(inbox.path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        assert anyio.run(busy) == 0


async def _delivered(receiver: ReceiverASGI) -> None:
    body = envelope("order.created", order())
    messages = iter([{"type": "http.request", "body": body}])

    async def receive() -> Any:
        return next(messages)

    async def send(message: Any) -> None:
        pass

    headers = [(name.encode(), value.encode()) for name, value in signed(body).items()]
    await receiver({"type": "http", "method": "POST", "headers": headers}, receive, send)


def test_a_secret_may_be_asked_for_each_time(inbox: Inbox) -> None:
    secrets = ["old"]
    receiver = Receiver(inbox, lambda: secrets)
    body = envelope("order.created", order())
    assert receiver.receive(body, signed(body)).status == 401
    secrets.append(SECRET)
    assert receiver.receive(body, signed(body)).status == 200


@pytest.mark.parametrize(
    "options",
    [
        {"inbox": "inbox"},
        {"max_bytes": "x"},
        {"max_bytes": 0},
        {"secrets": {"key": "x"}},
        {"secrets": 5},
        {"secrets": b"x"},
    ],
)
def test_a_receiver_that_cannot_work_is_refused(inbox: Inbox, options: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        Receiver(**({"inbox": inbox, "secrets": SECRET} | options))


def test_no_secret_and_no_person_in_the_log(inbox: Inbox, caplog: pytest.LogCaptureFixture) -> None:
    receiver = Receiver(inbox, SECRET)
    body = envelope("order.created", order())
    receiver.receive(body, {"X-Scalev-Hmac-Sha256": "c2VjcmV0"})
    receiver.receive(b"[" + body, signed(b"[" + body))
    assert len(caplog.records) == 2
    for word in (SECRET, "slug-A1", "sari@", "c2VjcmV0"):
        assert word not in caplog.text


def test_a_full_disk_loses_nothing_that_was_answered(inbox: Inbox) -> None:
    receiver = Receiver(inbox, SECRET)
    inbox.open()

    def allow(pages: int) -> None:
        with inbox._transaction() as db:
            db.execute(f"PRAGMA max_page_count = {pages:d}")

    with inbox._transaction() as db:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
    allow(pages + 3)
    answers = {}
    for number in range(30):
        body = envelope("order.created", order(f"N{number}", pad="x" * 2000), f"event_{number}")
        answers[f"event_{number}"] = receiver.receive(body, signed(body)).status
    assert set(answers.values()) == {200, 503}
    assert set(stored(inbox)) == {name for name, status in answers.items() if status == 200}
    allow(1_000_000)
    for number in range(30):  # sent again, as the service does
        body = envelope("order.created", order(f"N{number}", pad="x" * 2000), f"event_{number}")
        assert receiver.receive(body, signed(body)).status == 200
    assert set(stored(inbox)) == set(answers)


@pytest.mark.parametrize(
    "body",
    [
        b'{"event":"\\ud800","unique_id":"e","data":{}}',
        b'{"event":"x","unique_id":"e\\ud800","data":{}}',
        b'{"event":"order.created","unique_id":"e","data":{"order_id":"\\udfff"}}',
        b'{"event":"x","unique_id":"e","data":{"x":"\xed\xa0\x80"}}',
    ],
)
def test_what_can_never_be_stored_is_not_asked_for_again(inbox: Inbox, body: bytes) -> None:
    assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 400
    kept = b'{"event":"order.created","unique_id":"e","data":{"order_id":"A1","notes":"\\ud800"}}'
    assert Receiver(inbox, SECRET).receive(kept, signed(kept)).status == 200

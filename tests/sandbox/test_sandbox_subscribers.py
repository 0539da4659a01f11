"""Subscribers that misbehave: what the sandbox takes for an answer, how long it waits, and who waits for whom."""

from __future__ import annotations

import hmac
import json
import socket
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_sandbox.webhooks.sending import Sender
from nexus_sandbox.webhooks.subscribers import EVENTS
from test_sandbox_webhooks import HOOK, SECRET, STORE, Shop

Answer = Callable[[socket.socket], object]


def repeated(part: bytes, pause: float = 0.0) -> Answer:
    def answer(connection: socket.socket) -> None:
        while True:
            connection.sendall(part)
            time.sleep(pause)

    return answer


def said(*parts: bytes) -> Answer:
    return lambda connection: connection.sendall(b"".join(parts))


@contextmanager
def subscriber(answer: Answer) -> Iterator[tuple[str, list[bytes]]]:
    """One that answers as told; its URL, and what arrived."""
    arrived: list[bytes] = []
    threads: list[threading.Thread] = []

    def serve(connection: socket.socket) -> None:
        with suppress(OSError), connection:
            arrived.append(connection.recv(100_000))
            answer(connection)

    def accept(listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                threads.append(threading.Thread(target=serve, args=[listening.accept()[0]], daemon=True))
                threads[-1].start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        accepting = threading.Thread(target=accept, args=[listening], daemon=True)
        accepting.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/hooks", arrived
        finally:
            listening.shutdown(socket.SHUT_RDWR)
    for thread in (accepting, *threads):
        thread.join(20)
        assert not thread.is_alive()


OK, EMPTY = b"HTTP/1.1 200 OK\r\n", b"Content-Length: 0\r\n\r\n"
PATIENCE = 0.5


def silent(connection: socket.socket) -> None:
    while connection.recv(1000):
        pass


def endless(connection: socket.socket) -> None:
    connection.sendall(OK + b"\r\n")
    repeated(b"x" * 10_000)(connection)


@pytest.mark.parametrize(
    ("answer", "comes_to"),
    [
        (said(OK, EMPTY), 200),
        (said(b"HTTP/1.1 204 No Content\r\n\r\n"), 204),
        (said(b"HTTP/1.1 100 Continue\r\n\r\n" * 3, OK, EMPTY), 200),
        (said(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"), "Error: "),
        (said(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n", EMPTY), 302),
        (said(OK, b"Content-Length: 5000\r\n\r\ncut off"), 200),
        (endless, 200),
        (said(), "Error: "),
        (said(b"HTTP/1.1 2"), "Error: "),
        (said(b"\x16\x03\x01 no HTTP at all\r\n\r\n"), "Error: "),
        (said(OK, b"X: " + b"x" * 500_000), "Error: "),
        (silent, "in time"),
        (repeated(b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.01), "in time"),
        (repeated(b"x", 0.05), "in time"),
    ],
)
def test_what_comes_of_an_answer(answer: Answer, comes_to: int | str) -> None:
    sender = Sender(PATIENCE)
    with subscriber(answer) as (url, arrived):
        begun = time.monotonic()
        found = sender.post(url, b"{}", {"X-Scalev-Hmac-Sha256": "x"})
        took = time.monotonic() - begun
        sender.stop()
    assert found == comes_to if isinstance(comes_to, int) else comes_to in str(found)
    assert took < PATIENCE + 5
    assert len(arrived) == 1


@pytest.mark.parametrize("url", ["http://a..b/", "http://127.0.0.1:1/", "http://127.0.0.1:99999/", "http://[::1"])
def test_an_address_that_cannot_be_called_is_told(url: str) -> None:
    sender = Sender(PATIENCE)
    assert isinstance(sender.post(url, b"", {}), str)
    sender.stop()


def test_no_subscriber_waits_for_another_and_stopping_waits_for_none() -> None:
    hangs = threading.Event()

    def hanging(connection: socket.socket) -> None:
        if hangs.is_set():
            silent(connection)
        connection.sendall(OK + EMPTY)

    with subscriber(hanging) as (slow, to_slow), subscriber(said(OK, EMPTY)) as (quick, to_quick), Sandbox() as served:
        for name, url in (("slow", slow), ("quick", quick)):
            served.control.set_webhook(url, name=name)
        hangs.set()
        for number in range(3):
            served.control.trigger_webhook("x.y", data={"number": number})
        until = time.monotonic() + 20
        while (len(to_quick), len(to_slow)) < (4, 2) and time.monotonic() < until:
            time.sleep(0.01)
        assert (len(to_quick), len(to_slow)) == (4, 2)
        begun = time.monotonic()
        served.stop()
        assert time.monotonic() - begun < 5


@pytest.fixture
def shop() -> Iterator[Shop]:
    made = Shop()
    yield made
    made.sandbox.stop()


def test_each_try_is_signed_with_the_secret_of_its_time(shop: Shop) -> None:
    shop.listen()
    shop.receiver.answers = [500]
    shop.order()
    assert shop.told() == ["order.created"]
    shop.control.set_webhook(HOOK, secret="the new one")
    shop.control.advance_clock(5)
    assert shop.told() == ["order.created"]
    first, second = shop.receiver.requests
    assert first.content == second.content
    for request, secret in ((first, SECRET), (second, "the new one")):
        expected = b64encode(hmac.digest(secret.encode(), request.content, "sha256")).decode()
        assert request.headers["X-Scalev-Hmac-Sha256"] == expected


def test_retries_duplicates_and_the_wrong_order_together_lose_nothing(shop: Shop) -> None:
    """Each subscriber has every event in the end, each copy of it with the same bytes."""
    shop.listen()
    shop.control.set_webhook("http://app.localhost/", name="kasir", app_id="app_1")
    shop.receiver.requests.clear()
    shop.control.configure(webhook_duplicates=1, webhook_shuffle=True, webhook_delay=3)
    shop.receiver.answers = [500, 200, 0, 302, 404, 503] * 3
    shop.control.pay_order(shop.order()["order_id"])
    for _ in range(200):
        shop.told()
        shop.control.advance_clock(2)
    found = shop.control.webhook_deliveries()
    assert {delivery["state"] for delivery in found} == {"delivered"}
    for name in ("business", "kasir"):
        of = [delivery for delivery in found if delivery["webhook"] == name]
        assert len({delivery["event"] for delivery in of}) == 6 - 1
        copies: dict[str, set[str]] = {}
        for delivery in of:
            copies.setdefault(delivery["unique_id"], set()).add(delivery["body"])
        assert len(of) == 2 * len(copies)
        assert all(len(bodies) == 1 for bodies in copies.values())
    assert sum(len(delivery["attempts"]) for delivery in found) == len(shop.receiver.requests)


def test_the_schedule_of_the_docs(shop: Shop) -> None:
    """5 seconds after the first try, then twice as long each time, eight tries."""
    shop.listen(events=["order.created"])
    shop.receiver.usual = 500
    shop.order()
    at, sent = 0, []
    while at < 1000:
        sent += [at] * len(shop.told())
        shop.control.advance_clock(1)
        at += 1
    assert sent == [0, 5, 15, 35, 75, 155, 315, 635]


class TestSendAgain:
    def test_what_was_given_up_and_what_was_delivered(self, shop: Shop) -> None:
        shop.listen(events=["order.created"])
        shop.control.configure(webhook_attempts=1)
        shop.receiver.answers = [500]
        shop.order()
        assert shop.told() == ["order.created"]
        for _ in range(2):
            shop.control.send_webhook_again(shop.control.webhook_deliveries()[0]["id"])
            assert shop.told() == ["order.created"]
        found = shop.control.webhook_deliveries()
        assert [delivery["state"] for delivery in found] == ["given up", "delivered", "delivered"]
        assert len({request.content for request in shop.receiver.requests}) == 1

    @pytest.mark.parametrize("gone", ["removed", "off", "unknown"])
    def test_nobody_is_there_to_send_it_to(self, shop: Shop, gone: str) -> None:
        shop.listen(events=["order.created"])
        shop.order()
        shop.told()
        (delivery,) = shop.control.webhook_deliveries()
        if gone == "removed":
            shop.control.remove_webhook()
        if gone == "off":
            shop.control.set_webhook(HOOK, active=False)
        with pytest.raises(LookupError):
            shop.control.send_webhook_again(99 if gone == "unknown" else delivery["id"])
        assert len(shop.control.webhook_deliveries()) == 1


def test_what_was_under_way_to_a_subscriber_that_is_removed_is_given_up(shop: Shop) -> None:
    shop.listen(events=["order.created"])
    real, shop.receiver.usual = shop.receiver.__class__.__call__, 500

    def removing(request: httpx.Request) -> httpx.Response:
        shop.control.remove_webhook()
        return real(shop.receiver, request)

    shop.sandbox.state.webhooks.sender.client = httpx.Client(transport=httpx.MockTransport(removing))
    shop.order()
    shop.control.deliver_webhooks()
    assert [delivery["state"] for delivery in shop.control.webhook_deliveries()] == ["given up"]


def _intent_order(shop: Shop) -> None:
    shop.order(checkout_intent_token=shop.intent()["checkout_intent_token"])


def _abandoned(shop: Shop) -> None:
    shop.intent()
    shop.control.advance_clock(900)


def _spam(shop: Shop) -> None:
    shop.control.configure(is_spam_filter=True)
    shop.order()
    shop.order()


def _gateway(shop: Shop) -> None:
    assert shop.client.post(f"{STORE}/public/orders/{shop.order()['secret_slug']}/payment").is_success


CAUSES: dict[str, Callable[[Shop], Any]] = {
    "order.created": Shop.order,
    "order.spam_created": _spam,
    "order.epayment_created": _gateway,
    "order.updated": lambda shop: shop.control.pay_order(shop.order()["order_id"]),
    "order.deleted": lambda shop: shop.control.delete_order(shop.order()["order_id"]),
    "order.status_changed": lambda shop: shop.control.set_order_status(shop.order()["order_id"], "shipped"),
    "order.payment_status_changed": lambda shop: shop.control.pay_order(shop.order()["order_id"]),
    "payment.received": lambda shop: shop.control.pay_order(shop.order()["order_id"]),
    "payment.failed": lambda shop: shop.control.set_payment_status(shop.order()["order_id"], "conflict"),
    "checkout_intent.abandoned": _abandoned,
    "checkout_intent.completed": _intent_order,
}


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_of_the_list_comes_from_what_happens(shop: Shop, event: str) -> None:
    assert set(CAUSES) == set(EVENTS)
    shop.listen(events=[event])
    CAUSES[event](shop)
    assert shop.told() == [event]
    told = json.loads(shop.receiver.requests[-1].content)
    assert set(told) == {"event", "unique_id", "timestamp", "data"}


def test_half_of_a_character_is_told_as_such(shop: Shop) -> None:
    shop.listen()
    answer = shop.client.post(
        "http://sandbox.localhost/_sandbox/webhook-deliveries/trigger",
        content=b'{"event": "x.y", "data": {"name": "\\ud800"}}',
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 400
    assert "surrogates" in answer.json()["error"]

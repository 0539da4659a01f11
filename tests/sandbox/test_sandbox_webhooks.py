"""Webhooks: what happens in the shop arrives signed, at least once, in the shapes that the service documents."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_sandbox.contract.pin import the_pin
from nexus_sandbox.webhooks.subscribers import EVENTS
from sandbox_shopper import BUYER, EBOOK, GAYO, PARCEL, Shopper, variant

SECRET = "rahasia-toko"
BEGIN = datetime(2027, 3, 1, 12, tzinfo=UTC)
HOOK = "http://toko.localhost/hooks"
STORE = "http://sandbox.localhost/v3/stores/store_sandbox"


class Receiver:
    """Keeps what arrives, and answers as it is told."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.answers: list[int] = []
        self.usual = 200

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if self.answers else self.usual
        if answer == 0:
            raise httpx.ConnectError("nobody there", request=request)
        return httpx.Response(answer)

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(request.content) for request in self.requests]

    def named(self, event: str) -> list[dict[str, Any]]:
        return [one["data"] for one in self.events if one["event"] == event]


class Shop:
    """A sandbox in process and its receiver."""

    def __init__(self) -> None:
        self.receiver = Receiver()
        self.sandbox = Sandbox(webhook_client=httpx.Client(transport=httpx.MockTransport(self.receiver)))
        self.control = self.sandbox.control
        self.control.stop_clock()
        self.client = httpx.Client(
            transport=self.sandbox.transport(), headers={"X-Scalev-Storefront-Api-Key": "sfpk_sandbox"}
        )

    def listen(self, **options: Any) -> dict[str, Any]:
        made = self.control.set_webhook(HOOK, secret=SECRET, **options)
        self.receiver.requests.clear()
        return made

    def order(self, **fields: Any) -> dict[str, Any]:
        body = PARCEL | {"items": [variant(GAYO, 2)], "payment_method": "qris"} | fields
        answer = self.client.post(f"{STORE}/public/checkout", json=body)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def intent(self, **fields: Any) -> dict[str, Any]:
        body = {
            "recaptcha_token": "x",
            "client_session_id": "0b0bd1a0-6e2f-4f1f-9a52-0a8a76c81f10",
            "form_widget_id": "storefront-checkout",
            "fields": {"customer_email": "sari@example.com", "shipping_city": "Bandung"},
            "items": [variant(GAYO, 2)],
            "source_url": "https://demo.example.com/checkout?utm_source=x",
        }
        return dict(self.client.post(f"{STORE}/public/checkout-intents", json=body | fields).json())

    def told(self) -> list[str]:
        """Send what is due; return the events that arrived by it."""
        before = len(self.receiver.requests)
        self.control.deliver_webhooks()
        return [one["event"] for one in self.receiver.events[before:]]


@pytest.fixture
def shop() -> Iterator[Shop]:
    made = Shop()
    yield made
    made.sandbox.stop()


def test_nothing_is_sent_before_anybody_listens(shop: Shop) -> None:
    shop.order()
    assert shop.told() == []
    assert shop.control.webhook_deliveries() == []


class TestSwitchingOn:
    def test_the_first_save_sends_a_signed_test_event(self, shop: Shop) -> None:
        made = shop.control.set_webhook(HOOK)
        (request,) = shop.receiver.requests
        (event,) = shop.receiver.events
        assert (event["event"], event["data"]) == ("business.test_event", {})
        assert event["unique_id"].startswith("event_")
        expected = hmac.new(made["secret"].encode(), request.content, hashlib.sha256).digest()
        assert base64.b64decode(request.headers["X-Scalev-Hmac-Sha256"], validate=True) == expected
        assert request.headers["Content-Type"] == "application/json"
        assert "X-Scalev-App-Id" not in request.headers
        shop.control.set_webhook(HOOK, events=["payment.received"])
        assert len(shop.receiver.requests) == 1

    @pytest.mark.parametrize("answer", [0, 302, 400, 500])
    def test_a_bad_answer_saves_nothing(self, shop: Shop, answer: int) -> None:
        shop.receiver.answers = [answer]
        with pytest.raises(ValueError, match="does not take the test event"):
            shop.control.set_webhook(HOOK, secret=SECRET)
        assert shop.control.webhooks() == []

    def test_off_is_saved_and_sends_nothing(self, shop: Shop) -> None:
        shop.control.set_webhook(HOOK, active=False)
        assert shop.receiver.requests == []
        shop.order()
        assert shop.told() == []
        for _ in range(2):  # each time it is switched on
            shop.control.set_webhook(HOOK)
            assert [one["event"] for one in shop.receiver.events] == ["business.test_event"]
            shop.receiver.requests.clear()
            shop.control.set_webhook(HOOK, active=False)

    def test_secrets_are_redacted_unless_asked_for(self, shop: Shop) -> None:
        shop.listen()
        assert SECRET not in json.dumps(shop.control.webhooks())
        assert SECRET not in json.dumps(shop.control.overview(), default=str)
        assert shop.control.webhooks(reveal=True)[0]["secret"] == SECRET
        assert shop.control.set_webhook(HOOK)["secret"] == SECRET

    @pytest.mark.parametrize(
        ("url", "options"),
        [
            ("toko.example", {}),
            ("ftp://toko.example/", {}),
            (HOOK, {"events": ["order.e_payment_created"]}),
            (HOOK, {"events": ["business.test_event"]}),
        ],
    )
    def test_mistakes_are_told(self, shop: Shop, url: str, options: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match=r"url is|cannot be chosen"):
            shop.control.set_webhook(url, **options)
        with pytest.raises(LookupError):
            shop.control.remove_webhook()

    def test_over_http(self, shop: Shop) -> None:
        base = "http://sandbox.localhost/_sandbox"
        made = shop.client.post(f"{base}/webhooks", json={"url": HOOK, "events": ["order.created"]})
        assert made.json()["events"] == ["order.created"]
        assert shop.client.post(f"{base}/webhooks", json={"uri": HOOK}).status_code == 400
        shop.order()
        assert shop.client.post(f"{base}/webhook-deliveries/due").json() == 1
        (delivery,) = shop.client.get(f"{base}/webhook-deliveries").json()
        assert shop.client.post(f"{base}/webhook-deliveries/again", json={"delivery": delivery["id"]}).json() == {
            "ok": True
        }
        assert shop.told() == ["order.created"]
        assert shop.client.request("DELETE", f"{base}/webhooks").json() == {"ok": True}


class TestEveryEvent:
    def test_of_an_order(self, shop: Shop) -> None:
        shop.listen()
        order = shop.order()
        reference = order["secret_slug"]
        assert shop.told() == ["order.created"]
        shop.client.post(f"{STORE}/public/orders/{reference}/payment")
        assert shop.told() == ["order.updated", "order.epayment_created"]
        shop.client.get(f"{STORE}/public/orders/{reference}")
        assert shop.told() == []
        shop.control.pay_order(reference)
        paid = ["order.updated", "order.status_changed", "order.payment_status_changed", "payment.received"]
        assert shop.told() == paid
        shop.control.set_payment_status(reference, "settled")
        assert shop.told() == ["order.updated", "order.payment_status_changed", "payment.received"]
        shop.control.set_payment_status(reference, "unpaid")
        assert shop.told() == ["order.updated", "order.payment_status_changed"]
        shop.control.set_payment_status(reference, "conflict")
        assert shop.told() == ["order.updated", "order.payment_status_changed", "payment.failed"]
        shop.control.set_order_status(reference, "pending")
        assert shop.told() == ["order.updated", "order.status_changed"]
        shop.control.delete_order(reference)
        assert shop.told() == ["order.deleted"]

    @pytest.mark.parametrize("status", ["paid", "settled"])
    def test_no_payment_is_made_for_what_is_paid(self, shop: Shop, status: str) -> None:
        shop.listen()
        order = shop.order()
        shop.control.set_payment_status(order["order_id"], status)
        shop.told()
        answer = shop.client.post(f"{STORE}/public/orders/{order['secret_slug']}/payment")
        assert (answer.status_code, answer.json()["payment_status"]) == (200, status)
        assert shop.told() == []

    def test_of_an_order_whose_time_is_over(self, shop: Shop) -> None:
        shop.listen()
        shop.order()
        assert shop.told() == ["order.created"]
        shop.control.advance_clock(86_401)
        assert shop.told() == ["order.updated", "order.status_changed"]

    def test_of_a_suspected_order(self, shop: Shop) -> None:
        shop.listen()
        shop.control.configure(is_spam_filter=True)
        shop.order()
        shop.order()
        assert shop.told() == ["order.created", "order.spam_created"]
        data = shop.receiver.named("order.spam_created")[0]
        assert (data["is_probably_spam"], data["mark_as_spam_by"]) == (True, "ai")

    def test_of_an_intent(self, shop: Shop) -> None:
        shop.listen()
        intent = shop.intent()
        shop.control.advance_clock(899)
        assert shop.told() == []
        shop.control.advance_clock(1)
        assert shop.told() == ["checkout_intent.abandoned"]
        shop.intent()
        shop.control.advance_clock(3600)
        assert shop.told() == []
        shop.order(checkout_intent_token=intent["checkout_intent_token"])
        assert shop.told() == ["order.created", "checkout_intent.completed"]

    def test_an_intent_nobody_can_be_reached_by_is_not_told_of(self, shop: Shop) -> None:
        shop.listen()
        shop.intent(fields={"customer_name": "Sari", "customer_phone": "08"})
        shop.control.advance_clock(3600)
        assert shop.told() == []

    def test_only_what_was_chosen(self, shop: Shop) -> None:
        shop.listen(events=["payment.received"])
        shop.control.pay_order(shop.order()["order_id"])
        assert shop.told() == ["payment.received"]

    def test_a_refused_order_is_not_told_of(self, shop: Shop) -> None:
        shop.listen()
        body = PARCEL | {"items": [variant(GAYO)], "payment_method": "kredivo"}
        assert shop.client.post(f"{STORE}/public/checkout", json=body).status_code == 400
        shop.control.fault("createPublicCheckout", "reset", when="before")
        with pytest.raises(httpx.ReadError):
            shop.order()
        assert shop.told() == []

    @pytest.mark.parametrize("event", EVENTS)
    def test_by_hand(self, shop: Shop, event: str) -> None:
        shop.listen(events=[])
        with pytest.raises(LookupError):
            shop.control.trigger_webhook(event)
        shop.intent()
        shop.order()
        assert shop.control.trigger_webhook(event) == 1
        assert shop.told() == [event]
        assert shop.receiver.events[-1]["data"]["id"]

    def test_one_that_no_page_names(self, shop: Shop) -> None:
        shop.listen()
        with pytest.raises(ValueError, match="needs data"):
            shop.control.trigger_webhook("shipment.status.updated")
        shop.control.trigger_webhook("shipment.status.updated", data={"a": 1})
        assert shop.told() == ["shipment.status.updated"]
        assert shop.receiver.events[-1]["data"] == {"a": 1}


class TestPayloads:
    def test_a_full_order(self, shop: Shop) -> None:
        shop.listen()
        order = shop.order(discount_code_code="HEMAT10")
        assert shop.told() == ["order.created"]
        data = shop.receiver.named("order.created")[0]
        for name in (
            "id",
            "order_id",
            "secret_slug",
            "payment_status",
            "payment_method",
            "gross_revenue",
            "service_fee",
        ):
            assert data[name] == order[name]
        less = ("product_discount", "discount_code_discount", "unique_code_discount", "shipping_discount")
        more = ("product_price", "shipping_cost", "other_income", "service_fee")
        total = sum(float(data[name]) for name in more) - sum(float(data[name]) for name in less)
        assert total == float(data["gross_revenue"])
        assert data["payment_link_income"] == "0.00"
        assert data["final_variants"] == {"Kopi Arabika Gayo": 2}
        (line,) = data["orderlines"]
        assert (line["quantity"], line["variant_price"], line["product_price"]) == (2, "125000.00", "250000.00")
        assert line["variant_unique_id"].startswith("variant_")
        assert data["destination_address"]["phone"] == "6281234567890"
        assert data["destination_address"]["postal_code"] == "10510"
        assert (data["is_from_payment_link"], data["payment_link_id"]) == (False, None)
        assert (data["courier_service"]["courier"]["code"], data["courier_aggregator_code"]) == ("sicepat", "nusakirim")
        assert data["created_at"].endswith("Z")
        assert len([name for name in data if name.endswith("_time")]) == 15

    def test_a_digital_order_goes_nowhere(self, shop: Shop) -> None:
        shop.listen()
        body = BUYER | {"items": [variant(EBOOK)], "payment_method": "qris"}
        assert shop.client.post(f"{STORE}/public/checkout", json=body).status_code == 201
        shop.told()
        data = shop.receiver.named("order.created")[0]
        assert [data[name] for name in ("destination_address", "origin_address", "warehouse", "courier_service")] == [
            None
        ] * 4

    def test_a_payment_has_no_lines_and_no_slug(self, shop: Shop) -> None:
        shop.listen()
        order = shop.order()
        shop.control.advance_clock(60)
        shop.control.pay_order(order["order_id"])
        shop.told()
        data = shop.receiver.named("payment.received")[0]
        assert not {"orderlines", "destination_address", "secret_slug", "gross_revenue"} & set(data)
        assert [step["status"] for step in data["payment_status_history"]] == ["paid", "unpaid"]
        assert (data["payment_status"], data["paid_time"] > data["unpaid_time"]) == ("paid", True)
        assert data["business"] == {}

    def test_times_do_not_tell_the_status(self, shop: Shop) -> None:
        shop.listen()
        reference = shop.order()["order_id"]
        shop.control.pay_order(reference)
        shop.control.set_payment_status(reference, "unpaid")
        shop.told()
        data = shop.receiver.named("order.payment_status_changed")[-1]
        assert (data["payment_status"], data["paid_time"] is not None) == ("unpaid", True)

    def test_a_payment_link_keeps_its_origin(self, shop: Shop) -> None:
        shop.listen()
        order = shop.order(payment_method="payment_link")
        shop.control.pay_order(order["order_id"], method="va_bca")
        told = shop.told()
        assert told[:3] == ["order.created", "order.updated", "order.epayment_created"]
        data = shop.receiver.named("payment.received")[0]
        assert (data["payment_method"], data["is_from_payment_link"]) == ("va_bca", True)
        assert data["payment_link_id"] == shop.receiver.named("order.created")[0]["payment_link_id"]

    def test_status_and_deleted(self, shop: Shop) -> None:
        shop.listen()
        reference = shop.order()["order_id"]
        shop.control.set_order_status(reference, "shipped")
        shop.control.delete_order(reference)
        shop.told()
        names = {"id", "order_id", "payment_link_id", "is_from_payment_link", "created_at", "last_updated_at"}
        assert set(shop.receiver.named("order.deleted")[0]) == names
        status = shop.receiver.named("order.status_changed")[0]
        assert len(set(status) - names) == 11
        assert (status["status"], status["shipped_time"] is not None) == ("shipped", True)

    @pytest.mark.parametrize("completed", [False, True])
    def test_an_intent_as_the_contract_has_it(self, shop: Shop, completed: bool) -> None:
        shop.listen(events=["checkout_intent.abandoned", "checkout_intent.completed"])
        intent = shop.intent()
        token = intent["checkout_intent_token"]
        if completed:
            shop.order(checkout_intent_token=token)
        else:
            shop.control.advance_clock(900)
        shop.told()
        (data,) = [dict(one["data"]) for one in shop.receiver.events]
        assert data.pop("occurred_at")
        assert data.pop("last_sequence") == 0
        assert the_pin().schema_checker("CheckoutIntentDetail").problems(data) == []
        assert token not in json.dumps(data)
        assert data["customer"]["email"] == ("demo.customer@example.com" if completed else "sari@example.com")
        assert data["cart_summary"] == {"item_quantity": 2, "estimated_total": "250000", "currency": "IDR"}
        if completed:
            assert (data["status"], data["recovery_url"], bool(data["order"])) == ("completed", None, True)
        else:
            assert data["recovery_url"].startswith("https://demo.example.com/checkout?utm_source=x&checkout_intent_")
            prefill = httpx.URL(data["recovery_url"]).params["checkout_intent_prefill_token"]
            asked = shop.client.get(
                "http://sandbox.localhost/v3/checkout-intents/prefill",
                params={"checkout_intent_prefill_token": prefill},
            )
            assert asked.status_code == 200
            assert (data["status"], data["order"]) == ("abandoned", None)

    @pytest.mark.parametrize("source", [None, "https://elsewhere.example/checkout"])
    def test_no_recovery_where_the_source_is_not_the_shops(self, shop: Shop, source: str | None) -> None:
        shop.listen()
        shop.intent(source_url=source)
        shop.control.advance_clock(900)
        shop.told()
        data = shop.receiver.named("checkout_intent.abandoned")[0]
        assert (data["recovery_url"], data["recovery_url_expires_at"]) == (None, None)

    def test_a_payload_is_as_of_its_event(self, shop: Shop) -> None:
        shop.listen()
        shop.control.pay_order(shop.order()["order_id"])
        shop.told()
        assert shop.receiver.named("order.created")[0]["payment_status"] == "unpaid"


class TestDelivery:
    def test_what_is_not_taken_is_sent_again_later_and_later(self, shop: Shop) -> None:
        shop.listen()
        shop.control.configure(webhook_attempts=4)
        shop.receiver.answers = [503, 0, 302, 400]
        shop.order()
        at = 0
        sent: list[int] = []
        while at < 60:
            sent += [at] * len(shop.told())
            shop.control.advance_clock(1)
            at += 1
        assert sent == [0, 5, 15, 35]
        (delivery,) = shop.control.webhook_deliveries()
        assert delivery["state"] == "given up"
        assert [one["answer"] for one in delivery["attempts"]] == [503, "ConnectError: nobody there", 302, 400]
        assert len({request.content for request in shop.receiver.requests}) == 1
        shop.control.send_webhook_again(delivery["id"])
        assert shop.told() == ["order.created"]
        assert shop.control.webhook_deliveries()[-1]["state"] == "delivered"

    def test_duplicates_have_one_name(self, shop: Shop) -> None:
        shop.listen(events=["order.created"])
        shop.control.configure(webhook_duplicates=2)
        shop.order()
        assert shop.told() == ["order.created"] * 3
        assert len({one["unique_id"] for one in shop.receiver.events}) == 1

    def test_delays(self, shop: Shop) -> None:
        shop.listen(events=["order.created"])
        shop.control.configure(webhook_delay=60)
        shop.order()
        assert shop.told() == []
        shop.control.advance_clock(60)
        assert shop.told() == ["order.created"]

    def test_the_wrong_order(self, shop: Shop) -> None:
        shop.listen(events=["order.created", "payment.received"])
        shop.control.configure(webhook_shuffle=True)
        shop.control.pay_order(shop.order()["order_id"])
        assert shop.told() == ["payment.received", "order.created"]

    def test_several_subscribers(self, shop: Shop) -> None:
        shop.listen(events=["order.created"])
        app = shop.control.set_webhook("http://app.localhost/", name="kasir", app_id="app_1", events=["order.created"])
        shop.receiver.requests.clear()
        shop.order()
        assert shop.told() == ["order.created"] * 2
        first, second = shop.receiver.requests
        assert (first.url.host, second.url.host) == ("toko.localhost", "app.localhost")
        assert ("X-Scalev-App-Id" in first.headers, second.headers["X-Scalev-App-Id"]) == (False, "app_1")
        assert shop.receiver.events[0]["unique_id"] != shop.receiver.events[1]["unique_id"]
        expected = base64.b64encode(hmac.new(app["secret"].encode(), second.content, hashlib.sha256).digest())
        assert second.headers["X-Scalev-Hmac-Sha256"] == expected.decode()
        shop.control.remove_webhook("kasir")
        shop.order()
        assert shop.told() == ["order.created"]

    def test_what_was_being_sent_when_the_sandbox_died_is_sent_again(self, tmp_path: Any) -> None:
        receiver = Receiver()
        client = httpx.Client(transport=httpx.MockTransport(receiver))
        first = Sandbox(db=tmp_path / "shop.db", webhook_client=client)
        first.control.set_webhook(HOOK)
        first.control.trigger_webhook("shipment.status.updated", data={})
        with first.state.store.transaction():
            first.state.store.run("UPDATE webhook_deliveries SET state = 'sending'")
        first.state.store.close()
        again = Sandbox(db=tmp_path / "shop.db", webhook_client=client)
        assert again.control.deliver_webhooks() == 1
        assert receiver.events[-1]["event"] == "shipment.status.updated"
        again.state.store.close()

    def test_the_same_run_sends_the_same_bytes(self) -> None:
        def run() -> list[bytes]:
            shop = Shop()
            shop.control.set_clock(BEGIN)
            shop.listen()
            shop.control.pay_order(shop.order()["order_id"])
            shop.told()
            sent = [request.content for request in shop.receiver.requests]
            shop.sandbox.stop()
            return sent

        assert run() == run()


@pytest.fixture
def endpoint() -> Iterator[tuple[str, list[bytes], Callable[[int], None]]]:
    """A receiver on a port of its own: its URL, what arrived, and a wait for so many requests."""
    arrived: list[bytes] = []
    more = threading.Condition()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            with more:
                arrived.append(self.rfile.read(int(self.headers["Content-Length"])))
                more.notify_all()
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    def wait(count: int) -> None:
        with more:
            assert more.wait_for(lambda: len(arrived) >= count, 20)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/hooks", arrived, wait
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("secret", [None, SECRET])
def test_from_the_command_line(
    endpoint: tuple[str, list[bytes], Callable[[int], None]], secret: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, arrived, _ = endpoint
    monkeypatch.delenv("SCALEV_WEBHOOK_SECRET", raising=False)
    if secret is not None:
        monkeypatch.setenv("SCALEV_WEBHOOK_SECRET", secret)
    command = [sys.executable, "-m", "nexus_sandbox", "--port", "0", "--webhook", url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            lines = [server.stdout.readline().split() for _ in range(4 if secret else 5)]
        finally:
            server.terminate()
    assert [json.loads(body)["event"] for body in arrived] == ["business.test_event"]
    assert lines[3] == ["webhook", url]
    assert [line[0] for line in lines[4:]] == ([] if secret else ["secret"])


def test_a_receiver_that_is_not_there_is_told_in_a_line() -> None:
    command = [sys.executable, "-m", "nexus_sandbox", "--port", "0", "--webhook", "http://127.0.0.1:9/hooks"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
    assert "does not take the test event" in run.stderr


def test_a_sandbox_that_serves_sends_by_itself(
    sandbox: Sandbox, endpoint: tuple[str, list[bytes], Callable[[int], None]]
) -> None:
    url, arrived, wait = endpoint
    answer = httpx.post(f"{sandbox.base_url}/_sandbox/webhooks", json={"url": url}, timeout=30)
    assert answer.status_code == 200, answer.text
    with Shopper(sandbox) as shopper:
        order = shopper.order(items=[variant(GAYO)])
        wait(2)
        sandbox.control.pay_order(order["order_id"])
        wait(6)
    events = [json.loads(body)["event"] for body in arrived]
    assert events[:2] == ["business.test_event", "order.created"]
    assert events[-1] == "payment.received"
    assert {delivery["state"] for delivery in sandbox.control.webhook_deliveries()[:-1]} == {"delivered"}

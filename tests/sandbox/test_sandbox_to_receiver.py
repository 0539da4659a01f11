"""From the shop that sends to the receiver of the client: duplicated, out of order, lost on the way, and still once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_sandbox.webhooks.subscribers import EVENTS
from nexus_storefront.webhooks import (
    DeletedEvent,
    Inbox,
    IntentEvent,
    OrderEvent,
    PaymentEvent,
    ReceiverWSGI,
    StatusEvent,
    Webhook,
    WebhookWorker,
    verify,
)
from sandbox_shopper import GAYO, PARCEL, variant

STORE = "http://sandbox.localhost/v3/stores/store_sandbox"
KEY = {"X-Scalev-Storefront-Api-Key": "sfpk_sandbox"}
INTENT: dict[str, Any] = {
    "recaptcha_token": "x",
    "client_session_id": "0b0bd1a0-6e2f-4f1f-9a52-0a8a76c81f10",
    "form_widget_id": "storefront-checkout",
    "fields": {"customer_email": "sari@example.com"},
    "items": [variant(GAYO)],
}


class Wire:
    """Carries requests to the receiver, and loses some."""

    def __init__(self, folder: Path) -> None:
        self.inbox = Inbox(folder / "inbox.db")
        self.secrets: list[str] = ["rahasia"]
        self.bodies: list[tuple[bytes, dict[str, str]]] = []
        self.lose: list[bool] = []
        receiver = ReceiverWSGI(self.inbox, lambda: self.secrets)
        self._inside = httpx.Client(transport=httpx.WSGITransport(receiver))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.bodies.append((request.content, dict(request.headers)))
        answer = self._inside.post("http://toko.localhost/hooks", content=request.content, headers=request.headers)
        # The answer is lost after the receiver stored it: the sender has to send again.
        return httpx.Response(502) if self.lose and self.lose.pop(0) else httpx.Response(answer.status_code)


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Wire]:
    made = Wire(tmp_path)
    yield made
    made.inbox.close()


@pytest.fixture
def sandbox(wire: Wire) -> Iterator[Sandbox]:
    made = Sandbox(webhook_client=httpx.Client(transport=httpx.MockTransport(wire)))
    made.control.stop_clock()
    yield made
    made.stop()


def _send(sandbox: Sandbox, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = sandbox.ask("POST", f"{STORE}/public/{path}", KEY, json.dumps(body).encode())
    assert answer.status == 201
    return dict(json.loads(answer.body))


def _everything(sandbox: Sandbox) -> None:
    """Let every event of the list happen."""
    _send(sandbox, "checkout-intents", INTENT)
    sandbox.control.advance_clock(900)
    sandbox.control.deliver_webhooks()
    intent = _send(sandbox, "checkout-intents", INTENT)
    body = PARCEL | {"items": [variant(GAYO)], "payment_method": "qris"}
    order = _send(sandbox, "checkout", body | {"checkout_intent_token": intent["checkout_intent_token"]})
    slug = order["secret_slug"]
    sandbox.ask("POST", f"{STORE}/public/orders/{slug}/payment", KEY)
    for status in ("paid", "settled", "conflict"):
        sandbox.control.advance_clock(60)
        sandbox.control.set_payment_status(slug, status)
    sandbox.control.configure(is_spam_filter=True)
    spam = _send(sandbox, "checkout", body)
    sandbox.control.delete_order(spam["order_id"])


def _deliver(sandbox: Sandbox) -> None:
    for _ in range(40):
        sandbox.control.deliver_webhooks()
        sandbox.control.advance_clock(60)


def test_every_event_verifies_and_has_its_class(sandbox: Sandbox, wire: Wire) -> None:
    sandbox.control.set_webhook("http://toko.localhost/hooks", secret="rahasia")
    _everything(sandbox)
    _deliver(sandbox)
    found = {}
    for body, headers in wire.bodies:
        webhook = verify(body, headers, ["rahasia"])
        found[webhook.event] = webhook
    assert set(found) == {"business.test_event", *EVENTS}
    classes = {
        **dict.fromkeys(EVENTS[:4], OrderEvent),
        "order.deleted": DeletedEvent,
        "order.status_changed": StatusEvent,
        **dict.fromkeys(("order.payment_status_changed", "payment.received", "payment.failed"), PaymentEvent),
        **dict.fromkeys(EVENTS[-2:], IntentEvent),
    }
    assert {event: type(found[event]) for event in EVENTS} == classes
    created = found["order.created"]
    assert isinstance(created, OrderEvent)
    assert (created.is_spam, len(created.lines), created.payment_status) == (False, 1, "unpaid")


@pytest.mark.parametrize("shuffle", [False, True])
def test_each_is_worked_on_once(sandbox: Sandbox, wire: Wire, shuffle: bool) -> None:
    sandbox.control.set_webhook("http://toko.localhost/hooks", secret="rahasia")
    sandbox.control.configure(webhook_duplicates=1, webhook_shuffle=shuffle, webhook_delay=3600)
    wire.lose = [number % 3 == 0 for number in range(60)]
    _everything(sandbox)
    sandbox.control.advance_clock(3600)
    _deliver(sandbox)
    assert {delivery["state"] for delivery in sandbox.control.webhook_deliveries()} == {"delivered"}
    sent = {delivery["unique_id"] for delivery in sandbox.control.webhook_deliveries()}
    assert len(wire.bodies) > 2 * len(sent)
    worked: list[Webhook] = []
    WebhookWorker(wire.inbox, lambda webhook, order: worked.append(webhook)).flush()
    names = [webhook.unique_id for webhook in worked if webhook.event != "business.test_event"]
    assert sorted(map(str, names)) == sorted(sent)


def test_a_wrong_secret_cannot_be_switched_on(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match=r"does not take the test event .* 401"):
        sandbox.control.set_webhook("http://toko.localhost/hooks", secret="another")
    assert sandbox.control.webhooks() == []

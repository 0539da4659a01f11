"""What the sandbox sends, received: a purchase from the order to its payment, with duplicates and in a wrong order."""

import time
from pathlib import Path

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import Storefront
from nexus_storefront.clock import SystemClock
from nexus_storefront.webhooks import Inbox, OrderSeen, Receiver, Webhook, WebhookWorker


class Later(SystemClock):
    passed = 0.0

    def time(self) -> float:
        return super().time() + self.passed

    def monotonic(self) -> float:
        return super().monotonic() + self.passed


@pytest.mark.parametrize("shuffle", [False, True])
def test_a_purchase_is_fulfilled_once(tmp_path: Path, shuffle: bool) -> None:
    clock = Later()
    inbox = Inbox(tmp_path / "inbox", clock=clock)
    secrets: list[str] = []
    receiver = Receiver(inbox, lambda: secrets)
    answers: list[int] = []

    def receive(request: httpx.Request) -> httpx.Response:
        reply = receiver.receive(request.content, request.headers)
        answers.append(reply.status)
        return httpx.Response(reply.status)

    fulfilled: list[str] = []
    events: list[str] = []

    def handle(webhook: Webhook, order: OrderSeen | None) -> None:
        events.append(webhook.event)
        if order is not None and order.newly_paid:
            fulfilled.append(order.order_id)

    worker = WebhookWorker(inbox, handle)
    client = httpx.Client(transport=httpx.MockTransport(receive))
    with Sandbox(webhook_client=client) as sandbox:
        secrets.append("whsec-of-the-test")
        sandbox.control.set_webhook("http://toko.localhost/hooks", secret=secrets[0])
        sandbox.control.configure(webhook_duplicates=1, webhook_shuffle=shuffle)
        with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
            shop.cart.add(variant_id=494535, quantity=1)
            checkout = shop.checkout.start()
            checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
            checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
            checkout.pay_with("bank_transfer")
            checkout.ship_with(checkout.shipping_options()[0])
            checkout.quote()
            outcome = checkout.place()
        assert outcome.order_id
        sandbox.control.pay_order(outcome.order_id)
        until = time.monotonic() + 20
        while "payment.received" not in events and time.monotonic() < until:  # the sandbox sends by itself, too
            sandbox.control.deliver_webhooks()
            worker.flush()
            clock.passed += 300  # a payment that came before its order is looked at again later
            time.sleep(0.02)
        for _ in range(3):  # copies
            sandbox.control.deliver_webhooks()
            worker.flush()
    assert set(answers) == {200}
    assert "order.created" in events
    assert "payment.received" in events
    assert fulfilled == [outcome.order_id]
    known = inbox.order(outcome.order_id)
    inbox.close()
    assert known is not None
    assert known.snapshot is not None
    assert known.snapshot.gross_revenue.is_known
    assert known.payment == "paid"

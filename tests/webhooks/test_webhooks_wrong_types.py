"""Wrong types in the public API of webhooks end in a typed error, or in nothing at all: never in a raw exception."""

from typing import Any

import nexus_storefront.webhooks as webhooks
import pytest
from nexus_storefront import Storefront
from wrong_types import called, tried

RECORDS = {
    *("Ending", "Reply", "OrderLine", "OrderSeen", "Webhook", "TestEvent", "OrderEvent", "PaymentEvent"),
    *("StatusEvent", "DeletedEvent", "IntentEvent", "WebhookRefused", "BadEnvelope", "BadSignature"),
}


@pytest.mark.parametrize("name", called(webhooks, RECORDS))
def test_a_public_name_takes_or_refuses_anything(name: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEXUS_INBOX", str(tmp_path / "inbox"))
    tried(getattr(webhooks, name))


def test_so_do_the_methods(tmp_path: Any) -> None:
    inbox = webhooks.Inbox(tmp_path / "inbox")
    receiver = webhooks.Receiver(inbox, "secret")
    worker = webhooks.WebhookWorker(inbox, lambda webhook, order: None)
    for method in (receiver.receive, receiver.look, worker.flush, worker.stop, inbox.put, inbox.order):
        tried(method)
    with Storefront("store_x", "sfpk_x", "http://127.0.0.1:9") as shop:
        tried(shop.checkout.announced)

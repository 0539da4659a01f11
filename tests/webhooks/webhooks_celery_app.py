"""A Celery application of the test's own: its handler notes what it is told, fails, or takes its time."""

import os
import time
from pathlib import Path

from celery import Celery
from nexus_storefront.webhooks import InboxPolicy, OrderSeen, Webhook
from nexus_storefront.webhooks.celery import WebhookTasks

REDIS = os.environ["WEBHOOKS_REDIS"]
NOTES = Path(os.environ["WEBHOOKS_NOTES"])

app = Celery("webhooks", broker=REDIS)
app.conf.update(
    broker_transport_options={"visibility_timeout": 2},
    broker_connection_retry_on_startup=True,
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
)


def note(line: str) -> None:
    with NOTES.open("a") as notes:
        notes.write(line + "\n")


def handle(webhook: Webhook, order: OrderSeen | None) -> None:
    number = order.order_id if order is not None else ""
    if number.startswith("FAILS"):
        note(f"failed {number}")
        raise ConnectionError("the shop's database is down")
    if number.startswith("SLOW") and "slow SLOW" not in NOTES.read_text():
        note(f"slow {number}")
        time.sleep(60)
    paid = "" if order is None or not order.newly_paid else f" paid {order.data['gross_revenue']}"
    note(f"{webhook.event} {number}{paid}")


policy = InboxPolicy(lease=1.5, base=0.1, ceiling=0.2, max_attempts=3)
tasks = WebhookTasks(app, REDIS, handle, policy=policy, confirm_after=0.1, requeue_after=3.0)

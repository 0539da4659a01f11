"""A Celery application of the test's own: run by real workers, configured by the environment."""

import os

from celery import Celery
from nexus_storefront import Storefront
from nexus_storefront.events.celery import Deliveries
from nexus_storefront.events.sending import Policy

REDIS = os.environ["EVENTS_REDIS"]

app = Celery("events", broker=REDIS)
app.conf.update(
    broker_transport_options={"visibility_timeout": 2},
    broker_connection_retry_on_startup=True,
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
)


def shop(store: str) -> Storefront:
    return Storefront(store, "sfpk_sandbox", os.environ["EVENTS_BASE"])


deliveries = Deliveries(
    app, REDIS, shop, policy=Policy(lease=1.5, base=0.1, ceiling=1.0), confirm_after=0.2, requeue_after=3.0
)

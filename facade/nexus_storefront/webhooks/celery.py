"""Webhooks worked on by Celery tasks, on any machine. Needs the extra `celery`.

The worker of the machine that receives hands each webhook to a task (`WebhookWorker(inbox, tasks.hand_over)`), and
Celery workers anywhere call the handler.
"""

import hashlib
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve

from ..errors import InvalidInput
from ..frames import with_bare_errors
from ..transport._sync.concurrency import can_be_called
from ..work_queue.celery import SENDING, CeleryTask
from ..work_queue.model import Ending
from . import exact
from ._sync.working import LOOK_AGAIN, Handle, handled
from .inbox import InboxPolicy
from .messages import Webhook
from .orders import OrderSeen
from .signature import read_envelope

if TYPE_CHECKING:
    from celery import Celery  # type: ignore[import-untyped]
    from redis import Redis


TASK = "nexus_storefront.work_on_webhook"


@with_bare_errors
class WebhookTasks(CeleryTask):
    """The task that works on webhooks, registered on `app`; make one where tasks are sent and where they run.

    `handle(webhook, order)` is called in a Celery worker, under the rules of a `WebhookWorker`'s: what it raises is a
    failed attempt, and a process that dies inside it has it called again. After `policy.max_attempts` the webhook goes
    to the inbox's dead letters. An inbox asks every `confirm_after` seconds how its webhook fares, and queues it again
    after `requeue_after`; one that was queued twice is worked on once.
    """

    policy: InboxPolicy

    def __init__(
        self,
        app: "Celery",
        redis: "Redis | str",
        handle: Handle,
        *,
        policy: InboxPolicy | None = None,
        confirm_after: float = 5.0,
        requeue_after: float = 900.0,
    ) -> None:
        if not can_be_called(handle) or not isinstance(policy, InboxPolicy | None):
            raise InvalidInput("tasks need a function to call, and an InboxPolicy or none")
        policy = policy or InboxPolicy()
        super().__init__(app, redis, TASK, policy=policy, confirm_after=confirm_after, requeue_after=requeue_after)
        self._handle = handle

    def hand_over(self, webhook: Webhook, order: OrderSeen | None) -> Ending:
        """Queue a webhook, or tell how it ended; the handler of a `WebhookWorker`."""
        envelope = {
            "event": webhook.event,
            "unique_id": webhook.unique_id,
            "timestamp": None if webhook.timestamp is None else webhook.timestamp.isoformat(),
            "data": webhook.data,
        }
        seen = None if order is None else [order.order_id, order.dump(), order.fulfilled, order.stale]
        message = {"envelope": exact.written(envelope), "app": webhook.app_id, "order": seen}
        ending = self.offer(_key(webhook), message)
        # A broker that fails is no attempt. It may have taken the webhook all the same, so the next ones of its order
        # have to wait.
        return evolve(ending, kind="handed_on", retry_after=LOOK_AGAIN) if ending.kind == "retry" else ending

    def work(self, task: Any, message: Mapping[str, Any]) -> str:
        """One attempt. The result, also in Redis, says what became of the webhook."""
        webhook, order = read_envelope(message["envelope"].encode(), message["app"]), None
        if message["order"] is not None:
            order_id, seen, fulfilled, stale = message["order"]
            order = evolve(OrderSeen.load(order_id, seen, fulfilled=fulfilled), stale=stale)
        key = _key(webhook)
        if self.state(key) not in ("", SENDING):
            return "ended before"
        return self.attempt(task, key, partial(handled, self._handle, webhook, order))


def _key(webhook: Webhook) -> str:
    return f"nexus-webhooks:{hashlib.sha256(str(webhook.unique_id).encode()).hexdigest()}"

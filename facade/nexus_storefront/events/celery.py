"""Deliveries as Celery tasks, for shops that run on more than one machine. Needs the extra `celery`.

A checkout still writes to its machine's outbox only. The worker there hands each event to a task
(`shop.events.via = deliveries.hand_over`), and Celery workers anywhere deliver.
"""

import hashlib
import os
import time
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from ..arguments import is_function
from ..errors import InvalidInput
from ..frames import with_bare_errors
from ..log import logger
from ..work_queue.celery import SENDING, CeleryTask
from ..work_queue.model import Ending
from .model import Provider
from .providers import PLATFORMS
from .sending import Claim, Policy

if TYPE_CHECKING:
    from celery import Celery  # type: ignore[import-untyped]
    from redis import Redis

    from .. import Storefront


TASK = "nexus_storefront.deliver_event"
_MESSAGE_FIELDS = ("store", "provider", "name", "event_id", "created", "kept", "payload", "user_agent", "subject")


@with_bare_errors
class Deliveries(CeleryTask):
    """The task that delivers events, registered on `app`; make one where tasks are sent and where they run.

    `shop` gives the `Storefront` of a store id; it is asked once per process. `policy` bounds age and waiting as in an
    outbox. An outbox asks every `confirm_after` seconds how its event fares, and queues it again after `requeue_after`;
    an id that was queued twice is delivered once. Messages are acknowledged after the delivery.
    """

    def __init__(
        self,
        app: "Celery",
        redis: "Redis | str",
        shop: "Callable[[str], Storefront]",
        *,
        policy: Policy | None = None,
        confirm_after: float = 10.0,
        requeue_after: float = 900.0,
    ) -> None:
        if not is_function(shop) or not isinstance(policy, Policy | None):
            raise InvalidInput("deliveries need a function that gives the shop of a store id, and a Policy or none")
        super().__init__(
            app, redis, TASK, policy=policy or Policy(), confirm_after=confirm_after, requeue_after=requeue_after
        )
        self._shop = cache(lambda store, process: shop(store))

    def hand_over(self, claim: Claim) -> Ending:
        """Queue a claimed event, or tell how it ended; for `shop.events.via`. The outbox keeps it meanwhile."""
        message = {name: getattr(claim, name) for name in _MESSAGE_FIELDS}
        return self.offer(_key(message), message)

    def work(self, task: Any, message: Mapping[str, Any]) -> str:
        """One attempt. The result, also in Redis, says what became of the event."""
        provider: Provider = message["provider"]
        key, kept = _key(message), bool(message["kept"])
        if self.state(key) not in ("", SENDING):
            return "ended before"
        if time.time() - message["created"] > self.policy.max_age:
            return self.close(key, "given up: expired", kept=kept)
        try:
            # connections do not survive a fork
            events = self._shop(message["store"], os.getpid()).events
        except Exception as error:
            # nothing was sent: a worker with a wrong environment must not give events up
            logger.warning("no shop for %s: %s", message["store"], type(error).__name__)
            raise self.again(task, key, self.confirm_after, counts=False) from None
        if not events.relay.consents(provider, message["subject"]):
            return self.close(key, "given up: no_consent", kept=kept)
        post = partial(events.post, provider, message["payload"], message["user_agent"])
        return self.attempt(task, key, post, once=not PLATFORMS[provider].repeatable, kept=kept)


def _key(message: Mapping[str, Any]) -> str:
    identity = hashlib.sha256(f"{message['name']}\0{message['event_id']}".encode()).hexdigest()
    return f"nexus-events:{message['store']}:{message['provider']}:{identity}"

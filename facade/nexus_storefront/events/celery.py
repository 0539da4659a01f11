"""Deliveries as Celery tasks, for shops that run on more than one machine. Needs the extra `celery`.

A checkout still writes to its machine's outbox only. The worker there hands each event to a task instead of delivering
it (`shop.events.via = deliveries.hand_over`), and Celery workers anywhere deliver. Which ids have been sent is kept in
Redis, once for all machines. The outbox keeps an event until Redis says how it ended: a broker may lose a message, as
Redis does when a worker is killed at the moment it takes one. Events are personal data; the broker needs the care that
a database gets.
"""

import hashlib
import logging
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from random import random
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra
from ..work_queue.model import Ending, EndingKind
from .model import Provider
from .outbox import Claim
from .providers import PLATFORMS
from .relay_answer import Policy

try:
    from celery import Celery  # type: ignore[import-untyped]
    from redis import Redis
except ImportError:
    raise MissingExtra("events.celery needs the extra: pip install 'nexus-storefront[celery]'") from None

if TYPE_CHECKING:
    from .. import Storefront

__all__ = ["TASK", "Deliveries"]

logger = logging.getLogger("nexus_storefront")

TASK = "nexus_storefront.deliver_event"
# What Redis knows of an id. The last two are followed by a reason; a refusal is told once, to the outbox that asks.
_DONE, _SENDING, _GIVEN_UP, _REFUSED, _STOPPED = "done", "sending", "given up: ", "refused: ", "stopped: "


class Deliveries:
    """The task that delivers events, registered on `app`; make one where tasks are sent and where they run.

    `shop` gives the `Storefront` of a store id; it is asked once per process. `policy` bounds age and waiting as in an
    outbox. An outbox asks every `confirm_after` seconds how its event fares, and queues it again after `requeue_after`;
    an id that was queued twice is delivered once. Messages are acknowledged after the delivery.
    """

    def __init__(
        self,
        app: Celery,
        redis: "Redis | str",
        shop: "Callable[[str], Storefront]",
        *,
        policy: Policy | None = None,
        confirm_after: float = 10.0,
        requeue_after: float = 900.0,
    ) -> None:
        self.policy = policy or Policy()
        self._redis = Redis.from_url(redis) if isinstance(redis, str) else redis
        self._shop = shop
        self._shops: dict[tuple[int, str], Storefront] = {}
        self._confirm_after = confirm_after
        self._requeue_after = requeue_after

        @app.task(  # type: ignore[untyped-decorator]
            name=TASK,
            bind=True,
            acks_late=True,
            reject_on_worker_lost=True,
            ignore_result=True,
            max_retries=None,
            serializer="json",
        )
        def deliver(task: Any, told: Mapping[str, Any]) -> str:
            return self._run(task, told)

        self.task: Any = deliver

    def hand_over(self, claim: Claim) -> Ending:
        """Queue a claimed event, or tell how it ended; for `shop.events.via`. The outbox keeps it meanwhile."""
        told = {
            "store": claim.store,
            "provider": claim.provider,
            "name": claim.name,
            "event_id": claim.event_id,
            "created": claim.created,
            "kept": claim.kept,
            "payload": claim.payload,
            "user_agent": claim.user_agent,
            "subject": claim.subject,
        }
        key = _key(told)
        try:
            state = self._state(key)
            if state == _DONE:
                return Ending("delivered")
            if state.startswith(_GIVEN_UP):
                return Ending("given_up", state.removeprefix(_GIVEN_UP))
            for mark, kind in _TOLD_ONCE.items():
                if state.startswith(mark):
                    self._redis.delete(key, f"{key}:queued")
                    return Ending(kind, state.removeprefix(mark))
            if self._redis.set(f"{key}:queued", "1", nx=True, px=int(self._requeue_after * 1000)):
                self.task.apply_async((told,), retry=False)
        except Exception as error:
            # queued twice is harmless
            with suppress(Exception):
                self._redis.delete(f"{key}:queued")
            return Ending("retry", f"broker: {type(error).__name__}")
        return Ending("handed_on", retry_after=self._confirm_after)

    def _run(self, task: Any, told: Mapping[str, Any]) -> str:
        """One attempt. The result, also in Redis, says what became of the event."""
        provider: Provider = told["provider"]
        key = _key(told)
        state = self._state(key)
        if state and state != _SENDING:
            return "ended before"
        if time.time() - told["created"] > self.policy.max_age:
            return self._close(key, _GIVEN_UP + "expired", told)
        try:
            events = self._storefront(told["store"]).events
        except Exception as error:
            # nothing was sent: a worker whose environment is wrong gives nothing up
            logger.warning("no shop for %s: %s", told["store"], type(error).__name__)
            raise self._again(task) from None
        if not events.relay.consents(provider, told["subject"]):
            return self._close(key, _GIVEN_UP + "no_consent", told)
        # what may be repeated is leased; what may not stays marked, whatever becomes of this process
        lease = int(self.policy.lease * 1000) if PLATFORMS[provider].repeatable else None
        if not self._redis.set(key, _SENDING, nx=True, px=lease):
            if not PLATFORMS[provider].repeatable:
                return self._close(key, _GIVEN_UP + "ambiguous", told)
            raise task.retry(countdown=max(self._redis.pttl(key), 0) / 1000 + 1)
        ending = events.post(provider, told["payload"], told["user_agent"])
        if ending.kind == "delivered":
            return self._close(key, _DONE, told)
        if ending.kind == "refused":
            return self._close(key, _REFUSED + ending.reason, told)
        if ending.kind == "stopped":
            return self._close(key, _STOPPED + ending.reason, told)
        if ending.kind == "ambiguous" and not PLATFORMS[provider].repeatable:
            return self._close(key, _GIVEN_UP + "ambiguous", told)
        self._redis.delete(key)
        raise self._again(task, ending.retry_after)

    def _again(self, task: Any, asked: float | None = None) -> Exception:
        wait = self.policy.backoff(task.request.retries + 1, asked, random())  # noqa: S311 - jitter
        again: Exception = task.retry(countdown=wait, throw=False)
        return again

    def _state(self, key: str) -> str:
        value = self._redis.get(key)
        return value.decode() if isinstance(value, bytes) else value or ""

    def _close(self, key: str, state: str, told: Mapping[str, Any]) -> str:
        self._redis.set(key, state, ex=None if told["kept"] else int(self.policy.keep))
        return state

    def _storefront(self, store: str) -> "Storefront":
        # connections do not survive a fork
        key = (os.getpid(), store)
        if key not in self._shops:
            self._shops[key] = self._shop(store)
        return self._shops[key]


_TOLD_ONCE: Mapping[str, EndingKind] = {_REFUSED: "refused", _STOPPED: "stopped"}


def _key(told: Mapping[str, Any]) -> str:
    identity = hashlib.sha256(f"{told['name']}\0{told['event_id']}".encode()).hexdigest()
    return f"nexus-events:{told['store']}:{told['provider']}:{identity}"

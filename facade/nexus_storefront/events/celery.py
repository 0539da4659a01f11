"""Deliveries as Celery tasks, for shops that run on more than one machine. Needs the extra `celery`.

A checkout still writes to its machine's outbox only. The worker there hands each event to a task instead of delivering
it (`shop.events.via = deliveries.hand_over`), and Celery workers anywhere deliver. Which ids have been sent is kept in
Redis, once for all machines. Events are personal data: broker and Redis need the care that a database gets.
"""

import hashlib
import json
import logging
import os
import time
from collections.abc import Callable, Mapping
from random import random
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra
from .delivery import Alarm, AlarmKind, Outcome, Policy, repeatable
from .model import Provider
from .outbox import Claim

try:
    from celery import Celery  # type: ignore[import-untyped]
    from redis import Redis
except ImportError:
    raise MissingExtra("events.celery needs the extra: pip install 'nexus-storefront[celery]'") from None

if TYPE_CHECKING:
    from .._sync.client import Storefront

__all__ = ["TASK", "Deliveries"]

logger = logging.getLogger("nexus_storefront")

TASK = "nexus_storefront.deliver_event"
_DONE, _DEAD, _SENDING = b"done", b"dead", b"sending"


class Deliveries:
    """The task that delivers events, registered on `app`; make one where tasks are sent and where they run.

    `shop` gives the `Storefront` of a store id; it is asked once per process. `policy` bounds age and waiting as in an
    outbox. Messages are acknowledged after the delivery, so a killed worker's event is delivered by another; with
    Redis as the broker that takes its `visibility_timeout`, which must be longer than `policy.retry_after_ceiling`.
    """

    def __init__(
        self,
        app: Celery,
        redis: "Redis | str",
        shop: "Callable[[str], Storefront]",
        *,
        policy: Policy | None = None,
        on_alarm: Callable[[Alarm], None] | None = None,
    ) -> None:
        self.policy = policy or Policy()
        self._redis = Redis.from_url(redis) if isinstance(redis, str) else redis
        self._shop = shop
        self._shops: dict[tuple[int, str], Storefront] = {}
        self._on_alarm = on_alarm

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

        self.task = deliver

    def hand_over(self, claim: Claim) -> Outcome:
        """Queue a claimed event; for `shop.events.via`. The outbox keeps it if the broker is away."""
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
        try:
            self.task.apply_async((told,), retry=False)
        except Exception as error:
            # queued twice is harmless: the id is delivered once
            return Outcome("retry", f"broker: {type(error).__name__}")
        return Outcome("delivered")

    def _run(self, task: Any, told: Mapping[str, Any]) -> str:
        """One attempt. The result says what became of the event."""
        provider: Provider = told["provider"]
        key, stopped = _key(told), f"nexus-events:{told['store']}:{provider}:stopped"
        if self._redis.get(key) in (_DONE, _DEAD):
            return "duplicate"
        if time.time() - told["created"] > self.policy.max_age:
            return self._bury(key, told, "expired", keep=False)
        if self._redis.exists(stopped):
            raise task.retry(countdown=self.policy.ceiling)
        events = self._storefront(told["store"]).events
        if not events.relay.consents(provider, told["subject"]):
            return self._bury(key, told, "no_consent", keep=False)
        # what may be repeated is leased; what may not stays marked, whatever becomes of this process
        lease = int(self.policy.lease * 1000) if repeatable(provider) else None
        if not self._redis.set(key, _SENDING, nx=True, px=lease):
            if not repeatable(provider):
                self._alarm("dead_letter", provider, "ambiguous")
                return "ambiguous"
            raise task.retry(countdown=max(self._redis.pttl(key), 0) / 1000 + 1)
        outcome = events.post(provider, told["payload"], told["user_agent"])
        if outcome.kind == "delivered":
            self._close(key, _DONE, told)
            return "delivered"
        if outcome.kind == "refused" or (outcome.kind == "ambiguous" and not repeatable(provider)):
            return self._bury(key, told, f"{outcome.kind}: {outcome.reason}", keep=outcome.kind == "refused")
        self._redis.delete(key)
        if outcome.kind == "stopped":
            if self._redis.set(stopped, outcome.reason, nx=True):
                self._alarm("lane_stopped", provider, outcome.reason)
            raise task.retry(countdown=self.policy.ceiling)
        wait = self.policy.backoff(task.request.retries + 1, outcome.retry_after, random())  # noqa: S311 - jitter
        raise task.retry(countdown=wait)

    def dead_letters(self, store: str) -> list[dict[str, Any]]:
        """Events that the relay refused within the last day, newest first, each with `reason` and all it holds."""
        return [json.loads(entry) for entry in self._redis.lrange(_dead(store), 0, -1)]

    def replay(self, store: str) -> int:
        """Queue every dead letter again; gives their number."""
        replayed = 0
        for told in reversed(self.dead_letters(store)):
            self._redis.delete(_key(told))
            self.task.apply_async((told,))
            self._redis.rpop(_dead(store))
            replayed += 1
        return replayed

    def resume(self, store: str, provider: Provider) -> None:
        """Let a stopped lane deliver again; its events follow within `policy.ceiling` seconds."""
        self._redis.delete(f"nexus-events:{store}:{provider}:stopped")

    def _storefront(self, store: str) -> "Storefront":
        # connections do not survive a fork
        key = (os.getpid(), store)
        if key not in self._shops:
            self._shops[key] = self._shop(store)
        return self._shops[key]

    def _bury(self, key: str, told: Mapping[str, Any], reason: str, *, keep: bool) -> str:
        self._close(key, _DEAD, told)
        if keep:
            self._redis.lpush(_dead(told["store"]), json.dumps({**told, "reason": reason}))
            self._redis.ltrim(_dead(told["store"]), 0, self.policy.max_waiting)
            self._redis.expire(_dead(told["store"]), int(self.policy.max_age))
        self._alarm("dead_letter", told["provider"], reason)
        return reason

    def _close(self, key: str, state: bytes, told: Mapping[str, Any]) -> None:
        self._redis.set(key, state, ex=None if told["kept"] else int(self.policy.keep_interactions))

    def _alarm(self, kind: AlarmKind, provider: Provider, reason: str) -> None:
        logger.warning("conversion events: %s (%s): %s", kind, provider, reason)
        if self._on_alarm is not None:
            self._on_alarm(Alarm(kind, provider, reason))


def _key(told: Mapping[str, Any]) -> str:
    identity = hashlib.sha256(f"{told['name']}\0{told['event_id']}".encode()).hexdigest()
    return f"nexus-events:{told['store']}:{told['provider']}:{identity}"


def _dead(store: str) -> str:
    return f"nexus-events:{store}:dead"

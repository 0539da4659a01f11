"""Items of a queue worked on by Celery tasks, on any machine. Needs the extra `celery`.

Redis knows, once for all machines, what became of an item, and the queue keeps it until Redis says how it ended: a
broker may lose a message, as Redis does when a worker is killed at the moment it takes one.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from os import urandom
from random import random
from time import monotonic
from typing import TYPE_CHECKING, Any

from ..arguments import number
from ..errors import InvalidInput, MissingExtra
from ..frames import with_bare_errors
from ..stores._forks import ForkLock
from ..stores.redis import forget_answers, have_its_own
from .model import Ending, EndingKind, QueuePolicy

try:
    from redis import Redis, RedisError
except ImportError:
    raise MissingExtra("Celery tasks need the extra: pip install 'nexus-storefront[celery]'") from None

if TYPE_CHECKING:
    from celery import Celery  # type: ignore[import-untyped]

# What Redis knows of an item: that it is under way; how it ended, followed by a reason; that the queue knows the end.
SENDING, REPORTED = "sending", "told"
_ENDS: dict[str, EndingKind] = {"done": "delivered", "given up": "given_up", "refused": "refused", "stopped": "stopped"}
_REPORTED_ONCE = ("refused", "stopped")
"""Ends that the queue is told once: if it offers the item again after that, a person wants it tried. Until then a
message that was left over does not begin it anew."""


@with_bare_errors
class CeleryTask:
    """One task, registered on `app`, and what Redis knows of its items. `work` is called with what `offer` was given.

    A queue asks every `confirm_after` seconds how its item fares, and offers it again after `requeue_after`; an item
    that was offered twice is worked on once. Messages are acknowledged after the work.
    """

    def __init__(
        self,
        app: "Celery",
        redis: "Redis | str",
        name: str,
        *,
        policy: QueuePolicy,
        confirm_after: float,
        requeue_after: float,
    ) -> None:
        if not callable(getattr(app, "task", None)):
            raise InvalidInput("app must be a Celery application")
        self.policy = policy
        self._redis = _client(redis)
        self._over_forks = ForkLock(in_child=partial(have_its_own, self._redis))
        self.confirm_after = number("confirm_after", confirm_after)
        self._requeue_after = number("requeue_after", requeue_after)

        @app.task(  # type: ignore[untyped-decorator]
            name=name,
            bind=True,
            acks_late=True,
            reject_on_worker_lost=True,
            ignore_result=True,
            max_retries=None,
            serializer="json",
        )
        def run(task: Any, message: Mapping[str, Any]) -> str:
            return self.work(task, message)

        self.task: Any = run

    def work(self, task: Any, message: Mapping[str, Any]) -> str:
        """One attempt, in a Celery worker; what it returns is for the log."""
        raise NotImplementedError

    def offer(self, key: str, message: Mapping[str, Any]) -> Ending:
        """Queue an item, or tell how it ended."""
        try:
            word, _, reason = self.state(key).partition(": ")
            if word in _REPORTED_ONCE:
                self.close(key, REPORTED, kept=False)
                self._ask(self._redis.delete, f"{key}:queued")
            if word in _ENDS:
                return Ending(_ENDS[word], reason)
            if self._ask(self._redis.set, f"{key}:queued", "1", nx=True, px=_milliseconds(self._requeue_after)):
                if word == REPORTED:
                    self._ask(self._redis.delete, key, f"{key}:lease")
                self.task.apply_async((message,), retry=False)
        except Exception as error:
            # queued twice is harmless
            with suppress(Exception):
                self._ask(self._redis.delete, f"{key}:queued")
            return Ending("retry", f"broker: {type(error).__name__}")
        return Ending("handed_on", retry_after=self.confirm_after)

    def _ask(self, command: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """The answer of a command to Redis."""
        try:
            return command(*arguments, **options)
        except RedisError:
            raise
        except BaseException:
            forget_answers(self._redis)  # as by a time limit
            raise

    def _took(self, key: str, **options: Any) -> bool:
        """Set a key that is not there to a value of its own, by which it is known whose it is: a client that repeats
        commands may have lost the answer to the first one."""
        mine = f"{SENDING}: {urandom(8).hex()}"
        return bool(self._ask(self._redis.set, key, mine, nx=True, **options)) or self._found(key) == mine

    def _found(self, key: str) -> str:
        value = self._ask(self._redis.get, key)
        return value.decode() if isinstance(value, bytes) else value or ""

    def state(self, key: str) -> str:
        """The state of an item in Redis; empty if there is none."""
        found = self._found(key)
        return SENDING if found.startswith(SENDING) else found

    def attempt(
        self, task: Any, key: str, work: Callable[[], Ending], *, once: bool = False, kept: bool = False
    ) -> str:
        """Work on an item unless somebody does, and write down how it ended; raises for another attempt later. With
        `once` an item that was begun is not begun again, unless the attempt is known to have failed."""
        lease, begun = f"{key}:lease" if once else key, monotonic()
        if not self._took(lease, px=_milliseconds(self.policy.lease)):
            raise self.again(task, key, max(self._ask(self._redis.pttl, lease), 0) / 1000 + 1, counts=False)
        # An item that must not be repeated stays marked even if this process dies.
        if once and not self._took(key):
            return self.close(key, "given up: ambiguous", kept=kept)
        ending = work()
        verdict = self.policy.verdict(ending, task.request.retries + 1, random(), once=once)  # noqa: S311 - jitter
        if verdict.over == "delivered":
            return self.close(key, "done", kept=kept)  # true whoever holds the lease by now
        if not once and monotonic() - begun >= self.policy.lease and self.state(key):
            return "in other hands"
        if verdict.replayable or verdict.lane == "stopped":
            return self.close(key, f"{'refused' if verdict.replayable else 'stopped'}: {ending.reason}", kept=kept)
        if verdict.over is not None:
            return self.close(key, f"given up: {verdict.over}", kept=kept)
        self._ask(self._redis.delete, key, lease)
        raise self.again(task, key, verdict.wait, counts=verdict.counts)

    def close(self, key: str, state: str, *, kept: bool) -> str:
        """Write down what became of it: for ever, or for as long as ids are remembered, and a queue may ask."""
        known = None if kept else _milliseconds(max(self.policy.keep, self.policy.max_age))
        self._ask(self._redis.set, key, state, px=known)
        return state

    def again(self, task: Any, key: str, wait: float, *, counts: bool) -> Exception:
        """The exception to raise for another attempt after `wait` seconds; `counts`: this was one. The item counts as
        queued until then: a second message beside this one would be tried as often as this one."""
        task.request.retries -= not counts
        self._ask(self._redis.set, f"{key}:queued", "1", px=_milliseconds(wait + self._requeue_after))
        again: Exception = task.retry(countdown=wait, throw=False)
        return again


def _milliseconds(seconds: float) -> int:
    """Seconds as whole milliseconds, at least one, as Redis takes them."""
    return max(1, int(seconds * 1000))


def _client(redis: "Redis | str") -> "Redis":
    with suppress(ValueError):
        found = Redis.from_url(redis) if isinstance(redis, str) else redis
        if callable(getattr(found, "set", None)):
            return found
    raise InvalidInput(
        "redis must be a client of redis-py or a URL, as redis://127.0.0.1:6379/1"
    )  # which may be secret

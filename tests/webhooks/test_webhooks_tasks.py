"""What a handler says in a Celery task means what it means in a worker. Broker and Redis are stand-ins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from nexus_storefront import Storefront
from nexus_storefront.errors import InvalidInput
from nexus_storefront.events.celery import Deliveries
from nexus_storefront.webhooks import Ending, Inbox, InboxPolicy, OrderSeen, Receiver, Webhook, WebhookWorker
from nexus_storefront.webhooks.celery import WebhookTasks
from webhook_deliveries import SECRET, envelope, order, signed


class Broker:
    """Keeps the messages of one task until somebody works on them, as Celery's application and task."""

    def __init__(self) -> None:
        self.messages: list[Any] = []

    def task(self, **options: Any) -> Callable[[Callable[[Any, Any], str]], Broker]:
        def registered(run: Callable[[Any, Any], str]) -> Broker:
            self.run = run
            return self

        return registered

    def apply_async(self, arguments: tuple[Any], retry: bool) -> None:
        self.messages.append(json.loads(json.dumps(arguments[0])))

    def work(self) -> None:
        for told in self.messages:
            self.run(SimpleNamespace(request=SimpleNamespace(retries=0)), told)
        self.messages.clear()


class Memory(dict[str, str]):
    """As much of Redis as tasks need, without its clock."""

    def set(self, key: str, value: str, *, nx: bool = False, px: int | None = None, ex: int | None = None) -> bool:
        if nx and key in self:
            return False
        self[key] = value
        return True

    def delete(self, *keys: str) -> None:
        for key in keys:
            self.pop(key, None)


@pytest.fixture
def inboxes(tmp_path: Path, clock: Any) -> list[Inbox]:
    policy, body = InboxPolicy(base=0.0, ceiling=0.0), envelope("order.created", order())
    made = [Inbox(tmp_path / name, policy=policy, clock=clock) for name in ("worker", "tasks")]
    for inbox in made:
        assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 200
    return made


def ended(inbox: Inbox) -> tuple[Any, ...]:
    (lane,) = inbox.lanes("business")
    return lane.waiting, lane.stopped, [(letter.reason, letter.body) for letter in inbox.dead_letters("business")]


@pytest.mark.parametrize("kind", ["delivered", "refused", "given_up", "stopped"])
def test_an_ending_means_the_same_in_a_task_as_in_a_worker(inboxes: list[Inbox], clock: Any, kind: Any) -> None:
    plain, handed_on = inboxes
    ending = Ending(kind, "by the shop")
    WebhookWorker(plain, lambda webhook, seen: ending).flush()
    broker: Any = Broker()
    tasks = WebhookTasks(broker, Memory(), lambda webhook, seen: ending)  # type: ignore[arg-type]
    worker = WebhookWorker(handed_on, tasks.hand_over)
    worker.flush()
    assert ended(handed_on) == (1, None, [])
    broker.work()
    clock.sleep(6.0)
    worker.flush()
    assert ended(handed_on) == ended(plain)
    assert (ended(plain) == (0, None, [])) is (kind == "delivered")


def test_a_message_left_over_does_not_begin_anew_what_was_given_up(inboxes: list[Inbox], clock: Any) -> None:
    """A broker may deliver a message twice, the second time when all is over and told."""
    _, inbox = inboxes
    broker: Any = Broker()
    handled: list[str] = []

    def handle(webhook: object, seen: object) -> Ending:
        handled.append("once more")
        return Ending("refused", "by the shop")

    worker = WebhookWorker(inbox, WebhookTasks(broker, Memory(), handle).hand_over)  # type: ignore[arg-type]
    worker.flush()
    twice = broker.messages[:]
    broker.work()
    clock.sleep(6.0)
    worker.flush()
    given_up = ended(inbox)
    broker.messages = twice
    broker.work()
    assert (len(handled), ended(inbox)) == (1, given_up)
    assert inbox.replay("business") == 1
    for _ in range(2):
        worker.flush()
        broker.work()
        clock.sleep(6.0)
    assert (len(handled), ended(inbox)) == (2, given_up)


async def later(webhook: Webhook, order: OrderSeen | None) -> None:
    raise AssertionError


@pytest.mark.parametrize(
    ("handle", "options"),
    [
        (later, {}),
        (None, {}),
        (print, {"confirm_after": -1}),
        (print, {"requeue_after": "soon"}),
    ],
)
def test_tasks_that_cannot_work_are_refused(handle: Any, options: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        WebhookTasks(Broker(), Memory(), handle, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("app", "redis", "named"),
    [
        (None, Memory(), "app"),
        (Broker(), None, "redis"),
        (Broker(), 5, "redis"),
        (Broker(), "key:secret@host", "redis"),
    ],
)
def test_no_application_and_no_redis_are_named(app: Any, redis: Any, named: str) -> None:
    tried: list[Callable[[], object]] = [
        lambda: WebhookTasks(app, redis, print),
        lambda: Deliveries(app, redis, lambda store_id: Storefront("store_x", "sfpk_x")),
    ]
    for attempt in tried:
        with pytest.raises(InvalidInput, match=f"^{named} must be") as refused:
            attempt()
        assert "secret" not in str(refused.value)


@pytest.mark.parametrize(("shop", "policy"), [(None, None), (later, None), (lambda store_id: None, InboxPolicy())])
def test_deliveries_that_cannot_work_are_refused(shop: Any, policy: Any) -> None:
    with pytest.raises(InvalidInput, match="deliveries need a function"):
        Deliveries(Broker(), Memory(), shop, policy=policy)  # type: ignore[arg-type]

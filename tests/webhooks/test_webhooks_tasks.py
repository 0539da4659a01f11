"""What a handler says in a Celery task means what it means in a worker. Broker and Redis are stand-ins."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hand_broker import Broker, Memory
from nexus_storefront import Storefront
from nexus_storefront.errors import InvalidInput
from nexus_storefront.events.celery import Deliveries
from nexus_storefront.webhooks import Ending, Inbox, InboxPolicy, OrderSeen, Receiver, Webhook, WebhookWorker
from nexus_storefront.webhooks.celery import WebhookTasks
from webhook_deliveries import SECRET, envelope, order, signed


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


@pytest.mark.parametrize("reason", ["by the shop", "half of a character: \ud800", OSError("gone")], ids=repr)
@pytest.mark.parametrize("kind", ["delivered", "refused", "given_up", "stopped"])
def test_an_ending_means_the_same_in_a_task_as_in_a_worker(
    inboxes: list[Inbox], clock: Any, kind: Any, reason: Any
) -> None:
    plain, handed_on = inboxes
    ending = Ending(kind, reason)
    WebhookWorker(plain, lambda webhook, seen: ending).flush()
    broker: Any = Broker(clock.time)
    tasks = WebhookTasks(broker, Memory(clock.time), lambda webhook, seen: ending)  # type: ignore[arg-type]
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
    broker: Any = Broker(clock.time)
    handled: list[str] = []

    def handle(webhook: object, seen: object) -> Ending:
        handled.append("once more")
        return Ending("refused", "by the shop")

    worker = WebhookWorker(inbox, WebhookTasks(broker, Memory(clock.time), handle).hand_over)  # type: ignore[arg-type]
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


def tried(inbox: Inbox, clock: Any, handle: Any, hours: float = 12, **policy: Any) -> Memory:
    """What Redis knows after some hours of a handler in tasks, of the one webhook of an inbox."""
    broker: Any = Broker(clock.time)
    redis = Memory(clock.time)
    tasks = WebhookTasks(broker, redis, handle, policy=InboxPolicy(**policy))  # type: ignore[arg-type]
    worker = WebhookWorker(inbox, tasks.hand_over)
    for _ in range(int(hours * 60)):
        worker.flush()
        broker.work()
        assert len(broker.messages) < 2
        clock.sleep(60.0)
    return redis


def test_what_fails_is_tried_as_often_as_is_said(inboxes: list[Inbox], clock: Any) -> None:
    """However long that takes: a message that waits for its next attempt is not lost."""
    called: list[float] = []

    def handle(webhook: object, seen: object) -> None:
        called.append(clock.time())
        raise ConnectionError

    tried(inboxes[0], clock, handle)
    assert len(called) == InboxPolicy().max_attempts
    assert called[-1] - called[0] > 1800
    assert [reason for reason, _ in ended(inboxes[0])[2]] == ["refused: ConnectionError"]


def test_what_others_work_on_has_all_its_attempts_after_that(inboxes: list[Inbox], clock: Any) -> None:
    """As in a worker: what is handed on is no attempt, nor is waiting for another message of the same webhook."""
    called: list[object] = []

    def handle(webhook: object, seen: object) -> Ending:
        called.append(webhook)
        if len(called) == 40:
            raise ConnectionError
        return Ending("handed_on", retry_after=10) if len(called) < 40 else Ending("delivered")

    tried(inboxes[0], clock, handle, hours=2)
    assert (len(called), ended(inboxes[0])) == (41, (0, None, []))


def test_what_is_done_is_known_for_as_long_as_an_inbox_may_ask(inboxes: list[Inbox], clock: Any) -> None:
    called: list[object] = []
    tried(inboxes[0], clock, lambda webhook, seen: called.append(webhook), keep=0.0)
    assert (len(called), ended(inboxes[0])) == (1, (0, None, []))


@pytest.mark.parametrize("taken_over", [True, False])
def test_who_was_stopped_for_longer_than_its_lease_says_nothing_of_what_others_did(
    inboxes: list[Inbox], clock: Any, monkeypatch: pytest.MonkeyPatch, taken_over: bool
) -> None:
    monkeypatch.setattr("nexus_storefront.work_queue.celery.monotonic", clock.time)
    broker: Any = Broker(clock.time)
    redis, called = Memory(clock.time), list[float]()

    def handle(webhook: Webhook, order: object) -> None:
        called.append(clock.time())
        if len(called) == 1:
            clock.sleep(1000.0)
            if taken_over:
                worker.flush()  # the inbox queues the webhook again
                broker.work()
            raise ConnectionError

    worker = WebhookWorker(inboxes[0], WebhookTasks(broker, redis, handle).hand_over)  # type: ignore[arg-type]
    for _ in range(20):
        worker.flush()
        broker.work()
        clock.sleep(60.0)
    assert ended(inboxes[0]) == (0, None, [])
    assert (len(called), redis.states()) == (2, ["done"])


def test_numbers_keep_their_digits_on_their_way_to_a_task(tmp_path: Path, clock: Any) -> None:
    inbox, told = Inbox(tmp_path / "inbox", clock=clock), list[Any]()
    body = envelope("order.created", order()).replace(b'"data": {', b'"data": {"rate":0.10,')
    assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 200

    def handle(webhook: Webhook, seen: OrderSeen | None) -> None:
        assert seen is not None
        assert seen.snapshot is not None
        told.append((webhook.data["rate"], seen.snapshot.data["rate"]))

    tried(inbox, clock, handle, hours=0.1)
    assert (told, str(told[0])) == ([(Decimal("0.10"),) * 2], "(Decimal('0.10'), Decimal('0.10'))")

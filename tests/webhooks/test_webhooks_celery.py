"""Webhooks worked on through a real Redis by real Celery workers, one of them killed in the middle."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from celery_worker import loaded, worker
from nexus_storefront.webhooks import Inbox, InboxPolicy, Receiver, WebhookWorker
from webhook_deliveries import SECRET, envelope, order, payment, signed

pytestmark = [pytest.mark.redis, pytest.mark.xdist_group("celery")]
APP = Path(__file__).with_name("webhooks_celery_app.py")


@pytest.fixture
def module(redis_url: str, tmp_path: Path) -> Iterator[Any]:
    (tmp_path / "notes").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WEBHOOKS_REDIS", redis_url.removesuffix("0") + "2")
        patch.setenv("WEBHOOKS_NOTES", str(tmp_path / "notes"))
        with loaded(APP) as module:
            yield module
            module.tasks._redis.flushdb()
            module.tasks._redis.close()


@pytest.fixture
def inbox(tmp_path: Path, clock: Any) -> Inbox:
    return Inbox(tmp_path / "inbox", policy=InboxPolicy(base=0.0, ceiling=0.0), clock=clock)


def deliver(inbox: Inbox, *bodies: bytes) -> None:
    receiver = Receiver(inbox, SECRET)
    for body in bodies:
        assert receiver.receive(body, signed(body)).status == 200


def flushed(hand_over: WebhookWorker, inbox: Inbox) -> Callable[[], bool]:
    def empty() -> bool:
        inbox.clock.sleep(1)
        hand_over.flush()
        return not any(lane.waiting for lane in inbox.lanes("business"))

    return empty


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.1)


def test_each_is_worked_on_once_in_order_and_what_fails_is_a_dead_letter(
    module: Any, inbox: Inbox, tmp_path: Path
) -> None:
    hand_over = WebhookWorker(inbox, module.tasks.hand_over)
    paid = envelope("payment.received", payment("SLOW-1"))
    # The payment came first, and what is behind it comes in the order's own order.
    deliver(inbox, paid, envelope("order.created", order("SLOW-1")), envelope("order.created", order("FAILS-1")))
    notes = tmp_path / "notes"
    with worker(APP) as doomed:
        hand_over.flush()
        until(lambda: "slow SLOW-1" in notes.read_text())
        os.killpg(doomed.pid, signal.SIGKILL)
        doomed.wait()
    with worker(APP):
        until(flushed(hand_over, inbox))
        deliver(inbox, paid)  # a copy
        until(flushed(hand_over, inbox))
        lines = notes.read_text().splitlines()
        assert [line for line in lines if line.split()[0] not in ("slow", "failed")] == [
            "order.created SLOW-1",
            "payment.received SLOW-1 paid 318724.00",
        ]
        assert lines.count("failed FAILS-1") >= 3
        (dead,) = inbox.dead_letters("business")
        assert dead.reason == "refused: ConnectionError"
        # A person has it tried again: what Redis knew of it does not stand in the way.
        failed = notes.read_text().count("failed FAILS-1")
        assert inbox.replay("business") == 1
        until(lambda: flushed(hand_over, inbox)() and notes.read_text().count("failed FAILS-1") > failed)


def test_a_broker_that_is_away_leaves_the_webhook_in_the_inbox(module: Any, inbox: Inbox) -> None:
    class Away:
        def apply_async(self, *args: Any, **options: Any) -> None:
            raise ConnectionError

    real, module.tasks.task = module.tasks.task, Away()
    deliver(inbox, envelope("order.created", order("A-1")))
    hand_over = WebhookWorker(inbox, module.tasks.hand_over)
    for _ in range(40):
        hand_over.flush()
        inbox.clock.sleep(31)
    (lane,) = inbox.lanes("business")
    assert (lane.waiting, lane.dead) == (1, 0)
    module.tasks.task = real
    with worker(APP):
        until(flushed(hand_over, inbox))

"""Working on what was stored: once, again after a failure, in order, and the same in the end however it came."""

import asyncio
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
import tracemalloc
from collections import Counter
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from lengths import WEBHOOK_DELIVERIES as DELIVERIES
from nexus_storefront.clock import SystemClock
from nexus_storefront.errors import InvalidInput
from nexus_storefront.webhooks import (
    AsyncWebhookWorker,
    Ending,
    Inbox,
    InboxPolicy,
    OrderEvent,
    OrderSeen,
    Receiver,
    Webhook,
    WebhookWorker,
    exact,
    verify,
)
from nexus_storefront.webhooks.inbox import _ORDERS
from nexus_storefront.work_queue.model import Alarm, QueueBusy, QueueError
from nexus_storefront.work_queue.schema import SCHEMA
from webhook_deliveries import SECRET, envelope, intent, order, payment, signed, stamp, status

Seen = list[tuple[str, str | None]]


def deliver(inbox: Inbox, *bodies: bytes) -> None:
    receiver = Receiver(inbox, SECRET)
    for body in bodies:
        assert receiver.receive(body, signed(body)).status == 200


class Shop:
    """Notes what it is told, and fulfils what is newly paid."""

    def __init__(self, fail: int = 0) -> None:
        self.told: Seen = []
        self.fulfilled: list[str] = []
        self.fail = fail

    def __call__(self, webhook: Webhook, order: OrderSeen | None) -> None:
        if self.fail:
            self.fail -= 1
            raise ConnectionError("the shop's database is down")
        self.told.append((webhook.event, order and order.status))
        if order is not None and order.newly_paid and not order.is_spam:
            self.fulfilled.append(order.order_id)


def waiting(inbox: Inbox) -> int:
    return sum(lane.waiting for lane in inbox.lanes("business"))


def test_a_webhook_is_worked_on_once(inbox: Inbox) -> None:
    shop = Shop()
    body = envelope("order.created", order())
    deliver(inbox, body, body, body)
    worker = WebhookWorker(inbox, shop)
    assert (worker.flush(), worker.flush(), WebhookWorker(inbox, shop).flush()) == (1, 0, 0)
    deliver(inbox, body)
    assert worker.flush() == 0
    assert shop.told == [("order.created", "pending")]


@pytest.mark.anyio
async def test_the_asynchronous_half(inbox: Inbox) -> None:
    told: list[Any] = []

    async def handle(webhook: Webhook, order: OrderSeen | None) -> None:
        told.append((webhook.event, order))

    deliver(inbox, envelope("checkout_intent.abandoned", intent()))
    assert await AsyncWebhookWorker(inbox, handle).flush() == 1
    assert told == [("checkout_intent.abandoned", None)]


def test_a_failure_comes_again_later_and_is_given_up_with_a_reason(inbox: Inbox, clock: Any) -> None:
    alarms: list[Alarm] = []
    shop = Shop(fail=99)
    worker = WebhookWorker(inbox, shop, on_alarm=alarms.append)
    deliver(inbox, envelope("order.created", order(), "event_1"), envelope("order.created", order("B2")))
    assert worker.flush() == 2  # one order's failure keeps no other back
    assert worker.flush() == 0
    for _ in range(4):
        clock.passed += 60
        worker.flush()
    assert shop.fail == 99 - 2 * 3  # `max_attempts`, for each of the two
    (first, second) = inbox.dead_letters("business")
    assert {first.reason, second.reason} == {"exhausted: ConnectionError"}
    assert [alarm.reason for alarm in alarms] == ["ConnectionError"] * 2
    assert first.body is not None
    shop.fail = 0
    assert inbox.replay("business", [first.seq, second.seq]) == 2
    assert worker.flush() == 2
    assert len(shop.told) == 2


def test_a_handler_may_say_how_it_ended(inbox: Inbox) -> None:
    deliver(inbox, envelope("order.created", order(), "event_1"), envelope("order.created", order("B2"), "event_2"))
    worker = WebhookWorker(inbox, lambda webhook, seen: Ending("refused", "no such thing"))
    assert worker.flush() == 2
    assert {letter.reason for letter in inbox.dead_letters("business")} == {"refused: no such thing"}
    assert inbox.replay("business") == 2
    stopping = WebhookWorker(inbox, lambda webhook, seen: Ending("stopped", "closed"))
    assert (stopping.flush(), stopping.flush(), waiting(inbox)) == (1, 0, 2)
    inbox.resume("business")
    shop = Shop()
    assert WebhookWorker(inbox, shop).flush() == 2
    assert len(shop.told) == 2


def test_later_webhooks_of_an_order_wait_for_the_one_that_failed(inbox: Inbox, clock: Any) -> None:
    shop = Shop(fail=1)
    worker = WebhookWorker(inbox, shop)
    deliver(inbox, envelope("order.created", order()), envelope("order.status_changed", status()))
    deliver(inbox, envelope("order.created", order("B2", status="ready")))
    assert worker.flush() == 2
    assert shop.told == [("order.created", "ready")]
    clock.passed += 60
    assert worker.flush() == 2
    assert shop.told[1:] == [("order.created", "pending"), ("order.status_changed", "confirmed")]


def test_a_payment_that_came_first_waits_for_its_order(inbox: Inbox, clock: Any) -> None:
    shop = Shop()
    worker = WebhookWorker(inbox, shop)
    deliver(inbox, envelope("payment.received", payment()))
    for _ in range(30):
        worker.flush()
        clock.passed += 60
    assert shop.told == []
    deliver(inbox, envelope("order.created", order()))
    worker.flush()
    assert [event for event, _ in shop.told] == ["order.created", "payment.received"]
    assert shop.fulfilled == ["A1"]
    shop.fail = 1
    deliver(inbox, envelope("order.updated", order(at=9, payment="settled")))
    worker.flush()
    assert inbox.dead_letters("business") == []  # having waited is no failed attempt


def test_a_payment_whose_order_never_came_is_a_dead_letter(inbox: Inbox, clock: Any) -> None:
    worker = WebhookWorker(inbox, Shop())
    deliver(inbox, envelope("payment.received", payment()))
    worker.flush()
    clock.passed += 7 * 3600
    worker.flush()
    assert [letter.reason for letter in inbox.dead_letters("business")] == ["refused: its order never came"]


def test_paid_and_settled_are_one_fulfilment_and_a_crash_loses_none(inbox: Inbox, clock: Any) -> None:
    shop = Shop()
    worker = WebhookWorker(inbox, shop)
    deliver(inbox, envelope("order.created", order()), envelope("payment.received", payment(at=2)))
    shop.fail = 1
    worker.flush()
    clock.passed += 60
    worker.flush()
    deliver(inbox, envelope("payment.received", payment(at=3, status="settled")))
    deliver(inbox, envelope("order.payment_status_changed", payment(at=3, status="settled")))
    deliver(inbox, envelope("order.updated", order(at=4, payment="settled")))
    worker.flush()
    assert shop.fulfilled == ["A1"]
    assert len(shop.told) == 5


def test_an_older_snapshot_undoes_nothing(inbox: Inbox) -> None:
    seen: list[tuple[bool, str]] = []
    worker = WebhookWorker(inbox, lambda webhook, order: seen.append((order.stale, order.status)))  # type: ignore[union-attr]
    deliver(inbox, envelope("order.updated", order(at=9, status="shipped")))
    worker.flush()
    deliver(inbox, envelope("order.status_changed", status(at=5, value="pending")))
    deliver(inbox, envelope("order.created", order(at=0)))
    worker.flush()
    assert seen == [(False, "shipped"), (True, "shipped"), (True, "shipped")]
    known = inbox.order("A1")
    assert known is not None
    assert known.snapshot is not None
    assert known.snapshot.event == "order.updated"


def test_money_that_is_known_to_have_failed_is_not_fulfilled(inbox: Inbox) -> None:
    shop = Shop()
    worker = WebhookWorker(inbox, shop)
    deliver(inbox, envelope("order.created", order()), envelope("payment.failed", payment(at=9, status="conflict")))
    worker.flush()
    deliver(inbox, envelope("payment.received", payment(at=5)))
    worker.flush()
    assert shop.fulfilled == []
    known = inbox.order("A1")
    assert known is not None
    assert known.payment == "failed"


def test_spam_is_told(inbox: Inbox) -> None:
    shop = Shop()
    deliver(inbox, envelope("order.spam_created", order(payment="paid", is_probably_spam=True)))
    WebhookWorker(inbox, shop).flush()
    assert shop.fulfilled == []


STORY = [
    envelope("order.created", order()),
    envelope("order.epayment_created", order(at=1)),
    envelope("order.payment_status_changed", payment(at=2)),
    envelope("payment.received", payment(at=2)),
    envelope("order.status_changed", status(at=3)),
    envelope("payment.received", payment(at=4, status="settled")),
    envelope("order.updated", order(at=4, status="in_process", payment="settled", notes="x")),
    envelope("order.updated", order(at=4, status="in_process", payment="settled", notes="y")),
    envelope("order.status_changed", status(at=5, value="shipped")),
    envelope("order.status_changed", status(at=5, value="completed")),
    envelope("payment.failed", payment(at=1, status="conflict")),
    envelope("order.spam_created", order(at=0, is_probably_spam=True)),
    envelope("order.updated", order(at=3, is_probably_spam=False)),
    envelope("order.deleted", {"order_id": "A1", "last_updated_at": stamp(6)}),
    envelope("shipment.status.updated", {"order_id": "A1"}),
    envelope("checkout_intent.completed", intent(order={"order_id": "A1"})),
]


def end_state(path: Path, shop: Shop, arrivals: list[bytes], chance: int) -> Any:
    """What is known once all of it was worked on, with failures, restarts and workers that died on the way."""

    class Hand(SystemClock):
        passed = 0.0

        def time(self) -> float:
            return 1_800_000_000.0 + self.passed

    clock = Hand()
    inbox = Inbox(path, clock=clock)
    for body in [*arrivals, *[b""] * 6]:
        if body:
            deliver(inbox, body)
            chance, what = divmod(chance, 5)
        else:
            what, clock.passed = 1, clock.passed + inbox.policy.lease + 1
        if what == 2:
            inbox.close()
            inbox = Inbox(path, clock=clock)
        if what == 3:
            shop.fail = 1
        if what == 4 and (left := inbox.claim("business", "webhooks")):
            inbox.begin(left)
        elif what:
            WebhookWorker(inbox, shop).flush()
            clock.passed += 40
            shop.fail = 0
    known = inbox.order("A1")
    assert waiting(inbox) == 0
    inbox.close()
    assert known is not None
    assert known.snapshot is not None
    return known.status, known.payment, known.deleted, known.is_spam, known.snapshot.data, known.fulfilled


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    arrivals=st.permutations(STORY).flatmap(
        lambda story: st.lists(st.sampled_from(STORY), max_size=5).map(lambda copies: [*story, *copies])
    ),
    chance=st.integers(0, 5**21 - 1),
)
def test_no_order_of_arrival_changes_the_end(tmp_path_factory: Any, arrivals: list[bytes], chance: int) -> None:
    shop = Shop()
    found = end_state(tmp_path_factory.mktemp("inbox") / "inbox", shop, arrivals, chance)
    assert found[:4] == ("completed", "paid", True, False)
    assert found[4] == order(at=4, status="in_process", payment="settled", notes="y")
    assert found[5]
    assert shop.fulfilled == ["A1"]
    assert Counter(event for event, _ in shop.told) == Counter(event.split(b'"')[3].decode() for event in STORY)


def test_two_workers_never_have_one_order_at_the_same_time(inbox: Inbox) -> None:
    deliver(
        inbox, *STORY[:10], *(envelope("order.created", order("B2")), envelope("order.status_changed", status("B2")))
    )
    claims = [inbox.claim("business", "webhooks") for _ in range(4)]
    assert [claim is None for claim in claims] == [False, False, True, True]
    for claim in claims:
        if claim is not None:
            webhook, seen = inbox.begin(claim)
            assert isinstance(webhook, OrderEvent)
            assert seen is not None


@pytest.mark.parametrize("app", [None, "app_1", "two\nlines", "{", "null", "é"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_body_is_kept_as_it_came_with_its_app(inbox: Inbox, app: str | None, encoding: str) -> None:
    body = json.dumps(json.loads(envelope("order.created", order(notes="é\n"))), indent=1, ensure_ascii=False)
    raw = body.encode(encoding)
    inbox.put(verify(raw, signed(raw) | ({} if app is None else {"X-Scalev-App-Id": app}), SECRET), raw)
    claim = inbox.claim("business", "webhooks")
    assert claim is not None
    assert claim.body == {"raw": body, "app": app}
    webhook, _ = inbox.begin(claim)
    assert (webhook.app_id, webhook.data["notes"]) == (app, "é\n")


def test_a_damaged_row_is_given_up_and_the_rest_goes_on(inbox: Inbox) -> None:
    deliver(inbox, envelope("order.created", order("A1"), "event_1"), envelope("order.created", order("B2"), "event_2"))
    with closing(sqlite3.connect(inbox.path)) as db, db:
        db.execute("UPDATE arrived SET body = 'null\n[' WHERE identity = 'event_1'")
        db.execute("INSERT INTO orders VALUES ('business', 'B2', '{', 0, 0)")
    db.close()
    shop = Shop()
    WebhookWorker(inbox, shop).flush()
    assert shop.told == [("order.created", "pending")]
    assert [letter.reason for letter in inbox.dead_letters("business")] == ["refused: damaged"]


def test_an_inbox_of_the_version_before_goes_on(inbox: Inbox) -> None:
    """What waits in it is worked on, its ids and what was fulfilled stay known."""
    with closing(sqlite3.connect(inbox.path)) as db, db:
        db.executescript(f"{SCHEMA[0]}{SCHEMA[1]}{_ORDERS}PRAGMA user_version = 3;")
        created, paid = envelope("order.created", order(), "event_1"), payment(at=2, status="settled")
        db.execute(
            "INSERT INTO work (store, lane, name, identity, state, urgent, kept, created, due, body, about)"
            " VALUES ('business', 'webhooks', 'order.created', 'event_1', 0, 0, 0, ?, 0, ?, 'A1')",
            (inbox.clock.time(), json.dumps({"raw": created.decode(), "app": None})),
        )
        seen = '{"snapshot":null,"status":[0.0,""],"payment":[1795144801.0,"paid"],"spam":[0.0,""],"deleted":false}'
        db.execute("INSERT INTO orders VALUES ('business', 'A1', ?, 1, ?)", (seen, inbox.clock.time()))
    db.close()
    shop = Shop()
    deliver(inbox, created, envelope("payment.received", paid))
    assert waiting(inbox) == 2
    known = inbox.order("A1")
    assert known is not None
    assert (known.payment, known.fulfilled) == ("paid", True)
    WebhookWorker(inbox, shop).flush()
    assert [event for event, _ in shop.told] == ["order.created", "payment.received"]
    assert shop.fulfilled == []


def test_what_no_webhook_speaks_of_is_forgotten(inbox: Inbox, clock: Any) -> None:
    deliver(inbox, envelope("order.created", order()))
    worker = WebhookWorker(inbox, Shop())
    worker.flush()
    assert inbox.order("A1") is not None
    clock.passed += 91 * 24 * 3600
    worker.flush()
    assert inbox.order("A1") is None
    assert b"sari@example.com" not in b"".join(path.read_bytes() for path in inbox.path.parent.iterdir())


def test_what_came_before_the_clock_was_set_is_remembered_and_can_be_replayed(inbox: Inbox, clock: Any) -> None:
    """As a machine without a battery clock has it, which starts in 1970."""
    handled: list[bool] = []

    def handle(webhook: Webhook, seen: OrderSeen | None) -> Ending:
        assert seen is not None
        handled.append(seen.newly_paid)
        return Ending("delivered" if webhook.unique_id == "event_1" else "refused")

    since, clock.passed = clock.time() - 1000, 1000 - clock.time()
    bodies = [envelope("order.created", order(payment_status="paid"), "event_1"), envelope("order.x", {}, "event_2")]
    bodies[1] = envelope("order.created", order("A2"), "event_2")
    worker = WebhookWorker(inbox, handle)
    for body in bodies:
        assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 200
    worker.flush()
    clock.passed += since
    worker.flush()
    for body in bodies:
        assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 200
    seen = inbox.order("A1")
    assert seen is not None
    assert (worker.flush(), handled, seen.fulfilled) == (0, [True, False], True)
    assert inbox.replay("business") == 1


def test_what_nobody_has_worked_on_for_30_days_is_a_dead_letter(inbox: Inbox, clock: Any) -> None:
    deliver(inbox, envelope("order.created", order()))
    clock.passed += 31 * 24 * 3600
    shop = Shop()
    assert WebhookWorker(inbox, shop).flush() == 0
    (letter,) = inbox.dead_letters("business")
    assert (letter.reason, letter.body, shop.told) == ("expired", None, [])
    assert inbox.replay("business") == 0


def test_wrong_use_is_refused(inbox: Inbox) -> None:
    for wrong, which in (((None, print), "inbox"), ((inbox, None), "handle"), (("x", "y"), "inbox")):
        with pytest.raises(InvalidInput, match=f"^{which} must be"):
            WebhookWorker(*wrong)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match=r"^kind must be one of delivered, refused, "):
        Ending("refuse", "no such goods")  # type: ignore[arg-type]
    for numbers in (17, ["x"], "17"):
        with pytest.raises(InvalidInput, match="seqs"):
            inbox.replay("business", numbers)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput):
        Inbox(inbox.path, policy=5)  # type: ignore[arg-type]


@pytest.mark.timeout(900)
def test_deliveries_survive_kills(tmp_path: Path) -> None:
    """Processes that receive and work, killed at random: what was answered 200 is worked on, and marked once."""
    logs = [tmp_path / f"log{n}" for n in range(3)]
    support = Path(__file__).parents[1] / "support"

    def start(number: int, seed: int) -> "subprocess.Popen[bytes]":
        script = Path(__file__).with_name("webhooks_shop.py")
        environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(support), *filter(None, sys.path)])}
        command = [sys.executable, str(script), str(tmp_path / "inbox"), str(logs[number]), str(seed)]
        return subprocess.Popen(command, env=environ)

    def taken() -> list[int]:
        return [log.read_bytes().count(b"\n") if log.exists() else 0 for log in logs]

    chance, before, kills = random.Random(1), [0, 0, 0], 0
    processes = [start(number, number) for number in range(3)]
    try:
        while sum(taken()) < DELIVERIES or kills < 6:
            time.sleep(0.05)
            number = chance.randrange(3)
            assert processes[number].poll() is None
            now = taken()[number]
            if now > before[number] and (kills < 6 or chance.random() < 0.02):  # it has done something since its start
                before[number], kills = now, kills + 1
                processes[number].kill()
                processes[number].wait()
                processes[number] = start(number, 10 + kills)
    finally:
        for process in processes:
            process.kill()
            process.wait()
    answered = {line for log in logs for line in log.read_text().split("\n") if line}

    class Later(SystemClock):
        passed = 3600.0

        def time(self) -> float:
            return super().time() + self.passed

    clock = Later()
    inbox = Inbox(tmp_path / "inbox", clock=clock)
    told: Counter[str] = Counter()
    worker = WebhookWorker(inbox, lambda webhook, order: told.update([webhook.unique_id or ""]))
    for _ in range(3):  # a payment that waits for its order is looked at again later
        while worker.flush():
            pass
        clock.passed += 60
    with closing(sqlite3.connect(inbox.path)) as db, db:
        states = dict(db.execute("SELECT identity, state FROM work"))
        orders = db.execute("SELECT count(*), sum(fulfilled) FROM orders").fetchone()
    db.close()
    assert answered <= states.keys()
    orphans = {identity for identity, state in states.items() if state != 2}
    assert all(identity.startswith("event_payment") for identity in orphans)  # their order was never delivered
    assert len([identity for identity in states if "payment" in identity]) - len(orphans) == orders[1]
    assert set(told.values()) <= {1}


def test_a_purchase_event_fires_when_the_money_is_there(inbox: Inbox, tmp_path: Path) -> None:
    from nexus_storefront.events import Composer, EventSettings, Outbox, Relay, Visit

    settings_ = EventSettings(purchase_point="payment_confirmed", page_url="https://toko.example/")
    composer, relay = Composer(settings_), Relay("store_x", settings_, Outbox(tmp_path / "outbox"))

    def handle(webhook: Webhook, order: OrderSeen | None) -> None:
        if order is not None and order.newly_paid:
            relay.send(composer.payment_confirmed(order.data, Visit()))

    deliver(
        inbox, envelope("payment.received", payment()), envelope("order.created", order(final_variants={"Kaos": 2}))
    )
    deliver(inbox, envelope("order.spam_created", order("B2", payment="paid", is_probably_spam=True)))
    WebhookWorker(inbox, handle).flush()
    claim = relay.claim("meta")
    assert claim is not None
    assert claim.event_id == "A1-Purchase-FORM"
    (event,) = claim.payload["events"]
    assert event["parameters"]["value"] == 318724
    assert event["parameters"]["contents"] == [{"id": "variant_1", "quantity": 2, "item_price": 150000}]
    assert claim.payload["variants"] == [{"variant_unique_id": "variant_1", "quantity": 2}]
    assert claim.payload["user_data"]["em"] == "sari@example.com"
    assert relay.claim("meta") is None


def test_what_others_work_on_is_asked_for_again(inbox: Inbox, clock: Any) -> None:
    asked: list[str] = []

    def handle(webhook: Webhook, order: OrderSeen | None) -> Ending | None:
        asked.append(webhook.event)
        return Ending("handed_on", retry_after=10) if len(asked) < 9 else None

    worker = WebhookWorker(inbox, handle)
    deliver(inbox, envelope("order.created", order()))
    for _ in range(12):
        worker.flush()
        clock.passed += 11
    assert len(asked) == 9
    assert waiting(inbox) == 0
    assert inbox.dead_letters("business") == []


@pytest.mark.parametrize("fails", [True, False])
@pytest.mark.parametrize("back", [0.0, 10 * 86400.0])
def test_what_was_handed_on_for_long_is_asked_for_every_half_hour(
    inbox: Inbox, clock: Any, fails: bool, back: float
) -> None:
    """Also after an attempt that failed, and whatever the clock is set to meanwhile."""
    asked: list[float] = []

    def handle(webhook: Webhook, order: OrderSeen | None) -> Ending:
        asked.append(clock.passed)
        if fails and len(asked) == 1:
            raise ConnectionError
        return Ending("handed_on", retry_after=86_400.0)

    worker = WebhookWorker(inbox, handle)
    deliver(inbox, envelope("order.created", order()))
    clock.passed += 20 * 86400.0
    worker.flush()
    clock.passed += 10
    worker.flush()
    clock.passed -= back
    for _ in range(360):
        worker.flush()
        clock.passed += 10
    assert 2 <= len(asked) <= 4 + fails


def test_it_is_asked_for_as_often_where_handlers_may_take_long() -> None:
    policy = InboxPolicy(lease=7200.0, ceiling=7200.0)
    assert policy.verdict(Ending("handed_on", retry_after=86_400.0), 1, 0.0, once=False).wait == 1800.0


@pytest.mark.parametrize("retry_after", [None, 0.0])
def test_what_was_handed_on_without_a_time_is_not_asked_for_without_end(
    inbox: Inbox, retry_after: float | None
) -> None:
    asked: list[str] = []

    def handle(webhook: Webhook, order: OrderSeen | None) -> Ending:
        assert len(asked) < 9
        asked.append(webhook.event)
        return Ending("handed_on", retry_after=retry_after)

    deliver(inbox, envelope("order.created", order()))
    assert WebhookWorker(inbox, handle).flush() == 1


@pytest.mark.parametrize("retry_after", [-1.0, float("nan"), float("inf"), "10", True], ids=repr)
def test_a_time_that_is_none_is_refused_where_it_is_said(retry_after: Any) -> None:
    with pytest.raises(InvalidInput, match="retry_after"):
        Ending("handed_on", retry_after=retry_after)


@pytest.mark.parametrize("back", [301.0, 2000.0])
def test_a_clock_that_is_set_back_calls_no_handler_twice(inbox: Inbox, clock: Any, back: float) -> None:
    calls: list[str] = []

    def handle(webhook: Webhook, order: OrderSeen | None) -> None:
        calls.append(webhook.event)
        if len(calls) == 1:
            clock.passed -= back
            WebhookWorker(Inbox(inbox.path, clock=clock), handle).flush()

    deliver(inbox, envelope("order.created", order()))
    WebhookWorker(inbox, handle).flush()
    assert calls == ["order.created"]


def test_who_died_of_a_webhook_too_often_is_not_given_it_again(inbox: Inbox, clock: Any) -> None:
    deliver(inbox, envelope("order.created", order()))
    for _ in range(3):
        assert inbox.claim("business", "webhooks") is not None  # and the process is gone
        clock.passed += inbox.policy.lease + 1
    told: list[str] = []
    assert inbox.claim("business", "webhooks", told.append) is None
    assert told == ["exhausted"]
    assert inbox.replay("business") == 1
    assert inbox.claim("business", "webhooks") is not None


@pytest.mark.parametrize(
    "late", [status(at=1), {"order_id": "A1", "last_updated_at": stamp(1)}], ids=["status", "deleted"]
)
def test_what_comes_between_a_payment_and_its_order_fulfils_nothing(inbox: Inbox, clock: Any, late: Any) -> None:
    shop = Shop()
    worker = WebhookWorker(inbox, shop)
    event = "order.status_changed" if "status" in late else "order.deleted"
    for body in (
        envelope("payment.received", payment(at=2)),
        envelope(event, late),
        envelope("order.created", order()),
    ):
        deliver(inbox, body)
        worker.flush()
        assert bool(shop.fulfilled) is (b"order.created" in body)
    clock.passed += 31
    worker.flush()
    assert (waiting(inbox), shop.fulfilled) == (0, ["A1"])


@pytest.mark.anyio
async def test_a_handler_of_the_other_half_loses_no_webhook(inbox: Inbox, clock: Any) -> None:
    told: list[str] = []

    async def later(webhook: Webhook, order: OrderSeen | None) -> None:
        told.append("later")

    with pytest.raises(InvalidInput):
        WebhookWorker(inbox, later)
    deliver(inbox, envelope("order.created", order()))
    WebhookWorker(inbox, lambda webhook, order: later(webhook, order)).flush()
    assert (told, waiting(inbox)) == ([], 1)
    clock.passed += 10
    await AsyncWebhookWorker(inbox, lambda webhook, order: told.append("at once")).flush()
    assert (told, waiting(inbox)) == (["at once"], 0)


def test_nothing_of_an_order_is_begun_while_another_webhook_of_it_is_under_way(inbox: Inbox) -> None:
    deliver(inbox, envelope("order.status_changed", status(at=5)))
    under_way = inbox.claim("business", "webhooks")
    assert under_way is not None
    deliver(inbox, envelope("order.created", order()))  # older, but it came too late to go first
    assert inbox.claim("business", "webhooks") is None
    inbox.settle(under_way, Ending("delivered"))
    assert inbox.claim("business", "webhooks") is not None


def test_what_was_handed_on_holds_its_order_until_others_are_done(inbox: Inbox, clock: Any) -> None:
    """Else a second webhook finds the payment unhandled while the first one's is being handled elsewhere."""
    told: list[tuple[str, bool]] = []

    def handle(webhook: Webhook, order: OrderSeen | None) -> Ending | None:
        told.append((webhook.event, order is not None and order.newly_paid))
        return Ending("handed_on", retry_after=10) if told.count(("payment.received", True)) == 1 else None

    worker = WebhookWorker(inbox, handle)
    deliver(inbox, envelope("order.created", order(at=1)))
    worker.flush()
    told.clear()
    deliver(inbox, envelope("payment.received", payment(at=2)))
    worker.flush()
    # older by its place in line, newer by its time: neither may begin
    deliver(inbox, envelope("order.updated", order(at=0)), envelope("order.updated", order(at=3, payment="paid")))
    assert worker.flush() == 0
    clock.passed += 11
    worker.flush()
    assert told == [
        ("payment.received", True),
        ("payment.received", True),
        ("order.updated", False),
        ("order.updated", False),
    ]


def test_what_a_worker_left_goes_on_before_what_came_since(inbox: Inbox, clock: Any) -> None:
    deliver(inbox, envelope("order.created", order()))
    WebhookWorker(inbox, Shop()).flush()
    deliver(inbox, envelope("payment.received", payment(), "event_left"))
    left = inbox.claim("business", "webhooks")
    assert left is not None
    inbox.begin(left)
    clock.passed += inbox.policy.lease + 1
    deliver(inbox, envelope("order.updated", order(at=1, payment="paid")))
    again = inbox.claim("business", "webhooks")
    assert again is not None
    assert again.identity == "event_left"
    assert inbox.claim("business", "webhooks") is None


def test_of_whole_orders_the_older_goes_first(inbox: Inbox) -> None:
    shop = Shop()
    deliver(inbox, envelope("order.updated", order(at=9, status="ready")), envelope("order.created", order()))
    WebhookWorker(inbox, shop).flush()
    assert shop.told == [("order.created", "pending"), ("order.updated", "ready")]


def test_an_order_of_a_strange_time_is_an_order(inbox: Inbox) -> None:
    shop = Shop()
    deliver(inbox, envelope("order.created", order(last_updated_at="0001-01-01T00:00:00Z", payment="paid")))
    WebhookWorker(inbox, shop).flush()
    assert shop.fulfilled == ["A1"]


@pytest.mark.parametrize("cleared", [True, False])
@pytest.mark.parametrize("payment_first", [True, False])
def test_a_paid_order_that_is_no_spam_after_all_is_fulfilled(inbox: Inbox, cleared: bool, payment_first: bool) -> None:
    """What was told last counts, by a payment too, in whatever order it comes."""
    shop = Shop()
    worker = WebhookWorker(inbox, shop)
    told = [
        envelope("payment.received", payment(at=2, is_probably_spam=True)),
        envelope("order.updated", order(at=3, payment="paid", is_probably_spam=not cleared)),
    ]
    deliver(inbox, envelope("order.spam_created", order(is_probably_spam=True)))
    for body in told if payment_first else reversed(told):
        deliver(inbox, body)
        worker.flush()
    assert shop.fulfilled == (["A1"] if cleared else [])


def test_a_payment_that_says_spam_makes_no_purchase(inbox: Inbox) -> None:
    shop = Shop()
    seen: list[Any] = []

    def handle(webhook: Webhook, order: OrderSeen | None) -> None:
        shop(webhook, order)
        seen.append(order and order.data["is_probably_spam"])

    deliver(inbox, envelope("order.created", order()))
    deliver(inbox, envelope("payment.received", payment(is_probably_spam=True)))
    WebhookWorker(inbox, handle).flush()
    assert (shop.fulfilled, seen) == ([], [False, True])


def test_whole_orders_go_first(inbox: Inbox) -> None:
    shop = Shop()
    deliver(inbox, envelope("order.status_changed", status(at=5)), envelope("order.updated", order(at=9)))
    WebhookWorker(inbox, shop).flush()
    assert [event for event, _ in shop.told] == ["order.updated", "order.status_changed"]


def test_having_waited_is_no_failed_attempt(inbox: Inbox, clock: Any) -> None:
    failing = [True]

    def handle(webhook: Webhook, order: OrderSeen | None) -> None:
        if webhook.event == "payment.received" and failing.pop():
            raise ConnectionError

    failing.append(True)
    failing[0] = False
    worker = WebhookWorker(inbox, handle)
    deliver(inbox, envelope("payment.received", payment()))
    for _ in range(5):
        worker.flush()
        clock.passed += 60
    deliver(inbox, envelope("order.created", order()))
    worker.flush()
    assert inbox.dead_letters("business") == []
    clock.passed += 60
    worker.flush()
    assert waiting(inbox) == 0
    assert failing == []


def test_what_was_acknowledged_outlives_a_power_cut(inbox: Inbox) -> None:
    with inbox._transaction() as db:
        assert db.execute("PRAGMA synchronous").fetchone() == (2,)


def test_what_cannot_work_is_refused(inbox: Inbox) -> None:
    for make in (WebhookWorker, AsyncWebhookWorker):
        with pytest.raises(InvalidInput, match="on_alarm"):
            make(inbox, print, on_alarm="mail")  # type: ignore[arg-type]
    for wait in (-1, float("nan"), "5", None, True):
        with pytest.raises(InvalidInput, match="wait"):
            Receiver(inbox, "secret", wait=wait)  # type: ignore[arg-type]


@pytest.mark.anyio
async def test_a_handler_that_waited_for_a_task_that_was_cancelled_has_failed(inbox: Inbox, clock: Any) -> None:
    """Nobody has cancelled the worker, which goes on with what is behind; its own cancellation ends it."""
    told: list[str] = []

    async def handle(webhook: Webhook, order: OrderSeen | None) -> None:
        told.append(webhook.event)
        if len(told) == 1:
            task = asyncio.ensure_future(asyncio.sleep(60))
            asyncio.get_running_loop().call_soon(task.cancel)
            await task
        elif webhook.unique_id == "event_3":
            flushing.cancel()
            await asyncio.sleep(60)

    deliver(inbox, envelope("order.created", order(), "event_1"), envelope("order.created", order("B2"), "event_2"))
    worker = AsyncWebhookWorker(inbox, handle)
    assert await worker.flush() == 2
    clock.passed += 10
    assert await worker.flush() == 1
    assert (len(told), waiting(inbox)) == (3, 0)
    deliver(inbox, envelope("order.created", order("C3"), "event_3"))
    flushing = asyncio.ensure_future(worker.flush())
    with pytest.raises(asyncio.CancelledError):
        await flushing


def test_numbers_keep_their_digits_in_what_is_known_of_an_order(inbox: Inbox) -> None:
    """However often it was kept between, and beside texts that look like a number's place."""
    odd = {"rate": Decimal("0.10"), "least": Decimal("-1E-30"), "NaN": 'NaN "NaN", \\'}
    body = envelope("order.created", order()).replace(b'"data": {', b'"data": {"rate":0.10,"least":-1E-30,')
    body = body.replace(b'"data": {', b'"data": {"NaN":' + json.dumps(odd["NaN"]).encode() + b",")
    told = list[Any]()

    def handle(webhook: Webhook, seen: OrderSeen | None) -> None:
        assert seen is not None
        assert seen.snapshot is not None
        told.append({name: seen.snapshot.data[name] for name in odd})

    deliver(inbox, body, envelope("order.status_changed", status()), envelope("payment.received", payment()))
    assert WebhookWorker(inbox, handle).flush() == 3
    assert told == [odd] * 3
    assert [str(each["rate"]) for each in told] == ["0.10"] * 3
    assert all(isinstance(each["least"], Decimal) for each in told)


@pytest.mark.parametrize("kept", ['{"snapshot":[]}', '{"snapshot":["order.created",""]}', "[" * 100_000, "", None])
def test_a_damaged_order_is_filled_again(kept: str | None) -> None:
    assert OrderSeen.load("A1", kept, fulfilled=True) == OrderSeen("A1", fulfilled=True)


def test_an_inbox_that_cannot_be_written_before_the_handler_costs_no_attempt(
    inbox: Inbox, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(claim: object) -> None:
        raise QueueError("database or disk is full")

    shop = Shop()
    worker = WebhookWorker(inbox, shop)
    deliver(inbox, envelope("order.created", order()))
    with monkeypatch.context() as patch:
        patch.setattr(inbox, "begin", full)
        for _ in range(10):
            worker.flush()
            clock.passed += 400
    worker.flush()
    assert (len(shop.told), inbox.dead_letters("business")) == (1, [])


def test_an_inbox_that_is_held_for_a_moment_loses_no_turn_of_what_was_handed_on(
    inbox: Inbox, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def hand_on(webhook: Webhook, order: OrderSeen | None) -> Ending | None:
        told.append(webhook.event)
        return Ending("handed_on", retry_after=10) if len(told) == 1 else None

    def held(claim: object) -> None:
        raise QueueBusy("others hold it")

    worker = WebhookWorker(inbox, hand_on)
    deliver(inbox, envelope("order.status_changed", status(), "event_1"))
    worker.flush()
    deliver(inbox, envelope("order.created", order(), "event_2"))  # would come first
    with monkeypatch.context() as patch:
        patch.setattr(inbox, "begin", held)
        clock.passed += 20
        worker.flush()
    worker.flush()
    assert told == ["order.status_changed"]
    clock.passed += 60
    worker.flush()
    assert told == ["order.status_changed", "order.status_changed", "order.created"]


@pytest.mark.parametrize("note", ["x" * 500_000, '"' * 500_000], ids=["plain", "escaped"])
def test_a_webhook_with_a_long_text_takes_little_memory_to_write_down(note: str) -> None:
    value = {"rate": Decimal("0.10"), "note": note}
    tracemalloc.start()
    try:
        written = exact.written(value)
        used = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert exact.read(written) == value
    assert used < 10 * len(written)

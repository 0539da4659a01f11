"""Events handed to Celery tasks: what one message does while another is at the same event. Broker and Redis are
stand-ins that go by a hand-set clock."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hand_broker import Broker, Memory
from nexus_storefront import Storefront
from nexus_storefront.events import Conversion, Ending, Event, EventSettings, Policy
from nexus_storefront.events.celery import Deliveries
from nexus_storefront.stores.conformance import HandClock
from nexus_storefront.work_queue.model import LaneState


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    clock = HandClock()
    monkeypatch.setattr("nexus_storefront.events.celery.time", clock)
    return clock


def bought(shop: Storefront, provider: Any) -> None:
    event = Event(provider, "purchase", "1", None, {"click_id": "1"}, None, True, True)
    assert shop.events.send(Conversion("purchase", (event,))).accepted


def lane(shop: Storefront) -> LaneState:
    (found,) = shop.events.relay.outbox.lanes("store_x")
    return found


def relayed_by(post: Any) -> Any:
    """A store whose relay is asked so."""
    relay = SimpleNamespace(consents=lambda *asked: True)
    return lambda store: SimpleNamespace(events=SimpleNamespace(relay=relay, post=post))


def test_what_cannot_be_told_apart_and_is_queued_twice_is_not_given_up_while_it_is_sent(
    tmp_path: Path, clock: HandClock
) -> None:
    """Where messages wait for longer than `requeue_after`, two workers take two of one event at once."""
    sent: list[str] = []

    def post(*event: object) -> Ending:
        sent.append("sent")
        broker.work()  # the other worker, meanwhile
        shop.events.flush()
        return Ending("delivered")

    broker: Any = Broker(clock.time)
    deliveries = Deliveries(broker, Memory(clock.time), relayed_by(post))  # type: ignore[arg-type]
    with Storefront("store_x", "sfpk_x", events=EventSettings(outbox=tmp_path / "outbox"), clock=clock) as shop:
        shop.events.via = deliveries.hand_over
        bought(shop, "snackvideo")
        for _ in range(100):
            shop.events.flush()
            clock.set_by(10.0)
        assert len(broker.messages) == 2
        for _ in range(20):
            broker.work()
            clock.set_by(10.0)
            shop.events.flush()
        assert (len(sent), dict(lane(shop).counts)) == (1, {"accepted": 1, "delivered": 1})


def test_of_a_worker_that_died_it_is_given_up_once_its_lease_has_run_out(tmp_path: Path, clock: HandClock) -> None:
    class Killed(BaseException):
        pass

    def post(*event: object) -> Ending:
        raise Killed

    broker: Any = Broker(clock.time)
    deliveries = Deliveries(broker, Memory(clock.time), relayed_by(post))  # type: ignore[arg-type]
    with Storefront("store_x", "sfpk_x", events=EventSettings(outbox=tmp_path / "outbox"), clock=clock) as shop:
        shop.events.via = deliveries.hand_over
        bought(shop, "snackvideo")
        shop.events.flush()
        left = broker.messages[:]
        with pytest.raises(Killed):
            broker.work()
        broker.messages = left
        took = 0
        while lane(shop).waiting:
            broker.work()
            clock.set_by(10.0)
            shop.events.flush()
            took += 10
        assert Policy().lease <= took <= Policy().lease + 20
        assert dict(lane(shop).counts) == {"accepted": 1, "ambiguous": 1}


def test_a_relay_that_fails_all_day_is_asked_by_one_message(tmp_path: Path, clock: HandClock) -> None:
    asked: list[float] = []

    def post(*event: object) -> Ending:
        asked.append(clock.time())
        return Ending("ambiguous", "status 500")

    broker: Any = Broker(clock.time)
    deliveries = Deliveries(broker, Memory(clock.time), relayed_by(post))  # type: ignore[arg-type]
    with Storefront("store_x", "sfpk_x", events=EventSettings(outbox=tmp_path / "outbox"), clock=clock) as shop:
        shop.events.via = deliveries.hand_over
        bought(shop, "meta")
        for _ in range(12 * 60):
            shop.events.flush()
            broker.work()
            assert len(broker.messages) == 1
            clock.set_by(60.0)
        assert len(asked) < 400


@pytest.mark.parametrize("provider", ["meta", "snackvideo"])
def test_a_redis_client_that_repeats_a_command_whose_answer_was_lost_delays_nothing(
    tmp_path: Path, clock: HandClock, provider: Any
) -> None:
    class Repeating(Memory):
        def set(self, key: str, value: str, **options: Any) -> bool:
            done = super().set(key, value, **options)
            return done if key.endswith(":queued") else super().set(key, value, **options)

    broker: Any = Broker(clock.time)
    deliveries = Deliveries(broker, Repeating(clock.time), relayed_by(lambda *event: Ending("delivered")))  # type: ignore[arg-type]
    with Storefront("store_x", "sfpk_x", events=EventSettings(outbox=tmp_path / "outbox"), clock=clock) as shop:
        shop.events.via = deliveries.hand_over
        bought(shop, provider)
        shop.events.flush()
        broker.work()
        clock.set_by(10.0)
        shop.events.flush()
        assert dict(lane(shop).counts) == {"accepted": 1, "delivered": 1}


def test_a_worker_with_a_wrong_environment_uses_no_attempt_up(tmp_path: Path, clock: HandClock) -> None:
    asked: list[str] = []

    def shop_of(store: str) -> Any:
        asked.append(store)
        if len(asked) < 5:
            raise KeyError("SCALEV_STOREFRONT_API_KEY")
        return relayed_by(lambda *event: next(endings))(store)

    endings, policy = iter((Ending("retry"), Ending("delivered"))), Policy(max_attempts=2)
    broker: Any = Broker(clock.time)
    deliveries = Deliveries(broker, Memory(clock.time), shop_of, policy=policy)  # type: ignore[arg-type]
    with Storefront("store_x", "sfpk_x", events=EventSettings(outbox=tmp_path / "outbox"), clock=clock) as shop:
        shop.events.via = deliveries.hand_over
        bought(shop, "meta")
        for _ in range(30):
            shop.events.flush()
            broker.work()
            clock.set_by(10.0)
        assert (len(asked), dict(lane(shop).counts)) == (5, {"accepted": 1, "delivered": 1})

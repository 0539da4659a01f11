"""The same deliveries through a real Redis and real Celery workers, one of them killed in the middle."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from celery_worker import loaded, worker
from nexus_sandbox import Sandbox
from nexus_storefront import Storefront
from nexus_storefront.events.model import Conversion, Event, Provider
from nexus_storefront.events.sending import Policy
from nexus_storefront.events.settings import EventSettings

pytestmark = [pytest.mark.redis, pytest.mark.xdist_group("celery")]
APP = Path(__file__).with_name("events_celery_app.py")
OPERATIONS: dict[Provider, str] = {
    "meta": "sendStorefrontMetaConversionEvent",
    "tiktok": "sendStorefrontTiktokConversionEvent",
    "snackvideo": "sendStorefrontSnackVideoConversionEvent",
}


def purchase(number: str, *providers: Provider) -> Conversion:
    page = {"event_source_url": "https://toko.example/"}
    made: dict[Provider, tuple[str, dict[str, Any]]] = {
        "meta": ("Purchase", {"user_data": {"em": "a@example.com"}, "events": [{"event_name": "Purchase"}]}),
        "tiktok": ("CompletePayment", {"user": {}, "events": [{"event": "CompletePayment"}]}),
        "snackvideo": ("purchase", {"click_id": f"click-{number}", "events": [{"event_name": "purchase"}]}),
    }
    events = []
    for provider in providers or made:
        name, body = made[provider]
        event_id = f"{number}-{name}-FORM"
        if provider != "snackvideo":
            body["events"][0]["event_id"] = event_id
        events.append(Event(provider, name, event_id, None, {**page, **body}, None, True, True, "Shopper/1"))
    return Conversion("purchase", tuple(events))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def tasks(sandbox: Sandbox, redis_url: str) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVENTS_REDIS", redis_url.removesuffix("0") + "1")
        patch.setenv("EVENTS_BASE", sandbox.base_url)
        with loaded(APP) as module:
            yield module
            module.deliveries._redis.close()


@pytest.fixture
def shop(sandbox: Sandbox, tasks: Any, tmp_path: Path) -> Iterator[Storefront]:
    settings = EventSettings(outbox=tmp_path / "outbox", policy=Policy(base=0.0))
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, events=settings) as shop:
        shop.events.via = tasks.deliveries.hand_over
        yield shop
    sandbox.control.clear_faults()


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.1)


def arrived(sandbox: Sandbox, number: str) -> dict[str, int]:
    """Copies that reached the store, by provider."""
    mine = [
        event
        for event in sandbox.control.events()
        if (event["event_id"] or "").startswith(f"{number}-") or event.get("click_id") == f"click-{number}"
    ]
    return {provider: sum(event["provider"] == provider for event in mine) for provider in OPERATIONS}


def waiting(shop: Storefront) -> dict[str, int]:
    shop.events.flush()
    return {lane.provider: lane.waiting for lane in shop.events.relay.outbox.lanes(shop.events.relay.store_id)}


def counts(shop: Storefront, provider: Provider) -> dict[str, int]:
    (lane,) = [lane for lane in shop.events.relay.outbox.lanes(shop.events.relay.store_id) if lane.provider == provider]
    return {what: n for what, n in lane.counts.items() if what != "accepted"}


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(
    sandbox: Sandbox, tasks: Any, shop: Storefront, tmp_path: Path
) -> None:
    for provider in OPERATIONS:
        # accepted only when whoever sent it is dead: nobody can tell whether it arrived
        sandbox.control.fault(OPERATIONS[provider], "latency", seconds=4)
    with worker(APP) as doomed:
        shop.events.send(purchase("CEL-0"))
        shop.events.flush()
        deliveries, redis = tasks.deliveries, tasks.deliveries._redis
        until(
            lambda: any(
                deliveries.state(key) == "sending" for key in redis.keys("nexus-events:*") if b":lease" not in key
            )
        )
        for number in range(1, 6):
            shop.events.send(purchase(f"CEL-{number}"))
        shop.events.flush()
        os.killpg(doomed.pid, signal.SIGKILL)
        doomed.wait()
    sandbox.control.clear_faults()
    assert not any(arrived(sandbox, "CEL-0").values())
    with worker(APP):
        until(lambda: not any(waiting(shop).values()))
        shop.events.send(purchase("CEL-6"))
        until(lambda: not any(waiting(shop).values()))
        # what was sent once is not sent again, whoever asks
        settings = EventSettings(outbox=tmp_path / "other machine")
        with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, events=settings) as other:
            other.events.via = tasks.deliveries.hand_over
            other.events.send(purchase("CEL-6"))
            assert not any(waiting(other).values())
    counted = [event["event_id"] for event in sandbox.control.events() if event["counted"]]
    for number in range(7):
        assert counted.count(f"CEL-{number}-Purchase-FORM") == 1
        assert counted.count(f"CEL-{number}-CompletePayment-FORM") == 1
        assert arrived(sandbox, f"CEL-{number}")["snackvideo"] <= 1
    assert arrived(sandbox, "CEL-6") == {"meta": 1, "tiktok": 1, "snackvideo": 1}
    assert (counts(shop, "meta"), counts(shop, "tiktok")) == ({"delivered": 7}, {"delivered": 7})
    assert sum(counts(shop, "snackvideo").values()) == 7


def test_a_message_that_the_broker_loses_is_queued_again(sandbox: Sandbox, tasks: Any, shop: Storefront) -> None:
    shop.events.send(purchase("LOST-1"))
    assert waiting(shop) == {"meta": 1, "tiktok": 1, "snackvideo": 1}
    tasks.deliveries._redis.delete("celery")
    with worker(APP):
        until(lambda: not any(waiting(shop).values()))
    assert arrived(sandbox, "LOST-1") == {"meta": 1, "tiktok": 1, "snackvideo": 1}


def test_how_it_ended_comes_back_to_the_outbox(sandbox: Sandbox, shop: Storefront) -> None:
    sandbox.control.fault(OPERATIONS["meta"], "status", status=400)
    sandbox.control.fault(OPERATIONS["tiktok"], "status", status=404)
    sandbox.control.fault(OPERATIONS["snackvideo"], "reset", when="after")
    outbox, store = shop.events.relay.outbox, sandbox.store_id
    with worker(APP):
        shop.events.send(purchase("END-1"))
        until(
            lambda: (
                waiting(shop) == {"meta": 0, "tiktok": 1, "snackvideo": 0}
                and outbox.lanes(store)[2].stopped is not None
            )
        )
        reasons = {letter.provider: letter.reason for letter in outbox.dead_letters(store)}
        assert reasons == {"meta": "refused: status 400", "snackvideo": "ambiguous"}
        assert outbox.replay(store) == 1
        outbox.resume(store)
        until(lambda: not any(waiting(shop).values()))
    assert arrived(sandbox, "END-1") == {"meta": 1, "tiktok": 1, "snackvideo": 1}


def test_a_broker_that_is_away_leaves_the_event_in_the_outbox(tasks: Any, shop: Storefront) -> None:
    class Away:
        def apply_async(self, *args: Any, **options: Any) -> None:
            raise ConnectionError

    real, tasks.deliveries.task = tasks.deliveries.task, Away()
    try:
        shop.events.send(purchase("AWAY-1", "meta"))
        shop.events.flush(seconds=0.2)
    finally:
        tasks.deliveries.task = real
    assert waiting(shop) == {"meta": 1}
    with worker(APP):
        until(lambda: not any(waiting(shop).values()))
    assert counts(shop, "meta") == {"delivered": 1}


def test_nothing_older_than_a_day_is_sent(sandbox: Sandbox, tasks: Any) -> None:
    told = {"store": sandbox.store_id, "provider": "meta", "name": "Purchase", "event_id": "OLD-1-Purchase-FORM"}
    told |= {"created": time.time() - 86_401, "kept": True, "payload": {}, "user_agent": None, "subject": None}
    assert tasks.deliveries.task.apply((told,)).get() == "given up: expired"
    assert tasks.deliveries.task.apply((told,)).get() == "ended before"
    assert arrived(sandbox, "OLD-1")["meta"] == 0


def test_an_answer_that_an_interrupted_task_did_not_read_is_no_later_ones(
    redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A time limit ends a task between a command and its answer: the next item would be told another's state."""
    from celery.exceptions import SoftTimeLimitExceeded
    from redis.connection import Connection

    class TimeLimit(BaseException):
        pass

    def interrupted(*_: Any, **__: Any) -> None:
        raise limit

    looking = looking_at(redis_url, lambda task, message: looking.state(message["key"]))
    looking._redis.mset({"limits:one": "done", "limits:two": "sending"})
    for limit, call in (
        (SoftTimeLimitExceeded, looking.task),
        (TimeLimit, lambda message: looking.offer(message["key"], message)),
    ):
        assert looking.state("limits:two") == "sending"
        monkeypatch.setattr(Connection, "read_response", interrupted)
        with pytest.raises(limit):
            call({"key": "limits:one"})
        monkeypatch.undo()
        assert looking.state("limits:two") == "sending"
    looking._redis.close()


def test_a_task_that_is_tried_again_keeps_its_connection_to_redis(redis_url: str) -> None:
    from celery.exceptions import Retry

    looking = looking_at(redis_url, lambda task, message: looking.again(task, message["key"], 1.0, counts=False))
    looking.state("limits:one")
    connections = looking._redis.info("stats")["total_connections_received"]
    with pytest.raises(Retry):
        looking.task({"key": "limits:one"})
    assert looking._redis.info("stats")["total_connections_received"] == connections
    looking._redis.close()


def looking_at(redis_url: str, work: Callable[[Any, Any], str]) -> Any:
    from celery import Celery
    from nexus_storefront.work_queue.celery import CeleryTask
    from nexus_storefront.work_queue.model import QueuePolicy

    class Looking(CeleryTask):
        def work(self, task: Any, message: Any) -> str:
            return work(task, message)

    app = Celery("limits", broker="memory://", set_as_current=False)
    return Looking(app, redis_url, "looking", policy=QueuePolicy(), confirm_after=1, requeue_after=1)

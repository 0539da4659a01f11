"""The same deliveries through a real Redis and real Celery workers, one of them killed in the middle."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import Storefront
from nexus_storefront.events.delivery import Policy
from nexus_storefront.events.model import Conversion, Event, Provider
from nexus_storefront.events.settings import EventSettings

pytestmark = [pytest.mark.redis, pytest.mark.xdist_group("celery")]
HERE = Path(__file__).parent
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
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = shutil.which("redis-server")
    if server is None:
        pytest.skip("no redis-server on this machine")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("redis")
    options = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", str(folder)]
    with subprocess.Popen([server, *options], stdout=subprocess.DEVNULL) as process:
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}/0"
        process.terminate()


@pytest.fixture(scope="module")
def tasks(sandbox: Sandbox, redis_url: str) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVENTS_REDIS", redis_url)
        patch.setenv("EVENTS_BASE", sandbox.base_url)
        spec = importlib.util.spec_from_file_location("events_celery_app", HERE / "events_celery_app.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module
        module.app.close()
        module.deliveries._redis.close()


@contextmanager
def worker() -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "celery", "-A", "events_celery_app", "worker", "-c", "2", "-l", "ERROR"]
    more = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    environ = {**os.environ, "PYTHONPATH": str(HERE)}
    process = subprocess.Popen(
        command + more,
        env=environ,
        cwd=HERE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(15)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


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


def test_a_worker_killed_in_the_middle_loses_nothing_and_doubles_nothing(
    sandbox: Sandbox, tasks: Any, shop: Storefront
) -> None:
    for provider in OPERATIONS:
        # held up between commit and answer: nobody can tell whether it arrived
        sandbox.control.fault(OPERATIONS[provider], "latency", when="after", seconds=8)
    with worker() as doomed:
        shop.events.send(purchase("CEL-0"))
        assert shop.events.flush() == 3
        until(lambda: any(arrived(sandbox, "CEL-0").values()))
        for number in range(1, 6):
            shop.events.send(purchase(f"CEL-{number}"))
        shop.events.flush()
        os.killpg(doomed.pid, signal.SIGKILL)
        doomed.wait()
    sandbox.control.clear_faults()
    with worker():
        shop.events.send(purchase("CEL-6"))
        shop.events.flush()
        until(lambda: all(arrived(sandbox, f"CEL-{n}")[p] for n in range(7) for p in ("meta", "tiktok")))
        until(lambda: arrived(sandbox, "CEL-6")["snackvideo"] == 1)
        # what was sent once is not sent again, whoever asks
        shop.events.relay.outbox.close()
        again = Storefront(
            sandbox.store_id,
            sandbox.api_key,
            sandbox.base_url,
            events=EventSettings(outbox=shop.events.relay.outbox.path.with_name("other machine")),
        )
        again.events.via = tasks.deliveries.hand_over
        again.events.send(purchase("CEL-6"))
        assert again.events.flush() == 3
        until(lambda: not tasks.deliveries._redis.llen("celery"))
        time.sleep(1)
        again.close()
    counted = [event for event in sandbox.control.events() if event["counted"]]
    for number in range(7):
        ids = [event["event_id"] for event in counted]
        assert ids.count(f"CEL-{number}-Purchase-FORM") == 1
        assert ids.count(f"CEL-{number}-CompletePayment-FORM") == 1
        assert arrived(sandbox, f"CEL-{number}")["snackvideo"] <= 1
    assert arrived(sandbox, "CEL-6") == {"meta": 1, "tiktok": 1, "snackvideo": 1}


def test_refusals_go_to_the_dead_letters_and_back(sandbox: Sandbox, tasks: Any, shop: Storefront) -> None:
    sandbox.control.fault(OPERATIONS["meta"], "status", status=400)
    sandbox.control.fault(OPERATIONS["tiktok"], "status", status=404)
    deliveries, store = tasks.deliveries, sandbox.store_id
    with worker():
        shop.events.send(purchase("DEAD-1", "meta", "tiktok"))
        shop.events.flush()
        until(lambda: bool(deliveries.dead_letters(store)))
        (letter,) = deliveries.dead_letters(store)
        assert (letter["event_id"], letter["reason"]) == ("DEAD-1-Purchase-FORM", "refused: status 400")
        assert deliveries.replay(store) == 1
        until(lambda: arrived(sandbox, "DEAD-1")["meta"] == 1)
        assert deliveries.dead_letters(store) == []
        # a wrong store or key stops the lane until someone resumes it
        until(lambda: bool(deliveries._redis.exists(f"nexus-events:{store}:tiktok:stopped")))
        assert arrived(sandbox, "DEAD-1")["tiktok"] == 0
        deliveries.resume(store, "tiktok")
        until(lambda: arrived(sandbox, "DEAD-1")["tiktok"] == 1)


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
    (lane,) = shop.events.relay.outbox.lanes(shop.events.relay.store_id)
    assert lane.waiting == 1
    shop.events.relay.outbox.resume(shop.events.relay.store_id)
    shop.events.flush()
    (lane,) = shop.events.relay.outbox.lanes(shop.events.relay.store_id)
    assert (lane.waiting, lane.counts["delivered"]) == (0, 1)


def test_nothing_older_than_a_day_is_sent(sandbox: Sandbox, tasks: Any, shop: Storefront) -> None:
    told = {"store": sandbox.store_id, "provider": "meta", "name": "Purchase", "event_id": "OLD-1-Purchase-FORM"}
    told |= {"created": time.time() - 86_401, "kept": True, "payload": {}, "user_agent": None, "subject": None}
    assert tasks.deliveries.task.apply((told,)).get() == "expired"
    assert tasks.deliveries.task.apply((told,)).get() == "duplicate"
    assert arrived(sandbox, "OLD-1")["meta"] == 0

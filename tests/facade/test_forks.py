"""A fork at a moment at which another thread holds what the child will need: the child waits for none of it."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import CheckoutPolicy, DriftReport, SqliteStore, Storefront
from nexus_storefront.checkout._sync.settling import Settling
from nexus_storefront.events import Conversion, Ending, Event, EventSettings
from nexus_storefront.stores import StoreError
from nexus_storefront.transport._sync.http_client import HttpClient

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


def works_in_a_child(work: Callable[[], object]) -> bool:
    child = os.fork()
    if child == 0:
        signal.alarm(10)
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def test_while_the_http_client_is_being_made(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    making, make = threading.Event(), HttpClient._make

    def slowly(client: HttpClient) -> object:
        making.set()
        time.sleep(0.3)
        return make(client)

    monkeypatch.setattr(HttpClient, "_make", slowly)
    shop = Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url)
    thread = threading.Thread(target=shop.catalog.count)
    thread.start()
    making.wait()
    assert works_in_a_child(shop.catalog.count)
    thread.join()
    shop.close()


def test_by_a_signal_while_the_worker_of_a_child_is_being_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = Event("meta", "View", "1", None, {})

    def starting(thread: threading.Thread) -> None:
        if thread.name == "nexus-events":
            signal.raise_signal(signal.SIGUSR1)
        start(thread)

    def work() -> None:
        signal.signal(signal.SIGUSR1, lambda *_: shop.events.send(Conversion("view", (event,))))
        monkeypatch.setattr(threading.Thread, "start", starting)
        shop.events.send(Conversion("view", (event,)))
        assert [each.name for each in threading.enumerate()].count("nexus-events") == 1

    start = threading.Thread.start
    with Storefront("store_x", "sfpk_x", events=EventSettings(outbox=tmp_path / "outbox")) as shop:
        shop.events.via = lambda claim: Ending("handed_on", retry_after=60)
        shop.events.start()
        assert works_in_a_child(work)


def test_a_transport_that_was_used_before(sandbox: Sandbox) -> None:
    """Its connections are the parent's: a child would read the answers of others."""
    for used in (False, True):
        shop = Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, transport=httpx.HTTPTransport())
        if used:
            shop.catalog.count()
        asked = len(sandbox.control.requests())
        assert works_in_a_child(shop.catalog.count) is not used
        assert len(sandbox.control.requests()) == asked + (not used)
        shop.close()


def test_while_calls_are_under_way() -> None:
    """A child waits for no answers of its parent's, so it counts none that the rate budget lacks."""
    arrived, goes_on = threading.Event(), threading.Event()

    def answer(request: httpx.Request) -> httpx.Response:
        if threading.current_thread() is thread:
            arrived.set()
            goes_on.wait()
        left = {"x-ratelimit-limit": "20", "x-ratelimit-remaining": "10", "x-ratelimit-reset": "30"}
        return httpx.Response(200, json={"total": 1}, headers=left)

    def asks() -> None:
        shop.catalog.count()
        assert shop._core.shared.admission.budget.remaining == 10

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        shop = Storefront("store_x", "sfpk_x", "https://api.test", http_client=client)
        thread = threading.Thread(target=shop.catalog.count)
        thread.start()
        arrived.wait()
        try:
            assert works_in_a_child(asks)
        finally:
            goes_on.set()
            thread.join()


def test_while_the_session_is_being_made_and_a_report_is_written(sandbox: Sandbox) -> None:
    report = DriftReport()
    shop = Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url, drift=report)
    with report._lock, shop._core.shared._making_session:
        assert works_in_a_child(lambda: (shop.auth.state(), shop.catalog.count(), report.counts()))
    shop.close()


def test_while_another_thread_changes_which_session_is_in_use(sandbox: Sandbox) -> None:
    held, forked = threading.Event(), threading.Event()
    with Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url) as shop:
        in_use = shop._core.shared.session._in_use  # type: ignore[attr-defined]

        def hold() -> None:
            with in_use.lock:
                held.set()
                forked.wait(10)

        thread = threading.Thread(target=hold)
        thread.start()
        held.wait()
        try:
            assert works_in_a_child(shop._core.session.signed_in)
        finally:
            forked.set()
            thread.join()


def test_while_a_part_of_another_shop_is_being_made(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    making, make, main = threading.Event(), Settling.__init__, threading.current_thread()

    def slowly(*given: Any) -> None:
        if threading.current_thread() is not main:
            making.set()
            forked.wait(10)
        make(*given)

    monkeypatch.setattr(Settling, "__init__", slowly)
    forked, policy = threading.Event(), CheckoutPolicy(quote_max_age=7)
    one, other = (Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url) for _ in range(2))
    thread = threading.Thread(target=lambda: one.checkout.policy)
    thread.start()
    making.wait()
    assert works_in_a_child(lambda: other.checkout.policy)
    # Both threads have the same one afterwards: what one has set counts for the other.
    setting = threading.Thread(target=setattr, args=(one.checkout, "policy", policy))
    setting.start()
    forked.set()
    thread.join()
    setting.join()
    assert one.checkout.policy is policy


def test_while_an_intent_is_being_sent(sandbox: Sandbox) -> None:
    """Nothing of it is left to be sent in the child."""
    with Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url) as shop:
        intent = shop.intents.start("form-1", "ok", delay=60)
        sandbox.control.fault("updateStorefrontCheckoutIntent", "latency", seconds=0.3)
        intent.save(fields={"notes": "a"})
        assert not intent.flush(wait=0.0)
        while not intent._sending:
            time.sleep(0.001)
        assert works_in_a_child(lambda: _is_true(intent.flush()))
        assert intent.flush(wait=10)


def test_while_an_intent_is_about_to_be_sent(sandbox: Sandbox) -> None:
    """Its timer has a lock of its own, which the timer's thread takes when it begins and when its time is up."""
    with Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url) as shop:
        intent = shop.intents.start("form-1", "ok", delay=60)
        intent.save(fields={"notes": "a"})
        timer: Any = intent._later._timer
        with ThreadPoolExecutor(1) as other:
            other.submit(timer.finished._cond.acquire).result()
            assert works_in_a_child(lambda: _is_true(intent.flush()))
            other.submit(timer.finished._cond.release).result()
        assert intent.flush()


def _is_true(found: object) -> None:
    assert found is True


def test_while_a_module_is_being_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow_to_import.py").write_text("import time\ntime.sleep(0.3)\n")
    monkeypatch.syspath_prepend(tmp_path)

    def first() -> None:
        __import__("slow_to_import")

    thread = threading.Thread(target=first)
    thread.start()
    while "slow_to_import" not in sys.modules:
        time.sleep(0.001)
    assert works_in_a_child(first)
    thread.join()


def test_out_of_a_signal_handler_that_interrupted_its_own_thread(tmp_path: Path, sandbox: Sandbox) -> None:
    """Nobody can wait for that thread. What it had begun stays its own process's: a child that goes on in it changes
    nothing."""
    store = SqliteStore(tmp_path / "shop.db")
    shop = Storefront("store_sandbox", "sfpk_sandbox", sandbox.base_url)

    def kill() -> None:
        if not done.wait(20):
            os._exit(70)  # else the fork waits for ever

    done = threading.Event()
    threading.Thread(target=kill, daemon=True).start()
    store.put("a", b"1")
    child = -1
    try:
        with shop._core.shared.client._making, store._file.transaction(1.0) as db:
            db.execute("UPDATE entries SET value = ?", (b"2",))
            child = os.fork()
            if child == 0:
                signal.alarm(20)
                shop.catalog.count()
    except StoreError:
        assert child == 0
        os._exit(0)
    finally:
        if child == 0:
            os._exit(2)
    done.set()
    assert os.waitpid(child, 0)[1] == 0
    entry = store.get("a")
    assert entry is not None
    assert entry.value == b"2"
    store.put("a", b"3")
    store.close()
    shop.close()

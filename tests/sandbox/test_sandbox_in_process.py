"""The store without sockets: one request at a time, in the caller's thread."""

from __future__ import annotations

import asyncio
import gc
import json
import socket
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import pytest
from nexus_sandbox import Clock, Sandbox, Settings
from nexus_sandbox.ratelimit import RateLimiter
from sandbox_shopper import GAYO, PARCEL, variant

_STORE = "http://sandbox.localhost/v3/stores/store_sandbox"
_KEY = {"X-Scalev-Storefront-Api-Key": "sfpk_sandbox"}


@pytest.fixture(autouse=True)
def _nothing_but_this_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object) -> None:
        raise AssertionError("real time or a socket was used")

    monkeypatch.setattr(time, "sleep", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "bind", refuse)


def _order(sandbox: Sandbox) -> tuple[int, dict[str, object]]:
    body = json.dumps(PARCEL | {"items": [variant(GAYO)], "payment_method": "qris"}).encode()
    status, _, answer = sandbox.ask("POST", f"{_STORE}/public/checkout", _KEY, body)
    return status, json.loads(answer)


def test_a_request_is_answered_in_place() -> None:
    sandbox = Sandbox()
    status, headers, body = sandbox.ask("GET", f"{_STORE}/public/cart?x=%20", _KEY)
    assert (status, json.loads(body)["items"]) == (200, [])
    assert dict(headers)["x-scalev-guest-token"]
    assert sandbox.control.requests()[-1]["query"] == "x=%20"
    assert _order(sandbox)[0] == 201
    assert sandbox.ask("GET", f"{_STORE}/public/items/count", _KEY, client="10.1.2.3").status == 200
    assert sandbox.control.requests()[-1]["client"] == "10.1.2.3"


def test_the_same_clock_seed_and_requests_give_the_same_answers() -> None:
    now = [1_800_000_000.0]
    runs = []
    for _ in range(2):
        sandbox = Sandbox(clock=Clock(lambda: now[0]))
        first = _order(sandbox)
        now[0] += 3600
        runs.append((first, _order(sandbox)))
        now[0] -= 3600
    assert runs[0] == runs[1]
    assert runs[0][0] != runs[0][1]


def test_waits_pass_on_the_sandbox_clock_alone() -> None:
    sandbox = Sandbox(clock=Clock(lambda: 1_800_000_000.0))
    before = sandbox.control.now()
    for kind in ("latency", "slow_body"):
        sandbox.control.fault("countStorefrontItems", kind, seconds=3600)  # type: ignore[arg-type]
        assert sandbox.ask("GET", f"{_STORE}/public/items/count", _KEY).status == 200
    assert (sandbox.control.now() - before).total_seconds() == pytest.approx(7200)


@pytest.mark.parametrize("kind", ["reset", "cut_body"])
def test_an_ended_connection_raises(kind: str) -> None:
    sandbox = Sandbox()
    sandbox.control.fault("createPublicCheckout", kind, when="after")  # type: ignore[arg-type]
    with pytest.raises(ConnectionResetError):
        _order(sandbox)
    assert len(sandbox.control.orders()) == 1
    sandbox.control.fault("countStorefrontItems", kind)  # type: ignore[arg-type]
    with httpx.Client(transport=sandbox.transport()) as client, pytest.raises(httpx.ReadError) as caught:
        client.get(f"{_STORE}/public/items/count", headers=_KEY)
    assert caught.value.request.url.path.endswith("/items/count")


def test_both_clients_of_httpx() -> None:
    sandbox = Sandbox()
    with httpx.Client(transport=sandbox.transport(), headers=_KEY) as client:
        token = client.get(f"{_STORE}/public/cart").headers["X-Scalev-Guest-Token"]
        added = client.post(f"{_STORE}/public/cart/items", json=variant(GAYO), headers={"X-Scalev-Guest-Token": token})
        assert added.status_code == 201

    async def read() -> httpx.Response:
        async with httpx.AsyncClient(transport=sandbox.transport(), headers=_KEY) as client:
            return await client.get(f"{_STORE}/public/cart", headers={"X-Scalev-Guest-Token": token})

    running = read()
    with pytest.raises(StopIteration) as done:  # no event loop is needed either
        running.send(None)
    assert done.value.value.json()["item_count"] == 1
    assert asyncio.iscoroutine(running)


def test_the_storage_host_is_told_by_its_name() -> None:
    sandbox = Sandbox()
    slug = sandbox.ask(
        "POST",
        f"{_STORE}/public/checkout",
        _KEY,
        json.dumps(PARCEL | {"items": [variant(GAYO)], "payment_method": "bank_transfer"}).encode(),
    )
    order = json.loads(slug.body)
    upload = {"filename": "a.png", "content_type": "image/png", "content_length": 3}
    offered = sandbox.ask(
        "POST",
        f"{_STORE}/public/orders/{order['secret_slug']}/transfer-proof-upload",
        _KEY,
        json.dumps(upload).encode(),
    )
    place = json.loads(offered.body)
    put = sandbox.ask("PUT", place["upload_url"], {"content-type": "image/png"}, b"abc")
    assert put.status == 200
    assert sandbox.ask("GET", place["file_url"]).body == b"abc"


def test_a_sandbox_that_is_dropped_closes_its_database(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **settings: opened.append(connect(*args, **settings)) or opened[-1]
    )
    sandbox = Sandbox()
    assert sandbox.ask("GET", "http://localhost/").status
    del sandbox
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


def _at_once(work: Callable[[], object]) -> None:
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


class _Together:
    """Has two threads meet where one of them reads what both are about to write, if they can."""

    def __init__(self) -> None:
        self._both = threading.Barrier(2)

    def meet(self) -> None:
        with suppress(threading.BrokenBarrierError):
            self._both.wait(0.05)


def test_two_threads_have_one_budget() -> None:
    together = _Together()

    class Used(dict[str, tuple[int, int]]):
        def get(self, *about: Any) -> Any:
            found = super().get(*about)
            together.meet()
            return found

    settings = Settings(rate_limit=1)
    limiter, allowed = RateLimiter(settings), list[bool]()
    limiter._used = Used()
    _at_once(lambda: allowed.append(limiter.spend("127.0.0.1", 0.0).allowed))
    assert sorted(allowed) == [False, True]


def test_the_clock_moves_as_far_as_two_threads_move_it() -> None:
    together, moving = _Together(), False

    def source() -> float:
        if moving:
            together.meet()
        return 1000.0

    clock = Clock(source)
    moving = True
    _at_once(lambda: clock.advance(60))
    assert clock.time() == 1120


def test_a_clock_that_is_let_go_loses_no_move_and_is_nowhere_else() -> None:
    seen, moving = list[float](), list[threading.Thread]()

    def source() -> float:
        if not moving:
            moving.append(threading.Thread(target=lambda: (seen.append(clock.time()), clock.advance(60))))
            moving[0].start()
            moving[0].join(0.1)
        return 1000.0

    clock = Clock(lambda: 1000.0)
    clock.stop()
    clock.advance(3600)
    clock._source = source
    clock.resume()
    moving[0].join()
    assert (seen, clock.time()) == ([4600.0], 4660.0)

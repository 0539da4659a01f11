# Rendered from tests/facade/_async/test_some_at_once.py by scripts/unasync.py; edit that file.
"""Reads of many things: batched, some at a time where tasks can, and never past the rate budget."""

from __future__ import annotations

import inspect
from typing import Any

import httpx
import pytest
from nexus_storefront import Storefront, StorefrontError, never
from nexus_storefront.clock import SYSTEM_CLOCK, SystemClock
from nexus_storefront.transport._sync.concurrency import some_at_once

pytestmark = pytest.mark.anyio

AT_ONCE = 4 if inspect.iscoroutinefunction(SYSTEM_CLOCK.sleep) else 1
LIMIT = 4


class Service(httpx.BaseTransport):
    """Sells whatever it is asked for, and counts who asks at the same time."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.now = self.most = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.paths.append(request.url.path.rsplit("/", 1)[-1])
        self.now += 1
        self.most = max(self.most, self.now)
        for _ in range(10):
            SYSTEM_CLOCK.sleep(0)
        self.now -= 1
        return self.answer(request)

    def answer(self, request: httpx.Request) -> httpx.Response:
        name = self.paths[-1] if AT_ONCE == 1 else request.url.path.rsplit("/", 1)[-1]
        if name == "pricing":
            ids = request.url.params["ids"].split(",")
            return httpx.Response(200, json={"data": [{"variant_id": int(each), "price": "1000"} for each in ids]})
        variant = {"id": int(name.removeprefix("p-")), "unique_id": f"variant_{name}", "price": "1000"}
        return httpx.Response(200, json={"slug": name, "name": name, "variants": [variant]})


class Hand(SystemClock):
    passed = 0.0

    def time(self) -> float:
        return 1_790_000_000 + self.passed

    def monotonic(self) -> float:
        return self.passed

    def sleep(self, seconds: float) -> None:
        self.passed += seconds
        SYSTEM_CLOCK.sleep(0)


class Limited(Service):
    """Lets through `LIMIT` requests in each minute of a clock."""

    def __init__(self, clock: Hand) -> None:
        super().__init__()
        self.clock = clock
        self.refused = 0
        self.used: dict[int, int] = {}

    def answer(self, request: httpx.Request) -> httpx.Response:
        minute, second = divmod(self.clock.passed, 60)
        used = self.used[int(minute)] = self.used.get(int(minute), 0) + 1
        response = super().answer(request) if used <= LIMIT else httpx.Response(429, json={})
        self.refused += response.status_code == 429
        told = {"limit": LIMIT, "remaining": max(0, LIMIT - used), "reset": int(60 - second)}
        response.headers.update({f"x-ratelimit-{name}": str(value) for name, value in told.items()})
        return response


def shop_of(transport: httpx.BaseTransport, **options: Any) -> Storefront:
    return Storefront("store_x", "sfpk_x", transport=transport, retry=never, **options)


def test_offers_of_a_page_take_one_request_and_many_some_at_a_time() -> None:
    service = Service()
    with shop_of(service) as shop:
        assert len(shop.catalog.offers(range(1, 101))) == 100
        assert service.paths == ["pricing"]
        offers = shop.catalog.offers(range(1, 1001))
    assert list(offers) == list(range(1, 1001))
    assert (len(service.paths), service.most) == (1 + 10, AT_ONCE)


def test_fifty_products_are_resolved_some_at_a_time() -> None:
    service = Service()
    lines = [
        {"type": "variant", "variant_id": number, "quantity": 1, "product_slug": f"p-{number}"}
        for number in range(1, 51)
    ]
    with shop_of(service) as shop:
        assert shop.events.resolve(lines) == []
    assert sorted(service.paths) == sorted(f"p-{number}" for number in range(1, 51))  # and no list of the catalogue
    assert service.most == AT_ONCE


def test_they_stay_within_the_rate_budget() -> None:
    clock = Hand()
    service = Limited(clock)
    with shop_of(service, clock=clock, timeout=1000) as shop:
        shop.catalog.offers([1])  # which tells the limit
        assert len(shop.catalog.offers(range(1, 1001))) == 1000
    assert (len(service.paths), service.refused) == (11, 0)


def test_one_that_fails_ends_no_other() -> None:
    def failing() -> int:
        raise StorefrontError("no")

    def one() -> int:
        return 1

    def foreign() -> int:
        raise KeyError("of somebody else")

    first, second, third = some_at_once([one, failing, one])
    assert (first, third) == (1, 1)
    assert isinstance(second, StorefrontError)
    with pytest.raises(KeyError):
        some_at_once([one, foreign])

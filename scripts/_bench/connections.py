"""How a shop connects: kept connections beside new ones, HTTP/1.1 beside HTTP/2; docs/transport.md says what follows.

All sides are ours, against servers that take next to no time. A connection costs more over TLS and over a distance: two
trips before the first request.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import httpx
from nexus_storefront import AsyncStorefront, Storefront
from nexus_storefront.transport.retry import never

from _bench import Measure
from _bench._h2 import multiplexing
from _bench._process import API_KEY, STORE_ID
from _bench._replay import replaying
from _bench._turns import quartiles, typical

ROUNDS = 300
AT_ONCE = 8


def run() -> Iterator[Measure]:
    with replaying() as base_url:
        yield _kept(base_url)
        with multiplexing(base_url) as h2_url:
            yield from asyncio.run(_versions(base_url, h2_url))


def _kept(base_url: str) -> Measure:
    unkept = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
    with (
        Storefront(STORE_ID, API_KEY, base_url, retry=never) as usual,
        Storefront(STORE_ID, API_KEY, base_url, transport=unkept, retry=never) as anew,
    ):
        sides = {"ours": usual.catalog.count, "a new connection for each": anew.catalog.count}
        found = quartiles(sides, ROUNDS, lambda: None)
    note = f"lower quartile of {ROUNDS}; without TLS"
    return Measure("a call on a kept connection", "ms", found.pop("ours"), found, 1.0, note=note)


async def _versions(base_url: str, h2_url: str) -> list[Measure]:
    """Milliseconds of processor for one call, and for some at once, by the version of HTTP."""
    newer = httpx.AsyncHTTPTransport(http1=False, http2=True)
    async with (
        AsyncStorefront(STORE_ID, API_KEY, base_url, retry=never) as one,
        AsyncStorefront(STORE_ID, API_KEY, h2_url, transport=newer, retry=never) as two,
    ):
        with two.raw() as answers:
            await two.catalog.count()
        if answers[-1].http_version != "HTTP/2":
            raise RuntimeError(f"asked over {answers[-1].http_version}")
        rows = []
        for calls in (1, AT_ONCE):
            times: dict[str, list[float]] = {"HTTP/1.1": [], "HTTP/2": []}
            for _ in range(ROUNDS):
                for name, shop in (("HTTP/1.1", one), ("HTTP/2", two)):
                    started = time.process_time()
                    await asyncio.gather(*(shop.catalog.count() for _ in range(calls)))
                    times[name].append((time.process_time() - started) * 1000)
            found = {name: typical(each) for name, each in times.items()}
            what = f"{calls} at once" if calls > 1 else "one call"
            note = f"lower quartile of {ROUNDS}"
            limit = 1.0 if calls == 1 else None
            rows.append(Measure(f"{what}, HTTP/1.1: processor", "ms", found.pop("HTTP/1.1"), found, limit, note=note))
    return rows

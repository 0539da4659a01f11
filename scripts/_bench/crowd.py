"""A thousand shoppers at once in one process, beside the bare httpx calls they make.

Each reads a page, fills a cart and reads it; each side in a process of its own. The server takes next to no time: all
wait for it alike.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator

import httpx
from nexus_storefront import AsyncStorefront
from nexus_storefront.transport.fast import fast_transport

from _bench import Measure, _memory
from _bench._process import API_KEY, STORE_ID, fresh
from _bench._replay import replaying

SHOPPERS = 1000
FAST_LIMIT = 0.7
VARIANT = 494601
# A pair of runs more while there is time for it.
SECONDS = 60


def run() -> Iterator[Measure]:
    best: dict[str, dict[str, float]] = {}
    began, pairs = time.monotonic(), 0
    with replaying() as base_url:
        while not pairs or time.monotonic() - began < SECONDS * pairs / (pairs + 1):
            for side in ("bare", "facade", "fast"):
                code = f"from _bench.crowd import crowd; crowd({side!r}, {base_url!r})"
                found: dict[str, float] = fresh(code)
                known = best.setdefault(side, found)
                best[side] = {name: min(known[name], found[name]) for name in found}
            pairs += 1
    note = f"asyncio tasks, 3 calls each, best of {pairs}"
    for name, unit, key in (("wall time", "s", "seconds"), ("memory each", "kB", "kilobytes")):
        peers = {"bare httpx": best["bare"][key]}
        what = f"{SHOPPERS} concurrent shoppers: {name}"
        yield Measure(what, unit, best["facade"][key], peers, note=note)
        limit = FAST_LIMIT if key == "seconds" else None
        yield Measure(f"{what}, extra `fast`", unit, best["fast"][key], peers, limit, note=note)


def crowd(side: str, base_url: str) -> None:
    """One side of the comparison; prints seconds and kilobytes a shopper as JSON."""
    path = f"{base_url}/v3/stores/{STORE_ID}/public"
    body = {"type": "variant", "variant_id": VARIANT, "quantity": 1}

    async def bare(http: httpx.AsyncClient) -> None:
        headers = {"X-Scalev-Storefront-Api-Key": API_KEY}
        (await http.get(f"{path}/items", params={"page_size": 10}, headers=headers)).json()
        added = await http.post(f"{path}/cart/items", json=body, headers=headers)
        headers["X-Scalev-Guest-Token"] = added.headers["X-Scalev-Guest-Token"]
        (await http.get(f"{path}/cart", headers=headers)).json()

    async def facade(http: httpx.AsyncClient) -> None:
        shop = AsyncStorefront(STORE_ID, API_KEY, base_url, http_client=http, timeout=120)
        await shop.catalog.items(page_size=10).page()
        await shop.cart.add(variant_id=VARIANT)
        await shop.cart.get()

    async def everyone() -> tuple[float, float]:
        one = bare if side == "bare" else facade
        limits = httpx.Limits(max_connections=50)
        transport = fast_transport(limits=limits) if side == "fast" else None
        async with httpx.AsyncClient(timeout=120, limits=limits, transport=transport) as http:
            await one(http)  # what is imported and made once is not a shopper's
            before, started = _memory.resident(), time.perf_counter()
            await asyncio.gather(*(one(http) for _ in range(SHOPPERS)))
            return time.perf_counter() - started, _memory.peak() - before

    seconds, megabytes = asyncio.run(everyone())
    print(json.dumps({"seconds": seconds, "kilobytes": megabytes * 1024 / SHOPPERS}))

"""A purchase where every answer takes as long as over the internet, beside the fewest calls that can make one.

The peer is what a person writes first: shipping options, summary, order, by hand, with nothing kept and nothing looked
at before. Ours reads the cart as well, to know afterwards whether an order came of it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator

import httpx
from nexus_storefront import AsyncStorefront, Placed, Storefront
from nexus_storefront.transport.retry import never

from _bench import Measure
from _bench._process import API_KEY, STORE_ID, sandbox
from _bench._turns import quartiles, typical
from _bench.flows import VARIANT, Flow, HandMadeCall, by_hand, calls_of, fill, purchase

SERVICE_SECONDS = 0.08
ROUNDS = 12
LIMIT = 1.4
PEER = "the fewest calls"


def run() -> Iterator[Measure]:
    with sandbox() as base_url:
        httpx.post(f"{base_url}/_sandbox/stock", json={"variant_id": VARIANT, "stock": None}).raise_for_status()
        with httpx.Client() as http, httpx.Client() as bare:
            shop = Storefront(STORE_ID, API_KEY, base_url, http_client=http, retry=never)
            calls = calls_of(shop, Flow("purchase", purchase, fill))
            sides = {"ours": lambda: purchase(shop), PEER: by_hand(bare, fewest(calls))}

            def before() -> None:
                hurry(base_url)
                fill(shop)
                take_time(base_url)

            yield row("sync", quartiles(sides, ROUNDS, before), len(calls))
        yield row("async", *asyncio.run(_asynchronous(base_url)))


def row(half: str, found: dict[str, float], calls: int) -> Measure:
    """The row of one half."""
    note = f"{calls} requests, theirs 3; {SERVICE_SECONDS * 1000:.0f} ms each; lower quartile of {ROUNDS}"
    return Measure(f"a guest's cart, {half}", "ms", found["ours"], {PEER: found[PEER]}, LIMIT, note=note)


def fewest(calls: list[HandMadeCall]) -> list[HandMadeCall]:
    """Of the calls of a purchase, those without which there is none."""
    found = [call for call in calls if call.method == "POST"]
    if len(found) != 3:
        raise RuntimeError("a purchase is no longer made of options, summary and order")
    return found


def hurry(base_url: str) -> None:
    """Every answer comes at once."""
    httpx.delete(f"{base_url}/_sandbox/faults").raise_for_status()


def take_time(base_url: str) -> None:
    """Every answer takes its time."""
    fault = {"operation": "*", "kind": "latency", "seconds": SERVICE_SECONDS, "count": None}
    httpx.post(f"{base_url}/_sandbox/faults", json=fault).raise_for_status()


async def _asynchronous(base_url: str) -> tuple[dict[str, float], int]:
    """Milliseconds of a typical round of each side, and how many requests ours makes."""
    async with httpx.AsyncClient() as http, httpx.AsyncClient() as bare:
        shop = AsyncStorefront(STORE_ID, API_KEY, base_url, http_client=http, retry=never)
        await shop.cart.set_quantity(1, variant_id=VARIANT)
        with shop.raw() as answers:
            await _buy(shop)
        calls = [HandMadeCall.of(answer.request) for answer in answers]

        async def plain() -> None:
            for method, url, headers, body in fewest(calls):
                (await bare.request(method, url, headers=headers, json=body)).raise_for_status().json()

        sides: dict[str, Callable[[], Awaitable[object]]] = {"ours": lambda: _buy(shop), PEER: plain}
        times: dict[str, list[float]] = {name: [] for name in sides}
        for _ in range(ROUNDS):
            for name, side in sides.items():
                hurry(base_url)
                await shop.cart.set_quantity(1, variant_id=VARIANT)
                take_time(base_url)
                started = time.perf_counter()
                await side()
                times[name].append((time.perf_counter() - started) * 1000)
    return {name: typical(found) for name, found in times.items()}, len(calls)


async def _buy(shop: AsyncStorefront) -> None:
    checkout = await shop.checkout.start()
    checkout.set_buyer(name="Bench", email="bench@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("bank_transfer")
    checkout.ship_with((await checkout.shipping_options())[0])
    await checkout.quote()
    outcome = await checkout.place()
    if not isinstance(outcome, Placed):
        raise TypeError(f"no order came of it: {outcome}")

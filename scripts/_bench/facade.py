"""The facade beside the bare httpx calls it makes: start-up, calls, flows, many shoppers at once."""

from __future__ import annotations

import asyncio
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import httpx
from nexus_storefront import AsyncStorefront, Item, Placed, Storefront
from nexus_storefront.transport.retry import never

from _bench import Measure
from _bench._server import API_KEY, STORE_ID, sandbox

VARIANT = 494535
IMPORT_ROUNDS = 15
CALL_ROUNDS = 300
FLOW_ROUNDS = 300
SHOPPERS = 1000
IMPORTS = {
    "import httpx": "import httpx",
    "import of the facade": "from nexus_storefront import Storefront",
    "import of one operation": "from nexus_commerce.api.storefront import list_storefront_items",
}


def run() -> list[Measure]:
    measures = _imports()
    with sandbox() as base_url:
        measures += _flows(base_url)
        measures += _crowd(base_url)
    return measures


# --- start-up


def _imports() -> list[Measure]:
    def once(code: str) -> tuple[float, float]:
        """Seconds and peak megabytes of a fresh interpreter, its own start taken off."""
        probe = (
            "import time, resource; start = time.perf_counter()\n"
            f"{code}\n"
            "print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
        )
        out = subprocess.run([sys.executable, "-c", probe], check=True, capture_output=True, text=True).stdout
        seconds, megabytes = out.split()
        return float(seconds), float(megabytes)

    seconds: dict[str, list[float]] = {name: [] for name in IMPORTS}
    memory: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for _ in range(IMPORT_ROUNDS):
        for name, code in IMPORTS.items():
            took, peak = once(code)
            seconds[name].append(took * 1000)
            memory[name].append(peak)
    peer, *ours = IMPORTS
    measures = []
    for name in ours:
        base = {peer: statistics.median(seconds[peer])}
        measures.append(Measure("start-up", name, "ms", statistics.median(seconds[name]), base, 1.3))
        base = {peer: statistics.median(memory[peer])}
        measures.append(Measure("start-up", f"{name}, peak memory", "MB", statistics.median(memory[name]), base))
    return measures


# --- flows


class Flow(NamedTuple):
    """One flow of the facade. `before` brings the cart into the state it starts from, for both sides."""

    name: str
    run: Callable[[Storefront], object]
    before: Callable[[Storefront], object] = lambda shop: None
    rounds: int = FLOW_ROUNDS


def _fill(shop: Storefront) -> None:
    shop.cart.set_quantity(1, variant_id=VARIANT)


def _search(shop: Storefront) -> object:
    return next(iter(shop.locations.search("Cempaka Putih"))), shop.locations.postal_codes(9089)


def _purchase(shop: Storefront) -> object:
    checkout = shop.checkout.start()
    checkout.set_buyer(name="Bench", email="bench@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("bank_transfer")
    checkout.ship_with(checkout.shipping_options()[0])
    checkout.quote()
    outcome = checkout.place()
    if not isinstance(outcome, Placed):
        raise TypeError(f"no order came of it: {outcome}")
    return outcome


FLOWS = (
    Flow("one call: cart read", lambda shop: shop.cart.get(), _fill, CALL_ROUNDS),
    Flow("one call: catalogue page", lambda shop: shop.catalog.items(page_size=50).page(), rounds=CALL_ROUNDS),
    Flow("product detail", lambda shop: shop.catalog.product("kopi-arabika-gayo"), rounds=CALL_ROUNDS),
    Flow("offers of 4 variants", lambda shop: shop.catalog.offers([494535, 494536, 494537, 494538])),
    Flow("location by search", _search),
    Flow("set quantity in the cart", lambda shop: shop.cart.set_quantity(2, variant_id=VARIANT), _fill),
    Flow("discount check", lambda shop: shop.discounts.check("HEMAT10", items=[Item(variant_id=VARIANT)])),
    Flow("checkout of a cart: options, summary, order", _purchase, _fill),
)


def _flows(base_url: str) -> list[Measure]:
    measures = []
    # Every round buys one.
    httpx.post(f"{base_url}/_sandbox/stock", json={"variant_id": VARIANT, "stock": None}).raise_for_status()
    for flow in FLOWS:
        with httpx.Client() as http, httpx.Client() as bare:
            shop = Storefront(STORE_ID, API_KEY, base_url, http_client=http, retry=never)
            flow.before(shop)
            with shop.raw() as answers:
                flow.run(shop)
            calls = [
                (answer.request.method, str(answer.request.url), _kept(answer.request), _body(answer.request))
                for answer in answers
            ]

            def plain(bare: httpx.Client = bare, calls: list[tuple[str, str, dict[str, str], Any]] = calls) -> None:
                for method, url, headers, body in calls:
                    answer = bare.request(method, url, headers=headers, json=body)
                    answer.raise_for_status()
                    answer.json()

            ours: list[float] = []
            theirs: list[float] = []
            for round_ in range(flow.rounds):
                sides = [(ours, lambda shop=shop, flow=flow: flow.run(shop)), (theirs, plain)]
                for times, side in sides if round_ % 2 else reversed(sides):
                    flow.before(shop)
                    started = time.perf_counter()
                    side()
                    times.append(time.perf_counter() - started)
        measures.append(
            Measure(
                "flows",
                flow.name,
                "ms",
                statistics.median(ours) * 1000,
                {"bare httpx": statistics.median(theirs) * 1000},
                1.10,
                f"{len(calls)} calls, median of {flow.rounds}",
            )
        )
    return measures


def _kept(request: httpx.Request) -> dict[str, str]:
    """The headers a bare call would give by hand; httpx makes those of the body itself."""
    return {name: value for name, value in request.headers.items() if name not in {"content-length", "content-type"}}


def _body(request: httpx.Request) -> Any:
    """The value that both sides encode as JSON, or None."""
    return json.loads(request.content) if request.content else None


# --- many shoppers in one process


def _crowd(base_url: str) -> list[Measure]:
    """Each shopper reads a page, fills a cart and reads it, all at once; in a process of its own for each side."""
    results: dict[str, dict[str, float]] = {}
    for side in ("bare", "facade", "bare", "facade"):
        out = subprocess.run(
            [sys.executable, "-c", f"from _bench.facade import crowd; crowd({side!r}, {base_url!r})"],
            check=True,
            capture_output=True,
            text=True,
            cwd="scripts",
        ).stdout
        found: dict[str, float] = json.loads(out)
        best = results.setdefault(side, found)
        results[side] = {name: min(best[name], found[name]) for name in found}
    note = f"{SHOPPERS} asyncio tasks, 3 calls each, best of 2"
    name = f"{SHOPPERS} concurrent shoppers"
    peer, ours = results["bare"], results["facade"]
    each = {"bare httpx": peer["kilobytes"]}
    return [
        Measure("crowd", f"{name}: wall time", "s", ours["seconds"], {"bare httpx": peer["seconds"]}, note=note),
        Measure("crowd", f"{name}: memory each", "kB", ours["kilobytes"], each, note=note),
    ]


def crowd(side: str, base_url: str) -> None:
    """One side of the comparison; prints seconds and kilobytes a shopper as JSON."""
    path = f"{base_url}/v3/stores/{STORE_ID}/public"
    body = {"type": "variant", "variant_id": 494601, "quantity": 1}

    async def bare(http: httpx.AsyncClient) -> None:
        headers = {"X-Scalev-Storefront-Api-Key": API_KEY}
        (await http.get(f"{path}/items", params={"page_size": 10}, headers=headers)).json()
        added = await http.post(f"{path}/cart/items", json=body, headers=headers)
        headers["X-Scalev-Guest-Token"] = added.headers["X-Scalev-Guest-Token"]
        (await http.get(f"{path}/cart", headers=headers)).json()

    async def facade(http: httpx.AsyncClient) -> None:
        shop = AsyncStorefront(STORE_ID, API_KEY, base_url, http_client=http, timeout=120)
        await shop.catalog.items(page_size=10).page()
        await shop.cart.add(variant_id=494601)
        await shop.cart.get()

    async def everyone() -> float:
        one = bare if side == "bare" else facade
        limits = httpx.Limits(max_connections=50)
        async with httpx.AsyncClient(timeout=120, limits=limits) as http:
            await one(http)
            started = time.perf_counter()
            await asyncio.gather(*(one(http) for _ in range(SHOPPERS)))
            return time.perf_counter() - started

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = asyncio.run(everyone())
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": seconds, "kilobytes": (after - before) / SHOPPERS}))

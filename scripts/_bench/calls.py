"""One call, beside bare httpx and beside what well-known typed clients take for one: openai and stripe.

All ask the same local server for the same path. The peers' answers become their own objects: openai's model with the
fields of the answer's top level, stripe's object of the whole.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
from nexus_storefront import AsyncStorefront, Storefront
from nexus_storefront.transport.fast import fast_transport
from nexus_storefront.transport.retry import never

from _bench import Measure
from _bench._process import API_KEY, STORE_ID, sandbox
from _bench._replay import replaying
from _bench._turns import quartiles, typical
from _bench.flows import VARIANT, Flow, HandMadeCall, by_hand, calls_of, fill

ROUNDS = 300
FAST_LIMIT = 0.7

CALLS = (
    Flow("cart read", lambda shop: shop.cart.get(), fill),
    Flow("product detail", lambda shop: shop.catalog.product("kopi-arabika-gayo")),
    Flow("catalogue page of 50", lambda shop: shop.catalog.items(page_size=50).page()),
)


def run() -> Iterator[Measure]:
    with sandbox() as base_url:
        for flow in CALLS:
            with Storefront(STORE_ID, API_KEY, base_url, retry=never) as shop, httpx.Client() as bare:
                (call,) = calls_of(shop, flow)
                sides: dict[str, Callable[[], object]] = {
                    "ours": lambda shop=shop, flow=flow: flow.run(shop),  # type: ignore[misc]
                    "bare httpx": by_hand(bare, [call]),
                    "openai": openai(base_url, call),
                    "stripe": stripe(base_url, call),
                }
                found = quartiles(sides, ROUNDS, lambda: None)
            yield Measure(flow.name, "ms", found.pop("ours"), found, flow.limit, note=f"lower quartile of {ROUNDS}")
    # What a server takes is waited for by all alike, and says nothing of a client.
    with replaying() as base_url:
        found = asyncio.run(_asynchronous(base_url))
    note = f"lower quartile of {ROUNDS}; ours with the extra `fast`"
    yield Measure("cart read, async: processor", "ms", found.pop("ours"), found, FAST_LIMIT, note=note)


async def _asynchronous(base_url: str) -> dict[str, float]:
    """Milliseconds of processor that a typical call of each side takes: ours on the fast transport, bare httpx, and
    ours on httpx.
    """
    async with (
        AsyncStorefront(STORE_ID, API_KEY, base_url, transport=fast_transport(), retry=never) as fast,
        AsyncStorefront(STORE_ID, API_KEY, base_url, retry=never) as usual,
        httpx.AsyncClient() as bare,
    ):
        with fast.raw() as answers:
            await fast.cart.set_quantity(1, variant_id=VARIANT)
            await fast.cart.get()
        call = HandMadeCall.of(answers[-1].request)

        async def plain() -> None:
            (await bare.request(call.method, call.url, headers=call.headers)).raise_for_status().json()

        sides: dict[str, Callable[[], Awaitable[object]]] = {
            "ours": fast.cart.get,
            "bare httpx": plain,
            "ours on httpx": usual.cart.get,
        }
        times: dict[str, list[float]] = {name: [] for name in sides}
        for _ in range(ROUNDS):
            for name, side in sides.items():
                started = time.process_time()
                await side()
                times[name].append((time.process_time() - started) * 1000)
    return {name: typical(found) for name, found in times.items()}


def _own(call: HandMadeCall) -> tuple[str, dict[str, str]]:
    """Path with query, and the headers that say who asks."""
    place = urlsplit(call.url)
    return f"{place.path}?{place.query}", {k: v for k, v in call.headers.items() if k.startswith("x-scalev-")}


def openai(base_url: str, call: HandMadeCall) -> Callable[[], object]:
    """openai-python's own request and model machinery."""
    from openai import BaseModel, OpenAI

    class Answer(BaseModel):
        id: int | None = None
        name: str | None = None
        items: list[dict[str, Any]] | None = None
        data: list[dict[str, Any]] | None = None
        variants: list[dict[str, Any]] | None = None

    # The model's annotations are read where this function's names are not known.
    Answer.model_rebuild(_types_namespace={"Any": Any})
    path, headers = _own(call)
    client = OpenAI(api_key="sk-bench", base_url=base_url, max_retries=0, default_headers=headers)
    return lambda: client.get(path, cast_to=Answer)


def stripe(base_url: str, call: HandMadeCall) -> Callable[[], object]:
    """stripe-python's own request and object machinery, with the HTTP client it chooses."""
    from stripe import StripeClient

    path, headers = _own(call)
    client = StripeClient("sk_bench", base_addresses={"api": base_url}, max_network_retries=0)

    def ask() -> object:
        answer = client.raw_request("get", path, headers=headers)
        return client.deserialize(answer, api_mode="V1")

    return ask

"""Flows of the facade beside the bare httpx calls that they make."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import httpx
from nexus_storefront import Item, Placed, Storefront
from nexus_storefront.transport.retry import never

from _bench import Measure
from _bench._process import API_KEY, STORE_ID, sandbox
from _bench._turns import quartiles

VARIANT = 494535
ROUNDS = 300


class Flow(NamedTuple):
    """One flow of the facade. `before` brings the cart into the state it starts from, for both sides."""

    name: str
    run: Callable[[Storefront], object]
    before: Callable[[Storefront], object] = lambda shop: None
    limit: float = 1.10


class HandMadeCall(NamedTuple):
    """One request as a person would write it by hand; httpx makes the headers of the body itself."""

    method: str
    url: str
    headers: dict[str, str]
    body: Any

    @classmethod
    def of(cls, request: httpx.Request) -> HandMadeCall:
        made = {"content-length", "content-type"}
        headers = {name: value for name, value in request.headers.items() if name not in made}
        return cls(request.method, str(request.url), headers, json.loads(request.content) if request.content else None)


def fill(shop: Storefront) -> None:
    """One piece of one variant in the cart, whatever was there."""
    shop.cart.set_quantity(1, variant_id=VARIANT)


def _search(shop: Storefront) -> object:
    return next(iter(shop.locations.search("Cempaka Putih"))), shop.locations.postal_codes(9089)


def purchase(shop: Storefront) -> object:
    """A guest buys what is in the cart."""
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
    Flow("offers of 4 variants", lambda shop: shop.catalog.offers([494535, 494536, 494537, 494538])),
    Flow("location by search", _search),
    Flow("set quantity in the cart", lambda shop: shop.cart.set_quantity(2, variant_id=VARIANT), fill),
    Flow("discount check", lambda shop: shop.discounts.check("HEMAT10", items=[Item(variant_id=VARIANT)])),
    Flow("checkout of a cart: options, summary, order", purchase, fill, limit=1.15),
)


def run() -> Iterator[Measure]:
    with sandbox() as base_url:
        # Every round buys one.
        httpx.post(f"{base_url}/_sandbox/stock", json={"variant_id": VARIANT, "stock": None}).raise_for_status()
        for flow in FLOWS:
            with Storefront(STORE_ID, API_KEY, base_url, retry=never) as shop, httpx.Client() as bare:
                calls = calls_of(shop, flow)
                sides: dict[str, Callable[[], object]] = {
                    "ours": lambda shop=shop, flow=flow: flow.run(shop),  # type: ignore[misc]
                    "bare httpx": by_hand(bare, calls),
                }
                found = quartiles(sides, ROUNDS, lambda shop=shop, flow=flow: flow.before(shop))  # type: ignore[misc]
            note = f"{len(calls)} calls, lower quartile of {ROUNDS}"
            yield Measure(flow.name, "ms", found.pop("ours"), found, flow.limit, note=note)


def calls_of(shop: Storefront, flow: Flow) -> list[HandMadeCall]:
    """The requests that one run of a flow makes."""
    flow.before(shop)
    with shop.raw() as answers:
        flow.run(shop)
    return [HandMadeCall.of(answer.request) for answer in answers]


def by_hand(http: httpx.Client, calls: list[HandMadeCall]) -> Callable[[], None]:
    """The same requests, answers read as JSON."""

    def plain() -> None:
        for method, url, headers, body in calls:
            answer = http.request(method, url, headers=headers, json=body)
            answer.raise_for_status()
            answer.json()

    return plain

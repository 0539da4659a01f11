"""Taking events: beside segment's and posthog's queues, which keep memory only, and inside a checkout."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
from nexus_storefront import Placed, Storefront
from nexus_storefront.events import Attribution, Ending, EventSettings, Visit
from nexus_storefront.events.sending import Claim

from _bench import Measure
from _bench._process import API_KEY, STORE_ID, fresh, sandbox

EVENTS = 100_000
CHECKOUTS = 60
SERVICE_SECONDS = 0.05

# Each runs in a process of its own, against a server that accepts connections and never answers.
_PROBE = """
import json, resource, socket, statistics, sys, tempfile, time
server = socket.create_server(("127.0.0.1", 0), backlog=64)
host = f"http://127.0.0.1:{server.getsockname()[1]}"
count = int(sys.argv[1])
properties = {"value": 125000, "currency": "IDR", "content_ids": ["variant_1"], "content_type": "product"}
def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))
%s
send(0)
before, took, start = resident(), [], time.perf_counter()
for number in range(1, count):
    begin = time.perf_counter()
    send(number)
    took.append(time.perf_counter() - begin)
seconds = time.perf_counter() - start
print(json.dumps([statistics.median(took) * 1e6, seconds / count * 1e6, resident() - before]), flush=True)
import os; os._exit(0)
"""
_OURS = """
from nexus_storefront import Storefront
from nexus_storefront.events import Conversion, Event, EventSettings, Policy
settings = EventSettings(outbox=tempfile.mkdtemp() + "/outbox", policy=Policy(max_waiting=10**9))
shop = Storefront("store_x", "sfpk_x", host, events=settings)
shop.events.start()
def send(number):
    event_id = f"{number}-Purchase-FORM"
    payload = {
        "event_source_url": "https://toko.example/",
        "user_data": {"em": "buyer@example.com"},
        "events": [{"event_id": event_id, "event_name": "Purchase", "parameters": properties}],
    }
    event = Event("meta", "Purchase", event_id, None, payload, None, True, True)
    assert shop.events.send(Conversion("purchase", (event,))).accepted
"""
_SEGMENT = """
from segment.analytics.client import Client
client = Client("key", host=host, max_queue_size=10**9)
def send(number):
    assert client.track("buyer@example.com", "Purchase", properties, message_id=f"{number}-Purchase-FORM")[0]
"""
_POSTHOG = """
from posthog import Posthog
client = Posthog("key", host=host, max_queue_size=10**9)
def send(number):
    assert client.capture("Purchase", distinct_id="buyer@example.com", properties=properties) is not None
"""


def run() -> Iterator[Measure]:
    yield from _queues()
    yield from _checkouts()


def _queues() -> Iterator[Measure]:
    results: dict[str, list[float]] = {}
    for name, code in (("ours", _OURS), ("segment", _SEGMENT), ("posthog", _POSTHOG)):
        results[name] = fresh(_PROBE % code, str(EVENTS))
    ours = results.pop("ours")
    names = (
        ("events.send, one event", "µs", "ours is on disk when it returns; theirs are in memory"),
        (f"throughput of {EVENTS} events", "µs/event", "with a worker beside it, the relay being down"),
        (f"memory after {EVENTS} events of an outage", "MB", "linear in theirs: a day at 10/s is 8.6 times as much"),
    )
    for row, (name, unit, note) in enumerate(names):
        yield Measure(name, unit, ours[row], {peer: values[row] for peer, values in results.items()}, note=note)


def _checkouts() -> Iterator[Measure]:
    """Placing an order, without events, with them, and with a relay that does not answer."""
    ads = Attribution("fbc", "fbp", "ttclid", "ttp", "kwai")
    visit = Visit("https://toko.example/terima-kasih", None, ads, "Bench/1")

    def unanswered(claim: Claim) -> Ending:
        time.sleep(1)
        return Ending("ambiguous", "Timeout")

    with tempfile.TemporaryDirectory() as folder, sandbox() as base:
        fault = {"operation": "createPublicCheckout", "kind": "latency", "seconds": SERVICE_SECONDS, "count": None}
        httpx.post(f"{base}/_sandbox/faults", json=fault).raise_for_status()

        def shop(name: str) -> Storefront:
            return Storefront(STORE_ID, API_KEY, base, events=EventSettings(outbox=Path(folder) / name))

        def place(shop: Storefront, with_events: bool) -> float:
            cart = shop.cart.add(variant_id=494601)
            checkout = shop.checkout.start(digital=True)
            checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
            checkout.pay_with("bank_transfer")
            checkout.quote()
            time.sleep(0.05)
            start = time.perf_counter()
            outcome = checkout.place()
            if with_events:
                shop.events.send(shop.events.order_created(outcome, visit, items=cart.lines))
            took = (time.perf_counter() - start) * 1000
            if not isinstance(outcome, Placed):
                raise RuntimeError(f"no order: {outcome}")
            return took

        shops = {name: shop(name) for name in ("off", "on", "down")}
        shops["on"].events.start()
        shops["down"].events.via = unanswered
        shops["down"].events.start()
        took: dict[str, list[float]] = {name: [] for name in shops}
        for _ in range(CHECKOUTS):
            for name, one in shops.items():
                took[name].append(place(one, name != "off"))
        for one in shops.values():
            one.close()
    median = {name: statistics.median(values) for name, values in took.items()}
    peers = {"without events": median["off"]}
    note = f"the service takes {SERVICE_SECONDS * 1000:.0f} ms to make the order"
    for name in ("on", "down"):
        yield Measure(f"placing an order, relay {name}", "ms", median[name], peers, 1.02, note=note)

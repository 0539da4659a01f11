"""Conversion events of a shop, from the shopper's action to the store that counts them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from attrs import evolve
from lengths import of_this_half
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, never
from nexus_storefront.clock import SYSTEM_CLOCK
from nexus_storefront.events.attribution import Attribution
from nexus_storefront.events.items import Reference
from nexus_storefront.events.model import Conversion, Event, Provider, Visit
from nexus_storefront.events.sending import Policy
from nexus_storefront.events.settings import EventSettings
from nexus_storefront.work_queue.model import Alarm, Ending

pytestmark = pytest.mark.anyio

GOODS, BUNDLE = 494535, 31925
AGENT = "Mozilla/5.0 (Linux; Android 14) Shopper/1"
ADS = Attribution("fb.1.1.click", "fb.1.1.1", "ttclid", "ttp", "kwai")
VISIT = Visit("https://toko.example/produk?token=SECRET", "https://facebook.com/?id=SECRET", ADS, AGENT, "shopper-1")
AT_ONCE = Policy(base=0.0)
OPERATIONS = {
    "meta": "sendStorefrontMetaConversionEvent",
    "tiktok": "sendStorefrontTiktokConversionEvent",
    "snackvideo": "sendStorefrontSnackVideoConversionEvent",
}


@pytest.fixture
def alarms() -> list[Alarm]:
    return []


@pytest.fixture
def settings(tmp_path: Path, alarms: list[Alarm]) -> EventSettings:
    return EventSettings(outbox=tmp_path / "outbox.sqlite3", policy=AT_ONCE, on_alarm=alarms.append)


@pytest.fixture
def make(sandbox: Sandbox, settings: EventSettings) -> Callable[..., AsyncStorefront]:
    def shop(events: EventSettings = settings, key: str = sandbox.api_key) -> AsyncStorefront:
        return AsyncStorefront(sandbox.store_id, key, sandbox.base_url, events=events)

    return shop


def purchase(number: str, *providers: Provider) -> Conversion:
    """A purchase with the least a provider takes."""
    page = {"event_source_url": "https://toko.example/"}
    bodies: dict[Provider, dict[str, Any]] = {
        "meta": {**page, "user_data": {"em": "pembeli@example.com"}},
        "tiktok": {**page, "user": {"email": "pembeli@example.com"}},
        "snackvideo": {**page, "click_id": "kwai"},
    }
    name: dict[Provider, tuple[str, str]] = {
        "meta": ("Purchase", "event_name"),
        "tiktok": ("CompletePayment", "event"),
        "snackvideo": ("purchase", "event_name"),
    }
    events = []
    for provider in providers or ("meta", "tiktok", "snackvideo"):
        called, key = name[provider]
        event_id = f"{number}-{called}-FORM"
        identity = {} if provider == "snackvideo" else {"event_id": event_id}
        payload = {**bodies[provider], "events": [{key: called, **identity}]}
        events.append(Event(provider, called, event_id, None, payload, None, True, True, AGENT, "shopper-1"))
    return Conversion("purchase", tuple(events))


def counted(sandbox: Sandbox, number: str) -> dict[str, int]:
    """How often each provider counts this order."""
    mine = [e for e in sandbox.control.events() if (e["event_id"] or "").startswith(f"{number}-") and e["counted"]]
    return {provider: sum(e["provider"] == provider for e in mine) for provider in ("meta", "tiktok")}


def state(shop: AsyncStorefront, provider: str) -> dict[str, Any]:
    (lane,) = [lane for lane in shop.events.relay.outbox.lanes(shop.events.relay.store_id) if lane.provider == provider]
    return {"waiting": lane.waiting, "stopped": lane.stopped, "dead": lane.dead, **lane.counts}


def delivered(shop: AsyncStorefront, number: int) -> bool:
    """Whether each provider has so many; a lane begins when its first event is in the file."""
    lanes = {lane.provider: lane for lane in shop.events.relay.outbox.lanes(shop.events.relay.store_id)}
    return all(name in lanes and lanes[name].counts.get("delivered", 0) == number for name in OPERATIONS)


async def test_a_whole_visit_arrives_as_the_store_expects_it(
    make: Callable[..., AsyncStorefront], sandbox: Sandbox
) -> None:
    sandbox.control.clear_requests()
    async with make() as shop:
        events = shop.events
        product = await shop.catalog.product("kopi-arabika-gayo")
        events.send(events.content_view(product, VISIT))
        await shop.cart.add(variant_id=GOODS, quantity=2)
        cart = await shop.cart.add(bundle_price_option_id=BUNDLE)
        line = cart.find(bundle_price_option_id=BUNDLE)
        events.send(events.add_to_cart(line, VISIT))
        assert await events.resolve(cart) == []
        events.send(events.checkout_started(cart, VISIT))
        checkout = await shop.checkout.start(cart.lines)
        events.send(events.checkout_started(checkout, VISIT))
        order = {
            "order_id": "260101VISIT",
            "gross_revenue": "325000.00",
            "variants": {str(GOODS): 2},
            "bundle_price_options": {str(BUNDLE): 1},
            "customer": {"email": "pembeli@example.com"},
            "destination_address": {"name": "Siti Aminah", "phone": "081234567890", "city": "Bandung"},
        }
        bought = events.order_created(order, VISIT)
        assert events.send(bought).accepted
        assert set(events.send(bought).statuses.values()) == {"duplicate"}
        assert await events.flush() == 15
    mine = [e for e in sandbox.control.events() if e["event_id"] in {event.event_id for event in bought}]
    meta, tiktok = mine
    assert (meta["name"], meta["event_id"]) == ("Purchase", "260101VISIT-Purchase-FORM")
    assert meta["person"] == {
        "country": "id",
        "em": "pembeli@example.com",
        "ph": "6281234567890",
        "fn": "Siti",
        "ln": "Aminah",
        "ct": "Bandung",
        "fbc": "fb.1.1.click",
        "fbp": "fb.1.1.1",
        "client_ip_address": "127.0.0.1",
        "client_user_agent": AGENT,
    }
    assert meta["parameters"]["value"] == 325000
    assert [len(meta[kind]) for kind in ("variants", "bundle_price_options", "unknown_items")] == [1, 1, 0]
    assert (tiktok["person"]["email"], tiktok["person"]["phone"]) == ("pembeli@example.com", "6281234567890")
    sent = [r for r in sandbox.control.requests() if "analytics" in r["path"]]
    assert len(sent) == 15
    assert "SECRET" not in json.dumps(sent)
    assert {e["unknown_items"] == [] for e in sandbox.control.events()} == {True}


@pytest.mark.parametrize(
    ("provider", "when", "kind"),
    of_this_half(
        __name__,
        ["meta", "tiktok", "snackvideo"],
        ["before", "after"],
        ["reset", "status", "text_429", "html_502", "status_520", "cut_body", "truncated_json", "empty_200"],
    ),
)
async def test_every_fault_ends_in_exactly_one_count(
    make: Callable[..., AsyncStorefront], sandbox: Sandbox, naps: list[float], provider: Provider, when: str, kind: str
) -> None:
    if (provider, when, kind) == ("snackvideo", "after", "text_429"):
        pytest.skip("a 429 says that the request was refused")
    number = f"F-{provider}-{when}-{kind}"
    before = sandbox.control.event_totals().get("snackvideo", {}).get("purchase", {}).get("counted", 0)
    sandbox.control.fault(OPERATIONS[provider], kind, when=when, **({"status": 503} if kind == "status" else {}))
    async with make() as shop:
        assert shop.events.send(purchase(number, provider)).accepted
        for _ in range(3):
            await shop.events.flush()
        found = state(shop, provider)
    assert found["waiting"] == 0
    if provider == "snackvideo":
        after = sandbox.control.event_totals().get("snackvideo", {}).get("purchase", {}).get("counted", 0)
        assert after - before <= 1
        assert found.get("delivered", 0) + found.get("ambiguous", 0) == 1
    else:
        assert counted(sandbox, number)[provider] == 1
        assert found["delivered"] == 1


async def test_closing_the_shop_stops_the_worker(make: Callable[..., AsyncStorefront]) -> None:
    async with make() as shop:
        shop.events.start()
        assert not shop.events._background.stopping
    assert shop.events._background.stopping


async def test_a_wrong_key_stops_the_lane_and_rings_once_until_it_is_resumed(
    make: Callable[..., AsyncStorefront], sandbox: Sandbox, alarms: list[Alarm]
) -> None:
    async with make(key="sfpk_wrong") as shop:
        shop.events.send(purchase("K-1", "meta"))
        shop.events.send(purchase("K-2", "meta"))
        assert await shop.events.flush() == 1
        assert await shop.events.flush() == 0
        assert alarms == [Alarm("lane_stopped", "meta", "status 404")]
    async with make() as shop:
        shop.events.start()
        await until(lambda: len(alarms) == 2)  # reminded at the start
        assert state(shop, "meta")["waiting"] == 2
        shop.events.relay.outbox.resume(sandbox.store_id)
        await until(lambda: state(shop, "meta")["waiting"] == 0)
    assert [counted(sandbox, number)["meta"] for number in ("K-1", "K-2")] == [1, 1]


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(400):
        if condition():
            return
        await SYSTEM_CLOCK.asleep(0.05)
    raise AssertionError("it never came about")


async def test_a_refused_event_is_a_dead_letter_and_the_next_goes_on(
    make: Callable[..., AsyncStorefront], sandbox: Sandbox, alarms: list[Alarm]
) -> None:
    sandbox.control.fault(OPERATIONS["meta"], "status", status=400)
    async with make() as shop:
        shop.events.send(purchase("D-1", "meta"))
        shop.events.send(purchase("D-2", "meta"))
        await shop.events.flush()
        outbox, store = shop.events.relay.outbox, shop.events.relay.store_id
        (letter,) = outbox.dead_letters(store)
        assert (letter.event_id, letter.reason) == ("D-1-Purchase-FORM", "refused: status 400")
        assert alarms == [Alarm("dead_letter", "meta", "status 400")]
        assert outbox.replay(store) == 1
        await shop.events.flush()
    assert [counted(sandbox, number)["meta"] for number in ("D-1", "D-2")] == [1, 1]


async def test_the_background_worker_delivers_what_is_sent(
    make: Callable[..., AsyncStorefront], sandbox: Sandbox
) -> None:
    async with make() as shop:
        shop.events.start()
        shop.events.start()
        for number in range(5):
            shop.events.send(purchase(f"B-{number}"))
        await until(lambda: delivered(shop, 5))
        await shop.events.stop()
        shop.events.send(purchase("B-late", "meta"))
        await SYSTEM_CLOCK.asleep(0.7)
        assert state(shop, "meta")["waiting"] == 1
        shop.events.start()
        await until(lambda: state(shop, "meta")["waiting"] == 0)
    assert all(counted(sandbox, f"B-{number}") == {"meta": 1, "tiktok": 1} for number in range(5))


async def test_consent_is_asked_before_storing_and_again_before_sending(
    make: Callable[..., AsyncStorefront], sandbox: Sandbox, tmp_path: Path
) -> None:
    allowed = {("meta", "shopper-1"), ("tiktok", "shopper-1")}
    asked: list[tuple[str, str | None]] = []

    def gate(provider: str, subject: str | None) -> bool:
        asked.append((provider, subject))
        return (provider, subject) in allowed

    async with make(EventSettings(outbox=tmp_path / "consent", consent=gate)) as shop:
        receipt = shop.events.send(purchase("C-1"))
        assert receipt.statuses == {"meta": "accepted", "tiktok": "accepted", "snackvideo": "no_consent"}
        allowed.remove(("meta", "shopper-1"))
        assert await shop.events.flush() == 1
        assert state(shop, "meta")["no_consent"] == 1
        bought = shop.events.order_created({"order_id": "C-2"}, VISIT)
        asked_before = len(asked)
        shown = shop.events.render(bought)  # whom the visit names
        assert len(asked) - asked_before == 3  # once for each provider
        known: Any = ["shopper", 1]  # whatever the gate knows a shopper by
        assert "C-3-" not in shop.events.render(
            shop.events.order_created({"order_id": "C-3"}, evolve(VISIT, subject=known))
        )
        assert shown == shop.events.render(bought, subject="shopper-1")
        assert shown.count("C-2-") == shown.count("C-2-CompletePayment-FORM") == 1
        assert "C-2-" not in shop.events.render(bought, subject="shopper-2")
    assert counted(sandbox, "C-1") == {"meta": 0, "tiktok": 1}
    assert asked[:3] == [("meta", "shopper-1"), ("tiktok", "shopper-1"), ("snackvideo", "shopper-1")]


async def test_a_consent_gate_that_fails_is_a_no(make: Callable[..., AsyncStorefront], tmp_path: Path) -> None:
    def gate(provider: str, subject: str | None) -> bool:
        raise KeyError("shopper-1")

    async with make(EventSettings(outbox=tmp_path / "consent", consent=gate)) as shop:
        assert set(shop.events.send(purchase("C-2")).statuses.values()) == {"no_consent"}


@pytest.mark.parametrize("broken", ["folder", "garbage", "beneath a file"])
async def test_send_never_raises_whatever_the_outbox_is(
    make: Callable[..., AsyncStorefront], tmp_path: Path, broken: str
) -> None:
    path = tmp_path / "broken"
    if broken == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"not a database, " * 100)
    rung: list[Alarm] = []

    def alarm(told: Alarm) -> None:
        rung.append(told)
        raise RuntimeError("the alarm fails too")

    place = path / "outbox" if broken == "beneath a file" else path
    async with make(EventSettings(outbox=place, on_alarm=alarm)) as shop:
        receipt = shop.events.send(purchase("X-1"))
        assert set(receipt.statuses.values()) == {"failed"}
        assert receipt.dropped
        assert [told.kind for told in rung] == ["outbox_failed"]
        shop.events.start()
        await until(lambda: len(rung) > 2)


async def test_constructors_never_raise_either(make: Callable[..., AsyncStorefront]) -> None:
    class Hostile:
        @property
        def order_id(self) -> str:
            raise RuntimeError("not loaded")

    async with make() as shop:
        assert shop.events.order_created(Hostile(), VISIT).skipped == "failed: RuntimeError"


async def test_what_is_no_conversion_is_sent_nowhere_and_rings_no_alarm(
    make: Callable[..., AsyncStorefront], tmp_path: Path
) -> None:
    rung: list[Alarm] = []
    async with make(EventSettings(outbox=tmp_path / "outbox", on_alarm=rung.append)) as shop:
        for wrong in (None, "view", [1]):
            receipt = shop.events.send(wrong)  # type: ignore[arg-type]
            assert (receipt.statuses, receipt.skipped) == ({}, "there is no conversion")
    assert not rung


async def test_resolving_reads_the_catalogue_once_per_unknown_id(
    make: Callable[..., AsyncStorefront], sandbox: Sandbox
) -> None:
    lines = [{"type": "variant", "variant_id": GOODS, "quantity": 1}, ("bundle_price_option", BUNDLE, 2)]
    async with make() as shop:
        events = shop.events
        assert await events.resolve(lines) == []
        item = events.index.find(lines[0])
        assert item is not None
        assert (item.name, item.unit_price, item.physical) == ("Kopi Arabika Gayo", 125000, True)
        body = events.checkout_started(lines, VISIT).events[0].payload
        assert body is not None
        assert {"variants", "bundle_price_options"} <= body.keys()
        sandbox.control.clear_requests()
        assert await events.resolve(lines) == []
        assert sandbox.control.requests() == []


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ("bundle_price_option", {}),
        ("variant", {}),
        ("variant", {"product_slug": "kopi-arabika-gayo"}),  # which has it no more
        ("variant", {"product_slug": "no-such-product"}),
    ],
)
async def test_an_id_that_the_catalogue_does_not_have_is_looked_for_once(
    make: Callable[..., AsyncStorefront], sandbox: Sandbox, kind: Any, where: dict[str, str]
) -> None:
    lines = [{"type": kind, f"{kind}_id": 999999, "quantity": 1, **where}]
    async with make() as shop:
        assert await shop.events.resolve(lines) == [Reference(kind, 999999)]
        sandbox.control.clear_requests()
        assert await shop.events.resolve(lines) == [Reference(kind, 999999)]
        assert sandbox.control.requests() == []


async def test_resolving_never_fails_a_page(make: Callable[..., AsyncStorefront], sandbox: Sandbox) -> None:
    lines = [{"type": "variant", "variant_id": GOODS, "product_slug": "no-such-product", "quantity": 1}]
    async with make() as shop:
        sandbox.control.fault("listStorefrontItems", "status", status=400)
        assert await shop.events.resolve(lines) == [Reference("variant", GOODS)]
        assert await shop.events.resolve(lines) == []


AHEAD = 0 if "._sync." in __name__ else 3
"""Details that are on their way already when it shows that no more are needed."""


def shelf(asked: list[str], faults: dict[str, Any]) -> Callable[[httpx.Request], httpx.Response]:
    """Six products, of which some answer with a fault."""

    def service(request: httpx.Request) -> httpx.Response:
        last = request.url.path.rsplit("/", 1)[-1]
        if last == "items":
            cards = [{"entity_type": "product", "name": f"p{n}", "slug": f"p{n}"} for n in range(1, 7)]
            return httpx.Response(200, json={"data": cards, "has_next": False})
        asked.append(last)
        fault = faults.get(last)
        if isinstance(fault, Exception):
            raise fault
        if fault is not None:
            return httpx.Response(fault if isinstance(fault, int) else 200, content=b"[" if fault == "torn" else b"{}")
        number = int(last[1:])
        variant = {"id": number, "unique_id": f"variant_{number}", "price": "1000"}
        return httpx.Response(200, json={"name": last, "slug": last, "variants": [variant]})

    return service


@pytest.mark.parametrize(
    "fault", [500, 503, 404, 403, 422, "torn", httpx.ReadTimeout("slow"), httpx.RemoteProtocolError("gone")]
)
async def test_one_bad_product_keeps_nobody_from_the_others(wire: Any, fault: Any) -> None:
    asked: list[str] = []
    wire.default = shelf(asked, {"p1": fault, "p3": fault})
    line = {"type": "variant", "variant_id": 4, "quantity": 1}
    async with wire.shop(retry=never) as shop:
        assert await shop.events.resolve([line]) == []
        assert sorted(asked)[:4] == ["p1", "p2", "p3", "p4"]
        assert len(asked) <= 4 + AHEAD
        # what the bad ones hold is told, and looked for again
        bad = {"type": "variant", "variant_id": 3, "quantity": 1}
        assert await shop.events.resolve([bad]) == [Reference("variant", 3)]
        wire.default = shelf(asked, {})
        assert await shop.events.resolve([bad]) == []


@pytest.mark.parametrize(("fault", "most"), [(httpx.ConnectError("down"), 2), (httpx.ReadTimeout("slow"), 2), (429, 1)])
async def test_a_look_into_the_catalogue_ends_when_nothing_answers(wire: Any, fault: Any, most: int) -> None:
    asked: list[str] = []
    wire.default = shelf(asked, {f"p{n}": fault for n in range(1, 7)})
    line = {"type": "variant", "variant_id": 6, "quantity": 1}
    async with wire.shop(retry=never) as shop:
        assert await shop.events.resolve([line]) == [Reference("variant", 6)]
    assert most <= len(asked) <= most + AHEAD


async def test_a_look_reads_sixty_details_at_most_and_the_next_goes_on_behind_it(wire: Any) -> None:
    asked: list[str] = []
    six = shelf(asked, {})

    def service(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/items"):
            cards = [{"entity_type": "product", "name": f"p{n}", "slug": f"p{n}"} for n in range(1, 71)]
            return httpx.Response(200, json={"data": cards, "has_next": False})
        return six(request)

    wire.default = service
    line = {"type": "variant", "variant_id": 70, "quantity": 1}
    async with wire.shop(retry=never) as shop:
        gone, later = {**line, "variant_id": 99}, {**line, "variant_id": 98}
        assert await shop.events.resolve([line, gone]) == [Reference("variant", 70), Reference("variant", 99)]
        assert len(asked) == 60
        assert await shop.events.resolve([line, gone, later]) == [Reference("variant", 99), Reference("variant", 98)]
        assert sorted(asked) == sorted({*asked})
        # What was looked for in all of it is not looked for again.
        assert await shop.events.resolve([gone]) == [Reference("variant", 99)]
        assert len(asked) == 70
        for _ in range(3):
            assert await shop.events.resolve([gone, later]) == [Reference("variant", 99), Reference("variant", 98)]
        assert len(asked) == 140


async def test_what_each_failure_of_the_transport_means(wire: Any, tmp_path: Path) -> None:
    settings = EventSettings(outbox=tmp_path / "outbox", policy=AT_ONCE)
    async with wire.shop(events=settings) as shop:
        for failure, kind in (
            (httpx.ConnectError, "retry"),
            (httpx.ConnectTimeout, "retry"),
            (httpx.ReadTimeout, "ambiguous"),
            (httpx.WriteError, "ambiguous"),
            (httpx.RemoteProtocolError, "ambiguous"),
        ):
            wire.answers = [failure]
            payload = purchase("T", "meta").events[0].payload
            assert (await shop.events.post("meta", payload)).kind == kind
        assert (await shop.events.post("meta", {"user_data": {}, "events": []})).kind == "refused"
        # one POST per call: nothing below repeats it, and the outbox decides
        assert len(wire.requests) == 5


async def test_whatever_raises_in_one_lane_stops_no_other(
    make: Callable[..., AsyncStorefront], sandbox: Sandbox, tmp_path: Path
) -> None:
    async with make() as shop:
        told: list[str] = []

        async def via(claim: Any) -> Ending:
            told.append(claim.provider)
            if claim.provider == "meta":
                raise KeyError("broker")
            return Ending("delivered")

        shop.events.via = via
        for provider in ("meta", "tiktok", "snackvideo"):
            shop.events.send(purchase("V-1", provider))
        assert await shop.events.flush(seconds=1) >= 3
        lanes = {lane.provider: lane.waiting for lane in shop.events.relay.outbox.lanes(sandbox.store_id)}
        assert {"meta", "tiktok", "snackvideo"} == set(told)
        assert lanes == {"meta": 1, "tiktok": 0, "snackvideo": 0}


async def test_a_repeated_event_is_the_same_to_the_byte(wire: Any, naps: list[float], tmp_path: Path) -> None:
    wire.default = lambda request: httpx.Response(204)
    wire.answers = [httpx.ReadTimeout, httpx.Response(500), httpx.Response(429, headers={"retry-after": "0"})]
    async with wire.shop(events=EventSettings(outbox=tmp_path / "outbox", policy=AT_ONCE)) as shop:
        shop.events.send(purchase("S-1", "meta"))
        await shop.events.flush()
    assert len({request.content for request in wire.requests}) == 1
    assert len(wire.requests) == 4
    assert {request.headers["user-agent"] for request in wire.requests} == {AGENT}


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, "stopped"),
        (400, "refused"),
        (429, "retry"),
        (502, "ambiguous"),
        (201, "delivered"),
        (202, "delivered"),
        (204, "delivered"),
        (200, "ambiguous"),
    ],
)
async def test_a_status_counts_also_where_its_body_cannot_be_read(
    wire: Any, tmp_path: Path, status: int, kind: str
) -> None:
    payload = purchase("B", "meta").events[0].payload
    async with wire.shop(events=EventSettings(outbox=tmp_path / "outbox")) as shop:
        for content, headers in ((b"x" * (9 << 20), {}), (b"no gzip", {"content-encoding": "gzip"})):
            wire.answers = [httpx.Response(status, stream=httpx.ByteStream(content), headers=headers)]
            assert (await shop.events.post("meta", payload, None)).kind == kind


async def test_a_user_agent_cannot_smuggle_a_header(wire: Any, tmp_path: Path) -> None:
    wire.default = lambda request: httpx.Response(204)
    payload = purchase("U", "meta").events[0].payload
    async with wire.shop(events=EventSettings(outbox=tmp_path / "outbox")) as shop:
        for agent in ("A\r\nX-Evil: 1", "  \t ", "é", "x" * 5000, ""):
            assert (await shop.events.post("meta", payload, agent)).kind == "delivered"
    assert all("x-evil" not in request.headers for request in wire.requests)
    assert wire.requests[0].headers["user-agent"] == "AX-Evil: 1"
    assert wire.requests[1].headers["user-agent"].startswith("nexus-storefront/")


async def test_an_attempt_that_is_interrupted_is_settled(wire: Any, tmp_path: Path) -> None:
    class Interrupted(BaseException):
        pass

    def interrupt(request: httpx.Request) -> httpx.Response:
        raise Interrupted

    wire.answers = [interrupt, httpx.Response(204)]
    async with wire.shop(events=EventSettings(outbox=tmp_path / "outbox", policy=AT_ONCE)) as shop:
        shop.events.send(purchase("I-1", "meta"))
        with pytest.raises(Interrupted):
            await shop.events.flush()
        assert await shop.events.flush() == 1
        assert state(shop, "meta")["delivered"] == 1


async def test_a_flush_begins_nothing_after_its_time(wire: Any, tmp_path: Path) -> None:
    async with wire.shop(events=EventSettings(outbox=tmp_path / "outbox")) as shop:
        shop.events.send(purchase("Z-1"))
        assert await shop.events.flush(seconds=0) == 0
        assert wire.requests == []


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_personal_data_is_gone_after_a_flush(make: Callable[..., AsyncStorefront], tmp_path: Path) -> None:
    async with make() as shop:
        shop.events.send(purchase("P-1"))
        assert b"pembeli@example.com" in on_disk(tmp_path)
        await shop.events.flush()
        assert b"pembeli@example.com" not in on_disk(tmp_path)
    with closing(sqlite3.connect(tmp_path / "outbox.sqlite3")) as db, db:
        assert db.execute("SELECT count(*) FROM work WHERE body IS NOT NULL").fetchone() == (0,)
    db.close()

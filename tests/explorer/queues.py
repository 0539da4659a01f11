"""Files of events and webhooks, with several processes at them: each transaction is a point before it and after it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeAlias

import attrs
from nexus_storefront.events.model import Conversion, Event, Provider
from nexus_storefront.events.outbox import Outbox
from nexus_storefront.events.sending import Policy
from nexus_storefront.events.settings import EventSettings
from nexus_storefront.webhooks import (
    AsyncWebhookWorker,
    Inbox,
    InboxPolicy,
    OrderSeen,
    Receiver,
    Webhook,
    WebhookWorker,
)
from nexus_storefront.work_queue.model import QueueError
from nexus_storefront.work_queue.queue import LONG_WAIT
from webhook_deliveries import SECRET, envelope, order, payment, signed, status

from tests.explorer.explorer import READY, STORE_ID, Interrupted, Script, World

Calls: TypeAlias = Generator[Any, Any, Any]
PROVIDERS: tuple[Provider, ...] = ("meta", "snackvideo")
EVENT_ID = "A1-Purchase-FORM"


class _Explored:
    """A queue whose transactions are points of the actor that runs. None is open while another actor runs."""

    world: World
    down: bool = False

    def _belongs_to(self, world: World) -> None:
        self.world = world
        world.files.setdefault(threading.get_ident(), []).append(self)

    @contextmanager
    def _transaction(self, wait: float = LONG_WAIT) -> Iterator[Any]:
        struck = self.world.point("store", "put queue")
        if self.down or struck in ("fail", "fail from now on"):
            self.down = self.down or struck == "fail from now on"
            raise QueueError("the file failed")
        with super()._transaction(wait) as db:  # type: ignore[misc]
            yield db
        if struck == "interrupt after":
            raise Interrupted
        if struck in ("fail after", "fail after, and from now on"):
            self.down = struck != "fail after"
            raise QueueError("the file failed after it had written")
        self.world.point("answer", "queue")


class ExploredOutbox(_Explored, Outbox):
    def __init__(self, world: World) -> None:
        super().__init__(world.folder() / "outbox", policy=Policy(lease=120.0), clock=world)
        self._belongs_to(world)


class ExploredInbox(_Explored, Inbox):
    def __init__(self, world: World) -> None:
        super().__init__(world.folder() / "inbox", policy=InboxPolicy(lease=120.0), clock=world)
        self._belongs_to(world)


# --- events


def purchase() -> Conversion:
    events = []
    for provider in PROVIDERS:
        said: dict[str, Any] = {"event_name": "Purchase"}
        body: dict[str, Any] = {"event_source_url": "https://toko.example/", "events": [said]}
        if provider == "meta":
            said["event_id"], body["user_data"] = EVENT_ID, {"em": "sari@example.com"}
        else:
            body["click_id"] = "click-1"
        events.append(Event(provider, "Purchase", EVENT_ID, None, body, None, True, True))
    return Conversion("purchase", tuple(events))


def _events(shop: Any, world: World) -> Any:
    """The shop's events over the explored outbox."""
    outbox = ExploredOutbox(world)
    made = type(shop.events)(shop._core, EventSettings(outbox=outbox.path), outbox)
    shop.__dict__["events"] = made
    return made


def sender(shop: Any, world: World) -> Calls:
    """Report the purchase, as the order's page does on each reload, and deliver what is due, twice within minutes."""
    events = _events(shop, world)
    yield READY
    receipt = events.send(purchase())
    for _ in range(2):
        with suppress(QueueError):  # a worker goes on when the file does
            yield events.flush()
        yield 130.0
    return receipt


def reported_once(world: World, results: dict[str, Any]) -> None:
    """What was taken is delivered or in the dead letters for a reason; a copy only where its id tells it."""
    world.sleep(600)
    world.wall = 0.0
    world.run(_deliver_the_rest, world.shop())
    arrived = Counter(provider for provider, _ in world.service.events)
    outbox = Outbox(world.folder() / "outbox", clock=world)
    dead = {letter.provider: letter.reason for letter in outbox.dead_letters(STORE_ID)}
    lanes = {lane.provider: lane for lane in outbox.lanes(STORE_ID)}
    outbox.close()
    for provider in PROVIDERS:
        taken = any(getattr(result, "statuses", {}).get(provider) == "accepted" for result in results.values())
        lane = lanes.get(provider)
        assert lane is not None or not taken, f"{provider}: it was taken, and is nowhere"
        if lane is None:
            continue
        done = lane.counts.get("delivered", 0) + lane.dead
        stopped = lane.waiting if lane.stopped is not None else 0
        assert done + stopped == lane.counts["accepted"] == 1, f"{provider}: {lane}"
        assert lane.counts.get("delivered", 0) <= arrived[provider], f"{provider}: told as delivered, and never arrived"
        assert lane.dead == 0 or dead[provider], f"{provider}: given up without a reason"
    assert arrived["snackvideo"] <= 1, f"sent {arrived['snackvideo']} times where nothing tells a copy"
    if world.plan.fault is None:
        assert arrived == {"meta": 1, "snackvideo": 1}, f"nothing failed, and {dict(arrived)} arrived"
        assert sorted(_said(results)) == ["accepted", "accepted", "duplicate", "duplicate"]


def _said(results: dict[str, Any]) -> list[str]:
    return [word for result in results.values() for word in result.statuses.values()]


def _deliver_the_rest(shop: Any, world: World) -> Calls:
    events = _events(shop, world)
    for _ in range(4):
        yield events.flush()
        world.sleep(310)


# --- webhooks


@attrs.frozen
class Handled:
    """One call of the handler that came to its end."""

    by: str
    unique_id: str | None
    event: str
    fulfilled: bool
    order: OrderSeen | None


PAID = envelope("payment.received", payment("A1", at=5), unique_id="paid")
CREATED = envelope("order.created", order("A1", at=0), unique_id="created")
CONFIRMED = envelope("order.status_changed", status("A1", at=9, value="confirmed"), unique_id="confirmed")
SETTLED = envelope("payment.received", payment("A1", at=20, status="settled"), unique_id="settled")


def delivered(*bodies: bytes) -> Script:
    """Webhooks that are there before anybody works on them, in this order."""

    def script(shop: Any, world: World) -> Calls:
        inbox = ExploredInbox(world)
        for body in bodies:
            assert Receiver(inbox, SECRET).receive(body, signed(body)).status == 200
        yield 0.0

    return script


def worker(name: str) -> Script:
    """Work on what is due, several times within minutes."""

    def script(shop: Any, world: World) -> Calls:
        worker = _worker(world, name)
        yield READY
        for _ in range(3):
            with suppress(QueueError):
                yield worker.flush()
            yield 40.0

    return script


def receiver(*bodies: bytes) -> Script:
    """These come; a 503 has them sent again, and a process that died answered nothing."""

    def script(shop: Any, world: World) -> Calls:
        receiver = Receiver(ExploredInbox(world), SECRET)
        yield READY
        return [receiver.receive(body, signed(body)).status for body in bodies]

    return script


def _worker(world: World, name: str) -> Any:
    inbox = ExploredInbox(world)

    def handle(webhook: Webhook, seen: OrderSeen | None) -> None:
        world.point("answer", "handler")
        paid = seen is not None and seen.newly_paid
        world.handled.append(Handled(name, webhook.unique_id, webhook.event, paid, seen))
        world.point("answer", "handler")

    async def ahandle(webhook: Webhook, seen: OrderSeen | None) -> None:
        handle(webhook, seen)

    return WebhookWorker(inbox, handle) if world.half == "sync" else AsyncWebhookWorker(inbox, ahandle)


def worked_on_once(world: World, results: dict[str, Any]) -> None:
    """Each is handled, once unless a process died or stood still with it; in the order's own order; paid once."""
    world.sleep(600)
    world.wall = 0.0
    if "receiver" in results:
        world.run(receiver(PAID, CREATED, CONFIRMED, SETTLED), world.shop())  # they are sent again
    world.run(_work_off, world.shop())
    handled: list[Handled] = world.handled
    inbox = Inbox(world.folder() / "inbox", clock=world)
    (lane,) = inbox.lanes("business")
    known = inbox.order("A1")
    inbox.close()
    expected = {"paid", "created", "confirmed", *(("settled",) if "receiver" in results else ())}
    ids = Counter(each.unique_id for each in handled)
    assert expected <= set(ids), f"never handled: {expected - set(ids)}"
    assert lane.waiting == lane.dead == 0, f"{lane}"
    first = [each.unique_id for each in handled].index
    assert first("created") < first("paid"), "a payment was handled before its order"
    struck = world.plan.fault[1] if world.plan.fault is not None else ""
    if struck in ("", "clock back"):  # set forward by a whole lease, the clock ends it: docs/webhooks.md, "Assumed"
        assert max(ids.values()) == 1, f"handled twice: {ids}"
        assert sum(each.fulfilled for each in handled) == 1, "its payment was not told as new exactly once"
    assert max(ids.values()) <= 2, f"{ids}"
    assert known is not None
    assert (known.status, known.payment) == ("confirmed", "paid"), f"an older snapshot undid a newer one: {known}"


def _work_off(shop: Any, world: World) -> Calls:
    worker = _worker(world, "later")
    for _ in range(6):
        yield worker.flush()
        world.sleep(310)

"""What receivers of webhooks get wrong, a row each, tried over HTTP on every recipe: impossible, or answered right."""

from __future__ import annotations

import base64
import hmac
import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from nexus_storefront.errors import InvalidInput
from nexus_storefront.webhooks import (
    DeletedEvent,
    Inbox,
    OrderEvent,
    OrderSeen,
    PaymentEvent,
    Receiver,
    StatusEvent,
    Webhook,
    WebhookWorker,
    sign,
)
from webhook_deliveries import SECRET, envelope, order, payment, signed, status
from webhook_sites import HALVES, mounted, served

Handler = Callable[[Webhook, OrderSeen | None], object]
HEADER = "X-Scalev-Hmac-Sha256"


class Site:
    """A receiver on a port of its own; its secrets can be changed, and its inbox is new for each row."""

    def __init__(self, url: str, receiver: Receiver, secrets: list[Any]) -> None:
        self.url = url
        self.receiver = receiver
        self.secrets = secrets
        self.client = httpx.Client(timeout=30)

    @property
    def inbox(self) -> Inbox:
        return self.receiver.inbox

    def post(self, body: bytes, headers: dict[str, str] | None = None, query: str = "") -> int:
        answer = self.client.post(self.url + query, content=body, headers=headers or {})
        said = answer.text + repr(answer.headers)
        assert len(answer.text) < 30
        assert not any(word in said for word in (SECRET, "slug-", "sari@", "Traceback")), said
        return answer.status_code

    def tell(self, *bodies: bytes) -> None:
        for body in bodies:
            assert self.post(body, signed(body)) == 200

    def stored(self) -> list[str]:
        if not self.inbox.path.exists():
            return []
        db = sqlite3.connect(self.inbox.path)
        found = [name for (name,) in db.execute("SELECT identity FROM arrived UNION ALL SELECT identity FROM work")]
        db.close()
        return found

    def work(self, handle: Handler) -> None:
        WebhookWorker(self.inbox, handle).flush()

    def handled(self, *bodies: bytes) -> list[tuple[Webhook, OrderSeen | None]]:
        """Told of these, and worked on: what the handler was given."""
        self.tell(*bodies)
        found: list[tuple[Webhook, OrderSeen | None]] = []
        self.work(lambda webhook, order: found.append((webhook, order)))
        return found

    def one(self, body: bytes) -> Any:
        ((webhook, _),) = self.handled(body)
        return webhook

    def order(self, *bodies: bytes) -> OrderSeen:
        """What is known of the order in the end."""
        seen = self.handled(*bodies)[-1][1]
        assert seen is not None
        return seen


@pytest.fixture(scope="module", params=HALVES)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    secrets: list[Any] = []
    unused = Inbox(tmp_path_factory.mktemp("unused") / "inbox")
    app, receiver = mounted(request.param, unused, lambda: secrets[0])
    with served(request.param, app) as url:
        site = Site(url, receiver, secrets)
        yield site
        site.client.close()


@pytest.fixture
def site(running: Site, tmp_path: Path) -> Iterator[Site]:
    running.secrets[:] = [SECRET]
    running.receiver.inbox = Inbox(tmp_path / "inbox")
    yield running
    running.inbox.close()


def by_key(body: bytes, key: bytes) -> dict[str, str]:
    return {HEADER: base64.b64encode(hmac.digest(key, body, "sha256")).decode()}


def refused(site: Site, body: bytes, headers: dict[str, str] | None, answer: int = 401) -> None:
    assert site.post(body, headers) == answer
    assert site.stored() == []


ORDER = envelope("order.created", order(), "event_1")
MISTAKES: dict[str, Callable[[Site], None]] = {}


def mistake(name: str) -> Callable[[Callable[[Site], None]], Callable[[Site], None]]:
    def row(check: Callable[[Site], None]) -> Callable[[Site], None]:
        MISTAKES[name] = check
        return check

    return row


@mistake("no verification at all")
def _(site: Site) -> None:
    for headers in ({}, {HEADER: ""}, {"X-Hmac-Sha256": sign(ORDER, SECRET)}):
        refused(site, ORDER, headers)


@mistake("verification is off when the secret is not set")
def _(site: Site) -> None:
    for nothing in ("", " ", [], [""], [None], None):
        site.secrets[:] = [nothing]
        for key in (b"", b" ", b"None", SECRET.encode()):
            refused(site, ORDER, by_key(ORDER, key))
        refused(site, ORDER, {})


@mistake("JSON is written again before the HMAC")
def _(site: Site) -> None:
    sent = json.loads(envelope("order.created", order(notes="kopi é/☕", weight=1.50)))
    for number, body in enumerate(
        (
            json.dumps(sent, indent=2).encode(),
            json.dumps(sent, ensure_ascii=False, sort_keys=True).encode() + b"\n",
            json.dumps(sent).replace("/", "\\/").replace("1.5", "150e-2").encode(),
        )
    ):
        body = body.replace(sent["unique_id"].encode(), b"event_%d" % number)
        again = json.dumps(json.loads(body), separators=(",", ":")).encode()
        assert site.post(again, signed(body)) == 401
        site.tell(body)
    assert site.stored() == ["event_0", "event_1", "event_2"]


@mistake("the body is decoded to text before the HMAC")
def _(site: Site) -> None:
    odd, twin = (ORDER.replace(b"Sari", bad) for bad in (b"\xff", b"\xfe"))  # one text, once decoded
    refused(site, twin, signed(odd))
    refused(site, odd, signed(odd), 400)  # signed, but no JSON: never asked for again
    site.tell(b"\xef\xbb\xbf" + ORDER)
    refused_text = ORDER.decode().encode("utf-16")
    assert site.post(refused_text, signed(ORDER)) == 401


@mistake("the body is parsed before it is verified")
def _(site: Site) -> None:
    for body in (b"", b"{", b"[" * 100_000, b"\x00", b'{"event": 5}'):
        refused(site, body, signed(ORDER))


@mistake("signatures are compared with ===")
def _(site: Site) -> None:
    compared: list[int] = []
    real = hmac.compare_digest

    def watched(ours: bytes, theirs: bytes) -> bool:
        compared.append(len(theirs))
        return real(ours, theirs)

    site.secrets[:] = [["old", SECRET, "new"]]
    raw = hmac.digest(SECRET.encode(), ORDER, "sha256")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hmac, "compare_digest", watched)
        for wrong in (bytes([raw[0] ^ 1]) + raw[1:], raw[:-1] + bytes([raw[-1] ^ 1])):
            refused(site, ORDER, {HEADER: base64.b64encode(wrong).decode()})
    assert compared == [44] * 6  # each secret each time, whatever came of the first


@mistake("a comparison in constant time meets unequal lengths")
def _(site: Site) -> None:
    right = sign(ORDER, SECRET)
    for wrong in ("A", right[:-4], right + "AAAA", right * 50, "=" * 44, "%", right.encode().hex()):
        refused(site, ORDER, {HEADER: wrong})


@mistake("the test event is accepted unsigned")
def _(site: Site) -> None:
    for body in (envelope("business.test_event", {}, None), envelope("business.test_event", {})):
        for headers in ({}, signed(body, "wrong")):
            refused(site, body, headers)


@mistake("the test event is refused")
def _(site: Site) -> None:
    older = b'{"event": "business.test_event", "timestamp": "2026-11-20T03:15:42Z", "data": {}}'
    site.tell(older, older, envelope("business.test_event", {}), b'{"event": "business.test_event"}')
    assert site.client.get(site.url).status_code == 200


@mistake("fields are looked for at the top of the envelope")
def _(site: Site) -> None:
    seen = site.order(envelope("order.created", order("A1"), order_id="TOP", payment_status="paid"))
    assert (seen.order_id, seen.payment_status, seen.newly_paid) == ("A1", "unpaid", False)


@mistake("a 4xx for events that are not wanted")
def _(site: Site) -> None:
    unwanted = [envelope(event, {"x": 1}) for event in ("shipment.status.updated", "order.deleted", "a.b", "x")]
    assert len(site.handled(*unwanted)) == 4


@mistake("a 2xx before it is stored")
def _(site: Site) -> None:
    kept = site.receiver.inbox
    kept.open()
    site.receiver.inbox = Inbox(kept.path.parent)  # a folder is no file to write to
    assert site.post(ORDER, signed(ORDER)) == 503
    site.receiver.inbox = kept
    site.tell(ORDER)
    assert site.stored() == ["event_1"]


@mistake("a 2xx for what could not be matched, and nothing more")
def _(site: Site) -> None:
    paid = envelope("payment.received", payment("A1"))
    assert site.handled(paid) == []
    site.inbox.resume("business")
    fulfilled: list[str] = []
    site.tell(ORDER)

    def fulfil(webhook: Webhook, seen: OrderSeen | None) -> None:
        if seen is not None and seen.newly_paid:
            fulfilled.append(seen.order_id)

    site.work(fulfil)
    db = sqlite3.connect(site.inbox.path, isolation_level=None)
    db.execute("UPDATE work SET due = 0 WHERE state < 2")  # half a minute later
    db.close()
    site.work(fulfil)
    assert fulfilled == ["A1"]


@mistake("no deduplication by unique_id")
def _(site: Site) -> None:
    assert len(site.handled(ORDER, ORDER, ORDER)) == 1
    assert site.handled(ORDER) == []


@mistake("a check, and then an insert")
def _(site: Site) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: site.post(ORDER, signed(ORDER)), range(16)))
    assert set(answers) == {200}
    assert site.stored() == ["event_1"]


@mistake("the status is written in order of arrival")
def _(site: Site) -> None:
    site.handled(envelope("order.created", order()), envelope("order.status_changed", status(at=9, value="shipped")))
    seen = site.order(envelope("order.status_changed", status(at=5, value="pending")))
    assert (seen.status, seen.stale) == ("shipped", True)


@mistake("an event lacks what is read")
def _(site: Site) -> None:
    for event in ("order.payment_status_changed", "payment.received"):
        seen = site.order(envelope("order.created", order(event)), envelope(event, payment(event)))
        assert seen.snapshot is not None
        assert [line.quantity for line in seen.snapshot.lines] == [2]
        assert (seen.snapshot.email, seen.snapshot.phone) == ("sari@example.com", "6281234567890")


@mistake("only paid, never settled")
def _(site: Site) -> None:
    assert site.order(ORDER, envelope("payment.received", payment(status="settled"))).newly_paid


@mistake("invented statuses")
def _(site: Site) -> None:
    told = {"expired": "open", "refunded": "open", "failed": "open", "conflict": "failed", "unpaid": "open"}
    for value, state in told.items():
        seen = site.order(
            envelope("order.created", order(value)), envelope("payment.failed", payment(value, status=value))
        )
        assert (seen.payment, seen.payment_status) == (state, value)


@mistake("the history is read as oldest first")
def _(site: Site) -> None:
    history = [{"at": "2026-11-20T03:18:02Z", "status": "paid"}, {"at": "2026-11-20T03:15:40Z", "status": "unpaid"}]
    for number, steps in (("A1", history), ("B2", history[::-1]), ("C3", []), ("D4", None)):
        told = envelope("payment.received", payment(number, payment_status_history=steps))
        assert site.order(envelope("order.created", order(number)), told).newly_paid


@mistake("an event is told by the shape of its body")
def _(site: Site) -> None:
    for event, kind in (("order.status_changed", StatusEvent), ("order.deleted", DeletedEvent), ("x.y", Webhook)):
        assert type(site.one(envelope(event, order(event)))) is kind
    told = [envelope("order.created", order()), envelope("payment.failed", order(payment="paid", status="shipped"))]
    (_, (webhook, seen)) = site.handled(*told)
    assert type(webhook) is PaymentEvent
    assert seen is not None
    assert (seen.status, seen.snapshot and seen.snapshot.event) == ("pending", "order.created")


@mistake("a product is told by its name")
def _(site: Site) -> None:
    lines = [dict(order()["orderlines"][0], product_name=name) for name in ("Kaos Hitam", "Kaos Hitam (baru)", None)]
    found = site.one(envelope("order.created", order(orderlines=lines, final_variants={"Kaos Hitam": 2})))
    assert [line.variant_unique_id for line in found.lines] == ["variant_1"] * 3


@mistake("an invented name of an event")
def _(site: Site) -> None:
    assert type(site.one(envelope("order.e_payment_created", order()))) is Webhook
    assert type(site.one(envelope("order.epayment_created", order()))) is OrderEvent


@mistake("a secret in the query string as a second way in")
def _(site: Site) -> None:
    for query in (f"?secret={SECRET}", f"?signature={sign(ORDER, SECRET)}", f"?{HEADER}={sign(ORDER, SECRET)}"):
        assert site.post(ORDER, {}, query) == 401
    assert site.stored() == []


@mistake("a key of the wrong type")
def _(site: Site) -> None:
    for wrong in ({"value": SECRET}, [{"value": SECRET}], SECRET.encode(), 5, object()):
        with pytest.raises(InvalidInput):
            Receiver(site.inbox, wrong)  # type: ignore[arg-type]
        site.secrets[:] = [wrong]
        for key in (b"[object Object]", str(wrong).encode(), SECRET.encode()):
            refused(site, ORDER, by_key(ORDER, key), 503)  # a fault of the shop's own: it is sent again


@mistake("secrets in the answer to the sender")
def _(site: Site) -> None:
    site.tell(ORDER)
    assert site.post(ORDER, {HEADER: sign(ORDER, "wrong")}) == 401
    assert site.post(b"[1]", signed(b"[1]")) == 400


@mistake("money goes through a float")
def _(site: Site) -> None:
    body = envelope("order.created", order(gross_revenue=0)).replace(b'"gross_revenue": 0', b'"gross_revenue": %s')
    for number, spelled in enumerate((b'"9007199254740993.07"', b"9007199254740993.07")):
        found = site.one((body % spelled).replace(b"event_", b"event_%d_" % number))
        assert found.gross_revenue.amount == Decimal("9007199254740993.07")


@mistake("the work is done inside the request")
def _(site: Site) -> None:
    begun, go_on, calls = threading.Event(), threading.Event(), []

    def slow(webhook: Webhook, seen: OrderSeen | None) -> None:
        calls.append(webhook.unique_id)
        begun.set()
        assert go_on.wait(30)

    site.tell(ORDER)
    thread = threading.Thread(target=site.work, args=[slow])
    thread.start()
    assert begun.wait(30)
    site.tell(ORDER, ORDER)  # a copy, while the first is being worked on
    go_on.set()
    thread.join()
    site.work(slow)
    assert calls == ["event_1"]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_not_made(site: Site, name: str) -> None:
    MISTAKES[name](site)

"""No error of ours, and none that passes through us, has a frame of ours whose variables hold an order's secret slug,
the token of a checkout intent, or who buys and where they live."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any
from uuid import uuid4

import httpx
import pytest
from frames import SERVICE_FAILURES, Failing, Handler, Interrupted, Service, leaks
from lengths import of_this_half
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, Item, never
from nexus_storefront.events import Buyer, Visit
from scripted import Scripted

pytestmark = pytest.mark.anyio

NAME, PHONE, ADDRESS, NOTES = "Sari Wulandari", "6281234567890", "Jalan Melati 17", "pagar hijau tua"
ACCOUNT, PREFILL, PASSWORD = "00987654321", "cip_prefill0123456789", "kata-sandi-contoh"
VARIANT = 494535
PICTURE = b"\xff\xd8\xff\xe0" + b"0" * 99
BUYER = {"customer_name": NAME, "customer_phone": PHONE, "shipping_address": ADDRESS}


class Prepared:
    """A shop, and what is known of its shopper."""

    def __init__(self, shop: AsyncStorefront) -> None:
        self.shop = shop
        self.email = f"sari.{uuid4().hex}@example.com"
        self.slug = ""
        self.intent: Any = None
        self.checkout: Any = None
        self.captured: Any = None

    @property
    def private(self) -> list[str]:
        known = [self.slug, self.email, NAME, PHONE, ADDRESS, NOTES, ACCOUNT, PREFILL, self.captured]
        return [each for each in known if each]


Call = Callable[[Prepared], Any]
CALLS: dict[str, Call] = {
    "get": lambda it: it.shop.orders.get(it.slug),
    "update": lambda it: it.shop.orders.update(it.slug, notes=NOTES, payment_account_holder=NAME),
    "create_payment": lambda it: it.shop.orders.create_payment(it.slug),
    "instructions": lambda it: it.shop.orders.instructions(it.slug, within=0.1, reads=1, every=0.01),
    "watch": lambda it: watched(it),
    "wait_for_payment": lambda it: it.shop.orders.wait_for_payment(it.slug, within=0.1, every=0.05),
    "send_proof": lambda it: it.shop.orders.send_proof(it.slug, PICTURE),
    "prefill": lambda it: it.shop.intents.prefill(PREFILL),
    "intents.start": lambda it: started(it),
    "intents.save": lambda it: saved(it),
    "intents.completed": lambda it: it.intent.completed(),
    "shipping_options": lambda it: it.checkout.shipping_options(),
    "quote": lambda it: it.checkout.quote(),
    "place": lambda it: it.checkout.place(),
    "announced": lambda it: it.shop.checkout.announced({"order_id": "1", "secret_slug": it.slug, "customer": BUYER}),
    "account.update": lambda it: it.shop.account.update(name=NAME, phone=PHONE),
    "add_address": lambda it: it.shop.account.add_address(
        name=NAME, phone=PHONE, address=ADDRESS, location_id=9089, email=it.email, notes=NOTES
    ),
    "update_address": lambda it: it.shop.account.update_address(1, name=NAME, phone=PHONE, address=ADDRESS),
    "addresses": lambda it: it.shop.account.addresses().all(),
    "login": lambda it: it.shop.auth.login(it.email, PASSWORD),
    "verify_otp": lambda it: it.shop.auth.verify_otp(it.email, "123456"),
    "request_password_reset": lambda it: it.shop.auth.request_password_reset(it.email),
    "events.post": lambda it: it.shop.events.post("meta", {"user_data": {"email": it.email, "name": NAME}}),
}

REFUSED: dict[str, Call] = {
    "get": lambda it: it.shop.orders.get(it.slug + "/" + NAME),
    "get, of another name": lambda it: it.shop.orders.get(it.slug, slug=it.slug),  # type: ignore[call-arg]
    "update": lambda it: it.shop.orders.update(it.slug, notes=NOTES, payment_account=ACCOUNT, transfer_time=NAME),
    "create_payment": lambda it: it.shop.orders.create_payment(it.slug + "\n"),
    "instructions": lambda it: it.shop.orders.instructions(it.slug, within=-1),
    "watch": lambda it: watched(it, every=0),
    "wait_for_payment": lambda it: it.shop.orders.wait_for_payment(it.slug, stop=it.email),  # type: ignore[arg-type]
    "stop fails": lambda it: it.shop.orders.wait_for_payment(it.slug, stop=boom),
    "send_proof": lambda it: it.shop.orders.send_proof(it.slug, b"no picture"),
    "progress fails": lambda it: it.shop.orders.send_proof(it.slug, PICTURE, progress=lambda *_: boom()),
    "prefill": lambda it: it.shop.intents.prefill(PREFILL + "/"),
    "intents.start": lambda it: started(it, delay=-1),
    "place": lambda it: it.shop.checkout.load("{}" + it.email),
    "set_buyer": lambda it: at_once(lambda: it.checkout.set_buyer(name=NAME, email=it.email, phone=PHONE * 9)),
    "set_buyer, no e-mail": lambda it: at_once(lambda: it.checkout.set_buyer(name=NAME, email=PHONE)),
    "deliver_to": lambda it: at_once(lambda: it.checkout.deliver_to(location_id="?", postal_code="1", address=ADDRESS)),
    "deliver_to_saved": lambda it: at_once(lambda: it.checkout.deliver_to_saved({"name": NAME})),
    "set_notes": lambda it: at_once(lambda: it.checkout.set_notes(NOTES * 999)),
    "account.update": lambda it: it.shop.account.update(name=NAME, phone=PHONE, date_of_birth=NAME),
    "add_address": lambda it: it.shop.account.add_address(name=NAME, phone=PHONE, address=ADDRESS, location_id="?"),
    "update_address": lambda it: it.shop.account.update_address(1, name=NAME, address=ADDRESS, location_id=ADDRESS),
    "login": lambda it: it.shop.auth.login(it.email + " x", PASSWORD),
    "request_password_reset": lambda it: it.shop.auth.request_password_reset(it.email + " x"),
    "events.post": lambda it: it.shop.events.post("nobody", {"name": NAME}),  # type: ignore[arg-type]
}


_MANY = ("instructions", "watch", "send_proof", "intents.start", "place")
"""Calls of several requests, of which a later one fails, too."""
_MAY_SUCCEED = {"intents.save", "intents.completed", "announced", "events.post"}


def boom() -> Any:
    raise OSError("of the caller's own")


async def at_once(work: Callable[[], Any]) -> Any:
    return work()


async def watched(it: Prepared, every: float = 0.05) -> None:
    async for _ in it.shop.orders.watch(it.slug, within=0.1, every=every):
        pass


async def started(it: Prepared, delay: float = 9) -> Any:
    fields = {"customer_email": it.email, "customer_name": NAME}
    return await it.shop.intents.start("form-1", "ok", fields=fields, prefill_token=PREFILL, delay=delay)


async def saved(it: Prepared) -> Any:
    await it.intent.save(fields={"customer_email": it.email, "customer_name": NAME, "notes": NOTES})
    await it.intent.flush()
    return it.intent


def a_shop(sandbox: Sandbox, service: Service, store: Failing, **options: Any) -> AsyncStorefront:
    where = (sandbox.store_id, sandbox.api_key, sandbox.base_url)
    return AsyncStorefront(*where, store=store, retry=never, timeout=9, **options)


async def a_checkout(it: Prepared) -> Any:
    checkout = await it.shop.checkout.start([Item(variant_id=VARIANT)], customer=False)
    checkout.set_buyer(name=NAME, email=it.email, phone=PHONE)
    checkout.deliver_to(location_id=9089, postal_code="40115", address=ADDRESS)
    checkout.set_notes(NOTES)
    checkout.pay_with("bank_transfer")
    checkout.ship_with((await checkout.shipping_options())[0])
    await checkout.quote()
    return checkout


async def prepared(sandbox: Sandbox, service: Service, store: Failing) -> Prepared:
    """A shop where something was ordered, is being ordered, and somebody is signed in."""
    it = Prepared(a_shop(sandbox, service, store, transport=Scripted(service)))
    it.slug = (await (await a_checkout(it)).place()).secret_slug
    it.intent = await it.shop.intents.start("form-1", "ok", delay=9)
    it.captured = it.intent.token
    assert it.slug
    assert it.captured
    it.checkout = await a_checkout(it)
    it.checkout.set_intent(it.intent)
    sandbox.control.add_customer(it.email, PASSWORD, name=NAME)
    await it.shop.auth.login(it.email, PASSWORD, keep_cart=False)
    return it


@pytest.fixture
def service(sandbox: Sandbox, in_process: Callable[[Any], Handler]) -> Iterator[Service]:
    stock = sandbox.control.stock(VARIANT)
    yield Service(in_process(sandbox.asgi()))
    sandbox.control.set_stock(VARIANT, stock)  # which other tests order from, too


async def failure_of(call: Call, it: Prepared) -> BaseException | None:
    try:
        found = await call(it)
    except BaseException as error:
        return error
    return getattr(found, "error", None)


async def look(call: Call, it: Prepared) -> BaseException | None:
    failed = await failure_of(call, it)
    if failed is not None:
        assert not leaks(failed, it.private, but_not_in=__file__)
    return failed


@pytest.mark.parametrize(
    ("call_and_first", "failure"),
    of_this_half(__name__, [*((call, 0) for call in CALLS), *product(_MANY, (1, 2))], SERVICE_FAILURES),
    ids=str,
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")  # of an interrupted thread
async def test_of_a_service_that_fails(
    sandbox: Sandbox, service: Service, naps: list[float], call_and_first: tuple[str, int], failure: str
) -> None:
    (call, first), it = call_and_first, await prepared(sandbox, service, Failing())
    service.failing, service.first = SERVICE_FAILURES[failure], first
    failed = await look(CALLS[call], it)
    assert failed is not None or first or failure == "another shape" or call in _MAY_SUCCEED


@pytest.mark.parametrize(
    ("call", "failure"),
    of_this_half(__name__, CALLS, ["get fails", "put fails", "closed", "closed client", "no time"]),
)
async def test_of_an_environment_that_fails(
    sandbox: Sandbox, service: Service, naps: list[float], call: str, failure: str
) -> None:
    store = Failing()
    it = await prepared(sandbox, service, store)
    if failure == "closed":
        await it.shop.aclose()
    elif failure == "closed client":
        client = httpx.AsyncClient()
        it.shop = a_shop(sandbox, service, store, http_client=client)
        await client.aclose()
    elif failure == "no time":
        it.shop = it.shop.with_options(timeout=0.0001)
    else:
        store.fails = {failure.split()[0]}
    await look(CALLS[call], it)
    store.fails = set()
    await it.shop.aclose()


@pytest.mark.parametrize("call", REFUSED)
async def test_of_what_is_refused_here(sandbox: Sandbox, service: Service, naps: list[float], call: str) -> None:
    it = await prepared(sandbox, service, Failing())
    assert await look(REFUSED[call], it) is not None


async def test_an_interrupt_while_an_event_is_made(
    sandbox: Sandbox, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise Interrupted

    it = await prepared(sandbox, service, Failing())
    monkeypatch.setattr("nexus_storefront.events.composer.relay_payload", interrupted)
    buyer, order = Buyer(email=it.email, name=NAME), {"order_id": "1", "secret_slug": it.slug}
    with pytest.raises(Interrupted) as caught:
        it.shop.events.order_created(order, Visit(page_url="https://toko.example/x"), buyer=buyer)
    assert not leaks(caught.value, it.private, but_not_in=__file__)


async def test_a_traceback_says_where(sandbox: Sandbox, service: Service) -> None:
    """Which of our methods, in which file and line, and all of a function of the caller's own."""
    it = await prepared(sandbox, service, Failing())
    failed = await failure_of(REFUSED["stop fails"], it)
    assert failed is not None
    named = [(step.name, step.line) for step in traceback.extract_tb(failed.__traceback__)]
    assert {"wait_for_payment", "watch", "read", "stopped"} <= {name for name, _ in named}
    assert named[-1] == ("boom", 'raise OSError("of the caller\'s own")')
    assert ("stopped", "self._stopped = bool(self._stop())") in named
    shown = "".join(traceback.TracebackException.from_exception(failed, capture_locals=True).format())
    assert it.slug not in shown.partition("in wait_for_payment")[2]

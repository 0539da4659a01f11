"""The facade in a page: the store and its leases, requests by `fetch`, two tabs with one session."""

from __future__ import annotations

import itertools
import textwrap
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from lengths import PAGE_ROUNDS
from nexus_sandbox import Sandbox
from nexus_storefront import MissingExtra
from nexus_storefront.browser import FetchTransport, PageStore

if TYPE_CHECKING:
    from conftest import Tab

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

CONFORMANCE = '''
import itertools
from contextlib import contextmanager
from js import indexedDB
from pyodide.code import run_js
from pyodide.ffi import run_sync
from nexus_storefront.browser import PageStore
from nexus_storefront.stores.conformance import EntriesConformance, LeasesConformance

numbers = itertools.count()
DAMAGE = run_js("""(name, key) => new Promise((resolve, reject) => {
  indexedDB.open(name).onsuccess = ({ target: { result } }) => {
    const transaction = result.transaction("entries", "readwrite");
    const entries = transaction.objectStore("entries");
    entries.get(key).onsuccess = ({ target: { result: row } }) => entries.put({ ...row, version: "damaged" });
    transaction.oncomplete = () => { result.close(); resolve(); };
  };
})""")

DENY = run_js("""() => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = () => { throw new DOMException("not here", "SecurityError"); };
  return () => { IDBFactory.prototype.open = open; };
}""")


class Waited:
    """The page's store, for a suite that does not await."""

    def __init__(self, name, **options):
        self.store = PageStore(name, **options)

    def get(self, key):
        return run_sync(self.store.get(key))

    def put(self, key, value, *, expected=None, ttl=None):
        return run_sync(self.store.put(key, value, expected=expected, ttl=ttl))

    def delete(self, key, *, expected=None):
        return run_sync(self.store.delete(key, expected=expected))

    def keys(self, prefix):
        return run_sync(self.store.keys(prefix))

    @contextmanager
    def lease(self, key, *, ttl, wait):
        manager = self.store.lease(key, ttl=ttl, wait=wait)
        lease = run_sync(manager.__aenter__())
        try:
            yield lease
        finally:
            run_sync(manager.__aexit__(None, None, None))

    def close(self):
        self.store.close()


class Page:
    def __init__(self):
        self.name = f"shop-{next(numbers)}"

    def open_store(self):
        return Waited(self.name)


class Entries(Page, EntriesConformance):
    def open_store_at(self, clock):
        return Waited(self.name, clock=clock)

    def damage(self, key, content):
        run_sync(DAMAGE(self.name, key))
        return True

    @contextmanager
    def out_of_reach(self, store):
        store.close()  # as where a browser keeps nothing, or takes it away
        give_back = DENY()
        yield
        give_back()


class Leases(Page, LeasesConformance):
    """Their time is the browser's own: no clock of Python's makes them shorter."""


said = []
for suite in (Entries, Leases):
    for name in sorted(dir(suite)):
        if name.startswith("test_"):
            try:
                getattr(suite(), name)()
                said.append(f"{name} passed")
            except Exception as error:
                said.append(f"{name} {type(error).__name__}: {error}")
"\\n".join(said)
'''


def opened(sandbox: Sandbox, then: str) -> str:
    """Code that opens a shop of this sandbox, and goes on."""
    return (
        "from nexus_storefront import AsyncStorefront\n"
        f"shop = AsyncStorefront({sandbox.store_id!r}, {sandbox.api_key!r}, {sandbox.base_url!r}, timeout=10)\n{then}"
    )


def test_anywhere_else_it_says_what_it_needs() -> None:
    for make in (FetchTransport, PageStore):
        with pytest.raises(MissingExtra, match="page"):
            make()


def test_the_store_is_held_to_what_all_stores_hold_to(tabs: Callable[[], Tab]) -> None:
    said = tabs().run(CONFORMANCE).splitlines()
    assert [line for line in said if not line.endswith(" passed")] == []
    assert len(said) >= 20


def test_a_purchase_that_a_reload_interrupts(tabs: Callable[[], Tab], shop_sandbox: Sandbox) -> None:
    tab = tabs()
    assert tab.run(opened(shop_sandbox, "(await shop.cart.add(variant_id=494535, quantity=2)).item_count")) == 2
    assert tabs().run(opened(shop_sandbox, "(await shop.cart.get()).item_count")) == 2
    tab.reload()
    bought = """
        import sys
        checkout = await shop.checkout.start()
        checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
        checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
        checkout.pay_with("qris")
        checkout.ship_with((await checkout.shipping_options())[0])
        await checkout.quote()
        outcome = await checkout.place()
        paying = await shop.orders.instructions(outcome.secret_slug)
        f"{type(outcome).__name__} {type(paying).__name__} {sorted({'sqlite3', '_sqlite3'} & set(sys.modules))}"
    """

    assert tab.run(opened(shop_sandbox, textwrap.dedent(bought))) == "Placed Qris []"
    assert len(shop_sandbox.control.orders()) == 1


def test_what_fails_in_a_page_may_have_taken_effect(tabs: Callable[[], Tab], shop_sandbox: Sandbox) -> None:
    tab = tabs()
    failed = """
try:
    await shop.cart.add(variant_id=494535)
except Exception as error:
    said = f"{type(error).__name__} {error.may_have_taken_effect}"
said
"""
    shop_sandbox.control.fault("addGuestCartItem", "reset", when="after", count=None)
    assert tab.run(opened(shop_sandbox, failed)) == "ConnectionFailed True"
    shop_sandbox.control.clear_faults()
    # A refusal is one by its status, also where its body breaks off.
    shop_sandbox.control.fault("addGuestCartItem", "cut_body")
    assert tab.run(opened(shop_sandbox, failed).replace("494535", "1")) == "ConnectionFailed False"
    shop_sandbox.control.fault("addGuestCartItem", "latency", seconds=12.0)
    # Long enough for the request to leave on a busy machine, and far shorter than its answer takes.
    assert tab.run(opened(shop_sandbox, failed).replace("timeout=10", "timeout=5")) == "Timeout True"
    with Sandbox(origins=["https://elsewhere.example"]) as other:
        assert tab.run(opened(other, failed)) == "ConnectionFailed True"


def test_an_event_survives_a_reload_and_is_delivered_once(tabs: Callable[[], Tab], shop_sandbox: Sandbox) -> None:
    """Sent by a page that is reloaded, delivered by whichever of two tabs comes first; with the ids of this page."""
    page = """
from nexus_storefront.events import Buyer, EventSettings, page_visit, show_pixels
shop = AsyncStorefront({store!r}, {key!r}, {url!r}, events=EventSettings(providers=["meta"], page_url="https://toko.example/"))
"""
    code = "from nexus_storefront import AsyncStorefront\n" + page.format(
        store=shop_sandbox.store_id, key=shop_sandbox.api_key, url=shop_sandbox.base_url
    )
    one, other = tabs(), tabs()
    one.page.evaluate("history.replaceState(null, '', '/?fbclid=click-1')")
    sent = """
import sys
visit = page_visit()
cart = await shop.cart.add(variant_id=494535)
await shop.events.resolve(cart)
conversion = shop.events.add_to_cart(cart.lines[0], visit)
receipt = shop.events.send(conversion)
await shop.events.flush(seconds=0)
show_pixels(shop.events.render(conversion, loaders=False))
f"{sorted(receipt.statuses.values())} {visit.attribution.fbc[-7:]} {'sqlite3' in sys.modules}"
"""
    assert one.run(code + textwrap.dedent(sent)) == "['spilled'] click-1 False"
    assert "click-1" in one.page.evaluate("document.cookie")
    one.reload()
    for tab in (one, other):
        tab.begin(code + "await shop.events.flush()")
    assert sum(tab.result() for tab in (one, other)) == 1
    assert len(shop_sandbox.control.requests("sendStorefrontMetaConversionEvent")) == 1
    assert shop_sandbox.control.events()[-1]["counted"]


def test_what_a_page_cannot_have_says_so(tabs: Callable[[], Tab], shop_sandbox: Sandbox) -> None:
    """The synchronous half, and stores of files and servers: a typed error with the reason, and no socket is opened."""
    tab, sockets = tabs(), list[str]()
    tab.page.on("websocket", lambda socket: sockets.append(socket.url))
    asked = f"""
from importlib import import_module
from nexus_storefront import AsyncStorefront, MemoryStore, MissingExtra, Storefront
from nexus_storefront import stores
from nexus_storefront.events import EventSettings
given = {shop_sandbox.store_id!r}, {shop_sandbox.api_key!r}, {shop_sandbox.base_url!r}
tries = {{
    "halves": lambda: Storefront(*given, store=MemoryStore()),
    "file": lambda: stores.FileStore("/kept"),
    "sqlite": lambda: stores.SqliteStore("/kept.sqlite3"),
    "keyring": lambda: stores.KeyringStore("/kept"),
    "redis": lambda: stores.RedisStore("redis://127.0.0.1:1"),
    "outbox": lambda: AsyncStorefront(*given, events=EventSettings(outbox="/outbox.sqlite3")),
    "own outbox": lambda: import_module("nexus_storefront.events").Outbox("/outbox.sqlite3"),
    "inbox": lambda: import_module("nexus_storefront.webhooks").Inbox("/inbox.sqlite3"),
    "celery": lambda: import_module("nexus_storefront.events.celery").Deliveries,
}}
said = []
for name, make in tries.items():
    try:
        said.append(f"{{name}}: {{make()!r}}")
    except MissingExtra as error:
        said.append(f"{{name}} {{error}}")
    except BaseException as error:
        said.append(f"{{name}}: {{error!r}}")
"\\n".join(said)
"""
    said = dict(line.split(" ", 1) for line in tab.run(asked).splitlines())
    assert not [said[name] for name in said if name.endswith(":")]
    assert "AsyncStorefront" in said.pop("halves")
    assert all("PageStore" in reason or name == "celery" for name, reason in said.items()), said
    lost = """
try:
    await shop.catalog.count()
except BaseException as error:
    said = f"{type(error).__name__} {isinstance(error, BaseExceptionGroup)}"
said
"""
    assert tab.run(opened(shop_sandbox, lost).replace(shop_sandbox.base_url, "http://127.0.0.1:1")) == (
        "ConnectionFailed False"
    )
    assert sockets == []


def test_two_tabs_share_one_session_and_one_refresh(tabs: Callable[[], Tab], shop_sandbox: Sandbox) -> None:
    shop_sandbox.control.configure(access_ttl=1)
    signed_in = "await shop.auth.login('sari@example.com', 'kata-sandi-contoh', keep_cart=False); 'in'"
    one, other = tabs(), tabs()
    assert one.run(opened(shop_sandbox, signed_in)) == "in"
    shop_sandbox.control.configure(access_ttl=900)
    shop_sandbox.control.fault("refreshCustomerJwt", "latency", seconds=0.5)
    calls = """
import asyncio
await asyncio.sleep(1.2)
found = await asyncio.gather(*(shop.account.profile() for _ in range(4)))
len(found)
"""
    for tab in (one, other):
        tab.begin(opened(shop_sandbox, calls))
    assert [tab.result() for tab in (one, other)] == [4, 4]
    family = shop_sandbox.control.token_families()[-1]
    assert (family["refreshes"], family["revoked"], family["spent_presented"]) == (1, None, 0)
    assert other.run(opened(shop_sandbox, "(await shop.auth.logout()).revoked")) is True
    said = "try:\n    await shop.account.profile()\nexcept Exception as error:\n    said = type(error).__name__\nsaid"
    assert one.run(opened(shop_sandbox, said)) == "NotSignedIn"


def test_two_tabs_that_order_the_same_cart_make_one_order(tabs: Callable[[], Tab], shop_sandbox: Sandbox) -> None:
    both = tabs(), tabs()
    adds = "    await shop.cart.add(variant_id=494535)\n"
    code = ROUND.format(
        label="shopper", store=shop_sandbox.store_id, key=shop_sandbox.api_key, url=shop_sandbox.base_url
    )
    both[0].run(code + "await shop.cart.add(variant_id=494535)\n0")
    for tab, key in zip(both, ("one", "other"), strict=True):
        tab.run(code.replace(adds, "").replace('"purchase"', repr(key)) + "checkout = await prepared()\n0")
    for tab in both:
        tab.begin("""
            try:
                outcome = await checkout.place()
                said = getattr(outcome, "secret_slug", None) or type(outcome).__name__
            except Exception as error:
                said = type(error).__name__
            said
        """)
    said = {tab.result() for tab in both}
    (order,) = shop_sandbox.control.orders()
    # Whoever comes second finds the order of that cart, or that the cart is another one now.
    assert order["secret_slug"] in said
    assert said <= {order["secret_slug"], "NotPlaced", "Unknown", "StaleQuote"}


def test_a_browser_that_keeps_nothing_orders_nothing(tabs: Callable[[], Tab], shop_sandbox: Sandbox) -> None:
    """Its room is used up, or it takes back what was written: that is told."""
    tab = tabs()
    tab.run(opened(shop_sandbox, "(await shop.cart.add(variant_id=494535)).item_count"))
    for broken in (
        "function () { throw new DOMException('no room', 'QuotaExceededError'); }",
        "function (...row) { put.apply(this, row); this.transaction.abort(); }",
    ):
        tab.page.evaluate(
            f"() => {{ const {{ put }} = window.whole ??= {{ put: IDBObjectStore.prototype.put }};"
            f" IDBObjectStore.prototype.put = {broken}; }}"
        )
        tried = ROUND.format(
            label="default", store=shop_sandbox.store_id, key=shop_sandbox.api_key, url=shop_sandbox.base_url
        ).replace(", customer='default'", "")
        tried += """
try:
    said = await placed(await prepared())
except Exception as error:
    said = type(error).__name__
said
"""
        assert tab.run(tried) == "StoreError"
    tab.page.evaluate("() => { IDBObjectStore.prototype.put = window.whole.put; }")
    assert shop_sandbox.control.orders() == []


def test_a_lease_ends_with_its_tab(tabs: Callable[[], Tab]) -> None:
    take = """
from nexus_storefront.browser import PageStore
from nexus_storefront.stores import LeaseTimeout
lease = PageStore().lease("k", ttl=600, wait={wait})
try:
    said = (await lease.__aenter__()).still_held()
except LeaseTimeout as error:
    said = error.waited
said
"""
    one, other = tabs(), tabs()
    assert one.run(take.format(wait=0)) is True
    assert other.run(take.format(wait=0.2)) == 0.2
    one.page.close()
    assert other.run(take.format(wait=20)) is True


@pytest.mark.full_length
def test_a_browser_that_sends_an_order_again_makes_no_second_one(
    tabs: Callable[[], Tab], shop_sandbox: Sandbox
) -> None:
    """Chromium repeats a POST whose connection was reset; the first one is the only order."""
    tab = tabs()
    buy = """
from nexus_storefront import Item
await shop.cart.add(variant_id=494535)
checkout = await shop.checkout.start({items})
checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
checkout.pay_with("qris")
checkout.ship_with((await checkout.shipping_options())[0])
await checkout.quote()
type(await checkout.place()).__name__
"""
    made = 0
    for items in ("", "[Item(variant_id=494535, quantity=2), Item(variant_id=494536)]"):
        code = opened(shop_sandbox, buy.format(items=items))
        for times in (1, 2, 20):
            shop_sandbox.control.fault("createPublicCheckout", "reset", when="after", count=times)
            assert tab.run(code) == "Placed"
            shop_sandbox.control.clear_faults()
            made += 1
            assert len(shop_sandbox.control.orders()) == made
    sent = shop_sandbox.control.requests("createPublicCheckout")
    assert len(sent) > 6, "this browser repeats nothing: then this proves nothing"
    # What is really refused is told as that.
    shop_sandbox.control.fault("createPublicCheckout", "status", status=422)
    assert tab.run(opened(shop_sandbox, buy.format(items=""))) == "NotPlaced"


ROUND = """
import asyncio
from nexus_storefront import AsyncStorefront, CheckoutPolicy
options = dict(timeout=3, customer={label!r}, checkout_policy=CheckoutPolicy(settle_reads=(0.0, 0.5)))
shop = AsyncStorefront({store!r}, {key!r}, {url!r}, **options)


async def prepared():
    await shop.cart.add(variant_id=494535)
    checkout = await shop.checkout.start(key="purchase")
    checkout.set_buyer(name="Demo Customer", email="{label}@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("qris")
    checkout.ship_with((await checkout.shipping_options())[0])
    await checkout.quote()
    return checkout


async def placed(checkout):
    try:
        return type(await checkout.place()).__name__
    except Exception as error:
        return type(error).__name__
"""
FOUND = "type(await shop.checkout.find('purchase')).__name__"
TROUBLE: dict[str, dict[str, Any]] = {
    "nothing": {},
    "reset": {"kind": "reset", "when": "after"},
    "reset for long": {"kind": "reset", "when": "after", "count": 20},
    "reset before": {"kind": "reset", "when": "before", "count": 20},
    "slow": {"kind": "latency", "when": "after", "seconds": 4.0},
    "offline": {"kind": "latency", "when": "after", "seconds": 1.0},
    "closed": {"kind": "latency", "when": "after", "seconds": 1.0},
    "failed": {"kind": "status", "status": 500, "when": "after"},
    "refused": {"kind": "status", "status": 422, "when": "before", "count": 20},
}


@pytest.mark.timeout(3600)
def test_at_most_one_order_whatever_happens_to_the_page(tabs: Callable[[], Tab], shop_sandbox: Sandbox) -> None:
    """Each round is one purchase, in trouble while it is placed; then a shop that is opened anew tells how it ended."""
    control, tab, seen = shop_sandbox.control, tabs(), Counter[str]()
    for number, trouble in zip(range(PAGE_ROUNDS), itertools.cycle(TROUBLE), strict=False):
        code = ROUND.format(
            label=f"shopper-{number}", store=shop_sandbox.store_id, key=shop_sandbox.api_key, url=shop_sandbox.base_url
        )
        before = len(control.orders())
        tab.run(code + "checkout = await prepared()\n0")
        if TROUBLE[trouble]:
            control.fault("createPublicCheckout", **TROUBLE[trouble])
        tab.begin("await placed(checkout)")
        if trouble == "closed":
            tab.page.wait_for_timeout(400)
            tab.reload()
            said = "closed"
        else:
            if trouble == "offline":
                tab.page.wait_for_timeout(400)
                tab.page.context.set_offline(True)
                tab.page.wait_for_timeout(1_500)
                tab.page.context.set_offline(False)
            said = tab.result()
        control.clear_faults()
        found = tab.run(code + FOUND)
        made = len(control.orders()) - before
        what = f"round {number}, {trouble}: {said}, then {found}; {made} orders"
        assert made <= 1, what
        for outcome in (said, found):
            assert outcome != "Placed" or made == 1, what
            assert outcome != "NotPlaced" or made == 0, what
        assert found in ("Placed", "NotPlaced", "Unknown"), what
        seen[f"{trouble}: {found}"] += 1
    print(seen)
    assert seen["nothing: Placed"]
    assert seen["reset: Placed"]

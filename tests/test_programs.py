"""The complete programs of docs/programs: each runs, and is short enough to be read."""

from __future__ import annotations

import contextlib
import re
import sys
import threading
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import CheckoutPolicy, SqliteStore, Storefront, Unknown

PAGES = sorted((Path(__file__).parents[1] / "docs" / "programs").glob("*.md"))
Load = Callable[[str], Any]


def program(page: Path) -> str:
    (found,) = re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.S)
    return str(found)


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SCALEV_API_BASE", sandbox.base_url)
        monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", sandbox.store_id)
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
        yield sandbox


@pytest.fixture
def load(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Load:
    """A page's program as a module, in a folder of its own, with the sandbox in the environment."""

    def load(name: str) -> Any:
        (page,) = [page for page in PAGES if page.stem == name]
        module = types.ModuleType(f"program_{name.replace('-', '_')}")
        monkeypatch.setitem(sys.modules, module.__name__, module)
        exec(compile(program(page), str(page), "exec"), module.__dict__)
        return module

    return load


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_program_is_under_80_lines(page: Path) -> None:
    assert len(program(page).splitlines()) < 80


def test_the_kiosk_sells_over_a_restart(
    load: Load, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kiosk = load("kiosk")
    said = [
        "nine",
        "1",
        "1",
        "2",
        "Sari",
        "sari@example.com",
        "6281234567890",
        "Cempaka Putih",
        "Jl. Contoh 3",
        "1",
        "1",
    ]
    answers = iter(said)

    def answer(question: str) -> str:
        given = next(answers, None)
        if given is None:  # the next shopper never comes
            raise KeyboardInterrupt
        return given

    monkeypatch.setattr("builtins.input", answer)

    def shown(*values: object) -> None:
        """Whatever is shown once an order is there, its buyer pays it."""
        print(*values)
        for order in sandbox.control.orders():
            if order["payment_status"] == "unpaid":
                sandbox.control.pay_order(order["id"])

    kiosk.print = shown
    with pytest.raises(KeyboardInterrupt):
        kiosk.main()
    told = capsys.readouterr().out
    assert "a number from 1 to" in told
    assert "paid, thank you" in told
    assert len(sandbox.control.orders()) == 1
    with Storefront.from_env(store=kiosk.FileStore("kiosk-state")) as shop:
        assert shop.cart.get().item_count == 0


@pytest.mark.anyio
async def test_the_bot_keeps_chats_apart(load: Load) -> None:
    bot = load("bot")
    try:
        assert "show kopi-arabika-gayo" in await bot.answer("alice", "search arabika gayo")
        shown = await bot.answer("alice", "show kopi-arabika-gayo")
        assert "add 494535" in shown
        assert await bot.answer("alice", "show nothing-of-the-kind") == "there is no such thing here"
        await bot.answer("alice", "add 494535 2")
        assert "494535" in str(await bot.answer("alice", "cart")) or "2" in await bot.answer("alice", "cart")
        assert await bot.answer("bob", "cart") != await bot.answer("alice", "cart")
        await bot.answer("alice", "empty")
        assert await bot.answer("bob", "cart") == await bot.answer("alice", "cart")
        assert await bot.answer("bob", "add 494535 two") == await bot.answer("bob", "hello") == bot.HELP
        assert await bot.answer("bob", "search xyz") == "nothing found"
        assert "did not work" in await bot.answer("bob", "add banana")
    finally:
        await bot.HTTP.aclose()
        bot.STORE.close()


@pytest.mark.anyio
async def test_the_web_shop_shows_fills_and_keeps_carts_apart(load: Load) -> None:
    page = load("web-shop")
    wire = httpx.ASGITransport(page.app)
    async with (
        page.lifespan(page.app),
        httpx.AsyncClient(transport=wire, base_url="https://shop.example", follow_redirects=True) as browser,
        httpx.AsyncClient(transport=wire, base_url="https://shop.example", follow_redirects=True) as other,
    ):
        shelf = (await browser.get("/")).text
        slug = re.findall(r'/product/([\w-]+)"', shelf)[0]
        number = re.findall(r'action="/cart/(\d+)"', (await browser.get(f"/product/{slug}")).text)[0]
        filled = await browser.post(f"/cart/{number}")
        assert filled.url.path == "/cart"
        assert filled.text != (await other.get("/cart")).text
        assert (await browser.get("/product/no-such-thing")).status_code == 404
    page.store.close()


def test_the_worker_settles_what_was_open_and_delivers(load: Load, sandbox: Sandbox, tmp_path: Path) -> None:
    worker = load("worker")
    events = worker.EventSettings(outbox="outbox.sqlite3")
    hasty = CheckoutPolicy(settle_reads=(0.0,))
    with contextlib.closing(SqliteStore("shop.db")) as store:
        with Storefront.from_env(store=store, customer="a-shopper", checkout_policy=hasty) as shop:
            shop.cart.add(variant_id=494601)
            checkout = shop.checkout.start(digital=True)
            checkout.set_buyer(name="Sari", email="sari@example.com", phone="6281234567890")
            checkout.pay_with("bank_transfer")
            checkout.quote()
            # The answer is lost, and so is the look that follows.
            sandbox.control.fault("createPublicCheckout", "reset", when="after")
            sandbox.control.fault("getGuestCart", "status", status=403, skip=1, count=None)
            assert isinstance(checkout.place(), Unknown)
            sandbox.control.clear_faults()
        with Storefront.from_env(store=store, customer="worker", events=events) as shop:
            assert len(shop.checkout.unfinished(everyone=True)) == 1
            stop = threading.Event()
            stop.set()
            worker.work(shop, stop)
            assert shop.checkout.unfinished(everyone=True) == []
            assert worker.deliver(shop) == 0
    assert len(sandbox.control.orders()) == 1


def test_the_monitor_tells_right_from_wrong(load: Load, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    monitor = load("monitor")
    monitor.SLOW = 60.0
    assert monitor.main() == 0
    assert capsys.readouterr().out.count("right") == 3
    sandbox.control.fault("getGuestCart", "status", status=404, count=None)
    sandbox.control.fault("listStorefrontPaymentMethods", "status", status=404, count=None)
    assert monitor.main() == 1
    assert "WRONG    paying" in capsys.readouterr().out


@pytest.mark.parametrize("when", [None, "before", "after"])
def test_the_tests_of_the_page_pass(load: Load, when: str | None) -> None:
    found = {name: test for name, test in vars(load("tests")).items() if name.startswith("test_")}
    assert len(found) == 4
    for test in found.values():
        if bool(when) is hasattr(test, "pytestmark"):
            with Sandbox() as sandbox:
                options: dict[str, Any] = {"checkout_policy": CheckoutPolicy(settle_reads=(0.0,))} if when else {}
                with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, **options) as shop:
                    test(sandbox, shop, *filter(None, [when]))

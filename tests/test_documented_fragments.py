"""The examples of the pages that are no whole programs, run with what they take for given."""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
from collections.abc import Coroutine, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import nexus_storefront
import nexus_storefront.events
import pytest
from nexus_commerce import Client
from nexus_sandbox import Sandbox
from nexus_storefront import AsyncStorefront, SignedIn, SqliteStore, Storefront
from nexus_storefront.clock import SYSTEM_CLOCK, Clock
from nexus_storefront.events import EventSettings, Visit
from nexus_storefront.stores.conformance import HandClock, StoreConformance

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = {page: re.findall(r"```text\n(.*?)```", (DOCS / f"{page}.md").read_text("utf-8"), re.DOTALL) for page in (
    "browser", "sessions", "transport",
)}  # fmt: skip


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def run(code: str, **names: Any) -> dict[str, Any]:
    exec(compile(code, "an example", "exec"), names)
    return names


async def run_in_a_loop(code: str, names: dict[str, Any]) -> None:
    """As a page's Python runs it, where `await` stands anywhere."""
    compiled = compile(code, "an example", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    waiting: Coroutine[Any, Any, None] | None = eval(compiled, names)
    if waiting is not None:
        await waiting


def test_every_fragment_is_run_here() -> None:
    found = {page.stem for page in DOCS.glob("*.md") if "```text\n" in page.read_text("utf-8")}
    assert found == PAGES.keys()
    assert {page: len(fragments) for page, fragments in PAGES.items()} == {"browser": 3, "sessions": 3, "transport": 1}
    assert PAGES["browser"][1].startswith("<script")  # which tests/browser does


def test_a_password_is_reset(sandbox: Sandbox) -> None:
    asked, *rest = PAGES["sessions"][0].splitlines()
    email, password = "lupa@example.com", "kata-sandi-yang-baru"
    sandbox.control.add_customer(email, "kata-sandi-lama", name="Sari Dewi")
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as shop:
        run(asked, shop=shop, email=email)
        given = {"url_that_was_opened": sandbox.control.reset_link(email), "password": password}
        run("\n".join(rest), shop=shop, confirmation=password, **given)
        assert isinstance(shop.auth.login(email, password), SignedIn)


def test_a_shop_gets_its_store(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCALEV_API_BASE", sandbox.base_url)
    monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", sandbox.store_id)
    monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
    with run(PAGES["sessions"][1])["shop"] as shop:
        shop.cart.add(variant_id=494535)
    with closing(SqliteStore("shop.db")) as store:
        assert store.keys("guest/") == [f"guest/{sandbox.store_id}/counter-3"]


def test_a_store_is_held_to_the_suite(tmp_path: Path) -> None:
    class MyStore(SqliteStore):
        def __init__(self, place: Path, clock: Clock = SYSTEM_CLOCK) -> None:
            super().__init__(place / "store.db", clock=clock)

    suite = run(PAGES["sessions"][2], MyStore=MyStore)["TestMyStore"]
    assert issubclass(suite, StoreConformance)
    tests = suite()
    tests.place = tmp_path
    clock = HandClock()
    stores = tests.open_store(), tests.open_store_at(clock)
    assert [type(store) for store in stores] == [MyStore, MyStore]
    assert stores[1].clock is clock
    for store in stores:
        store.close()


def test_a_transport_is_held_to_the_kit() -> None:
    suite = run(PAGES["transport"][0], MyTransport=httpx.HTTPTransport)["TestMyTransport"]
    assert isinstance(suite().open_transport(httpx.Limits()), httpx.HTTPTransport)


def test_a_page_shops_and_counts(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shopping, _, counting = PAGES["browser"]
    shown, asked = list[str](), inspect.signature(nexus_storefront.events.page_visit)

    def shop(store_id: str, api_key: str) -> AsyncStorefront:
        settings = EventSettings(outbox=tmp_path / "outbox")
        return AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, events=settings)

    def visit(**given: Any) -> Visit:
        asked.bind(**given)
        return Visit("https://toko.example/")

    async def visited() -> dict[str, Any]:
        names: dict[str, Any] = {"consented": True, "outcome": {"order_id": "A1", "gross_revenue": "1000"}}
        await run_in_a_loop(shopping, names)
        await run_in_a_loop(counting, names)
        await names["shop"].aclose()
        return names

    monkeypatch.setattr(nexus_storefront, "AsyncStorefront", shop)
    monkeypatch.setattr(nexus_storefront.events, "page_visit", visit)
    monkeypatch.setattr(nexus_storefront.events, "show_pixels", shown.append)
    names = asyncio.run(visited())
    assert names["cart"].item_count == 2
    assert names["conversion"].events
    assert len(shown) == 1


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("cart", ["an empty cart", "guest"]),
        ("catalogue", ["('unknown_code',)"]),
        ("checkout", ["Rp137.456 ()", "qris QRIS", "va_bca Virtual account BCA", "None"]),
        ("raw-client", ["getStorefrontProduct: status 404", "quantity: must be at least 1"]),
        (
            "reading-answers",
            [
                "Kopi Arabika Gayo: 125000.00 to 235000.00",
                "1 × Kopi Arabika Gayo - 250 g - Biji: Rp125.000",
                "Catalog: availability, bundle, categories, count, items, offers, product",
                "the answer lacks option3_name",
            ],
        ),
    ],
)
def test_what_a_page_says_is_printed_is_printed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str, told: list[str]
) -> None:
    text, printed = (DOCS / f"{page}.md").read_text("utf-8"), list[str]()
    names: dict[str, Any] = {"__name__": "example", "print": lambda *words: printed.append(" ".join(map(str, words)))}
    monkeypatch.chdir(tmp_path)
    with Sandbox() as sandbox:
        monkeypatch.setenv("SCALEV_API_BASE", sandbox.base_url)
        monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", sandbox.store_id)
        monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", sandbox.api_key)
        for example in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
            exec(compile(example, page, "exec"), names)
        for opened in [it for it in names.values() if isinstance(it, Storefront | Client)]:
            opened.close()
    said = " ".join(re.findall(r"^ *print\(.*\)  # (.*)$", text, re.MULTILINE))
    lines = "\n".join(printed).splitlines()
    assert [it for it in told if it not in said or not any(line.startswith(it) for line in lines)] == []

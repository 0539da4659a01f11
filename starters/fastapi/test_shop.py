"""The shop against a sandbox store of each test's own."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from types import ModuleType

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront.webhooks import sign

pytestmark = pytest.mark.anyio
VARIANT = 494535
BUYER = {
    "name": "Sari",
    "email": "sari@example.com",
    "phone": "6281234567890",
    "subdistrict": "Cempaka Putih",
    "address": "Jl. Contoh No. 3",
    "method": "qris",
}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder: Path = tmp_path_factory.mktemp("shop")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHOP_STORE", str(folder / "shop.sqlite3"))
        patch.setenv("SHOP_INBOX", str(folder / "inbox.sqlite3"))
        import shop

    return shop


@pytest.fixture
async def browser(
    shop: ModuleType, nexus_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[httpx.AsyncClient]:
    monkeypatch.setenv("SCALEV_API_BASE", nexus_sandbox.base_url)
    monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", nexus_sandbox.store_id)
    monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", nexus_sandbox.api_key)
    monkeypatch.setenv("SCALEV_WEBHOOK_SECRET", "a secret of the tests")
    wire = httpx.ASGITransport(shop.app)
    async with (
        shop.lifespan(shop.app),
        httpx.AsyncClient(transport=wire, base_url="https://shop.example", follow_redirects=True) as browser,
    ):
        yield browser


async def test_from_the_shelf_to_one_order(browser: httpx.AsyncClient, nexus_sandbox: Sandbox) -> None:
    slug = re.findall(r'"/product/([\w-]+)"', (await browser.get("/")).text)[0]
    assert "/cart/" in (await browser.get(f"/product/{slug}")).text
    assert "To the total" in (await browser.post(f"/cart/{VARIANT}")).text
    shown = await browser.post("/quote", data=BUYER)
    assert "Buy" in shown.text
    first, again = await browser.post("/order"), await browser.post("/order")
    assert "<svg" in first.text
    assert "Thank you" in again.text
    assert len(nexus_sandbox.control.orders()) == 1


async def test_what_cannot_be_is_said_and_nothing_is_ordered(
    browser: httpx.AsyncClient, nexus_sandbox: Sandbox
) -> None:
    assert (await browser.get("/product/no-such-thing")).status_code == 404
    assert (await browser.post("/order")).status_code == 409
    await browser.post(f"/cart/{VARIANT}")
    assert (await browser.post("/quote", data=BUYER | {"subdistrict": "nowhere at all"})).status_code == 422
    assert (await browser.post("/quote", data=BUYER | {"email": "no address"})).status_code == 422
    assert nexus_sandbox.control.orders() == []


async def test_webhooks_are_taken_when_they_are_signed(browser: httpx.AsyncClient) -> None:
    body = b'{"event":"business.test_event","unique_id":"event_1","data":{}}'
    signed = {"X-Scalev-Hmac-Sha256": sign(body, "a secret of the tests")}
    assert (
        await browser.post("/webhooks/scalev", content=body, headers=signed, follow_redirects=False)
    ).status_code == 200
    assert (await browser.post("/webhooks/scalev", content=body)).status_code == 401

"""The shop against a sandbox store of each test's own."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.test import Client
from nexus_sandbox import Sandbox
from nexus_storefront.webhooks import sign

VARIANT = 494535
BUYER = {
    "name": "Sari",
    "email": "sari@example.com",
    "phone": "6281234567890",
    "subdistrict": "Cempaka Putih",
    "address": "Jl. Contoh No. 3",
    "method": "qris",
}


@pytest.fixture(scope="module", autouse=True)
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder: Path = tmp_path_factory.mktemp("shop")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "DJANGO_SETTINGS_MODULE", "settings")
        patch.setenv("SHOP_STORE", str(folder / "shop.sqlite3"))
        patch.setenv("SHOP_INBOX", str(folder / "inbox.sqlite3"))
        django.setup()
        yield
        import shop

        shop.http().close()
        shop.store.close()


@pytest.fixture
def browser(nexus_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setenv("SCALEV_API_BASE", nexus_sandbox.base_url)
    monkeypatch.setenv("SCALEV_STORE_UNIQUE_ID", nexus_sandbox.store_id)
    monkeypatch.setenv("SCALEV_STOREFRONT_API_KEY", nexus_sandbox.api_key)
    monkeypatch.setenv("SCALEV_WEBHOOK_SECRET", "a secret of the tests")
    return Client(headers={"host": "shop.example"})


def test_from_the_shelf_to_one_order(browser: Client, nexus_sandbox: Sandbox) -> None:
    slug = re.findall(r'"/product/([\w-]+)"', browser.get("/").content.decode())[0]
    assert b"/cart/" in browser.get(f"/product/{slug}").content
    assert b"To the total" in browser.post(f"/cart/{VARIANT}", follow=True).content
    assert b"Buy" in browser.post("/quote", BUYER).content
    first, again = browser.post("/order"), browser.post("/order")
    assert b"<svg" in first.content
    assert b"Thank you" in again.content
    assert len(nexus_sandbox.control.orders()) == 1


def test_what_cannot_be_is_said_and_nothing_is_ordered(browser: Client, nexus_sandbox: Sandbox) -> None:
    assert browser.get("/product/no-such-thing").status_code == 404
    assert browser.post("/order").status_code == 409
    browser.post(f"/cart/{VARIANT}")
    assert browser.post("/quote", BUYER | {"subdistrict": "nowhere at all"}).status_code == 422
    assert browser.post("/quote", BUYER | {"email": "no address"}).status_code == 422
    assert Client(enforce_csrf_checks=True, headers={"host": "shop.example"}).post("/order").status_code == 403
    assert nexus_sandbox.control.orders() == []


def test_webhooks_are_taken_when_they_are_signed(browser: Client) -> None:
    body = b'{"event":"business.test_event","unique_id":"event_1","data":{}}'
    signature = {"X-Scalev-Hmac-Sha256": sign(body, "a secret of the tests")}
    sent = browser.post("/webhooks/scalev", body, content_type="application/json", headers=signature)
    assert sent.status_code == 200
    assert browser.post("/webhooks/scalev", body, content_type="application/json").status_code == 401

"""The example shop, as a shopper goes through it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import shop as command
from nexus_sandbox import Sandbox

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, pyodide: Any) -> Iterator[tuple[str, Sandbox]]:
    with command.serving(tmp_path_factory.mktemp("shop") / "page") as served:
        yield served


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.full_length)])
def test_from_the_shelf_to_paid(shop: tuple[str, Sandbox], tabs_of: Any, width: int, tmp_path: Any) -> None:
    address, sandbox = shop
    tab = tabs_of(address)
    page = tab.page
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": width, "height": 844})
    page.set_default_timeout(60_000)
    page.locator(".card").first.wait_for()
    page.screenshot(path=tmp_path / "shelf.png")
    page.goto(f"{address}/#/p/kopi-arabika-gayo")
    page.locator("[name=variant]:enabled").first.check()
    page.screenshot(path=tmp_path / "product.png")
    page.get_by_role("button", name="Add to cart").click()
    page.get_by_role("link", name="Cart (1)").click()
    page.get_by_role("heading", name="Cart").wait_for()
    page.get_by_role("button", name="Checkout").click()
    page.get_by_label("Name").fill("Demo Customer")
    page.get_by_label("E-mail").fill("demo.customer@example.com")
    page.get_by_label("Phone").fill("0812 3456 7890")
    page.get_by_label("Address").fill("Jl. Contoh No. 3")
    page.get_by_label("Search the subdistrict").fill("cempaka putih")
    page.keyboard.press("Tab")
    page.locator("fieldset button").first.click()
    page.get_by_label("Postal code").select_option(index=1)
    page.get_by_label("Payment").select_option("qris")
    page.get_by_role("button", name="Compute the price").click()
    page.locator("[name=way]").first.check()
    page.get_by_text("Total Rp").wait_for()
    page.screenshot(path=tmp_path / "checkout.png", full_page=True)
    page.get_by_role("button", name="Order and pay").click()
    page.locator(".qr svg").wait_for()
    page.screenshot(path=tmp_path / "pay.png")
    sandbox.control.pay_order(sandbox.control.orders()[-1]["order_id"])
    page.get_by_role("heading", name="Paid").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert errors == []


@pytest.mark.full_length
def test_who_signs_in_sees_their_orders_and_may_change_the_password(shop: tuple[str, Sandbox], tabs_of: Any) -> None:
    address, _ = shop
    page = tabs_of(f"{address}/#/account").page
    page.set_default_timeout(60_000)
    page.get_by_label("E-mail").fill("sari@example.com")
    page.get_by_role("button", name="Forgot the password").click()
    page.get_by_text("The link has been sent.").wait_for()
    page.get_by_label("Password", exact=True).fill("kata-sandi-contoh")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="My orders").wait_for()
    page.goto(shop[1].control.reset_link("sari@example.com"))
    page.get_by_label("Password", exact=True).fill("kata-sandi-baru")
    page.get_by_label("Repeat the password").fill("kata-sandi-baru")
    page.get_by_role("button", name="New password").click()
    page.get_by_text("Saved.").wait_for()
    assert "token" not in page.url

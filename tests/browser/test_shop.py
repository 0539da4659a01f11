"""The example shop, as a shopper goes through it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shop as command
from lengths import FULL
from nexus_sandbox import Sandbox

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]
SIZES = (390, 1280)
# What a browser tells of the pixel's own script, which is not reached here, and of passwords that are wrong.
EXPECTED = ("net::ERR_NAME_NOT_RESOLVED", "401 (Unauthorized)", "net::ERR_INTERNET_DISCONNECTED")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, pyodide: Any) -> Iterator[tuple[str, Sandbox]]:
    with command.serving(tmp_path_factory.mktemp("shop") / "page") as served:
        yield served


@pytest.fixture
def page(shop: tuple[str, Sandbox], tabs_of: Any) -> Iterator[Any]:
    """The shop, open, of one who was never there; nothing goes wrong in it that a shopper is not told of."""
    page, wrong = tabs_of(shop[0]).page, list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.set_default_timeout(60_000)
    yield page
    assert [line for line in wrong if not any(known in line for known in EXPECTED)] == []


@pytest.fixture
def fits(page: Any) -> Callable[[], None]:
    """Checks of what is shown: nothing is wider than the window, all fields have names, and there is one heading."""

    def check() -> None:
        for width in SIZES if FULL else SIZES[:1]:
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.get_by_role("heading", level=1).count() == 1
        unnamed = "[...document.querySelectorAll('input, select')].filter(it => !it.labels[0] && !it.ariaLabel).length"
        assert page.evaluate(unnamed) == 0

    return check


def test_from_the_shelf_to_paid(page: Any, shop: tuple[str, Sandbox], fits: Callable[[], None]) -> None:
    """By a shopper who agrees to be counted: each of their steps is an event, with its pixel, delivered once."""
    address, sandbox = shop
    page.locator(".card").first.wait_for()
    asked = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert len([url for url in asked if re.search(r"\.py$|/shop-\w+\.zip$", url)]) == 2  # its own file and the archive
    fits()
    page.goto(f"{address}/#/p/kopi-robusta-temanggung")
    page.locator("[name=variant]:enabled").first.wait_for()
    assert not page.evaluate("document.cookie + ('fbq' in window ? 'fbq' : '')")
    page.get_by_role("button", name="Yes").click()
    page.goto(f"{address}/#/p/kopi-arabika-gayo")
    page.get_by_role("heading", name="Gayo").wait_for()
    fits()
    page.locator("[name=variant]:enabled").first.check()
    page.get_by_role("button", name="Add to cart").click()
    page.get_by_role("link", name="Cart (1)").wait_for()
    page.goto(f"{address}/#/b/paket-buku-seduh")
    page.get_by_role("button", name="Add to cart").click()
    page.get_by_role("link", name="Cart (2)").click()
    page.get_by_role("heading", name="Cart").wait_for()
    fits()
    page.get_by_label("Quantity: Kopi").fill("2")
    page.keyboard.press("Tab")
    page.get_by_role("link", name="Cart (3)").wait_for()
    page.get_by_role("link", name="Checkout").click()
    page.get_by_label("Name").fill("Demo Customer")
    page.get_by_label("E-mail").fill("demo.customer@example.com")
    page.get_by_label("Phone").fill("0812 3456 7890")
    page.get_by_label("Address").fill("Jl. Contoh No. 3")
    page.get_by_label("Search the subdistrict").fill("cempaka putih")
    page.keyboard.press("Tab")
    page.locator("button.place").first.click()
    page.get_by_label("Postal code").select_option(index=1)
    page.get_by_label("Payment").select_option("qris")
    page.get_by_role("button", name="Compute shipping").click()
    page.locator("[name=way]").first.check()
    page.get_by_text("Total Rp").wait_for()
    fits()
    page.get_by_role("button", name="Order and pay").click()
    page.locator(".qr svg").wait_for()
    fits()
    order = sandbox.control.orders()[-1]["order_id"]
    sandbox.control.pay_order(order)
    page.get_by_role("heading", name="Paid").wait_for()
    told = ["ViewContent", "AddToCart", "ViewContent", "AddToCart", "InitiateCheckout", "Purchase"]
    for _ in range(100):
        if len(sandbox.control.events()) >= len(told):
            break
        page.wait_for_timeout(100)
    events = sandbox.control.events()
    assert sorted(event["name"] for event in events) == sorted(told)
    assert all(event["counted"] for event in events)
    pixels = page.evaluate("window.fbq.queue.map((call) => [...call]).filter((call) => call[0] === 'track')")
    assert [call[1] for call in pixels if call[1] != "PageView"] == told
    assert {call[3]["eventID"] for call in pixels if call[1] != "PageView"} == {event["event_id"] for event in events}
    assert pixels[-1][3]["eventID"] == f"{order}-Purchase-FORM"


def test_it_is_short() -> None:
    assert sum(len(file.read_text("utf-8").splitlines()) for file in command.EXAMPLE.glob("*.*")) < 900


@pytest.mark.full_length
def test_who_signs_in_sees_their_orders_and_may_change_the_password(
    page: Any, shop: tuple[str, Sandbox], fits: Callable[[], None]
) -> None:
    address, sandbox = shop
    page.goto(f"{address}/#/account")
    page.get_by_label("E-mail").fill("sari@example.com")
    page.get_by_role("button", name="Forgot the password").click()
    page.get_by_text("The link has been sent.").wait_for()
    page.get_by_label("Password", exact=True).fill("not-this-one")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("password is wrong").wait_for()
    page.get_by_label("Password", exact=True).fill("kata-sandi-contoh")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="My orders").wait_for()
    fits()
    page.goto(sandbox.control.reset_link("sari@example.com"))
    page.get_by_label("Password", exact=True).fill("kata-sandi-baru")
    page.get_by_label("Repeat the password").fill("kata-sandi-baru")
    page.get_by_role("button", name="New password").click()
    page.get_by_text("Saved.").wait_for()
    assert "token" not in page.url
    fits()
    sandbox.control.configure(otp_required=True)
    page.get_by_label("E-mail").fill("sari@example.com")
    page.get_by_label("Password", exact=True).fill("kata-sandi-baru")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Code").wait_for()
    page.get_by_label("Code").fill(sandbox.control.otp("sari@example.com"))
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="My orders").wait_for()
    sandbox.control.configure(otp_required=False)


@pytest.mark.full_length
def test_with_keys_alone(page: Any, shop: tuple[str, Sandbox]) -> None:
    """From the first key to the order, and what has the focus can always be seen."""
    page.locator(".card").first.wait_for()

    def to(what: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("(what) => document.activeElement.matches(what)", what):
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
                return
        raise AssertionError(f"{what} is not reached")

    to("aside button + button")  # no
    page.keyboard.press("Enter")
    to(".card a")
    page.keyboard.press("Enter")
    page.locator("[name=variant]:enabled").first.wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    to("[name=variant]")
    page.keyboard.press("Space")
    to("form button")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Cart (1)").wait_for()
    page.keyboard.press("Home")
    page.get_by_role("link", name="Cart (1)").press("Enter")
    page.get_by_role("heading", name="Cart").wait_for()
    to("main .button")
    page.keyboard.press("Enter")
    for field, text in (
        ("name", "Demo Customer"),
        ("email", "demo.customer@example.com"),
        ("phone", "0812 3456 7890"),
        ("address", "Jl. Contoh No. 3"),
    ):
        page.locator(f"[name={field}]").wait_for()
        to(f"[name={field}]")
        page.keyboard.type(text)
    to("main [type=search]")
    page.keyboard.type("menteng")
    page.keyboard.press("Enter")
    page.locator("button.place").first.wait_for()
    to("button.place")
    page.keyboard.press("Enter")
    page.locator("[name=postal]").wait_for()
    page.keyboard.press("ArrowDown")
    to("[name=payment]")
    page.keyboard.type("QRIS")
    to("form > button")
    page.keyboard.press("Enter")
    page.locator("[name=way]").first.wait_for()
    page.keyboard.press("Space")
    page.get_by_text("Total Rp").wait_for()
    to("main section > button")
    page.keyboard.press("Enter")
    page.locator(".qr svg").wait_for()
    assert not page.evaluate("document.cookie + ('fbq' in window ? 'fbq' : '')")  # who said no is not counted

"""The page under /_sandbox/: live, and safe whatever shoppers type."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from sandbox_shopper import GAYO, Shopper, variant

HOSTILE = "<img src=x onerror=\"document.title='broken'\">"


# For one test: while Playwright runs, this thread has an event loop, and a test of another kind wants to run its own.
@pytest.fixture
def browser() -> Iterator[Any]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.fail("no Chromium on this machine: `make setup` installs it where it may")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        yield launched
        launched.close()


@pytest.mark.browser
@pytest.mark.xdist_group("chromium")
def test_the_page_is_live_and_in_hand(browser: Any, sandbox: Sandbox, guest: Shopper) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{sandbox.base_url}/_sandbox/")
    page.get_by_text("nothing yet").first.wait_for()

    guest.add(variant(GAYO, 2))
    intent = {
        "recaptcha_token": "x",
        "client_session_id": "0b0bd1a0-6e2f-4f1f-9a52-0a8a76c81f10",
        "form_widget_id": "f",
        "fields": {"customer_name": HOSTILE},
    }
    assert guest.post("/public/checkout-intents", json=intent).status_code == 201
    sandbox.control.browser_event("meta", HOSTILE, HOSTILE)
    order = guest.order(items=[variant(GAYO)])
    orders = page.locator("#orders")
    orders.get_by_text(order["order_id"]).wait_for()
    orders.get_by_role("button", name="pay").click()
    orders.get_by_text("confirmed").wait_for()
    assert sandbox.control.orders()[0]["payment_status"] == "paid"

    page.get_by_label("operation").select_option("createPublicCheckout")
    page.get_by_label("kind").select_option("html_502")
    page.get_by_role("button", name="plan").click()
    page.locator("#faults").get_by_text("0 of 1").wait_for()
    assert [(fault.operation, fault.kind) for fault in sandbox.control.faults()] == [
        ("createPublicCheckout", "html_502")
    ]
    page.get_by_role("button", name="clear").click()
    page.locator("#faults").get_by_text("nothing yet").wait_for()

    before = sandbox.control.now()
    page.get_by_role("button", name="+1 day").click()
    page.locator("#intents").get_by_text("abandoned").wait_for()
    assert (sandbox.control.now() - before).days == 1

    assert page.locator("#intents").get_by_text(HOSTILE).count() == 1
    assert page.locator("main img").count() == 0
    assert page.title() == "Sandbox store"
    assert errors == []
    page.close()


@pytest.mark.browser
@pytest.mark.xdist_group("chromium")
def test_everything_can_be_done_on_a_telephone(browser: Any, sandbox: Sandbox, shop: Shopper) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{sandbox.base_url}/_sandbox/")
    order = shop.order(items=[variant(GAYO, 2)], notes=HOSTILE)
    reference = order["secret_slug"]

    # Shelves: what is there, what it costs, whether it is sold.
    page.get_by_label("find on the shelves").fill("gayo")
    page.get_by_label(f"stock of {GAYO}").fill("7")
    page.get_by_label(f"stock of {GAYO}").press("Tab")
    page.get_by_label(f"price of {GAYO}").fill("99000")
    page.get_by_label(f"price of {GAYO}").press("Tab")
    page.get_by_label(f"{GAYO} off sale").check()
    page.wait_for_function(
        "async (id) => { const [one] = await (await fetch('/_sandbox/variants?text=' + id)).json();"
        " return one.stock === 7 && one.price === 99000 && one.disabled; }",
        arg=str(GAYO),
    )

    # Settings, of each type.
    page.get_by_label("otp_required").check()
    page.get_by_label("redirect_destination").select_option("whatsapp")
    page.get_by_label("banned_customers").fill("a@example.com, 127.0.0.9")
    page.get_by_label("banned_customers").press("Tab")
    page.get_by_label("max_per_phone").fill("3")
    page.get_by_label("max_per_phone").press("Tab")
    page.wait_for_function(
        "async () => { const now = await (await fetch('/_sandbox/settings')).json();"
        " return now.otp_required && now.redirect_destination === 'whatsapp' && now.max_per_phone === 3"
        " && now.banned_customers.join() === 'a@example.com,127.0.0.9'; }"
    )

    # An order in detail, and further on.
    page.locator("#orders").get_by_role("button", name="details").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("demo.customer@example.com").wait_for()
    assert dialog.get_by_text("wa.me").count() == 1
    dialog.get_by_label("payment status").select_option("settled")
    dialog.get_by_text("settled by bank_transfer").wait_for()
    assert sandbox.control.order(reference)["payment_status"] == "settled"
    dialog.get_by_role("button", name="close").click()

    # Drift, on and off.
    page.get_by_label("new_fields").check()
    page.get_by_role("button", name="let it drift").click()
    page.locator("#faults").get_by_text("drift: new_fields").wait_for()
    assert "sandbox_new_field" in shop.get("/public/items/count").json()
    page.get_by_role("button", name="clear").click()
    page.locator("#faults").get_by_text("nothing yet").wait_for()

    # A webhook that nobody takes is told, one that is off is kept.
    page.get_by_label("URL", exact=True).fill("http://127.0.0.1:9/hooks")
    page.get_by_role("button", name="save").click()
    page.get_by_role("status").get_by_text("does not take the test event").wait_for()
    page.locator("#hook input[name=active]").uncheck()
    page.get_by_role("button", name="save").click()
    page.locator("#hooks").get_by_text("http://127.0.0.1:9/hooks").wait_for()
    page.locator("#hook-secret").get_by_text(sandbox.control.webhooks(reveal=True)[0]["secret"]).wait_for()

    # Nothing hangs over the edge, and a finger hits every button.
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = page.evaluate(
        "[...document.querySelectorAll('main button, main select')].filter((node) => node.offsetHeight"
        " && node.getBoundingClientRect().height < 40).map((node) => node.outerHTML.slice(0, 80))"
    )
    assert small == []
    assert errors == []
    page.close()


@pytest.mark.browser
@pytest.mark.xdist_group("chromium")
def test_deliveries_are_shown_and_sent_again(browser: Any) -> None:
    taken: list[bytes] = []

    def take(request: httpx.Request) -> httpx.Response:
        taken.append(request.content)
        return httpx.Response(200 if len(taken) != 2 else 500)

    client = httpx.Client(transport=httpx.MockTransport(take))
    with Sandbox(webhook_client=client) as sandbox, Shopper(sandbox) as shop:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(f"{sandbox.base_url}/_sandbox/")
        page.get_by_label("URL", exact=True).fill("http://toko.localhost/hooks")
        page.get_by_text("events", exact=True).click()
        page.locator("#hook-events").get_by_label("order.updated").uncheck()
        page.get_by_role("button", name="save").click()
        page.locator("#hooks").get_by_text("on", exact=True).wait_for()
        sandbox.control.stop_clock()
        order = shop.order(items=[variant(GAYO)])
        deliveries = page.locator("#deliveries")
        deliveries.get_by_text("waiting, next").wait_for()
        (delivery,) = sandbox.control.webhook_deliveries()
        deliveries.get_by_text(delivery["signature"]).wait_for()
        deliveries.get_by_text("payload").click()
        deliveries.get_by_text(order["order_id"]).wait_for()
        deliveries.get_by_role("button", name="send again").click()
        deliveries.get_by_text("delivered").wait_for()
        assert taken[1] == taken[2]
        page.get_by_label("event to make").select_option("payment.received")
        page.get_by_role("button", name="make one").click()
        deliveries.get_by_text("payment.received").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.close()

"""The page under /_sandbox/: live, and safe whatever shoppers type."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

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

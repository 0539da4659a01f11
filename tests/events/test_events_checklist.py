"""The production checklist of the advertising guide, line by line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import Storefront
from nexus_storefront.events import (
    Conversion,
    EventSettings,
    PixelSettings,
    Visit,
    capture_attribution,
    render_pixels,
)

LANDING = "https://toko.example/produk/kopi?fbclid=Fb&ttclid=Tt&click_id=Kw"
GOODS = 494535


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def shop(sandbox: Sandbox, tmp_path: Path) -> Iterator[Storefront]:
    settings = EventSettings(outbox=tmp_path / "outbox", domains=["toko.example"])
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, events=settings) as shop:
        yield shop
    sandbox.control.clear_faults()


@pytest.fixture
def visit() -> Visit:
    return Visit(LANDING, "https://facebook.com/", capture_attribution(LANDING, "_ttp=Ttp"))


def placed(shop: Storefront) -> Any:
    """An order that exists."""
    cart = shop.cart.add(variant_id=GOODS, quantity=2)
    shop.events.resolve(cart)
    checkout = shop.checkout.start()
    checkout.set_buyer(name="Demo Customer", email="demo.customer@example.com", phone="6281234567890")
    checkout.deliver_to(location_id=9089, postal_code="10510", address="Jl. Contoh No. 3")
    checkout.pay_with("bank_transfer")
    checkout.ship_with(checkout.shipping_options()[0])
    checkout.quote()
    return checkout.place()


def arrived(sandbox: Sandbox, conversion: Conversion) -> list[dict[str, Any]]:
    ids = {event.event_id for event in conversion}
    return [event for event in sandbox.control.events() if event["event_id"] in ids]


@pytest.mark.browser
@pytest.mark.xdist_group("chromium")
def test_load_browser_pixels_once_per_page_session(
    site: tuple[str, dict[str, str]], browser: Any, pixels: PixelSettings
) -> None:
    base, pages = site
    snippet = render_pixels([], pixels, nonce="page0")
    pages["/once"] = f'<!doctype html><body><script nonce="page0">window.sent=[]</script>{snippet * 3}</body>'
    page = browser.new_page()
    page.goto(f"{base}/once", wait_until="networkidle")
    sent = page.evaluate("sent.map(call => call.slice(0, 3).join(' '))")
    page.close()
    assert sorted(set(sent)) == sorted(sent)
    assert {"fbevents", "ttq sdk CABCDEF123456", "kwaiq sdk KWAI_PIXEL_ID", "fbq track PageView", "ttq page"} <= {*sent}


def test_capture_click_ids_before_firing_events(shop: Storefront, visit: Visit, sandbox: Sandbox) -> None:
    viewed = shop.events.content_view(shop.catalog.product("kopi-arabika-gayo"), visit)
    shop.events.send(viewed)
    shop.events.flush()
    meta, tiktok = arrived(sandbox, viewed)
    assert meta["person"]["fbc"].endswith(".Fb")
    assert (tiktok["person"]["ttclid"], tiktok["person"]["ttp"]) == ("Tt", "Ttp")
    assert sandbox.control.events()[-1]["click_id"] == "Kw"


def test_preserve_the_five_cookies() -> None:
    jar = "_fbp=fb.1.1.1; _fbc=fb.1.1.x; _ttp=p; _ttclid=t; _kwai_click_id=k"
    found = capture_attribution("https://toko.example/", jar)
    assert (found.fbp, found.fbc, found.ttp, found.ttclid, found.click_id) == ("fb.1.1.1", "fb.1.1.x", "p", "t", "k")
    assert found.set_cookies == []


def test_keep_the_event_source_url_on_the_domain_that_meta_allows(shop: Storefront, visit: Visit) -> None:
    line = {"type": "variant", "variant_id": GOODS, "variant_unique_id": "variant_1", "quantity": 1}
    assert all(event.payload for event in shop.events.add_to_cart(line, visit))
    elsewhere = Visit("https://staging.example/", attribution=visit.attribution)
    refused = shop.events.add_to_cart(line, elsewhere)
    assert {event.not_relayed for event in refused} == {"the page is not on a storefront domain"}


def test_fire_events_only_after_the_action_succeeded(shop: Storefront, visit: Visit, sandbox: Sandbox) -> None:
    sandbox.control.fault("createPublicCheckout", "status", status=422)
    refused = placed(shop)
    assert shop.events.order_created(refused, visit).skipped == "there is no order"
    order = shop.events.order_created(placed(shop), visit)
    assert len(order.events) == 3


def test_use_one_event_id_for_browser_and_server(shop: Storefront, visit: Visit, sandbox: Sandbox) -> None:
    cart = shop.cart.add(variant_id=GOODS)
    added = shop.events.add_to_cart(cart.find(variant_id=GOODS), visit)
    shop.events.send(added)
    shop.events.flush()
    for event in added.events[:2]:
        assert event.pixel is not None
        # the browser's copy of the same event adds nothing
        sandbox.control.browser_event(event.provider, event.pixel.name, event.pixel.event_id)
    assert [(e["channel"], e["counted"]) for e in arrived(sandbox, added)] == [
        ("server", True),
        ("server", True),
        ("browser", False),
        ("browser", False),
    ]


def test_use_deterministic_order_event_ids_for_purchases(shop: Storefront, visit: Visit, sandbox: Sandbox) -> None:
    outcome = placed(shop)
    bought, reloaded = (shop.events.order_created(outcome, visit) for _ in range(2))
    assert [event.event_id for event in bought] == [event.event_id for event in reloaded]
    assert bought.events[0].event_id == f"{outcome.order_id}-Purchase-FORM"
    assert shop.events.send(bought).accepted
    assert not shop.events.send(reloaded).accepted
    shop.events.flush()
    assert [event["name"] for event in arrived(sandbox, bought)] == ["Purchase", "CompletePayment"]


def test_send_event_source_url_and_referrer_url(shop: Storefront, visit: Visit, sandbox: Sandbox) -> None:
    viewed = shop.events.content_view(shop.catalog.product("kopi-arabika-gayo"), visit)
    shop.events.send(viewed)
    shop.events.flush()
    for event in sandbox.control.events()[-3:]:
        assert event["event_source_url"] == "https://toko.example/produk/kopi"
        assert event["referrer_url"] == "https://facebook.com/"


def test_send_items_with_unique_ids_and_quantities(shop: Storefront, visit: Visit, sandbox: Sandbox) -> None:
    bought = shop.events.order_created(placed(shop), visit)
    shop.events.send(bought)
    shop.events.flush()
    for event in arrived(sandbox, bought):
        (line,) = event["variants"]
        assert line["variant_unique_id"].startswith("variant_")
        assert line["quantity"] == 2
        assert event["unknown_items"] == []


def test_skip_snackvideo_server_events_without_a_click_id(shop: Storefront) -> None:
    viewed = shop.events.content_view(shop.catalog.product("kopi-arabika-gayo"), Visit("https://toko.example/"))
    assert shop.events.send(viewed).statuses["snackvideo"] == "not_relayed"
    assert viewed.events[2].pixel is not None


def test_do_not_block_the_checkout_when_analytics_fail(sandbox: Sandbox, visit: Visit, tmp_path: Path) -> None:
    for operation in ("Meta", "Tiktok", "SnackVideo"):
        sandbox.control.fault(f"sendStorefront{operation}ConversionEvent", "reset", count=None)
    settings = EventSettings(outbox=tmp_path)
    with Storefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, events=settings) as shop:
        outcome = placed(shop)
        receipt = shop.events.send(shop.events.order_created(outcome, visit))
        assert {*receipt.statuses.values()} == {"failed"}
        assert outcome.order_id
    sandbox.control.clear_faults()

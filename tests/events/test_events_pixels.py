"""The snippet: what goes in comes out, byte for byte, in a parser and in a real browser."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from nexus_storefront.errors import InvalidInput
from nexus_storefront.events.attribution import Attribution
from nexus_storefront.events.composer import Composer
from nexus_storefront.events.model import PixelCall, Visit
from nexus_storefront.events.pixels import PixelSettings, pixel_calls, render_pixels, script_json

PIXELS = PixelSettings(meta=["1234567890"], tiktok=["CABCDEF123456"], snackvideo=["KWAI_PIXEL_ID", "SECOND-1"])
HOSTILE = [
    "</script><script>window.broken=1</script>",
    "<!--<script>",
    "-->]]></ScRiPt\t>",
    "'\"`${1}\\u003c\\",
    "&lt;&amp;</style>",
    "\u2028\u2029\x00\x1b\ufeff",
    "é😀漢字 ﷽",
    "__proto__",
    "<img src=x onerror=window.broken=1>",
]


class Scripts(HTMLParser):
    """Collects what is inside script elements and everything that is outside them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.outside = ""
        self._open = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "script"
        self.scripts.append((dict(attrs), ""))
        self._open = True

    def handle_endtag(self, tag: str) -> None:
        self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)
        else:
            self.outside += data


text = st.text() | st.sampled_from(HOSTILE)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(name=text, event_id=text, parameters=st.dictionaries(text, values, max_size=4))
def test_calls_round_trip_through_html(name: str, event_id: str, parameters: dict[str, Any]) -> None:
    html = render_pixels([PixelCall("meta", name, event_id, parameters, True)], PIXELS, nonce="abc123==")
    parsed = Scripts(html)
    assert [attributes for attributes, _ in parsed.scripts] == [
        {"type": "application/json", "nonce": "abc123=="},
        {"nonce": "abc123=="},
    ]
    assert parsed.outside == ""
    block = parsed.scripts[0][1]
    assert json.loads(block)["calls"] == [["meta", name, parameters, event_id, True]]
    assert block.isascii()
    assert not re.search(r"[<>&']", block)


def test_numbers_a_browser_cannot_read_are_refused() -> None:
    with pytest.raises(ValueError):
        script_json(float("nan"))


@pytest.mark.parametrize("pixel_id", ["", "1&ev=Purchase", 'x"><script>', "a b", "é", "1" * 65, "../x"])
def test_pixel_ids_are_allow_listed(pixel_id: str) -> None:
    for provider in ("meta", "tiktok", "snackvideo"):
        with pytest.raises(InvalidInput):
            PixelSettings(**{provider: [pixel_id]})


@pytest.mark.parametrize("nonce", ['"', "a b", "x' onload='", "<"])
def test_a_nonce_cannot_leave_its_attribute(nonce: str) -> None:
    with pytest.raises(InvalidInput):
        render_pixels([], PIXELS, nonce=nonce)


def test_sdks_come_over_https() -> None:
    with pytest.raises(InvalidInput):
        PixelSettings(meta_sdk="http://sdk.example/fbevents.js")


def test_providers_without_consent_are_neither_loaded_nor_called() -> None:
    calls = [PixelCall(provider, "X", "1", {}) for provider in ("meta", "tiktok", "snackvideo")]  # type: ignore[arg-type]
    data = json.loads(Scripts(render_pixels(calls, PIXELS, providers=["tiktok"])).scripts[0][1])
    assert [call[0] for call in data["calls"]] == ["tiktok"]
    assert [len(data[provider]) for provider in ("meta", "tiktok", "snackvideo")] == [1, 2, 1]


def html(*snippets: str) -> str:
    body = "<p>between</p>".join(snippets)
    start = '<script nonce="page0">window.sent=[];window.inline=0</script>'
    return f'<!doctype html><meta charset="utf-8"><body>{start}{body}<p id="end">end</p></body>'


@pytest.mark.browser
@pytest.mark.xdist_group("chromium")
class TestChromium:
    def test_hostile_names_arrive_exactly_and_break_nothing(
        self, site: tuple[str, dict[str, str]], browser: Any, pixels: PixelSettings
    ) -> None:
        base, pages = site
        made = Composer()
        snippets, expected = [], []
        for number, name in enumerate(HOSTILE):
            made.index.learn(
                {
                    "name": name,
                    "taxonomy": {"name": name},
                    "variants": [{"id": number + 1, "unique_id": name, "price": 5}],
                }
            )
            line = {"variant_id": number + 1, "quantity": 1}
            conversion = made.add_to_cart(line, Visit(attribution=Attribution(click_id="k")))
            calls = pixel_calls(conversion)
            expected.extend(calls)
            snippets.append(render_pixels(calls, pixels, nonce="page0"))
        pages["/hostile"] = html(*snippets)
        page = browser.new_page()
        errors: list[Any] = []
        page.on("pageerror", lambda error: errors.append(error))
        page.goto(f"{base}/hostile", wait_until="networkidle")
        sent = page.evaluate("sent")
        assert errors == []
        assert page.evaluate("window.broken") is None
        assert page.inner_text("#end") == "end"
        assert page.evaluate("document.body.innerText").count("between") == len(HOSTILE) - 1
        tracked = [call for call in sent if call[0] == "fbq" and call[1:3] == ["track", "AddToCart"]]
        assert [(call[3], call[4]["eventID"]) for call in tracked] == [
            (dict(call.parameters), call.event_id) for call in expected if call.provider == "meta"
        ]
        tracked = [call for call in sent if call[:3] == ["ttq", "track", "AddToCart"]]
        assert [(call[3], call[4]["event_id"]) for call in tracked] == [
            (dict(call.parameters), call.event_id) for call in expected if call.provider == "tiktok"
        ]
        for pixel in ("KWAI_PIXEL_ID", "SECOND-1"):
            tracked = [call for call in sent if call[:3] == [f"kwaiq {pixel}", "track", "addToCart"]]
            assert [call[3] for call in tracked] == [
                dict(call.parameters) for call in expected if call.provider == "snackvideo"
            ]
        # each SDK and each pixel once, though every snippet brings its loader
        for once in (["fbevents"], ["fbq", "init", "1234567890"], ["fbq", "track", "PageView"], ["ttq", "page"]):
            assert sent.count(once) == 1
        assert sorted(call for call in sent if call[0].endswith(" sdk")) == [
            ["kwaiq sdk", "KWAI_PIXEL_ID"],
            ["kwaiq sdk", "SECOND-1"],
            ["ttq sdk", "CABCDEF123456"],
        ]
        page.close()

    def test_a_reloaded_order_page_fires_its_purchase_once(
        self, site: tuple[str, dict[str, str]], browser: Any, pixels: PixelSettings
    ) -> None:
        base, pages = site
        order = {"order_id": "ORD-7", "gross_revenue": 9000, "variants": {"variant_1": 1}}
        calls = pixel_calls(Composer().order_created(order, Visit()))
        view = PixelCall("meta", "ViewContent", "evt_1", {})
        pages["/thanks"] = html(render_pixels([*calls, view], pixels, nonce="page0"))
        context = browser.new_context()
        page = context.new_page()
        counts = []
        for _ in range(3):
            page.goto(f"{base}/thanks", wait_until="networkidle")
            names = [call[2] for call in page.evaluate("sent") if call[1:2] == ["track"]]
            counts.append([names.count(name) for name in ("Purchase", "CompletePayment", "purchase", "ViewContent")])
        assert counts == [[1, 1, 2, 1], [0, 0, 0, 1], [0, 0, 0, 1]]
        context.close()

    def test_a_page_with_its_own_loaders_is_only_told_the_events(
        self, site: tuple[str, dict[str, str]], browser: Any, pixels: PixelSettings
    ) -> None:
        base, pages = site
        own = '<script nonce="page0">window.fbq=function(){sent.push([].slice.call(arguments))}</script>'
        call = PixelCall("meta", "AddToCart", "evt_9", {"value": 1})
        absent = PixelCall("tiktok", "AddToCart", "evt_9", {"value": 1})
        pages["/own"] = html(own + render_pixels([call, absent], pixels, nonce="page0", loaders=False))
        page = browser.new_page()
        page.goto(f"{base}/own", wait_until="networkidle")
        assert page.evaluate("sent") == [["track", "AddToCart", {"value": 1}, {"eventID": "evt_9"}]]
        page.close()

    def test_attribution_cookies_through_document_cookie(
        self, site: tuple[str, dict[str, str]], browser: Any, pixels: PixelSettings
    ) -> None:
        from nexus_storefront.events.attribution import capture_attribution

        base, pages = site
        pages["/landing"] = html("")
        page = browser.new_context().new_page()
        page.goto(f"{base}/landing?fbclid=Ab%3Bc%20d&ttclid=t%2Bt&click_id=k", wait_until="load")
        found = capture_attribution(page.url, page.evaluate("document.cookie"))
        assert [cookie.name for cookie in found.set_cookies] == ["_fbc", "_fbp", "_ttclid", "_kwai_click_id"]
        for cookie in found.set_cookies:
            page.evaluate("text => { document.cookie = text }", str(cookie))
        page.goto(f"{base}/landing", wait_until="load")
        again = capture_attribution(page.url, page.evaluate("document.cookie"))
        assert (again.fbc, again.fbp, again.ttclid, again.click_id) == (found.fbc, found.fbp, "t+t", "k")
        assert again.set_cookies == []
        decoded = page.evaluate(
            "decodeURIComponent(document.cookie.split('; ').find(c => c.startsWith('_fbc=')).slice(5))"
        )
        assert decoded == found.fbc
        page.context.close()

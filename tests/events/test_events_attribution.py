"""Attribution: values and lifetimes of the hosted storefront's own code, for every odd input a request can bring."""

import json
from http.cookies import SimpleCookie
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from nexus_storefront.errors import InvalidInput
from nexus_storefront.events.attribution import Attribution, SetCookie, capture_attribution

NOW = 1_710_000_000.123
FIXED = {"now": NOW, "random": lambda: 0.1234567890}
LANDING = "https://shop.example.com/products/black-shirt"


def minted(found: Attribution) -> dict[str, SetCookie]:
    return {cookie.name: cookie for cookie in found.set_cookies}


def test_first_landing_mints_every_id_and_shows_it_at_once() -> None:
    found = capture_attribution(f"{LANDING}?fbclid=AbC&ttclid=TT1&click_id=KW1&utm_source=x", {}, **FIXED)
    assert (found.fbc, found.fbp) == ("fb.1.1710000000123.AbC", "fb.1.1710000000123.1234567890")
    assert (found.ttclid, found.ttp, found.click_id) == ("TT1", None, "KW1")
    assert [(c.name, c.value, c.max_age) for c in found.set_cookies] == [
        ("_fbc", "fb.1.1710000000123.AbC", 7_776_000),
        ("_fbp", "fb.1.1710000000123.1234567890", 7_776_000),
        ("_ttclid", "TT1", 604_800),
        ("_kwai_click_id", "KW1", 604_800),
    ]
    assert all(
        (c.path, c.samesite, c.secure, c.httponly, c.domain) == ("/", "Lax", True, False, None)
        for c in found.set_cookies
    )


def test_header_text_of_a_cookie() -> None:
    over_https = capture_attribution(f"{LANDING}?ttclid=a b;c", "_fbp=fb.1.2.3", **FIXED).set_cookies
    assert [str(c) for c in over_https] == ["_ttclid=a%20b%3Bc; Max-Age=604800; Path=/; SameSite=Lax; Secure"]
    over_http = capture_attribution("http://localhost/?ttclid=x", "_fbp=fb.1.2.3", **FIXED).set_cookies
    assert [str(c) for c in over_http] == ["_ttclid=x; Max-Age=604800; Path=/; SameSite=Lax"]


@pytest.mark.parametrize(
    ("url", "secure", "expected"),
    [
        ("https://x/", None, True),
        ("HTTPS://x/", None, True),
        ("http://x/", None, False),
        ("/relative", None, False),
        ("http://x/", True, True),
        ("https://x/", False, False),
    ],
)
def test_secure_comes_from_the_url_unless_told(url: str, secure: bool | None, expected: bool) -> None:
    assert capture_attribution(url, None, secure=secure, **FIXED).set_cookies[0].secure is expected


def test_known_cookies_are_kept_and_not_set_again() -> None:
    jar = {"_fbc": "fb.1.1.old", "_fbp": "fb.1.2.77", "_ttclid": "tt", "_ttp": "ttp", "_kwai_click_id": "kw"}
    assert capture_attribution(LANDING, jar, **FIXED) == Attribution("fb.1.1.old", "fb.1.2.77", "tt", "ttp", "kw", [])


@pytest.mark.parametrize("fbclid", ["new", "old"])
def test_fbclid_in_the_url_always_rewrites_the_cookie(fbclid: str) -> None:
    found = capture_attribution(f"{LANDING}?fbclid={fbclid}", {"_fbc": "fb.1.1.old", "_fbp": "fb.1.2.77"}, **FIXED)
    assert found.fbc == f"fb.1.1710000000123.{fbclid}"
    assert [c.name for c in found.set_cookies] == ["_fbc"]


def test_query_beats_cookie_for_ttclid_and_click_id() -> None:
    found = capture_attribution(
        f"{LANDING}?ttclid=new&click_id=neu", {"_ttclid": "old", "_kwai_click_id": "alt"}, **FIXED
    )
    assert (found.ttclid, found.click_id) == ("new", "neu")


@pytest.mark.parametrize("cookie", ["fb.1.5.abc.AQIAAQEC", "fb.1.5.abc.Bg", "fb.1.5.a.b.c.d", "fb.2.5.abc", "fb.0.5.a"])
def test_an_existing_fbc_goes_out_verbatim(cookie: str) -> None:
    found = capture_attribution(LANDING, {"_fbc": cookie, "_fbp": "fb.1.2.77.AQIAAQEC"}, **FIXED)
    assert (found.fbc, found.fbp, found.set_cookies) == (cookie, "fb.1.2.77.AQIAAQEC", [])


@pytest.mark.parametrize(
    "cookie",
    ["undefined", "null", "fb.1.1.", "fb.1.1", "fb.1..a", "fb.1.x.a", "whatever", "fb.1.5.undefined", "fb.1.5.null"],
)
def test_a_malformed_id_is_not_sent(cookie: str) -> None:
    found = capture_attribution(LANDING, {"_fbc": cookie, "_fbp": cookie}, **FIXED)
    assert (found.fbc, found.fbp) == (None, "fb.1.1710000000123.1234567890")
    assert [made.name for made in found.set_cookies] == ["_fbp"]


@pytest.mark.parametrize("nothing", ["undefined", "null", "NaN", "%20", "%E2%80%8B"])
def test_a_script_s_word_for_nothing_is_no_click_id(nothing: str) -> None:
    url = f"{LANDING}?fbclid={nothing}&ttclid={nothing}&click_id={nothing}"
    found = capture_attribution(url, {"_ttp": nothing, "_fbp": "fb.1.2.3"}, **FIXED)
    assert found == Attribution(fbp="fb.1.2.3")


@pytest.mark.parametrize("odd", ["a%00b", "a%0d%0ab", "a%E2%80%8Bb", "a%C2%A0b"])
def test_an_id_with_something_invisible_inside_is_none(odd: str) -> None:
    assert capture_attribution(f"/?ttclid={odd}", "_fbp=fb.1.2.3", **FIXED) == Attribution(fbp="fb.1.2.3")


def test_what_was_pasted_around_a_click_id_is_left_out() -> None:
    assert capture_attribution("/?ttclid=%E2%80%8B+TtC%C2%A0%0A", "", **FIXED).ttclid == "TtC"


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_fbc_the_one_that_was_made_last_counts(order: int) -> None:
    jar = "; ".join(["_fbc=fb.1.1700000000000.old", "_fbc=fb.1.1800000000000.new"][::order])
    assert capture_attribution("/", jar, **FIXED).fbc == "fb.1.1800000000000.new"
    jar = "; ".join(["_fbc=fb.1.1.", "_fbc=fb.1.1700000000000.old", "_fbc=undefined"][::order])
    assert capture_attribution("/", jar, **FIXED).fbc == "fb.1.1700000000000.old"
    jar = "; ".join(["_fbp=undefined", "_fbp=fb.1.2.3"][::order])
    assert capture_attribution("/", jar, **FIXED).fbp == "fb.1.2.3"


@pytest.mark.parametrize("first", ["theme=dark", 'consent={"ad":true,"x":1}', "_ttp=t", "_ga=GA1.1,2"])
def test_cookies_joined_by_commas_do_not_swallow_each_other(first: str) -> None:
    for jar in (f"{first},_fbp=fb.1.2.3, _fbc=fb.1.2.c,cart=7", f"_fbc=fb.1.2.c,x=1; _fbp=fb.1.2.3,{first}"):
        found = capture_attribution("/", jar, **FIXED)
        assert (found.fbc, found.fbp, found.set_cookies) == ("fb.1.2.c", "fb.1.2.3", [])
    # a framework that read the joined line already
    found = capture_attribution("/", {first.partition("=")[0]: first.partition("=")[2] + ",_fbp=fb.1.2.3"}, **FIXED)
    assert (found.fbp, found.set_cookies) == ("fb.1.2.3", [])


@pytest.mark.parametrize("letter", ["A", "%C3%A9", "%F0%9F%98%80"])
def test_no_link_fills_the_cookies(letter: str) -> None:
    jar: dict[str, str] = {}
    for name in ("fbclid", "ttclid", "click_id"):
        for length in (85, 250, 1000, 1024, 4000):
            found = capture_attribution(f"/?{name}={letter * length}", jar, **FIXED)
            jar |= {cookie.name: cookie.value for cookie in found.set_cookies}
    line = "; ".join(f"{name}={value}" for name, value in jar.items())
    assert len(jar) == 4
    assert len(line) < 8190 / 2
    # what was kept comes back
    again = capture_attribution("/", line, **FIXED)
    assert again.set_cookies == []
    assert all((again.fbc, again.fbp, again.ttclid, again.click_id))


def test_an_id_of_1024_bytes_is_one() -> None:
    assert capture_attribution(f"/?ttclid={'A' * 1024}", "", **FIXED).ttclid == "A" * 1024
    assert capture_attribution(f"/?ttclid={'A' * 1025}", "", **FIXED).ttclid is None


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), -1, "now", True])
def test_a_senseless_time_is_refused(wrong: Any) -> None:
    with pytest.raises(InvalidInput):
        capture_attribution("/", "", now=wrong)


@pytest.mark.parametrize("odd", [None, b"https://toko.example/?fbclid=x", 5, [], {"_fbp": 5}])
def test_a_url_or_cookies_of_the_wrong_type_bring_nothing(odd: Any) -> None:
    assert capture_attribution(odd, odd, **FIXED).fbc is None


@pytest.mark.parametrize(
    "url", [f"{LANDING}?fbclid=&ttclid=&click_id=", f"{LANDING}?fbclid&ttclid", f"{LANDING}#fbclid=x", LANDING]
)
def test_empty_or_absent_click_ids_are_none_never_empty(url: str) -> None:
    found = capture_attribution(url, "_fbc=; _fbp=; _ttclid=; _ttp=; _kwai_click_id=", **FIXED)
    assert (found.fbc, found.ttclid, found.ttp, found.click_id) == (None, None, None, None)
    assert [c.name for c in found.set_cookies] == ["_fbp"]


def test_first_of_duplicate_parameters_and_cookies_wins() -> None:
    assert capture_attribution("/?ttclid=one&ttclid=two", "", **FIXED).ttclid == "one"
    assert capture_attribution("/?ttclid=&ttclid=two", "", **FIXED).ttclid is None
    assert capture_attribution("/", "_ttp=one; _ttp=two", **FIXED).ttp == "one"
    assert capture_attribution("/", "_ttp=; _ttp=two", **FIXED).ttp is None


@pytest.mark.parametrize(
    "odd",
    [
        'consent={"ad":true}',
        "bad name=1",
        "[x]=y",
        "=nothing",
        "novalue",
        'q="open',
        "a=b=c",
        ";;",
        "é=ü",
        "expires=Mon, 01",
    ],
)
def test_one_odd_cookie_hides_none_of_the_others(odd: str) -> None:
    for header in (
        f"{odd}; _ttp=kept; _fbp=fb.1.2.3",
        f"_ttp=kept; {odd}; _fbp=fb.1.2.3",
        f"_fbp=fb.1.2.3;_ttp=kept;{odd}",
    ):
        found = capture_attribution("/", header, **FIXED)
        assert (found.ttp, found.fbp) == ("kept", "fb.1.2.3")


def test_values_are_percent_decoded_once_and_odd_escapes_kept() -> None:
    assert capture_attribution("/", "_ttp=a%20b%2525", **FIXED).ttp == "a b%25"
    assert capture_attribution("/", "_ttp=100%; _fbp=fb.1.2.3", **FIXED).ttp == "100%"
    assert capture_attribution("/", "_ttp=%ff%41; _fbp=fb.1.2.3", **FIXED).ttp == "%ff%41"
    assert capture_attribution("/", "_fbc=fb.1.2.a=b==; _fbp=fb.1.2.3", **FIXED).fbc == "fb.1.2.a=b=="


def test_case_and_dots_of_a_click_id_survive() -> None:
    assert capture_attribution("/?fbclid=IwAR0.aB.c%2Bd+e", "", **FIXED).fbc == "fb.1.1710000000123.IwAR0.aB.c+d e"


def test_browser_id_has_one_to_ten_digits_unpadded() -> None:
    for drawn, digits in ((0.0, "0"), (0.99999999999, "9999999999"), (0.00000001, "100")):
        assert capture_attribution("/", "", now=5, random=lambda d=drawn: d).fbp == f"fb.1.5000.{digits}"


@pytest.mark.parametrize(("now", "millis"), [(1, 1000), (1.0005, 1000), (1710000000.9999, 1710000000999), (0.29, 290)])
def test_milliseconds_are_floored_without_losing_one_to_binary_fractions(now: float, millis: int) -> None:
    assert capture_attribution("/", "", now=now, random=lambda: 0.5).fbp == f"fb.1.{millis}.5000000000"


def test_the_referer_of_another_page_gives_no_click_id() -> None:
    found = capture_attribution(
        LANDING, "_fbp=fb.1.2.3", referer="https://facebook.com/?fbclid=Z&ttclid=Z&click_id=Z", **FIXED
    )
    assert (found.fbc, found.ttclid, found.click_id, found.set_cookies) == (None, None, None, [])


def test_defaults_use_the_real_clock_and_chance() -> None:
    one, two = capture_attribution("/", ""), capture_attribution("/", "")
    assert one.fbp != two.fbp
    assert (one.fbp or "").startswith("fb.1.1")


def test_ids_stay_out_of_repr() -> None:
    found = capture_attribution("/?fbclid=SECRETCLICK", "_ttp=SECRETTTP", **FIXED)
    assert "SECRET" not in repr(found)


@pytest.mark.parametrize("hostile", ["x; Domain=evil", "\ud800", "é😀", '"quoted\\', "a,b", "x" * 1000])
def test_nothing_in_a_click_id_can_break_out_of_the_cookie(hostile: str) -> None:
    from urllib.parse import quote

    found = capture_attribution("/?ttclid=" + quote(hostile, errors="surrogatepass"), "_fbp=fb.1.2.3", **FIXED)
    cookie = minted(found)["_ttclid"]
    assert set(cookie.value) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%-_.!~*'()")
    parsed = SimpleCookie(str(cookie))
    assert list(parsed) == ["_ttclid"]
    assert not parsed["_ttclid"]["domain"]
    # what the browser sends back reads as the same id
    assert capture_attribution("/", f"_fbp=fb.1.2.3; _ttclid={cookie.value}", **FIXED).ttclid == found.ttclid


@settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    url=st.text() | st.text(alphabet="?&=#%fbclidtoks;+ /[]:\ud800é0").map(lambda s: "https://[bad/?" + s),
    cookies=st.none()
    | st.text()
    | st.dictionaries(st.sampled_from(["_fbc", "_fbp", "_ttp", "_ttclid", "x"]), st.text()),
    now=st.floats(min_value=0, max_value=4e9) | st.integers(0, 4_000_000_000),
)
def test_no_input_raises_and_every_id_is_usable(url: str, cookies: dict[str, str] | str | None, now: float) -> None:
    found = capture_attribution(url, cookies, now=now, random=lambda: 0.5)
    for value in (found.fbc, found.fbp, found.ttclid, found.ttp, found.click_id):
        assert value is None or (value and json.dumps(value) and value.encode())
    for cookie in found.set_cookies:
        assert cookie.value.isascii()
        assert not set(cookie.value) & set(';,\r\n\0 "\\')


def test_quotes_around_a_value_are_no_part_of_it() -> None:
    kept = "fb.1.1700000000000.1234567890"
    found = capture_attribution("https://toko.example/", f'_ttclid="abc"; _fbp="{kept}"')
    assert (found.fbp, found.ttclid) == (kept, "abc")

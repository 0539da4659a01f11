"""Settings that could never work are put right or refused when they are made."""

from pathlib import Path
from typing import Any

import pytest
from nexus_storefront.errors import InvalidInput
from nexus_storefront.events import (
    AttributionASGI,
    AttributionWSGI,
    Composer,
    EventNames,
    EventSettings,
    ItemIndex,
    Outbox,
    PixelSettings,
    Policy,
    Visit,
)

ORDER = {"order_id": "X-1", "gross_revenue": "1000", "variants": {"variant_1": 1}}


@pytest.mark.parametrize(
    ("domain", "host"),
    [
        ("toko.example", "toko.example"),
        ("https://toko.example", "toko.example"),
        ("https://toko.example:8443/kiosk?x=1#y", "toko.example"),
        ("//toko.example/", "toko.example"),
        ("*.toko.example", "toko.example"),
        ("https://*.toko.example/*", "toko.example"),
        (".toko.example", "toko.example"),
        ("Toko.Example.", "toko.example"),
        ("toko.example:8000", "toko.example"),
        ("toko.example/kiosk", "toko.example"),
        (" toko.example\n", "toko.example"),
        ("\u200btoko.example", "toko.example"),
        ("b\u00fccher.example", "xn--bcher-kva.example"),
        ("localhost", "localhost"),
        ("127.0.0.1:8000", "127.0.0.1"),
        ("[::1]:8000", "::1"),
    ],
)
def test_a_domain_is_the_host_that_was_meant(domain: str, host: str) -> None:
    made = EventSettings(domains=[domain])
    assert made.domains == (host,)
    shown = f"[{host}]" if ":" in host else host
    assert Composer(made).order_created(ORDER, Visit(f"https://{shown}/selesai")).events[0].not_relayed is None


@pytest.mark.parametrize("domain", ["", " ", "*", "*.", "https://", "toko example", "toko.*", "a..b", "-x.example"])
def test_what_is_no_host_is_refused(domain: str) -> None:
    with pytest.raises(InvalidInput, match="domains"):
        EventSettings(domains=[domain])


@pytest.mark.parametrize(
    "wrong",
    [
        {"domains": "toko.example"},
        {"domains": b"toko.example"},
        {"domains": [5.5]},
        {"domains": 5},
        {"providers": "meta"},
        {"providers": ["meta", "google"]},
        {"providers": None},
        {"names": "Purchase"},
        {"names": {"purchase": "Purchase"}},
        {"names": {"viewed": EventNames()}},
        {"page_url": "toko.example/kiosk"},
        {"page_url": "ftp://toko.example"},
        {"page_url": ""},
        {"page_url": 5},
        {"page_url": "https://other.example/", "domains": ["toko.example"]},
        {"country": "Indonesia"},
        {"country": None},
        {"country_code": "ID"},
        {"country_code": "+"},
        {"country_code": "0"},
        {"country_code": 62.0},
        {"currency": "Rupiah"},
        {"currency": ["IDR"]},
        {"consent": True},
        {"on_alarm": "mail"},
        {"outbox": 5},
        {"outbox": "a\0b"},
        {"domains": [1]},
        {"pixels": {"meta": ["1"]}},
        {"policy": {"lease": 5}},
        {"purchase_point": "paid"},
    ],
)
def test_settings_that_cannot_work_are_refused_by_name(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match=next(iter(wrong)).removesuffix("s")[:8]):
        EventSettings(**wrong)


def test_what_is_clear_is_put_right() -> None:
    for code in ("+62", "62", 62, " 0062 "):
        assert EventSettings(country_code=code).country_code == "62"  # type: ignore[arg-type]
    made = EventSettings(
        country=" ID", currency="idr", page_url="https://u:p@Toko.example/kiosk?x", providers=["tiktok", "meta", "meta"]
    )
    assert (made.country, made.currency, made.page_url) == ("id", "IDR", "https://toko.example/kiosk")
    assert made.providers == ("meta", "tiktok")


@pytest.mark.parametrize(
    "wrong",
    [
        {"meta": "1234567890"},
        {"tiktok": b"C1"},
        {"snackvideo": ["a b"]},
        {"meta": [None]},
        {"meta": [True]},
        {"meta": 5},
        {"meta_sdk": "http://cdn.example/x.js"},
        {"meta_sdk": "cdn.example/x.js"},
        {"meta_sdk": None},
    ],
)
def test_pixel_settings_are_lists_of_ids(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        PixelSettings(**wrong)
    assert PixelSettings(meta=[123, " 123 "]).meta == ("123",)  # type: ignore[list-item]


@pytest.mark.parametrize("field", ["max_age", "max_waiting", "max_bytes", "lease", "base", "ceiling", "keep"])
@pytest.mark.parametrize("wrong", [-1, float("inf"), float("nan"), "5", None, True])
def test_a_policy_is_made_of_positive_numbers(field: str, wrong: Any) -> None:
    with pytest.raises(InvalidInput, match=field):
        Policy(**{field: wrong})


def test_no_event_may_wait_until_platforms_have_forgotten_its_copy() -> None:
    assert Policy(max_age=48 * 3600).max_age == 172800
    with pytest.raises(InvalidInput, match="max_age"):
        Policy(max_age=48 * 3600 + 1)


@pytest.mark.parametrize("wrong", ["", " ", 5, "a\nb", ["Purchase"]])
def test_an_event_name_is_a_text(wrong: Any) -> None:
    with pytest.raises(InvalidInput, match="tiktok"):
        EventNames(tiktok=wrong)


@pytest.mark.parametrize("wrong", [{"settings": {}}, {"settings": PixelSettings()}, {"index": {}}])
def test_a_composer_takes_settings_and_an_index(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        Composer(**wrong)
    assert Composer(EventSettings(), ItemIndex()).index.limit == 20_000
    for limit in (0, -1, True, "x", 5.5, None):
        with pytest.raises(InvalidInput, match="limit"):
            ItemIndex(limit)  # type: ignore[arg-type]


def test_parts_of_the_wrong_kind_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="policy"):
        Outbox(tmp_path / "outbox", policy={"lease": 5})  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="max_spilled"):
        Policy(max_spilled=0.5)  # type: ignore[arg-type]
    for middleware in (AttributionASGI, AttributionWSGI):
        with pytest.raises(InvalidInput, match="uncacheable"):
            middleware(print, uncacheable="false")  # type: ignore[arg-type]

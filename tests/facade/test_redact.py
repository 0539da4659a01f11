"""What a text loses before it is shown."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, strategies as st
from nexus_storefront.redact import excerpt, redact


@pytest.mark.parametrize(
    "secret",
    [
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.c2ln",
        "sfpk_live_0a1b2c",
        "cit_9f8e7d",
        "7f8c2d60-92a4-4e0e-8a35-1f7a5b1c9d11",
        "siti.rahayu+toko@example.co.id",
        "+62 812-9876-5432",
        "6281298765432",
        "0812.9876.5432",
        "0812\N{NO-BREAK SPACE}9876\N{NO-BREAK SPACE}5432",
        "(021) 5551\N{EN DASH}23/45",
        "8808123456789012",
        "Bearer abc.def",
        "7f8c2d6092a44e0e8a351f7a5b1c9d11",
        "/v3/stores/store_x/public/orders/Zx81SecretSlug",
        "https://siti:rahasia@toko.example/o/Zx81SecretSlug",
    ],
)
@pytest.mark.parametrize(
    "frame", ["{}", "before {} after", "it was {}.", '{{"error": "for {}"}}', "https://x.test/?a={}&b=1"]
)
def test_secrets_and_personal_data_go(secret: str, frame: str) -> None:
    assert secret not in redact(frame.format(secret))
    assert secret not in (excerpt(frame.format(secret).encode()) or "")


@given(
    st.sampled_from(["password", "otp", "customer_name", "upload_url", "recipient", "made_up"]), st.text(max_size=200)
)
def test_members_show_nothing_unless_they_are_known_to_be_harmless(name: str, value: str) -> None:
    assert redact(json.dumps({name: value, "code": "kept"})) == f'{{"{name}": …, "code": "kept"}}'


PERSON = {
    "public_order_url": "https://toko.example/o/Zx81SecretSlug",
    "upload_url": "https://s3.example/b/k?X-Amz-Credential=AKIA&X-Amz-Signature=deadbeefcafe",
    "pg_payment_info": {"actions": [{"url": "https://pay.example/s/abcdef"}], "invoice_url": "https://inv.example/xyz"},
    "address": {"street": "Jl. Rahasia 5", "city": "Cimahi"},
    "recipient": "Siti Rahayu",
    "va_number": "8808123",
    "phone_number": 81234,
    "otp": 123456,
    "tags": ["first-secret", "second-secret"],
    "message": '{"name": "Siti in a text"}',
}
VALUES = [
    "Zx81",
    "AKIA",
    "deadbeef",
    "abcdef",
    "xyz",
    "Rahasia",
    "Cimahi",
    "Siti",
    "8808",
    "81234",
    "123456",
    "-secret",
]


@pytest.mark.parametrize("separators", [(", ", ": "), (",", ":"), (",", "=>")])
def test_no_part_of_a_body_shows_a_value(separators: tuple[str, str]) -> None:
    text = json.dumps(PERSON, separators=separators)
    for end in range(1, len(text) + 1):
        shown = excerpt(text[:end].encode()) or ""
        assert not [value for value in VALUES if value in shown], shown
    assert "public_order_url" in shown


@pytest.mark.parametrize("name", ["siti@example.com", "6281298765432", "Siti Rahayu"])
def test_a_name_that_is_no_name_goes(name: str) -> None:
    assert name not in (excerpt(json.dumps({"ok": {name: 1}}).encode()) or "")


def test_half_a_secret_where_a_text_is_cut_does_not_show() -> None:
    key = "sfpk_" + "a" * 2200  # shrinks, so that the edge of what is looked at comes into sight
    for length in range(2300, 2420):
        shown = excerpt((key + " " + "siti.rahayu@example.com ").rjust(length).encode() + b"z " * 2000) or ""
        assert "siti" not in shown, shown


def test_what_a_terminal_or_an_encoder_would_stumble_over_goes() -> None:
    shown = redact("a\nb\x1b[2J\x9bc\u202ed\ud800e")
    assert shown == "a b [2J c d\ufffde"
    assert shown.encode()


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "piece",
    ["x", '"', '"a', "1 ", "1-", "a.@", '"name"', "eyJ", "eyJ-", "a@a.", '"n": ', "\\", "/a", "https://", "key=", "-"],
)
def test_no_text_takes_long(piece: str) -> None:
    """What is cut to a few thousand characters hides a quadratic rule; so much text does not."""
    text = piece * (200_000 // len(piece))
    assert len(redact(text, 100_000)) <= 100_000
    assert len(redact('{"name": ' + text, 100_000)) <= 100_000


@pytest.mark.parametrize("text", ["variant_id 494535 is sold out", "Rp125.000 is due", "HTTP 404, not_found"])
def test_what_helps_stays(text: str) -> None:
    assert redact(text) == text


@given(st.binary(max_size=2000))
@example(b"sold out " * 200)
@example(b"sold out " * 40)
def test_an_excerpt_is_short_and_on_one_line(body: bytes) -> None:
    shown = excerpt(body)
    assert (shown is None) is (not body)
    assert shown is None or (len(shown) <= 300 and "\n" not in shown and "\r" not in shown)

"""What a text loses before it is shown."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
        "8808123456789012",
        "Bearer abc.def",
    ],
)
@pytest.mark.parametrize("frame", ["{}", "before {} after", '{{"error": "for {}"}}', "https://x.test/?a={}&b=1"])
def test_secrets_and_personal_data_go(secret: str, frame: str) -> None:
    assert secret not in redact(frame.format(secret))
    assert secret not in (excerpt(frame.format(secret).encode()) or "")


@given(
    st.sampled_from(["password", "otp", "access", "refresh", "email", "customer_name", "shipping_address"]), st.text()
)
def test_private_members_go_whatever_they_hold(name: str, value: str) -> None:
    shown = redact(json.dumps({name: value, "code": "kept"}))
    assert '"kept"' in shown
    assert len(value) < 4 or json.dumps(value)[1:-1] not in shown.replace("[redacted]", "")


@pytest.mark.parametrize("text", ["variant_id 494535 is sold out", "Rp125.000 is due", "HTTP 404, not_found"])
def test_what_helps_stays(text: str) -> None:
    assert redact(text) == text


@given(st.binary(max_size=2000))
def test_an_excerpt_is_short_and_on_one_line(body: bytes) -> None:
    shown = excerpt(body)
    assert (shown is None) is (not body)
    assert shown is None or (len(shown) <= 300 and "\n" not in shown and "\r" not in shown)

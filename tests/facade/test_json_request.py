"""A request with a JSON body, or with none, is written as httpx writes it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from nexus_storefront.transport._sync.exchange import _json_stream


@pytest.mark.parametrize("method", ["GET", "DELETE", "POST", "PUT", "PATCH"])
@pytest.mark.parametrize("body", [None, {}, [], {"a": "é\n", "b": [1, 2.5, True, None]}, "text", 0, False])
def test_it_is_what_httpx_makes_of_it(method: str, body: Any) -> None:
    made = httpx.Request(method, "https://shop.example/", json=body)
    headers = {b"host": b"shop.example"}
    stream = _json_stream(method, body, headers)
    assert b"".join(stream) == made.content
    assert headers == {name.lower(): value for name, value in made.headers.raw}


def test_a_content_type_that_is_given_stays() -> None:
    headers = {b"content-type": b"application/merge-patch+json"}
    _json_stream("PATCH", {}, headers)
    assert headers == {b"content-type": b"application/merge-patch+json", b"content-length": b"2"}


@pytest.mark.parametrize("body", [float("nan"), {"a": float("inf")}, {"a": object()}])
def test_what_is_no_json_is_not_sent(body: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        _json_stream("POST", body, {})

"""Conversion events: held to the contract, recorded, counted once in 48 hours."""

from __future__ import annotations

from typing import Any

import pytest
from nexus_sandbox import Sandbox
from sandbox_shopper import Shopper, refused

URL = "https://shop.example.com/p/kopi?utm=1"
META: dict[str, Any] = {
    "event_source_url": URL,
    "user_data": {"country": "id", "client_ip_address": "9.9.9.9"},
    "events": [{"event_id": "evt_1", "event_name": "AddToCart", "parameters": {"value": 125000}}],
}
TIKTOK: dict[str, Any] = {
    "event_source_url": URL,
    "user": {"ttclid": "x", "user_agent": "mine"},
    "events": [{"event_id": "evt_1", "event": "AddToCart"}],
}
SNACK: dict[str, Any] = {"click_id": "c", "events": [{"event_name": "addToCart", "properties": {"value": 125000}}]}


def test_what_arrived_is_kept(shop: Shopper, sandbox: Sandbox) -> None:
    unique_id = shop.get("/public/products/kopi-arabika-gayo").json()["variants"][0]["unique_id"]
    known = {"variant_unique_id": unique_id, "quantity": 1}
    odd = {"variant_unique_id": "494535", "quantity": 1}
    for provider, body in (("meta", META), ("tiktok", TIKTOK), ("snackvideo", SNACK)):
        answer = shop.post(f"/public/analytics/{provider}/events", json=body | {"variants": [known, odd]})
        assert (answer.status_code, answer.content) == (202, b"")
    meta, tiktok, snack = sandbox.control.events()
    assert (meta["provider"], meta["name"], meta["event_id"]) == ("meta", "AddToCart", "evt_1")
    assert meta["event_source_url"] == "https://shop.example.com/p/kopi"
    assert meta["person"]["client_ip_address"] == "127.0.0.1"
    assert meta["parameters"] == {"value": 125000}
    assert meta["unknown_items"] == ["494535"]
    assert (tiktok["person"]["user_agent"], tiktok["person"]["ip"]) == ("mine", "127.0.0.1")
    assert (snack["click_id"], snack["event_id"]) == ("c", None)


def test_copies_count_once_in_48_hours(shop: Shopper, sandbox: Sandbox) -> None:
    def send() -> None:
        assert shop.post("/public/analytics/meta/events", json=META).status_code == 202

    assert sandbox.control.browser_event("meta", "AddToCart", "evt_1") is True
    send()
    send()
    sandbox.control.advance_clock(47 * 3600)
    send()
    assert sandbox.control.event_totals()["meta"]["AddToCart"] == {
        "server": 3,
        "browser": 1,
        "counted": 1,
        "duplicates": 3,
    }
    sandbox.control.advance_clock(3601)
    send()
    assert sandbox.control.event_totals()["meta"]["AddToCart"]["counted"] == 2


def test_another_name_provider_or_id_is_another_event(shop: Shopper, sandbox: Sandbox) -> None:
    events = [
        {"event_id": "evt_1", "event_name": "AddToCart"},
        {"event_id": "evt_2", "event_name": "AddToCart"},
        {"event_id": "evt_1", "event_name": "Purchase"},
    ]
    shop.post("/public/analytics/meta/events", json=META | {"events": events})
    shop.post("/public/analytics/tiktok/events", json=TIKTOK)
    assert [event["counted"] for event in sandbox.control.events()] == [True] * 4


def test_without_an_id_every_copy_counts(shop: Shopper, sandbox: Sandbox) -> None:
    for _ in range(2):
        shop.post("/public/analytics/snackvideo/events", json=SNACK)
    assert sandbox.control.event_totals()["snackvideo"]["addToCart"]["counted"] == 2


@pytest.mark.parametrize(
    ("provider", "body", "field"),
    [
        ("meta", META | {"events": []}, "events"),
        ("meta", {"user_data": {}}, "events"),
        ("meta", META | {"events": [{"event_name": "x"}]}, "events.0.event_id"),
        ("meta", META | {"event_source_url": "no url"}, "event_source_url"),
        ("meta", META | {"variants": [{"variant_id": 1, "quantity": 1}]}, "variants.0.variant_unique_id"),
        ("tiktok", {k: v for k, v in TIKTOK.items() if k != "event_source_url"}, "event_source_url"),
        ("snackvideo", {"events": SNACK["events"]}, "click_id"),
        ("snackvideo", SNACK | {"events": [{"event_name": "x", "event_id": "y"}]}, "events.0.event_id"),
    ],
)
def test_outside_the_contract(shop: Shopper, sandbox: Sandbox, provider: str, body: dict[str, Any], field: str) -> None:
    refused(shop.post(f"/public/analytics/{provider}/events", json=body), 400, field)
    assert sandbox.control.events() == []

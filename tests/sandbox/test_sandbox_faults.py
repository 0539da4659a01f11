"""Misbehaviour on command: over real sockets, and in process."""

from __future__ import annotations

import contextlib
from typing import Any, get_args

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_sandbox.faults import FaultKind
from nexus_sandbox.misbehaviour import ConnectionReset
from sandbox_shopper import GAYO, PARCEL, Shopper, refused, variant

SPOILERS = ("latency", "slow_body", "cut_body", "truncated_json", "wrong_content_type")
ORDER = PARCEL | {"items": [variant(GAYO)], "payment_method": "qris"}


def slowly(kind: FaultKind) -> dict[str, Any]:
    """What the kinds that take time have to be told."""
    return {"seconds": 0.05} if kind in ("latency", "slow_body") else {}


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_reset_is_real_and_knows_its_moment(sandbox: Sandbox, shop: Shopper, when: Any) -> None:
    shop.get("/public/cart")
    sandbox.control.fault("createPublicCheckout", "reset", when=when)
    with pytest.raises(httpx.ReadError):
        shop.post("/public/checkout", json=ORDER)
    assert len(sandbox.control.orders()) == (when == "after")
    seen = sandbox.control.requests("createPublicCheckout")
    assert [(row["status"], row["fault"], row["committed"]) for row in seen] == [(None, "reset", when == "after")]
    assert shop.post("/public/checkout", json=ORDER).status_code == 201


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("kind", "status", "content_type", "text"),
    [
        ("status", 503, "application/json", "sandbox_fault"),
        ("text_429", 429, "text/plain", "Rate limit exceeded"),
        ("html_502", 502, "text/html", "<h1>502 Bad Gateway</h1>"),
        ("status_520", 520, "text/html", "520"),
        ("empty_200", 200, "application/json", ""),
    ],
)
def test_answers_that_are_not_the_services(
    sandbox: Sandbox, shop: Shopper, kind: Any, status: int, content_type: str, text: str, when: Any
) -> None:
    asked: dict[str, Any] = {"status": 503} if kind == "status" else {}
    sandbox.control.fault("createPublicCheckout", kind, when=when, **asked)
    answer = shop.post("/public/checkout", json=ORDER)
    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith(content_type)
    assert text in answer.text
    assert (answer.content == b"") == (kind == "empty_200")
    assert len(sandbox.control.orders()) == (when == "after")
    assert shop.post("/public/checkout", json=ORDER).status_code == 201


@pytest.mark.parametrize("kind", get_args(FaultKind))
def test_before_never_runs_the_operation(sandbox: Sandbox, shop: Shopper, kind: FaultKind) -> None:
    sandbox.control.fault("createPublicCheckout", kind, when="before", **slowly(kind))
    try:
        answer = shop.post("/public/checkout", json=ORDER)
    except httpx.TransportError:
        assert kind in ("reset", "cut_body")
    else:
        assert answer.status_code == {"text_429": 429, "html_502": 502, "status_520": 520, "empty_200": 200}.get(
            kind, 500 if kind == "status" else 503
        )
    assert sandbox.control.orders() == []
    assert shop.post("/public/checkout", json=ORDER).status_code == 201


@pytest.mark.parametrize("kind", SPOILERS)
def test_what_spoils_an_answer_comes_after_it_unless_told(sandbox: Sandbox, shop: Shopper, kind: FaultKind) -> None:
    assert sandbox.control.fault("createPublicCheckout", kind, **slowly(kind)).when == "after"
    with contextlib.suppress(httpx.TransportError):
        shop.post("/public/checkout", json=ORDER)
    assert len(sandbox.control.orders()) == 1


def test_spoilt_bodies(sandbox: Sandbox, shop: Shopper) -> None:
    whole = shop.get("/public/items?page_size=5")
    sandbox.control.fault("listStorefrontItems", "truncated_json")
    cut = shop.get("/public/items?page_size=5")
    assert (cut.status_code, cut.headers["Content-Type"]) == (200, "application/json")
    assert whole.content.startswith(cut.content)
    assert len(cut.content) < len(whole.content)
    sandbox.control.fault("listStorefrontItems", "wrong_content_type")
    mistyped = shop.get("/public/items?page_size=5")
    assert mistyped.content == whole.content
    assert mistyped.headers["Content-Type"].startswith("text/html")
    sandbox.control.fault("listStorefrontItems", "cut_body")
    with pytest.raises(httpx.RemoteProtocolError):
        shop.get("/public/items?page_size=5")
    assert shop.get("/public/items?page_size=5").content == whole.content


def test_slow_answers(sandbox: Sandbox, shop: Shopper) -> None:
    whole = shop.get("/public/items?page_size=5").content
    sandbox.control.fault("listStorefrontItems", "slow_body", seconds=0.2)
    assert shop.get("/public/items?page_size=5").content == whole
    sandbox.control.fault("createPublicCheckout", "latency", seconds=1)
    with pytest.raises(httpx.ReadTimeout):
        shop.post("/public/checkout", json=ORDER, timeout=0.2)
    assert shop.get("/public/items/count").status_code == 200
    sandbox.control.fault("listStorefrontItems", "slow_body", seconds=30)
    with pytest.raises(httpx.ReadTimeout):
        shop.get("/public/items?page_size=5", timeout=0.5)


def test_count_skip_and_any(sandbox: Sandbox, shop: Shopper) -> None:
    sandbox.control.fault("countStorefrontItems", "status", skip=1, count=2)
    statuses = [shop.get("/public/items/count").status_code for _ in range(5)]
    assert statuses == [200, 500, 500, 200, 200]
    sandbox.control.fault("*", "text_429", count=None, retry_after="7")
    for path in ("/public/items", "/public/cart"):
        answer = shop.get(path)
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert [fault.hits for fault in sandbox.control.faults()] == [2, 2]
    sandbox.control.clear_faults()
    assert "Retry-After" not in shop.get("/public/items").headers


def test_a_status_without_a_body_has_none(sandbox: Sandbox, shop: Shopper) -> None:
    sandbox.control.fault("countStorefrontItems", "status", status=204)
    answer = shop.get("/public/items/count")
    assert (answer.status_code, answer.content) == (204, b"")
    assert shop.get("/public/items/count").status_code == 200


def test_a_fault_is_checked_when_planned(sandbox: Sandbox) -> None:
    for bad in (
        {"operation": "noSuchOperation", "kind": "reset"},
        {"operation": "getGuestCart", "kind": "earthquake"},
        {"operation": "getGuestCart", "kind": "reset", "count": 0},
        {"operation": "getGuestCart", "kind": "reset", "when": "during"},
        {"operation": "getGuestCart", "kind": "status", "status": 99},
        {"operation": "getGuestCart", "kind": "latency"},
        {"operation": "getGuestCart", "kind": "slow_body", "when": "after"},
        {"operation": "getGuestCart", "kind": "reset", "seconds": 1},
        {"operation": "getGuestCart", "kind": "latency", "seconds": 1, "status": 503},
        {"operation": "getGuestCart", "kind": "html_502", "status": 503},
        {"operation": "getGuestCart", "kind": "text_429", "body": {}},
        {"operation": "getGuestCart", "kind": "empty_200", "retry_after": "1"},
        {"operation": "getGuestCart", "kind": "status", "status": 204, "body": {}},
    ):
        with pytest.raises(ValueError):
            sandbox.control.fault(**bad)  # type: ignore[arg-type]
    assert sandbox.control.faults() == []


def test_refusals_pass_through_after_faults(sandbox: Sandbox, shop: Shopper) -> None:
    sandbox.control.fault("createPublicCheckout", "truncated_json")
    answer = shop.post("/public/checkout", json={})
    assert answer.status_code == 400
    assert not answer.text.endswith("}")


def test_the_budget_of_an_address(sandbox: Sandbox, shop: Shopper) -> None:
    start = sandbox.control.now().replace(second=0, microsecond=0)
    sandbox.control.stop_clock()
    sandbox.control.set_clock(start)
    sandbox.control.rate_limit(3)
    left = []
    for _ in range(3):
        answer = shop.get("/public/items/count")
        left.append((answer.headers["X-Ratelimit-Limit"], answer.headers["X-Ratelimit-Remaining"]))
    assert left == [("3", "2"), ("3", "1"), ("3", "0")]
    answer = shop.get("/public/items/count")
    assert (answer.status_code, answer.text) == (429, "Rate limit exceeded")
    assert answer.headers["Retry-After"] == answer.headers["X-Ratelimit-Reset"] == "60"
    sandbox.control.advance_clock(58.5)
    sandbox.control.advance_clock(float(shop.get("/public/items/count").headers["Retry-After"]))
    assert shop.get("/public/items/count").status_code == 200
    sandbox.control.rate_limit(1, retry_after=False)
    shop.get("/public/cart")
    assert "Retry-After" not in shop.get("/public/cart").headers
    other = httpx.HTTPTransport(local_address="127.0.0.2")
    with httpx.Client(transport=other, headers=shop.headers) as elsewhere:
        path = f"{sandbox.base_url}/v3/stores/store_sandbox/public/items/count"
        assert elsewhere.get(path).status_code == 200


@pytest.mark.anyio
async def test_in_process_without_sockets() -> None:
    sandbox = Sandbox()
    try:
        transport = httpx.ASGITransport(sandbox.asgi())
        async with httpx.AsyncClient(
            transport=transport,
            base_url="http://sandbox.localhost/v3/stores/store_sandbox",
            headers={"X-Scalev-Storefront-Api-Key": sandbox.api_key},
        ) as client:
            order = await client.post("/public/checkout", json=ORDER | {"payment_method": "bank_transfer"})
            assert order.status_code == 201
            proof = {"filename": "a.png", "content_type": "image/png", "content_length": 1}
            path = f"/public/orders/{order.json()['secret_slug']}/transfer-proof-upload"
            slot = (await client.post(path, json=proof)).json()
            async with httpx.AsyncClient(transport=transport) as storage:
                put = await storage.put(slot["upload_url"], content=b"x", headers={"Content-Type": "image/png"})
                assert put.status_code == 200
            for when in ("before", "after"):
                sandbox.control.fault("createPublicCheckout", "reset", when=when)  # type: ignore[arg-type]
                with pytest.raises(httpx.ReadError) as caught:
                    await client.post("/public/checkout", json=ORDER)
                assert isinstance(caught.value, ConnectionResetError | ConnectionReset)
            assert len(sandbox.control.orders()) == 2
            sandbox.control.fault("getGuestCart", "cut_body")
            with pytest.raises(httpx.ReadError):
                await client.get("/public/cart")
        with pytest.raises(RuntimeError, match="not serving"):
            _ = sandbox.base_url
    finally:
        sandbox.stop()


class TestDrift:
    KINDS = ("new_fields", "new_enum_values", "nulls", "new_variants")

    def test_new_fields_everywhere(self, sandbox: Sandbox, shop: Shopper) -> None:
        sandbox.control.drift("*", {"new_fields"})
        page = shop.get("/public/items?page_size=2").json()
        for place in (page, page["data"][0], page["data"][0]["price_range"]):
            assert "sandbox_new_field" in place

    def test_new_enum_values(self, sandbox: Sandbox, shop: Shopper) -> None:
        sandbox.control.drift("getStorefrontVariantAvailability", {"new_enum_values"})
        answer = shop.get(f"/public/variants/{GAYO}/availability").json()
        assert answer["stock_status"] == "in_stock_of_a_newer_contract"

    def test_nulls_where_a_value_was(self, sandbox: Sandbox, guest: Shopper) -> None:
        before = guest.add(variant(GAYO))
        sandbox.control.drift("getGuestCart", {"nulls"})
        after = guest.get("/public/cart").json()
        assert set(before) == set(after)
        assert None in after.values()

    def test_new_union_variants(self, sandbox: Sandbox, guest: Shopper) -> None:
        guest.add(variant(GAYO))
        sandbox.control.drift("*", {"new_variants"})
        assert [item["type"] for item in guest.get("/public/cart").json()["items"]] == ["variant", "gift_card"]
        assert guest.get("/public/items?page_size=1").json()["data"][-1]["entity_type"] == "gift_card"

    def test_it_is_switched_by_operation_and_ends(self, sandbox: Sandbox, shop: Shopper) -> None:
        plain = shop.get("/public/categories").json()
        sandbox.control.drift("listStorefrontCategories", self.KINDS)
        assert shop.get("/public/categories").json() != plain
        assert "sandbox_new_field" not in shop.get("/public/items/count").json()
        sandbox.control.drift("listStorefrontCategories", ())
        assert shop.get("/public/categories").json() == plain
        with pytest.raises(ValueError, match="no drift"):
            sandbox.control.drift("*", {"earthquakes"})  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="no operation"):
            sandbox.control.drift("noSuchOperation")

    def test_state_is_not_touched_by_drift(self, sandbox: Sandbox, guest: Shopper) -> None:
        sandbox.control.drift("*", self.KINDS)
        guest.add(variant(GAYO))
        order = guest.post("/public/checkout", json=ORDER)
        assert order.status_code == 201
        sandbox.control.clear_drift()
        assert guest.get(f"/public/orders/{order.json()['secret_slug']}").json()["status"] == "pending"


def test_an_answer_outside_the_contract_is_never_sent(
    sandbox: Sandbox, shop: Shopper, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nexus_sandbox.calls import HANDLERS, Answer, Call

    def lying(call: Call) -> Answer:
        call.store.count("lies")
        return Answer(200, {"total": -1})

    monkeypatch.setitem(HANDLERS, "countStorefrontItems", lying)
    answer = shop.get("/public/items/count")
    refused(answer, 500, code="sandbox_broke_the_contract")
    assert "total: must be at least 0" in answer.json()["message"]
    assert sandbox.state.store.one("SELECT 1 FROM counters WHERE kind = 'lies'") is None
    monkeypatch.setitem(HANDLERS, "countStorefrontItems", lambda call: Answer(201, {"total": 1}))
    refused(shop.get("/public/items/count"), 500, code="sandbox_broke_the_contract")
    monkeypatch.setitem(HANDLERS, "countStorefrontItems", lambda call: Answer(200))
    refused(shop.get("/public/items/count"), 500, code="sandbox_broke_the_contract")

"""Checkout intents: captured as the shopper types, and never in the way of a checkout."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from nexus_sandbox import Sandbox
from nexus_storefront import (
    AsyncStorefront,
    CheckoutIntentNotAllowed,
    InvalidInput,
    Item,
    MemoryStore,
    Placed,
    RecaptchaFailed,
    ServerError,
)
from nexus_storefront.clock import SYSTEM_CLOCK

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
CAPTURE = {"id": "11111111-1111-4111-8111-111111111111", "checkout_intent_token": "cit_1", "last_sequence": 4}


def bodies(wire: Any) -> list[Any]:
    return [json.loads(request.content) for request in wire.requests]


async def test_a_capture_from_start_to_order(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    intent = await shop.intents.start("form-1", "ok", fields={"customer_name": "Demo"}, delay=5)
    assert intent.error is None
    assert intent.token
    await intent.save(fields={"customer_email": "demo@example.com"}, items=[Item(variant_id=494535)])
    await intent.save(fields={"notes": "cepat ya", "customer_name": None})
    assert await intent.flush()
    (captured,) = [found for found in sandbox.control.intents() if found["id"] == intent.id]
    assert captured["fields"]["customer_email"] == "demo@example.com"
    assert captured["fields"]["notes"] == "cepat ya"
    assert not captured["fields"].get("customer_name")

    resumed = await shop.intents.start("form-1", "ok")
    assert (resumed.id, resumed._sequence) == (intent.id, 1)
    await resumed.completed()
    assert resumed.token is None
    another = await shop.intents.start("form-1", "ok")
    assert another.id not in (None, intent.id)


async def test_changes_are_sent_when_the_shopper_pauses(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(201, CAPTURE)]
    wire.default = lambda request: reply(204)
    async with wire.shop() as shop:
        intent = await shop.intents.start("form-1", "ok", delay=0.05)
        for letter in ("D", "De", "Dem", "Demo"):
            await intent.save(fields={"customer_name": letter})
        assert len(wire.requests) == 1
        for _ in range(200):
            await SYSTEM_CLOCK.asleep(0.02)
            if len(wire.requests) > 1:
                break
        assert await intent.flush()
        sent = len(wire.requests)
        another = await shop.intents.start("form-1", "ok", delay=60)
        await another.save(fields={"customer_name": "D"})
        await SYSTEM_CLOCK.asleep(0.05)
        assert len(wire.requests) == sent + 1
    _, update, _ = bodies(wire)
    assert update == {"fields": {"customer_name": "Demo"}, "sequence": 5}
    assert wire.requests[1].headers["x-scalev-checkout-intent-token"] == "cit_1"
    assert "x-scalev-guest-token" not in wire.requests[1].headers


@pytest.mark.parametrize("failure", [httpx.ReadTimeout, 500, 429])
async def test_what_was_not_saved_is_sent_next_time_with_a_higher_sequence(
    wire: Any, reply: Reply, failure: Any
) -> None:
    wire.answers = [reply(201, CAPTURE), reply(failure) if isinstance(failure, int) else failure]
    wire.default = lambda request: reply(204)
    async with wire.shop() as shop:
        intent = await shop.intents.start("form-1", "ok", delay=9)
        await intent.save(fields={"customer_name": "Demo", "notes": "a"})
        assert not await intent.flush()
        assert intent.error is not None
        wire.answers.clear()
        shop._core.shared.admission.budget = type(shop._core.shared.admission.budget)()
        await intent.save(fields={"notes": "b"})
        assert await intent.flush()
        assert intent.error is None
    sent = bodies(wire)
    assert [body.get("sequence") for body in sent] == [None, 5, 6]
    assert sent[2]["fields"] == {"customer_name": "Demo", "notes": "b"}


@pytest.mark.parametrize("status", [400, 422])
async def test_what_the_service_refuses_is_not_sent_again(wire: Any, reply: Reply, status: int) -> None:
    wire.answers = [reply(201, CAPTURE), reply(status, {"error": "no"})]
    wire.default = lambda request: reply(204)
    async with wire.shop() as shop:
        intent = await shop.intents.start("form-1", "ok", delay=9)
        await intent.save(fields={"customer_name": "Demo"})
        assert await intent.flush()
        assert getattr(intent.error, "status", None) == status
        assert intent.token == "cit_1"
        await intent.save(fields={"notes": "b"})
        assert await intent.flush()
    assert [body.get("fields") for body in bodies(wire)] == [None, {"customer_name": "Demo"}, {"notes": "b"}]


@pytest.mark.parametrize("status", [401, 403, 404, 409])
async def test_a_capture_that_ended_is_not_written_to_again(wire: Any, reply: Reply, status: int) -> None:
    store = MemoryStore()
    code = {"error": "x", "error_code": "checkout_intent_completed"} if status == 409 else {"error": "x"}
    wire.answers = [reply(201, CAPTURE), reply(status, code)]
    async with wire.shop(store=store) as shop:
        intent = await shop.intents.start("form-1", "ok", delay=9)
        before = store.get("intent/store_x")
        await intent.save(fields={"notes": "a"})
        await intent.flush()
        assert intent.token is None
        await intent.save(fields={"notes": "b"})
        await intent.flush()
        assert (store.get("intent/store_x") != before) is (status == 409)
    assert len(wire.requests) == 2


@pytest.mark.parametrize("value", [b"", b"7", b"{}", b'{"client_session_id": 7}', b"[" * 100_000, b"\xff"])
async def test_a_damaged_session_is_begun_anew(wire: Any, reply: Reply, value: bytes) -> None:
    store = MemoryStore()
    store.put("intent/store_x", value)
    wire.answers = [reply(201, CAPTURE)]
    async with wire.shop(store=store) as shop:
        intent = await shop.intents.start("form-1", "ok")
    assert intent.token == "cit_1"
    entry = store.get("intent/store_x")
    assert entry is not None
    assert json.loads(entry.value) == {"client_session_id": bodies(wire)[0]["client_session_id"]}


async def test_each_label_has_a_session_of_its_own(wire: Any, reply: Reply) -> None:
    store = MemoryStore()
    wire.default = lambda request: reply(201, CAPTURE)
    for label in ("default", "sari", "budi", "sari"):
        async with wire.shop(store=store, customer=label) as shop:
            await shop.intents.start("form-1", "ok")
    assert store.keys("intent/") == ["intent/store_x", "intent/store_x/budi", "intent/store_x/sari"]
    sessions = [body["client_session_id"] for body in bodies(wire)]
    assert len(set(sessions)) == 3
    assert sessions[1] == sessions[3]


async def test_a_completed_session_starts_a_new_one(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(409, {"error": "x", "error_code": "checkout_intent_completed"}), reply(201, CAPTURE)]
    async with wire.shop() as shop:
        intent = await shop.intents.start("form-1", "ok")
    assert intent.token == "cit_1"
    first, second = bodies(wire)
    assert first["client_session_id"] != second["client_session_id"]


@pytest.mark.parametrize(
    ("recaptcha", "allowed", "error"), [("invalid", True, RecaptchaFailed), ("ok", False, CheckoutIntentNotAllowed)]
)
async def test_a_refused_start_says_why_and_stays_out_of_the_way(
    sandbox: Sandbox, shop: AsyncStorefront, recaptcha: str, allowed: bool, error: type[Exception]
) -> None:
    sandbox.control.configure(checkout_intents=allowed)
    try:
        intent = await shop.intents.start("form-1", recaptcha)
    finally:
        sandbox.control.configure(checkout_intents=True)
    assert intent.token is None
    assert isinstance(intent.error, error)
    await intent.save(fields={"notes": "a"})
    assert not await intent.flush()
    await intent.completed()


@pytest.mark.parametrize(
    "trouble", ["reset", "html_502", "truncated_json", "empty_200", "text_429", "status_520", "wrong_content_type"]
)
async def test_no_trouble_at_the_service_comes_out(sandbox: Sandbox, shop: AsyncStorefront, trouble: str) -> None:
    for operation in ("createStorefrontCheckoutIntent", "updateStorefrontCheckoutIntent"):
        sandbox.control.fault(operation, trouble, count=5)
    intent = await shop.intents.start("form-1", "ok")
    await intent.save(fields={"notes": "a"})
    await intent.flush()
    await intent.completed()


async def test_what_the_contract_refuses_does_not_come_out_either(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(201, CAPTURE)]
    async with wire.shop() as shop:
        intent = await shop.intents.start("form-1", "ok", delay=9)
        await intent.save(fields={"customer_name": "x" * 500})
        assert await intent.flush()
        assert "customer_name" in str(intent.error)
        await intent.save(items=[])
        await intent.save(source_url="\n")
        assert not (await shop.intents.start("", "ok")).token
    assert len(wire.requests) == 1


async def test_what_the_contract_does_not_take_is_told_and_keeps_nothing_else_back(
    wire: Any, reply: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    wire.answers = [reply(201, CAPTURE)]
    wire.default = lambda request: reply(204)
    async with wire.shop() as shop:
        with caplog.at_level(logging.WARNING, "nexus_storefront"):
            intent = await shop.intents.start(
                "form-1", "ok", fields={"customer_name": "A", "nickname": "SECRET"}, delay=9
            )
            assert intent.token
            for _ in range(2):
                await intent.save(
                    fields={"customer_name": "B", "bogus\nx": "SECRET", "notes": "SECRET" * 999},
                    attribution={"utm_source": "x", "utm": "SECRET"},
                    items=object(),  # type: ignore[arg-type]
                    cart_id=7,
                )
            assert await intent.flush()
        warnings = [record.getMessage() for record in caplog.records]
        assert len(warnings) == 2
        assert "fields.nickname" in warnings[0]
        assert "fields.nickname" not in warnings[1]
        for name in ("bogus", "fields.notes", "attribution.utm", "items"):
            assert name in warnings[1]
            assert name in str(intent.error)
        assert "nickname" not in str(intent.error)  # which the later fields have settled
        shown = "".join(warnings) + str(intent.error)
        assert "SECRET" not in shown
        assert "\n" not in shown

        assert isinstance(intent.error, InvalidInput)
        await intent.save(fields={"customer_phone": "628"}, attribution={}, items=[Item(494535)])
        assert "fields.notes" in str(intent.error)  # until it is sent
        assert await intent.flush()
        assert str(intent.error).startswith("fields.notes: ")  # the one that nothing has put right
        await intent.save(fields={"notes": None})
        assert await intent.flush()
        assert intent.error is None
    begun, first, second, third = bodies(wire)
    assert begun["fields"] == {"customer_name": "A"}
    assert first == {
        "fields": {"customer_name": "B"},
        "attribution": {"utm_source": "x"},
        "cart_id": 7,
        "sequence": 5,
    }
    assert second == {"fields": {"customer_phone": "628"}, "items": [Item(494535).to_body()], "sequence": 6}
    assert third == {"fields": {"notes": None}, "sequence": 7}


async def test_a_failure_does_not_hide_what_is_not_taken_for_good(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(201, CAPTURE), reply(500)]
    wire.default = lambda request: reply(204)
    async with wire.shop() as shop:
        intent = await shop.intents.start("form-1", "ok", delay=9)
        await intent.save(fields={"customer_name": "B", "bogus": 1})
        assert not await intent.flush()
        assert isinstance(intent.error, ServerError)
        shop._core.shared.admission.budget = type(shop._core.shared.admission.budget)()
        assert await intent.flush()
        assert "fields.bogus" in str(intent.error)


async def test_a_slow_service_does_not_hold_up_the_order(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    intent = await shop.intents.start("form-1", "ok", delay=9)
    sandbox.control.fault("updateStorefrontCheckoutIntent", "latency", seconds=1.0)
    await intent.save(fields={"notes": "a"})
    assert not await intent.flush(wait=0.05)
    assert await intent.flush(wait=30)
    assert intent.error is None


async def test_it_waits_half_of_its_time_where_little_is_left_of_the_limit(
    wire: Any, reply: Reply, naps: list[float]
) -> None:
    low = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": "1", "x-ratelimit-reset": "40"}
    wire.answers = [reply(200, {"total": 1}, low), reply(201, CAPTURE)]
    async with wire.shop() as shop:
        await shop.catalog.count()
        assert (await shop.intents.start("form-1", "ok")).token == "cit_1"
    assert naps == [pytest.approx(2.5, abs=0.2)]


async def test_a_capture_is_gone_on_with_on_another_device(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    intent = await shop.intents.start("form-1", "ok", fields={"customer_name": "Demo"})
    (kept,) = [found for found in sandbox.control.intents() if found["id"] == intent.id]
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url) as elsewhere:
        held = await elsewhere.intents.prefill(kept["prefill_token"])
        assert held.data.name == "Demo"
        resumed = await elsewhere.intents.start("form-1", "ok", prefill_token=kept["prefill_token"])
    assert (resumed.id, resumed.error) == (intent.id, None)


async def test_prefill(sandbox: Sandbox, shop: AsyncStorefront) -> None:
    from nexus_storefront import StatusError

    with pytest.raises(StatusError) as caught:
        await shop.intents.prefill("cip_unknown")
    assert caught.value.operation_id == "getCheckoutIntentPrefill"
    (seen,) = sandbox.control.requests("getCheckoutIntentPrefill", reveal=True)[-1:]
    names = {name.lower() for name in seen["headers"]}
    assert not {"x-scalev-storefront-api-key", "x-scalev-guest-token", "authorization"} & names


@pytest.mark.parametrize("token", ["cit_" + 5000 * "x", "cit\n1"])
async def test_a_token_that_cannot_be_sent_is_no_capture(wire: Any, reply: Reply, token: str) -> None:
    wire.answers = [reply(201, CAPTURE | {"checkout_intent_token": token})]
    async with wire.shop() as shop:
        intent = await shop.intents.start("form-1", "ok")
        assert intent.token is None
        assert isinstance(intent.error, InvalidInput)
        assert token not in str(intent.error)
        checkout = await shop.checkout.start([Item(494535)], digital=True)
        checkout.set_intent(intent)


async def test_a_capture_that_another_has_replaced_is_resumed(sandbox: Sandbox) -> None:
    """Who learns late that a capture is over takes no newer one from the shopper."""
    store = MemoryStore()
    made = [AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) for _ in range(2)]
    async with made[0] as one, made[1] as two:
        mine, theirs = await one.intents.start("form-1", "ok"), await two.intents.start("form-1", "ok")
        checkout = await one.checkout.start([Item(bundle_price_option_id=31925)], digital=True)
        checkout.set_buyer(name="Sari Dewi", email="sari@example.com", phone="6281234567890")
        checkout.pay_with("bank_transfer")
        checkout.set_intent(mine)
        await checkout.quote()
        assert isinstance(await checkout.place(), Placed)
        newer = await one.intents.start("form-1", "ok")
        await theirs.save(fields={"notes": "terlambat"})
        assert not await theirs.flush()
        assert (await one.intents.start("form-1", "ok")).id == newer.id


async def test_two_that_begin_at_once_begin_one_capture(sandbox: Sandbox) -> None:
    class Late(MemoryStore):
        held_up = False

        def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
            if key.startswith("intent/") and not self.held_up:
                self.held_up = True
                super().put(key, json.dumps({"client_session_id": "11111111-1111-4111-8111-111111111111"}).encode())
            return super().put(key, value, expected=expected, ttl=ttl)

    store = Late()
    async with AsyncStorefront(sandbox.store_id, sandbox.api_key, sandbox.base_url, store=store) as shop:
        first, second = [await shop.intents.start("form-1", "ok") for _ in range(2)]
        assert first.id == second.id
        (entry,) = [store.get(key) for key in store.keys("intent/")]
        assert entry is not None
        assert b"11111111-1111" in entry.value


async def test_a_capture_that_is_over_ends_no_newer_one(wire: Any, reply: Reply) -> None:
    """It is told twice that a capture is over: by the service, and when its order is known."""
    completed = reply(409, {"error": "x", "error_code": "checkout_intent_completed"})
    wire.answers = [reply(201, CAPTURE), completed, reply(201, CAPTURE), reply(201, CAPTURE)]
    async with wire.shop() as shop:
        over = await shop.intents.start("form-1", "ok", delay=9)
        await over.save(fields={"notes": "a"})
        await over.flush()
        await shop.intents.start("form-1", "ok")
        await over.completed()
        await shop.intents.start("form-1", "ok")
    first, _, newer, resumed = (body.get("client_session_id") for body in bodies(wire))
    assert first != newer == resumed

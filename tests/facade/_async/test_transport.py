"""How a call is sent: identity, retries, budgets, timeouts, options."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from typing import Any

import httpx
import pytest
from nexus_storefront import (
    ConnectionFailed,
    InvalidInput,
    MemoryStore,
    NotSignedIn,
    RateLimited,
    Retry,
    ServerError,
    StatusError,
    StorefrontError,
    Timeout,
    Timeouts,
    never,
)
from nexus_storefront.shop._async.shop import AsyncStorefront

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]
KEY, GUEST = "x-scalev-storefront-api-key", "x-scalev-guest-token"
PHASES = ("connect", "read", "write", "pool")


# --- identity


async def test_catalogue_gets_the_key_only(wire: Any) -> None:
    async with wire.shop() as shop:
        await shop.catalog.count()
    (request,) = wire.requests
    assert request.headers[KEY] == "sfpk_x"
    assert not {GUEST, "authorization", "cookie"} & set(request.headers)
    assert str(request.url) == "https://api.test/v3/stores/store_x/public/items/count"


async def test_guest_token_is_kept_and_resent_on_cart_routes_only(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(200, {"items": []}, {GUEST: "token-1"})]
    async with wire.shop() as shop:
        await shop.cart.get()
        await shop.cart.get()
        await shop.catalog.count()
    first, second, third = wire.requests
    assert GUEST not in first.headers
    assert second.headers[GUEST] == "token-1"
    assert GUEST not in third.headers


async def test_customer_routes_get_the_bearer_only(wire: Any) -> None:
    async with wire.shop() as shop:
        shop._core.shared._session = FixedSession("access-1")
        await shop.account.profile()
    (request,) = wire.requests
    assert request.headers["authorization"] == "Bearer access-1"
    assert not {KEY, GUEST, "cookie"} & set(request.headers)


async def test_merge_gets_all_three(wire: Any, reply: Reply) -> None:
    from nexus_commerce.api.storefront import merge_guest_cart

    wire.answers = [reply(200, {"items": []}, {GUEST: "token-1"})]
    async with wire.shop() as shop:
        shop._core.shared._session = FixedSession("access-1")
        await shop.cart.guest.get()
        await merge_guest_cart.asyncio("store_x", client=shop.api)
    sent = wire.requests[-1].headers
    assert (sent[KEY], sent[GUEST], sent["authorization"]) == ("sfpk_x", "token-1", "Bearer access-1")


async def test_signed_out_customer_route_is_refused_before_sending(wire: Any) -> None:
    async with wire.shop() as shop:
        with pytest.raises(NotSignedIn):
            await shop.account.profile()
    assert wire.requests == []


async def test_business_routes_get_a_credential_only_if_one_was_given(wire: Any) -> None:
    from nexus_commerce.api.discounts import list_discount_codes
    from nexus_commerce.api.storefront import count_storefront_items

    async with wire.shop() as shop:
        business = shop.api.with_authorization("Bearer business-1")
        await list_discount_codes.asyncio(client=shop.api)
        await list_discount_codes.asyncio(client=business)
        await count_storefront_items.asyncio("store_x", client=business)
    without, given, public = (request.headers for request in wire.requests)
    assert not {KEY, GUEST, "authorization"} & set(without)
    assert given["authorization"] == "Bearer business-1"
    assert KEY not in given
    assert "authorization" not in public


async def test_a_passed_in_client_adds_no_identity_of_its_own(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(200, {"total": 1}, {"set-cookie": "sid=1"})]
    mine = httpx.AsyncClient(
        transport=httpx.MockTransport(wire),
        headers={"Authorization": "Bearer mine", "X-Mine": "1", GUEST: "theirs"},
        cookies={"c": "1"},
        auth=("user", "password"),
        follow_redirects=True,
    )
    shop = AsyncStorefront("store_x", "sfpk_x", "https://api.test", http_client=mine)
    await shop.catalog.count()
    await shop.catalog.count()
    await shop.aclose()
    assert not mine.is_closed
    for request in wire.requests:
        assert not {"authorization", "cookie", GUEST} & set(request.headers)
        assert request.headers["x-mine"] == "1"
    await mine.aclose()


@pytest.mark.parametrize("used", [True, False])
@pytest.mark.parametrize("own", [True, False])
async def test_a_closed_shop_sends_nothing_more(wire: Any, used: bool, own: bool) -> None:
    """Also one that has not sent anything before, and one whose client is the caller's own, who may go on with it."""
    mine = httpx.AsyncClient(transport=httpx.MockTransport(wire))
    given: dict[str, Any] = {"http_client": mine} if own else {"transport": httpx.MockTransport(wire)}
    shop = AsyncStorefront("store_x", "sfpk_x", "https://api.test", **given)
    derived = shop.with_options(timeout=5)
    await derived.aclose()  # does nothing
    if used:
        await derived.catalog.count()
    await shop.aclose()
    for each in (shop, derived):
        with pytest.raises(StorefrontError, match="the shop is closed"):
            await each.catalog.count()
    await shop.aclose()
    assert len(wire.requests) == used
    assert not mine.is_closed
    await mine.aclose()


@pytest.mark.parametrize("location", ["https://elsewhere.test/", "/v3/other", "http://api.test/"])
async def test_redirects_are_answers_not_followed(wire: Any, reply: Reply, location: str) -> None:
    wire.default = lambda request: reply(302, None, {"location": location})
    mine = httpx.AsyncClient(transport=httpx.MockTransport(wire), follow_redirects=True)
    shop = AsyncStorefront("store_x", "sfpk_x", "https://api.test", http_client=mine)
    with pytest.raises(StatusError) as caught:
        await shop.catalog.count()
    assert caught.value.status == 302
    assert len(wire.requests) == 1
    await mine.aclose()


async def test_nothing_of_ours_goes_to_another_host(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(200, {"items": []}, {GUEST: "token-1"})]
    async with wire.shop(headers={"X-App": "kiosk"}) as shop:
        await shop.cart.get()
        answered = await shop._core.send_elsewhere(
            "PUT", "https://storage.test/u?signature=s", headers={"Content-Type": "image/png"}, content=b"png"
        )
        assert answered.status_code == 200
        wire.answers = [httpx.ConnectError("no https://storage.test/u?signature=s")]
        with pytest.raises(ConnectionFailed) as caught:
            await shop._core.send_elsewhere("PUT", "https://storage.test/u?signature=s", headers={}, content=b"png")
        assert "signature" not in str(caught.value)
        assert not caught.value.may_have_taken_effect
    sent = wire.requests[1].headers
    assert not [name for name in sent if name.startswith("x-") or name in ("authorization", "cookie", "origin")]


async def test_an_operation_cannot_leave_the_host(wire: Any) -> None:
    from nexus_commerce.api.storefront import count_storefront_items

    async with wire.shop() as shop:
        for url in ("//evil.test/v3", "https://evil.test/v3", "@evil.test/", ".evil.test/"):
            with pytest.raises(InvalidInput):
                await shop._core.send(count_storefront_items.OPERATION, {"method": "GET", "url": url})
    assert wire.requests == []


@pytest.mark.parametrize("name", ["Authorization", "x-scalev-guest-token", "X-Scalev-Page-Api-Key", "Cookie", "Host"])
async def test_identity_headers_cannot_be_extra_headers(wire: Any, name: str) -> None:
    with pytest.raises(InvalidInput):
        wire.shop(headers={name: "x"})
    with pytest.raises(InvalidInput):
        wire.shop().with_options(headers={name: "x"})


@pytest.mark.parametrize("name", ["X Y", "X:Y", "X-Ä", "", "-", "X\r\nY", 5])
async def test_the_name_of_an_extra_header_is_checked(wire: Any, name: Any) -> None:
    with pytest.raises(InvalidInput, match="may hold letters, digits"):
        wire.shop(headers={name: "x"})


async def test_extra_headers_go_with_every_call(wire: Any) -> None:
    async with wire.shop(headers={"X_My-App2": "kiosk"}) as shop:
        await shop.catalog.count()
    assert wire.requests[0].headers["X_My-App2"] == "kiosk"


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\0", "☕", "", " padded", "x" * 10_000])
async def test_header_values_are_checked(wire: Any, value: str) -> None:
    with pytest.raises(InvalidInput):
        wire.shop(headers={"X-App": value})
    with pytest.raises(InvalidInput):
        AsyncStorefront("store_x", value)
    with pytest.raises(InvalidInput):
        wire.shop().api.with_authorization(value)


async def test_headers_given_to_a_generated_call_are_checked(wire: Any) -> None:
    from nexus_commerce.api.storefront import count_storefront_items

    async with wire.shop() as shop:
        for value in ("a\r\nX-Evil: 1", "☕", "a\0"):
            with pytest.raises(InvalidInput):
                await count_storefront_items.asyncio("store_x", client=shop.api, x_scalev_storefront_api_key=value)
    assert wire.requests == []


# --- retries


async def test_a_read_is_repeated_after_a_broken_or_failed_answer(wire: Any, reply: Reply, naps: list[float]) -> None:
    wire.answers = [httpx.ReadTimeout, reply(503), reply(429, b"slow down"), reply(200, {"total": 3})]
    async with wire.shop() as shop:
        assert await shop.catalog.count() == 3
    assert len(naps) == 3
    assert 0.25 <= naps[0] <= 0.5
    assert 0.5 <= naps[1] <= 1.0


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 500, 501, 520])
async def test_other_statuses_are_final(wire: Any, reply: Reply, naps: list[float], status: int) -> None:
    wire.default = lambda request: reply(status)
    async with wire.shop() as shop:
        with pytest.raises(StatusError):
            await shop.catalog.count()
    assert len(wire.requests) == 1


CREATING_FAILURES = [
    httpx.ReadTimeout,
    httpx.ReadError,
    httpx.WriteError,
    httpx.WriteTimeout,
    httpx.RemoteProtocolError,
    429,
    500,
    502,
    503,
    504,
]


@pytest.mark.parametrize("failure", CREATING_FAILURES)
async def test_what_creates_is_sent_once(wire: Any, reply: Reply, naps: list[float], failure: Any) -> None:
    from nexus_commerce.api.storefront import create_public_checkout

    wire.default = lambda request: reply(201, {})
    async with wire.shop() as shop:
        for send in (
            lambda: shop.cart.add(variant_id=1),
            lambda: create_public_checkout.asyncio("store_x", client=shop.api, body=ORDER),
        ):
            wire.requests.clear()
            wire.answers = [reply(failure) if isinstance(failure, int) else failure]
            with pytest.raises((ConnectionFailed, StatusError)) as caught:
                await send()
            assert len(wire.requests) == 1
            assert caught.value.may_have_taken_effect is (failure != 429)


@pytest.mark.parametrize("failure", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
async def test_what_provably_never_left_is_sent_again(
    wire: Any, reply: Reply, naps: list[float], failure: type[Exception]
) -> None:
    wire.answers = [failure, failure, reply(201, {"items": []}, {GUEST: "token-1"})]
    async with wire.shop() as shop:
        await shop.cart.add(variant_id=1)
        wire.answers = [failure] * 4
        with pytest.raises(ConnectionFailed) as caught:
            await shop.cart.add(variant_id=1)
    assert not caught.value.may_have_taken_effect
    assert len(wire.requests) == 7


async def test_the_idempotent_post_is_repeated(wire: Any, reply: Reply, naps: list[float]) -> None:
    from nexus_commerce.api.storefront import create_storefront_public_order_payment as payment

    wire.answers = [httpx.ReadError, reply(502), reply(200, {})]
    async with wire.shop() as shop:
        await payment.asyncio("store_x", "slug", client=shop.api)
    assert len(wire.requests) == 3


async def test_a_refused_change_is_repeated_a_lost_one_is_not(wire: Any, reply: Reply, naps: list[float]) -> None:
    wire.answers = [reply(429), reply(200, {"items": []})]
    async with wire.shop() as shop:
        await shop.cart.guest.remove("5")
        wire.answers = [httpx.ReadError]
        with pytest.raises(ConnectionFailed) as caught:
            await shop.cart.guest.remove("5")
    assert caught.value.may_have_taken_effect
    assert len(wire.requests) == 3


@pytest.mark.parametrize("form", ["seconds", "date"])
async def test_retry_after_is_obeyed(wire: Any, reply: Reply, naps: list[float], form: str) -> None:
    asked = "7" if form == "seconds" else formatdate(time.time() + 8, usegmt=True)
    wire.answers = [reply(503, None, {"retry-after": asked}), reply(200, {"total": 1})]
    async with wire.shop() as shop:
        await shop.catalog.count()
    assert 5.5 <= naps[0] <= 8


async def test_a_longer_retry_after_than_the_ceiling_ends_the_call(wire: Any, reply: Reply, naps: list[float]) -> None:
    wire.default = lambda request: reply(429, {"error": "slow"}, {"retry-after": "3600"})
    async with wire.shop() as shop:
        with pytest.raises(RateLimited) as caught:
            await shop.catalog.count()
    assert caught.value.retry_after == 3600
    assert len(wire.requests) == 1


async def test_a_call_has_a_budget(wire: Any, reply: Reply, naps: list[float]) -> None:
    wire.default = lambda request: reply(503, None, {"retry-after": "9"})
    async with wire.shop(timeout=5) as shop:
        with pytest.raises(ServerError):
            await shop.catalog.count()
    assert naps == []


async def test_a_policy_is_any_function(wire: Any, reply: Reply, naps: list[float]) -> None:
    seen: list[Any] = []

    def policy(attempt: Any) -> float | None:
        seen.append(attempt)
        return 0.125 if attempt.number < 3 else None

    wire.default = lambda request: reply(500)
    async with wire.shop(retry=policy) as shop:
        with pytest.raises(ServerError):
            await shop.catalog.count()
    assert naps == [0.125, 0.125]
    assert [(a.operation_id, a.method, a.number, a.status) for a in seen] == [
        ("countStorefrontItems", "GET", n, 500) for n in (1, 2, 3)
    ]


async def test_a_body_that_drips_ends_with_the_call(wire: Any) -> None:
    class Drip(httpx.AsyncByteStream):
        async def __aiter__(self) -> Iterator[bytes]:  # type: ignore[override]
            for _ in range(1000):
                time.sleep(0.01)  # noqa: ASYNC251 - a slow server
                yield b" "

    wire.answers = [lambda request: httpx.Response(200, stream=Drip())] * 5
    async with wire.shop(timeout=Timeouts(total=0.2), retry=never) as shop:
        with pytest.raises(Timeout) as caught:
            await shop.catalog.count()
    assert not caught.value.may_have_taken_effect


# --- options


async def test_derived_shops_share_everything_and_change_nothing(wire: Any, reply: Reply) -> None:
    wire.default = lambda request: reply(200, {"items": []}, {GUEST: "token-1"})
    async with wire.shop(headers={"X-App": "kiosk"}) as shop:
        derived = shop.with_options(headers={"User-Agent": "shopper"}, timeout=3, retry=Retry(attempts=1))
        await derived.cart.get()
        await shop.cart.get()
        assert derived._core.shared is shop._core.shared
    first, second = (request.headers for request in wire.requests)
    assert (first["user-agent"], first["x-app"]) == ("shopper", "kiosk")
    assert second["user-agent"].startswith("nexus-storefront/")
    assert second[GUEST] == "token-1"
    assert wire.requests[0].extensions["timeout"] == pytest.approx(dict.fromkeys(PHASES, 3), rel=0.2)
    assert wire.requests[1].extensions["timeout"]["connect"] == 5.0


async def test_raw_answers_of_the_calls_in_a_block(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(200, {"total": 1, "new": "field"}, {"x-request-id": "r1"})]
    async with wire.shop() as shop:
        with shop.raw() as answers:
            await shop.catalog.count()
        await shop.catalog.count()
    (only,) = answers
    assert only.headers["x-request-id"] == "r1"
    assert only.json()["new"] == "field"


async def test_shop_api_gives_error_answers_in_detail(wire: Any, reply: Reply) -> None:
    from nexus_commerce.api.storefront import count_storefront_items

    wire.default = lambda request: reply(404, {"error": "Not Found"})
    async with wire.shop() as shop:
        detailed = await count_storefront_items.asyncio_detailed("store_x", client=shop.api)
        assert detailed.status_code == 404
        with pytest.raises(StatusError):
            await count_storefront_items.asyncio("store_x", client=shop.api)


# --- rate budget


async def test_when_little_is_left_the_catalogue_waits_and_the_checkout_does_not(
    wire: Any, reply: Reply, naps: list[float]
) -> None:
    limits = {"x-ratelimit-limit": "100", "x-ratelimit-remaining": "5", "x-ratelimit-reset": "20"}
    wire.default = lambda request: reply(200, {"items": []}, limits)
    async with wire.shop() as shop:
        await shop.catalog.count()
        await shop.cart.get()
        assert naps == []
        await shop.catalog.count()
        assert 15 < naps.pop() <= 20.25


async def test_a_new_client_on_the_same_store_knows_the_budget(wire: Any, reply: Reply, naps: list[float]) -> None:
    store = MemoryStore()
    wire.answers = [reply(429, b"Too Many Requests", {"retry-after": "12"})]
    async with wire.shop(store=store, retry=never) as shop:
        with pytest.raises(RateLimited):
            await shop.catalog.count()
    async with wire.shop(store=store) as another:
        await another.catalog.count()
    assert 10 < naps[0] <= 12.25


# --- hooks


async def test_hooks_see_a_call_from_start_to_end(wire: Any, reply: Reply, naps: list[float]) -> None:
    events: list[Any] = []

    def broken(event: Any) -> None:
        raise RuntimeError("a hook of the caller's")

    wire.answers = [httpx.ReadTimeout, reply(404, {"error": "no"}, {"x-request-id": "r9"})]
    async with wire.shop(hooks=[broken, events.append]) as shop:
        with pytest.raises(StatusError):
            await shop.orders.get("very-secret-slug")
    assert [(e.phase, e.attempt, e.status, e.error) for e in events] == [
        ("start", 0, None, None),
        ("attempt", 1, None, "Timeout"),
        ("end", 2, 404, None),
    ]
    assert len({e.call for e in events}) == 1
    assert events[2].request_id == "r9"
    assert "very-secret-slug" not in repr(events)


class FixedSession:
    """A session with one token."""

    known = None

    def __init__(self, *tokens: str) -> None:
        self.tokens = list(tokens)
        self.refused: list[str] = []

    async def access_token(self, wait: float | None = None) -> str | None:
        return self.tokens[0]

    async def token_for(self, account: str | None, before: str | None, wait: float | None = None) -> Any:
        return await self.access_token(wait)

    async def rejected(self, token: str, wait: float | None = None) -> bool:
        self.refused.append(token)
        return len(self.tokens) > 1 and bool(self.tokens.pop(0))

    async def look(self) -> None: ...

    async def account(self) -> str:
        return ""

    async def signed_in(self) -> bool:
        return True

    async def aclose(self) -> None: ...


async def test_a_401_is_replayed_once_with_another_token(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(401), reply(201, {"items": []})]
    async with wire.shop() as shop:
        shop._core.shared._session = session = FixedSession("old", "new")
        await shop.cart.add(variant_id=1)
        assert [request.headers["authorization"] for request in wire.requests] == ["Bearer old", "Bearer new"]
        wire.default = lambda request: reply(401)
        with pytest.raises(StatusError):
            await shop.account.profile()
    assert session.refused == ["old", "new"]
    assert len(wire.requests) == 3


ORDER = {
    "items": [{"type": "variant", "variant_id": 1, "quantity": 1}],
    "customer_name": "A",
    "customer_email": "a@example.com",
    "customer_phone": "6281",
    "payment_method": "bank_transfer",
}


async def test_no_phase_may_take_longer_than_what_is_left_of_the_call(wire: Any, naps: list[float]) -> None:
    wire.answers = [httpx.ConnectError, httpx.ConnectError]
    patience = Timeouts(connect=10, read=20, write=10, pool=10, total=8)
    async with wire.shop(timeout=patience, retry=lambda attempt: 3.0) as shop:
        await shop.catalog.count()
    longest = [max(request.extensions["timeout"].values()) for request in wire.requests]
    assert naps == [3.0, 3.0]
    assert [seconds <= left for seconds, left in zip(longest, (8, 5, 2), strict=True)] == [True] * 3

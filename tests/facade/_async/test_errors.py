"""What goes wrong comes out as one tree of errors that tells what happened and holds no secret."""

from __future__ import annotations

import json
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import nexus_storefront as nexus
import pytest
from lengths import of_this_half
from nexus_storefront import StatusError, StorefrontError, never
from nexus_storefront.errors import ServerError

pytestmark = pytest.mark.anyio

Reply = Callable[..., httpx.Response]


@pytest.mark.parametrize(
    ("status_and_kind", "body"),
    of_this_half(
        __name__,
        [
            (400, nexus.BadRequest),
            (401, nexus.Unauthorized),
            (403, nexus.Forbidden),
            (404, nexus.NotFound),
            (409, nexus.Conflict),
            (422, nexus.Unprocessable),
            (429, nexus.RateLimited),
            (500, nexus.ServerError),
            (502, nexus.ServerError),
            (520, nexus.ServerError),
            (599, nexus.ServerError),
            (418, nexus.StatusError),
            (302, nexus.StatusError),
        ],
        [
            None,
            b"<html><h1>Bad gateway</h1></html>",
            b"Too Many Requests",
            b'{"error": "trunc',
            b"\xff\xfe\x00",
            b"[1, 2]",
            b"null",
            {"error": True},
            {"error": 12.5},
            {"error": ["a", {"b": 1}]},
            {"error": {"name": ["is too long"]}, "errors": None},
        ],
    ),
)
async def test_every_status_with_every_body_is_a_typed_error(
    wire: Any, reply: Reply, status_and_kind: tuple[int, type[StatusError]], body: Any
) -> None:
    status, kind = status_and_kind
    wire.default = lambda request: reply(status, body)
    async with wire.shop(retry=never) as shop:
        with pytest.raises(kind) as caught:
            await shop.catalog.count()
    error = caught.value
    assert type(error) is kind
    assert (error.status, error.operation_id) == (status, "countStorefrontItems")
    assert str(error)
    assert "<" not in error.message


async def test_an_error_tells_all_it_knows(wire: Any, reply: Reply) -> None:
    body = {
        "error": "Unprocessable Entity",
        "error_code": "validation_failed",
        "message": "Cannot order",
        "errors": {"items": ["is empty", "is required"], "notes": "too long"},
    }
    wire.answers = [reply(422, body, {"x-request-id": "req-1", "retry-after": "3"})]
    async with wire.shop() as shop:
        with pytest.raises(nexus.Unprocessable) as caught:
            await shop.catalog.count()
    error = caught.value
    assert (error.code, error.message, error.request_id, error.retry_after) == (
        "validation_failed",
        "Cannot order",
        "req-1",
        3.0,
    )
    assert error.field_errors == {"items": ("is empty", "is required"), "notes": ("too long",)}
    assert error.json() == body
    assert str(error) == "Cannot order (countStorefrontItems, HTTP 422, validation_failed, request req-1)"


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (409, "checkout_intent_completed", nexus.CheckoutIntentCompleted),
        (403, "checkout_intent_not_allowed", nexus.CheckoutIntentNotAllowed),
        (422, "recaptcha_failed", nexus.RecaptchaFailed),
        (500, "recaptcha_failed", nexus.ServerError),
        (409, "something_new", nexus.Conflict),
    ],
)
async def test_codes_have_classes_within_their_status(
    wire: Any, reply: Reply, status: int, code: str, kind: type[StatusError]
) -> None:
    wire.answers = [reply(status, {"error": "x", "error_code": code})]
    async with wire.shop() as shop:
        with pytest.raises(StatusError) as caught:
            await shop.catalog.count()
    assert type(caught.value) is kind


@pytest.mark.parametrize(
    "body", [b"", b"<html>200 OK</html>", b'{"data": [1,', b"null", b"[]", b'"text"', b"12", b"\xff\xfe"]
)
async def test_a_success_that_cannot_be_read_is_a_decode_error(wire: Any, reply: Reply, body: bytes) -> None:
    wire.default = lambda request: reply(200 if request.method == "GET" else 201, body)
    async with wire.shop() as shop:
        with pytest.raises(nexus.DecodeError) as caught:
            await shop.catalog.count()
        assert not caught.value.may_have_taken_effect
        with pytest.raises(nexus.DecodeError) as caught:
            await shop.cart.add(variant_id=1)
        assert caught.value.may_have_taken_effect
        assert caught.value.status == 201


@pytest.mark.parametrize(
    "body",
    [
        {"message": "a" * 5_000_000},
        {"error": {str(n): ["b" * 1000] * 50 for n in range(100)}},
        {"error": [{"field": "f" * 10_000, "message": "m" * 10_000}] * 100},
        {"errors": [{"field": "f", "message": "m" * 10_000}] * 100},
        b"[" * 200_000,
        b'{"error": ' + b"9" * 5000 + b"}",
    ],
)
async def test_an_endless_error_is_cut_short(wire: Any, reply: Reply, body: Any) -> None:
    wire.default = lambda request: reply(422, body)
    async with wire.shop() as shop:
        with pytest.raises(nexus.Unprocessable) as caught:
            await shop.catalog.count()
    error = caught.value
    assert len(error.message) <= 600
    assert sum(len(text) for texts in error.field_errors.values() for text in texts) <= 20 * 5 * 600
    assert len(error.body_excerpt or "") <= 300


SECRETS = {
    "key": "sfpk_x-very-secret",
    "token": "7f8c2d60-92a4-4e0e-8a35-1f7a5b1c9d11",
    "jwt": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.c2lnbmF0dXJl",
    "mail": "siti.rahayu@example.com",
    "phone": "6281298765432",
    "password": "kata-sandi-rahasia",
    "slug": "Zx81-secret-slug",
}
LONG_MAIL = "siti@example.com " + "A" * 1_000_000


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (json.dumps({"error_code": LONG_MAIL, "message": LONG_MAIL}), {}),
        (json.dumps({"errors": {LONG_MAIL: [LONG_MAIL]}}), {}),
        (json.dumps({"errors": [{"field": LONG_MAIL, "message": LONG_MAIL}]}), {}),
        (LONG_MAIL, {"x-request-id": LONG_MAIL[:5000]}),
        (
            json.dumps(
                {"error_code": "a\n\x1b[2Jb", "message": "c\rCRITICAL forged\x1b[2J", "errors": {"d\ne": ["\x00"]}}
            ),
            {},
        ),
        ('{"error_code": "\\ud800", "message": "\\udfff", "errors": {"\\ud800": ["\\ud800"]}}', {}),
        ("{}", {"x-request-id": SECRETS["jwt"]}),
    ],
)
async def test_every_text_of_an_error_is_short_printable_and_without_secrets(
    wire: Any, reply: Reply, body: str, headers: dict[str, str]
) -> None:
    wire.default = lambda request: reply(422, body.encode(), headers)
    async with wire.shop(retry=never) as shop:
        with pytest.raises(nexus.Unprocessable) as caught:
            await shop.catalog.count()
    error = caught.value
    texts = [error.message, error.code or "", error.request_id or "", error.body_excerpt or ""]
    texts += [text for field, messages in error.field_errors.items() for text in (field, *messages)]
    assert any(texts)
    for text in (*texts, str(error), repr(error)):
        assert text.encode().decode().isprintable()
        assert len(text) < 1000
        assert "siti@" not in text
        assert SECRETS["jwt"] not in text
    assert len(error.code or "") <= 100


@pytest.mark.parametrize(
    "given", ["7f8c2d60-92a4-4e0e-8a35-1f7a5b1c9d11", "F8kd0aXcVtq3Y2cAAAGh", "8d1f2a3b4c5d6e7f-SIN"]
)
async def test_the_id_of_a_request_stays_whole(wire: Any, reply: Reply, given: str) -> None:
    wire.default = lambda request: reply(404, {}, {"x-request-id": given})
    async with wire.shop() as shop:
        with pytest.raises(nexus.NotFound) as caught:
            await shop.catalog.count()
    assert caught.value.request_id == given


async def test_a_closed_shop_says_so(wire: Any) -> None:
    async with wire.shop() as shop:
        await shop.catalog.count()
    with pytest.raises(StorefrontError, match="closed"):
        await shop.catalog.count()


async def test_broken_compression_is_a_decode_error(wire: Any) -> None:
    wire.default = lambda request: httpx.Response(
        200, headers={"content-encoding": "gzip"}, stream=httpx.ByteStream(b"not gzip")
    )
    async with wire.shop(retry=never) as shop:
        with pytest.raises(nexus.DecodeError):
            await shop.catalog.count()


@pytest.mark.parametrize("how", ["status", "undecodable", "truncated", "connection", "wrong type"])
async def test_no_secret_in_anything_an_error_can_show(
    wire: Any, reply: Reply, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    leaky = {
        "error": f"token {SECRETS['token']} of {SECRETS['mail']} ({SECRETS['phone']}) is not known, {SECRETS['jwt']}",
        "access": SECRETS["jwt"],
        "customer": {"email": SECRETS["mail"], "phone": SECRETS["phone"], "password": SECRETS["password"]},
        "key": SECRETS["key"],
    }
    headers = {"x-scalev-guest-token": SECRETS["token"], "set-cookie": f"t={SECRETS['jwt']}"}
    full = json.dumps(leaky).encode()
    wire.default = lambda request: {
        "status": lambda: reply(500, full, headers),
        "undecodable": lambda: reply(200, b"x" + full, headers),
        "truncated": lambda: reply(200, full[:-20], headers),
        "wrong type": lambda: reply(200, b"[" + full + b"]", headers),
        "connection": lambda: (_ for _ in ()).throw(
            httpx.ReadError(f"lost {SECRETS['jwt']} {SECRETS['mail']}", request=request)
        ),
    }[how]()
    shop = nexus.AsyncStorefront(
        "store_x",
        SECRETS["key"],
        "https://api.test",
        transport=httpx.MockTransport(wire),
        retry=never,
        hooks=[nexus.log_event],
    )
    with pytest.raises(StorefrontError) as caught:
        await shop.orders.get(SECRETS["slug"])
    error = caught.value
    shown = [repr(error), str(error), "".join(traceback.format_exception(error)), repr(shop), repr(shop._core)]
    shown += [caplog.text, repr([vars(record) for record in caplog.records]), error.body_excerpt or ""]
    shown += list(strings_in(pickle.loads(pickle.dumps(error))))
    shown += [text for link in chain(error) for text in (repr(link), str(link), *strings_in(link))]
    for name, secret in SECRETS.items():
        assert not [text for text in shown if secret in text], name
    assert pickle.loads(pickle.dumps(error)).operation_id == "getStorefrontPublicOrder"
    await shop.aclose()


async def test_what_was_sent_is_not_shown_however_often_it_is_text_within_text(wire: Any, reply: Reply) -> None:
    password = text = 'kata-s\u00e4ndi\\\\"x'
    for _ in range(4):
        text = json.dumps(text)
    body = f'{{"error":{text},"errors":{{"field":[{text}]}},"more":{text}}}'
    wire.default = lambda request: reply(422, body.encode())
    async with wire.shop() as shop:
        with pytest.raises(StorefrontError) as caught:
            await shop.auth.login("siti@example.com", password)
    error: Any = caught.value
    for shown in error.message, error.field_errors["field"][0], error.json()["more"]:
        assert shown.strip('\\"') == "[redacted]"


def chain(error: BaseException) -> Iterator[BaseException]:
    """Whatever an error was made from."""
    for link in (error.__cause__, error.__context__):
        if link is not None:
            yield link
            yield from chain(link)


def strings_in(thing: object, depth: int = 6) -> Iterator[str]:
    """Every text reachable through attributes, mappings and sequences."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, bytes):
        yield thing.decode("utf-8", "replace")
    elif depth and isinstance(thing, dict):
        for key, value in thing.items():
            yield from strings_in(key, depth - 1)
            yield from strings_in(value, depth - 1)
    elif depth and isinstance(thing, (list, tuple, set)):
        for value in thing:
            yield from strings_in(value, depth - 1)
    elif depth and hasattr(thing, "__dict__"):
        yield from strings_in(vars(thing), depth - 1)


async def test_the_whole_body_is_there_for_the_program(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(500, {"error": "x", "access": "abc"})]
    async with wire.shop() as shop:
        with pytest.raises(ServerError) as caught:
            await shop.catalog.count()
    assert caught.value.json() == {"error": "x", "access": "abc"}
    assert "abc" not in (caught.value.body_excerpt or "")


async def test_logging_is_off_until_asked_for(wire: Any, reply: Reply, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="nexus_storefront")
    async with wire.shop() as shop:
        await shop.catalog.count()
    assert caplog.records == []
    async with wire.shop(hooks=[nexus.log_event]) as shop:
        await shop.catalog.count()
    assert [record.nexus_call.phase for record in caplog.records] == ["start", "end"]


async def test_a_store_that_is_not_found_has_a_note_of_what_to_look_at(wire: Any, reply: Reply) -> None:
    wire.answers = [reply(404, {"message": "Store not found"}), reply(404, {"message": "Product not found"})]
    async with wire.shop() as shop:
        with pytest.raises(nexus.NotFound) as of_store:
            await shop.catalog.count()
        with pytest.raises(nexus.NotFound) as of_product:
            await shop.catalog.product("kopi")
    (note,) = of_store.value.__notes__
    assert note.startswith("if it is the store: store id and key have to belong together")
    assert of_store.value.message == "Store not found"
    assert not hasattr(of_product.value, "__notes__")


async def test_where_no_connection_came_about_is_told(wire: Any, reply: Reply) -> None:
    wire.answers = [httpx.ConnectError, httpx.ReadError]
    async with wire.shop(retry=never) as shop:
        with pytest.raises(nexus.ConnectionFailed, match=r", at https?://[a-z.:0-9]+ \(countStorefrontItems\)$"):
            await shop.catalog.count()
        with pytest.raises(nexus.ConnectionFailed) as lost:
            await shop.catalog.count()
    assert " at http" not in str(lost.value)

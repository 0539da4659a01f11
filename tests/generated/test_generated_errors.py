"""Answers that are no success, or not what was promised, come back as typed errors with everything kept."""

from __future__ import annotations

import json
import pickle
from types import ModuleType
from typing import Any

import pytest

ORDER = {"id": 1, "secret": "s3cret"}
BODY = {"name": "Ani", "items": [{"type": "variant", "variant_id": 1, "quantity": 1}], "when": "2026-01-01T00:00:00Z"}


@pytest.fixture
def errors(shop: ModuleType) -> Any:
    return shop.errors


@pytest.mark.parametrize("status", [400, 404, 418, 499])
def test_a_documented_error_is_raised_with_its_body(
    shop: ModuleType, errors: Any, client: Any, wire: Any, status: int
) -> None:
    wire.says(status, b'{"error": "no", "code": "nope", "new": 1}', **{"X-Request-Id": "r1"})
    with pytest.raises(errors.ErrorStatus) as caught:
        shop.api.shop.list_items.sync("s", client=client)
    error = caught.value
    assert isinstance(error, errors.ApiError)
    assert (error.operation_id, error.status_code, error.headers["x-request-id"]) == ("listItems", status, "r1")
    assert isinstance(error.parsed, shop.models.Problem)
    assert (error.parsed.code, error.parsed.additional_properties) == ("nope", {"new": 1})


@pytest.mark.parametrize(
    ("status", "content", "parsed"),
    [
        (520, b"<html>web server error</html>", None),
        (599, b"", None),
        (299 + 1, b"", None),
        (503, b'{"error": 1}', {"error": 1}),  # not documented, yet JSON
        (500, b'"down"', "down"),
        (404, b"<html>", None),
        (404, b"", None),
        (404, b'{"error":', None),
        (404, b"[1]", None),
        (404, b"null", None),
        (429, "pelan-pelan ☕".encode(), "pelan-pelan ☕"),
        (429, b"\xff", "�"),
        (404, b"[" * 100_000, None),
    ],
)
def test_any_other_error_is_raised_with_its_bytes(
    shop: ModuleType, errors: Any, client: Any, wire: Any, status: int, content: bytes, parsed: Any
) -> None:
    wire.says(status, content)
    with pytest.raises(errors.ErrorStatus) as caught:
        shop.api.shop.list_items.sync("s", client=client)
    assert (caught.value.status_code, caught.value.content, caught.value.parsed) == (status, content, parsed)
    answer = shop.api.shop.list_items.sync_detailed("s", client=client)
    assert (answer.status_code, answer.content, answer.parsed) == (status, content, parsed)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the body is empty"),
        (b"  \n", "the body is empty"),
        (b"<!doctype html>", "the body is not JSON"),
        (b'{"data": [{"id": 1', "the body is not JSON"),
        (b"\xff\xfe\xff", "the body is not JSON"),
        (b'{"a":' * 100_000, "the body is not JSON"),
        (b"[]", "the body is not a JSON object"),
        (b"null", "the body is not a JSON object"),
        (b"3", "the body is not a JSON object"),
    ],
)
def test_a_success_that_is_not_what_was_promised_is_an_error(
    shop: ModuleType, errors: Any, client: Any, wire: Any, content: bytes, reason: str
) -> None:
    wire.says(200, content, server="edge")
    for call in (shop.api.shop.list_items.sync, shop.api.shop.list_items.sync_detailed):
        with pytest.raises(errors.UndecodableBody) as caught:
            call("s", client=client)
        error = caught.value
        assert str(error) == f"listItems: status 200, {reason}"
        assert (error.status_code, error.content, error.headers["server"]) == (200, content, "edge")
        assert error.__context__ is None  # a JSON error there would hold the body


def test_an_array_is_wanted_where_one_is_promised(shop: ModuleType, errors: Any, client: Any, wire: Any) -> None:
    wire.says(200, b'{"data": []}')
    with pytest.raises(errors.UndecodableBody, match="not a JSON array"):
        shop.api.shop.list_categories.sync(client=client)
    wire.says(200, b'[{"name": "a"}, null, 1]')
    first, *others = shop.api.shop.list_categories.sync(client=client)
    assert isinstance(first, shop.models.Category)
    assert others == [None, 1]


def test_nesting_without_end_is_an_error_too(shop: ModuleType, errors: Any, client: Any, wire: Any) -> None:
    deep = b'{"children":[' * 400 + b"{}" + b"]}" * 400  # json.loads still reads this
    json.loads(deep)
    wire.says(200, b"[" + deep + b"]")
    with pytest.raises(errors.UndecodableBody, match="nested too deeply"):
        shop.api.shop.list_categories.sync(client=client)


def test_no_content_is_none(shop: ModuleType, errors: Any, client: Any, wire: Any) -> None:
    wire.says(204)
    assert shop.api.order_desk.cancel_order.sync(1, client=client) is None
    assert shop.api.order_desk.cancel_order.sync_detailed(1, client=client).parsed is None
    assert shop.api.shop.create_order.sync("s", client=client, body=BODY) is None


def test_a_body_where_none_is_promised_is_left_alone(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b"<html>")
    assert shop.api.order_desk.cancel_order.sync(1, client=client) is None


def test_a_success_that_the_contract_does_not_list_is_read_like_the_listed_one(
    shop: ModuleType, errors: Any, client: Any, wire: Any
) -> None:
    wire.says(202, b'{"data": []}')
    assert shop.api.shop.list_items.sync("s", client=client).data == []
    wire.says(204)
    with pytest.raises(errors.UndecodableBody, match="status 204, the body is empty"):
        shop.api.shop.list_items.sync("s", client=client)


def test_a_nullable_body_may_be_null(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b" null ")
    assert shop.api.order_desk.get_order.sync(1, client=client) is None
    wire.says(200, json.dumps(ORDER))
    assert shop.api.order_desk.get_order.sync(1, client=client).id == 1


def test_the_default_answer_covers_what_has_no_answer_of_its_own(
    shop: ModuleType, errors: Any, client: Any, wire: Any
) -> None:
    wire.says(520, b'{"code": "x"}')
    with pytest.raises(errors.ErrorStatus) as caught:
        shop.api.shop.create_order.sync("s", client=client, body=BODY)
    assert isinstance(caught.value.parsed, shop.models.Problem)


def test_answers_other_than_objects(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b'{"a": {"b": [1]}}')
    assert shop.api.shop.read_settings.sync(client=client) == {"a": {"b": [1]}}
    wire.says(200, b'{"a": {"name": "x"}, "b": null}')
    written = shop.api.shop.write_settings.sync(client=client, body={})
    assert isinstance(written["a"], shop.models.Category)
    assert written["b"] is None
    wire.says(200, b"\x00\xff")
    assert shop.api.files.replace_upload.sync(client=client, body=b"x") == b"\x00\xff"
    wire.says(200, "é".encode())
    assert shop.api.files.upload.sync(client=client, body={"file": shop.types.File(b"x")}) == "é"


@pytest.mark.anyio
async def test_the_async_half_does_the_same(shop: ModuleType, errors: Any, wire: Any) -> None:
    import httpx

    operation = shop.api.shop.list_items
    async with shop.Client("https://shop.example", httpx_args={"transport": httpx.MockTransport(wire)}) as client:
        wire.says(200, b'{"data": [{"kind": "product"}]}')
        assert isinstance((await operation.asyncio("s", client=client)).data[0], shop.models.Product)
        assert (await operation.asyncio_detailed("s", client=client)).parsed.data[0].kind == "product"
        wire.says(520, b"<html>")
        with pytest.raises(errors.ErrorStatus):
            await operation.asyncio("s", client=client)
        assert (await operation.asyncio_detailed("s", client=client)).status_code == 520
        wire.says(200, b"<html>")
        with pytest.raises(errors.UndecodableBody):
            await operation.asyncio_detailed("s", client=client)
        with pytest.raises(errors.InvalidRequest):
            await operation.asyncio("..", client=client)


def test_errors_show_nothing_and_survive_pickling(shop: ModuleType, errors: Any, client: Any, wire: Any) -> None:
    raised = []
    wire.says(401, b'{"error": "s3cret"}', **{"Set-Cookie": "s3cret"})
    for status, call in (
        (401, lambda: shop.api.shop.list_items.sync("s", client=client, x_shop_key="s3cret")),
        (200, lambda: shop.api.shop.list_items.sync("s", client=client)),
        (200, lambda: shop.api.shop.create_order.sync("s", client=client, body={**BODY, "name": "s3cret"})),
    ):
        wire.says(status, b'"s3cret"', **{"Set-Cookie": "s3cret"})
        with pytest.raises(errors.ApiError) as caught:
            call()
        raised.append(caught.value)
    assert [type(error).__name__ for error in raised] == ["ErrorStatus", "UndecodableBody", "InvalidRequest"]
    for error in raised:
        assert "s3cret" not in f"{error} {error!r}"
        twin = pickle.loads(pickle.dumps(error))
        assert type(twin) is type(error)
        assert (str(twin), twin.operation_id, vars(twin)) == (str(error), error.operation_id, vars(error))


def test_responses_show_only_their_size(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b'{"id": 1, "secret": "s3cret"}')
    answer = shop.api.order_desk.get_order.sync_detailed(1, client=client)
    assert repr(answer) == "<Response 200, 29 bytes>"
    assert pickle.loads(pickle.dumps(answer)) == answer


def test_a_client_may_raise_errors_of_its_own(shop: ModuleType, wire: Any) -> None:
    import httpx

    class Refused(Exception):
        pass

    class Mine(shop.Client):  # type: ignore[misc, name-defined]
        def failure(self, error: Exception) -> Exception:
            return Refused(type(error).__name__)

    client = Mine("https://shop.example", httpx_args={"transport": httpx.MockTransport(wire)})
    seen = []
    for shop_id, status in (("s", 500), ("s", 200), ("..", 200)):
        wire.says(status, b"")
        with pytest.raises(Refused) as caught:
            shop.api.shop.list_items.sync(shop_id, client=client)
        seen.append(str(caught.value))
    assert seen == ["ErrorStatus", "UndecodableBody", "InvalidRequest"]
    client.close()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"message": "No such order.", "error": "Not Found"}', "No such order."),
        (b'{"error": "Not Found"}', "Not Found"),
        (b'{"message": "", "errors": {"email": ["is taken"]}}', '{"email": ["is taken"]}'),
        (b'{"code": 5}', None),
        (b'"gone"', "gone"),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_an_error_has_the_words_of_the_service_beside_its_text(
    shop: ModuleType, client: Any, wire: Any, body: bytes, words: str | None
) -> None:
    wire.says(404, body)
    with pytest.raises(shop.errors.ErrorStatus) as caught:
        shop.api.order_desk.get_order.sync(1, client=client)
    assert caught.value.message == words
    assert str(caught.value) == "getOrder: status 404"

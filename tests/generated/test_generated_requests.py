"""What is sent is checked against the contract first, and arrives as the contract says."""

from __future__ import annotations

import datetime as dt
import enum
import io
import json
import math
import uuid
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest

VARIANT = {"type": "variant", "variant_id": 1, "quantity": 1}
BODY = {"name": "Ani", "items": [VARIANT], "when": "2026-01-01T00:00:00Z"}


def send(shop: ModuleType, client: Any, body: Any) -> None:
    shop.api.shop.create_order.sync("s", client=client, body=body)


# --- bodies ----------------------------------------------------------------------------------------------------------


def test_a_model_is_sent_as_json(shop: ModuleType, client: Any, wire: Any) -> None:
    models = shop.models
    body = models.OrderRequest(
        name="Ani",
        items=[
            models.VariantOfOrderItem(type_="variant", variant_id=1, quantity=2),
            models.BundleOfOrderItem(type_="bundle", bundle_id=3),
        ],
        when=dt.datetime(2026, 1, 1, 7, tzinfo=dt.timezone(dt.timedelta(hours=7))),
        day=dt.date(2026, 1, 2),
        visitor=str(uuid.UUID(int=1)),
        colour=None,
        tip=shop.types.UNSET,
        extra={"a": [None]},
        payment=models.Cash(method="cash"),
    )
    send(shop, client, body)
    assert wire.last.url == "https://shop.example/base/shops/s/orders"
    assert wire.last.headers["content-type"] == "application/json"
    assert json.loads(wire.last.content) == {
        "name": "Ani",
        "items": [{"type": "variant", "variant_id": 1, "quantity": 2}, {"type": "bundle", "bundle_id": 3}],
        "when": "2026-01-01T07:00:00+07:00",
        "day": "2026-01-02",
        "visitor": "00000000-0000-0000-0000-000000000001",
        "colour": None,
        "extra": {"a": [None]},
        "payment": {"method": "cash"},
    }


def test_a_mapping_is_as_good_as_a_model(shop: ModuleType, client: Any, wire: Any) -> None:
    body = {
        **BODY,
        "items": (VARIANT, shop.models.BundleOfOrderItem(type_="bundle", bundle_id=3)),
        "tip": shop.types.UNSET,
    }
    send(shop, client, body)
    assert json.loads(wire.last.content) == {**BODY, "items": [VARIANT, {"type": "bundle", "bundle_id": 3}]}


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in BODY.items() if key != name}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (without("name"), "name: is required"),
        (without("items"), "items: is required"),
        ({**BODY, "name": None}, "name: must be string, not null"),
        ({**BODY, "name": 5}, "name: must be string, not int"),
        ({**BODY, "name": ""}, "name: must have at least 1 characters"),
        ({**BODY, "name": "Anisah"}, "name: must have at most 5 characters"),
        ({**BODY, "name": "A1"}, r"name: must match ^[A-Za-z]+\Z"),
        ({**BODY, "name": "Ani\n"}, r"name: must match ^[A-Za-z]+\Z"),
        ({**BODY, "items": []}, "items: must have at least 1 items"),
        ({**BODY, "items": [{**VARIANT, "quantity": q} for q in (1, 2, 3, 4)]}, "items: must have at most 3 items"),
        ({**BODY, "items": [VARIANT, VARIANT]}, "items: must not have the same item twice"),
        ({**BODY, "items": {}}, "items: must be array, not dict"),
        ({**BODY, "items": [5]}, "items[0]: must be object, not int"),
        ({**BODY, "items": [VARIANT, {**VARIANT, "quantity": 0}]}, "items[1].quantity: must be at least 1"),
        ({**BODY, "items": [{**VARIANT, "quantity": 101}]}, "items[0].quantity: must be at most 100"),
        ({**BODY, "items": [{**VARIANT, "quantity": 1.5}]}, "items[0].quantity: must be integer, not float"),
        ({**BODY, "items": [{**VARIANT, "quantity": True}]}, "items[0].quantity: must be integer, not bool"),
        ({**BODY, "items": [{**VARIANT, "quantity": "1"}]}, "items[0].quantity: must be integer, not str"),
        ({**BODY, "items": [{"type": "variant", "quantity": 1}]}, "items[0].variant_id: is required"),
        ({**BODY, "items": [{"type": "gift"}]}, "items[0].type: must be one of variant, bundle"),
        ({**BODY, "items": [{}]}, "items[0].type: must be one of variant, bundle"),
        ({**BODY, "items": [{"type": ["variant"]}]}, "items[0].type: must be one of variant, bundle"),
        ({**BODY, "payment": {"method": "cheque"}}, "payment.method: must be one of cash, wire"),
        ({**BODY, "payment": {"method": "wire"}}, "payment.account: is required"),
        ({**BODY, "when": "soon"}, "when: must be a date-time"),
        ({**BODY, "when": "2026-01-01"}, "when: must be a date-time"),
        ({**BODY, "when": "2026-01-01T00:00:00"}, "when: must be a date-time"),
        ({**BODY, "when": dt.datetime(2026, 1, 1)}, "when: must be a date-time"),  # no time zone
        ({**BODY, "day": "2026-02-30"}, "day: must be a date"),
        ({**BODY, "day": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}, "day: must be a date"),
        ({**BODY, "visitor": "1234"}, "visitor: must be a uuid"),
        ({**BODY, "visitor": uuid.UUID(int=1)}, "visitor: must be string, not UUID"),
        ({**BODY, "tip": 0}, "tip: must be more than 0"),
        ({**BODY, "tip": 10.5}, "tip: must be at most 10"),
        ({**BODY, "tip": 0.3}, "tip: must be a multiple of 0.5"),
        ({**BODY, "tip": math.nan}, "tip: must be a finite number"),
        ({**BODY, "tip": math.inf}, "tip: must be a finite number"),
        ({**BODY, "tip": 10**400}, "tip: has too many digits"),
        ({**BODY, "extra": {"a": -(10**400)}}, "extra.a: has too many digits"),
        ({**BODY, "tip": Decimal(1)}, "tip: must be number, not Decimal"),
        ({**BODY, "colour": "blue"}, "colour: must be one of green, red"),
        ({**BODY, "size": 3}, "size: must be one of 1, 2"),
        ({**BODY, "size": True}, "size: must be integer, not bool"),
        ({**BODY, "place": []}, "place: must be integer, not list, or must be string, not list"),
        ({**BODY, "extra": {"a": {1, 2}}}, "extra.a: is not a JSON value: set"),
        ({**BODY, "extra": {"a": [math.nan]}}, "extra.a[0]: must be a finite number"),
        ({**BODY, "extra": {"a": "\ud800"}}, "extra.a: is not valid Unicode text"),
        ({**BODY, "extra": {1: "a"}}, "extra: has a field name that is not text"),
        ({**BODY, "labels": {"a": "long"}}, "labels.a: must have at most 3 characters"),
        ({**BODY, "by": "me"}, "by: is read-only"),
        ({**BODY, "nmae": "x"}, "nmae: is not a field of the contract"),
        (5, "body: must be object, not int"),
        (None, "body: must be object, not null"),
    ],
)  # fmt: skip
def test_a_body_against_the_contract_is_not_sent(
    shop: ModuleType, client: Any, wire: Any, body: Any, message: str
) -> None:
    with pytest.raises(shop.errors.InvalidRequest) as caught:
        send(shop, client, body)
    assert str(caught.value) == message
    assert (caught.value.field, caught.value.reason) == tuple(message.split(": ", 1))
    assert caught.value.operation_id == "createOrder"
    assert isinstance(caught.value, ValueError)
    assert caught.value.__cause__ is None
    assert wire.requests == []


@pytest.mark.parametrize("colour", [None, "red", "green"])
@pytest.mark.parametrize("place", [1, "a"])
@pytest.mark.parametrize("tip", [0.5, 10, 3])
def test_a_body_within_the_contract_is_sent(
    shop: ModuleType, client: Any, wire: Any, colour: str | None, place: Any, tip: float
) -> None:
    body = {**BODY, "colour": colour, "place": place, "tip": tip}
    send(shop, client, body)
    assert json.loads(wire.last.content) == body


def test_members_of_enums_are_sent_as_their_values(shop: ModuleType, client: Any, wire: Any) -> None:
    class Word(str, enum.Enum):  # noqa: UP042 (its str() is not its value)
        NAME = "name"
        RED = "red"

    class Size(enum.IntEnum):
        ONE = 1

    send(shop, client, {**BODY, "colour": Word.RED, "size": Size.ONE})
    assert json.loads(wire.last.content) == {**BODY, "colour": "red", "size": 1}
    wire.says(200, b'{"data": []}')
    shop.api.shop.list_items.sync(Word.RED, client=client, sort=Word.NAME)
    assert wire.last.url.raw_path == b"/base/shops/red/items?sort=name"


def test_a_required_body_that_is_unset_is_not_sent(shop: ModuleType, client: Any, wire: Any) -> None:
    with pytest.raises(shop.errors.InvalidRequest, match=r"^body: is required$"):
        send(shop, client, shop.types.UNSET)
    with pytest.raises(shop.errors.InvalidRequest, match=r"^body: is required$"):
        shop.api.files.replace_upload.sync(client=client, body=shop.types.UNSET)
    assert wire.requests == []


def test_a_body_that_holds_itself_is_not_sent(shop: ModuleType, client: Any, wire: Any) -> None:
    body: dict[str, Any] = {**BODY, "extra": {}}
    body["extra"]["again"] = body["extra"]
    with pytest.raises(shop.errors.InvalidRequest, match=r"^body: is nested too deeply$"):
        send(shop, client, body)
    assert wire.requests == []


def test_a_model_is_checked_when_it_is_sent_not_before(shop: ModuleType, client: Any, wire: Any) -> None:
    body = shop.models.OrderRequest.from_dict(BODY)
    body.name = "far too long"
    with pytest.raises(shop.errors.InvalidRequest, match="name: must have at most 5"):
        send(shop, client, body)
    del body.name
    with pytest.raises(shop.errors.InvalidRequest, match="name: is required"):
        send(shop, client, body)


def test_required_keywords(shop: ModuleType) -> None:
    with pytest.raises(TypeError, match=r"OrderRequest\(\) is missing the keyword arguments 'items', 'when'"):
        shop.models.OrderRequest(name="Ani")
    with pytest.raises(TypeError, match=r"OrderRequest\(\) got an unexpected keyword argument 'nmae'"):
        shop.models.OrderRequest(nmae="Ani")
    assert shop.models.OrderRequest.from_dict({}).name is shop.types.UNSET


def test_other_json_types_keep_their_name(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b"{}")
    shop.api.order_desk.note_order.sync(1, client=client, body=shop.models.Note(text="x"))
    assert wire.last.headers["content-type"] == "application/merge-patch+json"
    assert json.loads(wire.last.content) == {"text": "x"}


def test_a_body_that_is_not_required_may_be_left_out(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b"{}")
    shop.api.order_desk.note_order.sync(1, client=client)
    assert wire.last.content == b""
    assert "content-type" not in wire.last.headers


def test_free_form_bodies(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b"{}")
    shop.api.shop.write_settings.sync(client=client, body={"a": {"b": [1, None]}})
    assert json.loads(wire.last.content) == {"a": {"b": [1, None]}}
    with pytest.raises(shop.errors.InvalidRequest, match="must be object, not list"):
        shop.api.shop.write_settings.sync(client=client, body=[])


def test_multipart(shop: ModuleType, client: Any, wire: Any) -> None:
    file = shop.types.File
    tricky = b"--+++\r\n\x00--"
    body = shop.models.Upload(
        file=file(tricky, "struk pembelian.png", "image/png"),
        more=[file(io.BytesIO(b"one")), file(b"two", "two.txt")],
        caption="kopi é",
        width=3,
        meta={"a": [1]},
    )
    wire.says(200, b"ok")
    shop.api.files.upload.sync(client=client, body=body)
    kind, _, boundary = wire.last.headers["content-type"].partition("; boundary=")
    assert kind == "multipart/form-data"
    assert boundary.encode() not in tricky
    parts = [part.strip(b"\r\n") for part in wire.last.content.split(b"--" + boundary.encode())[1:-1]]
    for part in parts:
        assert part.startswith(b"Content-Disposition: form-data; ")
    assert [part.removeprefix(b"Content-Disposition: form-data; ") for part in parts] == [
        b'name="file"; filename="struk pembelian.png"\r\nContent-Type: image/png\r\n\r\n' + tricky,
        b'name="more"; filename="more"\r\nContent-Type: application/octet-stream\r\n\r\none',
        b'name="more"; filename="two.txt"\r\nContent-Type: application/octet-stream\r\n\r\ntwo',
        b'name="caption"\r\n\r\nkopi \xc3\xa9',
        b'name="width"\r\n\r\n3',
        b'name="meta"\r\nContent-Type: application/json\r\n\r\n{"a": [1]}',
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "file: is required"),
        ({"file": b"x"}, "file: must be file, not bytes"),
        ({"file": "x.png"}, "file: must be file, not str"),
    ],
)
def test_a_file_is_wanted(shop: ModuleType, client: Any, wire: Any, body: Any, message: str) -> None:
    with pytest.raises(shop.errors.InvalidRequest, match=message):
        shop.api.files.upload.sync(client=client, body=body)
    with pytest.raises(shop.errors.InvalidRequest, match=r"extra.a: is not a JSON value: File"):
        send(shop, client, {**BODY, "extra": {"a": shop.types.File(b"x")}})


def test_bytes(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b"ok")
    for body in (b"\x00\xff", shop.types.File(b"\x00\xff"), shop.types.File(io.BytesIO(b"\x00\xff"))):
        shop.api.files.replace_upload.sync(client=client, body=body)
        assert wire.last.content == b"\x00\xff"
        assert wire.last.headers["content-type"] == "application/octet-stream"
    with pytest.raises(shop.errors.InvalidRequest, match="body: must be bytes or File, not str"):
        shop.api.files.replace_upload.sync(client=client, body="text")


def test_forms(shop: ModuleType, client: Any, wire: Any) -> None:
    shop.api.files.post_form.sync(client=client, body={"grant_type": "refresh", "again": True, "scopes": ["a b", "c"]})
    assert wire.last.headers["content-type"] == "application/x-www-form-urlencoded"
    assert wire.last.content == b"grant_type=refresh&again=true&scopes=a+b&scopes=c"
    with pytest.raises(shop.errors.InvalidRequest, match="grant_type: must be one of refresh"):
        shop.api.files.post_form.sync(client=client, body={"grant_type": "password"})


# --- paths -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shop_id", "path"),
    [
        ("a/b", "/base/shops/a%2Fb/items"),
        ("a b?c#d", "/base/shops/a%20b%3Fc%23d/items"),
        ("a%2Fb", "/base/shops/a%252Fb/items"),
        ("kopi-é", "/base/shops/kopi-%C3%A9/items"),
        ("...", "/base/shops/.../items"),
        (".a", "/base/shops/.a/items"),
        ("a..b", "/base/shops/a..b/items"),
        ("{shop_id}", "/base/shops/%7Bshop_id%7D/items"),
        (5, "/base/shops/5/items"),
    ],
)
def test_path_parameters_stay_one_segment(shop: ModuleType, client: Any, wire: Any, shop_id: Any, path: str) -> None:
    wire.says(200, b'{"data": []}')
    shop.api.shop.list_items.sync(shop_id, client=client)
    assert wire.last.url.raw_path.decode() == path


@pytest.mark.parametrize(
    "shop_id",
    [
        ".", "..", "%2e", "%2E%2e", ".%2e", "%252e%252e", "../admin", "a/../b", "a/..", "..%2fadmin", "..\\admin",
        "", " ", "\t", None, True, 1.5, b"a", ["a"], "a\ud800",
        pytest.param(10**5000, id="5001 digits"),
    ],
)  # fmt: skip
def test_path_parameters_that_would_lead_elsewhere_are_refused(
    shop: ModuleType, client: Any, wire: Any, shop_id: Any
) -> None:
    with pytest.raises(shop.errors.InvalidRequest) as caught:
        shop.api.shop.list_items.sync(shop_id, client=client)
    assert caught.value.field == "shop_id"
    assert wire.requests == []


def test_ids_in_paths_may_be_numbers_or_text(shop: ModuleType, client: Any, wire: Any) -> None:
    for order_id in (12, "12", "ord_12"):
        shop.api.order_desk.cancel_order.sync(order_id, client=client)
        assert wire.last.url.path == f"/base/orders/{order_id}"


def test_several_path_parameters(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b'{"message": "x"}')
    shop.api.order_desk.get_order_item.sync(1, "{order_id}".replace("{order_id}", "a/b"), client=client)
    assert wire.last.url.raw_path == b"/base/orders/1/items/a%2Fb"
    with pytest.raises(shop.errors.InvalidRequest, match="item: must match"):
        shop.api.order_desk.get_order_item.sync(1, "A", client=client)


# --- query, headers, cookies -----------------------------------------------------------------------------------------


def test_query(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b'{"data": []}')
    shop.api.shop.list_items.sync(
        "s",
        client=client,
        page_size=10,
        sort="name",
        ids=[1, 2],
        tags=["a", "b c"],
        since=dt.date(2026, 1, 2),
        after=dt.datetime(2026, 1, 2, tzinfo=dt.UTC),
        in_stock=False,
        filter_=shop.models.FilterParameterOfListItems(color="red"),
    )
    assert wire.last.url.params.multi_items() == [
        ("page_size", "10"),
        ("sort", "name"),
        ("ids", "1"),
        ("ids", "2"),
        ("tags", "a,b c"),
        ("since", "2026-01-02"),
        ("after", "2026-01-02T00:00:00+00:00"),
        ("in_stock", "false"),
        ("filter[color]", "red"),
    ]


def test_without_arguments_there_is_no_query(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b'{"data": []}')
    shop.api.shop.list_items.sync("s", client=client)
    assert wire.last.url.query == b""
    assert "cookie" not in wire.last.headers


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"page_size": 0}, "page_size: must be at least 1"),
        ({"page_size": 51}, "page_size: must be at most 50"),
        ({"page_size": None}, "page_size: must be integer, not null"),
        ({"sort": "size"}, "sort: must be one of name, price"),
        ({"ids": ["1"]}, r"ids\[0\]: must be integer, not str"),
        ({"since": "2026"}, "since: must be a date"),
        ({"in_stock": "yes"}, "in_stock: must be boolean, not str"),
        ({"x_trace": "1"}, "X-Trace: must be integer, not str"),
        ({"x_shop_key": "a\r\nHost: evil"}, "X-Shop-Key: must be printable ASCII"),
        ({"x_shop_key": "é"}, "X-Shop-Key: must be printable ASCII"),
        ({"x_shop_key": " a"}, "X-Shop-Key: must be printable ASCII"),
        ({"visit": "a; admin=1"}, "visit: must not hold a semicolon"),
    ],
)
def test_arguments_against_the_contract_are_not_sent(
    shop: ModuleType, client: Any, wire: Any, arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(shop.errors.InvalidRequest, match=message):
        shop.api.shop.list_items.sync("s", client=client, **arguments)
    assert wire.requests == []


def test_headers_and_cookies(shop: ModuleType, client: Any, wire: Any) -> None:
    wire.says(200, b'{"data": []}')
    shop.api.shop.list_items.sync("s", client=client, x_shop_key="k", x_trace=5, visit="v")
    assert (wire.last.headers["x-shop-key"], wire.last.headers["x-trace"]) == ("k", "5")
    assert wire.last.headers["cookie"] == "visit=v"


# --- what send is given ----------------------------------------------------------------------------------------------


def test_everything_goes_through_send(shop: ModuleType, wire: Any) -> None:
    import httpx

    seen: list[tuple[Any, dict[str, Any]]] = []

    class Recording(shop.Client):  # type: ignore[misc, name-defined]
        def send(self, operation: Any, request: Any) -> httpx.Response:
            seen.append((operation, dict(request)))
            return httpx.Response(201, json={"id": 1})

    send(shop, Recording("https://unused.example"), BODY)
    operation, request = seen[0]
    assert operation is shop.api.shop.create_order.OPERATION
    assert request == {"method": "POST", "url": "/shops/s/orders", "json": BODY}
    assert (operation.id, operation.method, operation.path) == ("createOrder", "POST", "/shops/{shop_id}/orders")
    assert (operation.tags, operation.security) == (("Shop",), (("bearer", "key"), ("key",)))
    assert shop.api.shop.list_items.OPERATION.security == ()
    assert shop.api.order_desk.get_order.OPERATION.security == (("bearer",),)
    with pytest.raises(AttributeError):
        operation.id = "other"

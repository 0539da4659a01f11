"""Answers are read tolerantly and lossless: nothing raises, and `to_dict()` gives back what came."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lengths import SURVIVING_ANSWERS

PRODUCT = {
    "id": 7,
    "kind": "product",
    "name": "Kopi",
    "price": {"amount": "12000.00", "valid_until": None},
    "status": "live",
    "size": 2,
    "made_at": "2026-03-01T08:00:00Z",
    "best_before": "2026-12-31",
    "weight": 0.25,
    "fresh": True,
    "images": ["a.webp"],
    "category": {"name": "Minuman", "parent": {"name": "Semua"}, "children": [{"name": "Panas"}]},
    "attributes": {"origin": {"country": "ID"}},
    "stock": {"1": 3},
    "by_size": {"1": {"amount": "1"}},
    "payment": {"method": "wire", "account": "123"},
}


def exactly(value: Any) -> str:
    """JSON text: tells True from 1 and 1 from 1.0, which `==` does not."""
    return json.dumps(value, sort_keys=True)


def read(shop: ModuleType, **changes: Any) -> Any:
    """A product with some fields changed, added, or (Ellipsis) left out."""
    source = {key: value for key, value in {**PRODUCT, **changes}.items() if value is not ...}
    product = shop.models.Product.from_json(json.dumps(source))
    assert exactly(product.to_dict()) == exactly(source)
    return product


def test_fields_are_typed_objects(shop: ModuleType) -> None:
    models = shop.models
    product = read(shop)
    assert (product.id, product.name, product.status, product.size, product.fresh) == (7, "Kopi", "live", 2, True)
    assert isinstance(product.price, models.Price)
    assert isinstance(product.category.children[0], models.Category)
    assert isinstance(product.by_size["1"], models.Price)
    assert isinstance(product.payment, models.Transfer)
    assert product.made_at == dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)
    assert product.best_before == dt.date(2026, 12, 31)
    assert product.attributes == {"origin": {"country": "ID"}}


def test_unknown_fields_are_kept_also_where_the_contract_forbids_them(shop: ModuleType) -> None:
    product = read(shop, badge={"text": "new"})
    assert product.additional_properties == {"badge": {"text": "new"}}
    page = shop.models.ItemPage.from_dict({"data": [], "total": 3})
    assert page.additional_properties == {"total": 3}
    assert page.to_dict() == {"data": [], "total": 3}


@pytest.mark.parametrize(
    "key",
    [
        "to_dict",
        "from_dict",
        "additional_properties",
        "__class__",
        "__dict__",
        "__reduce_ex__",
        "__deepcopy__",
        "_extra",
    ],
)
def test_no_key_of_an_answer_hides_a_method(shop: ModuleType, key: str) -> None:
    page = shop.models.ItemPage.from_json(json.dumps({"data": [], key: "x"}))
    assert type(page) is shop.models.ItemPage
    assert page.to_dict() == {"data": [], key: "x"}
    assert copy.deepcopy(page) == pickle.loads(pickle.dumps(page)) == page
    assert page.additional_properties == {key: "x"}


def test_fields_named_like_parts_of_python_are_read_under_another_name(shop: ModuleType) -> None:
    names = {
        "to_dict": "a",
        "class": "b",
        "__class__": "c",
        "type": "d",
        "_extra": 1,
        "from_dict": "2026-01-01T00:00:00Z",
    }
    product = read(shop, **names, date="2026-01-02T00:00:00Z")
    assert (product.to_dict_, product.class_, product.field_class_, product.type_) == ("a", "b", "c", "d")
    assert product.field_extra == 1
    assert product.from_dict_ == dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    assert product.date == dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
    product.to_dict_ = product.class_ = "changed"
    assert (product.to_dict()["to_dict"], product.to_dict()["class"]) == ("changed", "changed")
    del product.class_
    assert product.class_ is shop.types.UNSET
    assert "class" not in product.to_dict()


def test_unknown_enum_values_stay_plain_text(shop: ModuleType) -> None:
    product = read(shop, status="archived", size=99)
    assert product.status == "archived"
    assert type(product.status) is str
    assert product.size == 99


def test_known_enum_values_are_listed(shop: ModuleType) -> None:
    from shop_client.models.status_of_product import STATUS_OF_PRODUCT_VALUES  # type: ignore[import-not-found]

    assert STATUS_OF_PRODUCT_VALUES == ("draft", "live")


@pytest.mark.parametrize("name", [name for name in PRODUCT if name != "kind"])
def test_any_field_may_be_null_or_absent(shop: ModuleType, name: str) -> None:
    assert getattr(read(shop, **{name: None}), name) is None
    assert getattr(read(shop, **{name: ...}), name) is shop.types.UNSET


@pytest.mark.parametrize("name", sorted(PRODUCT))
@pytest.mark.parametrize("value", ["7", 7, 7.5, True, [], [1], {}, {"a": 1}, "", "not a date"])
def test_a_value_of_another_type_stays_as_it_came(shop: ModuleType, name: str, value: Any) -> None:
    product = read(shop, **{name: value})
    came = getattr(product, name)
    if not isinstance(came, shop._model.Model | dt.date):
        assert exactly(came) == exactly(value)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-01T08:00:00Z", dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)),
        ("2026-03-01T08:00:00.123456+07:00", dt.datetime(2026, 3, 1, 1, 0, 0, 123456, dt.UTC)),
        ("2026-03-01 08:00:00", dt.datetime(2026, 3, 1, 8)),
        ("20260301T080000Z", dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)),
        ("2026-03-01T24:00:00Z", dt.datetime(2026, 3, 2, tzinfo=dt.UTC)),  # only dateutil reads these
        ("2026-060T08:00Z", dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)),
        ("2026-03-01T08:00:00z", dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC)),
        ("yesterday", "yesterday"),
        ("2026-13-01T08:00:00Z", "2026-13-01T08:00:00Z"),
        ("", ""),
    ],
)
def test_date_times_in_any_iso_shape(shop: ModuleType, text: str, moment: Any) -> None:
    assert read(shop, made_at=text).made_at == moment


@pytest.mark.parametrize("text", ["2026-12-31T00:00:00Z", "31/12/2026", ""])
def test_dates_that_are_none_stay_text(shop: ModuleType, text: str) -> None:
    assert read(shop, best_before=text).best_before == text


def test_a_union_is_told_apart_by_its_fixed_value(shop: ModuleType) -> None:
    items = [
        {"kind": "product", "lines": [{"kind": "product"}]},  # has what a bundle has
        {"kind": "bundle", "id": 1, "name": "x", "lines": [PRODUCT]},
        {"kind": "voucher", "code": "X"},
        {"kind": ["product"]},
        {"kind": None},
        {},
        None,
        "text",
        [],
    ]
    page = shop.models.ItemPage.from_dict({"data": items})
    kinds = [type(item).__name__ for item in page.data]
    assert kinds == ["Product", "Bundle", "dict", "dict", "dict", "dict", "NoneType", "str", "list"]
    assert page.data[2] == {"kind": "voucher", "code": "X"}
    assert isinstance(page.data[1].lines[0].price, shop.models.Price)
    assert exactly(page.to_dict()) == exactly({"data": items})


def test_a_union_is_told_apart_by_its_discriminator(shop: ModuleType) -> None:
    assert isinstance(read(shop, payment={"method": "cash", "account": "1"}).payment, shop.models.Cash)
    assert read(shop, payment={"method": "crypto", "account": "1"}).payment == {"method": "crypto", "account": "1"}


@pytest.mark.parametrize(
    ("source", "model"),
    [
        ({"access": "a", "refresh": "b"}, "Tokens"),
        ({"access": "a", "refresh": "b", "message": "hi", "scope": "x"}, "Tokens"),
        ({"message": "hi"}, "Challenge"),
        ({"message": None, "sent_to": "x"}, "Challenge"),
        ({"new": 1}, "dict"),
        ({}, "dict"),
    ],
)
def test_objects_without_a_fixed_value_are_told_apart_by_their_keys(
    shop: ModuleType, client: Any, wire: Any, source: dict[str, Any], model: str
) -> None:
    wire.says(200, json.dumps(source))
    answer = shop.api.order_desk.get_order_item.sync(1, "a", client=client)
    assert type(answer).__name__ == model
    assert shop._model.dump(answer) == source


def test_an_answer_is_not_changed_by_reading_it(shop: ModuleType) -> None:
    source = {"data": [copy.deepcopy(PRODUCT)], "new": {"a": [1]}}
    before = copy.deepcopy(source)
    page = shop.models.ItemPage.from_dict(source)
    page.data[0].price.amount = "1"
    page.data[0].category.children.append(shop.models.Category(name="x"))
    page.data.pop()
    page.additional_properties["more"] = 1
    assert source == before


def test_what_to_dict_gives_is_not_shared(shop: ModuleType) -> None:
    product = read(shop)
    product.to_dict()["images"].append("b")
    product.to_dict()["attributes"]["x"] = 1
    product.to_dict()["price"]["amount"] = "0"
    assert product.to_dict() == PRODUCT


def test_changes_show_in_to_dict(shop: ModuleType) -> None:
    product = read(shop)
    product.made_at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    product.best_before = dt.date(2026, 1, 2)
    product.name = None
    product.status = shop.types.UNSET
    product.price = shop.models.Price(amount="5")
    product.by_size["2"] = shop.models.Price(amount="6")
    product.additional_properties["new"] = 1
    result = product.to_dict()
    assert result["made_at"] == "2026-01-01T00:00:00+00:00"
    assert result["best_before"] == "2026-01-02"
    assert result["name"] is None
    assert "status" not in result
    assert result["price"] == {"amount": "5"}
    assert result["by_size"] == {"1": {"amount": "1"}, "2": {"amount": "6"}}
    assert result["new"] == 1


def test_a_mistyped_attribute_is_not_lost_in_silence(shop: ModuleType) -> None:
    product = read(shop)
    product.nmae = "x"
    with pytest.raises(AttributeError, match="Product has no field 'nmae'"):
        product.to_dict()
    page = shop.models.ItemPage(data=[])
    page.additional_properties["data"] = [1]
    with pytest.raises(AttributeError, match="holds its field 'data'"):
        page.to_dict()


def test_models_compare_copy_and_pickle(shop: ModuleType) -> None:
    product = read(shop, new={"a": [1]})
    for twin in (copy.copy(product), copy.deepcopy(product), pickle.loads(pickle.dumps(product))):
        assert twin == product
        assert twin is not product
        twin.additional_properties["x"] = 1
        twin.name = "other"
        assert twin != product
        assert product.name == "Kopi"
        assert product.additional_properties == {"new": {"a": [1]}}
    assert product != product.to_dict()
    with pytest.raises(TypeError, match="unhashable"):
        hash(product)


def test_a_model_may_be_extended(shop: ModuleType) -> None:
    class Coffee(shop.models.Product):  # type: ignore[misc, name-defined]
        roast: str = shop.types.UNSET

    coffee = Coffee.from_dict({**PRODUCT, "roast": "dark", "new": 1})
    assert (coffee.roast, coffee.name, coffee.additional_properties) == ("dark", "Kopi", {"new": 1})
    assert isinstance(coffee.price, shop.models.Price)
    assert coffee.to_dict() == {**PRODUCT, "roast": "dark", "new": 1}
    assert shop.models.Product.from_dict({"roast": "dark"}).additional_properties == {"roast": "dark"}


def test_a_pickle_outlives_a_change_of_the_class(shop: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = pickle.dumps(shop.models.Price.from_dict({"amount": "1", "valid_until": "2026-01-01"}))

    class Price(shop._model.Model):  # type: ignore[misc, name-defined]
        amount: str = shop.types.UNSET

    monkeypatch.setattr("shop_client.models.price.Price", Price)
    thawed = pickle.loads(frozen)
    assert type(thawed) is Price
    assert thawed.additional_properties == {"valid_until": "2026-01-01"}


def test_repr_shows_no_text(shop: ModuleType) -> None:
    order = shop.models.Order.from_dict(
        {"id": 5, "secret": "s3cret", "paid_at": "2026-01-01T00:00:00Z", "token": "t0ken"}
    )
    assert repr(order) == "Order(id=5, secret=<text>, paid_at='2026-01-01T00:00:00Z', additional_properties=<1 keys>)"
    product = read(shop, name=4711, status="live", fresh=None, images=["private"])
    assert "status='live'" in repr(product)
    assert "name=<number>" in repr(product)  # text by contract: a number there may be a one-time password
    assert "status=<text>" in repr(read(shop, status="surprise"))
    assert "private" not in repr(product)


def test_attributes_that_do_not_exist_say_so_as_usual(shop: ModuleType) -> None:
    with pytest.raises(AttributeError, match="'Product' object has no attribute 'nmae'"):
        read(shop).nmae  # noqa: B018


def test_dir_lists_the_fields(shop: ModuleType) -> None:
    listed = dir(shop.models.Product())
    assert {"id", "type_", "to_dict", "to_dict_", "additional_properties"} <= set(listed)
    assert {"when", "name"} <= set(dir(shop.models.OrderRequest(name="a", items=[], when=dt.datetime.now(dt.UTC))))
    assert "_extra" not in listed


@pytest.mark.parametrize("text", ["[]", "null", "1", "{", "", b"\xff"])
def test_from_json_wants_an_object(shop: ModuleType, text: Any) -> None:
    with pytest.raises(ValueError):
        shop.models.Product.from_json(text)


def test_from_dict_wants_a_mapping(shop: ModuleType) -> None:
    with pytest.raises(TypeError, match="takes a mapping, not list"):
        shop.models.Product.from_dict([])


def test_unset_is_one_falsy_object(shop: ModuleType) -> None:
    unset = shop.types.UNSET
    assert not unset
    assert copy.copy(unset) is copy.deepcopy(unset) is pickle.loads(pickle.dumps(unset)) is shop.types.Unset() is unset
    assert repr(unset) == "UNSET"


# --- any JSON at all --------------------------------------------------------------------------------------------------

HOSTILE = ["to_dict", "__class__", "__dict__", "__init__", "_nested", "_extra", "additional_properties", "self", ""]
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5)
)
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(HOSTILE + list(PRODUCT)) | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=8,
)
times = st.sampled_from(["2026-03-01T08:00:00Z", "2026-03-01", "2026-W10-1", "soon", "2026-03-01T08:00:00.5+07:00"])


def objects(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """An object with some of the fields, each as promised or anything at all, and with fields nobody promised."""
    known = st.fixed_dictionaries({}, optional={name: value | anything for name, value in fields.items()})
    unknown = st.dictionaries(st.sampled_from(HOSTILE) | st.text(max_size=5), anything, max_size=2)
    return st.builds(lambda extra, own: {**extra, **own}, unknown, known)


prices = objects(amount=st.just("1.00"), valid_until=times)
categories = st.deferred(
    lambda: objects(name=st.text(max_size=5), parent=categories, children=st.lists(categories, max_size=2))
)
payments = objects(method=st.sampled_from(["cash", "wire", "crypto"]), account=st.text(max_size=3))
products = objects(
    id=st.integers(),
    kind=st.just("product"),
    price=prices,
    status=st.sampled_from(["draft", "live", "archived"]),
    made_at=times,
    best_before=times,
    category=categories,
    by_size=st.dictionaries(st.text(max_size=2), prices, max_size=2),
    payment=payments,
    stock=st.dictionaries(st.text(max_size=2), st.integers(), max_size=2),
    date=times,
    **{"class": st.text(max_size=2)},
)
bundles = objects(kind=st.just("bundle"), lines=st.lists(products, max_size=2))
pages = objects(data=st.lists(products | bundles | anything, max_size=3), next_cursor=st.text(max_size=3))


@given(text=st.text(max_size=30) | st.from_regex(r"\A[0-9TWZ:+., -]{1,30}\Z"))
@settings(max_examples=SURVIVING_ANSWERS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_in_place_of_a_date_is_kept(shop: ModuleType, text: str) -> None:
    product = read(shop, made_at=text, best_before=text)
    assert isinstance(product.made_at, dt.datetime) or product.made_at == text
    assert isinstance(product.best_before, dt.date) or product.best_before == text


@settings(max_examples=SURVIVING_ANSWERS, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(source=pages)
def test_any_json_object_survives(shop: ModuleType, source: dict[str, Any]) -> None:
    wanted = exactly(source)
    taken = shop.models.ItemPage.from_json(json.dumps(source))
    copied = shop.models.ItemPage.from_dict(source)
    assert exactly(source) == wanted
    for page in (taken, copied, copy.deepcopy(taken), pickle.loads(pickle.dumps(taken))):
        walk(page, shop)
        assert type(page) is shop.models.ItemPage
        assert exactly(page.to_dict()) == wanted


def walk(value: Any, shop: ModuleType) -> None:
    """Read everything there is to read."""
    if isinstance(value, shop._model.Model):
        repr(value)
        for name in shop._model.wire_names(type(value)):
            walk(getattr(value, name), shop)
    elif isinstance(value, list):
        for item in value:
            walk(item, shop)

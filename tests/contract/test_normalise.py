"""The kinds of trouble a contract makes the generator, each met in a small document and in the real one."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from _codegen.generate import parse
from _contract.document import ContractError, decode
from _contract.normalise import normalise, typed_answers
from _contract.overlay import apply
from _contract.pin import OPENAPI, load_pin, make_pin
from _contract.places import pascal, plain_words
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.properties import AnyProperty

Document = dict[str, Any]
OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}


def spec(schemas: Document, **operation: Any) -> Document:
    """A document with these components, and one operation."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "Shop", "version": "1"},
        "paths": {
            "/things": {
                "post": {
                    "operationId": "makeThing",
                    "tags": ["Things"],
                    "responses": {"204": {"description": ""}},
                    **operation,
                }
            }
        },
        "components": {"schemas": schemas},
    }


def result(schemas: Document, **operation: Any) -> Document:
    """The normalised components; the generator takes them without a word."""
    normalised = normalise(spec(schemas, **operation))
    assert warnings(parse(normalised)) == []
    found: Document = normalised["components"]["schemas"]
    return found


def warnings(data: GeneratorData) -> list[str]:
    errors = [*data.errors, *(e for found in data.endpoint_collections_by_tag.values() for e in found.parse_errors)]
    return [f"{error.header} {error.detail}" for error in errors]


def ref(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Document) -> Document:
    return {"oneOf": [schema, {"type": "null"}]}


# They look at one document, which takes seconds to make.
pytestmark = pytest.mark.xdist_group("normalise")


@pytest.fixture(scope="module")
def contract() -> Document:
    """The pin with the overlay applied."""
    return apply(load_pin(), decode((OPENAPI / "overlay.yaml").read_bytes()))


class Whole(NamedTuple):
    """The contract on its way to the generator, and what the generator makes of it."""

    normalised: Document
    data: GeneratorData


@pytest.fixture(scope="module")
def whole(contract: Document) -> Whole:
    normalised = normalise(contract)
    return Whole(normalised, parse(copy.deepcopy(normalised)))


# Names


def test_titles_that_collide() -> None:
    inline = {"title": "Status", "type": "string", "enum": ["a", "b"]}
    other = {"title": "Status", "type": "string", "enum": ["c"]}
    document = spec({"Order": {"properties": {"one": inline, "two": other}, "title": "Status", "type": "object"}})
    assert warnings(parse(document))  # the trouble is real
    found = result(document["components"]["schemas"])
    assert found["Order"]["properties"] == {"one": ref("OneOfOrder"), "two": ref("TwoOfOrder")}
    assert "title" not in str(found)


def test_names_tell_the_place_from_the_inside_out() -> None:
    deep = {"type": "object", "properties": {"b_c": {"type": "array", "items": {"type": "array", "items": OBJECT}}}}
    found = result(
        {
            "Thing": {
                "type": "object",
                "properties": {"a": deep, "ab": {"type": "object", "properties": {"c": OBJECT}}},
            },
            "List": {"type": "array", "items": OBJECT},
            "Map": {"type": "object", "additionalProperties": OBJECT},
            "Kind": {"oneOf": [{"type": "object", "properties": {"t": {"type": "string", "enum": ["x_y"]}}}, OBJECT]},
        }
    )
    assert found.keys() == {
        *("Thing", "AOfThing", "BCOfAOfThing", "AbOfThing", "COfAbOfThing"),
        *("List", "ItemOfList", "Map", "ValueOfMap"),
        *("Kind", "XYOfKind", "TOfXYOfKind", "Variant1OfKind"),
    }


def test_names_of_what_operations_hold() -> None:
    enum = {"type": "string", "enum": ["a"]}
    document = spec({})
    document["components"] |= {
        "parameters": {"Sort": {"name": "sort", "in": "query", "schema": enum}},
        "requestBodies": {"Make": {"content": {"application/json": {"schema": OBJECT}}}},
        "responses": {"Made": {"description": "", "content": {"application/json": {"schema": OBJECT}}}},
    }
    document["paths"]["/things"] |= {
        "get": {
            "operationId": "listThings",
            "parameters": [
                {"name": "sort_by", "in": "query", "schema": enum},
                {"$ref": "#/components/parameters/Sort"},
            ],
            "requestBody": {"content": {"application/json": {"schema": OBJECT}}},
            "responses": {"200": {"description": "", "content": {"application/json": {"schema": OBJECT}}}},
        }
    }
    normalised = normalise(document)
    assert normalised["components"]["schemas"].keys() == {
        *("ParameterOfSort", "RequestBodyOfMake", "ResponseBodyOfMade"),
        *("SortByParameterOfListThings", "RequestBodyOfListThings", "Response200BodyOfListThings"),
    }


@pytest.mark.full_length
def test_a_name_does_not_depend_on_unrelated_schemas(contract: Document, whole: Whole) -> None:
    before = whole.normalised["components"]["schemas"]
    busy = copy.deepcopy(contract)
    schemas = busy["components"]["schemas"]
    # The names the stock generator would give, and every title in use, now belong to others too.
    for name in ("StorefrontPublicOrderStore", "OrderCustomer", "Status", "ItemType", "Aaa", "Zzz"):
        schemas[name] = {
            "type": "object",
            "title": "ItemType",
            "properties": {
                "store": {"type": "object", "title": "Store", "properties": {"name": {"type": "string"}}},
                "status": {"type": "string", "title": "Status", "enum": ["mine"]},
                "order": ref("StorefrontPublicOrder"),
            },
        }
    busy["components"]["schemas"] = dict(sorted(schemas.items(), reverse=True))
    crowded = normalise(busy)
    after = crowded["components"]["schemas"]
    assert {name: after[name] for name in before} == before
    names = {str(model.class_info.name) for model in (*whole.data.models, *whole.data.enums)}
    busy_data = parse(crowded)
    assert names <= {str(model.class_info.name) for model in (*busy_data.models, *busy_data.enums)}
    assert names == before.keys() - {name for name in before if not made_class(before, name)}


def made_class(schemas: Document, name: str) -> bool:
    schema = schemas[name]
    while "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    return schema.get("type") == "object" or "enum" in schema


def test_one_name_for_two_places_is_an_error_that_the_overlay_settles() -> None:
    schemas = {
        "Thing": {"type": "object", "properties": {"store_id": copy.deepcopy(OBJECT), "storeId": OBJECT}},
    }
    message = (
        "the class name StoreIdOfThing is claimed by #/components/schemas/Thing/properties/store_id and "
        "#/components/schemas/Thing/properties/storeId: give one an x-model-name in the overlay"
    )
    with pytest.raises(ContractError) as caught:
        normalise(spec(schemas))
    assert str(caught.value) == message
    schemas["Thing"]["properties"]["store_id"]["x-model-name"] = "OldStoreId"
    assert result(schemas).keys() == {"Thing", "OldStoreId", "StoreIdOfThing"}
    with pytest.raises(ContractError, match="claimed by"):
        normalise(spec({"OAuthToken": OBJECT, "OAuth_token": OBJECT}))


# References and null


def test_a_component_that_the_overlay_gives_another_name() -> None:
    two = {"type": "object", "properties": {"kind": {"type": "string", "enum": ["b"]}}, "x-model-name": "Better"}
    one = {"type": "object", "properties": {"kind": {"type": "string", "enum": ["a"]}, "other": ref("Thing2")}}
    union = {
        "oneOf": [ref("Thing"), ref("Thing2")],
        "discriminator": {"propertyName": "kind", "mapping": {"a": "Thing", "b": "#/components/schemas/Thing2"}},
    }
    kind = {"type": "object", "properties": {"kind": ref("Thing2/properties/kind"), "any": union}}
    found = result({"Thing": one, "Thing2": two, "Holder": kind})
    assert found.keys() == {"Thing", "Better", "Holder", "KindOfThing", "KindOfBetter"}
    assert found["Thing"]["properties"]["other"] == ref("Better")
    assert found["Holder"]["properties"]["kind"] == ref("KindOfBetter")
    assert found["Holder"]["properties"]["any"] == {
        "oneOf": [ref("Thing"), ref("Better")],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"a": ref("Thing")["$ref"], "b": ref("Better")["$ref"]},
        },
    }


def test_references_into_schemas() -> None:
    kind = {"type": "string", "enum": ["a", "b"]}
    found = result(
        {
            "One": {
                "type": "object",
                "properties": {
                    "kind": kind,
                    "size": {"type": "integer", "maximum": 3},
                    "many": {"type": "array", "items": OBJECT},
                },
            },
            "Two": {
                "type": "object",
                "properties": {
                    "kind": ref("One/properties/kind"),
                    "size": ref("One/properties/size"),
                    "one": ref("One/properties/many/items"),
                    "again": ref("Two/properties/kind"),
                },
            },
        }
    )
    assert found["Two"]["properties"] == {
        "kind": ref("KindOfOne"),
        "size": {"type": "integer", "maximum": 3},
        "one": ref("ManyOfOne"),
        "again": ref("KindOfOne"),
    }
    assert found.keys() == {"One", "Two", "KindOfOne", "ManyOfOne"}


def test_references_into_themselves() -> None:
    tree = {"type": "object", "properties": {"child": ref("Tree/properties/root")}}
    found = result({"Tree": {"type": "object", "properties": {"root": tree, "copy": ref("Tree/properties/root")}}})
    assert found["RootOfTree"]["properties"] == {"child": ref("RootOfTree")}
    # The same when it is first met through a reference.
    first = {"type": "object", "properties": {"tree": ref("Tree/properties/root")}}
    assert result({"First": first, "Tree": {"type": "object", "properties": {"root": tree}}})["First"] == {
        "type": "object",
        "properties": {"tree": ref("RootOfTree")},
    }
    circle = {"type": "array", "items": ref("Circle/properties/a")}
    with pytest.raises(ContractError, match="references in a circle"):
        normalise(spec({"Circle": {"type": "object", "properties": {"a": circle}}}))


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#/components/schemas/Thing", "nullable": True},
        {"allOf": [ref("Thing")], "nullable": True},
        {"allOf": [ref("Thing")], "nullable": True, "type": "object"},
        {"oneOf": [ref("Thing")], "nullable": True},
        {"oneOf": [ref("Thing"), {"enum": [None], "nullable": True}]},
        ref("Maybe"),
        {"allOf": [ref("Maybe")], "title": "Maybe"},
    ],
)
def test_nullable_references(schema: Document) -> None:
    maybe = {"allOf": [ref("Thing")], "nullable": True}
    found = result({"Thing": OBJECT, "Maybe": maybe, "Holder": {"type": "object", "properties": {"it": schema}}})
    name = "Maybe" if "Maybe" in str(schema) else "Thing"
    assert found["Holder"]["properties"]["it"] == or_null(ref(name))


def test_null_in_its_other_forms() -> None:
    enum = {"type": "string", "nullable": True, "enum": ["b", "a", None]}
    found = result(
        {
            "Thing": {
                "type": "object",
                "nullable": True,
                "properties": {
                    "enum": enum,
                    "text": {"type": "string", "nullable": True},
                    "list": {"type": "array", "nullable": True, "items": {"type": "string", "nullable": True}},
                    "any": {"nullable": True},
                    "money": {"oneOf": [{"type": "string", "nullable": True}, {"type": "number"}]},
                    "same": {"oneOf": [{"type": "string", "nullable": True}, {"type": "string", "title": "Same"}]},
                    "inline": {**OBJECT, "nullable": True},
                    "thing": ref("Thing"),
                },
            }
        }
    )
    assert found["EnumOfThing"] == {"type": "string", "enum": ["a", "b"]}
    assert found["Thing"]["type"] == "object"
    assert found["Thing"]["properties"] == {
        "enum": or_null(ref("EnumOfThing")),
        "text": {"type": ["string", "null"]},
        "list": {"type": ["array", "null"], "items": {"type": ["string", "null"]}},
        "any": {},
        "money": {"oneOf": [{"type": "string"}, {"type": "number"}, {"type": "null"}]},
        "same": {"type": ["string", "null"]},
        "inline": or_null(ref("InlineOfThing")),
        "thing": or_null(ref("Thing")),
    }


# allOf, unions, objects


def test_all_of_is_one_object() -> None:
    base = {
        "type": "object",
        "required": ["id"],
        "properties": {"id": {"type": "integer"}, "data": {"type": "array", "items": {}}, "in": OBJECT},
    }
    found = result(
        {
            "Base": base,
            "Middle": {"allOf": [ref("Base"), {"type": "object", "required": ["name"]}]},
            "Thing": {
                "allOf": [
                    ref("Middle"),
                    {"properties": {"name": {"type": "string"}, "data": {"type": "array", "items": ref("Base")}}},
                ],
                "properties": {"own": {"type": "string"}},
            },
        }
    )
    assert found["Thing"] == {
        "type": "object",
        "required": ["id", "name"],
        "properties": {
            "id": {"type": "integer"},
            "data": {"type": "array", "items": ref("Base")},
            "in": ref("InOfBase"),
            "name": {"type": "string"},
            "own": {"type": "string"},
        },
    }


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            [{"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"type": "integer"}}}],
            "describes 'a' in two",
        ),
        ([{"type": "string"}, {"type": "object", "properties": {}}], "allOf of something that is not an object"),
        ([ref("Thing"), OBJECT], "allOf in a circle"),
    ],
)
def test_all_of_that_contradicts_itself(parts: list[Document], message: str) -> None:
    with pytest.raises(ContractError, match=message):
        normalise(spec({"Thing": {"allOf": parts}}))


def test_alternatives_of_required_do_not_replace_the_object() -> None:
    thing = {**OBJECT, "anyOf": [{"required": ["b", "a"]}, {"required": ["a"]}]}
    found = result({"Thing": thing})
    assert found["Thing"] == {**OBJECT, "x-required-any": [["a"], ["a", "b"]]}


def test_properties_beside_a_union_are_in_each_variant() -> None:
    kinds = [
        {"title": kind, "properties": {"kind": {"type": "string", "enum": [kind]}, kind: {"type": "string"}}}
        for kind in ("card", "cash")
    ]
    found = result({"Payment": {"type": "object", "properties": {"amount": {"type": "integer"}}, "oneOf": kinds}})
    assert found["Payment"] == {"oneOf": [ref("CardOfPayment"), ref("CashOfPayment")]}
    assert found["CardOfPayment"]["properties"].keys() == {"amount", "kind", "card"}
    assert found["CashOfPayment"]["properties"].keys() == {"amount", "kind", "cash"}
    # A base that every variant repeats adds nothing: the variants stay what they are.
    base = {"type": "object", "properties": {"kind": {"type": "string"}}}
    discriminator = {"propertyName": "kind", "mapping": {"card": "Card"}}
    found = result(
        {
            "Card": {"type": "object", **kinds[0]},
            "Cash": {"type": "object", **kinds[1]},
            "Payment": {**base, "oneOf": [ref("Card"), ref("Cash")], "discriminator": discriminator},
        }
    )
    assert found["Payment"] == {
        "oneOf": [ref("Card"), ref("Cash")],
        "discriminator": {"propertyName": "kind", "mapping": {"card": "#/components/schemas/Card"}},
    }


def test_free_form_objects_share_a_class() -> None:
    free = {"type": "object", "additionalProperties": True}
    found = result(
        {
            "Named": free,
            "Thing": {
                "type": "object",
                "properties": {"a": free, "b": {"type": "object"}, "c": {**free, "nullable": True}},
            },
        }
    )
    assert found["Thing"]["properties"] == {
        "a": ref("JsonObject"),
        "b": ref("JsonObject"),
        "c": or_null(ref("JsonObject")),
    }
    assert found["Named"] == free
    with pytest.raises(ContractError, match="JsonObject is in the way"):
        normalise(spec({"JsonObject": OBJECT, "Thing": {"type": "object", "properties": {"a": free}}}))


# Values


@pytest.mark.parametrize(
    ("schema", "default"),
    [
        ({"type": "string", "enum": ["a"], "default": "b"}, None),
        ({"type": "integer", "default": "many"}, None),
        ({"type": "string", "format": "date-time", "default": "soon"}, None),
        ({"type": "array", "items": {"type": "string"}, "default": []}, None),
        ({"type": "boolean", "default": None}, None),
        ({"type": "integer", "default": 3}, 3),
        ({"type": "string", "enum": ["a"], "default": "a"}, "a"),
    ],
)
def test_defaults_that_do_not_hold_are_dropped(schema: Document, default: object) -> None:
    found = result({"Thing": {"type": "object", "properties": {"it": schema}}})
    kept = found.get("ItOfThing") or found["Thing"]["properties"]["it"]
    assert kept.get("default") == default


def test_enums_of_other_kinds() -> None:
    found = result(
        {
            "Thing": {
                "type": "object",
                "properties": {
                    "mixed": {"enum": ["a", 1]},
                    "numbers": {"type": "integer", "enum": [3, 1]},
                    "truth": {"type": "boolean", "enum": [True]},
                    "part": {"type": "number", "enum": [0.5]},
                    "nothing": {"enum": [None]},
                },
            }
        }
    )
    assert found["Thing"]["properties"] == {
        "mixed": {"oneOf": [ref("IntegerOfMixedOfThing"), ref("StringOfMixedOfThing")]},
        "numbers": ref("NumbersOfThing"),
        "truth": {"type": "boolean"},
        "part": {"type": "number"},
        "nothing": {"type": "null"},
    }


def test_formats_and_annotations() -> None:
    found = result(
        {
            "Thing": {
                "type": "object",
                "properties": {
                    "at": {"type": "string", "format": "datetime", "title": "At"},
                    "maker": {**OBJECT, "readOnly": True},
                    "kind": {"type": "string", "enum": ["a"], "readOnly": True, "nullable": True},
                },
            }
        }
    )
    assert found["Thing"]["properties"] == {
        "at": {"type": "string", "format": "date-time"},
        "maker": {"allOf": [ref("MakerOfThing")], "readOnly": True},
        "kind": {**or_null(ref("KindOfThing")), "readOnly": True},
    }


# Media types, parameters, shared parts


def test_several_media_types() -> None:
    text = {"schema": {"type": "string"}}
    body = {
        "content": {"text/csv": text, "multipart/form-data": {"schema": OBJECT}, "application/json": {"schema": OBJECT}}
    }
    answers = {
        "200": {"description": "", "content": {"text/plain": text, "application/problem+json": {"schema": OBJECT}}},
        "201": {"description": "", "content": {"application/pdf": {}, "text/plain": text}},
        "202": {"description": "", "content": {"application/pdf": {}}},
    }
    document = normalise(spec({}, requestBody=body, responses=answers))
    operation = document["paths"]["/things"]["post"]
    assert list(operation["requestBody"]["content"]) == ["application/json"]
    assert [list(operation["responses"][status]["content"]) for status in ("200", "201", "202")] == [
        ["application/problem+json"],
        ["text/plain"],
        ["application/octet-stream"],
    ]
    assert warnings(parse(document)) == []
    body = {"content": {"text/csv": text, "multipart/form-data": {"schema": OBJECT}}}
    document = normalise(spec({}, requestBody=body))
    assert list(document["paths"]["/things"]["post"]["requestBody"]["content"]) == ["multipart/form-data"]
    document = normalise(spec({}, requestBody={"content": {"application/xml": text}}))
    assert list(document["paths"]["/things"]["post"]["requestBody"]["content"]) == ["application/octet-stream"]
    assert warnings(parse(document)) == []


def test_components_that_refer_to_others() -> None:
    document = spec({"Alias": ref("Thing"), "Thing": OBJECT})
    made = {"description": "", "content": {"application/json": {"schema": ref("Alias")}}}
    document["components"]["responses"] = {"Made": made, "Also": {"$ref": "#/components/responses/Made"}}
    document["paths"]["/things"]["post"]["responses"] = {"200": {"$ref": "#/components/responses/Also"}}
    normalised = normalise(document)
    data = parse(normalised)
    assert warnings(data) == []
    assert [answer[:2] for answer in typed_answers(normalised)] == [("makeThing", "200")]
    assert {str(model.class_info.name) for model in data.models} == {"Alias", "Thing"}


def test_what_the_generator_would_leave_out_in_silence() -> None:
    parameter = {"name": "filter", "in": "query", "content": {"application/json": {"schema": OBJECT}}}
    with pytest.raises(ContractError, match="a parameter without schema"):
        normalise(spec({}, parameters=[parameter]))
    document = spec({})
    document["paths"]["/others"] = {"$ref": "#/paths/~1things"}
    with pytest.raises(ContractError, match="a path item by reference"):
        normalise(document)


def test_words() -> None:
    assert pascal("custom_domain") == "CustomDomain"
    assert pascal("va-bca 2") == "VaBca2"
    assert plain_words("listOAuthBillingCharges") == "List OAuth billing charges."
    assert plain_words("getOrderByPgReferenceId") == "Get order by PG reference ID."
    assert plain_words("sendStorefrontTiktokConversionEvent") == "Send storefront TikTok conversion event."


# The real contract


def test_the_contract_is_whole(contract: Document, whole: Whole) -> None:
    """Every operation and every documented 2xx JSON answer; the generator has nothing to remark."""
    normalised, data = whole
    assert warnings(data) == []
    endpoints = [endpoint for found in data.endpoint_collections_by_tag.values() for endpoint in found.endpoints]
    assert len(endpoints) == sum(len(item.keys() - {"parameters"}) for item in contract["paths"].values())
    answers = list(typed_answers(normalised))
    typed = {
        (str(endpoint.name), answer.status_code.pattern)
        for endpoint in endpoints
        for answer in endpoint.responses
        if not isinstance(answer.prop, AnyProperty)
    }
    assert len(answers) > 300
    assert {(endpoint, status) for endpoint, status in typed if status.startswith("2")} >= {
        (snake(operation), status) for operation, status, schema in answers if schema
    }


def snake(operation_id: str) -> str:
    from openapi_python_client.strings import PythonIdentifier

    return str(PythonIdentifier(operation_id, "field_"))


def test_the_stock_generator_does_lose_things() -> None:
    """The normaliser earns its place: without it, the pin makes the generator warn or crash."""
    try:
        found = warnings(parse(load_pin()))
    except ValueError:
        return  # its parser gives up on two enum values with one name
    assert len(found) > 20


@pytest.mark.parametrize("day", ["2026-04-01", pytest.param("2026-05-06", marks=pytest.mark.full_length)])
def test_older_contracts_are_whole_too(day: str) -> None:
    """What the normaliser knows is kinds of trouble, not this pin's cases."""
    path = OPENAPI.parent / "tests" / "drift" / "history" / f"{day}.json"
    assert warnings(parse(normalise(make_pin(str(path)).document))) == []


def test_component_names_are_those_of_the_contract_or_the_overlays(contract: Document, whole: Whole) -> None:
    schemas = contract["components"]["schemas"]
    names = {schema.get("x-model-name", name) for name, schema in schemas.items()}
    assert names <= whole.normalised["components"]["schemas"].keys()
    derived = whole.normalised["components"]["schemas"].keys() - names
    assert all("Of" in name for name in derived - {"JsonObject", "WabaTypingIndicator"})


def test_normalising_leaves_the_document_alone(contract: Document) -> None:
    before = copy.deepcopy(contract)
    normalise(contract)
    assert contract == before


def test_settings_agree_with_the_normaliser() -> None:
    settings = decode(Path(OPENAPI / "generator.yaml").read_bytes())
    from _contract.places import PREFIX

    assert settings["field_prefix"] == PREFIX
    assert settings["post_hooks"] == []

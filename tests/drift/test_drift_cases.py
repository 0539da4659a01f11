# ruff: noqa: E501 - a table reads best with one case a line
"""One change, one finding, the right class: every rule of the policy, on the request side and on the answer side."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from _drift.policy import RULES
from _drift.report import Report

Json = Any
B, A, D = "breaking", "additive", "docs-only"
STRING, INTEGER, NUMBER = {"type": "string"}, {"type": "integer"}, {"type": "number"}
UUID = {"type": "string", "format": "uuid"}
DATE_TIME = {"type": "string", "format": "date-time"}


def thing(*required: str, extra: Json = None, **properties: Json) -> Json:
    made: Json = {"type": "object", "properties": properties}
    if required:
        made["required"] = list(required)
    if extra is not None:
        made["additionalProperties"] = extra
    return made


CAT = thing("kind", kind={"type": "string", "enum": ["cat"]}, lives=INTEGER)
DOG = thing("kind", kind={"type": "string", "enum": ["dog"]}, tricks={"type": "array", "items": STRING})
FISH = thing("kind", kind={"type": "string", "enum": ["fish"]}, depth=NUMBER)

INT32 = {"type": "integer", "format": "int32"}
CAMPS = {"oneOf": [thing("kind", kind=STRING, tents=INTEGER), thing("kind", kind=STRING, huts=INTEGER)]}


class Pair(NamedTuple):
    """A schema before and after, the kind of the one finding, and its class in a request and in an answer (None: unseen)."""

    name: str
    before: Json
    after: Json
    kind: str
    request: str | None
    answer: str | None


SCHEMAS = [
    Pair("property gone", thing(a=STRING, b=STRING), thing(a=STRING), "property-removed", B, B),
    Pair("required property gone", thing("b", a=STRING, b=STRING), thing(a=STRING), "property-removed", B, B),
    Pair("only property gone", thing(a=STRING), thing(), "property-removed", B, B),
    Pair("optional property new", thing(a=STRING), thing(a=STRING, b=STRING), "property-added", A, A),
    Pair("required property new", thing(a=STRING), thing("b", a=STRING, b=STRING), "required-property-added", B, A),
    Pair("property renamed", thing(a=STRING, b=UUID), thing(a=STRING, c=UUID), "property-renamed", B, B),
    Pair("property newly required", thing(a=STRING), thing("a", a=STRING), "property-required", B, A),
    Pair("property made optional", thing("a", a=STRING), thing(a=STRING), "property-optional", A, B),
    Pair("made read-only", thing(a=STRING), thing(a=STRING | {"readOnly": True}), "made-read-only", B, None),
    Pair("no longer read-only", thing(a=STRING | {"readOnly": True}), thing(a=STRING), "no-longer-read-only", A, None),
    Pair("no longer read-only, required", thing("a", a=STRING | {"readOnly": True}), thing("a", a=STRING),
         "no-longer-read-only-required", B, None),
    Pair("made write-only", thing(a=STRING), thing(a=STRING | {"writeOnly": True}), "made-write-only", None, B),
    Pair("no longer write-only", thing(a=STRING | {"writeOnly": True}), thing(a=STRING), "no-longer-write-only", None, A),
    Pair("read-only property gone", thing(a=STRING, b=STRING | {"readOnly": True}), thing(a=STRING), "property-removed", None, B),
    Pair("write-only property gone", thing(a=STRING, b=STRING | {"writeOnly": True}), thing(a=STRING), "property-removed", B, None),
    Pair("read-only property new", thing(a=STRING), thing("b", a=STRING, b=STRING | {"readOnly": True}),
         "required-property-added", None, A),
    Pair("object closed", thing(a=STRING), thing(a=STRING, extra=False), "object-closed", B, A),
    Pair("object closed, from a map", thing(a=STRING, extra=STRING), thing(a=STRING, extra=False), "object-closed", B, A),
    Pair("object opened", thing(a=STRING, extra=False), thing(a=STRING), "object-opened", A, A),
    Pair("map values typed", thing(extra=True, a=STRING), thing(extra=STRING, a=STRING), "type-narrowed", B, A),
    Pair("map values untyped", thing(extra=STRING, a=STRING), thing(extra={}, a=STRING), "type-widened", A, B),
    Pair("map values of another type", thing(extra=STRING), thing(extra=INTEGER), "type-changed", B, B),
    Pair("free-form object described", thing(), thing(a=STRING, b=STRING), "fields-described", A, A),
    Pair("free-form object described and closed", thing(), thing(a=STRING, b=STRING, extra=False), "fields-described-strictly", B, A),
    Pair("free-form object described, some required", thing(), thing("a", a=STRING, b=STRING), "fields-described-strictly", B, A),
    Pair("all fields dropped", thing(a=STRING, b=STRING), thing(), "fields-dropped", B, B),
    Pair("type changed", thing(a=STRING), thing(a=INTEGER), "type-changed", B, B),
    Pair("scalar became object", thing(a=STRING), thing(a=thing(b=STRING)), "type-changed", B, B),
    Pair("object became array", thing(a=thing(b=STRING)), thing(a={"type": "array", "items": thing(b=STRING)}), "type-changed", B, B),
    Pair("integer widened", thing(a=INTEGER), thing(a=NUMBER), "type-widened", A, B),
    Pair("number narrowed", thing(a=NUMBER), thing(a=INTEGER), "type-narrowed", B, A),
    Pair("type dropped", thing(a=STRING), thing(a={}), "type-widened", A, B),
    Pair("type given", thing(a={}), thing(a=STRING), "type-narrowed", B, A),
    Pair("item type changed", {"type": "array", "items": STRING}, {"type": "array", "items": INTEGER}, "type-changed", B, B),
    Pair("items given", {"type": "array"}, {"type": "array", "items": STRING}, "type-narrowed", B, A),
    Pair("format changed", thing(a=UUID), thing(a=DATE_TIME), "format-changed", B, B),
    Pair("format added", thing(a=STRING), thing(a=UUID), "format-added", B, A),
    Pair("format removed", thing(a=UUID), thing(a=STRING), "format-removed", A, B),
    Pair("format widened", thing(a=INT32), thing(a=INTEGER | {"format": "int64"}), "format-widened", A, A),
    Pair("format of numbers widened", thing(a=NUMBER | {"format": "float"}), thing(a=NUMBER | {"format": "double"}), "format-widened", A, A),
    Pair("format of numbers dropped", thing(a=INT32), thing(a=INTEGER), "format-widened", A, A),
    Pair("format narrowed", thing(a=INTEGER | {"format": "int64"}), thing(a=INT32), "format-narrowed", B, A),
    Pair("format of numbers given", thing(a=INTEGER), thing(a=INT32), "format-narrowed", B, A),
    Pair("format and type together", thing(a=INT32), thing(a=NUMBER), "type-widened", A, B),
    Pair("type and format together", thing(a=UUID), thing(a=INT32), "type-changed", B, B),
    Pair("made nullable", thing(a=STRING), thing(a=STRING | {"nullable": True}), "nullable", A, B),
    Pair("no longer nullable", thing(a=STRING | {"nullable": True}), thing(a=STRING), "not-nullable", B, A),
    Pair("null variant added", thing(a=STRING), thing(a={"oneOf": [STRING, {"enum": [None]}]}), "nullable", A, B),
    Pair("enum value added", thing(a=STRING | {"enum": ["x"]}), thing(a=STRING | {"enum": ["x", "y"]}), "enum-values-added", A, A),
    Pair("enum value gone", thing(a=STRING | {"enum": ["x", "y"]}), thing(a=STRING | {"enum": ["x"]}), "enum-values-removed", B, A),
    Pair("enum added", thing(a=STRING), thing(a=STRING | {"enum": ["x"]}), "enum-added", B, A),
    Pair("enum dropped", thing(a=STRING | {"enum": ["x"]}), thing(a=STRING), "enum-removed", A, A),
    Pair("minimum raised", thing(a=INTEGER | {"minimum": 1}), thing(a=INTEGER | {"minimum": 2}), "bound-tightened", B, A),
    Pair("minimum lowered", thing(a=INTEGER | {"minimum": 2}), thing(a=INTEGER | {"minimum": 1}), "bound-loosened", A, B),
    Pair("minimum added", thing(a=INTEGER), thing(a=INTEGER | {"minimum": 1}), "bound-tightened", B, A),
    Pair("minimum exclusive", thing(a=INTEGER | {"minimum": 1}), thing(a=INTEGER | {"minimum": 1, "exclusiveMinimum": True}),
         "bound-tightened", B, A),
    Pair("maximum lowered", thing(a=INTEGER | {"maximum": 9}), thing(a=INTEGER | {"maximum": 8}), "bound-tightened", B, A),
    Pair("maximum exclusive", thing(a=INTEGER | {"maximum": 9}), thing(a=INTEGER | {"maximum": 9, "exclusiveMaximum": True}),
         "bound-tightened", B, A),
    Pair("maximum gone", thing(a=INTEGER | {"maximum": 9}), thing(a=INTEGER), "bound-loosened", A, B),
    Pair("multiple refined", thing(a=INTEGER | {"multipleOf": 2}), thing(a=INTEGER | {"multipleOf": 4}), "bound-tightened", B, A),
    Pair("multiple changed", thing(a=INTEGER | {"multipleOf": 2}), thing(a=INTEGER | {"multipleOf": 3}), "bound-changed", B, B),
    Pair("minLength raised", thing(a=STRING), thing(a=STRING | {"minLength": 1}), "bound-tightened", B, A),
    Pair("maxLength lowered", thing(a=STRING | {"maxLength": 9}), thing(a=STRING | {"maxLength": 8}), "bound-tightened", B, A),
    Pair("maxLength raised", thing(a=STRING | {"maxLength": 8}), thing(a=STRING | {"maxLength": 9}), "bound-loosened", A, B),
    Pair("pattern added", thing(a=STRING), thing(a=STRING | {"pattern": "^x"}), "bound-tightened", B, A),
    Pair("pattern gone", thing(a=STRING | {"pattern": "^x"}), thing(a=STRING), "bound-loosened", A, B),
    Pair("pattern changed", thing(a=STRING | {"pattern": "^x"}), thing(a=STRING | {"pattern": "^y"}), "pattern-changed", B, B),
    Pair("minItems raised", {"type": "array", "items": STRING}, {"type": "array", "items": STRING, "minItems": 1}, "bound-tightened", B, A),
    Pair("maxItems raised", {"type": "array", "items": STRING, "maxItems": 5}, {"type": "array", "items": STRING, "maxItems": 6},
         "bound-loosened", A, B),
    Pair("items unique", {"type": "array", "items": STRING}, {"type": "array", "items": STRING, "uniqueItems": True},
         "bound-tightened", B, A),
    Pair("maxProperties added", thing(a=STRING), thing(a=STRING) | {"maxProperties": 3}, "bound-tightened", B, A),
    Pair("default changed", thing(a=INTEGER | {"default": 1}), thing(a=INTEGER | {"default": 2}), "default-changed", A, D),
    Pair("variant added", thing(a={"oneOf": [CAT, DOG]}), thing(a={"oneOf": [CAT, DOG, FISH]}), "variant-added", A, B),
    Pair("variant gone", thing(a={"anyOf": [CAT, DOG, FISH]}), thing(a={"anyOf": [CAT, DOG]}), "variant-removed", B, A),
    Pair("became a choice", thing(a=INTEGER), thing(a={"oneOf": [INTEGER, STRING]}), "variant-added", A, B),
    Pair("no longer a choice", thing(a={"oneOf": [INTEGER, STRING]}), thing(a=STRING), "variant-removed", B, A),
    Pair("one variant of another type", thing(a={"oneOf": [INTEGER, STRING]}), thing(a={"oneOf": [INTEGER, {"type": "boolean"}]}),
         "type-changed", B, B),
    Pair("field in a variant gone", thing(a={"oneOf": [CAT, DOG]}),
         thing(a={"oneOf": [CAT, thing("kind", kind={"type": "string", "enum": ["dog"]})]}), "property-removed", B, B),
    Pair("anyOf became oneOf", thing(a={"anyOf": [CAT, DOG]}), thing(a={"oneOf": [CAT, DOG]}), "variants-exclusive", B, A),
    Pair("oneOf became anyOf", thing(a={"oneOf": [CAT, DOG]}), thing(a={"anyOf": [CAT, DOG]}), "variants-inclusive", A, B),
    Pair("discriminator added", thing(a={"oneOf": [CAT, DOG]}), thing(a={"oneOf": [CAT, DOG], "discriminator": {"propertyName": "kind"}}),
         "discriminator-added", D, D),
    Pair("discriminator gone", thing(a={"oneOf": [CAT, DOG], "discriminator": {"propertyName": "kind"}}), thing(a={"oneOf": [CAT, DOG]}),
         "discriminator-removed", D, D),
    Pair("discriminator changed", thing(a={"oneOf": [CAT, DOG], "discriminator": {"propertyName": "kind"}}),
         thing(a={"oneOf": [CAT, DOG], "discriminator": {"propertyName": "sort"}}), "discriminator-changed", B, B),
    Pair("discriminator gone, with what it told apart", thing(a=CAMPS | {"discriminator": {"propertyName": "kind"}}), thing(a=CAMPS),
         "discriminator-lost", A, B),
    Pair("object became overlapping variants", thing(a=thing("id", id=INTEGER, b=STRING)),
         thing(a={"oneOf": [thing("id", id=INTEGER, b=STRING), thing("id", id=INTEGER, c=STRING)]}), "variants-overlap", B, B),
    Pair("object became variants told apart by a closed object", thing(a=thing("b", b=STRING, extra=False)),
         thing(a={"oneOf": [thing("b", b=STRING, extra=False), thing("c", c=STRING, extra=False)]}), "variant-added", A, B),
    Pair("object became variants told apart by a value", thing(a=CAT), thing(a={"oneOf": [CAT, DOG]}), "variant-added", A, B),
    Pair("choice added beside fields", thing(a=STRING, b=STRING),
         thing(a=STRING, b=STRING) | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, "choice-added", B, A),
    Pair("choice gone beside fields", thing(a=STRING, b=STRING) | {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
         thing(a=STRING, b=STRING), "choice-removed", A, B),
    Pair("exclusion added", thing(a=STRING), thing(a=STRING | {"not": {"enum": ["x"]}}), "exclusion-added", B, A),
    Pair("exclusion gone", thing(a=STRING | {"not": {"enum": ["x"]}}), thing(a=STRING), "exclusion-removed", A, B),
    Pair("exclusion changed", thing(a=STRING | {"not": {"enum": ["x"]}}), thing(a=STRING | {"not": {"enum": ["y"]}}),
         "exclusion-changed", B, B),
    Pair("a keyword we do not know", thing(a=STRING), thing(a=STRING | {"contentEncoding": "base64"}), "unknown-keyword-changed", B, B),
    Pair("allOf member gone", {"allOf": [thing(a=STRING), thing(b=STRING)]}, {"allOf": [thing(a=STRING)]}, "property-removed", B, B),
    Pair("allOf member new", {"allOf": [thing(a=STRING)]}, {"allOf": [thing(a=STRING), thing("b", b=STRING)]},
         "required-property-added", B, A),
    Pair("bound in a second layer", thing(a={"allOf": [INTEGER]}), thing(a={"allOf": [INTEGER, {"minimum": 3}]}), "bound-tightened", B, A),
    Pair("reference that leads nowhere", thing(a=STRING), thing(a={"$ref": "#/components/schemas/Gone"}), "unresolvable", B, B),
    Pair("deprecated", thing(a=STRING), thing(a=STRING | {"deprecated": True}), "deprecated", D, D),
    Pair("no longer deprecated", thing(a=STRING | {"deprecated": True}), thing(a=STRING), "undeprecated", D, D),
    Pair("title changed", thing(a=STRING | {"title": "A"}), thing(a=STRING | {"title": "B"}), "wording-changed", D, D),
    Pair("description changed", thing(a=STRING | {"description": "A"}), thing(a=STRING | {"description": "B"}), "wording-changed", D, D),
    Pair("example changed", thing(a=STRING | {"example": "A"}), thing(a=STRING | {"example": "B"}), "wording-changed", D, D),
    Pair("extension added", thing(a=STRING), thing(a=STRING | {"x-order": 1}), "wording-changed", D, D),
    Pair("body wrapped", thing(a=STRING), thing(data=thing(a=STRING)), "body-wrapped", B, B),
    Pair("list wrapped", {"type": "array", "items": thing(a=STRING)}, thing("data", data={"type": "array", "items": thing(a=STRING)}),
         "body-wrapped", B, B),
    Pair("body unwrapped", thing(data=thing(a=STRING), total=INTEGER), thing(a=STRING), "body-unwrapped", B, B),
]  # fmt: skip


def only(report: Report) -> Any:
    assert len(report.findings) == 1, [finding.message for finding in report.findings]
    return report.findings[0]


@pytest.mark.parametrize("side", ["request", "answer", "error"])
@pytest.mark.parametrize("pair", SCHEMAS, ids=[pair.name for pair in SCHEMAS])
def test_schema_rule(pair: Pair, side: str, make: Callable[..., Json], drift: Callable[..., Report]) -> None:
    report = drift(make(**{side: pair.before}), make(**{side: pair.after}))
    expected = pair.request if side == "request" else pair.answer
    if expected is None:
        assert report.verdict == "identical"
        return
    finding = only(report)
    assert (finding.kind, finding.cls, report.verdict) == (pair.kind, expected, expected)
    assert finding.operations == ["changeThing"]
    assert finding.message


class Change(NamedTuple):
    """Arguments of `make` before and after, and the one finding."""

    name: str
    before: dict[str, Json]
    after: dict[str, Json]
    kind: str
    cls: str


def parameters(*more: Json) -> Json:
    return {"operation": {"parameters": [{"name": "id", "in": "path", "required": True, "schema": STRING}, *more]}}


def query(name: str = "q", **more: Json) -> Json:
    return {"name": name, "in": "query", "schema": STRING} | more


def answers(**by_status: Json) -> Json:
    return {"operation": {"responses": {status[1:]: described for status, described in by_status.items()}}}


OK = {"description": "", "content": {"application/json": {"schema": thing(a=STRING)}}}
TEXT = {"text/plain": {"schema": STRING}}
BODY = {"content": {"application/json": {"schema": thing(a=STRING)}}}


def header(**more: Json) -> Json:
    return answers(_200=OK | {"headers": {"X-Total": {"schema": INTEGER} | more}})


SCHEMES = {
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "oauth": {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "https://a.test/token", "scopes": {"read": "", "write": ""}}},
    },
}


def security(*alternatives: Json) -> Json:
    return {"operation": {"security": list(alternatives)}}


def schemes(**more: Json) -> Json:
    return {"components": {"securitySchemes": SCHEMES | more}}


ANSWERED = {"post": {"responses": {"200": OK}}}


def webhooks(**by_name: Json) -> Json:
    return {"root": {"webhooks": by_name}}


def hosts(*names: str) -> Json:
    variable: Json = {"default": "a"} | ({"enum": list(names)} if names else {})
    return {"root": {"servers": [{"url": "https://{host}.test", "variables": {"host": variable}}]}}


def pets(**more: Json) -> Json:
    return {"components": {"schemas": {"Cat": thing(lives=INTEGER), "Dog": thing(tricks=INTEGER), **more}}}


def mapped(**names: str) -> Json:
    """An answer that is a cat or a dog, told apart by a discriminator with these values."""
    refs = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("Cat", "Dog")}
    told = {"propertyName": "kind", "mapping": {value: f"#/components/schemas/{name}" for value, name in names.items()}}
    return {"answer": {"oneOf": list(refs.values()), "discriminator": told}} | pets()


def parent(**names: str) -> Json:
    """An answer that is a pet, whose kinds refer to it."""
    told = {"propertyName": "kind", "mapping": names}
    return {"answer": {"$ref": "#/components/schemas/Pet"}} | pets(
        Pet=thing("kind", kind=STRING) | {"discriminator": told}
    )


OPERATIONS = [
    Change("operation gone", {"item": {"get": {"operationId": "readThing", "responses": {"200": OK}}}}, {}, "operation-removed", B),
    Change("operation new", {}, {"item": {"get": {"operationId": "readThing", "responses": {"200": OK}}}}, "operation-added", A),
    Change("path moved", {}, {"path": "/v2/things/{id}"}, "operation-moved", B),
    Change("method moved", {}, {"method": "put"}, "operation-moved", B),
    Change("moved with its parameters", parameters(query()), {"path": "/v2/things"} | parameters(query("page", required=True)),
           "operation-moved", B),
    Change("operation id renamed", {}, {"operation": {"operationId": "alterThing"}}, "operation-id-renamed", D),
    Change("tags changed", {}, {"operation": {"tags": ["Stuff"]}}, "tags-changed", D),
    Change("operation deprecated", {}, {"operation": {"deprecated": True}}, "deprecated", D),
    Change("operation no longer deprecated", {"operation": {"deprecated": True}}, {}, "undeprecated", D),
    Change("operation reworded", {"operation": {"summary": "A"}}, {"operation": {"summary": "B"}}, "wording-changed", D),
    Change("extension changed", {"operation": {"x-a": 1}}, {"operation": {"x-a": 2}}, "wording-changed", D),
    Change("callback added", {}, {"operation": {"callbacks": {"done": {"{$url}": {"post": {"responses": {}}}}}}}, "callback-added", A),
    Change("callback gone", {"operation": {"callbacks": {"done": {"{$url}": {"post": {"responses": {}}}}}}}, {}, "callback-removed", B),
    Change("callback changed", {"operation": {"callbacks": {"done": {"{$url}": {"post": {"responses": {"200": OK}}}}}}},
           {"operation": {"callbacks": {"done": {"{$url}": {"put": {"responses": {"200": OK}}}}}}}, "callback-changed", B),
    Change("webhook added", {}, webhooks(paid=ANSWERED), "webhook-added", A),
    Change("webhook gone", webhooks(paid=ANSWERED), {}, "webhook-removed", B),
    Change("webhook changed", webhooks(paid=ANSWERED), webhooks(paid={"put": ANSWERED["post"]}), "webhook-changed", B),
    Change("webhook changed, as an extension", {"root": {"x-webhooks": {"paid": ANSWERED}}},
           {"root": {"x-webhooks": {"paid": {"put": ANSWERED["post"]}}}}, "webhook-changed", B),
    Change("parameter gone", parameters(query()), {}, "parameter-removed", B),
    Change("parameter new", {}, parameters(query()), "parameter-added", A),
    Change("required parameter new", {}, parameters(query(required=True)), "required-parameter-added", B),
    Change("parameter renamed", parameters(query("q")), parameters(query("search")), "parameter-renamed", B),
    Change("parameter moved and required", parameters(query("q")), parameters({"name": "q", "in": "header", "schema": STRING, "required": True}),
           "parameter-moved", B),
    Change("parameter moved", parameters(query("q")), parameters({"name": "q", "in": "header", "schema": STRING}), "parameter-moved", B),
    Change("parameter newly required", parameters(query()), parameters(query(required=True)), "parameter-required", B),
    Change("parameter made optional", parameters(query(required=True)), parameters(query()), "parameter-optional", A),
    Change("parameter of another type", parameters(query()), parameters(query(schema=INTEGER)), "type-changed", B),
    Change("parameter bound", parameters(query(schema=INTEGER)), parameters(query(schema=INTEGER | {"maximum": 9})), "bound-tightened", B),
    Change("parameter enum wider", parameters(query(schema=STRING | {"enum": ["a"]})),
           parameters(query(schema=STRING | {"enum": ["a", "b"]})), "enum-values-added", A),
    Change("parameter style", parameters(query(schema={"type": "array", "items": STRING})),
           parameters(query(schema={"type": "array", "items": STRING}, explode=False)), "parameter-style-changed", B),
    Change("parameter as content", parameters(query()),
           parameters({"name": "q", "in": "query", "content": {"application/json": {"schema": STRING}}}), "parameter-style-changed", B),
    Change("parameter may be empty", parameters(query()), parameters(query(allowEmptyValue=True)), "parameter-loosened", A),
    Change("parameter may not be empty", parameters(query(allowEmptyValue=True)), parameters(query()), "parameter-tightened", B),
    Change("parameter deprecated", parameters(query()), parameters(query(deprecated=True)), "deprecated", D),
    Change("body gone", {}, {"operation": {"requestBody": None}}, "body-removed", B),
    Change("body new", {"operation": {"requestBody": None}}, {}, "body-added", A),
    Change("required body new", {"operation": {"requestBody": None}}, {"operation": {"requestBody": BODY | {"required": True}}},
           "required-body-added", B),
    Change("body newly required", {"operation": {"requestBody": BODY}}, {"operation": {"requestBody": BODY | {"required": True}}},
           "body-required", B),
    Change("body made optional", {"operation": {"requestBody": BODY | {"required": True}}}, {"operation": {"requestBody": BODY}},
           "body-optional", A),
    Change("request media type gone", {"operation": {"requestBody": {"content": BODY["content"] | TEXT}}},
           {"operation": {"requestBody": BODY}}, "media-type-removed", B),
    Change("request media type new", {"operation": {"requestBody": BODY}},
           {"operation": {"requestBody": {"content": BODY["content"] | TEXT}}}, "media-type-added", A),
    Change("request media type changed", {"operation": {"requestBody": {"content": TEXT}}},
           {"operation": {"requestBody": {"content": {"text/csv": {"schema": STRING}}}}}, "media-type-changed", B),
    Change("part encoding changed",
           {"operation": {"requestBody": {"content": {"multipart/form-data": {"schema": thing(f=STRING)}}}}},
           {"operation": {"requestBody": {"content": {"multipart/form-data": {
               "schema": thing(f=STRING), "encoding": {"f": {"contentType": "image/png"}}}}}}}, "encoding-changed", B),
    Change("success status gone", answers(_200=OK, _201=OK), answers(_200=OK), "success-status-removed", B),
    Change("success status changed", answers(_200=OK), answers(_201=OK), "success-status-changed", B),
    Change("success status new", answers(_200=OK), answers(_200=OK, _202=OK), "success-status-added", A),
    Change("error status new", answers(_200=OK), answers(_200=OK, _422=OK), "error-status-added", A),
    Change("default error new", answers(_200=OK), answers(_200=OK, _default=OK), "error-status-added", A),
    Change("error status gone", answers(_200=OK, _422=OK), answers(_200=OK), "error-status-removed", A),
    Change("answer media type gone", answers(_200=OK | {"content": OK["content"] | TEXT}), answers(_200=OK), "media-type-removed", B),
    Change("answer media type new", answers(_200=OK), answers(_200=OK | {"content": OK["content"] | TEXT}), "media-type-added", A),
    Change("answer body gone", answers(_200=OK), answers(_200={"description": ""}), "media-type-removed", B),
    Change("answer reworded", answers(_200=OK | {"description": "A"}), answers(_200=OK | {"description": "B"}), "wording-changed", D),
    Change("answer header gone", header(), answers(_200=OK), "header-removed", B),
    Change("answer header new", answers(_200=OK), header(), "header-added", A),
    Change("answer header made optional", header(required=True), header(), "header-optional", B),
    Change("answer header always there", header(), header(required=True), "header-required", A),
    Change("answer header of another type", header(), header(schema=STRING), "type-changed", B),
    Change("now needs credentials", security(), security({"key": []}), "security-required", B),
    Change("no longer optional credentials", security({}, {"key": []}), security({"key": []}), "security-required", B),
    Change("no longer needs credentials", security({"key": []}), security(), "security-dropped", A),
    Change("alternative new", security({"key": []}), security({"key": []}, {"bearer": []}), "security-alternative-added", A),
    Change("alternative gone", security({"key": []}, {"bearer": []}), security({"key": []}), "security-alternative-removed", B),
    Change("other credentials", security({"key": []}), security({"bearer": []}), "security-replaced", B),
    Change("second credential", security({"key": []}), security({"key": [], "bearer": []}), "security-requirement-added", B),
    Change("second credential gone", security({"key": [], "bearer": []}), security({"key": []}), "security-requirement-removed", A),
    Change("scope added", security({"oauth": ["read"]}), security({"oauth": ["read", "write"]}), "security-scope-added", B),
    Change("scope gone", security({"oauth": ["read", "write"]}), security({"oauth": ["read"]}), "security-scope-removed", A),
    Change("key in another header", {}, schemes(key={"type": "apiKey", "in": "header", "name": "X-Other"}), "security-scheme-changed", B),
    Change("key in another place", {}, schemes(key={"type": "apiKey", "in": "query", "name": "X-Key"}), "security-scheme-changed", B),
    Change("default answer alone, gone", answers(_default=OK), answers(_200=OK), "success-status-changed", B),
    Change("default answer alone, another body", answers(_default=OK), answers(_default={"description": ""}), "media-type-removed", B),
    Change("token format told", {}, schemes(key=SCHEMES["key"] | {"x-length": 3}), "wording-changed", D),
    Change("unused scheme changed", {}, schemes(bearer=SCHEMES["bearer"] | {"bearerFormat": "JWT"}), "unused-component-changed", D),
    Change("scopes catalogued", security({"oauth": []}), security({"oauth": []}) | schemes(oauth={
        "type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://a.test/token", "scopes": {"read": ""}}}}), "wording-changed", D),
    Change("token address moved", security({"oauth": []}), security({"oauth": []}) | schemes(oauth={
        "type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://b.test/token", "scopes": {"read": "", "write": ""}}}}),
        "security-scheme-changed", B),
    Change("server moved", {}, {"root": {"servers": [{"url": "https://b.test"}]}}, "server-changed", B),
    Change("server gone", {"root": {"servers": [{"url": "https://a.test"}, {"url": "https://b.test"}]}},
           {"root": {"servers": [{"url": "https://a.test"}]}}, "server-removed", B),
    Change("server new", {"root": {"servers": [{"url": "https://a.test"}]}},
           {"root": {"servers": [{"url": "https://a.test"}, {"url": "https://b.test"}]}}, "server-added", A),
    Change("server of one operation", {}, {"operation": {"servers": [{"url": "https://b.test"}]}}, "server-changed", B),
    Change("server variable limited to fewer", hosts("a", "b"), hosts("a"), "server-variable-values-removed", B),
    Change("server variable with more values", hosts("a"), hosts("a", "b"), "server-variable-values-added", A),
    Change("server variable limited", hosts(), hosts("a", "b"), "server-variable-limited", B),
    Change("server variable free", hosts("a", "b"), hosts(), "server-variable-free", A),
    Change("discriminator values swapped", mapped(cat="Cat", dog="Dog"), mapped(cat="Dog", dog="Cat"), "discriminator-mapping-changed", B),
    Change("discriminator value leads to another", mapped(cat="Cat", pet="Cat", dog="Dog"), mapped(cat="Cat", pet="Dog", dog="Dog"),
           "discriminator-mapping-changed", B),
    Change("discriminator value leads nowhere", mapped(cat="Cat", dog="Dog"), mapped(cat="Cat", dog="Gone"),
           "unresolvable", B),
    Change("one of two discriminator values leads nowhere", mapped(cat="Cat", pet="Cat", dog="Dog"),
           mapped(cat="Cat", pet="Gone", dog="Dog"), "unresolvable", B),
    Change("discriminator that leads nowhere", {"answer": {"oneOf": [CAT, DOG]}} | pets(),
           {"answer": {"oneOf": [CAT, DOG], "discriminator": {"propertyName": "kind", "mapping": {"cat": "other.json#/Cat"}}}} | pets(),
           "unresolvable", B),
    Change("discriminator value renamed", mapped(cat="Cat", dog="Dog"), mapped(cat="Cat", hound="Dog"), "discriminator-value-renamed", B),
    Change("discriminator value gone", mapped(cat="Cat", pet="Cat", dog="Dog"), mapped(cat="Cat", dog="Dog"),
           "discriminator-value-removed", A),
    Change("discriminator value new", mapped(cat="Cat", dog="Dog"), mapped(cat="Cat", pet="Cat", dog="Dog"),
           "discriminator-value-added", B),
    Change("discriminator value that was a component's name", mapped(), mapped(Cat="Dog", Dog="Cat"), "discriminator-mapping-changed", B),
    Change("discriminator of an object swapped", parent(cat="Cat", dog="Dog"), parent(cat="Dog", dog="Cat"),
           "discriminator-mapping-changed", B),
    Change("discriminator of an object with another value", parent(cat="Cat"), parent(cat="Cat", dog="Dog"),
           "discriminator-value-added", B),
    Change("answer that leads nowhere", answers(_200=OK, _404=OK), answers(_200=OK, _404={"$ref": "#/components/responses/Gone"}),
           "unresolvable", B),
    Change("body that leads nowhere", {"operation": {"requestBody": BODY}},
           {"operation": {"requestBody": {"$ref": "#/components/requestBodies/Gone"}}}, "unresolvable", B),
    Change("answer header that leads nowhere", header(), answers(_200=OK | {"headers": {"X-Total": {"$ref": "#/components/headers/Gone"}}}),
           "unresolvable", B),
    Change("version changed", {}, {"root": {"info": {"title": "Things", "version": "2"}}}, "info-changed", D),
    Change("title of the document", {}, {"root": {"info": {"title": "Stuff", "version": "1"}}}, "info-changed", D),
    Change("unused component new", {}, {"components": {"schemas": {"Spare": STRING}}}, "unused-component-added", D),
    Change("unused component gone", {"components": {"schemas": {"Spare": STRING}}}, {}, "unused-component-removed", D),
    Change("unused component changed", {"components": {"schemas": {"Spare": STRING}}},
           {"components": {"schemas": {"Spare": INTEGER}}}, "unused-component-changed", D),
    Change("unused response changed", {"components": {"responses": {"Spare": OK}}},
           {"components": {"responses": {"Spare": {"description": "", "content": TEXT}}}}, "unused-component-changed", D),
]  # fmt: skip


@pytest.mark.parametrize("change", OPERATIONS, ids=[change.name for change in OPERATIONS])
def test_operation_rule(change: Change, make: Callable[..., Json], drift: Callable[..., Report]) -> None:
    finding = only(drift(make(**change.before), make(**change.after)))
    assert (finding.kind, finding.cls) == (change.kind, change.cls)


BY_CONTENT = {"schema": None, "content": {"text/plain": {"schema": STRING}}}


@pytest.mark.parametrize(
    ("old", "now", "new"),
    [
        (query("q"), query("search", required=True), "required-parameter-added"),
        (query("q"), query("search") | {"in": "header"}, "parameter-added"),
        (query("q"), query("search", explode=False), "parameter-added"),
        (query("q"), query("search") | BY_CONTENT, "parameter-added"),
    ],
)
def test_a_parameter_that_is_no_longer_the_same_has_not_just_another_name(
    old: Json, now: Json, new: str, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    before, after = ({name: it for name, it in each.items() if it is not None} for each in (old, now))
    report = drift(make(**parameters(before)), make(**parameters(after)))
    assert {finding.kind for finding in report.findings} == {"parameter-removed", new}


def test_every_row_of_the_policy_has_a_case() -> None:
    shown = {pair.kind for pair in SCHEMAS} | {change.kind for change in OPERATIONS}
    assert {rule.kind for rule in RULES} - shown == {"same-edit"}  # several edits; see the tests of grouping
    assert len(SCHEMAS) + len(OPERATIONS) >= 100


def test_every_row_of_the_policy_says_why() -> None:
    assert all(rule.reason.endswith(".") and len(rule.reason) > 9 for rule in RULES)
    assert len({rule.kind for rule in RULES}) == len(RULES)


SAME = [
    ("defaults spelled out", thing(a=STRING), {
        "type": "object", "required": [], "additionalProperties": True, "minProperties": 0,
        "properties": {"a": {"type": "string", "nullable": False, "readOnly": False, "deprecated": False, "minLength": 0}}}),
    ("additionalProperties as an empty schema", thing(a=STRING), thing(a=STRING, extra={})),
    ("allOf of one", thing(a=STRING), {"allOf": [thing(a=STRING)]}),
    ("allOf merged", thing("a", a=STRING, b=INTEGER), {"allOf": [thing(a=STRING), thing(b=INTEGER), {"required": ["a"]}]}),
    ("nullable as oneOf", thing(a=STRING | {"nullable": True}), thing(a={"oneOf": [STRING, {"type": "string", "nullable": True, "enum": [None]}]})),
    ("nullable as anyOf with null", thing(a=STRING | {"nullable": True}), thing(a={"anyOf": [{"type": "null"}, STRING]})),
    ("nullable as a type list", thing(a=STRING | {"nullable": True}), thing(a={"type": ["string", "null"]})),
    ("null in one variant or another", thing(a={"oneOf": [STRING | {"nullable": True}, INTEGER]}),
     thing(a={"oneOf": [INTEGER | {"nullable": True}, STRING]})),
    ("variants in another order", thing(a={"oneOf": [CAT, DOG]}), thing(a={"oneOf": [DOG, CAT]})),
    ("nested unions", thing(a={"oneOf": [CAT, DOG, FISH]}), thing(a={"oneOf": [CAT, {"oneOf": [DOG, FISH]}]})),
    ("enum in another order", thing(a=STRING | {"enum": ["x", "y"]}), thing(a=STRING | {"enum": ["y", "x"]})),
    ("required in another order", thing("a", "b", a=STRING, b=STRING), thing("b", "a", b=STRING, a=STRING)),
    ("type left out where fields say it", thing(a=STRING), {"properties": {"a": STRING}}),
    ("exclusive bound as a number", thing(a=INTEGER | {"minimum": 1, "exclusiveMinimum": True}), thing(a=INTEGER | {"exclusiveMinimum": 1})),
    ("const as enum of one", thing(a=STRING | {"enum": ["x"]}), thing(a=STRING | {"const": "x"})),
    ("a number written in another way", thing(a=NUMBER | {"default": 0, "enum": [0, 1], "minimum": 0}),
     thing(a=NUMBER | {"default": 0.0, "enum": [0.0, 1.0], "minimum": 0.0})),
    ("a default inside a default", thing(a={"type": "object", "default": {"b": [1]}}), thing(a={"type": "object", "default": {"b": [1.0]}})),
    ("pattern that everything matches", thing(a=STRING), thing(a=STRING | {"pattern": ""})),
    ("keywords of another type", thing(a=STRING), thing(a=STRING | {"minimum": 3, "maxItems": 2})),
]  # fmt: skip


@pytest.mark.parametrize("side", ["request", "answer"])
@pytest.mark.parametrize(("before", "after"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_same_meaning_is_identical(
    before: Json, after: Json, side: str, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    for one, other in ((before, after), (after, before)):
        report = drift(make(**{side: one}), make(**{side: other}))
        assert report.verdict == "identical", [finding.message for finding in report.findings]


def named(made: Json) -> Json:
    mapping = made["answer"]["discriminator"]["mapping"]
    made["answer"]["discriminator"]["mapping"] = {value: ref.rpartition("/")[2] for value, ref in mapping.items()}
    return made


SAME_OPERATIONS = [
    ("discriminator names its components without a pointer", mapped(cat="Cat", dog="Dog"), named(mapped(cat="Cat", dog="Dog"))),
    ("a reference with escapes", {"answer": {"$ref": "#/components/schemas/A%20b~1c"}, "components": {"schemas": {"A b/c": thing(a=STRING)}}},
     {"answer": thing(a=STRING)}),
    ("a reference into a path, with escapes", {"answer": {"$ref": "#/paths/~1things~1%7Bid%7D/post/requestBody/content/application~1json/schema"},
     "request": thing(a=STRING)}, {"answer": thing(a=STRING), "request": thing(a=STRING)}),
    ("path variable renamed", {}, {"path": "/things/{thing}", "operation": {
        "parameters": [{"name": "thing", "in": "path", "required": True, "schema": STRING}]}}),
    ("parameter hoisted to the path", parameters(query()), {"item": {"parameters": [query()]}}),
    ("parameter as a component", parameters(query()),
     parameters({"$ref": "#/components/parameters/Q"}) | {"components": {"parameters": {"Q": query()}}}),
    ("path-level parameter overridden", parameters(query(required=True)),
     parameters(query(required=True)) | {"item": {"parameters": [query(schema=INTEGER)]}}),
    ("header name in another case", parameters({"name": "X-Key", "in": "header", "schema": STRING}),
     parameters({"name": "x-key", "in": "header", "schema": STRING})),
    ("server hoisted down", {}, {"item": {"servers": [{"url": "https://api.example.test/"}]}}),
    ("server variables", {}, {"root": {"servers": [{"url": "https://{host}", "variables": {"host": {"default": "api.example.test"}}}]}}),
    ("media type with charset", {"operation": {"requestBody": BODY}},
     {"operation": {"requestBody": {"content": {"Application/JSON; charset=utf-8": BODY["content"]["application/json"]}}}}),
    ("security from the document", security({"key": []}), {"operation": {"security": None}, "root": {"security": [{"key": []}]}}),
    ("security scheme renamed", {}, security({"api": []}) | schemes(api={"type": "apiKey", "in": "header", "name": "x-key"})),
    ("alternatives in another order", security({"key": []}, {"bearer": []}), security({"bearer": []}, {"key": []})),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"), [row[1:] for row in SAME_OPERATIONS], ids=[row[0] for row in SAME_OPERATIONS]
)
def test_same_operation_is_identical(
    before: Json, after: Json, make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    for one, other in ((before, after), (after, before)):
        report = drift(make(**one), make(**other))
        assert report.verdict == "identical", [finding.message for finding in report.findings]


@pytest.mark.parametrize("pair", [p for p in SCHEMAS if p.kind in {"property-added", "enum-values-added", "enum-removed", "object-opened"}],
                         ids=lambda pair: pair.name)  # fmt: skip
def test_a_client_that_refuses_the_unknown(pair: Pair, make: Callable[..., Json], drift: Callable[..., Report]) -> None:
    before, after = make(answer=pair.before), make(answer=pair.after)
    assert drift(before, after).verdict == A
    assert drift(before, after, strict_answers=True).verdict == B
    assert drift(make(request=pair.before), make(request=pair.after), strict_answers=True).verdict == A


def test_discriminators_count_on_either_side(make: Callable[..., Json], drift: Callable[..., Report]) -> None:
    def asked(made: Json) -> Json:
        return make(request=made["answer"], components=made["components"])

    plain, more = mapped(cat="Cat", dog="Dog"), mapped(cat="Cat", pet="Cat", dog="Dog")
    assert only(drift(asked(plain), asked(more))).cls == A
    assert only(drift(asked(more), asked(plain))).cls == B


def test_a_component_in_request_and_answer_counts_the_worse_way(
    make: Callable[..., Json], drift: Callable[..., Report]
) -> None:
    shared = {"$ref": "#/components/schemas/Thing"}
    before = make(request=shared, answer=shared, components={"schemas": {"Thing": thing(a=STRING)}})
    for after, kind in (
        (thing(a=STRING | {"nullable": True}), "nullable"),
        (thing("a", a=STRING), "property-required"),
    ):
        revision = copy.deepcopy(before)
        revision["components"]["schemas"]["Thing"] = after
        finding = only(drift(before, revision))
        assert (finding.kind, finding.cls, finding.sides) == (kind, B, ["request", "answer"])
        assert finding.pointer.startswith("#/components/schemas/Thing")

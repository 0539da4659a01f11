"""What of a document is kept in the pin, and in which form."""

from __future__ import annotations

import copy
import difflib
import json
import random
from pathlib import Path
from typing import Any

from _contract.document import decode, dump
from _contract.facts import facts
from _contract.pin import load_pin

Document = dict[str, Any]


def test_prose_goes_and_names_stay(document: Document) -> None:
    kept = facts(document)
    item = kept["components"]["schemas"]["Item"]
    assert item["properties"]["description"] == {"type": "string"}
    assert item["properties"]["id"] == {"type": "integer"}
    assert "description" not in item
    operation = kept["paths"]["/items"]["get"]
    assert operation.keys() == {"tags", "operationId", "parameters", "responses"}
    assert "summary" not in kept["paths"]["/items"]
    assert operation["responses"]["200"]["description"] == ""  # OpenAPI requires the keyword
    assert operation["responses"]["200"]["headers"] == {"x-total": {"schema": {"type": "integer"}}}
    assert operation["responses"]["200"]["content"]["application/json"].keys() == {"schema"}
    assert kept["info"] == {"title": "Shop", "version": "3.0.0"}
    assert kept["servers"] == [{"url": "https://api.example"}]
    assert kept["tags"] == [{"name": "Items"}]
    assert "externalDocs" not in kept


def test_values_are_kept_as_they_are(document: Document) -> None:
    schema = {"type": "object", "default": {"description": "kept"}, "x-note": {"summary": "kept"}}
    names = {name: {"type": "string"} for name in ("description", "summary", "example", "examples", "x-y")}
    document["components"]["schemas"] |= {"Note": schema, "Names": {"type": "object", "properties": names}, **names}
    kept = facts(document)["components"]["schemas"]
    assert kept["Note"] == schema
    assert kept["Names"]["properties"] == names
    assert names.keys() <= kept.keys()


def test_prose_in_every_corner(document: Document) -> None:
    prose = {"description": "words", "externalDocs": {"url": "https://docs.example"}, "example": 1}
    inner: Document = {"type": "string", **prose}
    document["components"] |= {
        "schemas": {
            **document["components"]["schemas"],
            "Deep": {
                "allOf": [{"oneOf": [inner, {"anyOf": [inner]}]}, {"not": inner}],
                "items": {"additionalProperties": inner},
            },
        },
        "parameters": {"P": {"name": "p", "in": "query", "schema": inner, "description": "words", "examples": {}}},
        "requestBodies": {
            "B": {
                "description": "words",
                "content": {
                    "multipart/form-data": {
                        "schema": inner,
                        "encoding": {"f": {"headers": {"X-E": {"description": "words", "schema": inner}}}},
                    }
                },
            }
        },
        "securitySchemes": {
            "o": {
                "type": "oauth2",
                "description": "words",
                "flows": {
                    "implicit": {"authorizationUrl": "https://a.example", "scopes": {"read": "words", "x-b": "words"}}
                },
            }
        },
        "examples": {"E": {"value": "words"}},
        "links": {
            "L": {"operationId": "getItem", "description": "words", "server": {"url": "/", "description": "words"}}
        },
        "callbacks": {
            "C": {"{$url}": {"post": {"description": "words", "responses": {"200": {"description": "words"}}}}}
        },
    }
    text = dump(facts(document)).decode()
    assert "words" not in text
    assert "docs.example" not in text
    assert '"read": ""' in text


def test_order_that_means_nothing_is_no_difference(document: Document) -> None:
    document["paths"]["/items"]["get"]["security"] = [{"key": []}, {"oauth": ["write", "read"]}]
    pinned = dump(facts(document))
    shuffled = json.loads(json.dumps(document))
    rng = random.Random(7)

    def shuffle(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shuffle(value[key]) for key in rng.sample(sorted(value), len(value))}
        if isinstance(value, list):
            return rng.sample([shuffle(item) for item in value], len(value))
        return value

    assert dump(facts(shuffle(shuffled))) == pinned


def test_one_change_is_one_line(document: Document) -> None:
    changes = {
        "type": lambda d: d["components"]["schemas"]["Item"]["properties"]["name"].update(type="integer"),
        "required": lambda d: d["components"]["schemas"]["Item"]["required"].append("aisle"),
        "enum": lambda d: d["paths"]["/items"]["get"]["parameters"][0]["schema"]["enum"].append("lost"),
        "prose": lambda d: d["paths"]["/items"]["get"].update(description="Lists everything."),
    }
    found: dict[str, tuple[int, int]] = {}
    before = dump(facts(document)).decode().splitlines()
    for name, change in changes.items():
        changed = copy.deepcopy(document)
        change(changed)
        lines = list(difflib.ndiff(before, dump(facts(changed)).decode().splitlines()))
        found[name] = (sum(line[0] == "-" for line in lines), sum(line[0] == "+" for line in lines))
    assert found == {"type": (1, 1), "required": (0, 1), "enum": (0, 1), "prose": (0, 0)}


def test_facts_of_facts_are_the_same(document: Document) -> None:
    once = facts(document)
    assert dump(facts(once)) == dump(once)
    pin = load_pin()
    assert dump(facts(pin)) == dump(pin)


def test_the_document_is_left_alone(document: Document) -> None:
    before = copy.deepcopy(document)
    facts(document)
    assert document == before


def test_yaml_and_json_read_the_same(tmp_path: Path) -> None:
    text = """
openapi: 3.0.3
info: {title: Shop, version: 2026-04-01}
paths:
  /on:
    get:
      operationId: getOn
      responses:
        200: {description: 'ok'}
components:
  schemas:
    Switch: {type: string, enum: [on, off, no, ~]}
"""
    read = decode(text.encode())
    assert read["info"]["version"] == "2026-04-01"
    assert list(read["paths"]["/on"]["get"]["responses"]) == ["200"]
    assert read["components"]["schemas"]["Switch"]["enum"] == ["on", "off", "no", None]
    assert decode(json.dumps(read).encode()) == read
    assert decode(b"\xef\xbb\xbf" + json.dumps(read).encode()) == read

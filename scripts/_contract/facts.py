"""The interface facts of an OpenAPI 3.0 document: what is on the wire, without the sentences around it.

The walk knows which object it is in, so that a property called `description` stays and the keyword `description` goes.
What has no meaning in its order (required, enum, parameters, security alternatives) is sorted, so that a line of
difference between two results is a difference between two interfaces.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from _contract.document import METHODS, Json

PROSE = frozenset({"description", "summary", "example", "examples", "externalDocs"})
"""Keywords that say nothing about the interface."""

Walk = Callable[[Json], Json]


def facts(document: dict[str, Json]) -> dict[str, Json]:
    """The document's interface facts as a new document; the facts of facts are the same."""
    kept: dict[str, Json] = _walk("document", document)
    kept["info"] = {key: value for key, value in kept["info"].items() if key in ("title", "version")}
    return kept


# For each OpenAPI object: what its keywords hold. A keyword that is not listed holds plain data, kept as it is.
# "x" is one object of kind x, "[x]" a list of them, "{x}" a map from names of the author's choice.
OBJECTS: dict[str, dict[str, str]] = {
    "document": {
        "info": "info",
        "servers": "[server]",
        "paths": "{path item}",
        "components": "components",
        "tags": "[tag]",
        "security": "[requirement]",
    },
    "info": {},
    "tag": {},
    "server": {"variables": "{server variable}"},
    "server variable": {},
    "components": {
        "schemas": "{schema}",
        "responses": "{response}",
        "parameters": "{parameter}",
        "requestBodies": "{request body}",
        "headers": "{parameter}",
        "securitySchemes": "{security scheme}",
        "links": "{link}",
        "callbacks": "{callback}",
    },
    "path item": {"servers": "[server]", "parameters": "[parameter]", **dict.fromkeys(METHODS, "operation")},
    "operation": {
        "parameters": "[parameter]",
        "requestBody": "request body",
        "responses": "{response}",
        "callbacks": "{callback}",
        "security": "[requirement]",
        "servers": "[server]",
    },
    "callback": {},  # a map from URL expressions to path items, see _walk
    "parameter": {"schema": "schema", "content": "{media type}"},
    "request body": {"content": "{media type}"},
    "response": {"headers": "{parameter}", "content": "{media type}", "links": "{link}"},
    "media type": {"schema": "schema", "encoding": "{encoding}"},
    "encoding": {"headers": "{parameter}"},
    "link": {"server": "server"},
    "schema": {
        "properties": "{schema}",
        "items": "schema",
        "allOf": "[schema]",
        "anyOf": "[schema]",
        "oneOf": "[schema]",
        "not": "schema",
        "additionalProperties": "schema",
    },
    "security scheme": {"flows": "{flow}"},
    "flow": {},
    "requirement": {},
}


def _walk(kind: str, value: Json) -> Json:
    if kind.startswith("["):
        return _list(kind[1:-1], value) if isinstance(value, list) else value
    if not isinstance(value, dict):
        return value
    if kind == "callback" or kind == "{path item}":
        return {name: child if name.startswith("x-") else _walk("path item", child) for name, child in value.items()}
    if kind.startswith("{"):
        return {name: _walk(kind[1:-1], child) for name, child in value.items()}
    children = OBJECTS[kind]
    kept = {
        key: _walk(children[key], child) if key in children else child
        for key, child in value.items()
        if key not in PROSE
    }
    match kind:
        case "response" if "$ref" not in value:
            kept["description"] = ""  # OpenAPI requires one
        case "flow" if isinstance(value.get("scopes"), dict):
            kept["scopes"] = dict.fromkeys(value["scopes"], "")
        case "schema":
            for keyword in ("required", "enum"):
                if isinstance(kept.get(keyword), list):
                    kept[keyword] = sorted(kept[keyword], key=_order)
        case "requirement":
            kept = {name: sorted(scopes) if isinstance(scopes, list) else scopes for name, scopes in kept.items()}
    return kept


def _list(kind: str, values: list[Json]) -> list[Json]:
    kept = [_walk(kind, value) for value in values]
    if kind in ("parameter", "tag", "requirement"):
        kept.sort(key=_order)
    return kept


def _order(value: Json) -> str:
    if isinstance(value, dict):
        value = [value.get("$ref"), value.get("in"), value.get("name"), value]
    return json.dumps(value, sort_keys=True, ensure_ascii=False)

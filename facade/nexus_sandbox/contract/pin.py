"""The pinned contract, read once: its operations, and JSON Schema validators compiled from it.

Everything the sandbox knows about the wire comes from here. Nothing is copied by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import jsonschema_rs

from .newer import add_newer
from .problems import Checker, Problem

Json = dict[str, Any]
Location = Literal["path", "query", "header"]

_METHODS = ("get", "post", "put", "patch", "delete")
_ROOT = "urn:nexus-commerce-v3"
_PACKAGE = Path(__file__).resolve().parents[1]


def load_pin() -> Json:
    """Return the pinned OpenAPI document: the copy inside a wheel, or the one in the source tree."""
    for path in (
        _PACKAGE / "_pin" / "nexus-commerce-v3.json",
        _PACKAGE.parents[1] / "openapi" / "nexus-commerce-v3.json",
    ):
        if path.is_file():
            document: Json = json.loads(path.read_text(encoding="utf-8"))
            return document
    raise FileNotFoundError("the pinned contract nexus-commerce-v3.json is neither packaged nor in openapi/")


def to_json_schema(node: Any) -> Any:
    """Turn OpenAPI 3.0 schemas anywhere below `node` into JSON Schema 2020-12, in place of their 3.0-only keywords.

    Only three keywords differ in meaning: `nullable`, and the boolean `exclusiveMinimum` / `exclusiveMaximum`.
    A nullable schema that refers or combines is wrapped, so that null is judged before the parts are.
    """
    if isinstance(node, list):
        return [to_json_schema(part) for part in node]
    if not isinstance(node, dict):
        return node
    schema = {key: to_json_schema(value) for key, value in node.items()}
    if schema.get("nullable") is not True:
        if schema.get("nullable") is False:
            del schema["nullable"]
    else:
        del schema["nullable"]
        if "enum" in schema and isinstance(schema["enum"], list) and None not in schema["enum"]:
            schema["enum"] = [*schema["enum"], None]
        if schema.keys() & {"$ref", "oneOf", "anyOf", "allOf"}:
            schema = {"anyOf": [schema, {"type": "null"}]}
        elif isinstance(schema.get("type"), str):
            schema["type"] = [schema["type"], "null"]
    for bound in ("minimum", "maximum"):
        exclusive = "exclusive" + bound.capitalize()
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive):
            schema[exclusive] = schema.pop(bound)
    return schema


@dataclass(frozen=True, slots=True)
class Parameter:
    """A documented path, query or header parameter."""

    name: str
    location: Location
    required: bool
    types: frozenset[str]
    checker: Checker

    def read(self, raw: str) -> tuple[Any, list[Problem]]:
        """Return the typed value of the text `raw`, and what is wrong with it."""
        value: Any = raw
        if "string" not in self.types:
            if self.types & {"integer", "number"} and re.fullmatch(r"-?\d{1,18}", raw):
                value = int(raw)
            elif "boolean" in self.types and raw in ("true", "false"):
                value = raw == "true"
        problems = self.checker.problems(value)
        return value, [Problem(self.name, problem.message) for problem in problems]


@dataclass(frozen=True)
class Operation:
    """One operation of the contract."""

    id: str
    method: str
    path: str
    tags: tuple[str, ...]
    security: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body_required: bool
    has_body: bool
    statuses: frozenset[str]
    _pin: Pin = field(repr=False, compare=False)
    _pointer: str = field(repr=False, compare=False)
    _node: Json = field(repr=False, compare=False)

    @cached_property
    def header_names(self) -> frozenset[str]:
        return frozenset(p.name.lower() for p in self.parameters if p.location == "header")

    @cached_property
    def body(self) -> Checker | None:
        """The validator of the JSON request body."""
        return self._pin.checker_at(f"{self._pointer}/requestBody", self._node.get("requestBody"))

    def answer(self, status: int) -> Checker | None:
        """The validator of the JSON answer with `status`; None when that status documents no JSON body."""
        return self._pin.answer_checker(self, status)


class Pin:
    """The contract, ready for use. Build it with `the_pin()`, which keeps one for the process."""

    def __init__(self, document: Json) -> None:
        self.document: Json = to_json_schema(document)
        self._registry = jsonschema_rs.Registry([(_ROOT, self.document)], draft=jsonschema_rs.Draft202012)
        self._checkers: dict[str, Checker] = {}
        self._answers: dict[tuple[str, int], Checker | None] = {}
        self.operations: dict[str, Operation] = {op.id: op for op in self._read_operations()}

    def resolve(self, pointer: str, node: Any) -> tuple[str, Any]:
        """Follow references from `node` (which lives at `pointer`); return where it really lives, and it."""
        while isinstance(node, Mapping) and "$ref" in node:
            pointer = str(node["$ref"]).removeprefix("#")
            node = self.document
            for part in pointer.split("/")[1:]:
                node = node[part.replace("~1", "/").replace("~0", "~")]
        return pointer, node

    def checker(self, pointer: str) -> Checker:
        """Return the validator of the schema at `pointer` (JSON pointer into the contract)."""
        known = self._checkers.get(pointer)
        if known is None:
            reference = f"{_ROOT}#{quote(pointer, safe='/~')}"
            validator = jsonschema_rs.Draft202012Validator(
                {"$ref": reference}, registry=self._registry, validate_formats=True, offline=True
            )
            known = self._checkers[pointer] = Checker(validator)
        return known

    def schema_checker(self, name: str) -> Checker:
        """Return the validator of the component schema `name`."""
        return self.checker(f"/components/schemas/{name}")

    def checker_at(self, pointer: str, node: Any) -> Checker | None:
        """Return the validator of the JSON content of a request body or response node, if it has one."""
        if node is None:
            return None
        pointer, node = self.resolve(pointer, node)
        if "application/json" not in node.get("content", {}):
            return None
        return self.checker(f"{pointer}/content/application~1json/schema")

    def answer_checker(self, operation: Operation, status: int) -> Checker | None:
        key = (operation.id, status)
        if key not in self._answers:
            responses = operation._node["responses"]
            self._answers[key] = self.checker_at(f"{operation._pointer}/responses/{status}", responses.get(str(status)))
        return self._answers[key]

    def answer_schema(self, operation: Operation, status: int) -> Any:
        """Return the schema of the JSON answer with `status`, or None."""
        node = operation._node["responses"].get(str(status))
        if node is None:
            return None
        return self.resolve("", node)[1].get("content", {}).get("application/json", {}).get("schema")

    def _read_operations(self) -> Iterator[Operation]:
        for path, item in self.document["paths"].items():
            base = "/paths/" + path.replace("~", "~0").replace("/", "~1")
            for method in _METHODS:
                if method not in item:
                    continue
                node = item[method]
                pointer = f"{base}/{method}"
                parameters: dict[tuple[str, str], Parameter] = {}
                for owner, at in ((item, base), (node, pointer)):
                    for index, raw in enumerate(owner.get("parameters", [])):
                        where, parameter = self.resolve(f"{at}/parameters/{index}", raw)
                        if parameter["in"] == "cookie":
                            continue
                        key = (parameter["in"], parameter["name"])
                        parameters[key] = Parameter(
                            name=parameter["name"],
                            location=parameter["in"],
                            required=bool(parameter.get("required")),
                            types=frozenset(self._types(f"{where}/schema", parameter["schema"])),
                            checker=_LazyChecker(self, f"{where}/schema"),
                        )
                _, body = self.resolve(f"{pointer}/requestBody", node.get("requestBody"))
                security = node.get("security", self.document.get("security", []))
                yield Operation(
                    id=node["operationId"],
                    method=method.upper(),
                    path=path,
                    tags=tuple(node.get("tags", ())),
                    security=tuple(name for alternative in security for name in alternative),
                    parameters=tuple(parameters.values()),
                    body_required=bool(body and body.get("required")),
                    has_body=body is not None,
                    statuses=frozenset(node["responses"]),
                    _pin=self,
                    _pointer=pointer,
                    _node=node,
                )

    def _types(self, pointer: str, schema: Json) -> Iterator[str]:
        pointer, schema = self.resolve(pointer, schema)
        kind = schema.get("type")
        if isinstance(kind, str):
            yield kind
        elif isinstance(kind, list):
            yield from kind
        for combiner in ("oneOf", "anyOf", "allOf"):
            for index, part in enumerate(schema.get(combiner, ())):
                yield from self._types(f"{pointer}/{combiner}/{index}", part)


class _LazyChecker(Checker):
    """Compiles its validator at first use: most of the contract's parameters are never asked for."""

    __slots__ = ("_pin", "_pointer")

    def __init__(self, pin: Pin, pointer: str) -> None:
        self._pin = pin
        self._pointer = pointer

    def problems(self, value: Any) -> list[Problem]:
        return self._pin.checker(self._pointer).problems(value)


@cache
def the_pin() -> Pin:
    """The contract of this process with what newer pages add, loaded once."""
    return Pin(add_newer(load_pin()))

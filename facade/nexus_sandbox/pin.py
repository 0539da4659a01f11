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

Json = dict[str, Any]
Location = Literal["path", "query", "header"]

_METHODS = ("get", "post", "put", "patch", "delete")
_ROOT = "urn:nexus-commerce-v3"
_HERE = Path(__file__).resolve().parent


def load_pin() -> Json:
    """Return the pinned OpenAPI document: the copy inside a wheel, or the one in the source tree."""
    for path in (
        _HERE / "_pin" / "nexus-commerce-v3.json",
        _HERE.parents[1] / "openapi" / "nexus-commerce-v3.json",
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
class Problem:
    """One way in which a value breaks the contract: where (dotted path) and what is wrong."""

    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


class Checker:
    """A compiled validator that names the offending fields."""

    __slots__ = ("_validator",)

    def __init__(self, validator: jsonschema_rs.Validator) -> None:
        self._validator = validator

    def problems(self, value: Any) -> list[Problem]:
        """Return what is wrong with `value`; empty when it keeps to the contract."""
        if self._validator.is_valid(value):
            return []
        found: dict[str, Problem] = {}
        for error in self._validator.iter_errors(value):
            for problem in _explain(error):
                found.setdefault(problem.field, problem)
        return list(found.values())


def _explain(error: jsonschema_rs.ValidationError) -> Iterator[Problem]:
    kind = error.kind
    path = ".".join(str(part) for part in error.instance_path)
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.OneOfNotValid | jsonschema_rs.ValidationErrorKind.AnyOf):
        # The branch that failed latest in the value is the one the sender meant.
        branches = [branch for branch in kind.context if branch and not any(_is_tag(part) for part in branch)]
        if branches:
            closest = min(
                branches,
                key=lambda branch: (
                    all(part.instance_path == error.instance_path and _is_type(part) for part in branch),
                    len(branch),
                ),
            )
            if not all(_is_type(part) and part.instance_path == error.instance_path for part in closest):
                for part in closest:
                    yield from _explain(part)
                return
        tags = {".".join(map(str, part.instance_path)) for branch in kind.context for part in branch if _is_tag(part)}
        for tag in sorted(tags):
            yield Problem(tag, "is not one of the documented values")
        if not tags:
            yield Problem(path, "does not match any documented form")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Required):
        yield Problem(f"{path}.{kind.property}" if path else kind.property, "is required")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
        for name in kind.unexpected:
            yield Problem(f"{path}.{name}" if path else name, "is not a documented field")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Type):
        yield Problem(path, f"must be {' or '.join(kind.types)}")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Enum):
        yield Problem(path, "is not one of the documented values")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Format):
        yield Problem(path, f"is not a valid {kind.format}")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Minimum):
        yield Problem(path, f"must be at least {kind.limit}")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Maximum):
        yield Problem(path, f"must be at most {kind.limit}")
    elif isinstance(kind, jsonschema_rs.ValidationErrorKind.Pattern):
        yield Problem(path, f"must match {kind.pattern}")
    else:
        yield Problem(path, f"breaks {kind.name} {kind.value!r}" if kind.name != "minItems" else "must not be empty")


def _is_tag(error: jsonschema_rs.ValidationError) -> bool:
    return isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Enum) and error.instance_path[-1:] in (
        ["type"],
        ["entity_type"],
    )


def _is_type(error: jsonschema_rs.ValidationError) -> bool:
    return isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Type)


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
    """The contract of this process, loaded once."""
    return Pin(load_pin())

"""Recordings held against a contract: which recorded requests and answers no longer fit, operation by operation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

import yaml
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from _drift.model import Document
from _drift.shapes import DescribedAnswer, Handle, Operation, media_name

Json = Any

_ROOT = "urn:contract"
_FORMATS = FormatChecker(formats=["uuid", "date-time", "date"])


class Misfit(NamedTuple):
    """One way in which one recorded exchange does not fit."""

    cassette: str
    number: int
    operation: str
    problem: str

    def __str__(self) -> str:
        return f"{self.cassette} #{self.number}: {self.operation}: {self.problem}"


def check_cassettes(pin: dict[str, Json], folder: Path, *, before: dict[str, Json] | None = None) -> list[Misfit]:
    """Hold every vcrpy recording of a folder against an OpenAPI 3.0 document.

    Each exchange is mapped to its operation by path and method; the query, the JSON bodies, the status and the answer's
    headers are checked. Requests are recorded without identity headers, so what the document `before` did not ask for,
    or did promise, tells which headers no longer fit. Requests to hosts and paths that the document does not know at
    all (a storage host) are left out.
    """
    contract = Contract(pin)
    known = Contract(before) if before is not None else contract
    found: list[Misfit] = []
    for file in sorted(folder.glob("*.yaml")):
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        recorded = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - it is a SafeLoader
        for number, exchange in enumerate(recorded["interactions"], 1):
            operation, problems = contract.check(exchange["request"], exchange["response"])
            problems += contract.headers(exchange["request"], exchange["response"], known)
            if known is not contract:  # documents may be newer than a contract, and recordings with them
                request, response = exchange["request"], exchange["response"]
                already = [*known.check(request, response)[1], *known.headers(request, response, known)]
                problems = [problem for problem in problems if problem not in already]
            found += [Misfit(file.stem, number, operation, problem) for problem in problems]
    return found


class Contract:
    """One document ready to judge recorded exchanges."""

    def __init__(self, raw: dict[str, Json]) -> None:
        self.document = Document(raw)
        servers = [server for operation in self.document.operations for server in operation.servers]
        self.hosts = {urlsplit(server.url).netloc for server in servers}
        self._validators: dict[tuple[str, ...], Draft4Validator] = {}

    @cached_property
    def _registry(self) -> Registry[Any]:
        resource: Resource[Any] = DRAFT4.create_resource(nullable_as_type(self.document.raw))
        empty: Registry[Any] = Registry()
        registry: Registry[Any] = empty.with_resource(_ROOT, resource)
        return registry

    @cached_property
    def _routes(self) -> list[tuple[re.Pattern[str], Operation]]:
        """Patterns with the most literal path first: /orders/mine before /orders/{id}."""
        ordered = sorted(self.document.operations, key=lambda operation: (operation.path.count("{"), operation.path))
        return [(path_pattern(operation.path), operation) for operation in ordered]

    def check(self, request: Json, response: Json) -> tuple[str, list[str]]:
        """The operation of one exchange, and what does not fit."""
        parts = urlsplit(str(request["uri"]))
        operation = self.operation(request)
        asked = f"{str(request['method']).upper()} {parts.path}"
        if operation is None:
            if parts.netloc not in self.hosts and not any(route.fullmatch(parts.path) for route, _ in self._routes):
                return asked, []
            return asked, ["no such operation"]
        problems = [f"server {parts.netloc} is none of the contract's"] if parts.netloc not in self.hosts else []
        problems += self._query(operation, parts.query)
        problems += self._request(operation, request)
        problems += self._answer(operation, response)
        return operation.id or operation.key, problems

    def operation(self, request: Json) -> Operation | None:
        """The operation that a recorded request calls."""
        method, path = str(request["method"]).lower(), urlsplit(str(request["uri"])).path
        routes = (operation for route, operation in self._routes if route.fullmatch(path))
        return next((operation for operation in routes if operation.method == method), None)

    def headers(self, request: Json, response: Json, known: Contract) -> Iterator[str]:
        """What no longer fits of the headers, where `known` is the contract that the exchange was recorded under."""
        now, then = self.operation(request), known.operation(request)
        if now is None:
            return
        asked = {key for key, found in then.parameters.items() if found.required} if then else set()
        for key, parameter in now.parameters.items():
            if key[0] == "header" and parameter.required and key not in asked and then is not now:
                yield f"request header {parameter.name} is required"
        status = str(response["status"]["code"])
        answer, promised = answer_of(now, status), answer_of(then, status) if then else None
        if answer is None:
            return
        for name, found in answer.headers.items():
            value = header(response, name)
            if not value and found.required:
                yield f"{status} without its header {found.name}"
            elif value and all(list(self.errors(found.schema, one)) for one in (typed(value), value)):
                yield from (
                    f"{status} {problem}" for problem in self.errors(found.schema, typed(value), f"header {name}")
                )
        for name, found in promised.headers.items() if promised else ():
            if name not in answer.headers and header(response, name):
                yield f"{status} header {found.name} is not documented"

    def _query(self, operation: Operation, query: str) -> Iterator[str]:
        known = {name: found for (place, name), found in operation.parameters.items() if place == "query"}
        sent: dict[str, list[str]] = {}
        for name, value in parse_qsl(query, keep_blank_values=True):
            sent.setdefault(name, []).append(value)
        for name, values in sent.items():
            parameter = known.get(name)
            if parameter is None:
                yield f"query {name} is not in the contract"
            elif parameter.schema is not None:
                listed = "array" in (self.document.shape(parameter.schema).types or ())
                as_text: Json = values if listed else values[-1]
                as_json: Json = [typed(value) for value in values] if listed else typed(values[-1])
                readings = [list(self.errors(parameter.schema, one, f"query {name}")) for one in (as_json, as_text)]
                if all(readings):
                    yield from readings[0]
        yield from (f"query {name} is required" for name, found in known.items() if found.required and name not in sent)

    def _request(self, operation: Operation, request: Json) -> Iterator[str]:
        body, data = operation.body, request.get("body")
        if not data:
            if body is not None and body.required:
                yield "a request body is required"
            return
        if body is None:
            yield "no request body is documented"
            return
        kind = media_name(header(request, "content-type") or "application/json")
        if kind not in body.content:
            yield f"request media type {kind} is not documented"
        elif "json" in kind:
            yield from self._json(body.content[kind].schema, data, "request")

    def _answer(self, operation: Operation, response: Json) -> Iterator[str]:
        status = str(response["status"]["code"])
        answer = answer_of(operation, status)
        if answer is None:
            yield f"status {status} is not documented"
            return
        data = response["body"].get("string")
        if not data:
            if any("json" in kind for kind in answer.content):
                yield f"{status} without its body"
            return
        kind = media_name(header(response, "content-type") or "application/json")
        if kind not in answer.content:
            yield f"{status} media type {kind} is not documented"
        elif "json" in kind:
            yield from self._json(answer.content[kind].schema, data, status)

    def _json(self, schema: Handle, data: Json, where: str) -> Iterator[str]:
        try:
            value = json.loads(data)
        except ValueError:
            yield f"{where}: not JSON"
            return
        yield from self.errors(schema, value, where)

    def errors(self, schema: Handle, value: Json, where: str = "") -> Iterator[str]:
        """What is wrong with a value, without the value: a recording of a live store is somebody's data."""
        key = tuple(at.pointer for at in schema)
        if key not in self._validators:
            refs = [{"$ref": f"{_ROOT}{pointer}"} for pointer in key]
            self._validators[key] = Draft4Validator(
                refs[0] if len(refs) == 1 else {"allOf": refs}, registry=self._registry, format_checker=_FORMATS
            )
        for error in sorted(self._validators[key].iter_errors(value), key=lambda error: list(map(str, error.path))):
            place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.path).lstrip(".")
            place = place or ("" if where.startswith(("query", "header")) else "body")
            rule = broken_rule(error.validator, error.validator_value, value_of(error))
            yield ": ".join(part for part in (where, place, rule) if part)


def answer_of(operation: Operation, status: str) -> DescribedAnswer | None:
    """What an operation documents for a status."""
    answers = operation.answers
    return answers.get(status) or answers.get(f"{status[0]}XX") or answers.get("DEFAULT")


def value_of(error: Json) -> str:
    """What there is, by type; for a missing or unknown field its name, which is no secret."""
    if error.validator in ("required", "additionalProperties"):
        named = re.findall(r"'([^']*)'", error.message)
        return ", ".join(named[:6]) if error.validator == "additionalProperties" else named[0] if named else ""
    return type(error.instance).__name__


def broken_rule(rule: str, wanted: Json, found: str) -> str:
    if rule == "required":
        return f"{found} is missing"
    if rule == "additionalProperties":
        return f"{found} is not in the contract"
    if rule == "oneOf":
        return f"{found} does not fit exactly one of the variants"
    if rule == "anyOf":
        return f"{found} fits none of the variants"
    if rule == "enum":
        return "value is not in the enum"
    return f"{found} breaks {rule} {json.dumps(wanted)[:80]}"


def header(message: Json, name: str) -> str:
    for key, value in (message.get("headers") or {}).items():
        if key.lower() == name:
            return str(value[0] if isinstance(value, list) else value)
    return ""


def typed(text: str) -> Json:
    """A query value as the JSON scalar it stands for."""
    try:
        value = json.loads(text)
    except ValueError:
        return unquote(text)
    return value if isinstance(value, (int, float, bool)) else text


def path_pattern(path: str) -> re.Pattern[str]:
    return re.compile(
        "".join(re.escape(part) if i % 2 == 0 else "[^/]+" for i, part in enumerate(re.split(r"\{([^}]*)\}", path)))
    )


def nullable_as_type(node: Json, name_map: bool = False) -> Json:
    """A document whose schemas say null the way JSON Schema does."""
    if isinstance(node, list):
        return [nullable_as_type(value) for value in node]
    if not isinstance(node, dict):
        return node
    made = {
        word: value
        if word in ("example", "examples", "default", "enum") and not name_map
        else nullable_as_type(value, not name_map and word in _NAMES)
        for word, value in node.items()
    }
    if name_map or made.pop("nullable", None) is not True:
        return made
    refusing = {word: made.pop(word) for word in _REFUSE_NULL if word in made}
    return made | {"anyOf": [{"type": "null"}, refusing]}  # the rest stays where references find it


_REFUSE_NULL = ("type", "enum", "allOf", "oneOf", "anyOf", "not", "$ref")
_NAMES = frozenset(
    {
        "properties",
        "patternProperties",
        "schemas",
        "responses",
        "parameters",
        "requestBodies",
        "headers",
        "paths",
        "content",
    }
)

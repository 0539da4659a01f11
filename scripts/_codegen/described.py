"""Operations as the contract has them, and as the generator is given them.

The generator parses names of paths and parameters by rules of its own: it rewrites path variables, drops parameters
that it takes for its own, and lets two of them share a name. So it gets each operation under a path of its own, with
parameters that are only numbered; what they are called in Python is settled here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from openapi_python_client.strings import PythonIdentifier

from .views import Raw

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PREFIX = "field_"

# Names that a generated function, or what it calls, uses itself.
TAKEN = frozenset(
    {
        "client", "body", "arguments", "request", "sync", "asyncio", "sync_detailed", "asyncio_detailed", "self",
        "true", "false", "none",
    }
)  # fmt: skip
_VARIABLE = re.compile(r"\{([^{}]*)\}")


class Parameter(NamedTuple):
    """One parameter of one operation."""

    raw: Raw
    given: str
    """What it is called in the document for the generator."""
    name: str
    """What it is called in Python."""
    kind: str | None
    """Its JSON type, where it has one."""

    @property
    def place(self) -> str:
        return str(self.raw["in"])

    @property
    def wire(self) -> str:
        return str(self.raw["name"])


class Described(NamedTuple):
    """One operation."""

    path: str
    method: str
    raw: Raw
    given: str
    """Its path in the document for the generator."""
    parameters: tuple[Parameter, ...]
    """Those in the path first, in the order of the path."""

    def __str__(self) -> str:
        return f"{self.raw['operationId']} ({self.method} {self.path})"

    def problems(self) -> Iterator[str]:
        """Why this operation cannot be called."""
        variables = Counter(_VARIABLE.findall(self.path))
        declared = {parameter.wire for parameter in self.parameters if parameter.place == "path"}
        for variable in sorted(variables.keys() - declared):
            yield f"{self}: the path variable {variable!r} is no parameter"
        for name in sorted(declared - variables.keys()):
            yield f"{self}: the parameter {name!r} is not in the path"
        for parameter in self.parameters:
            if reason := _unsendable(parameter):
                yield f"{self}: the {parameter.place} parameter {parameter.wire!r} {reason}"


def described(document: Mapping[str, Any]) -> dict[str, Described]:
    """Path in the document for the generator -> operation."""
    found: dict[str, Described] = {}
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                parameters = _named(document, _ordered(path, _parameters(document, item, item[method])))
                variables = "".join(f"/{{{it.given}}}" for it in parameters if it.place == "path")
                given = f"/operation_{len(found) + 1}_{variables}"
                found[given] = Described(path, method, item[method], given, parameters)
    return found


def for_generator(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document with every operation under a path of its own, its parameters numbered.

    Those in headers and cookies are given as of the query: the generator refuses some kinds of them.
    """
    paths = {
        given: {
            operation.method: {
                **operation.raw,
                "parameters": [
                    {
                        "name": it.given,
                        "in": "path" if it.place == "path" else "query",
                        "required": it.place == "path" or bool(it.raw.get("required")),
                        "schema": it.raw["schema"],
                    }
                    for it in operation.parameters
                ],
            }
        }
        for given, operation in described(document).items()
    }
    components = {**document["components"]}
    components["schemas"] = {name: _told_apart(schema) for name, schema in components["schemas"].items()}
    return {**document, "paths": paths, "components": components}


def names_given(document: Mapping[str, Any]) -> dict[str, str]:
    """A property's name in the document for the generator -> its own, where the two differ."""
    return {
        given: name
        for schema in document["components"]["schemas"].values()
        for name, given in _given_names(schema).items()
        if given != name
    }


def _told_apart(schema: Raw) -> Raw:
    """The generator refuses an object in which two names would be one in Python: the later ones get a number."""
    given = _given_names(schema)
    if all(name == other for name, other in given.items()):
        return schema
    changed = {**schema, "properties": {given[name]: value for name, value in schema["properties"].items()}}
    if "required" in schema:
        changed["required"] = [given.get(name, name) for name in schema["required"]]
    return changed


def _given_names(schema: Raw) -> dict[str, str]:
    result: dict[str, str] = {}
    used: set[str] = set()
    for name in schema.get("properties") or ():
        given, number = name, 1
        while str(PythonIdentifier(given, PREFIX)) in used:
            number += 1
            given = f"{name} {number}"
        used.add(str(PythonIdentifier(given, PREFIX)))
        result[name] = given
    return result


def same_module(operations: Mapping[str, Described]) -> Iterator[str]:
    """Operations that would be one module of one tag."""
    seen: dict[tuple[str, str], Described] = {}
    for operation in operations.values():
        module = str(PythonIdentifier(operation.raw["operationId"], PREFIX))
        for tag in operation.raw.get("tags") or ("default",):
            place = (str(PythonIdentifier(tag, "tag")), module)
            if (other := seen.setdefault(place, operation)) is not operation:
                yield f"{operation} and {other} are both {'.'.join(place)}: rename one in the overlay"


def _parameters(document: Mapping[str, Any], item: Raw, operation: Raw) -> list[Raw]:
    """Those of the operation, then those of its path that it does not describe itself."""
    found: dict[tuple[str, str], Raw] = {}
    for parameter in (*operation.get("parameters", ()), *item.get("parameters", ())):
        parameter = _followed(document, parameter)
        found.setdefault((parameter["in"], parameter["name"]), parameter)
    return list(found.values())


def _ordered(path: str, parameters: list[Raw]) -> list[Raw]:
    position = {name: number for number, name in reversed([*enumerate(_VARIABLE.findall(path))])}
    return sorted(
        parameters, key=lambda it: (it["in"] != "path", position.get(it["name"], 0) if it["in"] == "path" else 0)
    )


def _named(document: Mapping[str, Any], parameters: list[Raw]) -> tuple[Parameter, ...]:
    """Names for Python: those on the wire as far as they go, with the place where two would be one."""
    plain = [str(PythonIdentifier(it["name"], PREFIX)) for it in parameters]
    shared = Counter(plain)
    used: set[str] = set()
    result = []
    for number, (raw, name) in enumerate(zip(parameters, plain, strict=True), 1):
        here = name if shared[name] == 1 and name not in TAKEN else f"{name}_{raw['in']}"
        unique, count = here, 1
        while unique in used or (unique != name and unique in shared):
            count += 1
            unique = f"{here}_{count}"
        used.add(unique)
        kind = _followed(document, raw["schema"]).get("type")
        result.append(Parameter(raw, f"argument_{number}", unique, kind if isinstance(kind, str) else None))
    return tuple(result)


# What the runtime knows to write: `_call.py`.
_STYLES = {
    "path": {"simple"},
    "query": {"form", "spaceDelimited", "pipeDelimited", "deepObject"},
    "header": {"simple"},
    "cookie": {"form"},
}


def _unsendable(parameter: Parameter) -> str | None:
    style, place, kind = parameter.raw.get("style"), parameter.place, parameter.kind
    if style is not None and style not in _STYLES[place]:
        return f"has the style {style}, which is not sent by the generated client"
    if place == "path" and kind in ("array", "object"):
        return f"is an {kind}, which is not sent by the generated client"
    if kind == "object" and (place == "cookie" or style in ("spaceDelimited", "pipeDelimited")):
        return "is an object, which is not sent by the generated client in this way"
    return None


def _followed(document: Mapping[str, Any], value: Raw) -> Raw:
    """What a reference to a component leads to."""
    while "$ref" in value:
        _, _, section, name = value["$ref"].split("/")
        value = document["components"][section][name]
    return value

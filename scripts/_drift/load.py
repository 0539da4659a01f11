"""A document to compare, read as `make pin` reads it, or one line saying why it cannot be compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from _contract.document import ContractError, Json, check_version, decode, sha256
from _contract.source import read, shown

WORDING = frozenset({"description", "summary", "example", "examples", "externalDocs"})
# A key under one of these is a name somebody chose, never an OpenAPI keyword.
NAME_MAPS = frozenset(
    {"properties", "patternProperties", "schemas", "responses", "parameters", "requestBodies", "headers",
     "securitySchemes", "links", "callbacks", "paths", "content", "mapping", "variables", "encoding", "scopes"}
)  # fmt: skip
VALUES = frozenset({"default", "enum", "const"})


class CannotCompare(Exception):
    """The comparison has no answer: exit code 2, never "no change"."""


@dataclass(frozen=True)
class Loaded:
    """One document as read: `source` as given, `sha256` of its bytes."""

    source: str
    sha256: str
    raw: dict[str, Json]


def load(source: str) -> Loaded:
    """Read JSON or YAML from a path or an http(s) address; raises CannotCompare naming source and place."""
    try:
        data = read(source)
    except ContractError as error:
        raise CannotCompare(str(error)) from None
    try:
        raw = decode(data)
    except ContractError as error:
        raise CannotCompare(f"{shown(source)}: {error}") from None
    return of(raw, source, sha256(data))


def of(raw: dict[str, Json], source: str = "<document>", digest: str = "") -> Loaded:
    """A document that is already in memory."""
    name = shown(source)
    try:
        check(raw)
        digest = digest or sha256(json.dumps(raw, sort_keys=True, default=str).encode())
    except ContractError as error:
        raise CannotCompare(f"{name}: {error}") from None
    except RecursionError:
        raise CannotCompare(f"{name}: nested too deeply") from None
    return Loaded(source, digest, raw)


def check(raw: dict[str, Json]) -> None:
    """Refuse what is not an OpenAPI 3.0 document, and references that leave it. Raises `ContractError`."""
    check_version(raw)
    for path, item in raw["paths"].items():
        if not isinstance(item, dict) and not path.startswith("x-"):
            raise ContractError(f"#/paths/{token(path)} is not a path item")
    for key in ("components", "info"):
        if not isinstance(raw.get(key, {}), dict):
            raise ContractError(f"#/{key} is not an object")
    for place, ref in references(raw):
        if not ref.startswith("#"):
            raise ContractError(f"{place}: external reference refused: {ref[:120]}")


def references(node: Json, place: str = "#", names: bool = False) -> Iterator[tuple[str, str]]:
    """Every `$ref` of a document and where it stands; examples, defaults and extensions are data, not contract."""
    if isinstance(node, dict):
        ref = node.get("$ref")
        if isinstance(ref, str) and not names:
            yield place, ref
        for key, value in node.items():
            key = str(key)
            if not names and (key in WORDING or key in VALUES or key.startswith("x-")):
                continue
            yield from references(value, f"{place}/{token(key)}", not names and key in NAME_MAPS)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from references(value, f"{place}/{index}")


def has_wording(node: Json, names: bool = False) -> bool:
    """Whether a document carries any sentence at all; the pin does not, and is compared by its facts alone."""
    if isinstance(node, dict):
        for key, value in node.items():
            key = str(key)
            if not names and key in WORDING and value not in ("", None, {}, []):
                return True
            if not names and (key in VALUES or key.startswith("x-")):
                continue
            if has_wording(value, not names and key in NAME_MAPS):
                return True
        return False
    if isinstance(node, list):
        return any(has_wording(value) for value in node)
    return False


def token(text: str) -> str:
    """One step of a JSON pointer."""
    return text.replace("~", "~0").replace("/", "~1")


def untoken(text: str) -> str:
    """The name behind one step of a JSON pointer."""
    return text.replace("~1", "/").replace("~0", "~")

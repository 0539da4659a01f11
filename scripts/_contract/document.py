"""Reading an OpenAPI document from bytes, and writing it in the one canonical form that the pin is kept in."""

from __future__ import annotations

import hashlib
import io
import json
import re
import warnings
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError
from ruamel.yaml.scanner import Scanner

Json = Any
"""A JSON value: None, bool, int, float, str, list or dict with str keys. (A recursive alias only adds casts.)"""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

MAX_VALUES = 2_000_000
"""More values than this are refused: YAML aliases can describe a document far larger than its file."""


MAX_DEPTH = 300


class ContractError(Exception):
    """What is wrong with a contract, in one line that names the place."""

    def __str__(self) -> str:
        return " ".join(super().__str__().split())


def short(message: str) -> str:
    message = " ".join(message.split())
    return message if len(message) <= 300 else message[:300] + "…"


def pointer(*parts: object) -> str:
    """JSON pointer (RFC 6901) as a URI fragment: `#/paths/~1v3~1me/get`."""
    return "#" + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes) -> dict[str, Json]:
    """The document in these bytes, JSON or YAML. Raises `ContractError` with the place of what cannot be read."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContractError(f"not UTF-8: byte {error.start} is 0x{data[error.start]:02x}") from None
    head = text.lstrip()[:200]
    if not head:
        raise ContractError("empty document")
    if head.startswith("<"):
        raise ContractError(f"HTML or XML instead of OpenAPI: starts with {head[:40]!r}")
    try:
        document = _json(text) if head.startswith(("{", "[")) else _yaml(text)
        _check_tree(document)
    except RecursionError:
        raise ContractError("nested too deeply") from None
    if not isinstance(document, dict):
        raise ContractError(f"not OpenAPI: the document is a {_kind(document)}, not an object")
    return document


def _json(text: str) -> Json:
    def no_duplicates(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) != len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise ContractError(f"the key {twice!r} appears twice in one object")
        return found

    def no_constant(name: str) -> Json:
        raise ContractError(f"{name} is not a JSON value")

    try:
        return json.loads(text, object_pairs_hook=no_duplicates, parse_constant=no_constant)
    except json.JSONDecodeError as error:
        raise ContractError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except ValueError as error:  # an integer of thousands of digits
        raise ContractError(f"not JSON: {error}") from None


class _Constructor(SafeConstructor):
    """Dates stay the text they are, as in JSON."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


class _Scanner(Scanner):
    """Each bracket looks at every bracket around it, so how deep they go has a bound."""

    def fetch_flow_collection_start(self, TokenClass: Json, to_push: str) -> None:
        if self.flow_level >= MAX_DEPTH:
            raise RecursionError
        super().fetch_flow_collection_start(TokenClass, to_push)


def _yaml(text: str) -> Json:
    reader = YAML(typ="safe", pure=True)  # YAML 1.2: `on` and `no` are words, a repeated key is an error
    reader.Constructor = _Constructor
    reader.Scanner = _Scanner
    try:
        with warnings.catch_warnings():  # an anchor may be used again, and stands for the last
            warnings.simplefilter("ignore", ReusedAnchorWarning)
            return reader.load(io.StringIO(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark
        place = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise ContractError(f"neither JSON nor YAML: {short(error.problem or error.context or '')}{place}") from None
    except (YAMLError, ValueError) as error:
        raise ContractError(f"neither JSON nor YAML: {short(str(error))}") from None


def _check_tree(document: Json) -> None:
    """Make status codes and other YAML keys text; refuse what JSON cannot hold, and what unfolds without end."""
    count = 0
    stack: list[tuple[Json, tuple[object, ...]]] = [(document, ())]
    while stack:
        value, place = stack.pop()
        count += 1
        if count > MAX_VALUES or len(place) > MAX_DEPTH:
            raise ContractError(f"too large: more than {MAX_VALUES} values, or nested too deeply")
        if isinstance(value, dict):
            for key in [key for key in value if not isinstance(key, str)]:
                if isinstance(key, bool) or not isinstance(key, int):
                    raise ContractError(f"a key that is a {_kind(key)} at {pointer(*place)}")
                value[str(key)] = value.pop(key)
            stack += [(child, (*place, key)) for key, child in value.items()]
        elif isinstance(value, list):
            stack += [(child, (*place, index)) for index, child in enumerate(value)]
        elif isinstance(value, str):
            if not value.isascii() and re.search("[\ud800-\udfff]", value):
                raise ContractError(f"half a surrogate pair at {pointer(*place)}")
        elif isinstance(value, float):
            if value != value or value in (float("inf"), float("-inf")):
                raise ContractError(f"{value} is not a JSON value, at {pointer(*place)}")
        elif not (value is None or isinstance(value, (bool, int))):
            raise ContractError(f"a {_kind(value)} is not a JSON value, at {pointer(*place)}")


def _kind(value: object) -> str:
    return {"list": "list", "dict": "object", "str": "text", "NoneType": "null"}.get(
        type(value).__name__, type(value).__name__
    )


def check_version(document: dict[str, Json]) -> None:
    """Raises `ContractError` for what is no OpenAPI 3.0 at all."""
    version = document.get("openapi")
    if not isinstance(version, str):
        raise ContractError("not OpenAPI 3.0: there is no text at #/openapi")
    if not re.fullmatch(r"3\.0\.\d\S*", version):
        short = ".".join(version.split(".")[:2])[:20]
        raise ContractError(f"OpenAPI {short}: make pin takes 3.0, and #/openapi is {version[:40]!r}")
    if not isinstance(document.get("paths"), dict):
        raise ContractError("not OpenAPI 3.0: there is no object at #/paths")


def operations(document: dict[str, Json]) -> Iterator[tuple[str, str, dict[str, Json]]]:
    """(path, method, operation) of every operation, in the document's order."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def counts(document: dict[str, Json]) -> dict[str, int]:
    return {
        "paths": len(document["paths"]),
        "operations": sum(1 for _ in operations(document)),
        "schemas": len(document.get("components", {}).get("schemas", {})),
    }


def dump(document: Json) -> bytes:
    """Canonical bytes: one value a line, keys sorted, no ASCII escapes, a newline at the end."""
    return (json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n").encode()

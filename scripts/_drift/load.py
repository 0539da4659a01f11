"""Read an OpenAPI document from a file or an address, or say in one line why it cannot be compared."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

MAX_BYTES = 64 * 1024 * 1024
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
WORDING = frozenset({"description", "summary", "example", "examples", "externalDocs"})
# A key under one of these is a name somebody chose, never an OpenAPI keyword.
NAME_MAPS = frozenset(
    {"properties", "patternProperties", "schemas", "responses", "parameters", "requestBodies", "headers",
     "securitySchemes", "links", "callbacks", "paths", "content", "mapping", "variables", "encoding", "scopes"}
)  # fmt: skip
VALUES = frozenset({"default", "enum", "const"})

Json = Any


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
    data = _fetch(source) if source.startswith(("http://", "https://")) else _read(source)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotCompare(f"{source}: not UTF-8 (byte {error.start})") from None
    raw = _parse(source, text)
    check(source, raw)
    return Loaded(source, hashlib.sha256(data).hexdigest(), raw)


def of(raw: dict[str, Json], source: str = "<document>") -> Loaded:
    """A document that is already in memory."""
    check(source, raw)
    text = json.dumps(raw, sort_keys=True, default=str)
    return Loaded(source, hashlib.sha256(text.encode()).hexdigest(), raw)


def _read(source: str) -> bytes:
    path = Path(source)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CannotCompare(f"{source}: larger than {MAX_BYTES >> 20} MiB")
        return path.read_bytes()
    except OSError as error:
        raise CannotCompare(f"{source}: {error.strerror or error}") from None


def _fetch(source: str) -> bytes:
    import httpx

    chunks: list[bytes] = []
    size = 0
    try:
        with httpx.stream("GET", source, follow_redirects=True, timeout=30.0) as answer:
            if answer.status_code != 200:
                raise CannotCompare(f"{source}: answered {answer.status_code}")
            for chunk in answer.iter_bytes():
                size += len(chunk)
                if size > MAX_BYTES:
                    raise CannotCompare(f"{source}: larger than {MAX_BYTES >> 20} MiB")
                chunks.append(chunk)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise CannotCompare(f"{source}: {type(error).__name__}: {error}") from None
    return b"".join(chunks)


def _parse(source: str, text: str) -> Json:
    start = text.lstrip()[:1]
    try:
        if start == "{":
            return json.loads(text)
        if start == "<":
            raise CannotCompare(f"{source}: HTML or XML, not an OpenAPI document")
        return _text_keys(yaml.load(text, Loader=_YamlLoader))  # noqa: S506 - it is a SafeLoader
    except json.JSONDecodeError as error:
        raise CannotCompare(f"{source}: not JSON at line {error.lineno}, column {error.colno}: {error.msg}") from None
    except yaml.YAMLError as error:
        raise CannotCompare(f"{source}: not YAML: {' '.join(str(error).split())}") from None
    except RecursionError:
        raise CannotCompare(f"{source}: nested too deeply to read") from None


class _YamlLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader that reads scalars as JSON would: dates stay text, only true and false are booleans."""


_BOOL, _DATE = "tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"
_YamlLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in (_BOOL, _DATE)]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_YamlLoader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|false)$"), list("tf"))


def _text_keys(node: Json) -> Json:
    """YAML reads a bare 200 as a number; JSON knows only text as a key."""
    if isinstance(node, dict):
        return {key if isinstance(key, str) else json.dumps(key): _text_keys(value) for key, value in node.items()}
    return [_text_keys(value) for value in node] if isinstance(node, list) else node


def check(source: str, raw: Json) -> None:
    """Refuse what is not an OpenAPI 3 document, and references that leave it."""
    if not isinstance(raw, dict):
        raise CannotCompare(f"{source}: not an OpenAPI document (a {type(raw).__name__}, not an object)")
    version = raw.get("openapi")
    if not isinstance(version, str) or not version.startswith("3."):
        raise CannotCompare(f"{source}: not an OpenAPI 3 document (openapi: {str(version)[:40]!r})")
    paths = raw.get("paths")
    if not isinstance(paths, dict):
        raise CannotCompare(f"{source}: #/paths is missing or not an object")
    for path, item in paths.items():
        if not isinstance(path, str) or (not isinstance(item, dict) and not str(path).startswith("x-")):
            raise CannotCompare(f"{source}: #/paths/{token(str(path))} is not a path item")
    for key in ("components", "info"):
        if not isinstance(raw.get(key, {}), dict):
            raise CannotCompare(f"{source}: #/{key} is not an object")
    try:
        for place, ref in references(raw):
            if not ref.startswith("#"):
                raise CannotCompare(f"{source}: {place}: external reference refused: {ref[:120]}")
    except RecursionError:
        raise CannotCompare(f"{source}: nested too deeply to read") from None


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

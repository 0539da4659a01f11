"""The parts of an OpenAPI 3.0 document as an operation sees them, however they are written down."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import NamedTuple

from _contract.document import Json

from _drift.load import WORDING

ROOT = "#"
NUMERIC = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
LENGTHS = ("minLength", "maxLength", "pattern")
SIZES = ("minItems", "maxItems", "uniqueItems")
COUNTS = ("minProperties", "maxProperties")
# Keywords that say something about one type only; beside another type they are noise.
SPEAKS_OF = (
    ({"string"}, LENGTHS),
    ({"number", "integer"}, NUMERIC),
    ({"array"}, SIZES),
    ({"object"}, COUNTS),
)
ASSERTIONS = (*NUMERIC, *LENGTHS, *SIZES, *COUNTS, "format")
STRUCTURE = frozenset(
    {"$ref", "type", "nullable", "enum", "const", "properties", "required", "additionalProperties", "items", "allOf",
     "oneOf", "anyOf", "not", "discriminator", "readOnly", "writeOnly", "default"}
)  # fmt: skip
SCHEMA_WORDING = WORDING | {"title", "xml", "deprecated"}
NOTHING: tuple[Json, ...] = ("", None, {}, [], False)


class At(NamedTuple):
    """A raw node and the pointer it stands at."""

    pointer: str
    raw: Json


Handle = tuple[At, ...]
"""A schema as the conjunction of one or more raw schemas."""

ANYTHING: Handle = (At("", {}),)


def key_of(handle: Handle) -> tuple[str, ...]:
    return tuple(at.pointer for at in handle)


def plain(value: Json) -> str:
    """Canonical JSON, for comparing and for hashing."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


def value_key(value: Json) -> str:
    """Canonical JSON of a value of a document: 1 and 1.0 are one number."""
    return plain(_whole(value))


def _whole(value: Json) -> Json:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _whole(one) for name, one in value.items()}
    return [_whole(one) for one in value] if isinstance(value, list) else value


@dataclass(slots=True)
class Union:
    """One `oneOf` or `anyOf`, flattened, its null variant taken out."""

    word: str
    pointer: str
    variants: list[Handle]
    tag: str | None
    mapping: dict[str, str]


@dataclass(slots=True)
class Shape:
    """The effective schema behind a handle."""

    layers: list[str]
    types: frozenset[str] | None = None
    nullable: bool = True
    null_at: tuple[str, ...] = ()
    """Where a schema that refers to another says by itself whether null gets through."""
    enum: dict[str, Json] | None = None
    facts: dict[str, Json] = field(default_factory=dict)
    default: Json = None
    properties: dict[str, Handle] = field(default_factory=dict)
    owners: dict[str, tuple[str, ...]] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    extra: bool | Handle = True
    items: Handle | None = None
    unions: list[Union] = field(default_factory=list)
    nots: list[Handle] = field(default_factory=list)
    read_only: bool = False
    write_only: bool = False
    wording: dict[str, Json] = field(default_factory=dict)
    unknown: dict[str, Json] = field(default_factory=dict)
    tag: str | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    origin: dict[str, tuple[str, ...]] = field(default_factory=dict)
    broken: str | None = None

    def where(self, word: str) -> tuple[str, ...]:
        """Where a keyword was written, else every layer it could have been written at."""
        return self.origin.get(word) or tuple(self.layers)

    @property
    def bare_union(self) -> bool:
        """Nothing but one list of variants."""
        return (
            len(self.unions) == 1
            and self.types is None
            and self.enum is None
            and not (self.properties or self.required or self.nots or self.items or self.unknown)
            and self.extra is True
            and not any(word in self.facts for word in ASSERTIONS)
        )


@dataclass(frozen=True, slots=True)
class Parameter:
    at: At
    name: str
    place: str
    required: bool
    style: str
    explode: bool
    flags: dict[str, bool]
    schema: Handle | None
    content: dict[str, Handle]
    wording: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Media:
    pointer: str
    schema: Handle
    encoding: Json
    wording: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Body:
    at: At
    required: bool
    content: dict[str, Media]
    wording: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Header:
    at: At
    name: str
    required: bool
    schema: Handle
    wording: dict[str, Json]


@dataclass(frozen=True, slots=True)
class DescribedAnswer:
    at: At
    status: str
    success: bool
    headers: dict[str, Header]
    content: dict[str, Media]
    wording: dict[str, Json]


class ServedAt(NamedTuple):
    """Where an operation is served; `choices` are the values that a variable of the address is limited to."""

    url: str
    choices: dict[str, frozenset[str]]


class Scheme(NamedTuple):
    """One security scheme by what it does on the wire."""

    pointer: str
    label: str
    kind: str
    wire: str


@dataclass(frozen=True, slots=True)
class Operation:
    method: str
    path: str
    pointer: str
    id: str
    tags: tuple[str, ...]
    parameters: dict[tuple[str, str], Parameter]
    body: Body | None
    answers: dict[str, DescribedAnswer]
    security: list[dict[Scheme, frozenset[str]]]
    security_at: str
    servers: list[ServedAt]
    servers_at: str
    callbacks: dict[str, Json]
    wording: dict[str, Json]

    @property
    def key(self) -> str:
        """How a report names it; on the wire an operation is its method and path."""
        return f"{self.method.upper()} {self.path}"

    @property
    def blank(self) -> str:
        return f"{self.method.upper()} {blank(self.path)}"


def blank(path: str) -> str:
    """A path with its variables' names taken out: they are nobody's business on the wire."""
    parts: list[str] = []
    for piece in path.split("{"):
        parts.append(piece if not parts else piece.partition("}")[2])
    return "{}".join(parts)


def path_variables(path: str) -> list[str]:
    return [piece.partition("}")[0] for piece in path.split("{")[1:]]


def wording_of(raw: dict[str, Json], *more: str) -> dict[str, Json]:
    words = WORDING | set(more)
    return {
        word: value
        for word, value in raw.items()
        if (word in words or word.startswith("x-")) and value not in NOTHING and word != "x-broken-reference"
    }


def is_null(raw: dict[str, Json]) -> bool:
    values = raw["enum"] if isinstance(raw.get("enum"), list) else [raw["const"]] if "const" in raw else None
    return raw.get("type") in ("null", ["null"]) or values == [None]


def type_name(value: Json) -> str:
    names: dict[type, str] = {
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
    return names.get(type(value), "string")


def meet(one: frozenset[str] | None, other: frozenset[str]) -> frozenset[str]:
    """The types two conjoined schemas leave; an empty set is a schema that nothing satisfies."""
    if one is None:
        return other
    both = one & other
    if "integer" in one | other and "number" in one | other:
        both |= {"integer"}
    return both


def tighten(facts: dict[str, Json], word: str, value: Json) -> None:
    """Conjoin one more assertion of the same kind."""
    before = facts.get(word)
    if before is None:
        facts[word] = value
    elif word == "pattern" and value != before:
        facts[word] = "&".join(sorted({*str(before).split("&"), str(value)}))
    elif isinstance(before, bool) or isinstance(value, bool):
        facts[word] = bool(before) or bool(value)
    elif isinstance(before, (int, float)) and isinstance(value, (int, float)):
        facts[word] = max(before, value) if word.lower().startswith(("min", "exclusivemin")) else min(before, value)


def media_name(name: str) -> str:
    parts = [part.strip().lower() for part in name.split(";")]
    return ";".join([parts[0], *sorted(part for part in parts[1:] if part and part != "charset=utf-8")])


def server_of(raw: Json) -> ServedAt:
    """A server's address with the defaults of its variables filled in, and what else they may be."""
    if not isinstance(raw, dict):
        return ServedAt(str(raw), {})
    url = str(raw.get("url") or "")
    variables = raw.get("variables")
    choices: dict[str, frozenset[str]] = {}
    for name, value in (variables if isinstance(variables, dict) else {}).items():
        if isinstance(value, dict):
            url = url.replace("{" + name + "}", str(value.get("default", "")))
            if isinstance(value.get("enum"), list):
                choices[name] = frozenset(map(str, value["enum"]))
    return ServedAt(url.rstrip("/"), choices)


def scheme_of(at: At) -> Scheme:
    raw = at.raw
    kind = str(raw.get("type") or "")
    if kind == "apiKey":
        label = f"apiKey in {raw.get('in')} {raw.get('name')}"
        name = str(raw.get("name") or "")
        wire = plain([raw.get("in"), name.lower() if raw.get("in") == "header" else name])
    elif kind == "http":
        label = wire = f"http {str(raw.get('scheme') or '').lower()}"
    elif kind == "oauth2":
        flows = raw.get("flows")
        flows = flows if isinstance(flows, dict) else {}
        label = "oauth2 " + "/".join(sorted(map(str, flows)))
        wire = plain(
            {
                name: {word: value for word, value in flow.items() if word.endswith("Url")}
                for name, flow in flows.items()
                if isinstance(flow, dict)
            }
        )
    else:
        label, wire = kind or "unknown scheme", plain({word: raw[word] for word in raw if word not in WORDING})
    return Scheme(at.pointer, label, kind, wire)
